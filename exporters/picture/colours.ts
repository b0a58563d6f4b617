/** What a picture is drawn in. */
export interface PictureColours {
  readonly ground: string;
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly connection: string;
  /** Outline and fill of containers, by tint. */
  readonly groups: Readonly<Record<string, GroupColours>>;
  readonly note: GroupColours;
  readonly band: string;
}

export interface GroupColours {
  readonly line: string;
  readonly fill: string;
}

export type PictureTheme = 'light' | 'dark';

/** The shades of the drawing board's own tokens; a picture stands alone and cannot ask the page for them. */
const light: PictureColours = {
  ground: '#ffffff',
  paper: '#ffffff',
  ink: '#1b1f24',
  muted: '#5a636e',
  line: '#cdd3da',
  connection: '#5a636e',
  groups: {
    region: { line: '#009092', fill: 'none' },
    vpc: { line: '#8c4fff', fill: 'none' },
    zone: { line: '#009092', fill: 'none' },
    public: { line: '#c3d1a1', fill: '#f7f9f1' },
    private: { line: '#99d3d4', fill: '#f0fafa' },
    isolated: { line: '#c7ccd1', fill: '#f7f8f9' },
    group: { line: '#7f8892', fill: 'none' },
  },
  note: { line: '#e1bc9c', fill: '#f9f0ea' },
  band: '#f4f5f5',
};

const dark: PictureColours = {
  ground: '#0f1114',
  paper: '#16191d',
  ink: '#e6e8eb',
  muted: '#a0a8b3',
  line: '#3a414a',
  connection: '#a0a8b3',
  groups: {
    region: { line: '#00a4a6', fill: 'none' },
    vpc: { line: '#a176ff', fill: 'none' },
    zone: { line: '#00a4a6', fill: 'none' },
    public: { line: '#3a4a15', fill: '#151a14' },
    private: { line: '#094c4e', fill: '#0e1a1d' },
    isolated: { line: '#3b4149', fill: '#16181c' },
    group: { line: '#76808c', fill: 'none' },
  },
  note: { line: '#6a5038', fill: '#2a2620' },
  band: '#181a1d',
};

export const coloursOf = (theme: PictureTheme): PictureColours => (theme === 'dark' ? dark : light);
