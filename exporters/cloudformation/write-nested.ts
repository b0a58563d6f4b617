import type { Topology } from '../../shared/topology/topology';
import { countBytes } from '../plan/count-bytes';
import type { Notes } from '../plan/note';
import type { ExportedFile } from './export';
import { MOST_RESOURCES, problemsOfSplit, splitTemplate } from './nested';
import type { Template } from './template';
import { toYaml } from './template-to-yaml';
import { toJson } from './to-json';
import { makeYamlLayout } from './yaml-layout';

/** A template that goes through a bucket: CloudFormation User Guide, "CloudFormation quotas". */
export const MOST_BYTES = 1_000_000;

export const countResources = ({ sections }: Template): number =>
  sections.reduce((sum, { resources }) => sum + resources.size, 0);

/** The elements that a template's own resources come from. */
function elementsOf({ sections }: Template, all: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const elements = new Map<string, string>();
  for (const { resources } of sections)
    for (const id of resources.keys()) {
      const element = all.get(id);
      if (element !== undefined) elements.set(id, element);
    }
  return elements;
}

/** Too large for one stack: divided over nested stacks, or said to be too large for that too. */
export function writeNested(
  whole: Omit<ExportedFile, 'text'>,
  template: Template,
  { topology, format, notes }: { topology: Topology; format: 'yaml' | 'json'; notes: Notes },
): readonly ExportedFile[] {
  const { environment } = whole;
  const stem = whole.path.slice(0, -format.length - 1);
  const pathOf = (name: string): string => `${stem}-${name.toLowerCase()}.${format}`;
  const split = splitTemplate(template, topology, whole.elements, (name) => `./${pathOf(name)}`);
  const layout = makeYamlLayout();
  const write = (path: string, part: Template, isNested: boolean): ExportedFile => {
    return {
      path,
      text: format === 'yaml' ? toYaml(part, layout) : toJson(part),
      elements: isNested ? elementsOf(part, whole.elements) : whole.elements,
      parameters: part.parameters,
      region: whole.region,
      ...(environment === undefined || isNested ? {} : { environment }),
      ...(isNested ? { isNested: true } : {}),
    };
  };
  const files = [
    write(whole.path, split.root, false),
    ...split.nested.map(({ name, template: part }) => write(pathOf(name), part, true)),
  ];
  const problems = [
    ...problemsOfSplit(split),
    ...files.flatMap(({ path, text }) =>
      countBytes(text) > MOST_BYTES
        ? [`${path} has ${countBytes(text)} bytes; CloudFormation takes ${MOST_BYTES}.`]
        : [],
    ),
  ];
  for (const problem of problems)
    notes.add('will-not-work', [], `${problem} Divide the design into several, for instance one for each VPC.`);
  notes.add(
    'assumed',
    [],
    `${countResources(template)} resources are divided over ${split.nested.length} nested stacks: one stack takes ${MOST_RESOURCES}. A stack that was deployed as one template cannot become these: its resources would be made again. Deploy under another name, and move the data.`,
  );
  return files;
}
