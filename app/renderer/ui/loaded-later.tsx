import { type ComponentType, useEffect, useState } from 'react';

/** A component in a file of its own that is read when it is needed. */
export interface LoadedLater {
  /** Reads the file, once; it may be read ahead of its use. */
  readonly load: () => Promise<ComponentType>;
  /** The component, where the file has been read. */
  readonly ready: () => ComponentType | undefined;
}

export function loadLater(read: () => Promise<ComponentType>): LoadedLater {
  let ready: ComponentType | undefined;
  let reading: Promise<ComponentType> | undefined;
  return {
    ready: () => ready,
    load: () => {
      reading ??= read().then((component) => {
        ready = component;
        return component;
      });
      return reading;
    },
  };
}

/**
 * Shows nothing until the file is read; where it has been, the component is drawn at once, like any other. React's `lazy` would not do: a boundary that
 * has shown its stand-in holds the finished content back for 300 ms, which is longer than the file takes.
 */
export const Later = ({ of }: { readonly of: LoadedLater }) => {
  const [failure, setFailure] = useState<unknown>(null);
  const [, setIsRead] = useState(false);
  useEffect(() => {
    if (of.ready() === undefined) of.load().then(() => setIsRead(true), setFailure);
  }, [of]);
  if (failure !== null) throw failure;
  const View = of.ready();
  return View === undefined ? null : <View />;
};
