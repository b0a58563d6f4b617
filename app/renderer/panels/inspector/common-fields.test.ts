import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../../../shared/catalog/catalog';
import { commonSchema } from './common-fields';

const common = (...kinds: string[]): string[] => {
  const definitions = kinds.flatMap((kind) => definitionOf(kind) ?? []);
  return Object.keys(commonSchema(definitions)?.shape ?? {});
};

describe('what several elements have in common', () => {
  it('is everything where they are of one kind', () => {
    expect(common('rds-instance', 'rds-instance')).toEqual(
      Object.keys(definitionOf('rds-instance')?.schema.shape ?? {}),
    );
  });

  it('is what means the same where they are not', () => {
    expect(common('rds-instance', 'aurora-cluster')).toContain('deletionProtection');
    expect(common('rds-instance', 'aurora-cluster')).not.toContain('multiAz');
    expect(common('rds-instance', 's3-bucket')).not.toContain('storageGb');
    expect(common('note', 'vpc')).toEqual([]);
    expect(common()).toEqual([]);
  });
});
