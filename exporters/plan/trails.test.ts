import { describe, expect, it } from 'vitest';
import { buildDesign } from '../../shared/testing/builder';
import { resolve } from '../../shared/topology/resolve';
import { exportCloudFormation } from '../cloudformation/export';

const account = () =>
  buildDesign()
    .add('region', 'region')
    .add('elsewhere', 'region', { settings: { code: 'eu-west-1' } })
    .add('records', 's3-bucket', { parent: 'region', settings: { content: 'logs' } })
    .add('key', 'kms-key', { parent: 'region' })
    .add('trail', 'cloudtrail', { parent: 'region' });
const exported = (design: ReturnType<typeof account>) =>
  exportCloudFormation(resolve(design.build()), { format: 'yaml' });

describe('a trail', () => {
  it('writes into its bucket, which lets in trails of this account alone, and waits for that policy', () => {
    const text = exported(account().connect('logs', 'trail', 'records')).files[0]?.text ?? '';
    expect(text).toMatch(/Type: AWS::CloudTrail::Trail\n\s+DependsOn:\n\s+- RecordsPolicy/);
    const [, policy = ''] = text.split('RecordsPolicy:\n');
    expect(policy.match(/aws:SourceArn: !Sub arn:\$\{AWS::Partition\}:cloudtrail:\$\{AWS::Region\}/g)).toHaveLength(2);
    expect(policy).toMatch(/\$\{Records\.Arn\}\/AWSLogs\/\$\{AWS::AccountId\}\/\*/);
  });

  it('may use the key that is drawn for it, or for its bucket, and no other trail does', () => {
    const written = account().connect('logs', 'trail', 'records');
    const own = exported(written.connect('uses', 'trail', 'key')).files[0]?.text;
    expect(own).toContain('KMSKeyId: !GetAtt Key.Arn');
    expect(own).toContain('Sid: TrailsThatKeepLogs');
    const ofBucket = account().connect('logs', 'trail', 'records').connect('uses', 'records', 'key');
    expect(exported(ofBucket).files[0]?.text).toContain('Sid: TrailsThatKeepLogs');
    expect(exported(account().connect('uses', 'records', 'key')).files[0]?.text).not.toContain('TrailsThatKeepLogs');
  });

  it('is left out with a note where it has no bucket in its Region', () => {
    const far = account().add('far', 's3-bucket', { parent: 'elsewhere' }).connect('logs', 'trail', 'far');
    for (const design of [account(), far]) {
      const { files, notes } = exported(design);
      expect(files.map(({ text }) => text).join('')).not.toContain('CloudTrail');
      expect(notes.map(({ message }) => message)).toContainEqual(expect.stringContaining('no bucket of its Region'));
    }
  });
});
