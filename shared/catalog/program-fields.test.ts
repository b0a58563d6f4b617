import { expect, it } from 'vitest';
import { readEnvironment } from './program-fields';

it('reads one variable a line, the last of each name, and leaves out what names none', () => {
  expect(readEnvironment('LOG_LEVEL=info\n# a remark\n PATH_2 = a=b \r\n9X=1\nLOG_LEVEL=warn\n')).toEqual([
    { name: 'LOG_LEVEL', value: 'warn' },
    { name: 'PATH_2', value: 'a=b' },
  ]);
});
