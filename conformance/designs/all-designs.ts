import type { Design } from '../../shared/model/design';
import { everythingInVpc, faultySite, highPowerSite, onePublicMachine } from './network-designs';
import { hostileSite, messagingSite, watchedSite } from './regional-designs';

/** Designs that between them draw every kind of the catalog, by name. */
export const allDesigns: Readonly<Record<string, () => Design>> = {
  'high-power site': highPowerSite,
  'faulty site': faultySite,
  'one public machine': onePublicMachine,
  'everything in a VPC': everythingInVpc,
  messaging: messagingSite,
  'watched site': watchedSite,
  'hostile names': hostileSite,
};

/** Values for the parameters that have no default. */
export const PARAMETERS: readonly { readonly suffix: string; readonly value: string }[] = [
  {
    suffix: 'CertificateArn',
    value: 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000',
  },
  { suffix: 'CodeBucket', value: 'built-code' },
  { suffix: 'CodeKey', value: 'code.zip' },
];
