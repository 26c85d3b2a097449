import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_ROW } from '#shared/domain/csv/longest-row.ts';
import { type Row, readRows } from '#shared/domain/csv/rows.ts';
import { SEPARATORS, separatorSaid, separatorsOf } from '#shared/domain/csv/separators.ts';
import type { JobPosition } from '#shared/domain/job/job.ts';
import { oneColumn, readPart } from '#shared/domain/job/read-part.ts';

const read = (text: string, more: Partial<Parameters<typeof readRows>[0]> = {}) =>
  readRows({ text, separator: ',', isEnd: true, line: 1, goesOn: false, most: 10_000, ...more });
const cellsOf = (rows: readonly Row[]) => rows.map((row) => ('cells' in row ? row.cells : row.fault));

describe('rows of a CSV', () => {
  test.each([
    [
      'three line ends',
      'a,b\r\nc,d\ne,f\rg,h',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ],
    ],
    ['quotes around a separator, a line end and quotes', '"a,1","b\r\n2","c""3"\n', [['a,1', 'b\r\n2', 'c"3']]],
    [
      'a quote within a cell means nothing',
      'a"b,c\nd,e',
      [
        ['a"b', 'c'],
        ['d', 'e'],
      ],
    ],
    [
      'empty cells',
      ',,\n"",\n',
      [
        ['', '', ''],
        ['', ''],
      ],
    ],
    ['blank lines are passed over', '\n\na\n  \nb\n\n', [['a'], ['b']]],
    ['an empty cell in quotes is a row, and no blank line', 'a\n""\n" "\nb', [['a'], [''], [' '], ['b']]],
    [
      'a quote that nothing closes costs its own line alone',
      'a,"b\nc,d\ne,f',
      ['quote-not-closed', ['c', 'd'], ['e', 'f']],
    ],
    ['text after a quote costs its own line alone', 'a,"b"c,d\ne,f', ['text-after-quote', ['e', 'f']]],
    ['a row too long costs its own line alone', `a,${'x'.repeat(LONGEST_ROW)},b\nc,d`, ['row-too-long', ['c', 'd']]],
  ])('%s', (_, text, expected) => {
    expect(cellsOf(read(text).rows)).toEqual(expected);
  });

  test('a row says its line, also after rows of several lines, blank lines and refused ones', () => {
    const { rows, line } = read('a\r\n\r\n"b\n\r\n2"\nc,"d"e\nf\n');
    expect(rows.map((row) => row.line)).toEqual([1, 3, 6, 7]);
    expect(rows[2]).toEqual({ line: 6, fault: 'text-after-quote', cell: 1, before: ['c'] });
    expect(line).toBe(8);
  });

  test('a text that does not go to the end of the file is read up to the last whole row', () => {
    const text = 'a,b\nc,"d\n';
    const { rows, to, line } = read(text, { isEnd: false });
    expect({ rows: cellsOf(rows), rest: text.slice(to), line }).toEqual({
      rows: [['a', 'b']],
      rest: 'c,"d\n',
      line: 2,
    });
    expect(read('a,b\r', { isEnd: false }).to).toBe(0);
    expect(read('a,"b"', { isEnd: false }).to).toBe(0);
  });

  test.each(['x'.repeat(LONGEST_ROW), `"${'x'.repeat(LONGEST_ROW - 2)}"`])(
    'the longest row whose carriage return ends a text waits for what follows',
    (row) => {
      expect(read(`${row}\r`, { isEnd: false })).toMatchObject({ rows: [], to: 0 });
      expect(cellsOf(read(`${row}\r\na`, { isEnd: false }).rows)).toEqual([[row.replaceAll('"', '')]]);
    },
  );

  test('a line that is longer than a text is refused once, and its rest is passed over', () => {
    const first = read(`a\n${'x'.repeat(2 * LONGEST_ROW)}`, { isEnd: false });
    expect(cellsOf(first.rows)).toEqual([['a'], 'row-too-long']);
    expect(first.goesOn).toBe(true);
    const second = read('x'.repeat(100), { isEnd: false, goesOn: true, line: first.line });
    expect(second).toMatchObject({ rows: [], to: 100, goesOn: true, line: 2 });
    const third = read('xx,"\nb\n', { goesOn: true, line: second.line });
    expect(third.rows).toEqual([{ line: 3, cells: ['b'] }]);
    const cut = read(`${'x'.repeat(2 * LONGEST_ROW)}\r`, { isEnd: false });
    expect(read('\r\nb', { goesOn: cut.goesOn, line: cut.line }).rows).toEqual([{ line: 2, cells: ['b'] }]);
  });

  const within = { isAddress: (cell: string) => cell.includes('@'), column: 0, width: 3 };

  test('a quote that takes rows into its cell costs its own line; the rows are read by themselves, as doubtful', () => {
    const text = 'a@x,"b,1\nc@x,d,2\ne@x,"",3\nf@x,g",4\nh@x,i,5\n';
    const { rows, line } = read(text, { within });
    const taken = { fault: 'quote-not-closed', cell: 0, isWithin: true };
    expect(rows).toEqual([
      { line: 1, fault: 'quote-not-closed', cell: 1, before: ['a@x'] },
      { line: 2, ...taken, before: ['c@x', 'd', '2'] },
      { line: 3, ...taken, before: ['e@x', '', '3'] },
      { line: 4, ...taken, before: ['f@x', 'g', '4'] },
      { line: 5, cells: ['h@x', 'i', '5'] },
    ]);
    expect(line).toBe(6);
    expect(cellsOf(read(text).rows)).toHaveLength(2);
  });

  test.each([
    ...['a@x,"b\nc@x",d\n', 'a@x,"b\nnote, see c\n",d\n', 'a@x,"b, c@x, d\n",e\n'],
    ...['a@x,"Not, by the way:\nc@x, who stays",2\n', 'a@x,"b:\nc@x, e@x",2\n', 'a@x,"b\nc@x, e@x, f@x\ng",2\n'],
    ...[
      'a@x,"b\nAnne, Ltd, c@x",2\n',
      'a@x,"b\nAnne,Ltd,c@x\n",2\n',
      'a@x,"b\nc@x,d,e,f\n",2\n',
      'a@x,"b\nc@x,d\n",2\n',
    ],
  ])('%j holds no other row', (text) => {
    expect(read(text, { within })).toMatchObject({ rows: [{ cells: { length: 3 } }] });
  });

  test.each([
    ...['a@x,"b,1\nc@x,d",2\n', 'a@x,"b\nc@x,d,2\ne",f\n', 'a@x,"b,1\nc@x,"d",2\n', 'a@x,"b,1\nc@x,d"\n'],
    ...['"a@x,b,1\nc@x,d,2"\n', '"a@x, b, 1\nc@x, d, 2"\n', 'a@x,"b\nc@x,d,2\n","g\nh"\n'],
  ])('P2: %j holds one', (text) => {
    const [first, second] = read(text, { within }).rows;
    expect([first, second]).toMatchObject([{ fault: 'quote-not-closed' }, { isWithin: true }]);
  });

  test('rows within a quote are doubtful wherever a part ends, and however few rows it takes', () => {
    const filler = `${'x'.repeat(LONGEST_ROW / 2)}\n`.repeat(5);
    const text = `h\na@x,"b,1\nc@x,d,2\nf@x,g","4\n5"\nh@x,i,5\n${filler}`;
    const whole = read(text, { within }).rows;
    expect(whole.filter((row) => 'fault' in row)).toHaveLength(3);
    for (let size = 2 * LONGEST_ROW + 40; size < text.length; size += 977) {
      const inParts: Row[] = [];
      let [from, line] = [0, 1];
      while (from < text.length) {
        const part = text.slice(from, from + size);
        const done = readRows({
          ...{ text: part, separator: ',', isEnd: from + size >= text.length, line, goesOn: false },
          ...{ most: 2, within },
        });
        expect(done.to).toBeGreaterThan(0);
        from += done.to;
        line = done.line;
        inParts.push(...done.rows);
      }
      expect(inParts).toEqual(whole);
    }
    const small = `${'z\n'.repeat(9)}${text}`;
    expect(read(small.slice(0, 60), { within, isEnd: false }).to).toBeLessThanOrEqual(20);
  });

  test('the library reads the same of every sound file, and the end of each part is the beginning of a row', () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', ';', '\t', '|', '"', '\n', '\r\n', '’'), maxLength: 8 }),
      fc.constantFrom('', 'x'),
    );
    const file = fc.record({
      rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
      separator: fc.constantFrom(...SEPARATORS),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      partSize: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(file, ({ rows, separator, lineEnd, partSize }) => {
        const quoted = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(separator));
        const text = quoted.join(lineEnd);
        const library = parse(text, { delimiter: separator, relax_column_count: true, record_delimiter: lineEnd });
        expect(cellsOf(read(text, { separator }).rows)).toEqual(library);
        // In parts, as a job reads a file: each begins where the one before ended, and is made longer until a row ends in it.
        const inParts: Row[] = [];
        let [from, line, size] = [0, 1, partSize];
        while (from < text.length) {
          const part = text.slice(from, from + size);
          const isEnd = from + size >= text.length;
          const done = readRows({ text: part, separator, isEnd, line, goesOn: false, most: 3 });
          size = done.to === 0 ? size + partSize : partSize;
          from += done.to;
          line = done.line;
          inParts.push(...done.rows);
        }
        expect(inParts).toEqual(read(text, { separator }).rows);
      }),
      { numRuns: 300 },
    );
  });
});

