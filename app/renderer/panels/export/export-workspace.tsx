import { Code, Copy, Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { DesignExport, DesignFile } from '../../../../exporters/export-design';
import { isExportTarget } from '../../../../exporters/export-design';
import { app, useApp } from '../../store/app';
import { Badge } from '../../ui/badge';
import { Button, IconButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { Select } from '../../ui/select';
import { TabPanel, Tabs } from '../../ui/tabs';
import { Changes } from './changes-since';
import { CodeLines } from './code-lines';
import { DeployView } from './deploy-view';
import { ExportProblems } from './export-problems';
import { FileList } from './file-list';
import { ReviewDialog } from './review-dialog';
import { copyFile, isProject, type Review, saveExport } from './save-export';
import { spansOf, useExport } from './use-export';
import { useLit } from './use-lit';
import './export.css';
import './code.css';
import './changes.css';
import './deploy.css';

const targets = [
  { value: 'cloudformation-yaml', label: 'CloudFormation YAML' },
  { value: 'cloudformation-json', label: 'CloudFormation JSON' },
  { value: 'cdk-typescript', label: 'CDK TypeScript' },
];

const countLines = (file: DesignFile, ids: ReadonlySet<string>): number =>
  spansOf(file).reduce((sum, { subject, first, last }) => sum + (ids.has(subject) ? last - first + 1 : 0), 0);

/** Where several files are written, the selected element's own file comes on show. */
function useFileOfSelection(written: DesignExport | null, file: DesignFile | null): void {
  const { selected } = useLit();
  // Only a new selection moves the view: whoever opens another file stays there.
  const followed = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (followed.current === selected || !written || !file) return;
    followed.current = selected;
    if (written.files.length < 2 || selected.size === 0) return;
    // What was selected itself comes before what lies in it.
    const own = new Set(app.getState().selection.elements);
    for (const ids of [own, selected]) {
      if (countLines(file, ids) > 0) return;
      const [better] = [...written.files].sort((a, b) => countLines(b, ids) - countLines(a, ids));
      if (!better || countLines(better, ids) === 0) continue;
      app.setExportView({ path: better.path });
      return;
    }
  }, [selected, written, file]);
}

const Preview = ({ written, file }: { written: DesignExport; file: DesignFile }) => (
  <div className="export__preview">
    {written.files.length > 1 ? <FileList files={written.files} file={file} /> : null}
    <CodeLines key={file.path} file={file} label={`Preview of ${file.path}`} />
  </div>
);

/** Save and copy; what would be replaced is shown first. */
function useSaving(written: DesignExport | null, onSaved?: () => void) {
  const [review, setReview] = useState<Review | null>(null);
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    if (!written || isBusy) return;
    setBusy(true);
    const next = await saveExport(written).finally(() => setBusy(false));
    if (next === 'saved') onSaved?.();
    else setReview(next);
  };
  const dialog = review ? (
    <ReviewDialog
      review={review}
      onClose={(isWritten) => {
        setReview(null);
        if (isWritten) onSaved?.();
      }}
    />
  ) : null;
  return { save, dialog };
}

export interface ExportWorkspaceProps {
  /** Runs when the canvas is to be seen; the workspace lies over it. */
  readonly onShow?: () => void;
  /** Runs once the files are written. */
  readonly onSaved?: () => void;
}

/** Files of the design: what they hold, what has changed, what speaks against them, how to deploy them. */
export const ExportWorkspace = ({ onShow, onSaved }: ExportWorkspaceProps) => {
  const isEmpty = useApp((state) => state.topology.services.length === 0);
  const { target, tab } = useApp((state) => state.exporting);
  const problems = useApp(({ counts }) => counts.error + counts.warning);
  const isWrong = useApp(({ counts }) => counts.error > 0);
  const { written, file, fault } = useExport();
  const { save, dialog } = useSaving(written, onSaved);
  useFileOfSelection(written, file);
  if (isEmpty)
    return (
      <EmptyState icon={Code} title="No template yet">
        CloudFormation templates and CDK code appear here while you draw.
      </EmptyState>
    );
  if (fault !== null) return <EmptyState title="The design cannot be exported">{fault}</EmptyState>;
  const known = problems + (written?.notes.length ?? 0);
  const items = [
    { id: 'preview', label: 'Preview' },
    { id: 'changes', label: 'Changes' },
    {
      id: 'problems',
      label: 'Before you deploy',
      extra: known > 0 ? <Badge tone={isWrong ? 'error' : 'neutral'}>{known}</Badge> : undefined,
    },
    { id: 'deploy', label: 'How to deploy' },
  ] as const;
  return (
    <Tabs
      label="Export"
      className="export"
      value={tab}
      onChange={(next) => app.setExportView({ tab: next })}
      items={items}
      tools={
        <>
          <div className="export__target">
            <Select
              aria-label="Target"
              value={target}
              options={targets}
              onChange={(next) => isExportTarget(next) && app.setExportView({ target: next })}
            />
          </div>
          <IconButton
            icon={Copy}
            label="Copy file"
            disabled={!file}
            onClick={() => written && file && copyFile(written, file)}
          />
          <Button variant="primary" icon={Download} disabled={!file} onClick={() => void save()}>
            {written && isProject(written) ? 'Save folder…' : 'Save…'}
          </Button>
        </>
      }
    >
      <TabPanel id="preview" className="export__panel">
        {written && file ? <Preview written={written} file={file} /> : null}
      </TabPanel>
      <TabPanel id="changes" className="export__panel ui-scroll">
        {written ? <Changes written={written} /> : null}
      </TabPanel>
      <TabPanel id="problems" className="export__panel ui-scroll">
        {written ? <ExportProblems notes={written.notes} onShow={onShow} /> : null}
      </TabPanel>
      <TabPanel id="deploy" className="export__panel ui-scroll">
        {written ? <DeployView guide={written.guide} /> : null}
      </TabPanel>
      {dialog}
    </Tabs>
  );
};
