import { createAnswerer } from './answer-checks';
import type { CheckRequest } from './messages';

const answer = createAnswerer();

self.onmessage = ({ data }: MessageEvent<CheckRequest>) => {
  self.postMessage(answer(data));
};
