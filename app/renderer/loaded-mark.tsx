import { useEffect } from 'react';

/** Marks the page as usable once it and everything beside it is on screen; start-up figures and tests wait for it. */
export const LoadedMark = () => {
  useEffect(() => {
    document.documentElement.dataset.appState = 'loaded';
    performance.mark('usable');
  }, []);
  return null;
};
