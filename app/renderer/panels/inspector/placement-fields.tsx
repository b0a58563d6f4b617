import { definitionOf } from '../../../../shared/catalog/catalog';
import { setTier } from '../../../../shared/commands/set-tier';
import { setZones } from '../../../../shared/commands/set-zones';
import type { Element } from '../../../../shared/model/design';
import { ancestorsOf } from '../../../../shared/model/hierarchy';
import type { Service, Zone } from '../../../../shared/topology/topology';
import { plural, shorten } from '../../format';
import { app, useApp } from '../../store/app';
import { Field } from '../../ui/field';
import { Select } from '../../ui/select';
import { Checkbox } from '../../ui/toggle';

const NO_TIER = 'none';

const Path = ({ element }: { element: Element }) => {
  const design = useApp((state) => state.design);
  const path = ancestorsOf(design, element).reverse();
  if (path.length === 0) return null;
  return (
    <p className="inspector__path">
      {path.map((container) => (
        <button
          key={container.id}
          type="button"
          className="ui-truncate"
          onClick={() => app.select({ elements: [container.id] })}
        >
          {shorten(container.name, 40)}
        </button>
      ))}
    </p>
  );
};

const hasTier = ({ kind }: Element): boolean => kind === 'subnet' || definitionOf(kind)?.scope !== 'container';

/** The tier of one element, or of several at once. */
export const TierField = ({ elements }: { elements: readonly Element[] }) => {
  const topology = useApp((state) => state.topology);
  const [first] = elements;
  if (topology.tiers.length === 0 || !first || !elements.every(hasTier)) return null;
  const options = [
    { value: NO_TIER, label: 'None' },
    ...topology.tiers.map((tier) => ({ value: tier.id, label: shorten(tier.element.name, 60) })),
  ];
  const subject = elements.length === 1 ? shorten(first.name, 40) : plural(elements.length, 'element');
  const choose = (value: string) =>
    app.dispatch(`Change tier of ${subject}`, (design) =>
      setTier(design, { ids: elements.map(({ id }) => id), tier: value === NO_TIER ? null : value }),
    );
  const isCommon = elements.every(({ tier }) => tier === first.tier);
  return (
    <Field label="Tier" help="The logical band it belongs to, whatever its placement.">
      {({ control }) => (
        <Select
          id={control}
          value={isCommon ? (first.tier ?? NO_TIER) : undefined}
          placeholder="Several values"
          options={options}
          onChange={choose}
        />
      )}
    </Field>
  );
};

/** The zones of the VPC that a spanning service may lie in. */
const zonesFor = (service: Service | undefined): readonly Zone[] => service?.vpc?.zones ?? [];

const ZoneFields = ({ element }: { element: Element }) => {
  const service = useApp((state) => state.topology.service(element.id));
  const zones = zonesFor(service);
  if (definitionOf(element.kind)?.scope !== 'spanning' || zones.length === 0) return null;
  const chosen = new Set(service?.subnets.map(({ zone }) => zone?.id));
  const toggle = (zone: Zone, isOn: boolean) => {
    const next = zones.filter(({ id }) => (id === zone.id ? isOn : chosen.has(id))).map(({ id }) => id);
    const verb = isOn ? 'Extend' : 'Withdraw';
    const way = isOn ? 'to' : 'from';
    app.dispatch(`${verb} ${shorten(element.name, 40)} ${way} ${zone.code}`, (design) =>
      setZones(design, { id: element.id, zones: next }),
    );
  };
  return (
    <fieldset className="inspector__zones">
      <legend className="ui-field__label">Availability Zones</legend>
      {zones.map((zone) => (
        <Checkbox
          key={zone.id}
          label={zone.code}
          checked={chosen.has(zone.id)}
          onChange={(isOn) => toggle(zone, isOn)}
        />
      ))}
    </fieldset>
  );
};

/** Where the element lies: its containers, its tier, and its zones where it spans several. */
export const PlacementFields = ({ element }: { element: Element }) => (
  <>
    <Path element={element} />
    <TierField elements={[element]} />
    <ZoneFields element={element} />
  </>
);
