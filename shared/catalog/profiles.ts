/** What a design is for, with the words for it. Rules weigh by it; see `shared/validation/profiles.ts`. */
export const PROFILES = {
  production: 'Production',
  development: 'Development',
  regulated: 'Regulated',
  learning: 'Learning',
} as const;

export type Profile = keyof typeof PROFILES;

/** Real users depend on it. */
export const isProductive = (profile: Profile): boolean => profile === 'production' || profile === 'regulated';
