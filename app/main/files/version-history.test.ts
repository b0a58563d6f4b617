import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeTestBench } from '../testing/make-test-bench';

const minute = 60_000;

it('keeps versions five minutes apart, newest first, and lets old ones go', async () => {
  const { bench, folder, clock } = await makeTestBench();
  const path = join(folder, 'a.stratiform');
  const keep = async (content: string, after: number) => {
    clock.now += after;
    await writeFile(path, content);
    await bench.history.keep(path, false);
  };
  const contents = async () => {
    const versions = await bench.history.list(path);
    const bytes = await Promise.all(versions.map((entry) => bench.history.read(path, entry.version)));
    return bytes.map((content) => new TextDecoder().decode(content ?? undefined));
  };
  await keep('one', 0);
  await keep('too soon', minute);
  await keep('two', 5 * minute);
  expect(await contents()).toEqual(['two', 'one']);
  await bench.history.keep(path, true);
  expect(await contents()).toHaveLength(2);
  await keep('a week later', 7 * 24 * 60 * minute);
  expect(await contents()).toEqual(['a week later', 'two']);
  for (let index = 0; index < 60; index += 1) await keep(`v${index}`, 5 * minute);
  expect(await contents()).toHaveLength(50);
});

it('reads no other files than versions', async () => {
  const { bench, folder } = await makeTestBench();
  expect(await bench.history.read(join(folder, 'a'), '../../../etc/passwd')).toBeNull();
});
