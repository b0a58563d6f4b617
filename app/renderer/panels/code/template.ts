import type { Note } from '../../../../exporters/plan/note';
import type { Topology } from '../../../../shared/topology/topology';

export type TemplateFormat = 'yaml' | 'json';

/** A template as text, under the name it is saved by. */
export interface TemplateFile {
  readonly path: string;
  readonly text: string;
}

/** One file for each Region, and what a person must know of them. */
export interface Templates {
  readonly files: readonly TemplateFile[];
  readonly notes: readonly Note[];
}

/** Writes the templates. The exporter is loaded on first use: it is large and not needed to draw. */
export async function writeTemplates(topology: Topology, format: TemplateFormat): Promise<Templates> {
  const { exportCloudFormation } = await import('../../../../exporters/cloudformation/export');
  return exportCloudFormation(topology, { format });
}
