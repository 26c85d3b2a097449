import { expect, test } from 'vitest';
import afterwards from '#test/labelled/wordings/afterwards.json' with { type: 'json' };
import carrying from '#test/labelled/wordings/carrying.json' with { type: 'json' };
import denying from '#test/labelled/wordings/denying.json' with { type: 'json' };
import forATerm from '#test/labelled/wordings/for-a-term.json' with { type: 'json' };
import noChannel from '#test/labelled/wordings/no-channel-for-offers.json' with { type: 'json' };
import ofSomethingElse from '#test/labelled/wordings/of-something-else.json' with { type: 'json' };
import ofWhom from '#test/labelled/wordings/of-whom-and-of-what.json' with { type: 'json' };
import leftOut from '#test/labelled/wordings/offers-left-out.json' with { type: 'json' };
import oneAct from '#test/labelled/wordings/one-act-for-more.json' with { type: 'json' };
import reviewed from '#test/labelled/wordings/reviewed.json' with { type: 'json' };
import serviceAlone from '#test/labelled/wordings/service-alone.json' with { type: 'json' };
import withoutPartners from '#test/labelled/wordings/without-partners.json' with { type: 'json' };
import { limitOf } from './limit.ts';
import { keepsStrangersOut } from './strangers.ts';
import { plain, type Said, saidOf } from './wording.ts';

const LABELS: Readonly<Record<string, Said>> = { named: 'carries', 'not-named': 'no', 'no-channel-named': 'open' };
const ROWS = [
  ...carrying.map((row) => ({ ...row, said: 'named' })),
  ...denying.map((row) => ({ ...row, said: 'not-named' })),
  ...afterwards,
  ...reviewed,
  ...serviceAlone,
  ...ofSomethingElse,
  ...noChannel,
  ...ofWhom,
  ...oneAct,
  ...leftOut,
];

test('what forms say of a means is read as whoever labelled them did', () => {
  expect(ROWS.length).toBeGreaterThan(600);
  const wrong = ROWS.filter(
    ({ wording, words, channel, language, said }) => saidOf(wording, words, channel, language) !== LABELS[said],
  );
  expect(wrong.map(({ said, wording, words }) => [said, words, wording])).toEqual([]);
});

test('an end or hours that a wording sets are seen as whoever labelled them did', () => {
  const all = [...forATerm, ...ROWS.filter(({ said }) => said === 'named')];
  const wrong = all.filter(
    ({ said, wording, channel }) => (limitOf(wording, channel) === 'none') !== (said === 'named'),
  );
  expect(wrong.map(({ said, wording }) => [said, wording])).toEqual([]);
});

test('a wording that keeps partners out, and names none, is seen as whoever labelled it did', () => {
  const isOut = ({ wording }: { wording: string }) =>
    keepsStrangersOut(plain(wording)) && !wording.includes('Maison Soleil');
  expect(withoutPartners.filter((row) => isOut(row) !== (row.said === 'no-channel-named'))).toEqual([]);
});
