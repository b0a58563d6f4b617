import { createContext, useContext } from 'react';

/** Below this zoom nothing on a node could be read: plain boxes are drawn. */
export const FAR_ZOOM = 0.4;

/** True while the drawing is seen from far away. One subscription for all nodes. */
export const FarContext = createContext(false);

export const useIsFar = (): boolean => useContext(FarContext);

export type Detail = 'full' | 'names' | 'bare' | 'far';

/** How much nodes show at a zoom: names grow below 75 %, settings and cost go below 50 %, all text below 40 %. */
export const detailAt = (zoom: number): Detail =>
  zoom < FAR_ZOOM ? 'far' : zoom < 0.5 ? 'bare' : zoom < 0.75 ? 'names' : 'full';
