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
import { ingressRules, suggest, toggle } from '../fields';
import { defineKind, spreadOverAzs } from '../kind';
import { environmentVariables, logGb, logRetention, requireTokens } from '../program-fields';
import { hoursPerMonth, instancePurchase } from '../purchase';
import { SERVICE } from '../sizes';

export const ec2Instance = defineKind({
  kind: 'ec2-instance',
  title: 'Amazon EC2 instance',
  newName: 'EC2 instance',
  category: 'Compute',
  icon: 'architecture-service/AmazonEC2',
  summary: 'One virtual machine in one subnet.',
  keywords: ['server', 'vm', 'machine', 'ec2'],
  docsUrl: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/concepts.html',
  scope: 'zonal',
  family: 'compute',
  parents: ['subnet'],
  size: SERVICE,
  settings: z.object({
    instanceType: suggest({ label: 'Instance type', default: 't3.medium', suggestions: 'ec2', section: 'Basics' }),
    role: computeRole(),
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
    publicIp: toggle({ label: 'Public IPv4 address', default: false, section: 'Network' }),
    requireTokens: requireTokens(),
    logRetention: logRetention(),
    logGb: logGb(),
    extraIngress: ingressRules(),
  }),
  headline: ({ instanceType }) => instanceType,
  traits: (settings, place) => {
    const role = resolveComputeRole(settings.role, place.tierRole);
    return {
      role,
      stateful: role === 'database' || role === 'cache' || settings.localFiles === 'yes',
      members: spreadOverAzs(place, 1),
      listens: [{ protocol: 'tcp', port: computePort(role) }],
      inVpc: true,
      publicAddress: settings.publicIp,
    };
  },
});
