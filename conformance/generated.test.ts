import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportCloudFormation } from '../exporters/cloudformation/export';
import type { Note } from '../exporters/plan/note';
import { isServiceKind } from '../shared/catalog/catalog';
import type { Design } from '../shared/model/design';
import { resolve } from '../shared/topology/resolve';
import { anyDesign } from './designs/generated-designs';
import { checkTemplate } from './judges/check-template/check-template';
import { describeComplaint } from './judges/check-template/complaint';
import { validateWithAws } from './judges/cloudformation-validate';
import { findTraps } from './judges/deploy-traps/find-traps';
import { isMistaken } from './judges/mistaken-findings';
import { readYamlTemplate } from './judges/read-yaml-template';

const RUNS = 100;
/** The validator takes some 20 ms a template. */
const VALIDATOR_RUNS = 40;
const TIMEOUT_MS = 300_000;

interface Judged {
  readonly text: string;
  readonly notes: readonly Note[];
  readonly elements: ReadonlyMap<string, string>;
}

function exportDesign(design: Design): Judged | undefined {
  const { files, notes } = exportCloudFormation(resolve(design), { format: 'yaml' });
  const [file] = files;
  return file && { text: file.text, notes, elements: file.elements };
}

describe('the template of any design', { timeout: TIMEOUT_MS }, () => {
  it('keeps to the resource specification', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const judged = exportDesign(design);
        if (judged) expect(checkTemplate(readYamlTemplate(judged.text)).map(describeComplaint)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('falls into no deployment trap without a note that says so', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const judged = exportDesign(design);
        if (!judged) return;
        const warned = new Set(
          judged.notes.filter(({ kind }) => kind === 'will-not-work').flatMap(({ subjects }) => subjects),
        );
        const traps = findTraps(readYamlTemplate(judged.text));
        expect(traps.filter(({ logicalId }) => !warned.has(judged.elements.get(logicalId) ?? ''))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it("has no error for AWS's own validator", () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const judged = exportDesign(design);
        if (!judged) return;
        const template = readYamlTemplate(judged.text);
        const findings = validateWithAws(judged.text, 'generated.yaml');
        expect(findings.filter((finding) => finding.severity !== 'WARN' && !isMistaken(finding, template))).toEqual([]);
      }),
      { numRuns: VALIDATOR_RUNS },
    );
  });

  it('shows every service or lists it as left out', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const { files, notes } = exportCloudFormation(resolve(design), { format: 'json' });
        const shown = new Set(files.flatMap((file) => [...writtenElements(file.text, file.elements)]));
        const listed = new Set(notes.flatMap(({ subjects }) => subjects));
        const lost = [...design.elements.values()].filter(
          ({ id, kind }) => isServiceKind(kind) && !shown.has(id) && !listed.has(id),
        );
        expect(lost.map(({ id }) => id)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

/** Elements with a resource in the text. */
function writtenElements(text: string, elements: ReadonlyMap<string, string>): ReadonlySet<string> {
  const template: { readonly Resources?: Readonly<Record<string, unknown>> } = JSON.parse(text);
  return new Set(Object.keys(template.Resources ?? {}).flatMap((id) => elements.get(id) ?? []));
}
