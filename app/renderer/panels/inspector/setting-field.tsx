import { memo, type ReactNode, useId } from 'react';
import type { z } from 'zod';
import type { FieldMeta } from '../../../../shared/catalog/fields';
import type { Json } from '../../../../shared/util/json';
import { app } from '../../store/app';
import type { Command } from '../../store/editing';
import { Field, type FieldIds } from '../../ui/field';
import { NumberField } from '../../ui/number-field';
import { Select } from '../../ui/select';
import { TextArea } from '../../ui/text-area';
import { TextField } from '../../ui/text-field';
import { Switch } from '../../ui/toggle';
import { describeValue } from './describe-value';
import { explainInvalid } from './explain-invalid';
import { IngressEditor } from './ingress-editor';
import type { TypeSuggestion } from './instance-types';
import { useSettingEntry } from './use-setting-entry';

export interface SettingFieldProps {
  settingKey: string;
  schema: z.ZodType;
  meta: FieldMeta;
  /** Undefined where several elements differ. */
  value: unknown;
  /** For the undo step: "Change Storage of Database". */
  subject: string;
  /** The command that gives the setting a value. */
  commandFor: (key: string, value: Json) => Command;
  suggestions: readonly TypeSuggestion[];
  /** Buttons beside the label. */
  tools?: ReactNode;
  /** What belongs to the setting and stands under it. */
  below?: ReactNode;
}

export type SettingControlProps = Pick<SettingFieldProps, 'meta' | 'value' | 'suggestions'> & {
  ids: FieldIds;
  invalid: boolean;
  onEdit: (value: Json) => void;
  onInvalid: (text: string | undefined) => void;
  onCommit: () => void;
  onCancel: () => void;
};

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A thousand types for EC2: drawn once, not at every key. */
const TypeOptions = memo(({ id, suggestions }: { id: string; suggestions: readonly TypeSuggestion[] }) => (
  <datalist id={id}>
    {suggestions.map(({ type, usdPerHour }) => (
      <option key={type} value={type} label={`${type} · $${usdPerHour}/h`} />
    ))}
  </datalist>
));
TypeOptions.displayName = 'TypeOptions';

/** Types with their price an hour; the list of the browser, so that any other type can be typed. */
const SuggestControl = ({
  ids,
  value,
  suggestions,
  invalid,
  meta,
  onEdit,
  onCommit,
  onCancel,
}: SettingControlProps) => {
  const listId = useId();
  return (
    <>
      <TextField
        id={ids.control}
        aria-describedby={ids.describedBy}
        list={listId}
        value={asText(value)}
        placeholder={value === undefined ? 'Several values' : (meta.placeholder ?? '')}
        invalid={invalid}
        onEdit={onEdit}
        onCommit={onCommit}
        onCancel={onCancel}
      />
      <TypeOptions id={listId} suggestions={suggestions} />
    </>
  );
};

const NumberControl = ({ ids, value, meta, invalid, onEdit, onInvalid, onCommit, onCancel }: SettingControlProps) => {
  const { zeroMeans, optional } = meta;
  const isUnset = value === 0 && zeroMeans !== undefined;
  const hint = isUnset ? zeroMeans : (meta.placeholder ?? '');
  // What an empty field says; undefined where it must have a number.
  const empty = optional ? null : zeroMeans === undefined ? undefined : 0;
  return (
    <NumberField
      id={ids.control}
      aria-describedby={ids.describedBy}
      value={typeof value === 'number' && !isUnset ? value : undefined}
      min={meta.min}
      max={meta.max}
      unit={meta.unit}
      placeholder={value === undefined ? 'Several values' : hint}
      invalid={invalid}
      onEdit={onEdit}
      onUnreadable={(text) => {
        if (text?.trim() === '' && empty !== undefined) onEdit(empty);
        else onInvalid(text === undefined ? undefined : explainInvalid(meta, text));
      }}
      onCommit={onCommit}
      onCancel={onCancel}
    />
  );
};

/** The input for a setting, as its kind of value asks for. */
export const SettingControl = (props: SettingControlProps) => {
  const { meta, value, ids, invalid, onEdit, onCommit, onCancel } = props;
  switch (meta.control) {
    case 'number':
      return <NumberControl {...props} />;
    case 'suggest':
      return <SuggestControl {...props} />;
    case 'text':
      return (
        <TextField
          id={ids.control}
          aria-describedby={ids.describedBy}
          value={asText(value)}
          unit={meta.unit}
          placeholder={value === undefined ? 'Several values' : (meta.placeholder ?? '')}
          invalid={invalid}
          onEdit={onEdit}
          onCommit={onCommit}
          onCancel={onCancel}
        />
      );
    case 'lines':
      return (
        <TextArea
          id={ids.control}
          aria-describedby={ids.describedBy}
          value={asText(value)}
          placeholder={value === undefined ? 'Several values' : (meta.placeholder ?? '')}
          invalid={invalid}
          onEdit={onEdit}
          onCommit={onCommit}
          onCancel={onCancel}
        />
      );
    case 'choice':
      return (
        <Select
          id={ids.control}
          value={typeof value === 'string' ? value : undefined}
          placeholder="Several values"
          options={meta.options ?? []}
          onChange={(next) => {
            onEdit(next);
            onCommit();
          }}
        />
      );
    case 'toggle':
      return (
        <Switch
          id={ids.control}
          checked={value === undefined ? 'mixed' : value === true}
          onChange={(next) => {
            onEdit(next);
            onCommit();
          }}
        />
      );
    case 'ingress':
      return (
        <IngressEditor
          id={ids.control}
          value={value}
          onEdit={(rules) => onEdit(rules.map((rule) => ({ ...rule })))}
          onCommit={onCommit}
          onCancel={onCancel}
        />
      );
  }
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** One setting of the catalog as a form field: applied while typing once valid, one undo step, Escape takes it back. */
export const SettingField = (props: SettingFieldProps) => {
  const { settingKey, schema, meta, value, subject, commandFor } = props;
  const { error, refuse, entry } = useSettingEntry(`Change ${meta.label} of ${subject}`, props, (next) =>
    commandFor(settingKey, next),
  );
  const standard = schema.safeParse(undefined);
  const canReset = standard.success && !isSame(value, standard.data);
  const reset = () => {
    // Undefined cannot be stored: the default itself is written, and the command drops what equals the default.
    const json: Json = JSON.parse(JSON.stringify(standard.data ?? null));
    refuse(undefined);
    app.dispatch(`Reset ${meta.label} of ${subject}`, commandFor(settingKey, json));
  };
  return (
    <>
      <div className={meta.control === 'toggle' ? 'inspector__toggle' : undefined} data-setting={settingKey}>
        <Field
          label={meta.label}
          help={meta.help}
          error={error}
          onReset={canReset ? reset : undefined}
          tools={props.tools}
          standard={describeValue(meta, standard.data)}
        >
          {(ids) => <SettingControl {...props} {...entry} ids={ids} />}
        </Field>
      </div>
      {props.below}
    </>
  );
};
