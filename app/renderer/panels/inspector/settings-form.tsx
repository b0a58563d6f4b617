import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { FieldMeta } from '../../../../shared/catalog/fields';
import type { Json } from '../../../../shared/util/json';
import type { Command } from '../../store/editing';
import { readFields } from './read-fields';
import { Section } from './section';
import { SettingField, type SettingFieldProps } from './setting-field';
import { useSuggestions } from './use-suggestions';

const SECTIONS: readonly NonNullable<FieldMeta['section']>[] = [
  'Basics',
  'Targets',
  'Capacity',
  'State',
  'Network',
  'Protection',
  'Usage',
];

/** A setting, for what stands under it. */
export type SettingBelow = Pick<SettingFieldProps, 'settingKey' | 'schema' | 'meta' | 'suggestions'>;

export interface SettingsFormProps {
  schema: z.ZodObject;
  /** Complete settings, one for each element the form is for. */
  values: readonly Readonly<Record<string, unknown>>[];
  subject: string;
  commandFor: (key: string, value: Json) => Command;
  /** Shows these settings only. */
  only?: ((key: string) => boolean) | undefined;
  /** Any element, to find its Region's prices. */
  elementId?: string | undefined;
  /** Buttons beside the label of a setting. */
  toolsFor?: ((key: string, label: string) => ReactNode) | undefined;
  /** What stands under a setting. */
  belowFor?: ((field: SettingBelow) => ReactNode) | undefined;
}

const commonValue = (values: SettingsFormProps['values'], key: string): unknown => {
  const [first, ...rest] = values.map((settings) => settings[key]);
  return rest.every((value) => JSON.stringify(value) === JSON.stringify(first)) ? first : undefined;
};

/** The form for a settings schema: sections, labels, units, help and defaults all come from the catalog. */
export const SettingsForm = ({
  schema,
  values,
  subject,
  commandFor,
  only,
  elementId,
  toolsFor,
  belowFor,
}: SettingsFormProps) => {
  const fields = readFields(schema).filter(({ key }) => only?.(key) ?? true);
  const suggest = useSuggestions(elementId);
  return SECTIONS.map((section) => {
    const members = fields.filter(({ meta }) => (meta.section ?? 'Basics') === section);
    if (members.length === 0) return null;
    return (
      <Section key={section} title={section}>
        {members.map(({ key, schema: field, meta }) => {
          const suggestions = meta.suggestions ? suggest(meta.suggestions) : [];
          return (
            <SettingField
              key={key}
              settingKey={key}
              schema={field}
              meta={meta}
              value={commonValue(values, key)}
              subject={subject}
              commandFor={commandFor}
              tools={toolsFor?.(key, meta.label)}
              below={belowFor?.({ settingKey: key, schema: field, meta, suggestions })}
              suggestions={suggestions}
            />
          );
        })}
      </Section>
    );
  });
};
