import { kindsWithSetting } from '../../../catalog/catalog';
import { designSettings } from '../../../catalog/design-settings';
import { judgeSpot } from '../../../topology/spot';
import type { Service } from '../../../topology/topology';
import { changeSettings } from '../../fixes/change-settings';
import { ofKinds } from '../../of-kinds';
import type { Rule, Violation } from '../../rule';

const BOUGHT = kindsWithSetting('purchase', 'capacity');

const reportMisuse = (service: Service, reason: string): Violation => ({
  elements: [service.id],
  message: `${service.name} is bought as Spot, which AWS takes back with two minutes' notice. ${reason}`,
  fixes: [changeSettings(service.id, `Buy ${service.name} On-Demand`, { purchase: 'on-demand' })],
});

const reportTasks = ({ id, name }: Service, reason: string): Violation => ({
  elements: [id],
  message: `${name} runs on Fargate Spot, which AWS takes back with two minutes' notice. ${reason}`,
  fixes: [changeSettings(id, `Run ${name} on Fargate`, { capacity: 'on-demand' })],
});

const reportMissed = (service: Service, reason: string): Violation => ({
  severity: 'info',
  elements: [service.id],
  message: `${service.name} is bought On-Demand, though it would survive an interruption. ${reason} Spot instances cost a fraction; buy it as Spot, or say that On-Demand is meant.`,
  fixes: [{ ...changeSettings(service.id, `Buy ${service.name} as Spot`, { purchase: 'spot' }), kind: 'choice' }],
});

export const spotWhereItHurts: Rule = {
  id: 'COST-03',
  group: 'cost',
  byPart: true,
  severity: 'error',
  title: 'Spot is used where interruption hurts (or not where it would help)',
  why: 'A Spot instance is spare capacity on loan: cheap for work that can wait, an outage for anything that users or data depend on.',
  trigger:
    'Something bought as Spot keeps data or sessions, or runs alone; or (info) workers that survive an interruption are bought On-Demand and nobody said that this is meant.',
  guide: ['2.8.3.3'],
  references: ['AWS Well-Architected COST07-BP01'],
  check: (topology) => {
    const { purchase: ofDesign } = designSettings.read(topology.design.header.settings);
    return ofKinds(topology, BOUGHT).flatMap((service) => {
      const { purchase, capacity } = service.element.settings;
      if (service.kind === 'ecs-service' && (capacity === 'spot' || capacity === 'mixed')) {
        const { survives, reason } = judgeSpot(service);
        return survives ? [] : [reportTasks(service, reason)];
      }
      if (purchase === 'spot') {
        const { survives, reason } = judgeSpot(service);
        return survives ? [] : [reportMisuse(service, reason)];
      }
      const isUndecided = (purchase === undefined || purchase === 'design') && ofDesign === 'on-demand';
      if (!isUndecided || service.kind !== 'auto-scaling-group' || service.role !== 'worker') return [];
      const { survives, reason } = judgeSpot(service);
      return survives ? [reportMissed(service, reason)] : [];
    });
  },
};
