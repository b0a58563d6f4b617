// `npm start`: opens the app. The work is in start.ts; tsx lets Node read TypeScript.
import { register } from 'tsx/esm/api';

register();
await import('./start.ts');
