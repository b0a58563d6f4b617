/** Regions the bundled prices cover, with AWS's names. */
export const REGION_NAMES = {
  'us-east-1': 'us-east-1 · US East (N. Virginia)',
  'us-east-2': 'us-east-2 · US East (Ohio)',
  'us-west-2': 'us-west-2 · US West (Oregon)',
  'eu-west-1': 'eu-west-1 · Europe (Ireland)',
  'eu-central-1': 'eu-central-1 · Europe (Frankfurt)',
  'ap-northeast-1': 'ap-northeast-1 · Asia Pacific (Tokyo)',
  'ap-southeast-1': 'ap-southeast-1 · Asia Pacific (Singapore)',
  'ap-southeast-2': 'ap-southeast-2 · Asia Pacific (Sydney)',
  'sa-east-1': 'sa-east-1 · South America (São Paulo)',
} as const;

export type RegionCode = keyof typeof REGION_NAMES;
