import type { DesignFile } from '../../../../exporters/export-design';
import { app } from '../../store/app';
import { Select } from '../../ui/select';
import { spansOf } from './use-export';
import { useLit } from './use-lit';

interface FileListProps {
  readonly files: readonly DesignFile[];
  readonly file: DesignFile;
}

const choose = (path: string): void => app.setExportView({ path });

/** The files of a project; those that hold lines of the selected element carry a dot. */
export const FileList = ({ files, file }: FileListProps) => {
  const { selected } = useLit();
  return (
    <>
      <nav className="export__files ui-scroll" aria-label="Files">
        <ul>
          {files.map((entry) => {
            const slash = entry.path.lastIndexOf('/') + 1;
            const isLit = selected.size > 0 && spansOf(entry).some(({ subject }) => selected.has(subject));
            return (
              <li key={entry.path}>
                <button
                  type="button"
                  className="export__file"
                  aria-current={entry === file ? 'true' : undefined}
                  title={entry.path}
                  onClick={() => choose(entry.path)}
                >
                  <span className="export__path">
                    <span className="export__folder">{entry.path.slice(0, slash)}</span>
                    {entry.path.slice(slash)}
                  </span>
                  {isLit ? <span className="export__dot" role="img" aria-label="holds the selected element" /> : null}
                </button>
              </li>
            );
          })}
        </ul>
      </nav>
      <div className="export__file-select">
        <Select
          aria-label="File"
          value={file.path}
          options={files.map(({ path }) => ({ value: path, label: path }))}
          onChange={choose}
        />
      </div>
    </>
  );
};
