import { designSettings } from '../../shared/catalog/design-settings';
import { kinds } from '../../shared/catalog/services';
import { resolve } from '../../shared/topology/resolve';
import type { Topology } from '../../shared/topology/topology';
import { noteDesign } from '../cloudformation/export';
import { planBudget } from '../plan/budget';
import { planDevelopment } from '../plan/development';
import type { Note } from '../plan/note';
import { collectNotes } from '../plan/note';
import type { StackPlan } from '../plan/placement';
import { placeDesign, planStacks } from '../plan/placement';
import { toTagValue } from '../plan/plain-text';
import { designTags, isTagged } from '../plan/tags';
import { BUDGET_EMAIL } from './budget';
import { mergeStacks } from './environments';
import type { Setting } from './module';
import { camelOf, pascalOf } from './names';
import type { ProjectFile } from './project';
import { TITLE_TAG, writeProject } from './project';
import { writeStackCode } from './stack';
import type { StackCode } from './stack-code';

export interface CdkExport {
  /** The files of one project; none for a design without anything to deploy. */
  readonly files: readonly ProjectFile[];
  /** What is left out, assumed, or known not to work. */
  readonly notes: readonly Note[];
  /** What differs by environment, and the value that the drawing gives; empty where it gives none. */
  readonly settings: ReadonlyMap<string, Setting>;
}

export interface CdkOptions {
  /** Name of the project; letters, digits and dashes count. From the name of the design where left out. */
  readonly projectName?: string;
  /** A day such as `2026-03-01`: waivers that ended before it silence nothing. All hold where it is left out. */
  readonly today?: string;
}

const LONGEST_NAME = 60;

/** A name that packages and files take, starting with a letter. */
const projectNameOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, LONGEST_NAME)
    .replace(/-+$/, '') || 'infrastructure';

/** Values that the drawing gives for settings, such as domains; a certificate must be given by whoever deploys. */
function readSettings(topology: Topology, stacks: readonly StackCode[]): ReadonlyMap<string, Setting> {
  const { alertEmail } = designSettings.read(topology.design.header.settings);
  const drawn = new Map<string, string>([
    [BUDGET_EMAIL, alertEmail],
    ...topology.ofKind('route53-zone').map((zone) => {
      const { domain } = kinds['route53-zone'].read(zone.element.settings);
      return [`${camelOf(zone.id)}DomainName`, domain] as const;
    }),
  ]);
  const props = new Map(stacks.flatMap(({ root }) => [...root.props]));
  return new Map(
    [...props]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { standard }]) => [name, standard ?? drawn.get(name) ?? '']),
  );
}

function writeStacks(
  topology: Topology,
  plans: readonly StackPlan[],
  { name, today, isMerged }: { readonly name: string; readonly today: string | undefined; readonly isMerged: boolean },
): readonly StackCode[] {
  const isOnly = plans.length === 1;
  return plans
    .map((plan) => {
      const region = plan.region ?? 'global';
      const stackName = `${pascalOf(name)}${isOnly ? '' : pascalOf(region)}Stack`;
      const folder = isOnly ? 'lib' : `lib/${region.toLowerCase().replace(/[^a-z0-9-]/g, '')}`;
      const budget = planBudget(topology, plan, plans);
      return writeStackCode(topology, plan, { folder, stackName, budget, today, isMerged }, collectNotes());
    })
    .filter(({ modules }) => modules.length > 0);
}

/** The stacks, as they are in both environments where something differs. */
function writeBoth(
  topology: Topology,
  plans: readonly StackPlan[],
  name: string,
  today: string | undefined,
): readonly StackCode[] {
  const design = planDevelopment(topology.design, collectNotes());
  const wish = { name, today, isMerged: design !== null };
  const stacks = writeStacks(topology, plans, wish);
  if (!design) return stacks;
  const development = resolve(design);
  const others = writeStacks(development, planStacks(development, placeDesign(development, collectNotes())), wish);
  return stacks.map((stack) => {
    const other = others.find(({ region }) => region === stack.region);
    return other ? { ...stack, environments: mergeStacks(stack, other) } : stack;
  });
}

function listNames(topology: Topology, ids: readonly string[]): string {
  const names = ids.map((id) => topology.design.elements.get(id)?.name ?? id);
  return `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''} ${names.length > 1 ? 'are' : 'is'}`;
}

/**
 * Writes a design as a TypeScript project for AWS CDK: one stack a Region, one construct for each VPC and tier. The same
 * design gives the same bytes, wherever its elements lie on the canvas. Ids of constructs follow from element ids.
 */
export function exportCdk(topology: Topology, options: CdkOptions = {}): CdkExport {
  const plans = planStacks(topology, placeDesign(topology, collectNotes()));
  // Both targets write the same drawing, so what one has to say about it holds for the other; only notes on a template as a
  // whole, such as its size, have no subject.
  const notes = noteDesign(topology).filter(({ subjects }) => subjects.length > 0);
  const name = projectNameOf(options.projectName ?? topology.design.header.name);
  const stacks = writeBoth(topology, plans, name, options.today);
  const unlike = stacks.flatMap(({ environments }) => environments?.unlike ?? []);
  if (unlike.length > 0)
    notes.push({
      kind: 'left-out',
      subjects: unlike,
      message: `In the CDK project ${listNames(topology, unlike)} in development as in production: other code would follow from the values for development. CloudFormation templates have them.`,
    });
  if (stacks.length === 0) return { files: [], notes, settings: new Map() };
  const title = toTagValue(topology.design.header.name, name);
  const settings = readSettings(topology, stacks);
  const tags = designTags(topology);
  const project = { name, title, tags, hasTitleTag: !isTagged(topology, TITLE_TAG), stacks, settings, notes };
  return { files: writeProject(project), notes, settings };
}
