import { Variable } from 'lucide-react';
import { parameterProblem } from '../../../../exporters/plan/parameters';
import { setParameter } from '../../../../shared/commands/set-parameter';
import type { Element } from '../../../../shared/model/design';
import { shorten } from '../../format';
import { app } from '../../store/app';
import { IconButton } from '../../ui/button';

interface ParameterButtonProps {
  readonly element: Element;
  readonly settingKey: string;
  readonly label: string;
}

/** Leaves a setting to whoever deploys the export; says why where that cannot be. */
export const ParameterButton = ({ element, settingKey: key, label }: ParameterButtonProps) => {
  const isOn = element.parameters?.includes(key) ?? false;
  const problem =
    element.development?.[key] === undefined
      ? parameterProblem(element.kind, key, element.settings)
      : 'It has another value in development, and a parameter has one default.';
  const toggle = () => {
    if (problem !== undefined && !isOn) return;
    app.dispatch(`${isOn ? 'Fix' : 'Parametrize'} ${label} of ${shorten(element.name, 40)}`, (design) =>
      setParameter(design, { ids: [element.id], key, isParameter: !isOn }),
    );
  };
  const pressed =
    problem === undefined
      ? 'Parameter of the export: press to fix it'
      : `No parameter of the export as it is: press to fix it. ${problem}`;
  const name = isOn ? pressed : 'Make it a parameter of the export';
  return (
    <IconButton
      size="small"
      side="left"
      className="inspector__parameter"
      icon={Variable}
      label={problem === undefined || isOn ? name : `Cannot be a parameter. ${problem}`}
      aria-description={label}
      aria-pressed={isOn}
      aria-disabled={problem !== undefined && !isOn}
      onClick={toggle}
    />
  );
};
