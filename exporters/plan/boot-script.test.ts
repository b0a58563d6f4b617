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

it('mounts file systems first, encrypted, and at every start', () => {
  const mounts = [{ fileSystemId: 'fs-1', path: '/mnt/files' }];
  const text = bootScript([{ name: 'A', value: '1' }], false, mounts)?.join('') ?? '';
  const lines = text.split('\n');
  expect(lines.slice(2, 6)).toEqual([
    'dnf install -y amazon-efs-utils',
    'mkdir -p /mnt/files',
    'echo "fs-1:/ /mnt/files efs _netdev,noresvport,tls 0 0" >> /etc/fstab',
    'mount /mnt/files',
  ]);
  expect(text.indexOf('mount /mnt/files')).toBeLessThan(text.indexOf('/etc/environment'));
});
