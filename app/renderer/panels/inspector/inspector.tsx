import { useApp } from '../../store/app';
import { ConnectionInspector } from './connection-inspector';
import { DesignInspector } from './design-inspector';
import { EditEffectLine } from './edit-effect-line';
import { ElementInspector } from './element-inspector';
import './inspector.css';
import './variants.css';
import { ManyInspector } from './many-inspector';

const Selected = () => {
  const selection = useApp((state) => state.selection);
  const [element] = selection.elements;
  const [connection] = selection.connections;
  const count = selection.elements.length + selection.connections.length;
  if (count > 1) return <ManyInspector />;
  if (element !== undefined) return <ElementInspector key={element} id={element} />;
  if (connection !== undefined) return <ConnectionInspector key={connection} id={connection} />;
  return <DesignInspector />;
};

/** What is selected, with everything that can be set on it, and what the edits do. */
export const Inspector = () => {
  const first = useApp(({ selection }) => selection.elements[0] ?? selection.connections[0] ?? '');
  return (
    <>
      <Selected />
      <EditEffectLine key={first} />
    </>
  );
};
