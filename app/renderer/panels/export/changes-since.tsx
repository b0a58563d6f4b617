import { useEffect, useMemo, useState } from 'react';
import type { DesignExport, ExportTarget } from '../../../../exporters/export-design';
import { desktop } from '../../desktop';
import { app, useApp } from '../../store/app';
import { type LastExport, lastExportKey } from '../../store/exporting';
import { EmptyState } from '../../ui/empty-state';
import { compareFiles } from './changes';
import { ChangesList } from './changes-list';

type Looking = { readonly key: string; readonly gone: string | null; readonly fault: string | null };

/** What was last exported: of this session, else the files where an earlier one saved them; undefined while nobody knows yet. */
function useLastExport(target: ExportTarget): { last: LastExport | undefined; looked: Looking | null } {
  const ticket = useApp((state) => state.document?.ticket);
  const key = lastExportKey(ticket, target);
  const last = useApp((state) => state.lastExports.get(key));
  const [looked, setLooked] = useState<Looking | null>(null);
  const isKnown = last !== undefined || looked?.key === key;
  useEffect(() => {
    if (isKnown) return undefined;
    let isOver = false;
    void desktop.invoke('export.read', { target }).then((answer) => {
      const before = app.getState();
      // Another design came, or this one was exported, while the disk was read.
      if (isOver || before.document?.ticket !== ticket || before.lastExports.has(key)) return;
      const found = answer.ok ? answer.value.last : null;
      if (found && found.files.length > 0)
        app.rememberExport(target, {
          texts: new Map(found.files.map(({ path, text }) => [path, text])),
          place: { name: found.name, folder: found.folder },
        });
      else
        setLooked({
          key,
          gone: found ? `“${found.name}” in ${found.folder}` : null,
          fault: answer.ok ? null : answer.message,
        });
    });
    return () => {
      isOver = true;
    };
  }, [isKnown, key, target, ticket]);
  return { last, looked: looked?.key === key ? looked : null };
}

const Nothing = ({ looked: { gone, fault } }: { looked: Looking }) => {
  if (fault !== null) return <EmptyState title="The last export cannot be read">{fault}</EmptyState>;
  if (gone !== null)
    return (
      <EmptyState title="The last export is gone">
        {gone} is no longer there. Once you have saved or copied this export again, later changes show here.
      </EmptyState>
    );
  return (
    <EmptyState title="Not exported yet">
      Once you have saved or copied this export, every later change of the design shows here line by line.
    </EmptyState>
  );
};

const SourceLine = ({ place }: { place: LastExport['place'] }) => (
  <p className="changes__source">
    {place ? (
      <>
        Compared with <strong>{place.name}</strong> in {place.folder}
      </>
    ) : (
      'Compared with what you copied last'
    )}
  </p>
);

/** What changes against the files that were saved last, line by line. */
export const Changes = ({ written }: { written: DesignExport }) => {
  const { last, looked } = useLastExport(written.target);
  const changes = useMemo(
    () => (last ? compareFiles(last.texts, new Map(written.files.map(({ path, text }) => [path, text]))) : []),
    [last, written],
  );
  if (!last) return looked ? <Nothing looked={looked} /> : null;
  return (
    <>
      <SourceLine place={last.place} />
      {changes.length === 0 ? (
        <EmptyState title="No changes">The files are just as they were at the last export.</EmptyState>
      ) : (
        <ChangesList changes={changes} />
      )}
    </>
  );
};
