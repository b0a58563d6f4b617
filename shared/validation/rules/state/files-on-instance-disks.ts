import type { Topology } from '../../../topology/topology';
import { mapDefined } from '../../../util/lists';
import { keepFilesInBucket, keepFilesInFileSystem } from '../../fixes/file-store';
import type { Fix, Rule, Violation } from '../../rule';
import { mostCopies, type ServingMember, type ServingUnit, subjectsOf } from '../../serving-units';
import { listNames } from '../../wording';

function fixesFor(members: readonly ServingMember[]): Fix[] {
  const ids = members.map(({ service }) => service.id);
  return [
    {
      id: 'bucket',
      title: 'Keep the files in an S3 bucket',
      kind: 'choice',
      apply: (design, newId) => keepFilesInBucket(design, newId, ids),
    },
    {
      id: 'file-system',
      title: 'Keep the files in an EFS file system that all copies mount',
      kind: 'choice',
      apply: (design, newId) => keepFilesInFileSystem(design, newId, ids),
    },
  ];
}

function checkUnit(topology: Topology, unit: ServingUnit): Violation | undefined {
  if (mostCopies(unit.members) < 2) return undefined;
  const holders = unit.members.filter(({ state }) => state.files === 'yes');
  if (holders.length > 0)
    return {
      elements: subjectsOf(unit, holders),
      message: `${listNames(holders.map(({ service }) => service.name))} ${holders.length === 1 ? 'keeps' : 'keep'} users' files on instance disks. Other copies do not see them, and they are lost with the instance. Keep them in S3 or EFS.`,
      fixes: fixesFor(holders),
    };
  const open = unit.members.filter(
    ({ service, state }) => state.files === 'unknown' && topology.isCritical(service.id),
  );
  const [first] = open;
  if (!first) return undefined;
  return {
    status: 'unknown',
    elements: subjectsOf(unit, open),
    message: `${unit.name} runs as several copies; whether they keep users' files on their own disks is not stated.`,
    question: `Does ${first.service.name} keep users' files on its disk?`,
    ask: { element: first.service.id, setting: 'localFiles' },
  };
}

export const filesOnInstanceDisks: Rule = {
  id: 'STA-06',
  group: 'state',
  byPart: true,
  severity: 'error',
  title: 'User files live on instance disks',
  why: 'An Auto Scaling group deletes disks with their instances. What must outlive an instance belongs into shared storage.',
  trigger:
    'A web or app machine that can have two copies keeps files on its own disk. A question where it is not stated and users depend on it.',
  guide: ['3.3'],
  references: ['AWS Well-Architected REL05-BP06'],
  check: (topology, { servingUnits }) => mapDefined(servingUnits, (unit) => checkUnit(topology, unit)),
};
