import type { Design } from '../../shared/model/design';
import { type Sketch, startSketch } from './sketch';

const drawEntry = (): Sketch =>
  startSketch('Microservices with queues')
    .add('users', 'Shoppers', { x: 0, y: 120 })
    .add('route53-zone', 'shop.example.com', {
      x: 200,
      y: 184,
      settings: { domain: 'shop.example.com', queriesMillions: 40 },
    })
    .add('cloudfront', 'CDN', { x: 200, y: 52, settings: { dataOutGb: 1500, requestsMillions: 60 } })
    .network('eu-central-1', 2, { x: 448, y: 0 }, 148)
    .add('gateway-endpoint', 'DynamoDB endpoint', { in: 'VPC', x: 240, y: 36, settings: { service: 'dynamodb' } })
    .tier('load-balancing', 'Entry tier')
    .tier('web', 'Shop tier')
    .tier('ancillary', 'Worker tier')
    .add('nat-gateway', 'NAT gateway a', { in: 'Entry a', y: 44, settings: { gbPerMonth: 100 } })
    .add('nat-gateway', 'NAT gateway b', { in: 'Entry b', y: 44, settings: { gbPerMonth: 100 } })
    .add('application-load-balancer', 'Load balancer', {
      in: 'Entry tier',
      settings: { capacityUnits: 3, listener: 'https', deletionProtection: true },
    })
    .add('auto-scaling-group', 'Shop service', {
      in: 'Shop tier',
      settings: { min: 2, desired: 3, max: 8, sessionStore: 'tokens', localFiles: 'no', logRetention: '30', logGb: 40 },
    })
    .add('auto-scaling-group', 'Order workers', {
      in: 'Worker tier',
      settings: {
        min: 2,
        desired: 2,
        max: 10,
        role: 'worker',
        sessionStore: 'none',
        localFiles: 'no',
        logRetention: '30',
        logGb: 15,
        healthCheck: 'ec2',
      },
    });

const drawMessaging = (sketch: Sketch): Sketch =>
  sketch
    .add('sqs-queue', 'Orders queue', {
      in: 'Region',
      x: 760,
      y: 600,
      settings: { visibilityTimeoutSeconds: 120, requestsMillions: 10 },
    })
    .add('dynamodb-table', 'Catalogue', {
      in: 'Region',
      x: 760,
      y: 488,
      settings: { partitionKey: 'sku', storageGb: 20, readMillions: 100, writeMillions: 2 },
    })
    .add('dynamodb-table', 'Orders', {
      in: 'Region',
      x: 760,
      y: 712,
      settings: { partitionKey: 'orderId', storageGb: 50, readMillions: 30, writeMillions: 12 },
    })
    .add('sns-topic', 'Order placed', { in: 'Region', x: 760, y: 816, settings: { publishesMillions: 3 } })
    .add('sqs-queue', 'Billing queue', {
      in: 'Region',
      x: 992,
      y: 816,
      settings: { visibilityTimeoutSeconds: 180, requestsMillions: 6 },
    })
    .add('lambda-function', 'Billing', {
      in: 'Region',
      x: 1224,
      y: 816,
      settings: { role: 'worker', requestsMillions: 3, durationMs: 400, logGb: 2 },
    })
    .add('lambda-function', 'Confirmation mail', {
      in: 'Region',
      x: 992,
      y: 712,
      settings: { role: 'worker', memoryMb: 256, requestsMillions: 3, durationMs: 200, logGb: 1 },
    })
    .add('cloudwatch-alarm', 'Servers unhealthy', {
      in: 'Region',
      x: 760,
      y: 376,
      settings: { metric: 'unhealthy-hosts', threshold: 1 },
    })
    .add('cloudwatch-alarm', 'Servers busy', { in: 'Region', x: 992, y: 376, settings: { metric: 'cpu' } })
    .add('sns-topic', 'On-call', { in: 'Region', x: 992, y: 272, settings: { publishesMillions: 0 } })
    .add('s3-bucket', 'Product images', {
      in: 'Region',
      x: 16,
      y: 52,
      settings: { storageGb: 300, readThousands: 4000, writeThousands: 50 },
    })
    .add('s3-bucket', 'Invoices', {
      in: 'Region',
      x: 1224,
      y: 712,
      settings: { content: 'data', versioning: true, storageGb: 40, readThousands: 100, writeThousands: 3000 },
    });

const drawConnections = (sketch: Sketch): Sketch =>
  sketch
    .connect('Shoppers', 'shop.example.com')
    .connect('Shoppers', 'CDN', 'traffic', { protocol: 'https' })
    .connect('shop.example.com', 'CDN')
    .connect('CDN', 'Load balancer')
    .connect('CDN', 'Product images')
    .connect('Load balancer', 'Shop service')
    .connect('Shop service', 'Catalogue', 'data', { access: 'read' })
    .connect('Shop service', 'Orders queue')
    .connect('Orders queue', 'Order workers')
    .connect('Order workers', 'Orders', 'data')
    .connect('Order workers', 'Order placed')
    .connect('Order placed', 'Billing queue')
    .connect('Order placed', 'Confirmation mail')
    .connect('Billing queue', 'Billing')
    .connect('Billing', 'Invoices', 'data', { access: 'write' })
    .connect('Servers unhealthy', 'Load balancer')
    .connect('Servers busy', 'Shop service')
    .connect('Servers unhealthy', 'On-call')
    .connect('Servers busy', 'On-call')
    .settings({ monthlyBudget: 3000 })
    .tagAll({ Team: 'platform' })
    .tag({ Team: 'shop' }, 'Shop tier', 'Catalogue', 'Product images')
    .tag({ Team: 'orders' }, 'Worker tier', 'Orders queue', 'Orders', 'Order placed', 'Confirmation mail')
    .tag({ Team: 'billing' }, 'Billing queue', 'Billing', 'Invoices');

/** Services that call one another through queues: when one is slow or down, the others only wait. */
export const microservices = (): Design => drawConnections(drawMessaging(drawEntry())).finish();
