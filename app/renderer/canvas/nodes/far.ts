import { createContext, useContext } from 'react';

/** Below this zoom no text on a node could be read. */
const FAR_ZOOM = 0.4;

/** Below this zoom no icon could be told from another. */
const SPECK_ZOOM = 0.15;

/** So many elements are drawn with their icons from afar without a pause; of more, plain boxes. */
const FEW = 250;

/** True while nodes are plain boxes. One subscription for all nodes. */
export const FarContext = createContext(false);

export const useIsFar = (): boolean => useContext(FarContext);

export type Detail = 'full' | 'names' | 'bare' | 'icons' | 'far';

/**
 * How much nodes show at a zoom: names grow below 75 %, settings and cost go below 50 %, all text below 40 %. Then icons stand alone, as
 * long as there are few enough of them and they can be told apart.
 */
export function detailAt(zoom: number, elements: number): Detail {
  if (zoom < FAR_ZOOM) return elements <= FEW && zoom >= SPECK_ZOOM ? 'icons' : 'far';
  if (zoom < 0.5) return 'bare';
  return zoom < 0.75 ? 'names' : 'full';
}
