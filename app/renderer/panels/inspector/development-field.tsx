import { FlaskConical, Undo2 } from 'lucide-react';
import { developmentProblem } from '../../../../exporters/plan/development';
import { definitionOf } from '../../../../shared/catalog/catalog';
import { setDevelopment } from '../../../../shared/commands/set-development';
import type { Element } from '../../../../shared/model/design';
import type { Json } from '../../../../shared/util/json';
import { shorten } from '../../format';
import { app } from '../../store/app';
import { IconButton } from '../../ui/button';
import { Field } from '../../ui/field';
import { describeValue } from './describe-value';
import { SettingControl } from './setting-field';
import type { SettingBelow } from './settings-form';
import { useSettingEntry } from './use-setting-entry';

/** The drawn value, as it may stand in a file. */
function drawnValue({ kind, settings }: Element, key: string): Json {
  const read: Readonly<Record<string, unknown>> = definitionOf(kind)?.read(settings) ?? {};
  return JSON.parse(JSON.stringify(read[key] ?? null));
}

const isDifferent = (element: Element, key: string): boolean => element.development?.[key] !== undefined;

/** Makes a setting the same in both environments again. */
function unite(element: Element, key: string, label: string): void {
  app.dispatch(`Make ${label} of ${shorten(element.name, 40)} the same in development`, (design) =>
    setDevelopment(design, { ids: [element.id], key }),
  );
}

interface DevelopmentButtonProps {
  readonly element: Element;
  readonly settingKey: string;
  readonly label: string;
}

/** Lets a setting have another value in development, or takes that back; says why where it cannot. */
export const DevelopmentButton = ({ element, settingKey: key, label }: DevelopmentButtonProps) => {
  const isOn = isDifferent(element, key);
  const problem = element.parameters?.includes(key)
    ? 'It is a parameter: whoever deploys gives its value.'
    : developmentProblem(element.kind, key);
  const toggle = () => {
    if (isOn) return unite(element, key, label);
    if (problem !== undefined) return;
    app.dispatch(`Give ${label} of ${shorten(element.name, 40)} another value in development`, (design) =>
      setDevelopment(design, { ids: [element.id], key, value: drawnValue(element, key) }),
    );
  };
  const name = isOn ? 'Different in development: press to make it the same' : 'Make it different in development';
  return (
    <>
      {isOn ? <span className="inspector__environment">Production</span> : null}
      <IconButton
        size="small"
        side="left"
        className="inspector__parameter"
        icon={FlaskConical}
        label={problem === undefined || isOn ? name : `Cannot be different in development. ${problem}`}
        aria-description={label}
        aria-pressed={isOn}
        aria-disabled={problem !== undefined && !isOn}
        onClick={toggle}
      />
    </>
  );
};

interface DevelopmentFieldProps extends SettingBelow {
  readonly element: Element;
}

/** The value that holds in development only, under the drawn one; nothing where both are the same. */
export const DevelopmentField = ({ element, ...setting }: DevelopmentFieldProps) => {
  const { settingKey: key, meta, suggestions } = setting;
  const name = `Change ${meta.label} of ${shorten(element.name, 40)} in development`;
  const { error, entry } = useSettingEntry(
    name,
    setting,
    (next) => (design) => setDevelopment(design, { ids: [element.id], key, value: next }),
  );
  const value = element.development?.[key];
  if (value === undefined) return null;
  const drawn = describeValue(meta, drawnValue(element, key));
  return (
    <div
      className={`inspector__development${meta.control === 'toggle' ? ' inspector__toggle' : ''}`}
      data-development={key}
    >
      <Field
        label={`${meta.label} in development`}
        error={error}
        tools={
          <IconButton
            size="small"
            side="left"
            icon={Undo2}
            label={drawn === undefined ? 'As in production' : `As in production: ${drawn}`}
            aria-description={`${meta.label} in development`}
            onClick={() => unite(element, key, meta.label)}
          />
        }
      >
        {(ids) => <SettingControl ids={ids} meta={meta} value={value} suggestions={suggestions} {...entry} />}
      </Field>
    </div>
  );
};
