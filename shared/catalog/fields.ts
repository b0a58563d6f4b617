import { z } from 'zod';

/** What the inspector, the JSON Schema and the help need to know of one setting. */
export interface FieldMeta {
  readonly label: string;
  readonly help?: string;
  /** Shown behind the input: GB, ms, million a month… */
  readonly unit?: string;
  readonly control: 'number' | 'text' | 'lines' | 'choice' | 'toggle' | 'suggest' | 'ingress';
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
  /** null is allowed and means "not stated". */
  readonly optional?: boolean;
  readonly options?: readonly FieldOption[];
  /** Which list of types to suggest; the price book knows them. */
  readonly suggestions?: 'ec2' | 'rds' | 'aurora' | 'elasticache';
  readonly placeholder?: string;
  /** What 0 says, where it is no amount: shown in its stead. */
  readonly zeroMeans?: string;
  /** What a text must look like, in words that follow "write": `an IPv4 address`. */
  readonly form?: string;
  /** Inspector section. */
  readonly section?: 'Basics' | 'Targets' | 'Capacity' | 'State' | 'Network' | 'Protection' | 'Usage';
}

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

export const fieldMeta = z.registry<FieldMeta>();

type Common = Pick<FieldMeta, 'label' | 'help' | 'unit' | 'section' | 'placeholder'>;

export const integer = (
  spec: Common & Pick<FieldMeta, 'zeroMeans'> & { min: number; max: number; default: number },
) => {
  const { default: value, ...meta } = spec;
  const schema = z.number().int().min(spec.min).max(spec.max).default(value);
  return schema.register(fieldMeta, { ...meta, control: 'number', integer: true });
};

/** A usage figure nobody may know yet: null says "not stated" and makes the bill a lower bound. */
export const usage = (spec: Common & { max?: number }) => {
  const max = spec.max ?? 1e12;
  const schema = z.number().min(0).max(max).nullable().default(null);
  return schema.register(fieldMeta, {
    section: 'Usage',
    placeholder: 'Not stated',
    ...spec,
    control: 'number',
    min: 0,
    max,
    optional: true,
  });
};

/** A pattern is never shown; its words are. */
type Pattern =
  | { readonly pattern: RegExp; readonly form: string }
  | { readonly pattern?: never; readonly form?: never };

type TextSpec = Common & Pattern & { readonly default: string; readonly maxLength?: number };

export const text = (spec: TextSpec) => {
  const { default: value, maxLength = 255, pattern, form, ...meta } = spec;
  const base = z.string().max(maxLength);
  const schema = (pattern ? base.regex(pattern, `write ${form}`) : base).default(value);
  return schema.register(fieldMeta, { ...meta, ...(form && { form }), control: 'text', max: maxLength });
};

/** Text of several lines. */
export const lines = (spec: Common & { maxLength?: number }) => {
  const { maxLength = 4000, ...meta } = spec;
  return z
    .string()
    .max(maxLength)
    .default('')
    .register(fieldMeta, { ...meta, control: 'lines', max: maxLength });
};

/** Free text with suggestions, for instance types: new ones appear faster than releases of this app. */
export const suggest = (spec: Common & { default: string; suggestions: NonNullable<FieldMeta['suggestions']> }) => {
  const { default: value, ...meta } = spec;
  const schema = z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, `write a type such as ${value}`)
    .max(64)
    .default(value);
  return schema.register(fieldMeta, { ...meta, control: 'suggest' });
};

export const toggle = (spec: Common & { default: boolean }) => {
  const { default: value, ...meta } = spec;
  return z
    .boolean()
    .default(value)
    .register(fieldMeta, { ...meta, control: 'toggle' });
};

export const choice = <const T extends Record<string, string>>(
  options: T,
  spec: Common & { default: NoInfer<keyof T & string> },
) => {
  const { default: value, ...meta } = spec;
  const values: (keyof T & string)[] = Object.keys(options);
  const schema = z.enum(values).default(() => value);
  return schema.register(fieldMeta, {
    ...meta,
    control: 'choice',
    options: values.map((key) => ({ value: key, label: options[key] ?? key })),
  });
};

/** An inbound rule written by hand, beside those that follow from the drawn connections. */
export const ingressRule = z.object({
  protocol: z.enum(['tcp', 'udp']).default('tcp'),
  fromPort: z.number().int().min(0).max(65535),
  toPort: z.number().int().min(0).max(65535),
  cidr: z.string().max(43),
});
export type IngressRule = z.infer<typeof ingressRule>;

export const ingressRules = () =>
  z.array(ingressRule).max(50).default([]).register(fieldMeta, {
    label: 'Extra inbound rules',
    help: 'Rules beside those that follow from the drawn connections. Each one opens ports to a CIDR range.',
    control: 'ingress',
    section: 'Network',
  });

export interface SettingIssue {
  readonly key: string;
  readonly message: string;
}

/** Reads raw settings through a schema: typed, with defaults; invalid values fall back to their default. */
export interface SettingsReader<S extends z.ZodObject> {
  readonly schema: S;
  read(raw: object): z.output<S>;
  /** What is wrong with the raw settings, one entry a key; empty when all is well. */
  check(raw: object): readonly SettingIssue[];
}

export function settingsReader<S extends z.ZodObject>(schema: S): SettingsReader<S> {
  const cache = new WeakMap<object, z.output<S>>();
  const fields: ReadonlyMap<string, z.core.$ZodType> = new Map(Object.entries(schema.shape));
  let defaults: z.output<S> | undefined;
  // Only the keys that are there are looked at: most elements set few of many, and a whole parse costs ten times as much.
  const parse = (raw: object): z.output<S> => {
    defaults ??= schema.parse({});
    if (Object.keys(raw).length === 0) return defaults;
    const stated: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(raw)) {
      const field = fields.get(key);
      const outcome = field && z.safeParse(field, value);
      if (outcome?.success) stated[key] = outcome.data;
    }
    return Object.assign({}, defaults, stated);
  };
  return {
    schema,
    read: (raw) => {
      const known = cache.get(raw);
      if (known !== undefined) return known;
      const settings = parse(raw);
      cache.set(raw, settings);
      return settings;
    },
    check: (raw) => {
      const whole = schema.safeParse(raw);
      return whole.success
        ? []
        : whole.error.issues.map((issue) => ({ key: issue.path.join('.'), message: issue.message }));
    },
  };
}
