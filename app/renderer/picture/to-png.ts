import type { Picture } from '../../../exporters/picture/picture';

/** Sharp on paper and on screens of high density. */
const SCALE = 2;
/** Chromium draws nothing on a canvas beyond these. */
const LONGEST_SIDE = 16_384;
const MOST_PIXELS = 200_000_000;

/** How much a picture is enlarged, so that it stays within what can be drawn. */
export const scaleFor = ({ width, height }: Pick<Picture, 'width' | 'height'>): number =>
  Math.min(SCALE, LONGEST_SIDE / width, LONGEST_SIDE / height, Math.sqrt(MOST_PIXELS / (width * height)));

/** The picture as the bytes of a PNG file. */
export async function toPng(picture: Picture): Promise<Uint8Array<ArrayBuffer>> {
  const scale = scaleFor(picture);
  const address = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.floor(picture.width * scale));
    canvas.height = Math.max(1, Math.floor(picture.height * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!blob) throw new Error(`A picture of ${canvas.width} × ${canvas.height} pixels could not be made.`);
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}
