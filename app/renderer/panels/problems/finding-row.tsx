import { LocateFixed, Wrench } from 'lucide-react';
import { useState } from 'react';
import { designSettings } from '../../../../shared/catalog/design-settings';
import type { Finding, Fix } from '../../../../shared/validation/rule';
import { shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { SeverityIcon } from '../../ui/badge';
import { Button, IconButton } from '../../ui/button';
import { EvidenceLines } from './evidence-lines';
import { AcceptButton, AnswerButton, WhyButton } from './finding-buttons';
import { FixPreviewCard } from './fix-preview-card';
import { highlightFinding, jumpToFinding, restHighlight, rowId } from './focus-finding';
import { RuleNotes } from './rule-notes';

const FixButton = ({ finding, fix }: { finding: Finding; fix: Fix }) => {
  const isShown = useApp(({ preview }) => preview?.findingKey === finding.key && preview.fixId === fix.id);
  if (!fix.apply) return <p className="finding__manual">To do by hand: {fix.title}</p>;
  const show = () => {
    if (!app.previewFix(finding.key, fix.id).ok) return;
    const { elements, connections } = finding.subjects;
    const added = [...(app.getState().preview?.diff.elements ?? [])].flatMap(([id, { from }]) => (from ? [] : [id]));
    app.canvas()?.reveal([...elements, ...connections, ...added]);
  };
  return (
    <Button
      size="small"
      icon={Wrench}
      aria-pressed={isShown}
      aria-label={`Fix: ${fix.title}`}
      onClick={isShown ? app.closePreview : show}
    >
      {fix.title}
    </Button>
  );
};

const SEVERITY_WORDS = { error: 'Error', warning: 'Warning', info: 'Info' };

/** One finding: fault, consequence and remedy, its place, its fixes and their preview. */
export const FindingRow = ({ finding }: { finding: Finding }) => {
  const preview = useApp((state) => (state.preview?.findingKey === finding.key ? state.preview : null));
  const isLesson = useApp(({ design }) => designSettings.read(design.header.settings).environment === 'learning');
  const [isWhyChosen, setWhyOpen] = useState<boolean | null>(null);
  const isWhyOpen = isWhyChosen ?? isLesson;
  const isUnknown = finding.status === 'unknown';
  const word = isUnknown ? 'Open question' : SEVERITY_WORDS[finding.severity];
  return (
    <li
      className="finding"
      data-unknown={isUnknown ? '' : undefined}
      onPointerEnter={() => highlightFinding(finding)}
      onPointerLeave={restHighlight}
    >
      <SeverityIcon tone={isUnknown ? 'unknown' : finding.severity} size={16} />
      <div className="finding__body">
        <button
          type="button"
          id={rowId(finding.key)}
          className="finding__title"
          onClick={() => jumpToFinding(finding.key)}
          onFocus={() => highlightFinding(finding)}
        >
          <span className="ui-hidden">{word}: </span>
          {shorten(finding.title, 160)}
        </button>
        <p className="finding__message ui-selectable">{shorten(finding.message, 600)}</p>
        {finding.question === undefined ? null : (
          <p className="finding__question ui-selectable">{shorten(finding.question, 300)}</p>
        )}
        {finding.note === undefined ? null : (
          <p className="finding__note ui-tone ui-selectable" data-tone="warning">
            {shorten(finding.note, 400)}
          </p>
        )}
        <EvidenceLines finding={finding} />
        <div className="finding__fixes">
          <AnswerButton finding={finding} />
          {finding.fixes.map((fix) => (
            <FixButton key={fix.id} finding={finding} fix={fix} />
          ))}
          <WhyButton isOpen={isWhyOpen} onToggle={() => setWhyOpen(!isWhyOpen)} />
          <AcceptButton finding={finding} />
        </div>
        {isWhyOpen ? <RuleNotes ruleId={finding.ruleId} why={finding.why} source={finding.source} /> : null}
        {preview ? <FixPreviewCard preview={preview} /> : null}
      </div>
      <span className="finding__rule" title={finding.source}>
        {finding.ruleId}
      </span>
      <IconButton
        size="small"
        side="left"
        icon={LocateFixed}
        label={`Show ${shorten(finding.title, 80)} on the canvas`}
        onClick={() => jumpToFinding(finding.key)}
      />
    </li>
  );
};
