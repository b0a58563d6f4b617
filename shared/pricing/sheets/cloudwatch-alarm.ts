import { cloudwatchAlarm } from '../../catalog/services/cloudwatch-alarm';
import { alarmStandard } from '../price-key';
import { defineSheet } from '../sheet';

/** Periods of a minute and more are of standard resolution; the alarm watches one metric. */
export const cloudwatchAlarmSheet = defineSheet(cloudwatchAlarm, () => [
  {
    item: 'alarm',
    description: 'Alarm of standard resolution',
    price: alarmStandard,
    quantity: 1,
    basis: '1 metric',
  },
]);
