import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionsIn } from '#shared/channels/content/content-fault.ts';

const source = fc
  .array(fc.constantFrom('a', '\n', '\r', '\r\n', 'é', '😀', 'words '.repeat(120)), { maxLength: 40 })
  .map((pieces) => pieces.join(''));

test('line and column are those of the text before, counted anew, whatever order they are asked for in', () => {
  fc.assert(
    fc.property(source, fc.array(fc.nat(4_000), { maxLength: 8 }), (text, offsets) => {
      const positionOf = positionsIn(text);
      for (const wanted of offsets) {
        const offset = Math.min(wanted, text.length);
        // Between two halves there is no character, and between CR and LF no line.
        if (/^[\udc00-\udfff]/.test(text.slice(offset)) || text.slice(offset - 1, offset + 1) === '\r\n') continue;
        const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
        expect(positionOf(offset)).toEqual({ line: lines.length, column: Array.from(lines.at(-1) ?? '').length + 1 });
      }
    }),
    { numRuns: 500, seed: 20261127 },
  );
});
