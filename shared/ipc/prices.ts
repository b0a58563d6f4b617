import { z } from 'zod';
import { priceKeySchema, priceRecordSchema } from '../pricing/live/price-record';

/** Regions in which the Price List Query API has an endpoint; the Region that is priced is another matter. */
export const endpointRegions = ['us-east-1', 'eu-central-1', 'ap-south-1'] as const;
export const endpointRegionSchema = z.enum(endpointRegions);
export type EndpointRegion = z.infer<typeof endpointRegionSchema>;

/** `runsProgram`: using the profile starts a program that the configuration file names; say so before. */
export const awsProfileSchema = z.object({ name: z.string(), runsProgram: z.boolean() });
export type AwsProfile = z.infer<typeof awsProfileSchema>;

/**
 * A request to read prices. `needs` comes from `listNeededPrices`. `profile` null: the environment's own credentials.
 * `source`: the query service, or keyless offer files, which a person has to choose. Prices younger than `maxAgeHours`
 * are not asked for again; 0 asks for all.
 */
export const priceRefreshSchema = z.strictObject({
  needs: z.array(z.strictObject({ key: priceKeySchema, region: z.string().max(32) })).max(2000),
  source: z.enum(['query', 'offer-files']),
  profile: z.string().min(1).max(128).nullable(),
  endpointRegion: endpointRegionSchema,
  maxAgeHours: z.number().min(0).max(8760),
});
export type PriceRefresh = z.infer<typeof priceRefreshSchema>;

export const priceFailureCodes = [
  'access-denied',
  'bad-credentials',
  'expired',
  'no-credentials',
  'throttled',
  'offline',
  'slow',
  'unreadable',
  'server',
  'cancelled',
  'unknown-profile',
  'unexpected',
] as const;
export type PriceFailureCode = (typeof priceFailureCodes)[number];

const priceFailureSchema = z.object({ code: z.enum(priceFailureCodes), message: z.string() });
export type PriceFailure = z.infer<typeof priceFailureSchema>;

/**
 * What a refresh brought. A failure does not undo it: `prices` holds what was read before. `unanswered` are prices the list
 * has no single product for; `kept` is false when the cache could not be written.
 */
export const priceRefreshOutcomeSchema = z.object({
  prices: z.array(priceRecordSchema),
  unanswered: z.array(z.object({ key: z.string(), region: z.string(), message: z.string() })),
  failure: priceFailureSchema.nullable(),
  requests: z.number(),
  fromCache: z.number(),
  kept: z.boolean(),
});
export type PriceRefreshOutcome = z.infer<typeof priceRefreshOutcomeSchema>;

/** The cache, each price with the time it was read, and whether a refresh is under way. */
export const priceStatusSchema = z.object({ cached: z.array(priceRecordSchema), refreshing: z.boolean() });
export type PriceStatus = z.infer<typeof priceStatusSchema>;

/** How far a refresh is: questions done of all, requests sent. */
export type PriceProgress = { readonly done: number; readonly total: number; readonly requests: number };
