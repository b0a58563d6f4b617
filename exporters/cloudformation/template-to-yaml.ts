import type { Json, JsonObject } from '../../shared/util/json';
import { isJsonObject } from '../../shared/util/json';
import type { Section, Template } from './template';
import { toTemplateObject } from './to-json';
import type { YamlLayout } from './yaml-layout';
import { makeYamlLayout } from './yaml-layout';

/** One line of comment, whatever the text holds: line breaks of every kind would end the comment. */
const comment = (line: string): string =>
  `  # ${Array.from(line, (character) => (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(character) ? ' ' : character))
    .join('')
    .trim()}\n`;

/** Entries of a top-level block, a blank line between them. */
const writeEntries = (layout: YamlLayout, entries: readonly (readonly [string, Json])[]): string =>
  entries.map(([id, value]) => layout.entry(id, value, 1)).join('\n');

const writeBlock = (layout: YamlLayout, name: string, block: Json | undefined): string =>
  isJsonObject(block) ? `\n${name}:\n${writeEntries(layout, Object.entries(block))}` : '';

function writeSection(layout: YamlLayout, section: Section, all: JsonObject): string {
  const entries = [...section.resources.keys()].map((id): [string, Json] => [id, all[id] ?? {}]);
  return `${comment(section.title)}\n${writeEntries(layout, entries)}`;
}

/**
 * YAML text in CloudFormation's short forms, a comment over each section and a blank line between resources. Strings
 * that a YAML 1.1 reader would take for a number, a date or a truth value come out quoted.
 */
export function toYaml(template: Template): string {
  const layout = makeYamlLayout();
  const object = toTemplateObject(template);
  const resources = isJsonObject(object.Resources) ? object.Resources : {};
  const sections = template.sections.filter((section) => section.resources.size > 0);
  return [
    layout.entry('AWSTemplateFormatVersion', object.AWSTemplateFormatVersion ?? '', 0),
    layout.entry('Description', object.Description ?? '', 0),
    writeBlock(layout, 'Parameters', object.Parameters),
    '\nResources:\n',
    sections.map((section) => writeSection(layout, section, resources)).join('\n'),
    writeBlock(layout, 'Outputs', object.Outputs),
  ].join('');
}
