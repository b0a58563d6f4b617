import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The low-power example, moved to the Region and the instance type that the server has answers for. */
export const saoPauloBlog = (): string =>
  readFileSync(join(import.meta.dirname, '../../examples/low-power-wordpress.stratiform'), 'utf8')
    .replace('"instanceType": "t3.small"', '"instanceType": "m5.large"')
    .replace('"kind": "region",\n', '"kind": "region",\n      "settings": { "code": "sa-east-1" },\n');
