import { Plus, X } from 'lucide-react';
import { type IngressRule, ingressRule } from '../../../../shared/catalog/fields';
import { Button, IconButton } from '../../ui/button';
import { NumberField } from '../../ui/number-field';
import { Select } from '../../ui/select';
import { TextField } from '../../ui/text-field';

export interface IngressEditorProps {
  id: string;
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

const Rule = ({
  rule,
  index,
  onEdit,
  onCommit,
  onCancel,
  onRemove,
}: {
  rule: IngressRule;
  index: number;
  onEdit: (rule: IngressRule) => void;
  onCommit: () => void;
  onCancel: () => void;
  onRemove: () => void;
}) => {
  const name = `rule ${index + 1}`;
  const set = (patch: Partial<IngressRule>) => {
    const next = ingressRule.safeParse({ ...rule, ...patch });
    if (next.success) onEdit(next.data);
  };
  return (
    <li className="inspector__rule">
      <Select
        aria-label={`Protocol of ${name}`}
        value={rule.protocol}
        options={[
          { value: 'tcp', label: 'TCP' },
          { value: 'udp', label: 'UDP' },
        ]}
        onChange={(protocol) => {
          set({ protocol: protocol === 'udp' ? 'udp' : 'tcp' });
          onCommit();
        }}
      />
      <NumberField
        aria-label={`First port of ${name}`}
        value={rule.fromPort}
        min={0}
        max={65535}
        onEdit={(fromPort) => set({ fromPort })}
        onCommit={onCommit}
        onCancel={onCancel}
      />
      <NumberField
        aria-label={`Last port of ${name}`}
        value={rule.toPort}
        min={0}
        max={65535}
        onEdit={(toPort) => set({ toPort })}
        onCommit={onCommit}
        onCancel={onCancel}
      />
      <IconButton size="small" icon={X} label={`Remove ${name}`} onClick={onRemove} />
      <TextField
        aria-label={`Source CIDR of ${name}`}
        value={rule.cidr}
        placeholder="203.0.113.0/24"
        onEdit={(cidr) => set({ cidr })}
        onCommit={onCommit}
        onCancel={onCancel}
      />
    </li>
  );
};

/** Inbound rules written by hand: protocol, first and last port, source range. */
export const IngressEditor = ({ id, value, onEdit, onCommit, onCancel }: IngressEditorProps) => {
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
