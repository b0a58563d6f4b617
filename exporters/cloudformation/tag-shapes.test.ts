import { describe, expect, it } from 'vitest';
import type { Design } from '../../shared/model/design';
import { withDesignTags, withTags } from '../../shared/model/tags';
import { buildNetwork } from '../../shared/testing/builder';
import { resolve } from '../../shared/topology/resolve';
import type { Json, JsonObject } from '../../shared/util/json';
import { isJsonObject } from '../../shared/util/json';
import { exportCloudFormation } from './export';

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});

const tag = (design: Design, id: string, tags: Readonly<Record<string, string>>): Design => {
  const element = design.elements.get(id);
  return element ? { ...design, elements: new Map(design.elements).set(id, withTags(element, tags)) } : design;
};

const plain = buildNetwork(['a', 'b'], { web: 'public', database: 'isolated' })
  .add('fleet', 'auto-scaling-group', { parent: 'vpc', subnets: ['web-a', 'web-b'], name: 'Fleet' })
  .add('files', 'efs', { parent: 'vpc', subnets: ['database-a', 'database-b'], name: 'Files' })
  .build();
const inherited = tag(tag(plain, 'vpc', { Owner: 'platform' }), 'fleet', { Owner: 'web' });
const design: Design = { ...inherited, header: withDesignTags(plain.header, { tags: { CostCenter: '42' } }) };

function propertiesIn(drawn: Design): (id: string) => JsonObject {
  const [file] = exportCloudFormation(resolve(drawn), { format: 'json' }).files;
  const resources = objectOf(objectOf(JSON.parse(file?.text ?? '{}')).Resources);
  return (id) => objectOf(objectOf(resources[id]).Properties);
}
const pair = (Key: string, Value: string) => ({ Key, Value });

describe('tags in templates', () => {
  const properties = propertiesIn(design);

  it('come from the design and from the containers, the nearest first', () => {
    expect(properties('Vpc').Tags).toEqual([
      expect.objectContaining({ Key: 'Name' }),
      pair('CostCenter', '42'),
      pair('Owner', 'platform'),
    ]);
    expect(properties('Fleet').Tags).toEqual(
      [pair('Name', 'Fleet'), pair('CostCenter', '42'), pair('Owner', 'web')].map((item) => ({
        ...item,
        PropagateAtLaunch: true,
      })),
    );
  });

  it('are on the volumes of a fleet as well as on its launch template', () => {
    const { LaunchTemplateData, TagSpecifications } = properties('FleetLaunchTemplate');
    const tags = [pair('Name', 'Fleet'), pair('CostCenter', '42'), pair('Owner', 'web')];
    expect(TagSpecifications).toEqual([{ ResourceType: 'launch-template', Tags: tags }]);
    expect(objectOf(LaunchTemplateData).TagSpecifications).toEqual([{ ResourceType: 'volume', Tags: tags }]);
  });

  it('go under the name that a type has for them', () => {
    expect(properties('Files').FileSystemTags).toContainEqual(pair('Owner', 'platform'));
  });

  it('are more than AWS takes only in a note', () => {
    const many = (letter: string) =>
      Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${letter}${index}`, 'x']));
    const crowded = tag(tag(plain, 'vpc', many('a')), 'fleet', many('b'));
    expect(propertiesIn(crowded)('Fleet').Tags).toHaveLength(49);
    const { notes } = exportCloudFormation(resolve(crowded), { format: 'json' });
    expect(notes.map(({ message }) => message).join()).toContain('has 60 tags with those of its containers');
  });
});
