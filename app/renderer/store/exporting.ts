import type { ExportTarget } from '../../../exporters/export-design';
import type { Core } from './core';

export type ExportTab = 'preview' | 'changes' | 'problems' | 'deploy';

/** What the export workspace shows. */
export interface ExportView {
  readonly target: ExportTarget;
  readonly tab: ExportTab;
  /** The file on show; another one where the design has no such file. */
  readonly path: string;
}

/** What later exports are compared with. */
export interface LastExport {
  /** Path → text, as it was last saved or copied. */
  readonly texts: ReadonlyMap<string, string>;
  /** Where it lies; null where it was copied. */
  readonly place: { readonly name: string; readonly folder: string } | null;
}

export const firstExportView: ExportView = { target: 'cloudformation-yaml', tab: 'preview', path: '' };

export interface Exporting {
  setExportView(patch: Partial<ExportView>): void;
  /** Keeps what was exported, to compare later ones with. */
  rememberExport(target: ExportTarget, last: LastExport): void;
}

/** The last export of the open document for a target; undefined before the first. */
export const lastExportKey = (ticket: string | undefined, target: ExportTarget): string => `${ticket ?? ''} ${target}`;

export const makeExporting = (core: Core): Exporting => ({
  setExportView: (patch) => core.set({ exporting: { ...core.get().exporting, ...patch } }),
  rememberExport: (target, last) => {
    const { document, lastExports } = core.get();
    core.set({ lastExports: new Map(lastExports).set(lastExportKey(document?.ticket, target), last) });
  },
});
