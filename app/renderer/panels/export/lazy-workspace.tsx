import { lazy, Suspense } from 'react';
import type { ExportWorkspaceProps } from './export-workspace';

/** Parsers, comparison and exporters come when somebody looks: drawing does not need them. */
const Loaded = lazy(async () => ({ default: (await import('./export-workspace')).ExportWorkspace }));

export const LazyWorkspace = (props: ExportWorkspaceProps) => (
  <Suspense fallback={<p className="ui-hidden">Loading</p>}>
    <Loaded {...props} />
  </Suspense>
);
