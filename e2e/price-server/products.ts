import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const dimensionSchema = z.looseObject({ unit: z.string(), pricePerUnit: z.record(z.string(), z.string()) });
const termSchema = z.looseObject({ priceDimensions: z.record(z.string(), dimensionSchema) });
const termsSchema = z.record(z.string(), z.record(z.string(), termSchema));

const productSchema = z.looseObject({
  serviceCode: z.string(),
  publicationDate: z.string(),
  product: z.looseObject({
    sku: z.string(),
    productFamily: z.string().optional(),
    attributes: z.record(z.string(), z.string()),
  }),
  terms: termsSchema,
});

/** One product as GetProducts answers it. */
export type Product = z.infer<typeof productSchema>;

/** Real answers, trimmed to what prices need; each file names its sources and dates. */
const FILES = [
  'amazon-ec2',
  'aws-elb',
  'aws-lambda',
  'aws-data-transfer',
  'amazon-elasticache',
  'amazon-rds',
  'amazon-s3',
];

/** One JSON text a line, the first of which names the sources. */
export const readProducts = (): Product[] =>
  FILES.flatMap((name) => {
    const text = readFileSync(join(import.meta.dirname, 'answers', `${name}.jsonl`), 'utf8');
    const [, ...lines] = text.trimEnd().split('\n');
    return lines.map((line) => productSchema.parse(JSON.parse(line)));
  });

export interface Filter {
  readonly Field: string;
  readonly Value: string;
}

const readField = ({ product, serviceCode }: Product, field: string): string | undefined => {
  if (field === 'productFamily') return product.productFamily;
  if (field.toLowerCase() === 'servicecode') return serviceCode;
  return product.attributes[field];
};

/** Products of a service that meet every filter; `termType` picks the blocks of terms, as the real service does. */
export const selectProducts = (
  products: readonly Product[],
  serviceCode: string,
  filters: readonly Filter[],
): Product[] => {
  const termType = filters.find(({ Field }) => Field === 'termType')?.Value;
  const others = filters.filter(({ Field }) => Field !== 'termType');
  return products
    .filter((product) => product.serviceCode === serviceCode)
    .filter((product) => others.every(({ Field, Value }) => readField(product, Field) === Value))
    .map((product) => {
      const block = termType === undefined ? undefined : product.terms[termType];
      return termType === undefined ? product : { ...product, terms: block === undefined ? {} : { [termType]: block } };
    });
};

const regionOf = ({ product }: Product): string | undefined =>
  product.attributes.regionCode ?? product.attributes.fromRegionCode;

/** The offer file of a service and Region: terms lie under their SKU there. */
export const makeOfferFile = (products: readonly Product[], serviceCode: string, region: string): object => {
  const chosen = products.filter((product) => product.serviceCode === serviceCode && regionOf(product) === region);
  const terms: Record<string, Record<string, unknown>> = {};
  for (const { product, terms: blocks } of chosen)
    for (const [type, block] of Object.entries(blocks)) terms[type] = { ...terms[type], [product.sku]: block };
  return {
    formatVersion: 'v1.0',
    offerCode: serviceCode,
    publicationDate: chosen[0]?.publicationDate ?? '2026-08-10T00:00:00Z',
    products: Object.fromEntries(chosen.map(({ product }) => [product.sku, product])),
    terms,
  };
};
