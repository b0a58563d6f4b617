import type { Design } from '../../shared/model/design';
import { containerSite, guardedSite } from './container-designs';
import { everythingInVpc, faultySite, highPowerSite, onePublicMachine } from './network-designs';
import { privateSite } from './private-designs';
import { budgetedSite, hostileSite, messagingSite, streamingSite, watchedSite } from './regional-designs';
import { auditedSite, joinedSite } from './site-designs';

/** Designs that between them draw every kind of the catalog, by name. */
export const allDesigns: Readonly<Record<string, () => Design>> = {
  'high-power site': highPowerSite,
  'faulty site': faultySite,
  'one public machine': onePublicMachine,
  'everything in a VPC': everythingInVpc,
  'container site': containerSite,
  'guarded site': guardedSite,
  'private site': privateSite,
  'joined site': joinedSite,
  'audited site': auditedSite,
  messaging: messagingSite,
  'streaming site': streamingSite,
  'watched site': watchedSite,
  'budgeted site': budgetedSite,
  'hostile names': hostileSite,
};
