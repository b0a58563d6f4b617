import type { Finding } from '../../../../shared/validation/rule';
import { formatDelta, plural, shorten } from '../../format';
import { useEditEffect } from './use-edit-effect';

const titles = (findings: readonly Finding[]): string => findings.map(({ title }) => shorten(title, 120)).join('\n');

/** At the foot of the inspector: what changes in cost and findings as one edits. Says nothing where nothing does. */
export const EditEffectLine = () => {
  const effect = useEditEffect();
  return (
    <p className="inspector__effect ui-numeric" role="status" aria-label="Effect of the edit">
      {effect ? (
        <>
          <span className="ui-hidden">This edit: </span>
          {effect.micros ? <span>{formatDelta(effect.micros)}</span> : null}
          {effect.cleared.length > 0 ? (
            <span className="ui-tone" data-tone="ok" title={titles(effect.cleared)}>
              clears {plural(effect.cleared.length, 'finding')}
            </span>
          ) : null}
          {effect.raised.length > 0 ? (
            <span className="ui-tone" data-tone="warning" title={titles(effect.raised)}>
              raises {plural(effect.raised.length, 'finding')}
            </span>
          ) : null}
        </>
      ) : null}
    </p>
  );
};
