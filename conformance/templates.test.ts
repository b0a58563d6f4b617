import { describe, expect, it } from 'vitest';
import { exportCloudFormation } from '../exporters/cloudformation/export';
import { allDefinitions, isServiceKind } from '../shared/catalog/catalog';
import type { Design } from '../shared/model/design';
import { resolve } from '../shared/topology/resolve';
import { allDesigns } from './designs/all-designs';
import { readExamples } from './designs/examples';
import { cfnLint, lintTemplates } from './judges/cfn-lint';
import { checkTemplate } from './judges/check-template/check-template';
import { describeComplaint } from './judges/check-template/complaint';
import { validateWithAws } from './judges/cloudformation-validate';
import { isAvailable } from './judges/command';
import { findTraps } from './judges/deploy-traps/find-traps';
import { readYamlTemplate } from './judges/read-yaml-template';

interface Subject {
  readonly name: string;
  readonly design: Design;
}

const subjects: readonly Subject[] = [
  ...Object.entries(allDesigns).map(([name, make]) => ({ name, design: make() })),
  ...readExamples(),
];

const yamlOf = (design: Design): string =>
  exportCloudFormation(resolve(design), { format: 'yaml' }).files[0]?.text ?? '';

const regionOf = (design: Design): string => resolve(design).regions[0]?.code ?? 'us-east-1';

/** The same design with every element somewhere else on the canvas. */
const moved = (design: Design): Design => ({
  ...design,
  elements: new Map(
    [...design.elements]
      .reverse()
      .map(([id, element], index) => [
        id,
        { ...element, frame: { x: index * 37, y: index * -11, width: 300 + index, height: 90 } },
      ]),
  ),
  connections: new Map([...design.connections].reverse()),
});

/** Warnings that say of a template what the drawing shows on purpose, as our own findings do. */
function isExplained(ruleId: string, design: Design): boolean {
  const hasPublicDatabase = [...design.elements.values()].some(({ settings }) => settings.publiclyAccessible === true);
  // W2508: a database port open to the world. W9011: a database that is publicly accessible.
  return hasPublicDatabase && ['W2508', 'W9011'].includes(ruleId);
}

describe.each(subjects)('the template of $name', ({ name, design }) => {
  const yaml = yamlOf(design);
  const template = readYamlTemplate(yaml);

  it('keeps to the resource specification', () => {
    expect(checkTemplate(template, Buffer.byteLength(yaml)).map(describeComplaint)).toEqual([]);
  });

  it("passes AWS's own validator", () => {
    const findings = validateWithAws(yaml, `${name}.yaml`, regionOf(design));
    expect(findings.filter(({ ruleId }) => !isExplained(ruleId, design))).toEqual([]);
  });

  it('falls into no deployment trap', () => {
    expect(findTraps(template)).toEqual([]);
  });

  it('is the same in JSON', () => {
    const [file] = exportCloudFormation(resolve(design), { format: 'json' }).files;
    expect(JSON.parse(file?.text ?? '')).toEqual(template);
  });

  it('is the same bytes again, and after moving every element', () => {
    expect(yamlOf(design)).toBe(yaml);
    expect(yamlOf(moved(design))).toBe(yaml);
  });

  it('holds no secret', () => {
    expect(yaml).not.toMatch(/\b(MasterUserPassword|AuthToken|SecretString)\b/);
  });
});

describe.skipIf(!isAvailable(cfnLint))('cfn-lint', () => {
  const regions = [...new Set(subjects.map(({ design }) => regionOf(design)))];

  it.each(regions)(
    'has neither error nor warning for any template of %s',
    async (region) => {
      const texts = subjects
        .filter(({ design }) => regionOf(design) === region)
        .map(({ name, design }) => [`${name.replaceAll(' ', '-')}.yaml`, yamlOf(design)]);
      expect(await lintTemplates(Object.fromEntries(texts), { region })).toEqual([]);
    },
    300_000,
  );
});

describe('the designs that are judged', () => {
  it('draw every kind of service', () => {
    const drawn = new Set(subjects.flatMap(({ design }) => [...design.elements.values()].map(({ kind }) => kind)));
    const missing = allDefinitions().filter(({ kind }) => isServiceKind(kind) && !drawn.has(kind));
    expect(missing.map(({ kind }) => kind)).toEqual([]);
  });
});
