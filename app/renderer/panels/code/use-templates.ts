import { useEffect, useState } from 'react';
import { useApp } from '../../store/app';
import { type TemplateFile, type TemplateFormat, type Templates, writeTemplates } from './template';

export interface TemplateState {
  readonly templates: Templates | null;
  /** The file on show. */
  readonly file: TemplateFile | null;
  readonly choose: (path: string) => void;
  readonly fault: string | null;
}

const NOTHING = 'Nothing in this design becomes a resource yet. Put a service into a Region.';

/** The templates of the design as it stands; the former ones stay on screen while the next are written. */
export function useTemplates(format: TemplateFormat): TemplateState {
  const topology = useApp((state) => state.topology);
  const [templates, setTemplates] = useState<Templates | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [path, choose] = useState('');
  useEffect(() => {
    let isWanted = true;
    writeTemplates(topology, format).then(
      (written) => {
        if (!isWanted) return;
        setTemplates(written);
        setFault(written.files.length === 0 ? NOTHING : null);
      },
      (error: unknown) => {
        if (isWanted) setFault(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      isWanted = false;
    };
  }, [topology, format]);
  const file = templates?.files.find((candidate) => candidate.path === path) ?? templates?.files[0] ?? null;
  return { templates, file, choose, fault };
}
