import { z } from 'zod';

const factor = z.number().min(0).max(1_000_000).default(1);
const scenarioId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/**
 * How much is used in some situation, against the numbers stated on the elements and connections: `traffic` multiplies what
 * flows in a month or on average, `storage` what is stored. `overrides` states numbers outright, by id of the element or
 * connection and name of the setting.
 */
const scenarioSchema = z.object({
  id: scenarioId,
  name: z.string().min(1).max(60),
  traffic: factor,
  storage: factor,
  overrides: z
    .record(z.string().max(200), z.record(z.string().max(60), z.number().min(0).max(1e12)))
    .refine((byId) => Object.keys(byId).length <= 1000, 'at most 1000 elements')
    .default({}),
});
export type UsageScenario = Readonly<z.infer<typeof scenarioSchema>>;

/** Field of the design settings. */
export const scenarioList = () => z.array(scenarioSchema).max(20).default([]);
export const scenarioChoice = () => scenarioId.default('expected');

/** The numbers as they are stated. */
export const EXPECTED: UsageScenario = { id: 'expected', name: 'Expected', traffic: 1, storage: 1, overrides: {} };

/** Always on offer; the factors of the other two are only a beginning. A scenario of the design with the same id takes its place. */
const BUILT_IN: readonly UsageScenario[] = [
  { id: 'quiet', name: 'Quiet', traffic: 0.2, storage: 1, overrides: {} },
  EXPECTED,
  { id: 'launch-day', name: 'Launch day', traffic: 5, storage: 1, overrides: {} },
];

/** The scenarios a design offers: the three built in, each as the design changed it, then its own. */
export const listScenarios = (own: readonly UsageScenario[]): readonly UsageScenario[] => {
  const byId = new Map(own.map((scenario) => [scenario.id, scenario]));
  const builtIn = BUILT_IN.map((scenario) => byId.get(scenario.id) ?? scenario);
  const ids = new Set(builtIn.map(({ id }) => id));
  return [...builtIn, ...[...byId.values()].filter(({ id }) => !ids.has(id))];
};
