import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OutsideJudge } from '../command';

export const moto: OutsideJudge = {
  command: 'moto_server',
  judges: 'deployment on an emulated AWS was',
  install: "python3 -m pip install 'moto[all,server]==5.2.1'",
};

/** An emulated AWS on loopback, empty at the start. */
export interface EmulatedAws {
  readonly endpoint: string;
  /** Forgets every resource of every account. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1');
  return address.port;
}

const isUp = async (endpoint: string): Promise<boolean> => {
  try {
    return (await fetch(`${endpoint}/moto-api/`)).ok;
  } catch {
    return false;
  }
};

async function waitUntilUp(endpoint: string, server: ChildProcess, errors: () => string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`moto_server ended with ${server.exitCode}: ${errors()}`);
    if (await isUp(endpoint)) return;
    await sleep(200);
  }
  throw new Error(`moto_server did not answer at ${endpoint} within a minute: ${errors()}`);
}

/** Starts moto_server on a free port of 127.0.0.1 and waits until it answers; takes about 3 s. */
export async function startEmulatedAws(): Promise<EmulatedAws> {
  const port = await findFreePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const server = spawn(moto.command, ['-H', '127.0.0.1', '-p', String(port)], { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  // Read on, or the server stops at a full pipe.
  server.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-4000);
  });
  await waitUntilUp(endpoint, server, () => errors);
  return {
    endpoint,
    async reset() {
      await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' });
    },
    async stop() {
      if (server.exitCode !== null) return;
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    },
  };
}
