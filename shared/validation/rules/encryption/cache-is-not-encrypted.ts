import { kinds } from '../../../catalog/services';
import type { Service } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { changeSettings } from '../../fixes/change-settings';
import type { Rule, Violation } from '../../rule';
import { listNames } from '../../wording';

function checkCache({ id, name, element }: Service): Violation | undefined {
  const { encryptedAtRest, encryptedInTransit } = kinds['elasticache-redis'].read(element.settings);
  const gaps = [...(encryptedAtRest ? [] : ['at rest']), ...(encryptedInTransit ? [] : ['in transit'])];
  if (gaps.length === 0) return undefined;
  return {
    elements: [id],
    message: `${name} is not encrypted ${listNames(gaps)}. Session keys and cached records can be read from the network or from a snapshot. Turn encryption on.`,
    fixes: [
      changeSettings(id, 'Encrypt it at rest and in transit', { encryptedAtRest: true, encryptedInTransit: true }),
    ],
  };
}

export const cacheIsNotEncrypted: Rule = {
  id: 'ENC-05',
  group: 'encryption',
  byPart: true,
  severity: 'warning',
  title: 'Cache is not encrypted or has no authentication',
  why: 'A cache holds copies of the most used data and often the sessions: whoever reads it is logged in as everybody.',
  trigger: 'A Valkey or Redis cache has encryption at rest or in transit turned off.',
  guide: ['4.7.10'],
  references: ['AWS Well-Architected SEC08-BP02', 'checkov CKV_AWS_29 and CKV_AWS_30'],
  check: (topology) => mapDefined(topology.ofKind('elasticache-redis'), checkCache),
};
