import { describe, expect, test } from 'vitest';
import {
  afterCut,
  beginningOf,
  bytesPerUnit,
  cellOf,
  type Encoding,
  encodingOf,
  textOf,
} from '#shared/domain/csv/encoding.ts';

const TEXT = 'prénom;Zoé\n';
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();
const FILES: readonly (readonly [string, Buffer, Encoding | undefined, number])[] = [
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8', 3],
  ['UTF-16 little-endian with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'utf-16le', 2],
  ['UTF-16 big-endian with a mark', swapped(`\ufeff${TEXT}`), 'utf-16be', 2],
  ['UTF-16 little-endian', Buffer.from(TEXT, 'utf16le'), 'utf-16le', 0],
  ['UTF-16 big-endian', swapped(TEXT), 'utf-16be', 0],
  ['UTF-8', Buffer.from(TEXT), undefined, 0],
  ['Windows-1252', Buffer.from(TEXT, 'latin1'), undefined, 0],
];

describe('encodings', () => {
  test.each(FILES)('%s is found and read', (_, file, mark, markBytes) => {
    expect(beginningOf(file)).toEqual({ encoding: mark, markBytes });
    const encoding = mark ?? encodingOf(file, true) ?? 'utf-8';
    const rest = file.subarray(markBytes);
    const text = textOf(rest, encoding);
    expect(text.length * bytesPerUnit(encoding)).toBe(rest.length);
    expect(
      text
        .trimEnd()
        .split(';')
        .map((cell) => cellOf(cell, encoding)),
    ).toEqual(['prénom', 'Zoé']);
  });

  test('characters that Windows has where ISO 8859-1 has none', () => {
    expect(cellOf(Buffer.from([0x80, 0x92]).toString('latin1'), 'windows-1252')).toBe('€’');
  });

  test('a part that is ASCII shows nothing, and one that ends within a character is still UTF-8', () => {
    expect(encodingOf(Buffer.from('email\n'), true)).toBeUndefined();
    const cut = Buffer.from('Zoé €');
    for (const back of [1, 2]) expect(encodingOf(cut.subarray(0, cut.length - back), false)).toBe('utf-8');
    const last = Buffer.from('a@zoé', 'latin1');
    expect([encodingOf(last, true), encodingOf(last, false)]).toEqual(['windows-1252', undefined]);
  });

  test('the rest of a character whose beginning is gone is no sign of another encoding', () => {
    const [whole, rest] = [Buffer.from('é;Zoé'), Buffer.from('€;Zoé').subarray(1)];
    expect(encodingOf(rest, true)).toBe('windows-1252');
    expect([encodingOf(afterCut(rest), true), encodingOf(afterCut(whole), true)]).toEqual(['utf-8', 'utf-8']);
  });

  test('bytes that are no UTF-8 make their own cell unreadable', () => {
    expect(cellOf(Buffer.from([0x5a, 0xe9]).toString('latin1'), 'utf-8')).toBeUndefined();
  });
});
