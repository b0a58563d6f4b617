import { Option } from 'commander';
import { PROFILES, type Profile } from '../../shared/catalog/profiles';
import type { Design } from '../../shared/model/design';

/** `--profile`, for commands that weigh findings. */
export const profileOption = (): Option =>
  new Option('--profile <profile>', "how rules weigh, in place of the design's own profile").choices(
    Object.keys(PROFILES),
  );

/** The design as if it stated this profile; as it is where none is given. */
export const withProfile = (design: Design, profile: Profile | undefined): Design =>
  profile === undefined
    ? design
    : { ...design, header: { ...design.header, settings: { ...design.header.settings, environment: profile } } };
