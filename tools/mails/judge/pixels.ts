import { inflateSync } from 'node:zlib';

/** What a browser painted: rows of pixels from the top left, red, green and blue, a byte each. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

const HEADER_LENGTH = 8;
const RGB = 2;
const RGBA = 6;

/** The predictor of PNG's fourth filter (W3C PNG, 9.4). */
const paeth = (left: number, above: number, corner: number): number => {
  const [toLeft, toAbove, toCorner] = [
    Math.abs(above - corner),
    Math.abs(left - corner),
    Math.abs(left + above - 2 * corner),
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
};

/** What each filter of PNG took off a byte, by its number (W3C PNG, 9.2). */
const FILTERS: readonly (typeof paeth)[] = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => (left + above) >> 1,
  paeth,
];

/** Undoes the filters of the rows in place; each row is its filter's number and `stride` bytes. */
const unfilter = (rows: Buffer, stride: number, bytes: number): void => {
  const byteAt = (at: number): number => rows[at] ?? 0;
  for (let row = 0; row < rows.length / (stride + 1); row += 1) {
    const start = row * (stride + 1) + 1;
    const number = byteAt(start - 1);
    const filter = FILTERS[number];
    if (number === 0 || filter === undefined) continue;
    for (let at = start; at < start + stride; at += 1) {
      const hasLeft = at - start >= bytes;
      const left = hasLeft ? byteAt(at - bytes) : 0;
      // Of the first row this is before the first byte, and nothing.
      const above = byteAt(at - stride - 1);
      const corner = hasLeft ? byteAt(at - stride - 1 - bytes) : 0;
      rows[at] = (byteAt(at) + filter(left, above, corner)) & 0xff;
    }
  }
};

/**
 * Reads a PNG as Chromium writes it: eight bits a channel, not interlaced.
 * Throws on any other kind.
 */
export const decodePng = (png: Buffer): Picture => {
  const parts: Buffer[] = [];
  let [width, height, bytes] = [0, 0, 0];
  for (let at = HEADER_LENGTH; at < png.length; ) {
    const [length, kind] = [png.readUInt32BE(at), png.toString('latin1', at + 4, at + 8)];
    const data = png.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') {
      [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
      const [depth, colours, , , interlaced] = data.subarray(8);
      if (depth !== 8 || interlaced !== 0 || (colours !== RGB && colours !== RGBA))
        throw new Error('a PNG of a kind that Chromium does not write');
      bytes = colours === RGB ? 3 : 4;
    }
    if (kind === 'IDAT') parts.push(data);
    at += length + 12;
  }
  const stride = width * bytes;
  const rows = inflateSync(Buffer.concat(parts));
  unfilter(rows, stride, bytes);
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0, to = 0; y < height; y += 1)
    for (let x = 0, at = y * (stride + 1) + 1; x < width; x += 1, at += bytes, to += 3)
      rgb.set(rows.subarray(at, at + 3), to);
  return { width, height, rgb };
};

const LINEAR = Float64Array.from({ length: 256 }, (_, byte) =>
  byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4,
);
const luminanceAt = (rgb: Uint8Array, at: number): number =>
  0.2126 * (LINEAR[rgb[at] ?? 0] ?? 0) +
  0.7152 * (LINEAR[rgb[at + 1] ?? 0] ?? 0) +
  0.0722 * (LINEAR[rgb[at + 2] ?? 0] ?? 0);

/** The contrast of one pixel between two pictures of the same place, 1 to 21 (WCAG 2.2, contrast ratio). */
export const contrastAt = (one: Picture, other: Picture, x: number, y: number): number => {
  const at = (y * one.width + x) * 3;
  const [a, b] = [luminanceAt(one.rgb, at), luminanceAt(other.rgb, at)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};
