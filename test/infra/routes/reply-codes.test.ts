import { describe, expect, test } from 'vitest';
import { textAnswersIn } from '#functions/manifest/routes/text-answers.ts';
import { TWO_WAY_OF_AWS } from '#functions/manifest/routes/two-way-of-aws.ts';
import { configOf } from '#infra/config.ts';
import { deploymentOf, PRODUCTION } from '../deployment.ts';

const ofCodes = (replyCodes: unknown, own: object = {}) => ({
  ...PRODUCTION,
  senders: { ...PRODUCTION.senders, replyCodes },
  ...own,
});
const refused = (own: object): string => {
  try {
    configOf('production', { stages: { production: own } });
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing is wrong';
};
const FRENCH = { code: '36105', countries: ['FR'] };
const BELGIAN = { code: '+32460123456', countries: ['BE'] };
const byMessaging = (countries: readonly string[]) => ({
  routes: { sms: 'end-user-messaging' },
  endUserMessaging: { origination: ['MAISONVALMY'], countries },
});
const SMSMODE = { routes: { sms: 'smsmode' } };
const SPOT_HIT = { routes: { mms: 'spot-hit' } };
const OF_SPOT_HIT = { code: '36200', countries: ['FR', 'RE', 'YT'] };
const many = (count: number) => Array.from({ length: count }, (_, n) => ({ code: `36${100 + n}`, countries: ['FR'] }));

describe('codes that promise an answer which does not arrive', () => {
  test.each([
    [
      'from Réunion by SNS',
      ofCodes([{ code: '36105', countries: ['FR', 'RE'] }]),
      'senders.replyCodes`: `36105` is answered from `RE`, and AWS sells no two-way SMS there',
    ],
    [
      'from Guadeloupe by End User Messaging',
      ofCodes([FRENCH, { code: '36106', countries: ['GP'] }], byMessaging(['FR'])),
      '`36106` is answered from `GP`, and AWS sells no two-way SMS there',
    ],
    [
      'from Belgium to codes that are answered from France alone',
      ofCodes([FRENCH], byMessaging(['FR', 'BE'])),
      'endUserMessaging.countries`: no code of `senders.replyCodes` is answered from `BE`, so that every SMS that promotes to there would be refused',
    ],
    [
      'from France to a Belgian number alone',
      ofCodes([BELGIAN], byMessaging(['FR', 'BE'])),
      'no code of `senders.replyCodes` is answered from `FR`',
    ],
    [
      'from France to the code of Spot-Hit alone, where SMS leave by AWS',
      ofCodes([OF_SPOT_HIT], { ...byMessaging(['FR']), routes: { sms: 'end-user-messaging', mms: 'spot-hit' } }),
      'no code of `senders.replyCodes` is answered from `FR`',
    ],
    [
      'to the code of Spot-Hit alone, where SMS leave by SNS',
      {
        ...SPOT_HIT,
        ...PRODUCTION,
        senders: { ...PRODUCTION.senders, sms: [{ sender: '36105' }], replyCodes: [OF_SPOT_HIT] },
      },
      'senders.replyCodes`: each code is of MMS, so that every SMS that promotes would be refused: name those to which people answer SMS by `sns`',
    ],
    [
      'to the code of Spot-Hit alone, where SMS leave by smsmode',
      ofCodes([OF_SPOT_HIT], { routes: { sms: 'smsmode', mms: 'spot-hit' } }),
      'name those to which people answer SMS by `smsmode`',
    ],
    ['from nowhere', ofCodes([{ code: '36105', countries: [] }]), 'it is answered from nowhere'],
    ['to no code', ofCodes([]), 'nobody can answer: name a code'],
    ['to a name', ofCodes([{ code: 'VALMY', countries: ['FR'] }]), 'a short code of five digits, or a number in E.164'],
    ['from France, written out', ofCodes([{ code: '36105', countries: ['France'] }]), 'two letters of ISO 3166'],
    ['to one code twice', ofCodes([FRENCH, { code: '36105', countries: ['BE'] }]), 'a code twice'],
    ['to more codes than fit', ofCodes(many(21)), 'more than 20'],
    [
      'from more countries than fit',
      ofCodes([
        { code: '36105', countries: TWO_WAY_OF_AWS },
        { code: '36106', countries: TWO_WAY_OF_AWS },
      ]),
      'more than 100 countries',
    ],
  ])('%s: it is refused, with the reason', (_, own, reason) => {
    expect(refused(own)).toContain(reason);
  });

  test.each([
    ['France by SNS', ofCodes([FRENCH])],
    ['Belgium, to a number of there', ofCodes([FRENCH, BELGIAN], byMessaging(['FR', 'BE']))],
    ['Belgium, where no code is stated: its advertisers may have one', { ...PRODUCTION, ...byMessaging(['FR', 'BE']) }],
    ['Réunion by smsmode, whose account says so', ofCodes([{ code: '36034', countries: ['FR', 'RE', 'YT'] }], SMSMODE)],
    ['France to Spot-Hit, beside a code of SMS', ofCodes([FRENCH, { code: '36200', countries: ['FR'] }], SPOT_HIT)],
    ['Réunion to Spot-Hit, whose account says so', ofCodes([FRENCH, OF_SPOT_HIT], SPOT_HIT)],
    ['Réunion to Spot-Hit, where no SMS leaves', ofCodes([OF_SPOT_HIT], SPOT_HIT)],
  ])('what arrives is taken: from %s', (_, own) => {
    expect(refused(own)).toBe('nothing is wrong');
  });
});

describe('what the functions of a stage know of it', () => {
  const answersIn = (own: object) => {
    const { all } = deploymentOf('production', own);
    return all('AWS::Lambda::Function').flatMap(({ Properties }) => {
      const said = Properties.Environment?.Variables?.PROVIDER_ROUTE;
      return typeof said === 'string' ? [textAnswersIn(said)] : [];
    });
  };

  test('the codes that are stated, on each channel; of MMS by Spot-Hit its own', () => {
    const found = answersIn(ofCodes([FRENCH], SPOT_HIT));
    expect(found.length).toBeGreaterThan(4);
    for (const answers of found)
      expect(answers).toEqual({
        sms: { codes: [FRENCH], countries: TWO_WAY_OF_AWS },
        mms: { codes: [{ code: '36200', countries: ['FR'] }] },
      });
    const wide = answersIn(ofCodes([FRENCH, OF_SPOT_HIT], SPOT_HIT));
    for (const { mms } of wide) expect(mms).toEqual({ codes: [OF_SPOT_HIT] });
  });

  test('of a stage that states nothing: any code, from where AWS brings answers', () => {
    expect(answersIn(PRODUCTION).every(({ sms }) => sms?.codes === undefined)).toBe(true);
    expect(textAnswersIn('none')).toEqual({ sms: { countries: TWO_WAY_OF_AWS } });
  });
});
