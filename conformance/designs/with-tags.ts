import { takesTags } from '../../shared/catalog/takes-tags';
import type { Design } from '../../shared/model/design';
import { withDesignTags, withTags } from '../../shared/model/tags';

/** The same design with tags of the whole, of each container and tier, and of every third service. */
export const tagEverything = (design: Design): Design => ({
  ...design,
  header: withDesignTags(design.header, { tags: { CostCenter: '4711', Owner: 'platform team' }, required: ['Owner'] }),
  elements: new Map(
    [...design.elements].map(([id, element], index) => {
      if (!takesTags(element.kind)) return [id, element];
      if (element.kind === 'tier') return [id, withTags(element, { Owner: `team ${index}`, 'team:tier': 'yes' })];
      if (element.kind === 'vpc') return [id, withTags(element, { network: 'main' })];
      return [id, index % 3 === 0 ? withTags(element, { Owner: `owner ${index}`, single: 'yes' }) : element];
    }),
  ),
});
