import { z } from 'zod';
import { awsAccess, computeRole, localFiles, resolveComputeRole, sessionStore } from '../compute-fields';
import { FARGATE_CPU } from '../fargate-sizes';
import { choice, ingressRules, integer, text, toggle } from '../fields';
import { defineKind, spreadOverAzs } from '../kind';
import { environmentVariables, logGb, ownLogRetention } from '../program-fields';
import { hoursPerMonth } from '../purchase';
import { SERVICE } from '../sizes';

export const ecsService = defineKind({
  kind: 'ecs-service',
  title: 'Amazon ECS service on Fargate',
  newName: 'Container service',
  category: 'Compute',
  icon: 'architecture-service/AWSFargate',
  summary:
    'Keeps a number of equal containers running over several Availability Zones, without machines to look after.',
  keywords: ['container', 'docker', 'ecs', 'fargate', 'task'],
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS_Fargate.html',
  scope: 'spanning',
  family: 'compute',
  parents: ['vpc'],
  size: SERVICE,
  settings: z.object({
    image: text({
      label: 'Image',
      help: 'Address of the container image with its tag or digest.',
      default: 'public.ecr.aws/nginx/nginx:stable',
      pattern: /^[A-Za-z0-9][A-Za-z0-9._\-/:@]*$/,
      form: 'the address of an image such as public.ecr.aws/nginx/nginx:stable',
      section: 'Basics',
    }),
    role: computeRole(),
    cpu: choice(FARGATE_CPU, { label: 'CPU', default: '512', section: 'Basics' }),
    memoryMb: integer({
      label: 'Memory',
      unit: 'MB',
      help: 'Each size of CPU goes with certain sizes of memory; the next larger one is taken.',
      min: 512,
      max: 122_880,
      default: 1024,
      section: 'Basics',
    }),
    architecture: choice(
      { x86_64: 'x86_64', arm64: 'arm64' },
      { label: 'Architecture', help: 'As the image was built.', default: 'x86_64', section: 'Basics' },
    ),
    port: integer({ label: 'Container port', min: 1, max: 65535, default: 8080, section: 'Network' }),
    min: integer({ label: 'Minimum', unit: 'tasks', min: 0, max: 5000, default: 2, section: 'Capacity' }),
    desired: integer({ label: 'Desired', unit: 'tasks', min: 0, max: 5000, default: 2, section: 'Capacity' }),
    max: integer({ label: 'Maximum', unit: 'tasks', min: 0, max: 5000, default: 4, section: 'Capacity' }),
    targetCpuPercent: integer({
      label: 'Scale at CPU',
      unit: '%',
      help: 'Average CPU load that target tracking holds.',
      min: 1,
      max: 100,
      default: 50,
      section: 'Capacity',
    }),
    diskGb: integer({
      label: 'Disk of each task',
      unit: 'GB',
      help: 'Ends with the task. 20 GB are included.',
      min: 20,
      max: 200,
      default: 20,
      section: 'Capacity',
    }),
    capacity: choice(
      { 'on-demand': 'Fargate', mixed: 'Minimum on Fargate, the rest on Spot', spot: 'Fargate Spot' },
      {
        label: 'Runs on',
        help: 'Spot costs less, and AWS takes its tasks back with two minutes of notice.',
        default: 'on-demand',
        section: 'Capacity',
      },
    ),
    hoursPerMonth: hoursPerMonth(),
    sessionStore: sessionStore(),
    localFiles: localFiles(),
    environment: environmentVariables(),
    awsAccess: awsAccess(),
    startSeconds: integer({
      label: 'Time to start',
      unit: 's',
      help: 'So long a failing health check of the load balancer does not count.',
      min: 0,
      max: 2_147_483_647,
      default: 60,
      section: 'Protection',
    }),
    logRetention: ownLogRetention(),
    logGb: logGb(),
    publicIp: toggle({ label: 'Public IPv4 addresses', default: false, section: 'Network' }),
    extraIngress: ingressRules(),
  }),
  headline: ({ cpu, min, max }) => `${FARGATE_CPU[cpu]} · ${min}–${max} tasks`,
  traits: (settings, place) => {
    const role = resolveComputeRole(settings.role, place.tierRole);
    const most = Math.max(settings.max, settings.min);
    const desired = Math.min(Math.max(settings.desired, settings.min), most);
    return {
      role,
      stateful: role === 'database' || role === 'cache' || settings.localFiles === 'yes',
      copies: { min: settings.min, desired, max: most },
      members: spreadOverAzs(place, desired, 'task'),
      listens: [{ protocol: 'tcp', port: settings.port }],
      inVpc: true,
      publicAddress: settings.publicIp,
    };
  },
});