test('a file that says its separator is read on from where its part ended, and its lines are those of the file', () => {
  const bytes = new TextEncoder().encode('sep=;\r\nnom, prénom;email\r\na;1\r\nb;2\r\nc;3\r\n');
  const found: unknown[] = [];
  let position: JobPosition = { offset: 0, line: 1, goesOn: false };
  for (let parts = 0; parts < 3; parts += 1) {
    const part = readPart({ bytes: bytes.subarray(position.offset), isEnd: true }, position, oneColumn('email'), 1);
    if (part === undefined || 'refused' in part) throw new Error('not read');
    found.push(...part.rows);
    position = part.next;
  }
  expect(found).toMatchObject([
    { line: 3, cells: ['1'] },
    { line: 4, cells: ['2'] },
    { line: 5, cells: ['3'] },
  ]);
  expect(position.offset).toBe(bytes.length);
});

test.each(['sep=;', 'sep=x\n', ' sep=;\n', 'separateur=;\n', 'a\nsep=;\n'])('%j says no separator', (text) => {
  expect(separatorSaid(text)).toBeUndefined();
});

test.each([
  ['email;name', ';'],
  ['email', ','],
  ['"a;b;c",d', ','],
  ['a\tb\tc,d', '\t'],
  ['a|b\nc,d,e', '|'],
  ['\r\n \na;b\nc,d,e', ';'],
  ['\ta\n', '\t'],
])('the separator of %j is %j', (text, separator) => {
  expect(separatorsOf(text)[0]).toBe(separator);
});
