import type { Setting } from './module';

/** How the app reads a value, by its type. */
export const readerOf = (value: Setting): 'setting' | 'amount' | 'flag' => {
  if (typeof value === 'number') return 'amount';
  return typeof value === 'boolean' ? 'flag' : 'setting';
};

export const READERS = {
  setting: [
    '/** A value that differs by environment, from cdk.json or from `-c name=value`. */',
    'function setting(name: string): string {',
    '  const value: unknown = app.node.tryGetContext(name);',
    "  if (value === undefined || value === '')",
    "    throw new Error(['Give a value for', name, 'in the context of cdk.json, or with -c NAME=VALUE'].join(' '));",
    '  return String(value);',
    '}',
  ],
  amount: [
    '',
    'function amount(name: string): number {',
    '  const value = Number(setting(name));',
    "  if (!Number.isFinite(value)) throw new Error(['The value of', name, 'must be a number'].join(' '));",
    '  return value;',
    '}',
  ],
  flag: [
    '',
    'function flag(name: string): boolean {',
    '  const value = setting(name);',
    "  if (value !== 'true' && value !== 'false')",
    "    throw new Error(['The value of', name, 'must be true or false'].join(' '));",
    "  return value === 'true';",
    '}',
  ],
  choice: [
    '',
    'function choice<T extends string>(name: string, ...allowed: readonly T[]): T {',
    '  const value = setting(name);',
    '  const found = allowed.find((known) => known === value);',
    '  if (found === undefined)',
    "    throw new Error(['The value of', name, 'must be one of', allowed.join(', ')].join(' '));",
    '  return found;',
    '}',
  ],
} as const;

/** The environment, where both can be deployed. */
export const ENVIRONMENT_READER = [
  '',
  'function environment(): Environment {',
  "  const value = setting('environment');",
  "  if (value !== 'development' && value !== 'production')",
  "    throw new Error(['The environment must be development or production, not', value].join(' '));",
  '  return value;',
  '}',
];
