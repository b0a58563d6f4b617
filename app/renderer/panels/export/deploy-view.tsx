import { Copy } from 'lucide-react';
import type { DeployGuide } from '../../../../exporters/deploy-guide';
import { IconButton } from '../../ui/button';
import { copyText } from './copy-text';

/** How to deploy: what it takes, and the commands in order. */
export const DeployView = ({ guide }: { guide: DeployGuide }) => (
  <div className="deploy">
    <h3>Before you begin</h3>
    <ul className="deploy__needs">
      {guide.needs.map((need) => (
        <li key={need} className="ui-selectable">
          {need}
        </li>
      ))}
    </ul>
    <h3>Commands</h3>
    <ol className="deploy__steps">
      {guide.steps.map(({ title, command }) => (
        <li key={`${title} ${command ?? ''}`}>
          <p>{title}</p>
          {command === undefined ? null : (
            <div className="deploy__command">
              <pre className="ui-selectable">{command}</pre>
              <IconButton
                size="small"
                side="left"
                icon={Copy}
                label={`Copy: ${title}`}
                onClick={() => copyText(command, 'The command')}
              />
            </div>
          )}
        </li>
      ))}
    </ol>
  </div>
);
