import { describe, expect, test } from 'vitest';
import { OPPOSITIONS } from '#shared/law/fold/conclude-test.ts';
import { explain } from '#shared/law/reasons/explain.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import { instant } from '../../support/builders.ts';

const WRONG_CHANNEL = { code: 'CONSENT_WRONG_CHANNEL', article: 'l34-5/2020-07-26', factId: 'c1', detail: 'sms' };

/** The first reason of a verdict that has this one alone. */
const toldOf = (code: string, article?: string) =>
  explain({ reasons: [article === undefined ? { code } : { code, article }], notes: [] }).reasons[0];

describe('a stored reason in words', () => {
  test('keeps what it rests on, and says what it costs and what to do', () => {
    const [told] = explain({ reasons: [WRONG_CHANNEL], notes: [] }).reasons;
    expect(told).toEqual({
      code: 'CONSENT_WRONG_CHANNEL',
      fr: expect.stringContaining('canal'),
      en: expect.stringContaining('channel'),
      citation: expect.objectContaining({
        version: 'l34-5/2020-07-26',
        number: 'L. 34-5',
        paragraph: 'al. 1',
        nature: 'law',
        inForceSince: '2020-07-26',
        quote: 'son consentement à recevoir des prospections directes par ce moyen',
        read: expect.objectContaining({ grade: 'first-hand', on: '2026-11-24' }),
      }),
      sanctions: expect.arrayContaining([expect.objectContaining({ nature: 'administrative' })]),
      remedy: told?.remedy,
      factId: 'c1',
      detail: 'sms',
    });
  });
  test('of a form that says an end or hours: the end is declared with the form, the hour of one call with the person', () => {
    const told = toldOf('CONSENT_CHANNEL_UNCERTAIN', 'l34-5/2020-07-26');
    for (const each of ['fr', 'en'] as const) {
      expect(told?.remedy?.sentence[each]).toMatch(/agreedFor.*agreedCall/s);
      expect(told?.[each]).not.toMatch(/horaires|hours that are not declared/);
    }
  });
  test('of an hour waits where the message does, and is not judged again once it is refused', () => {
    const codes = [
      'QUIET_HOURS_SMS',
      'QUIET_HOURS_VOICE',
      'PUBLIC_HOLIDAY',
      'PUBLIC_HOLIDAY_VOICE',
      'HELD_AFTER_ANNULMENT',
    ];
    for (const code of [...codes, 'TIMEZONE_AMBIGUOUS']) {
      const toDo = (outcome: 'defer' | 'refuse') => {
        const [told] = explain({ outcome, reasons: [{ code }, { code: 'VALIDITY_PASSED' }], notes: [] }).reasons;
        return told?.remedy?.sentence;
      };
      expect(toDo('defer')?.fr).toMatch(/Rien à faire/);
      expect(toDo('defer')?.en).toMatch(/Nothing to do/);
      expect(toDo('refuse')?.fr).toMatch(/ne sera pas vérifié de nouveau.*validité/);
      expect(toDo('refuse')?.en).toMatch(/not judged again.*validity/);
    }
    const toDo = (...codes: string[]) =>
      explain({ outcome: 'refuse', reasons: codes.map((code) => ({ code })), notes: [] }).reasons[0]?.remedy;
    expect(toDo('TIMEZONE_AMBIGUOUS', 'VALIDITY_PASSED')?.sentence.fr).toMatch(/validité.*fuseau horaire/);
    expect(toDo('TIMEZONE_AMBIGUOUS', 'VALIDITY_PASSED')?.sentence.en).toMatch(/validity.*time zone/);
    expect(toDo('QUIET_HOURS_SMS', 'VALIDITY_PASSED')?.sentence.fr).not.toMatch(/fuseau/);
    // Nobody writes again to who refused.
    for (const refusal of [...OPPOSITIONS, 'RENEWAL_AFTER_OPPOSITION'])
      for (const again of [...codes, 'TIMEZONE_AMBIGUOUS', 'VALIDITY_PASSED', 'REVIEW_EXPIRED'])
        expect(toDo(again, refusal), `${again} beside ${refusal}`).toBeUndefined();
    const [, passed] = explain({
      outcome: 'refuse',
      reasons: [{ code: 'QUIET_HOURS_SMS' }, { code: 'VALIDITY_PASSED' }],
      notes: [],
    }).reasons;
    expect(passed?.remedy?.sentence.en).toMatch(/Send again with a longer validity/);
  });
  test('of the quota of calls speaks of the person and all of their numbers', () => {
    expect(toldOf('ATTEMPT_QUOTA')?.remedy?.sentence).toMatchObject({
      fr: expect.stringMatching(/personne.*tous ses numéros/),
      en: expect.stringMatching(/person.*all of their numbers/),
    });
  });
  test('that rests on no text has none, nor has one whose text no edition knows', () => {
    for (const article of [undefined, 'gone/1999-01-01'])
      expect(toldOf('FREQUENCY_CAP', article)).toMatchObject({
        code: 'FREQUENCY_CAP',
        citation: undefined,
        sanctions: [],
      });
  });
  test.each([
    ['al. 4 with the words of al. 4', 'SOFT_OPT_IN_NO_SALE', 'l34-5/2020-07-26', 'al. 4', /^à l’occasion d’une vente/],
    ['al. 5 with the words of al. 5', 'OPPOSITION_NOT_FREE', 'l34-5/2020-07-26', 'al. 5', /^sans frais/],
    ['a withdrawal by § 3', 'CONSENT_WITHDRAWN', 'rgpd-7/2018-05-25', '§ 3', /retirer son consentement/],
    ['proof by § 1', 'EVIDENCE_INCOMPLETE', 'rgpd-7/2018-05-25', '§ 1', /en mesure de démontrer/],
    ['the quota of 2026 by al. 2', 'ATTEMPT_QUOTA', 'd223-9/2026-08-11', 'al. 2', /quatre fois/],
    ['the quota of 2023 by al. 3', 'ATTEMPT_QUOTA', 'd223-9/2023-03-01', 'al. 3', /quatre fois/],
  ])('cites %s', (_, code, article, paragraph, words) => {
    expect(toldOf(code, article)?.citation).toMatchObject({ paragraph, quote: expect.stringMatching(words) });
  });
  test('that is a house rule says so, with the day on which we took it, and quotes nobody', () => {
    const citation = toldOf('FREQUENCY_CAP', 'house-ceiling/2026-11-24')?.citation;
    expect(citation).toMatchObject({
      nature: 'house-rule',
      takenOn: '2026-11-24',
      rule: expect.stringContaining('plafond'),
    });
    expect([citation?.quote, citation?.read, citation?.inForceSince]).toEqual([undefined, undefined, undefined]);
  });
  test('whose text was not read quotes nothing', () => {
    const citation = toldOf('SOURCE_MENTION_MISSING', 'rgpd-14/2018-05-25')?.citation;
    expect([citation?.paragraph, citation?.quote, citation?.read]).toEqual(['§ 3, b', undefined, undefined]);
  });
  test('says in words what was found, where that is one of a closed list', () => {
    const found = (code: string, detail: string) =>
      explain({ reasons: [{ code, detail }], notes: [] }).reasons[0]?.found;
    expect(found('CONSENT_MECHANISM_INVALID', 'pre-ticked')).toEqual({
      fr: 'La case était cochée d’avance.',
      en: 'The box was ticked in advance.',
    });
    expect(found('OPPOSITION_ROAD_NOT_WORKING', 'stop.example')).toBeUndefined();
  });
  test('says what to do about what exactly was found, where the code alone would ask for something else', () => {
    const told = (code: string, detail?: string) =>
      explain({ reasons: [detail === undefined ? { code } : { code, detail }], notes: [] }).reasons[0]?.remedy;
    expect(told('VALIDITY_PASSED')).toMatchObject({ pointer: '/validUntil' });
    expect(told('VALIDITY_PASSED', 'no-basis-then')).toMatchObject({
      sentence: { en: expect.stringContaining('A longer validity changes nothing') },
      route: 'POST /v1/consents',
    });
    expect(told('VALIDITY_PASSED', 'forbidden-then')).toEqual({
      sentence: { fr: expect.stringContaining('n’y change rien'), en: expect.stringContaining('changes nothing') },
    });
    expect(told('CONSENT_WRONG_CHANNEL', 'sms')).toEqual(told('CONSENT_WRONG_CHANNEL'));
  });
  test('is told of the notes as of the reasons', () => {
    const { reasons, notes } = explain({ reasons: [], notes: [WRONG_CHANNEL] });
    expect(reasons).toEqual([]);
    expect(notes).toEqual(explain({ reasons: [WRONG_CHANNEL], notes: [] }).reasons);
  });
  test('is told by the edition that gave it, or by the one in force where that edition is unknown', () => {
    const told = (rulebookVersion: string) => explain({ reasons: [WRONG_CHANNEL], notes: [], rulebookVersion });
    expect(told('1999-01-01')).toEqual(told(RULEBOOK.version));
  });
});

