import type { JsonObject } from '../../shared/util/json';
import type { Output, Parameter, Resource, Template } from './template';
import { FORMAT_VERSION } from './template';
import type { YamlLayout } from './yaml-layout';
import { makeYamlLayout } from './yaml-layout';

/** One line of comment, whatever the text holds: line breaks of every kind would end the comment. */
const comment = (line: string): string => `  # ${line.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ').trim()}\n`;

/** What stands in a block under its id. */
type Entries = ReadonlyMap<string, Parameter | JsonObject | Resource | Output>;

/** Entries of a top-level block, a blank line between them. */
function writeEntries(layout: YamlLayout, entries: Entries): string {
  let text = '';
  for (const [id, entry] of entries) text += `${text === '' ? '' : '\n'}${layout.block(id, { ...entry }, 1)}`;
  return text;
}

const writeBlock = (layout: YamlLayout, name: string, block: Entries): string =>
  block.size > 0 ? `\n${name}:\n${writeEntries(layout, block)}` : '';

/**
 * YAML text in CloudFormation's short forms, a comment over each section and a blank line between resources. Strings
 * that a YAML 1.1 reader would take for a number, a date or a truth value come out quoted.
 * @param layout one for several templates writes sooner what they share
 */
export function toYaml(template: Template, layout = makeYamlLayout()): string {
  const { description, parameters, conditions, sections, outputs } = template;
  const filled = sections.filter(({ resources }) => resources.size > 0);
  return [
    layout.entry('AWSTemplateFormatVersion', FORMAT_VERSION, 0),
    layout.entry('Description', description, 0),
    writeBlock(layout, 'Parameters', parameters),
    conditions ? writeBlock(layout, 'Conditions', conditions) : '',
    '\nResources:\n',
    filled.map(({ title, resources }) => `${comment(title)}\n${writeEntries(layout, resources)}`).join('\n'),
    writeBlock(layout, 'Outputs', outputs),
  ].join('');
}
