// One line a rule, by folder and file name. The contract test holds this list against the folder.
import type { Rule } from '../rule';
import { cacheCannotFailOver } from './availability/cache-cannot-fail-over';
import { databaseIsNotMultiAz } from './availability/database-is-not-multi-az';
import { loadBalancerInOneZone } from './availability/load-balancer-in-one-zone';
import { nothingSpreadsTraffic } from './availability/nothing-spreads-traffic';
import { singlePointOfFailure } from './availability/single-point-of-failure';
import { tierHasOneCopy } from './availability/tier-has-one-copy';
import { tierInSingleZone } from './availability/tier-in-single-zone';
import { cidrOutsideOrOverlapping } from './connectivity/cidr-outside-or-overlapping';
import { illegalPlace } from './connectivity/illegal-place';
import { labelContradictsRoutes } from './connectivity/label-contradicts-routes';
import { subnetNotInOneZone } from './connectivity/subnet-not-in-one-zone';
import { adminPortOpenToWorld } from './network/admin-port-open-to-world';
import { dataTierIsReachable } from './network/data-tier-is-reachable';
import { filesOnInstanceDisks } from './state/files-on-instance-disks';
import { sessionsOnInstances } from './state/sessions-on-instances';
import { stickySessions } from './state/sticky-sessions';

export const rules: readonly Rule[] = [
  cacheCannotFailOver,
  databaseIsNotMultiAz,
  loadBalancerInOneZone,
  nothingSpreadsTraffic,
  singlePointOfFailure,
  tierHasOneCopy,
  tierInSingleZone,
  cidrOutsideOrOverlapping,
  illegalPlace,
  labelContradictsRoutes,
  subnetNotInOneZone,
  adminPortOpenToWorld,
  dataTierIsReachable,
  filesOnInstanceDisks,
  sessionsOnInstances,
  stickySessions,
];
