import { expect, it } from 'vitest';
import { buildDesign } from '../../shared/testing/builder';
import { resolve } from '../../shared/topology/resolve';
import { exportDesign } from '../export-design';

it('writes a distribution with the Region of what it fetches from, not of what else it is connected to', () => {
  const design = buildDesign()
    .add('home', 'region', { settings: { code: 'eu-central-1' } })
    .add('away', 'region', { settings: { code: 'us-east-1' } })
    .add('vpc', 'vpc', { parent: 'home' })
    .add('az', 'availability-zone', { parent: 'vpc', settings: { zone: 'a' } })
    .add('web', 'subnet', { parent: 'az', settings: { cidr: '10.0.0.0/24' } })
    .add('fleet', 'auto-scaling-group', { parent: 'vpc', subnets: ['web'] })
    .add('pages', 's3-bucket', { parent: 'away' })
    .add('cdn', 'cloudfront')
    .connect('traffic', 'cdn', 'fleet')
    .connect('traffic', 'cdn', 'pages')
    .build();
  const { files } = exportDesign(resolve(design), 'cloudformation-json', '2026-01-01');
  const homes = files.filter(({ text }) => text.includes('AWS::CloudFront::Distribution')).map(({ path }) => path);
  expect(homes).toEqual(['template-us-east-1.json']);
});
