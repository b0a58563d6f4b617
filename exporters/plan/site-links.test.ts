import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../shared/testing/builder';
import { resolve } from '../../shared/topology/resolve';
import type { JsonObject } from '../../shared/util/json';
import { exportCdk } from '../cdk/export';
import { exportCloudFormation } from '../cloudformation/export';

const joined = (settings: JsonObject) =>
  buildNetwork(['a'], { app: 'isolated' })
    .add('site', 'vpn-connection', { parent: 'vpc', settings })
    .add('app', 'ec2-instance', { parent: 'app-a' })
    .connect('traffic', 'app', 'site', { port: 8443 })
    .connect('admin', 'site', 'app');

const exported = (settings: JsonObject) => {
  const { files, notes } = exportCloudFormation(resolve(joined(settings).build()), { format: 'yaml' });
  return { text: files[0]?.text ?? '', messages: notes.map(({ message }) => message) };
};
const countOf = (text: string, type: string): number => text.split(`Type: ${type}\n`).length - 1;

describe('the link to a site', () => {
  it('lets a machine send to the site on the drawn port, and in from there on the drawn one', () => {
    const { text } = exported({ onPremisesCidr: '172.16.0.0/12' });
    expect(text).toMatch(/FromPort: 8443\n\s+ToPort: 8443\n\s+CidrIp: 172\.16\.0\.0\/12/);
    expect(text).toMatch(/FromPort: 22\n\s+ToPort: 22\n\s+CidrIp: 172\.16\.0\.0\/12/);
    expect(text).not.toContain('CidrIp: 0.0.0.0/0');
  });

  it('is a connection for each customer gateway, with one gateway of the VPC between them', () => {
    const { text } = exported({ customerGateways: 'two', routing: 'static' });
    expect(countOf(text, 'AWS::EC2::VPNConnection')).toBe(2);
    expect(countOf(text, 'AWS::EC2::CustomerGateway')).toBe(2);
    expect(countOf(text, 'AWS::EC2::VPNConnectionRoute')).toBe(2);
    expect(countOf(text, 'AWS::EC2::VPNGateway')).toBe(1);
  });

  it('asks for addresses that nobody stated, and takes two equal ones for one device', () => {
    const stated = { customerGateways: 'two', gatewayAddress: '203.0.113.9' };
    expect(exported(stated).text).toMatch(/SiteSecondGatewayAddress:\n\s+Type: String/);
    const { text } = exported({ ...stated, secondGatewayAddress: '203.0.113.9' });
    expect(text).not.toContain('GatewayAddress');
    expect(countOf(text, 'AWS::EC2::VPNConnection')).toBe(1);
  });

  it('says when the ranges of site and VPC overlap, and when the range is none', () => {
    expect(exported({ onPremisesCidr: '10.0.128.0/17' }).messages).toContainEqual(
      expect.stringContaining('the range of vpc overlaps it'),
    );
    expect(exported({ onPremisesCidr: '300.0.0.0/8' }).messages).toContainEqual(
      expect.stringContaining('site leads nowhere'),
    );
  });

  it('stays without BGP in a CDK project where no route can be written', () => {
    const { files } = exportCdk(resolve(joined({ routing: 'static', onPremisesCidr: '300.0.0.0/8' }).build()));
    expect(files.map(({ text }) => text).join()).toContain('staticRoutes: []');
  });
});
