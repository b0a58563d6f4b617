import type { Way, WaySearch } from '../../shared/assessment/find-ways';
import { showAvailability, showMinutesDown, showShare, showTarget } from '../../shared/resilience/show-availability';
import { printable } from '../parts/terminal';
import { plural, showChange } from '../parts/wording';

const wayToJson = ({ steps, monthlyMicros, entry, counts }: Way) => ({
  monthlyChange: monthlyMicros / 1_000_000,
  availability: entry.availability,
  atMost: entry.atMost,
  minutesDown: entry.minutesDown,
  limiting: entry.limiting,
  counts,
  fixes: steps,
});

/** For `--format json`: shares are 0 to 1, amounts in US dollars a month. */
export const waysToJson = ({ outcome, target, ways, nearest, cutShort, tried }: WaySearch) => ({
  target,
  outcome,
  ways: ways.map(wayToJson),
  nearest: nearest && wayToJson(nearest),
  cutShort,
  tried,
});

const tellWay = ({ steps, monthlyMicros, entry, counts }: Way): string[] => [
  `${showChange(monthlyMicros)}: ${showAvailability(entry)}, ${showMinutesDown(entry)} down; ${plural(counts.error, 'error')}, ${plural(counts.warning, 'warning')} left`,
  ...steps.map(({ ruleId, title, subject }) => `  ${ruleId}  ${subject}: ${title}`),
];

function listLines({ outcome, target, now, ways, nearest, cutShort, tried }: WaySearch): string[] {
  const wanted = showTarget(target);
  const cut = cutShort ? [`Cut short after ${plural(tried, 'design')}: there may be better ways.`] : [];
  switch (outcome) {
    case 'already':
      return [`${wanted} is reached as it is: ${now ? showAvailability(now) : ''}.`];
    case 'no-entry':
      return [`Nobody is drawn who sends requests, so no way to ${wanted} can be looked for.`];
    case 'reached':
      return [`The cheapest ways to ${wanted}:`, ...ways.flatMap(tellWay), ...cut];
    case 'unreachable': {
      const limits = (nearest?.entry ?? now)?.limiting.map(
        ({ name, availability }) => `${name} ${showShare(availability)}`,
      );
      const near = nearest ? ['The nearest:', ...tellWay(nearest)] : ['No fix raises it.'];
      return [
        `${wanted} is out of reach of the fixes there are. Limited most by ${limits?.join(', ') ?? 'nothing'}.`,
        ...near,
        ...cut,
      ];
    }
  }
}

/** For people: the ways with cost, availability and findings, or why there is none. */
export const tellWays = (search: WaySearch): string => `\n${listLines(search).map(printable).join('\n')}\n`;
