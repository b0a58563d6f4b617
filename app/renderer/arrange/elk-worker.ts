// Loaded in a worker, ELK listens for messages by itself.
import 'elkjs/lib/elk-worker.min.js';
