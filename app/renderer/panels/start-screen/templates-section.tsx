import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import type { TemplateEntry } from '../../../../shared/ipc/templates';
import { formatMoment, shorten } from '../../format';
import { openTemplate } from '../../session/open-document';
import { readTemplate, refreshTemplates, useOwnTemplates } from '../../session/own-templates';
import { app } from '../../store/app';
import { IconButton } from '../../ui/button';
import { DropdownMenu } from '../../ui/menu';
import { DesignCard } from './design-card';

const TemplateCard = ({ template }: { template: TemplateEntry }) => {
  const { id, name, time } = template;
  // A template that was replaced has another time, and is read again.
  const read = useMemo(() => () => readTemplate(id, time), [id, time]);
  const items = [
    {
      id: 'rename',
      label: 'Rename…',
      icon: Pencil,
      run: () => app.openDialog({ kind: 'renameTemplate', template }),
    },
    {
      id: 'delete',
      label: 'Delete…',
      icon: Trash2,
      tone: 'danger' as const,
      run: () => app.openDialog({ kind: 'deleteTemplate', template }),
    },
  ];
  return (
    <DesignCard
      title={name}
      description={`Kept on ${formatMoment(time)}`}
      read={read}
      onOpen={() => void openTemplate(id)}
      tools={
        <span className="start__tools">
          <DropdownMenu
            align="end"
            sections={[{ items }]}
            trigger={<IconButton size="small" side="left" icon={Ellipsis} label={`More for ${shorten(name, 60)}`} />}
          />
        </span>
      }
    />
  );
};

/** The designs that a person has kept to start from; nothing where there are none. */
export const TemplatesSection = () => {
  const templates = useOwnTemplates((state) => state.entries);
  useEffect(() => void refreshTemplates(), []);
  if (templates.length === 0) return null;
  return (
    <section aria-label="Your templates">
      <h2 className="start__heading">Your templates</h2>
      <ul className="start__cards">
        {templates.map((template) => (
          <TemplateCard key={template.id} template={template} />
        ))}
      </ul>
    </section>
  );
};
