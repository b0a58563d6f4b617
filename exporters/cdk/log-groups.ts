import type { Service } from '../../shared/topology/topology';
import { isParameter } from '../plan/parameters';
import type { CdkContext } from './cdk-context';
import { addTags, given } from './cdk-context';
import type { Code } from './code-writer';
import { construct, ident, ts } from './code-writer';
import { camelOf, pascalOf } from './names';

const RETENTION: Readonly<Record<string, string>> = {
  '7': 'ONE_WEEK',
  '30': 'ONE_MONTH',
  '90': 'THREE_MONTHS',
  '365': 'ONE_YEAR',
  forever: 'INFINITE',
};

/** How long CloudWatch keeps logs, as aws-cdk-lib says it. */
export const retentionOf = (retention: string): Code =>
  ts`logs.RetentionDays.${ident(RETENTION[retention] ?? 'INFINITE')}`;

/** The log group of a program: a constant in its module. */
export function addLogGroup(service: Service, retention: string, context: CdkContext): Code {
  const home = context.moduleOf(service);
  const logs = ident(`${camelOf(service.id)}Logs`);
  home.add(
    ts`const ${logs} = ${construct(ts`logs.LogGroup`, `${pascalOf(service.id)}Logs`, {
      retention: isParameter(service, 'logRetention')
        ? given(service, 'logRetention', Number(retention), context)
        : retentionOf(retention),
      removalPolicy: ts`cdk.RemovalPolicy.DESTROY`,
    })}`,
  );
  addTags(home, logs, service, context);
  return logs;
}
