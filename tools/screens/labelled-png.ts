import { crc32 } from 'node:zlib';

/** Bytes of the signature and of the header, which is always the first chunk (W3C PNG, 5.2, 5.6 and 11.2.1). */
const [SIGNATURE, HEADER_CHUNK] = [8, 25];
const AROUND_DATA = 12;

const chunk = (kind: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

/** What a picture says of itself, by keyword; latin-1. */
export type Labels = Readonly<Record<string, string>>;

/** A PNG with labels, which viewers list as comments: each is a `tEXt` chunk after the header (W3C PNG, 11.3.3.2). */
export const withLabels = (png: Buffer, labels: Labels): Buffer => {
  const texts = Object.entries(labels).map(([key, value]) => chunk('tEXt', Buffer.from(`${key}\0${value}`, 'latin1')));
  const at = SIGNATURE + HEADER_CHUNK;
  return Buffer.concat([png.subarray(0, at), ...texts, png.subarray(at)]);
};

/** Pixels of a PNG, and its labels. Throws when it is none, or is cut. */
export const readPng = (png: Buffer): { readonly width: number; readonly height: number; readonly labels: Labels } => {
  if (png.toString('latin1', 1, 4) !== 'PNG') throw new Error('This is no PNG.');
  const labels: Record<string, string> = {};
  let kind = '';
  for (let at = SIGNATURE; kind !== 'IEND'; ) {
    if (at + AROUND_DATA > png.length) throw new Error('This PNG is cut.');
    const length = png.readUInt32BE(at);
    kind = png.toString('latin1', at + 4, at + 8);
    const [key, value] = png.toString('latin1', at + 8, at + 8 + length).split('\0');
    if (kind === 'tEXt' && key && value !== undefined) labels[key] = value;
    at += length + AROUND_DATA;
  }
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), labels };
};
