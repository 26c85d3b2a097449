import { expect, test } from 'vitest';
import afterwards from '#test/labelled/wordings/afterwards.json' with { type: 'json' };
import carrying from '#test/labelled/wordings/carrying.json' with { type: 'json' };
import denying from '#test/labelled/wordings/denying.json' with { type: 'json' };
import reviewed from '#test/labelled/wordings/reviewed.json' with { type: 'json' };
import { type Said, saidOf } from './wording.ts';

const LABELS: Readonly<Record<string, Said>> = { named: 'carries', 'not-named': 'no', 'no-channel-named': 'open' };
const ROWS = [
  ...carrying.map((row) => ({ ...row, said: 'named' })),
  ...denying.map((row) => ({ ...row, said: 'not-named' })),
  ...afterwards,
  ...reviewed,
];

test('what forms say of a means is read as whoever labelled them did', () => {
  expect(ROWS.length).toBeGreaterThan(600);
  const wrong = ROWS.filter(
    ({ wording, words, channel, language, said }) => saidOf(wording, words, channel, language) !== LABELS[said],
  );
  expect(wrong.map(({ wording }) => wording)).toEqual([]);
});
