import { createContext, useContext } from 'react';

/** Below this zoom nothing on a node could be read: plain boxes are drawn. */
export const FAR_ZOOM = 0.4;

/** True while the drawing is seen from far away. One subscription for all nodes. */
export const FarContext = createContext(false);

export const useIsFar = (): boolean => useContext(FarContext);
