import { Option } from 'commander';
import { compareText } from '../../shared/util/sorting';
import type { Rule } from '../../shared/validation/rule';
import { rules } from '../../shared/validation/rules';
import { sourceOf } from '../../shared/validation/validate';
import type { AddCommand } from '../parts/command-context';
import type { PlainFormat } from '../parts/formats';
import { toTable } from '../parts/table';
import { exitCodes, printable, type Terminal } from '../parts/terminal';
import { toJsonText } from '../parts/wording';

const toJson = (rule: Rule) => {
  const { id, group, severity, title, why, trigger, guide, references } = rule;
  return { id, group, severity, title, why, trigger, guide, references };
};

const explain = (rule: Rule): string =>
  `${rule.id}  ${rule.title}\nSeverity: ${rule.severity}; group: ${rule.group}\nWhy: ${rule.why}\nFires: ${rule.trigger}\nSource: ${sourceOf(rule)}\n`;

/** Lists the rules, or explains one. Ids are matched whatever their case. */
export function runRules(terminal: Terminal, wanted: string | undefined, format: PlainFormat): number {
  const sorted = [...rules].sort((a, b) => compareText(a.id, b.id));
  const found = wanted === undefined ? sorted : sorted.filter(({ id }) => id === wanted.toUpperCase());
  if (wanted !== undefined && found.length === 0) {
    terminal.error(`There is no rule ${printable(wanted)}. There are: ${sorted.map(({ id }) => id).join(', ')}.\n`);
    return exitCodes.unusable;
  }
  if (format === 'json') terminal.out(toJsonText({ version: 1, rules: found.map(toJson) }));
  else if (wanted === undefined) terminal.out(toTable(found.map(({ id, severity, title }) => [id, severity, title])));
  else terminal.out(found.map(explain).join('\n'));
  return exitCodes.fine;
}

export const addRulesCommand: AddCommand = (program, { terminal, done }) => {
  program
    .command('rules')
    .description('list the rules, or explain one')
    .argument('[id]', 'a rule, such as AVL-01')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .action((id: string | undefined, { format }: { format: PlainFormat }) => done(runRules(terminal, id, format)));
};
