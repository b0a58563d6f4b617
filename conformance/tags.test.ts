import { describe, expect, it } from 'vitest';
import { exportCloudFormation } from '../exporters/cloudformation/export';
import { TAG_SHAPES } from '../exporters/cloudformation/tag-shapes';
import type { Design } from '../shared/model/design';
import { resolve } from '../shared/topology/resolve';
import type { Json, JsonObject } from '../shared/util/json';
import { isJsonObject } from '../shared/util/json';
import { allDesigns } from './designs/all-designs';
import { severalOf } from './designs/large-design';
import { highPowerSite } from './designs/network-designs';
import { tagEverything } from './designs/with-tags';
import { checkTemplate } from './judges/check-template/check-template';
import { describeComplaint } from './judges/check-template/complaint';
import { loadResourceSpec } from './judges/check-template/resource-spec';
import { validateWithAws } from './judges/cloudformation-validate';

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});

const subjects = [...Object.entries(allDesigns), ['many teams', () => severalOf(highPowerSite(), 12)] as const].map(
  ([name, make]) => {
    const { files } = exportCloudFormation(resolve(tagEverything(make())), { format: 'json' });
    const templates = files.map(({ text }) => objectOf(JSON.parse(text)));
    return { name, design: make(), templates };
  },
);

const resources = subjects.flatMap(({ templates }) =>
  templates.flatMap((template) => Object.values(objectOf(template.Resources)).map(objectOf)),
);
const types = [...new Set(resources.map(({ Type }) => String(Type)))].sort();

/** What the schemas do not call tags, although it is. */
const BY_ANOTHER_NAME: Readonly<Record<string, string>> = {
  'AWS::Budgets::Budget': 'ResourceTags list',
  'AWS::EC2::LaunchTemplate': 'TagSpecifications specifications',
};
const FORMS: Readonly<Record<string, string>> = { standard: 'list', map: 'map', asg: 'group' };

function shapeInSchema(type: string): string | undefined {
  const tags = loadResourceSpec().resource(type)?.tagInformation;
  return tags ? `${tags.tagPropertyName} ${FORMS[tags.variant]}` : BY_ANOTHER_NAME[type];
}

it('knows of every type that takes tags, and how', () => {
  const known = types.map((type) => {
    const shape = TAG_SHAPES[type];
    return [type, shape && `${shape.property} ${shape.form}`];
  });
  expect(known).toEqual(types.map((type) => [type, shapeInSchema(type)]));
});

it('names no type that nothing writes', () => {
  expect(Object.keys(TAG_SHAPES).filter((type) => !types.includes(type))).toEqual([]);
});

/** What AWS's validator finds in a design's templates. */
function judge(name: string, drawn: Design): readonly string[] {
  const topology = resolve(drawn);
  const region = topology.regions[0]?.code ?? 'us-east-1';
  return exportCloudFormation(topology, { format: 'yaml' }).files.flatMap(({ text }) =>
    validateWithAws(text, `${name}.yaml`, region).map(({ ruleId, place }) => `${ruleId} ${place}`),
  );
}

describe.each(subjects)('the templates of $name with tags', ({ name, design, templates }) => {
  it("are to AWS's own validator what they are without", () => {
    expect(judge(name, tagEverything(design))).toEqual(judge(name, design));
  });

  it('keep to the resource specification', () => {
    const complaints = templates.flatMap((template) => checkTemplate(template).map(describeComplaint));
    // A large template goes through a bucket; its notes say so.
    expect(complaints.filter((complaint) => !complaint.includes('allowed in a call'))).toEqual([]);
  });

  it('carry the tags of the design on everything that takes some', () => {
    for (const template of templates)
      for (const resource of Object.values(objectOf(template.Resources)).map(objectOf)) {
        if (!TAG_SHAPES[String(resource.Type)]) continue;
        expect(JSON.stringify(resource.Properties), String(resource.Type)).toContain('4711');
      }
  });
});
