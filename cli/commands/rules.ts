import { Option } from 'commander';
import { PROFILES, type Profile } from '../../shared/catalog/profiles';
import { compareText } from '../../shared/util/sorting';
import { neverWaived, severityIn } from '../../shared/validation/profiles';
import type { Rule } from '../../shared/validation/rule';
import { rules } from '../../shared/validation/rules';
import { sourceOf } from '../../shared/validation/validate';
import type { AddCommand } from '../parts/command-context';
import type { PlainFormat } from '../parts/formats';
import { toTable } from '../parts/table';
import { exitCodes, printable, type Terminal } from '../parts/terminal';
import { toJsonText } from '../parts/wording';

const PROFILE_KEYS = Object.keys(PROFILES).filter((key): key is Profile => key in PROFILES);

const toJson = (rule: Rule) => {
  const { id, group, severity, title, why, trigger, guide, references } = rule;
  const weights = Object.fromEntries(PROFILE_KEYS.map((profile) => [profile, severityIn(profile, rule, severity)]));
  const never = neverWaived.get(id);
  return {
    ...{ id, group, severity, weights, title, why, trigger, guide, references },
    ...(never === undefined ? {} : { neverWaivedWhenRegulated: never }),
  };
};

const explain = (rule: Rule): string =>
  `${rule.id}  ${rule.title}\nSeverity: ${rule.severity}; group: ${rule.group}\n${PROFILE_KEYS.map((profile) => `${profile}: ${severityIn(profile, rule, rule.severity)}`).join(', ')}\nWhy: ${rule.why}\nFires: ${rule.trigger}\nSource: ${sourceOf(rule)}\n`;

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
