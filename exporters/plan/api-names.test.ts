import { expect, it } from 'vitest';
import { buildDesign } from '../../shared/testing/builder';
import { resolve } from '../../shared/topology/resolve';
import { exportCloudFormation } from '../cloudformation/export';

it('gives an API the one name that a drawn zone leads to it by, and says which do not', () => {
  const design = buildDesign()
    .add('region', 'region')
    .add('zone', 'route53-zone', { settings: { domain: 'shop.example' } })
    .add('api', 'api-gateway', { parent: 'region' })
    .add('bare', 'api-gateway', { parent: 'region' })
    .add('proof', 'certificate', { parent: 'region', settings: { domain: 'shop.example' } })
    .add('job', 'lambda-function', { parent: 'region' })
    .connect('dns', 'zone', 'api')
    .connect('traffic', 'api', 'job')
    .connect('traffic', 'bare', 'job')
    .connect('uses', 'bare', 'proof')
    .build();
  const { files, notes } = exportCloudFormation(resolve(design), { format: 'yaml' });
  const text = files[0]?.text ?? '';
  expect(text.match(/AWS::ApiGatewayV2::DomainName/g)).toHaveLength(1);
  expect(text).toContain('CertificateArn: !Ref ApiCertificateArn');
  expect(text).toContain('DNSName: !GetAtt ApiDomain.RegionalDomainName');
  expect(notes.map(({ message }) => message).join('\n')).toMatch(/no name of a drawn hosted zone leads to it/);
});
