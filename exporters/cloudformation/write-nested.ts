import type { Topology } from '../../shared/topology/topology';
import { countBytes } from '../plan/count-bytes';
import type { Notes } from '../plan/note';
import type { ExportedFile } from './export';
import { MOST_RESOURCES, problemsOfSplit, splitTemplate } from './nested';
import type { Template } from './template';
import { toYaml } from './template-to-yaml';
import { toJson } from './to-json';

/** A template that goes through a bucket: CloudFormation User Guide, "CloudFormation quotas". */
export const MOST_BYTES = 1_000_000;

export const countResources = ({ sections }: Template): number =>
  sections.reduce((sum, { resources }) => sum + resources.size, 0);

/** Too large for one stack: divided over nested stacks, or said to be too large for that too. */
export function writeNested(
  whole: Omit<ExportedFile, 'text'>,
  template: Template,
  { topology, format, notes }: { topology: Topology; format: 'yaml' | 'json'; notes: Notes },
): readonly ExportedFile[] {
  const stem = whole.path.slice(0, -format.length - 1);
  const pathOf = (name: string): string => `${stem}-${name.toLowerCase()}.${format}`;
  const split = splitTemplate(template, topology, whole.elements, (name) => `./${pathOf(name)}`);
  const write = (path: string, part: Template, isNested: boolean): ExportedFile => {
    const ids = part.sections.flatMap(({ resources }) => [...resources.keys()]);
    const mine = (): Map<string, string> =>
      new Map(
        ids.flatMap((id): [string, string][] => {
          const element = whole.elements.get(id);
          return element === undefined ? [] : [[id, element]];
        }),
      );
    return {
      path,
      text: format === 'yaml' ? toYaml(part) : toJson(part),
      elements: isNested ? mine() : whole.elements,
      parameters: part.parameters,
      region: whole.region,
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
