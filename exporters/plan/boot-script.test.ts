import { expect, it } from 'vitest';
import { bootScript, LOG_GROUP } from './boot-script';

const textOf = (parts = bootScript([], false)): string | undefined =>
  parts?.map((part) => (part === LOG_GROUP ? 'GROUP' : part)).join('');

it('writes variables as they are, where no shell reads them', () => {
  const text = textOf(bootScript([{ name: 'A', value: '$(reboot) `x` "q"' }], false));
  expect(text).toBe(
    '#!/bin/bash\nset -euo pipefail\ncat >> /etc/environment <<\'END_OF_FILE\'\nA=$(reboot) `x` "q"\nEND_OF_FILE\n',
  );
});

it('sends the log of the system to the group, and does nothing where nothing is asked', () => {
  expect(textOf(bootScript([], true))).toContain('"log_group_name": "GROUP"');
  expect(bootScript([], false)).toBeUndefined();
});
