import type { Topology } from '../shared/topology/topology';
import { exportCdk } from './cdk/export';
import { exportCloudFormation } from './cloudformation/export';
import { locateElements } from './cloudformation/locate';
import { type DeployGuide, guideProject, guideTemplates } from './deploy-guide';
import { countBytes } from './plan/count-bytes';
import type { LineSpan } from './plan/line-span';
import type { Note } from './plan/note';

/** What a design can be written as. */
export const exportTargets = ['cloudformation-yaml', 'cloudformation-json', 'cdk-typescript'] as const;
export type ExportTarget = (typeof exportTargets)[number];

export const isExportTarget = (text: string): text is ExportTarget => exportTargets.some((target) => target === text);

export interface DesignFile {
  /** Relative, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Which lines come from which element; found when somebody asks. */
  spans(): readonly LineSpan[];
}

export interface DesignExport {
  readonly target: ExportTarget;
  readonly files: readonly DesignFile[];
  readonly notes: readonly Note[];
  readonly guide: DeployGuide;
}

/**
 * Writes a design for a target, with what is to know of the files and how to deploy them.
 * @param today a day such as `2026-03-01`; waivers that ended before it silence no other tool
 */
export function exportDesign(topology: Topology, target: ExportTarget, today: string): DesignExport {
  if (target === 'cdk-typescript') {
    const { files, notes, settings } = exportCdk(topology, { today });
    return {
      target,
      files: files.map(({ path, text, spans = [] }) => ({ path, text, spans: () => spans })),
      notes,
      guide: guideProject(settings),
    };
  }
  const format = target === 'cloudformation-yaml' ? 'yaml' : 'json';
  const { files, notes } = exportCloudFormation(topology, { format, today });
  const templates = files.map(({ path, text, region, parameters, environment }) => ({
    path,
    environment,
    region,
    parameters,
    bytes: countBytes(text),
  }));
  return {
    target,
    files: files.map((file) => ({ path: file.path, text: file.text, spans: () => locateElements(file) })),
    notes,
    guide: guideTemplates(
      templates,
      topology.design.header.name,
      new Set(files.flatMap(({ path, isNested }) => (isNested ? [path] : []))),
    ),
  };
}
