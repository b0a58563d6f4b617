import { describe, expect, it } from 'vitest';
import { buildDesign } from '../../shared/testing/builder';
import { resolve } from '../../shared/topology/resolve';
import type { JsonObject } from '../../shared/util/json';
import { validate } from '../../shared/validation/validate';
import { exportCloudFormation } from '../cloudformation/export';

const clicks = (settings: JsonObject) =>
  buildDesign()
    .add('region', 'region')
    .add('clicks', 'kinesis-stream', { parent: 'region', settings })
    .add('writer', 'lambda-function', { parent: 'region' })
    .add('reader', 'lambda-function', { parent: 'region' })
    .connect('async', 'writer', 'clicks')
    .connect('async', 'clicks', 'reader');
const written = (design: ReturnType<typeof clicks>): string =>
  exportCloudFormation(resolve(design.build()), { format: 'yaml' }).files[0]?.text ?? '';

describe('a stream', () => {
  it('states its shards only where they are provisioned', () => {
    expect(written(clicks({}))).not.toContain('ShardCount');
    const text = written(clicks({ mode: 'provisioned', shards: 4, retentionDays: 7 }));
    expect(text).toContain('StreamMode: PROVISIONED');
    expect(text).toMatch(/ShardCount: 4\n\s+RetentionPeriodHours: 168/);
  });

  it('lets those who write write, and those who read read from the oldest record on', () => {
    const text = written(clicks({}));
    const [, writer = ''] = text.split('WriterPolicy:\n');
    const [, reader = ''] = text.split('ReaderPolicy:\n');
    expect(writer.slice(0, 600)).toContain('kinesis:PutRecords');
    expect(writer.slice(0, 600)).not.toContain('kinesis:GetRecords');
    expect(reader.slice(0, 600)).toContain('kinesis:GetRecords');
    expect(text).toMatch(/DependsOn:\n\s+- ReaderPolicy\n(?:.*\n){1,4}\s+StartingPosition: TRIM_HORIZON/);
  });

  it('is encrypted unless said otherwise, which is a finding that one change mends', () => {
    expect(written(clicks({}))).toContain('KeyId: alias/aws/kinesis');
    const plain = clicks({ encrypted: false });
    expect(written(plain)).not.toContain('StreamEncryption');
    const about = (design: ReturnType<typeof clicks>) =>
      validate(resolve(design.build())).findings.filter(({ key }) => key === 'ENC-08:clicks');
    expect(about(plain)[0]?.fixes[0]?.title).toBe('Encrypt the stream');
    const keyed = plain.add('key', 'kms-key', { parent: 'region' }).connect('uses', 'clicks', 'key');
    expect(written(keyed)).toContain('KeyId: !GetAtt Key.Arn');
    expect(about(keyed)).toEqual([]);
  });
});
