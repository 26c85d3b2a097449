import { describe, expect, test } from 'vitest';
import { textAnswersIn } from '#functions/manifest/routes/text-answers.ts';
import { TWO_WAY_OF_AWS } from '#functions/manifest/routes/two-way-of-aws.ts';
import { spotHitReplyIn } from '#shared/adapters/spot-hit/replies.ts';
import { TERRITORIES } from '#shared/domain/contact/dialling.ts';
import { arrivesFrom, receivesAt } from '#shared/domain/sending/text-answers.ts';
import { NOW } from '#test/support/builders.ts';

const AWS = { countries: TWO_WAY_OF_AWS };
const BERLIN = '+4915112345678';
const REUNION = '+262692123456';
const PARIS = '+33612345678';
const codesIn = (countries: readonly string[]) => ({ codes: [{ code: '36105', countries }] });

describe('a STOP arrives', () => {
  test.each([
    ['a French code, from France', AWS, '36105', PARIS, true],
    ['a French code, from Germany', AWS, '36105', BERLIN, false],
    ['a German code, from Germany', { codes: [{ code: '32105', countries: ['DE'] }] }, '32105', BERLIN, true],
    ['a German code, from France', { codes: [{ code: '32105', countries: ['DE'] }] }, '32105', PARIS, false],
    ['a number, from Germany', AWS, '+33612000000', BERLIN, true],
    ['a number, from Réunion, whence AWS brings nothing', AWS, '+33612000000', REUNION, false],
    ['a number, from Réunion, by a provider', {}, '+33612000000', REUNION, true],
    ['a number, from a prefix that we do not know', {}, '+33612000000', '+15145550100', true],
    ['a code, from a prefix that we do not know', {}, '36105', '+15145550100', false],
    ['a code that the account says is answered there', codesIn(['FR', 'RE', 'YT']), '36105', REUNION, true],
    ['the same, where Mayotte, of the same prefix, is not said', codesIn(['FR', 'RE']), '36105', REUNION, false],
    ['another code than those of the route', codesIn(['FR']), '36106', PARIS, false],
    [
      'a stated code that the route does not bring there',
      { ...codesIn(['FR', 'RE', 'YT']), ...AWS },
      '36105',
      REUNION,
      false,
    ],
  ] as const)('%s', (_, answers, code, phone, expected) => {
    expect(arrivesFrom(answers, code, phone)).toBe(expected);
  });

  test('by AWS from no overseas territory, whatever the code', () => {
    for (const { prefix } of Object.values(TERRITORIES))
      for (const code of ['36105', '+33612000000']) expect(arrivesFrom(AWS, code, `+${prefix}692123456`)).toBe(false);
  });
});

test('the code that is declared of Spot-Hit is the one under which its adapter brings a STOP', () => {
  const said = { name: 'spot-hit', url: 'https://s.example', answers: ['reply'], requestsPerSecond: 1, mediaBytes: 1 };
  const stated = JSON.stringify({ routes: [{ ...said, channels: ['mms'] }] });
  const brought = spotHitReplyIn({ numero: '0612345678' }, NOW)?.replyCode;
  expect(textAnswersIn(stated).mms?.codes?.map(({ code }) => code)).toEqual([brought]);
});

test('a route receives at its codes alone, or at any', () => {
  const ofSpotHit = { codes: [{ code: '36200', countries: ['FR'] }] };
  expect(['36200', '36105'].map((code) => receivesAt(ofSpotHit, code))).toEqual([true, false]);
  expect(receivesAt(AWS, '36105')).toBe(true);
});
