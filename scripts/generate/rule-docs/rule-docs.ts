import { estimateLevel } from '../../../shared/assessment/estimate-level';
import { PROFILES, type Profile } from '../../../shared/catalog/profiles';
import { ruleExamples } from '../../../shared/testing/rule-examples';
import { resolve } from '../../../shared/topology/resolve';
import { plainMarkdown } from '../../../shared/util/markdown';
import { compareText } from '../../../shared/util/sorting';
import { neverWaived, severityIn } from '../../../shared/validation/profiles';
import type { Finding, Rule } from '../../../shared/validation/rule';
import { rules } from '../../../shared/validation/rules';
import { validate } from '../../../shared/validation/validate';
import { excerptPair } from './excerpt';
import { drawPair } from './rule-picture';

const sorted = [...rules].sort((a, b) => compareText(a.id, b.id));
const profiles = Object.keys(PROFILES).filter((key): key is Profile => key in PROFILES);

/** What the rule says of its bad example. */
function findBad(id: string): Finding | undefined {
  const example = ruleExamples.get(id);
  const amounts = example?.amounts?.bad ?? null;
  const found = example && validate(resolve(example.bad().build()), { amounts, estimateLevel }).findings;
  return found?.find(({ ruleId }) => ruleId === id);
}

const KINDS = { auto: 'automatic', choice: 'choice', manual: 'by hand' } as const;

function tellFixes(finding: Finding | undefined): string[] {
  const fixes = finding?.fixes ?? [];
  if (fixes.length === 0) return [];
  return ['- Fixes of the example:', ...fixes.map(({ title, kind }) => `  - ${plainMarkdown(title)} (${KINDS[kind]})`)];
}

function tellRule(rule: Rule): string[] {
  const { id, title, why, trigger, guide, references } = rule;
  const finding = findBad(id);
  const weights = profiles.map((profile) => severityIn(profile, rule, rule.severity));
  const refusal = neverWaived.get(id);
  return [
    `### ${id} ${plainMarkdown(title)}`,
    '',
    plainMarkdown(why),
    '',
    `- Weight: ${profiles.map((profile, index) => `${weights[index]} in ${profile}`).join(', ')}`,
    `- Found where: ${plainMarkdown(trigger)}`,
    ...(guide.length > 0 ? [`- Guide: ${guide.map((section) => `§${section}`).join(', ')}`] : []),
    ...(references.length > 0 ? [`- References: ${plainMarkdown(references.join('; '))}`] : []),
    ...tellFixes(finding),
    ...(finding ? [`- Says of the example: “${plainMarkdown(finding.question ?? finding.message)}”`] : []),
    ...(refusal === undefined ? [] : [`- Cannot be accepted in the regulated profile: ${plainMarkdown(refusal)}.`]),
    '',
    `![A design in which ${id} is found, and one that passes](rules/${id}.svg)`,
    '',
  ];
}

/** `docs/rules.md`: an entry for each rule. */
export const rulesText = (): string =>
  [
    '# Rules',
    '',
    `${sorted.length} rules, written from the rules themselves and their examples by \`npm run generate\`; do not edit. A finding fails, or asks the one question that would decide it.`,
    'Weights may differ within a rule where its text says so. “Why?” beside a finding in the app shows the same.',
    '',
    ...sorted.flatMap(tellRule),
  ].join('\n');

/** A picture for each rule: path from the root and text. */
export async function rulePictures(): Promise<{ readonly path: string; readonly text: string }[]> {
  const pictures: { path: string; text: string }[] = [];
  for (const { id } of sorted) {
    const example = ruleExamples.get(id);
    if (!example) continue;
    const [bad, good] = [example.bad().build(), example.good().build()];
    const { elements = [], connections = [] } = findBad(id)?.subjects ?? {};
    const ends = connections.flatMap((connection) => {
      const drawn = bad.connections.get(connection);
      return drawn ? [drawn.from, drawn.to] : [];
    });
    const added = [...good.elements.keys()].filter((element) => !bad.elements.has(element));
    const subjects = new Set([...elements, ...ends, ...added]);
    const [before, after] = excerptPair(bad, good, subjects);
    pictures.push({ path: `docs/rules/${id}.svg`, text: await drawPair(id, before, after, new Set(elements)) });
  }
  return pictures;
}
