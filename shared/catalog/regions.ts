/** Regions the bundled prices cover, with AWS's names. */
export const REGION_NAMES = {
  'us-east-1': 'us-east-1 · US East (N. Virginia)',
  'us-west-2': 'us-west-2 · US West (Oregon)',
  'eu-west-1': 'eu-west-1 · Europe (Ireland)',
  'eu-central-1': 'eu-central-1 · Europe (Frankfurt)',
} as const;

export type RegionCode = keyof typeof REGION_NAMES;
