import { exportCdk } from '../exporters/cdk/export';
import { exportCloudFormation } from '../exporters/cloudformation/export';
import { resolve } from '../shared/topology/resolve';
import { generateDesign } from './generate-design';
import { measure } from './measure';

const SIZES = [100, 1000];

const rows = SIZES.map((size) => {
  const topology = resolve(generateDesign(size));
  const { files } = exportCloudFormation(topology, { format: 'yaml' });
  const texts = exportCloudFormation(topology, { format: 'json' }).files.map(({ text }) => text);
  const yaml = measure(() => exportCloudFormation(topology, { format: 'yaml' }));
  const json = measure(() => exportCloudFormation(topology, { format: 'json' }));
  const cdk = measure(() => exportCdk(topology));
  const parse = measure(() => texts.map((text): unknown => JSON.parse(text)));
  return {
    elements: topology.design.elements.size,
    templates: files.length,
    'YAML bytes': files.reduce((sum, { text }) => sum + text.length, 0),
    'YAML ms': Number(yaml.toFixed(1)),
    'JSON ms': Number(json.toFixed(1)),
    'CDK ms': Number(cdk.toFixed(1)),
    'YAML / JSON.parse': Number((yaml / parse).toFixed(1)),
  };
});
console.table(rows);
