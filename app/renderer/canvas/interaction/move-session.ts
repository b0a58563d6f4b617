import { definitionOf } from '../../../../shared/catalog/catalog';
import { moveElements } from '../../../../shared/commands/move-elements';
import type { Design, Element } from '../../../../shared/model/design';
import { subtreeOf } from '../../../../shared/model/hierarchy';
import { app } from '../../store/app';
import { absoluteRects, type Point, type Rect } from '../geometry/rect';
import { drawnRects } from '../projection/collapsed-view';
import { innermost } from './add-from-palette';
import { gestures } from './gestures';
import { describeTarget, findUnfit, judgeDrop, type Verdict } from './judge-drop';
import { currentStage } from './stage';

/** Elements being dragged across the canvas. The design changes only on the drop. */
export interface MoveSession {
  /** Shows where a drop at the pointer would go. */
  follow(pointer: Point): void;
  /** Ends the drag with the first element moved by an offset, in canvas pixels. */
  drop(pointer: Point, by: Point): void;
  cancel(): void;
}

/** Parts of the VPC's grid: dragging them reorders columns and rows, never takes them elsewhere. */
const GRID_PARTS: ReadonlySet<string> = new Set(['availability-zone', 'tier', 'subnet']);

const nameMove = (design: Design, ids: readonly string[]): string => {
  const [first] = ids;
  return ids.length === 1 && first !== undefined
    ? `Move ${design.elements.get(first)?.name ?? 'element'}`
    : `Move ${ids.length} elements`;
};

/** Whether the drop would leave the element where it is in the hierarchy. */
function staysPut(element: Element, { target, containers }: Verdict): boolean {
  if (definitionOf(element.kind)?.scope === 'spanning')
    return target.container === element.parent && (target.tier === element.tier || target.tier === null);
  return target.container === element.parent || (element.parent !== null && containers[0] === element.parent);
}

function show(design: Design, element: Element, verdict: Verdict, dimmed: ReadonlySet<string>, pointer: Point): void {
  const { reason } = verdict.target;
  const stays = reason === undefined && staysPut(element, verdict);
  gestures.setState({
    drop: {
      targets: stays ? new Set() : verdict.targets,
      dimmed: stays ? new Set() : dimmed,
      reason: reason ?? null,
      note: stays || reason !== undefined ? null : describeTarget(design, verdict.target),
      ghost: null,
      pointer,
    },
  });
}

function land(design: Design, ids: readonly string[], by: Point, home: Rect, container: string | null): void {
  const rects = absoluteRects(design);
  const origin = (container !== null && rects.get(container)) || { x: 0, y: 0 };
  const at = { x: home.x + by.x - origin.x, y: home.y + by.y - origin.y };
  app.dispatch(nameMove(design, ids), (current) => moveElements(current, { ids, to: { container, at } }));
}

/** Begins to move elements; the first is the one under the pointer. Undefined where it is not in the design. */
export function beginMove(ids: readonly string[]): MoveSession | undefined {
  const { design } = app.getState();
  const [firstId] = ids;
  const element = firstId === undefined ? undefined : design.elements.get(firstId);
  const rects = absoluteRects(design);
  const home = element && rects.get(element.id);
  const stage = currentStage();
  if (!element || !home || !stage) return undefined;
  const drawn = drawnRects(design);
  const isGridPart = GRID_PARTS.has(element.kind);
  const moving = new Set(ids.flatMap((id) => subtreeOf(design, id).map((inside) => inside.id)));
  let dimmed: ReadonlySet<string> | null = null;
  const judge = (pointer: Point): Verdict => judgeDrop(design, drawn, element.kind, stage.toCanvas(pointer), moving);
  const finish = (): void => gestures.setState({ drop: null });
  return {
    follow: (pointer) => {
      if (isGridPart) return;
      dimmed ??= findUnfit(design, element.kind, moving);
      show(design, element, judge(pointer), dimmed, pointer);
    },
    drop: (pointer, by) => {
      finish();
      if (by.x === 0 && by.y === 0) return;
      const verdict = isGridPart ? null : judge(pointer);
      if (verdict?.target.reason !== undefined) {
        app.notify({ tone: 'info', text: verdict.target.reason });
        return;
      }
      if (!verdict || staysPut(element, verdict))
        app.dispatch(nameMove(design, ids), (current) => moveElements(current, { ids, by: { dx: by.x, dy: by.y } }));
      else land(design, ids, by, home, innermost(design, verdict.containers));
    },
    cancel: finish,
  };
}