describe('of somebody where French law is not shown to hold', () => {
  const saidOf = (code: string, article: string, note?: string) => {
    const notes = note === undefined ? [] : [{ code: note }];
    const [told] = explain({ reasons: [{ code, article }], notes }).reasons;
    return { nature: told?.citation?.nature, costs: told?.sanctions.map(({ texts }) => texts[0]?.version) };
  };
  const NOTES = ['RULE_PACK_FALLBACK_CONSENT_ONLY', 'RULE_PACK_EXTENSION_UNCERTAIN'];
  test.each([
    ['SECTOR_BAN_HOME_ENERGY', 'l223-8/2025-07-02'],
    ['SECTOR_BAN_CPF', 'l6323-8-1/2023-06-11'],
    ['CREDIT_REMINDER_UNCERTAIN', 'l312-9/2026-04-03'],
    ['CONSENT_EXPIRED', 'r223-1/2026-08-11'],
    ['QUIET_HOURS_VOICE', 'd223-9/2026-08-11'],
    ['PUBLIC_HOLIDAY_VOICE', 'd223-9/2026-08-11'],
    ['ATTEMPT_QUOTA', 'd223-9/2026-08-11'],
    ['CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE', 'l223-1/2026-08-11'],
    ['OPPOSITION_MENTION_MISSING', 'l34-5/2020-07-26'],
  ])('%s is a reading, without a sanction of French law alone', (code, article) => {
    for (const note of NOTES) {
      const { nature, costs = [] } = saidOf(code, article, note);
      expect([nature, costs.filter((each) => !each?.startsWith('rgpd-'))]).toEqual(['reading', []]);
    }
    expect(saidOf(code, article).costs).not.toEqual([]);
  });
  test('an opposition is the GDPR’s, and its fine and crime are those of whoever acts in France', () => {
    for (const note of NOTES)
      expect(saidOf('OPPOSED_GLOBAL', 'rgpd-21/2018-05-25', note)).toEqual({
        nature: 'law',
        costs: ['penal-226-18-1/2004-08-07', 'rgpd-83/2018-05-25'],
      });
  });
  test('what is no law stays what it is, and an operator’s contract is not said', () => {
    expect(saidOf('QUIET_HOURS_SMS', 'af2m-sms/2026-03-01', NOTES[0])).toEqual({ nature: 'charter', costs: [] });
    expect(saidOf('FREQUENCY_CAP', 'house-ceiling/2026-11-24', NOTES[0])).toEqual({ nature: 'house-rule', costs: [] });
  });
  test('a reading that was one already keeps its reason after ours', () => {
    const notes = [{ code: 'RULE_PACK_FALLBACK_CONSENT_ONLY' }];
    const reasons = [{ code: 'ATTEMPT_QUOTA', article: 'd223-9/2026-08-11' }];
    expect(explain({ reasons, notes }).reasons[0]?.citation?.reading).toMatch(/^Not shown to hold there; .*VOICE-1/);
  });
});

