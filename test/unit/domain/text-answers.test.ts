import { describe, expect, test } from 'vitest';
import { textAnswersIn } from '#functions/manifest/routes/text-answers.ts';
import { TWO_WAY_OF_AWS } from '#functions/manifest/routes/two-way-of-aws.ts';
import { spotHitReplyIn } from '#shared/adapters/spot-hit/replies.ts';
import { TERRITORIES } from '#shared/domain/contact/phone/dialling.ts';
import { arrivesFrom, receivesAt } from '#shared/domain/sending/text-answers.ts';
import { NOW } from '#test/support/builders.ts';

const AWS = { countries: TWO_WAY_OF_AWS };
const BERLIN = '+4915112345678';
const REUNION = '+262692123456';
const PARIS = '+33612345678';
const STATED = { code: '+33612000000', countries: ['FR', 'DE'] };
const codesIn = (countries: readonly string[]) => ({ codes: [{ code: '36105', countries }] });

describe('a STOP arrives', () => {
  test.each([
    ['a French code, from France', AWS, '36105', PARIS, true],
    ['a French code, from Germany', AWS, '36105', BERLIN, false],
    ['a German code, from Germany', { codes: [{ code: '32105', countries: ['DE'] }] }, '32105', BERLIN, true],
    ['a German code, from France', { codes: [{ code: '32105', countries: ['DE'] }] }, '32105', PARIS, false],
    ['a number of France, from a number of France, wherever its reader lives', AWS, '+33612000000', PARIS, true],
    ['a number of Germany, from Germany', AWS, '+4915212345678', BERLIN, true],
    ['a number of France, from Germany, which nobody states', AWS, '+33612000000', BERLIN, false],
    ['the same, which the deployer states', { codes: [STATED], ...AWS }, STATED.code, BERLIN, true],
    ['a number of Réunion, whence AWS brings nothing', AWS, '+262692000000', REUNION, false],
    ['a number of Réunion, by a provider', {}, '+262692000000', REUNION, true],
    ['a number of France, from Réunion, by a provider', {}, '+33612000000', REUNION, false],
    ['a number, from a prefix that we do not know', {}, '+33612000000', '+15145550100', false],
    ['a number of a prefix that we do not know', {}, '+15145550101', '+15145550100', false],
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
      for (const code of ['36105', '+33612000000', `+${prefix}692000000`])
        expect(arrivesFrom(AWS, code, `+${prefix}692123456`)).toBe(false);
  });
});

test('the code that is declared of Spot-Hit is the one under which its adapter brings a STOP', () => {
  const said = { name: 'spot-hit', url: 'https://s.example', answers: ['reply'], requestsPerSecond: 1, mediaBytes: 1 };
  const ofMms = (codes?: readonly object[]) =>
    textAnswersIn(JSON.stringify({ routes: [{ ...said, channels: ['mms'] }], codes })).mms?.codes;
  const brought = spotHitReplyIn({ numero: '0612345678' }, NOW)?.replyCode;
  expect(ofMms()).toEqual([{ code: brought, countries: ['FR'] }]);
  // The deployer says from where; no other code is received for that.
  const overseas = { code: brought, countries: ['FR', 'RE', 'YT'] };
  expect(ofMms([{ code: '36105', countries: ['FR'] }, overseas])).toEqual([overseas]);
});

test('a route receives at its codes alone, or at any', () => {
  const ofSpotHit = { codes: [{ code: '36200', countries: ['FR'] }] };
  expect(['36200', '36105'].map((code) => receivesAt(ofSpotHit, code))).toEqual([true, false]);
  expect(receivesAt(AWS, '36105')).toBe(true);
});
