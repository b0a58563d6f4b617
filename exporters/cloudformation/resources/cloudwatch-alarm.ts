import { kinds } from '../../../shared/catalog/services';
import type { Service } from '../../../shared/topology/topology';
import { stemOf } from '../../plan/logical-ids';
import { toDescription } from '../../plan/plain-text';
import type { EmitContext, Emitter } from '../emit-context';
import { ref } from '../intrinsics';
import { messagesTo } from '../messaging';
import { metricOf } from '../metrics';

function emitAlarm(alarm: Service, watched: Service, context: EmitContext): void {
  const settings = kinds['cloudwatch-alarm'].read(alarm.element.settings);
  const metric = metricOf(watched, settings.metric, context);
  if (!metric) {
    context.notes.add(
      'left-out',
      [alarm.id, watched.id],
      `${alarm.name} does not watch ${watched.name}: it has no such metric.`,
    );
    return;
  }
  const topics = messagesTo(context, alarm, 'sns-topic');
  context.add(alarm, `On${stemOf(watched.id)}`, {
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      AlarmDescription: toDescription(`${alarm.name}: ${watched.name}`, 'Alarm'),
      Namespace: metric.namespace,
      MetricName: metric.name,
      Dimensions: metric.dimensions,
      Statistic: metric.statistic,
      Period: Number(settings.periodSeconds),
      EvaluationPeriods: settings.periods,
      Threshold: settings.threshold,
      ComparisonOperator: metric.isFloor ? 'LessThanThreshold' : 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
      ...(topics.length > 0 ? { AlarmActions: topics.map(({ to }) => ref(context.id(to.id))) } : {}),
      Tags: context.tags(alarm.name),
    },
  });
  if (topics.length === 0)
    context.notes.add('assumed', [alarm.id], `${alarm.name} tells nobody: connect it to a standard topic.`);
}

export const cloudwatchAlarm: Emitter = (service, context) => {
  const watched = context.topology
    .outgoing(service.id)
    .filter(({ kind, to }) => kind === 'monitors' && context.stack.has(to.id));
  for (const { to } of watched) emitAlarm(service, to, context);
  if (watched.length === 0)
    context.notes.add('left-out', [service.id], `${service.name} is left out: it watches nothing that is exported.`);
};
