import { expect, it } from 'vitest';
import { makeElement } from '../../../../shared/model/design';
import { draftOf } from '../../../../shared/model/draft';
import { withDesignTags } from '../../../../shared/model/tags';
import { buildNetwork } from '../../../../shared/testing/builder';
import { listPlannedChanges } from './planned-changes';

const design = buildNetwork(['a', 'b'], { database: 'isolated' })
  .add('db', 'rds-instance', { name: 'Orders', parent: 'vpc', subnets: ['database-a'] })
  .add('web', 'ec2-instance', { name: 'Web', parent: 'database-a' })
  .connect('data', 'web', 'db')
  .build();

it('says what is added, changed and removed, and nothing of positions', () => {
  const draft = draftOf(design);
  draft.putElement(makeElement({ id: 'new', kind: 'sqs-queue', name: 'Jobs', parent: 'region' }));
  draft.patchSettings('db', { multiAz: true });
  draft.patchElement('db', { subnets: ['database-a', 'database-b'] });
  draft.patchElement('vpc', { frame: { x: 1, y: 1, width: 10, height: 10 } });
  draft.removeElement('web');
  draft.removeConnection('web-data-db');
  expect(listPlannedChanges(draft.diff(), design, draft.design()).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'added: Jobs (Amazon SQS queue)',
    'changed: Orders: Multi-AZ: off → on; subnets: database-a, database-b',
    'removed: Web (Amazon EC2 instance)',
    'removed: Web reads and writes Orders',
  ]);
});

it('says which tags come, change and go', () => {
  const tagged = { ...design, header: withDesignTags(design.header, { tags: { owner: 'web' } }) };
  const draft = draftOf(tagged);
  draft.putHeader(withDesignTags(tagged.header, { tags: { Owner: 'web' } }));
  draft.patchElement('db', { tags: { Owner: 'data' } });
  expect(listPlannedChanges(draft.diff(), tagged, draft.design()).map(({ text }) => text)).toEqual([
    'The design: tag Owner = web; without the tag owner',
    'Orders: tag Owner = data',
  ]);
});
