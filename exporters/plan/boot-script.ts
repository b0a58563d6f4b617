import type { EnvironmentVariable } from '../../shared/catalog/program-fields';

/** Stands for the name of the machine's log group, which only the template knows. */
export const LOG_GROUP = Symbol('name of the log group');

export type ScriptPart = string | typeof LOG_GROUP;

const END = 'END_OF_FILE';

const write = (path: string, redirect: '>' | '>>', ...parts: readonly ScriptPart[]): readonly ScriptPart[] => [
  `cat ${redirect} ${path} <<'${END}'\n`,
  ...parts,
  `\n${END}\n`,
];

/** For everybody who signs in; a unit of systemd reads it with EnvironmentFile. */
const writeEnvironment = (variables: readonly EnvironmentVariable[]): readonly ScriptPart[] =>
  write('/etc/environment', '>>', variables.map(({ name, value }) => `${name}=${value}`).join('\n'));

const AGENT = '/opt/aws/amazon-cloudwatch-agent';
const CONFIGURATION = `${AGENT}/etc/messages.json`;

/** The system's log goes to CloudWatch, a stream for each machine. Amazon CloudWatch User Guide, "CloudWatch agent configuration file". */
const startAgent = (): readonly ScriptPart[] => [
  'dnf install -y amazon-cloudwatch-agent rsyslog\n',
  'systemctl enable --now rsyslog\n',
  ...write(
    CONFIGURATION,
    '>',
    '{ "logs": { "logs_collected": { "files": { "collect_list": [{ "file_path": "/var/log/messages", "log_group_name": "',
    LOG_GROUP,
    '", "log_stream_name": "{instance_id}" }] } } } }',
  ),
  `${AGENT}/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s -c file:${CONFIGURATION}\n`,
];

export const INSTALL_MOUNT_HELPER = 'dnf install -y amazon-efs-utils';

/**
 * The commands that mount a file system, now and at every start, encrypted on the way. Amazon EFS User Guide, "Mounting EFS file
 * systems automatically".
 */
export const mountCommands = <T>(fileSystemId: T, path: string): readonly (readonly (string | T)[])[] => [
  [`mkdir -p ${path}`],
  ['echo "', fileSystemId, `:/ ${path} efs _netdev,noresvport,tls 0 0" >> /etc/fstab`],
  [`mount ${path}`],
];

/** A file system's id, which only the template knows, and where the system is found. */
export interface Mount<T> {
  readonly fileSystemId: T;
  readonly path: string;
}

export const SCRIPT_HEAD = '#!/bin/bash\nset -euo pipefail\n';

/** What a machine does when it first starts, as a shell script; undefined where that is nothing. */
export function bootScript<T = never>(
  variables: readonly EnvironmentVariable[],
  keepsLogs: boolean,
  mounts: readonly Mount<T>[] = [],
): readonly (ScriptPart | T)[] | undefined {
  if (variables.length === 0 && !keepsLogs && mounts.length === 0) return undefined;
  const commands = mounts.flatMap(({ fileSystemId, path }) => mountCommands(fileSystemId, path));
  return [
    SCRIPT_HEAD,
    // First, so that whatever starts later finds its files.
    ...(mounts.length > 0 ? [[INSTALL_MOUNT_HELPER], ...commands].flatMap((command) => [...command, '\n']) : []),
    ...(variables.length > 0 ? writeEnvironment(variables) : []),
    ...(keepsLogs ? startAgent() : []),
  ];
}
