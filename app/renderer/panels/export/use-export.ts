import { useEffect, useRef, useState } from 'react';
import type { DesignExport, DesignFile, ExportTarget } from '../../../../exporters/export-design';
import type { LineSpan } from '../../../../exporters/plan/line-span';
import type { Design } from '../../../../shared/model/design';
import { useApp } from '../../store/app';
import { writeExport } from './write-export';

export interface ExportState {
  readonly written: DesignExport | null;
  /** The file on show. */
  readonly file: DesignFile | null;
  readonly fault: string | null;
}

const NOTHING = 'Nothing in this design becomes a resource yet. Put a service into a Region.';
/** Typing gives a design at every key; the preview waits for this pause (ms) in between. */
const PAUSE = 90;

/** The files of the design as it stands; the former ones stay on screen while the next are written. */
export function useExport(): ExportState {
  const { design } = useApp((state) => state.topology);
  const target = useApp((state) => state.exporting.target);
  const path = useApp((state) => state.exporting.path);
  const [written, setWritten] = useState<DesignExport | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const isOther = written?.target !== target;
  const done = useRef<{ readonly design: Design; readonly target: ExportTarget } | null>(null);
  useEffect(() => {
    if (done.current?.design === design && done.current.target === target) return undefined;
    let isStale = false;
    const write = async () => {
      try {
        const today = new Date().toISOString().slice(0, 10);
        const next = await writeExport({ design, target, today });
        if (!next || isStale) return;
        done.current = { design, target };
        setWritten(next);
        setFault(next.files.length === 0 ? NOTHING : null);
      } catch (error) {
        if (!isStale) setFault(error instanceof Error ? error.message : String(error));
      }
    };
    const timer = window.setTimeout(() => void write(), isOther ? 0 : PAUSE);
    return () => {
      isStale = true;
      window.clearTimeout(timer);
    };
  }, [design, target, isOther]);
  const shown = isOther ? null : written;
  const file = shown?.files.find((candidate) => candidate.path === path) ?? mainFile(shown?.files ?? []);
  return { written: shown, file, fault };
}

/** The stack of a project says most of it; a template is alone as a rule. */
const mainFile = (files: readonly DesignFile[]): DesignFile | null =>
  files.find(({ path }) => path.endsWith('stack.ts')) ?? files[0] ?? null;

const known = new WeakMap<DesignFile, readonly LineSpan[]>();

/** Lines of a file by element; found once. */
export function spansOf(file: DesignFile): readonly LineSpan[] {
  const found = known.get(file) ?? file.spans();
  known.set(file, found);
  return found;
}
