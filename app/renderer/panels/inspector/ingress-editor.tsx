import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { type IngressRule, ingressRule } from '../../../../shared/catalog/fields';
import { Button, IconButton } from '../../ui/button';
import { FieldError } from '../../ui/field';
import { NumberField } from '../../ui/number-field';
import { Select } from '../../ui/select';
import { TextField } from '../../ui/text-field';
import { ruleFault } from './rule-fault';

export interface IngressEditorProps {
  id: string;
  /** Undefined where several elements differ. */
  value: unknown;
  onEdit: (rules: IngressRule[]) => void;
  onCommit: () => void;
  onCancel: () => void;
}

const readRules = (value: unknown): IngressRule[] =>
  (Array.isArray(value) ? value : []).flatMap((item: unknown) => {
    const rule = ingressRule.safeParse(item);
    return rule.success ? [rule.data] : [];
  });

const PROTOCOLS = [
  { value: 'tcp', label: 'TCP' },
  { value: 'udp', label: 'UDP' },
];

interface RuleProps {
  rule: IngressRule;
  index: number;
  onEdit: (rule: IngressRule) => void;
  onCommit: () => void;
  onCancel: () => void;
  onRemove: () => void;
}

const Rule = ({ rule, index, onEdit, onCommit, onCancel, onRemove }: RuleProps) => {
  const name = `rule ${index + 1}`;
  const faultId = useId();
  const [fault, setFault] = useState<string | undefined>(undefined);
  // A rule that a file holds is judged as well.
  const shown = fault ?? ruleFault(rule);
  const set = (patch: Partial<IngressRule>) => {
    const next = { ...rule, ...patch };
    const wrong = ruleFault(next);
    setFault(wrong);
    if (wrong === undefined) onEdit(next);
  };
  const ends = {
    onCommit: () => {
      setFault(undefined);
      onCommit();
    },
    onCancel: () => {
      setFault(undefined);
      onCancel();
    },
  };
  const described = { 'aria-describedby': shown === undefined ? undefined : faultId, invalid: shown !== undefined };
  return (
    <li className="inspector__rule">
      <Select
        aria-label={`Protocol of ${name}`}
        value={rule.protocol}
        options={PROTOCOLS}
        onChange={(protocol) => {
          set({ protocol: protocol === 'udp' ? 'udp' : 'tcp' });
          ends.onCommit();
        }}
      />
      <NumberField
        aria-label={`First port of ${name}`}
        value={rule.fromPort}
        min={0}
        max={65535}
        onEdit={(fromPort) => set(rule.toPort === rule.fromPort ? { fromPort, toPort: fromPort } : { fromPort })}
        {...described}
        {...ends}
      />
      <NumberField
        aria-label={`Last port of ${name}`}
        value={rule.toPort}
        min={0}
        max={65535}
        onEdit={(toPort) => set({ toPort })}
        {...described}
        {...ends}
      />
      <IconButton size="small" icon={X} label={`Remove ${name}`} onClick={onRemove} />
      <TextField
        aria-label={`Source CIDR of ${name}`}
        value={rule.cidr}
        placeholder="203.0.113.0/24"
        onEdit={(cidr) => set({ cidr: cidr.trim() })}
        {...described}
        {...ends}
      />
      <FieldError id={faultId} text={shown} />
    </li>
  );
};

/** Inbound rules written by hand: protocol, first and last port, source range. */
export const IngressEditor = ({ id, value, onEdit, onCommit, onCancel }: IngressEditorProps) => {
  if (value === undefined)
    return (
      <p className="inspector__note" id={id}>
        The rules differ. Select one element to edit its own, or reset them all.
      </p>
    );
  const rules = readRules(value);
  const replace = (next: IngressRule[]) => {
    onEdit(next);
    onCommit();
  };
  return (
    <div className="inspector__rules">
      <ul>
        {rules.map((rule, index) => (
          <Rule
            // biome-ignore lint/suspicious/noArrayIndexKey: rules have no identity but their place
            key={index}
            rule={rule}
            index={index}
            onEdit={(next) => onEdit(rules.with(index, next))}
            onCommit={onCommit}
            onCancel={onCancel}
            onRemove={() => replace(rules.toSpliced(index, 1))}
          />
        ))}
      </ul>
      <Button
        id={id}
        size="small"
        icon={Plus}
        onClick={() => replace([...rules, { protocol: 'tcp', fromPort: 443, toPort: 443, cidr: '10.0.0.0/8' }])}
      >
        Add rule
      </Button>
    </div>
  );
};