describe('what a breach costs', () => {
  const finesOn = (at: string) =>
    explain({ reasons: [WRONG_CHANNEL], notes: [], at: instant(at) }).reasons[0]?.sanctions.map(
      ({ texts }) => texts[0]?.version,
    );
  test('is that of the day in Paris', () => {
    expect(finesOn('2020-07-25T21:59:59Z')).toEqual(['rgpd-83/2018-05-25']);
    expect(finesOn('2020-07-25T22:00:00Z')).toEqual(['l34-5/2020-07-26', 'rgpd-83/2018-05-25']);
  });
  test('of L. 34-5 is named after 31 October 2027 too, since nobody has established that it goes, and says so', () => {
    expect(finesOn('2027-11-01T10:00:00Z')).toEqual(['l34-5/2020-07-26', 'rgpd-83/2018-05-25']);
    const [fine] = toldOf('CONSENT_MISSING', 'l34-5/2020-07-26')?.sanctions ?? [];
    expect(fine?.unsettled).toMatchObject({ since: '2027-10-31', says: { fr: expect.stringContaining('non lue') } });
  });
  test.each<[string, string, readonly (readonly [string, string | undefined])[]]>([
    [
      'OPPOSED_GLOBAL',
      'rgpd-21/2018-05-25',
      [
        ['penal', 'penal-226-18-1/2004-08-07'],
        ['administrative', 'rgpd-83/2018-05-25'],
        ['administrative', 'l34-5/2020-07-26'],
      ],
    ],
    [
      'SUBJECT_FAKE_REPLY',
      'l34-5/2020-07-26',
      [
        ['administrative', 'l34-5/2020-07-26'],
        ['administrative', 'l34-5/2020-07-26'],
      ],
    ],
    ['AD_NOT_RECOGNISABLE', 'l221-16/2026-08-11', [['administrative', 'l242-12/2026-04-03']]],
    [
      'MINOR_CONSENT_INVALID',
      'lil-45/2019-06-01',
      [
        ['administrative', 'l34-5/2020-07-26'],
        ['administrative', 'rgpd-83/2018-05-25'],
        ['administrative', 'rgpd-83/2018-05-25'],
      ],
    ],
    ['QUIET_HOURS_SMS', 'af2m-sms/2026-03-01', [['contractual', undefined]]],
    ['FREQUENCY_CAP', 'house-ceiling/2026-11-24', []],
  ])('of %s', (code, article, expected) => {
    expect(toldOf(code, article)?.sanctions.map(({ nature, texts }) => [nature, texts[0]?.version])).toEqual(expected);
  });
  test.each([
    'ADVERTISER_HIDDEN',
    'OPPOSITION_MENTION_MISSING',
    'OPPOSITION_ROAD_NOT_WORKING',
    'OPPOSITION_NOT_FREE',
    'SUBJECT_FAKE_REPLY',
    'SUBJECT_UNRELATED',
  ])('of %s is what DGCCRF and CNIL may do, al. 8 and 6 of L. 34-5, since edition 2026-12-01.2', (code) => {
    const told = (rulebookVersion: string) =>
      explain({ reasons: [{ code, article: 'l34-5/2020-07-26' }], notes: [], rulebookVersion })
        .reasons[0]?.sanctions.map(({ texts }) => texts[0]?.paragraph)
        .join(', ');
    expect([told('2026-12-01'), told('2026-12-01.2')]).toEqual(['al. 8', 'al. 8, al. 6']);
  });
  test('is five times the fine for a legal person, by the texts that say so', () => {
    const [penal] = toldOf('OPPOSED_GLOBAL', 'rgpd-21/2018-05-25')?.sanctions ?? [];
    expect(penal?.says.fr).toContain('1 500 000 €');
    expect(penal?.texts.map(({ name }) => name)).toEqual([
      'Code pénal, art. 226-18-1',
      'Code pénal, art. 226-24',
      'Code pénal, art. 131-38',
    ]);
  });
});
