import { designSettings } from '../../shared/catalog/design-settings';
import { kinds } from '../../shared/catalog/services';
import { developmentOf } from '../../shared/model/development';
import type { Topology } from '../../shared/topology/topology';
import { noteDesign } from '../cloudformation/export';
import { planBudget } from '../plan/budget';
import type { Note } from '../plan/note';
import { collectNotes } from '../plan/note';
import { placeDesign, planStacks } from '../plan/placement';
import { toTagValue } from '../plan/plain-text';
import { designTags, isTagged } from '../plan/tags';
import { BUDGET_EMAIL } from './budget';
import type { Setting } from './module';
import { camelOf, pascalOf } from './names';
import type { ProjectFile } from './project';
import { TITLE_TAG, writeProject } from './project';
import type { StackCode } from './stack';
import { writeStackCode } from './stack';

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

/**
 * Writes a design as a TypeScript project for AWS CDK: one stack a Region, one construct for each VPC and tier. The same
 * design gives the same bytes, wherever its elements lie on the canvas. Ids of constructs follow from element ids.
 */
export function exportCdk(topology: Topology, options: CdkOptions = {}): CdkExport {
  const plans = planStacks(topology, placeDesign(topology, collectNotes()));
  // Both targets write the same drawing, so what one has to say about it holds for the other; only notes on a template as a
  // whole, such as its size, have no subject.
  const notes = noteDesign(topology).filter(({ subjects }) => subjects.length > 0);
  const different = [...topology.design.elements.values()].filter((element) => developmentOf(element) !== undefined);
  if (different.length > 0)
    notes.push({
      kind: 'left-out',
      subjects: different.map(({ id }) => id),
      message: 'Values for development are left out of CDK projects: they write production.',
    });
  const name = projectNameOf(options.projectName ?? topology.design.header.name);
  const stacks = plans
    .map((plan) => {
      const isOnly = plans.length === 1;
      const region = plan.region ?? 'global';
      const stackName = `${pascalOf(name)}${isOnly ? '' : pascalOf(region)}Stack`;
      const folder = isOnly ? 'lib' : `lib/${region.toLowerCase().replace(/[^a-z0-9-]/g, '')}`;
      return writeStackCode(
        topology,
        plan,
        { folder, stackName, budget: planBudget(topology, plan, plans), today: options.today },
        collectNotes(),
      );
    })
    .filter(({ modules }) => modules.length > 0);
  if (stacks.length === 0) return { files: [], notes, settings: new Map() };
  const title = toTagValue(topology.design.header.name, name);
  const settings = readSettings(topology, stacks);
  const tags = designTags(topology);
  const project = { name, title, tags, hasTitleTag: !isTagged(topology, TITLE_TAG), stacks, settings, notes };
  return { files: writeProject(project), notes, settings };
}
