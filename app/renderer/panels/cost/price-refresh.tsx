import { RefreshCw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type AwsProfile, endpointRegions } from '../../../../shared/ipc/prices';
import { desktop } from '../../desktop';
import { cancelRefresh, choosePriceSource, refreshPrices, usePrices } from '../../session/prices';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Popover } from '../../ui/popover';
import { Select } from '../../ui/select';

/** Stands for whatever credentials the environment gives. No profile can have this name: names are not empty. */
const ENVIRONMENT = ' ';

const useProfiles = (): readonly AwsProfile[] => {
  const [profiles, setProfiles] = useState<readonly AwsProfile[]>([]);
  useEffect(() => {
    let isGone = false;
    void desktop.invoke('prices.profiles', {}).then((answer) => {
      if (answer.ok && !isGone) setProfiles(answer.value.profiles);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return profiles;
};

const QueryFields = () => {
  const { profile, endpointRegion } = usePrices(({ choice }) => choice);
  const profiles = useProfiles();
  const chosen = profiles.find(({ name }) => name === profile);
  return (
    <>
      <Field label="Profile">
        {({ control }) => (
          <Select
            id={control}
            value={profile ?? ENVIRONMENT}
            options={[
              { value: ENVIRONMENT, label: 'From the environment' },
              ...profiles.map(({ name }) => ({ value: name, label: name })),
            ]}
            onChange={(value) => choosePriceSource({ profile: value === ENVIRONMENT ? null : value })}
          />
        )}
      </Field>
      {chosen?.runsProgram ? (
        <p className="cost__hint">Using this profile runs the program named in your AWS configuration.</p>
      ) : null}
      <Field label="Ask in">
        {({ control }) => (
          <Select
            id={control}
            value={endpointRegion}
            options={endpointRegions.map((value) => ({ value, label: value }))}
            onChange={(value) => {
              const region = endpointRegions.find((code) => code === value);
              if (region) choosePriceSource({ endpointRegion: region });
            }}
          />
        )}
      </Field>
    </>
  );
};

const SOURCES = [
  { value: 'query', label: 'Price list, with an AWS account' },
  { value: 'offer-files', label: 'Public price files, without one' },
] as const;

const RefreshForm = () => {
  const source = usePrices(({ choice }) => choice.source);
  return (
    <div className="cost__form">
      <Field label="Source">
        {({ control }) => (
          <Select
            id={control}
            value={source}
            options={SOURCES}
            onChange={(value) => choosePriceSource({ source: value === 'query' ? 'query' : 'offer-files' })}
          />
        )}
      </Field>
      {source === 'query' ? (
        <QueryFields />
      ) : (
        <p className="cost__hint">They have load balancers, Lambda, data transfer, ElastiCache and S3 only.</p>
      )}
      <p className="cost__hint">Only kinds, types and Regions of this design are sent, never its names.</p>
      <Button variant="primary" icon={RefreshCw} onClick={() => void refreshPrices()}>
        Read live prices
      </Button>
    </div>
  );
};

/** Start and end exchange the button that had the focus: the new one takes it, unless the person has gone elsewhere. */
const useKeptFocus = (isRunning: boolean) => {
  const button = useRef<HTMLButtonElement>(null);
  const wasRunning = useRef(isRunning);
  useEffect(() => {
    if (wasRunning.current === isRunning) return;
    wasRunning.current = isRunning;
    // The closing popover gives the focus up a moment later.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) button.current?.focus();
    });
    return () => clearTimeout(timer);
  }, [isRunning]);
  return button;
};

/** Asks AWS for the design's prices; says how far it is, and lets it be stopped. */
export const PriceRefresh = () => {
  const progress = usePrices((state) => state.progress);
  const button = useKeptFocus(progress !== null);
  if (progress === null)
    return (
      <Popover
        label="Live prices"
        align="end"
        trigger={
          <Button ref={button} size="small" icon={RefreshCw}>
            Live prices
          </Button>
        }
      >
        <RefreshForm />
      </Popover>
    );
  return (
    <span className="cost__progress ui-numeric">
      <progress aria-label="Reading prices" value={progress.done} max={Math.max(1, progress.total)} />
      {progress.done} of {progress.total}
      <Button ref={button} size="small" onClick={cancelRefresh}>
        Cancel
      </Button>
    </span>
  );
};
