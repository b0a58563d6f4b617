/** What the drawing shows beside the elements themselves; each can be hidden. */
export const layerNames = ['cost', 'findings', 'subnets', 'management'] as const;

export type Layer = (typeof layerNames)[number];
export type Layers = Readonly<Record<Layer, boolean>>;

export const allLayers: Layers = { cost: true, findings: true, subnets: true, management: true };

type Stored = Readonly<Record<string, number | boolean>>;

const keyOf = (layer: Layer): string => `layer.${layer}`;

/** Reads what was remembered; a layer is shown unless it was hidden. */
export function readLayers(stored: Stored): Layers {
  const isShown = (layer: Layer): boolean => stored[keyOf(layer)] !== false;
  return {
    cost: isShown('cost'),
    findings: isShown('findings'),
    subnets: isShown('subnets'),
    management: isShown('management'),
  };
}

/** The layers as the settings keep them. */
export const storeLayers = (layers: Layers): Stored =>
  Object.fromEntries(layerNames.map((layer) => [keyOf(layer), layers[layer]]));

/** Names of what is hidden, for the style sheet; undefined where everything is shown. */
export const hiddenLayers = (layers: Layers): string | undefined =>
  layerNames.filter((layer) => !layers[layer]).join(' ') || undefined;
