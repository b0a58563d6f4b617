import type { Design } from '../../shared/model/design';
import { startSketch } from './sketch';

/** Everything on one machine: cheap, and right for a site that may be down for an hour and lose a day. */
export const lowPowerWordpress = (): Design =>
  startSketch('Low-power WordPress')
    .add('users', 'Readers', { x: 0, y: 216 })
    .add('office', 'Editors', { x: 0, y: 400, settings: { cidr: '203.0.113.0/24' } })
    .add('route53-zone', 'blog.example.com', {
      x: 200,
      y: 128,
      settings: { domain: 'blog.example.com', queriesMillions: 1 },
    })
    .network('us-east-1', 1, { x: 448, y: 0 })
    .tier('web', 'Everything tier', 'public')
    .add('ec2-instance', 'WordPress server', {
      in: 'Everything a',
      x: 16,
      y: 44,
      settings: {
        instanceType: 't3.small',
        role: 'web',
        volumeGb: 40,
        publicIp: true,
        sessionStore: 'disk',
        localFiles: 'yes',
      },
    })
    .add('s3-bucket', 'Nightly backups', {
      in: 'Region',
      x: 760,
      y: 172,
      settings: { content: 'data', storageClass: 'standard-ia', storageGb: 60, writeThousands: 1 },
    })
    .note(
      'What this accepts',
      'Apache, PHP and MySQL share one machine. A copy is taken every 24 hours: up to a day of posts can be lost, and the site is down until somebody restores it. For a hobby blog that is a fair price.',
      { in: 'Region', x: 760, y: 288, width: 240, height: 160 },
    )
    .connect('Readers', 'blog.example.com')
    .connect('blog.example.com', 'WordPress server')
    .connect('Readers', 'WordPress server', 'traffic', { protocol: 'https', gbPerMonth: 40 })
    .connect('Editors', 'WordPress server', 'admin')
    .connect('WordPress server', 'Nightly backups', 'data', { access: 'write', optional: true, gbPerMonth: 20 })
    .finish();
