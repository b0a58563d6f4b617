import { z } from 'zod';
import {
  averageCpu,
  awsAccess,
  computePort,
  computeRole,
  dataDisk,
  localFiles,
  resolveComputeRole,
  sessionStore,
  snapshotGb,
  volumeGb,
  volumeIops,
  volumeThroughput,
  volumeType,
} from '../compute-fields';
import { choice, ingressRules, integer, suggest, toggle } from '../fields';
import { defineKind, spreadOverAzs } from '../kind';
import { environmentVariables, logGb, logRetention, requireTokens } from '../program-fields';
import { hoursPerMonth, instancePurchase } from '../purchase';
import { SERVICE } from '../sizes';

export const autoScalingGroup = defineKind({
  kind: 'auto-scaling-group',
  title: 'Amazon EC2 Auto Scaling group',
  newName: 'Auto Scaling group',
  category: 'Compute',
  icon: 'architecture-service/AmazonEC2AutoScaling',
  summary: 'Keeps a number of equal EC2 instances running over several Availability Zones and replaces failed ones.',
  keywords: ['asg', 'servers', 'fleet', 'scaling'],
  docsUrl: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-groups.html',
  scope: 'spanning',
  family: 'compute',
  parents: ['vpc'],
  size: SERVICE,
  settings: z.object({
    instanceType: suggest({ label: 'Instance type', default: 't3.medium', suggestions: 'ec2', section: 'Basics' }),
    role: computeRole(),
    alsoRuns: choice(
      { nothing: 'Nothing else', web: 'Web server', app: 'Application server', worker: 'Background work' },
      {
        label: 'Also runs',
        help: 'A second role on the same instances. Both then scale together.',
        default: 'nothing',
        section: 'Basics',
      },
    ),
    min: integer({ label: 'Minimum', unit: 'instances', min: 0, max: 5000, default: 2, section: 'Capacity' }),
    desired: integer({ label: 'Desired', unit: 'instances', min: 0, max: 5000, default: 2, section: 'Capacity' }),
    max: integer({ label: 'Maximum', unit: 'instances', min: 0, max: 5000, default: 4, section: 'Capacity' }),
    targetCpuPercent: integer({
      label: 'Scale at CPU',
      unit: '%',
      help: 'Average CPU load that target tracking holds.',
      min: 1,
      max: 100,
      default: 50,
      section: 'Capacity',
    }),
    volumeType: volumeType(),
    volumeGb: volumeGb(30),
    volumeIops: volumeIops(),
    volumeThroughput: volumeThroughput(),
    snapshotGb: snapshotGb(),
    purchase: instancePurchase(),
    hoursPerMonth: hoursPerMonth(),
    sessionStore: sessionStore(),
    localFiles: localFiles(),
    dataDisk: dataDisk(),
    awsAccess: awsAccess(),
    averageCpu: averageCpu(),
    environment: environmentVariables(),
    healthCheck: choice(
      { elb: 'By the load balancer', ec2: 'By the EC2 status only' },
      { label: 'Health check', default: 'elb', section: 'Protection' },
    ),
    publicIp: toggle({ label: 'Public IPv4 addresses', default: false, section: 'Network' }),
    requireTokens: requireTokens(),
    logRetention: logRetention(),
    logGb: logGb(),
    extraIngress: ingressRules(),
  }),
  headline: ({ instanceType, min, max }) => `${instanceType} · ${min}–${max}`,
  traits: (settings, place) => {
    const role = resolveComputeRole(settings.role, place.tierRole);
    const desired = Math.min(Math.max(settings.desired, settings.min), Math.max(settings.max, settings.min));
    return {
      role,
      stateful: role === 'database' || role === 'cache' || settings.localFiles === 'yes',
      copies: { min: settings.min, desired, max: Math.max(settings.max, settings.min) },
      members: spreadOverAzs(place, desired),
      listens: [{ protocol: 'tcp', port: computePort(role) }],
      inVpc: true,
      publicAddress: settings.publicIp,
    };
  },
});
