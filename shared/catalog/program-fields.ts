import { choice, lines, toggle, usage } from './fields';

export const environmentVariables = () =>
  lines({
    label: 'Environment variables',
    help: 'One a line, NAME=value. Secrets do not belong here: connect it to a secret instead.',
    placeholder: 'LOG_LEVEL=info',
    section: 'State',
  });

export interface EnvironmentVariable {
  readonly name: string;
  readonly value: string;
}

const VARIABLE = /^\s*([A-Za-z_][A-Za-z0-9_]*)\s*=(.*)$/;

/** The variables of a setting in the order of its lines, the last of each name; lines that name none are left out. */
export function readEnvironment(text: string): readonly EnvironmentVariable[] {
  const found = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = VARIABLE.exec(line) ?? [];
    if (name !== undefined && value !== undefined) found.set(name, value.trim());
  }
  return [...found].map(([name, value]) => ({ name, value }));
}

const RETENTION = {
  '7': '7 days',
  '30': '30 days',
  '90': '90 days',
  '365': '1 year',
  forever: 'For ever',
} as const;

/** What happens to the logs of a machine or task. */
export const logRetention = () =>
  choice(
    { none: 'Nowhere', ...RETENTION },
    {
      label: 'Logs kept in CloudWatch',
      help: 'Nowhere: they stay where they are written, and go with the machine.',
      default: 'none',
      section: 'Protection',
    },
  );

/** How long a log group that is always there keeps its logs. */
export const ownLogRetention = () =>
  choice(RETENTION, { label: 'Logs kept in CloudWatch', default: '30', section: 'Protection' });

/** How much the program writes to its logs. */
export const logGb = () =>
  usage({ label: 'Logs written', unit: 'GB a month', help: 'Costs where they are kept in CloudWatch.' });

export const requireTokens = () =>
  toggle({
    label: 'Metadata needs tokens (IMDSv2)',
    help: 'Refuses the older requests for instance metadata, which a careless proxy would pass on.',
    default: true,
    section: 'Protection',
  });
