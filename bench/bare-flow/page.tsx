import '@xyflow/react/dist/style.css';
import './page.css';
import { type Edge, type Node, type NodeProps, type NodeTypes, ReactFlow, useNodesState } from '@xyflow/react';
import { memo, useEffect } from 'react';
import { createRoot } from 'react-dom/client';

type Data = { readonly name: string; readonly cost: string; readonly faults: number };
type BareNode = Node<Data>;

/** What `make-page.ts` puts into the page. */
declare const DRAWING: { readonly nodes: readonly BareNode[]; readonly edges: readonly Edge[] };

const Service = memo(({ data }: NodeProps<BareNode>) => (
  <div className="service">
    <svg width="40" height="40" aria-hidden="true">
      <rect width="40" height="40" rx="4" fill="#ed7100" />
    </svg>
    <span className="name">{data.name}</span>
    <span className="cost">{data.cost}</span>
    {data.faults > 0 ? <span className="badge">{data.faults}</span> : null}
  </div>
));
Service.displayName = 'Service';

const Container = memo(({ data }: NodeProps<BareNode>) => <div className="container">{data.name}</div>);
Container.displayName = 'Container';

const nodeTypes: NodeTypes = { service: Service, container: Container };
const edges = [...DRAWING.edges];

/** A drawing of React Flow and nothing else: memoised nodes of given sizes, only what is visible. */
const Page = () => {
  const [nodes, , onNodesChange] = useNodesState<BareNode>([...DRAWING.nodes]);
  useEffect(() => {
    performance.mark('usable');
  }, []);
  return (
    <ReactFlow<BareNode>
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      nodeTypes={nodeTypes}
      onlyRenderVisibleElements
      minZoom={0.05}
      maxZoom={3}
      snapToGrid
      snapGrid={[4, 4]}
      panOnScroll
      zoomOnScroll={false}
      zoomActivationKeyCode={['Meta', 'Control']}
      elevateNodesOnSelect={false}
      fitView
      fitViewOptions={{ minZoom: 0.05 }}
    />
  );
};

const root = document.getElementById('root');
if (root) createRoot(root).render(<Page />);
