import { exportCloudFormation } from '../exporters/cloudformation/export';
import { resolve } from '../shared/topology/resolve';
import { generateDesign } from './generate-design';
import { measure } from './measure';

const SIZES = [100, 1000];

const rows = SIZES.map((size) => {
  const topology = resolve(generateDesign(size));
  const [file] = exportCloudFormation(topology, { format: 'yaml' }).files;
  const text = exportCloudFormation(topology, { format: 'json' }).files[0]?.text ?? '{}';
  const yaml = measure(() => exportCloudFormation(topology, { format: 'yaml' }));
  const json = measure(() => exportCloudFormation(topology, { format: 'json' }));
  const parse = measure(() => JSON.parse(text));
  return {
    elements: topology.design.elements.size,
    'YAML bytes': file?.text.length ?? 0,
    'YAML ms': Number(yaml.toFixed(1)),
    'JSON ms': Number(json.toFixed(1)),
    'YAML / JSON.parse': Number((yaml / parse).toFixed(1)),
  };
});
console.table(rows);
