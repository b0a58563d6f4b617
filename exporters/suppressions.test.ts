import { describe, expect, it } from 'vitest';
import type { Design } from '../shared/model/design';
import { withWaivers } from '../shared/model/waiver';
import { buildNetwork } from '../shared/testing/builder';
import { resolve } from '../shared/topology/resolve';
import { exportCdk } from './cdk/export';
import { exportCloudFormation } from './cloudformation/export';

const network = buildNetwork(['a', 'b'], { database: 'isolated' });
network.add('db', 'rds-instance', {
  parent: 'vpc',
  subnets: ['database-a', 'database-b'],
  settings: { multiAz: false },
});
const plain = network.build();

const waiver = {
  rule: 'AVL-05',
  element: 'db',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it must stay plain text
  reason: 'A test database: ${nobody} minds */ an hour',
  owner: 'Ada',
  created: '2026-01-01',
  expires: '2026-06-30',
};
const waived: Design = { ...plain, header: withWaivers(plain.header, [waiver]) };

const templateOf = (design: Design, today?: string): string =>
  exportCloudFormation(resolve(design), { format: 'json', ...(today === undefined ? {} : { today }) }).files[0]?.text ??
  '';

describe('what somebody waived', () => {
  it('is told to checkov where it looks at the same fault, with reason, owner and end', () => {
    const { Resources } = JSON.parse(templateOf(waived));
    expect(Resources.Db.Metadata).toEqual({
      checkov: {
        skip: [
          {
            id: 'CKV_AWS_157',
            comment: expect.stringMatching(/A test database.*\(AVL-05 waived by Ada until 2026-06-30\)/),
          },
        ],
      },
    });
    expect(JSON.stringify(Resources.Db.Metadata)).not.toContain('${');
    expect(templateOf(plain)).not.toContain('checkov');
  });

  it('silences nobody once it has ended', () => {
    expect(templateOf(waived, '2026-06-30')).toContain('CKV_AWS_157');
    expect(templateOf(waived, '2026-07-01')).not.toContain('CKV_AWS_157');
  });

  it('is answered in the CDK project', () => {
    const text = (design: Design, today: string): string =>
      exportCdk(resolve(design), { today })
        .files.map((file) => file.text)
        .join('\n');
    expect(text(waived, '2026-06-01')).toContain('AwsSolutions-RDS3');
    expect(text(waived, '2026-07-01')).not.toContain('AwsSolutions-RDS3');
    expect(text(plain, '2026-06-01')).not.toContain('AwsSolutions-RDS3');
  });
});
