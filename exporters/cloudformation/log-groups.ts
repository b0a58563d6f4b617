import type { Service } from '../../shared/topology/topology';
import type { EmitContext } from './emit-context';
import { dropData } from './emit-context';

/** The log group of a program; answers with its logical id. */
export function emitLogGroup(service: Service, retention: string, context: EmitContext): string {
  context.add(service, 'Logs', {
    Type: 'AWS::Logs::LogGroup',
    ...dropData,
    Properties: {
      ...(retention === 'forever' ? {} : { RetentionInDays: Number(retention) }),
      Tags: context.tags(service.name),
    },
  });
  return context.id(service.id, 'Logs');
}
