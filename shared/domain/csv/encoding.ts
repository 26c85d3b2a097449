/** How the characters of a file are written. `latin1` reads of the others what is one byte a character. */
export const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The beginning of a file: its encoding as far as it shows, and the bytes of its mark, which are no text. */
interface Beginning {
  readonly encoding: Encoding | undefined;
  readonly markBytes: number;
}

/** Byte order marks (Unicode 16.0, 23.8), and what the first character shows without one: no heading begins with NUL. */
export const beginningOf = (bytes: Uint8Array): Beginning => {
  const [first = 1, second = 1, third = 1] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  if (second === 0) return { encoding: 'utf-16le', markBytes: 0 };
  return { encoding: first === 0 ? 'utf-16be' : undefined, markBytes: 0 };
};

/** Bytes of one character of UTF-8 at most. */
const LONGEST = 4;

/** Leaves out a character that the end of a part may have cut. */
const withoutCut = (bytes: Uint8Array): Uint8Array => {
  for (let back = 1; back < LONGEST && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
  }
  return bytes;
};

/** Leaves out the rest of a character that the end of the part before may have cut, where that part took its beginning. */
export const afterCut = (bytes: Uint8Array): Uint8Array => {
  const from = bytes.findIndex((byte) => byte < 0x80 || byte >= 0xc0);
  return from > 0 && from < LONGEST ? bytes.subarray(from) : bytes;
};

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/**
 * The encoding of a file without a mark, by a part of it: UTF-8 where all of it can be read so, Windows-1252 where not.
 * `undefined`: all of it is ASCII but for a character that the end of the part may have cut, and a later part shows it. Nothing
 * is cut at the end of the file.
 */
export const encodingOf = (part: Uint8Array, isEnd: boolean): Encoding | undefined => {
  const whole = isEnd ? part : withoutCut(part);
  if (!whole.some((byte) => byte >= 0x80)) return undefined;
  return isUtf8(whole) ? 'utf-8' : 'windows-1252';
};

/** Bytes of a character as `textOf` gives them. */
export const bytesPerUnit = (encoding: Encoding): number => (encoding.startsWith('utf-16') ? 2 : 1);

/**
 * A part of a file as a text of which each character is as many bytes of the file as the one beside it, so that a position in
 * it is one in the file. In UTF-16 these are the characters. Else they are the bytes: separators, quotes and line ends are
 * ASCII, and each cell is read by itself (`cellOf`).
 */
export const textOf = (bytes: Uint8Array, encoding: Encoding): string => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (encoding === 'utf-16le') return buffer.toString('utf16le');
  if (encoding !== 'utf-16be') return buffer.toString('latin1');
  const swapped = Buffer.from(buffer.subarray(0, buffer.length - (buffer.length % 2)));
  return swapped.swap16().toString('utf16le');
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is these characters.
const IS_ASCII = /^[\x00-\x7f]*$/;

/** The characters of a cell. `undefined`: its bytes are none in this encoding. */
export const cellOf = (text: string, encoding: Encoding): string | undefined => {
  if (bytesPerUnit(encoding) === 2) return text;
  if (IS_ASCII.test(text)) return text;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(Buffer.from(text, 'latin1'));
  } catch {
    return undefined;
  }
};
