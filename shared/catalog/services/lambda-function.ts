import { z } from 'zod';
import { choice, integer, usage } from '../fields';
import { defineKind, MANAGED } from '../kind';
import { environmentVariables, logGb, ownLogRetention } from '../program-fields';
import { SERVICE } from '../sizes';

export const lambdaFunction = defineKind({
  kind: 'lambda-function',
  title: 'AWS Lambda function',
  newName: 'Function',
  category: 'Compute',
  icon: 'architecture-service/AWSLambda',
  summary: 'Runs code for each request or message; AWS starts as many copies as are needed.',
  keywords: ['lambda', 'serverless', 'faas'],
  docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/welcome.html',
  scope: 'regional',
  family: 'function',
  parents: ['region'],
  size: SERVICE,
  settings: z.object({
    runtime: choice(
      {
        'nodejs22.x': 'Node.js 22',
        'python3.13': 'Python 3.13',
        java21: 'Java 21',
        dotnet10: '.NET 10',
        dotnet8: '.NET 8, which AWS is ending',
      },
      { label: 'Runtime', default: 'nodejs22.x', section: 'Basics' },
    ),
    architecture: choice(
      { arm64: 'arm64', x86_64: 'x86_64' },
      { label: 'Architecture', default: 'arm64', section: 'Basics' },
    ),
    role: choice(
      { app: 'Serves requests', worker: 'Background work' },
      { label: 'Role', default: 'app', section: 'Basics' },
    ),
    memoryMb: integer({ label: 'Memory', unit: 'MB', min: 128, max: 10240, default: 512, section: 'Capacity' }),
    timeoutSeconds: integer({ label: 'Timeout', unit: 's', min: 1, max: 900, default: 30, section: 'Capacity' }),
    reservedConcurrency: usage({
      label: 'Concurrency at most',
      unit: 'copies at once',
      help: 'Reserves this many of the account, and never runs more.',
      max: 100_000,
      section: 'Capacity',
    }),
    functionUrl: choice(
      { none: 'None', iam: 'For callers who sign with IAM', public: 'For everybody' },
      {
        label: 'Function URL',
        help: 'An HTTPS address of its own, without an API in front.',
        default: 'none',
        section: 'Network',
      },
    ),
    environment: environmentVariables(),
    logRetention: ownLogRetention(),
    logGb: logGb(),
    requestsMillions: usage({ label: 'Requests', unit: 'million a month' }),
    durationMs: usage({ label: 'Average duration', unit: 'ms', max: 900_000 }),
  }),
  headline: ({ memoryMb, runtime }) => `${runtime} · ${memoryMb} MB`,
  traits: ({ role, functionUrl }) => ({
    role,
    copies: MANAGED,
    selfRedundant: true,
    listens: [{ protocol: 'tcp', port: 443 }],
    publicAddress: functionUrl !== 'none',
  }),
});
