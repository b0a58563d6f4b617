import { useMemo, useRef } from 'react';
import { takesTags } from '../../../../shared/catalog/takes-tags';
import { setDesignTags, setTags, type TagChanges } from '../../../../shared/commands/set-tags';
import type { Element } from '../../../../shared/model/design';
import { plural, shorten } from '../../format';
import { useApp } from '../../store/app';
import type { Command } from '../../store/editing';
import { AddTag } from './add-tag';
import { RequiredTagsField } from './required-tags-field';
import { Section } from './section';
import { TagRow } from './tag-row';
import { designTagRows, otherKeys, type TagRow as Row, tagRows } from './tag-rows';
import './tags.css';

interface TagListProps {
  rows: readonly Row[];
  subject: string;
  commandFor: (tags: TagChanges) => Command;
}

const TagList = ({ rows, subject, commandFor }: TagListProps) => {
  const design = useApp((state) => state.design);
  const suggestions = useMemo(() => otherKeys(design, rows), [design, rows]);
  const keyField = useRef<HTMLInputElement>(null);
  return (
    <div className="tags">
      {rows.length === 0 ? null : (
        <ul>
          {rows.map((row) => (
            <TagRow
              key={row.key}
              row={row}
              subject={subject}
              commandFor={commandFor}
              onRemoved={() => keyField.current?.focus()}
            />
          ))}
        </ul>
      )}
      <AddTag rows={rows} suggestions={suggestions} subject={subject} commandFor={commandFor} keyField={keyField} />
    </div>
  );
};

/** Tags of one element or of several at once, with what they inherit; nothing for people and notes. */
export const TagsSection = ({ elements }: { elements: readonly Element[] }) => {
  const design = useApp((state) => state.design);
  const rows = useMemo(() => tagRows(design, elements), [design, elements]);
  const [first] = elements;
  if (!first || !elements.every(({ kind }) => takesTags(kind))) return null;
  const ids = elements.map(({ id }) => id);
  return (
    <Section title="Tags">
      <TagList
        rows={rows}
        subject={elements.length === 1 ? shorten(first.name, 40) : plural(elements.length, 'element')}
        commandFor={(tags) => (current) => setTags(current, { ids, tags })}
      />
    </Section>
  );
};

/** Tags of the whole design, and the keys that everything must have. */
export const DesignTagsSection = () => {
  const design = useApp((state) => state.design);
  return (
    <Section title="Tags">
      <p className="inspector__note">Everything in the design has these, unless something nearer says otherwise.</p>
      <TagList
        rows={designTagRows(design)}
        subject="the design"
        commandFor={(tags) => (current) => setDesignTags(current, { tags })}
      />
      <RequiredTagsField required={design.header.requiredTags} />
    </Section>
  );
};
