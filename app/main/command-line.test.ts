import { expect, it } from 'vitest';
import { readCommandLine } from './command-line';

const read = (argv: string[], isPackaged = false) => readCommandLine(argv, isPackaged, '/home/a');

it('passes over switches and, while developing, the app’s own folder', () => {
  const argv = ['electron', '--inspect=0', '--remote-debugging-port=0', '/work/app', '--lang=en-US', 'shop.stratiform'];
  expect(read(argv)).toEqual({ wants: 'window', paths: ['/home/a/shop.stratiform'] });
});

it('takes every word as a file once it is packaged', () => {
  expect(read(['stratiform', '/b/c.stratiform'], true).paths).toEqual(['/b/c.stratiform']);
  expect(read(['stratiform', 'file:///b/c%20d.stratiform'], true).paths).toEqual(['/b/c d.stratiform']);
});

it('answers --help and --version without a window', () => {
  expect(read(['stratiform', '--help'], true).wants).toBe('help');
  expect(read(['electron', '/work/app', '--version']).wants).toBe('version');
});
