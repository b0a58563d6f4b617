import { z } from 'zod';

export const themeSchema = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof themeSchema>;

const panelKeySchema = z.string().regex(/^[a-z][A-Za-z0-9.-]{0,39}$/);

/** Small things a person sets once. `panels` holds widths (px) and open/closed flags under names the page chooses. */
export const settingsSchema = z.object({
  theme: themeSchema,
  panels: z
    .record(panelKeySchema, z.union([z.number().finite(), z.boolean()]))
    .refine((panels) => Object.keys(panels).length <= 50, 'at most 50 panel values'),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = { theme: 'system', panels: {} };
