import { z } from 'zod';
import { choice, integer } from '../fields';
import { defineKind, MANAGED } from '../kind';
import { SERVICE } from '../sizes';

export const cloudwatchAlarm = defineKind({
  kind: 'cloudwatch-alarm',
  title: 'Amazon CloudWatch alarm',
  newName: 'Alarm',
  category: 'Operations',
  icon: 'resource/AmazonCloudWatchAlarm',
  summary: 'Watches a metric of one element and tells a topic when it crosses a line.',
  keywords: ['monitoring', 'metric', 'alert', 'cloudwatch'],
  docsUrl: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html',
  scope: 'regional',
  family: 'alarm',
  parents: ['region'],
  size: SERVICE,
  settings: z.object({
    metric: choice(
      {
        auto: 'The usual one of what it watches',
        cpu: 'CPU load',
        'unhealthy-hosts': 'Unhealthy targets',
        'server-errors': 'Server errors',
        'free-storage': 'Free storage',
        'queue-age': 'Age of the oldest message',
        errors: 'Errors',
      },
      { label: 'Metric', default: 'auto', section: 'Basics' },
    ),
    threshold: integer({
      label: 'Threshold',
      help: "In the metric's unit.",
      min: 0,
      max: 1_000_000_000,
      default: 80,
      section: 'Basics',
    }),
    periods: integer({ label: 'After', unit: 'periods', min: 1, max: 100, default: 3, section: 'Basics' }),
    periodSeconds: choice(
      { '60': '1 minute', '300': '5 minutes' },
      { label: 'Period', default: '60', section: 'Basics' },
    ),
  }),
  traits: () => ({ role: 'operations', copies: MANAGED, selfRedundant: true }),
});
