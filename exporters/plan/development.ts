import { definitionOf, isServiceKind } from '../../shared/catalog/catalog';
import type { Design } from '../../shared/model/design';
import { developmentDesign, developmentOf, hasDevelopment, withDevelopment } from '../../shared/model/development';
import { equalJson, type Json, type JsonObject } from '../../shared/util/json';
import type { Notes } from './note';
import { COMMON_REASONS, hasSetting, isOfUse, labelOf, parameterTargets } from './parameters';

/**
 * Settings that may differ in development beside those that can be parameters. More than one property may follow from them,
 * and parts of a service may come or go; what others are connected to stays. A test holds every entry to that.
 */
const DIFFER: Readonly<Record<string, readonly string[]>> = {
  'aurora-cluster': ['instances', 'minorUpgrades'],
  'auto-scaling-group': ['min', 'healthCheck', 'volumeType', 'volumeIops', 'volumeThroughput'],
  'dynamodb-table': ['billingMode'],
  'ec2-instance': ['volumeType', 'volumeIops'],
  'ecs-service': ['min', 'environment'],
  efs: ['backup'],
  'elasticache-memcached': ['nodes'],
  'elasticache-redis': ['automaticFailover', 'multiAz', 'replicas'],
  'kinesis-stream': ['mode', 'retentionDays'],
  'lambda-function': ['environment'],
  'rds-instance': ['minorUpgrades'],
  's3-bucket': ['versioning', 'storageClass'],
  'sqs-queue': ['retentionDays'],
};

/** What may be a parameter, but decides between its values whether other parts are there. */
const SAME: ReadonlySet<string> = new Set([
  'api-gateway.logRetention',
  'auto-scaling-group.logRetention',
  'cloudtrail.logRetention',
]);

/** Keys of the settings that may have another value in development. */
export const developmentKeys = (kind: string): readonly string[] => [
  ...Object.keys(parameterTargets(kind)).filter((key) => !SAME.has(`${kind}.${key}`)),
  ...(DIFFER[kind] ?? []),
];

/** Why a setting cannot have another value in development; undefined where it can. */
export function developmentProblem(kind: string, key: string): string | undefined {
  if (!isServiceKind(kind)) return 'Places such as VPCs and tiers are the same in both environments.';
  if (developmentKeys(kind).includes(key)) return undefined;
  if (!hasSetting(kind, key)) return COMMON_REASONS.unknown;
  if (isOfUse(kind, key)) return COMMON_REASONS.ofUse;
  if (SAME.has(`${kind}.${key}`))
    return 'Whether logs are kept decides on other resources too, and those are the same in both environments.';
  return 'More than its own value follows from it, and that is the same in both environments.';
}

/** The drawn value of a setting, as the exporters read it. */
function drawnValue(kind: string, settings: JsonObject, key: string): unknown {
  const read: Readonly<Record<string, unknown>> = definitionOf(kind)?.read(settings) ?? {};
  return read[key];
}

const isLegal = (kind: string, key: string, value: Json): boolean =>
  (definitionOf(kind)?.check({ [key]: value }) ?? []).every((issue) => issue.key.split('.')[0] !== key);

/**
 * The design as it is in development; null where nothing that is exported differs. What cannot differ is as drawn, and is
 * said in a note.
 */
export function planDevelopment(design: Design, notes: Notes): Design | null {
  if (!hasDevelopment(design)) return null;
  let differs = false;
  const elements = [...design.elements].map(([id, element]) => {
    if (element.development === undefined) return [id, element] as const;
    const values = developmentOf(element) ?? {};
    const kept = Object.entries(values).filter(([key, value]) => {
      const label = labelOf(element.kind, key);
      const problem = isLegal(element.kind, key, value ?? null)
        ? developmentProblem(element.kind, key)
        : `${JSON.stringify(value)} is not allowed.`;
      if (problem !== undefined)
        notes.add('left-out', [id], `${label} of ${element.name} is in development as it is in production. ${problem}`);
      else if (!equalJson(value ?? null, JSON.parse(JSON.stringify(drawnValue(element.kind, element.settings, key)))))
        differs = true;
      return problem === undefined;
    });
    for (const key of Object.keys(element.development))
      if (!Object.hasOwn(values, key))
        notes.add(
          'left-out',
          [id],
          `${labelOf(element.kind, key)} of ${element.name} is a parameter, with the drawn value as default in both environments; its value for development is left out.`,
        );
    return [id, withDevelopment(element, Object.fromEntries(kept))] as const;
  });
  return differs ? developmentDesign({ ...design, elements: new Map(elements) }) : null;
}
