import { existsSync, readFileSync } from 'node:fs';

const ICONS = new URL('../../../node_modules/aws-icons/icons/', import.meta.url);

/** The address of an icon of AWS, as short as addresses of SVG can be; undefined for the few line icons of structure. */
export function findIcon(name: string): string | undefined {
  const file = new URL(`${name}.svg`, ICONS);
  if (!existsSync(file)) return undefined;
  const svg = readFileSync(file, 'utf8').replaceAll('"', "'").replaceAll(/\s+/g, ' ').trim();
  return `data:image/svg+xml,${svg.replaceAll(/[%#<>]/g, encodeURIComponent)}`;
}

/** Icons of several drawings in one file: each is written once, and has an id that holds for all of them. */
export class SharedIcons {
  private readonly ids = new Map<string, string>();

  /** The drawing without its own icons, referring to these. */
  share(svg: string): string {
    const shared = new Map<string, string>();
    const rest = svg.replace(/<defs>(.*?)<\/defs>/s, (_, definitions: string) => {
      for (const [, own = '', image = ''] of definitions.matchAll(/<image id="([^"]+)"(.*?)\/>/gs)) {
        const id = this.ids.get(image) ?? `shared-icon-${this.ids.size}`;
        this.ids.set(image, id);
        shared.set(own, id);
      }
      return '';
    });
    return rest.replaceAll(/href="#([^"]+)"/g, (_, own: string) => `href="#${shared.get(own) ?? own}"`);
  }

  get definitions(): string {
    return `<defs>${[...this.ids].map(([image, id]) => `<image id="${id}"${image}/>`).join('')}</defs>`;
  }
}
