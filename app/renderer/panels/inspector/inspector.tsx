import { useApp } from '../../store/app';
import { ConnectionInspector } from './connection-inspector';
import { DesignInspector } from './design-inspector';
import { ElementInspector } from './element-inspector';
import './inspector.css';
import { ManyInspector } from './many-inspector';

/** What is selected, with everything that can be set on it. */
export const Inspector = () => {
  const selection = useApp((state) => state.selection);
  const [element] = selection.elements;
  const [connection] = selection.connections;
  const count = selection.elements.length + selection.connections.length;
  if (count > 1) return <ManyInspector />;
  if (element !== undefined) return <ElementInspector key={element} id={element} />;
  if (connection !== undefined) return <ConnectionInspector key={connection} id={connection} />;
  return <DesignInspector />;
};
