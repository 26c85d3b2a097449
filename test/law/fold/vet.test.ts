import { describe, expect, test } from 'vitest';
import { StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { bothVerdicts, SEVEREST_FIRST } from '#shared/law/fold/both-verdicts.ts';
import { vet, vetBytes } from '#shared/law/fold/vet.ts';
import { explain } from '#shared/law/reasons/explain.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import {
  aConsent,
  aFormVersion,
  anAdvertiser,
  anOpposition,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  factId,
  instant,
  NOW,
  someBytes,
  someSends,
} from '../../support/builders.ts';
import { rulebookWithout } from '../../support/rulebook-without.ts';

const consenting = aVetRequest({ standing: aStanding({ consents: [aConsent()] }) });

describe('P4: a stored verdict', () => {
  test('holds codes and references, and matches its schema', () => {
    const verdict = vet({ ...consenting, sends: [someSends('email', ['2026-11-20T09:00:00Z'])] });
    expect(StoredVerdict.parse(verdict)).toEqual(verdict);
    expect(verdict).toMatchObject({
      outcome: 'allow',
      reasons: [{ code: 'OK_CONSENT', factId: factId('consent'), detail: 'declared' }],
      at: NOW,
      seq: 20,
      settingsVersion: 1,
      rulebookVersion: RULEBOOK.version,
      sendsCounted: 1,
    });
  });
  test('names ledger position 0 for an unknown contact', () => {
    expect(vet(aVetRequest())).toMatchObject({ outcome: 'refuse', seq: 0 });
  });
  test('never holds the address, not even in its hash', () => {
    const other = { ...consenting, address: 'someone.else@example.fr' };
    expect(vet(other).factsSha256).toBe(vet(consenting).factsSha256);
    expect(JSON.stringify(vet(consenting))).not.toContain('camille');
  });
  test('is another one when a fact changes', () => {
    const opposed = aVetRequest({ standing: aStanding({ consents: [aConsent()], oppositions: [anOpposition()] }) });
    expect(vet(opposed).factsSha256).not.toBe(vet(consenting).factsSha256);
  });
});

describe('bases are alternatives', () => {
  const both = aStanding({ consents: [aConsent({ form: undefined })], sales: [aSale()] });
  test('one that holds is enough, and the failed one is a note', () => {
    const verdict = vet(aVetRequest({ standing: both }));
    expect(verdict.reasons).toEqual([{ code: 'OK_SOFT_OPT_IN', factId: factId('sale'), detail: 'declared' }]);
    expect(verdict.notes).toMatchObject([{ code: 'EVIDENCE_INCOMPLETE', factId: factId('consent'), detail: '/form' }]);
  });
  test('a named basis narrows the vet to it', () => {
    const verdict = vet(aVetRequest({ standing: both, message: aProposedMessage({ basis: 'consent' }) }));
    expect(verdict).toMatchObject({ outcome: 'refuse', reasons: [{ code: 'EVIDENCE_INCOMPLETE' }] });
    expect(verdict.notes).toEqual([{ code: 'ANOTHER_BASIS_HOLDS', factId: aSale().id, detail: 'existing-customer' }]);
  });
  test('another one is said to hold only where nothing else refuses the message', () => {
    const noted = (changes: Partial<VetRequest>) => {
      const { outcome, notes } = vet(
        aVetRequest({ standing: both, message: aProposedMessage({ basis: 'consent' }), ...changes }),
      );
      return [outcome, notes.map(({ code }) => code)];
    };
    const opposed = { ...both, oppositions: [anOpposition()] };
    const heatPumps = anAdvertiser({ offers: [{ category: 'wine', natures: ['home-energy-works'] }] });
    expect(noted({})).toEqual(['refuse', ['ANOTHER_BASIS_HOLDS']]);
    expect(noted({ standing: opposed })).toEqual(['refuse', []]);
    expect(noted({ advertiser: heatPumps })).toEqual(['refuse', []]);
    const fromNobody = aProposedMessage({ basis: 'consent', sender: 'nobody@elsewhere.example' });
    expect(noted({ message: fromNobody })).toEqual(['refuse', []]);
  });
  test('none that holds and one that awaits a human is a review, with its cause', () => {
    const standing = aStanding({ consents: [aConsent({ form: undefined })], sales: [aSale({ type: 'free-account' })] });
    expect(vet(aVetRequest({ standing }))).toMatchObject({
      outcome: 'review',
      reasons: [{ code: 'SOFT_OPT_IN_FREEMIUM_REVIEW' }],
      notes: [{ code: 'EVIDENCE_INCOMPLETE' }],
      cause: 'sale-type:free-account',
    });
  });
  test('a wording that names no channel is one review of that form version', () => {
    const verdict = vet({ ...consenting, formOf: () => aFormVersion({ channels: [] }) });
    expect(verdict).toMatchObject({ outcome: 'review', cause: 'form:newsletter@1' });
  });
  test('words that do not stand in the wording carry no channel', () => {
    const form = aFormVersion({ channels: [{ channel: 'email', words: 'par pigeon' }] });
    expect(vet({ ...consenting, formOf: () => form }).reasons).toMatchObject([{ code: 'CONSENT_WRONG_CHANNEL' }]);
  });
  test('none that holds gives the reasons of every one', () => {
    const standing = aStanding({ consents: [aConsent({ form: undefined })], sales: [aSale({ type: 'quote' })] });
    expect(vet(aVetRequest({ standing })).reasons.map(({ code }) => code)).toEqual([
      'SOFT_OPT_IN_NO_SALE',
      'EVIDENCE_INCOMPLETE',
    ]);
  });
  test('a consent dated after the moment of sending is not there yet', () => {
    const standing = aStanding({ consents: [aConsent({ givenAt: instant('2026-11-24T10:00:00.001Z') })] });
    expect(vet(aVetRequest({ standing })).reasons).toMatchObject([{ code: 'CONSENT_MISSING' }]);
  });
});

/** What a mail must carry by two texts. */
const ALSO_BY_L122_8 = new Set(['OPPOSITION_MENTION_MISSING', 'OPPOSITION_ROAD_NOT_WORKING']);

describe('P3: the verdict on the final bytes', () => {
  test('stays an allow with the same basis when they carry everything', () => {
    const verdict = vet(consenting);
    expect(vetBytes(consenting, verdict, someBytes())).toMatchObject({ outcome: 'allow', reasons: verdict.reasons });
  });
  test.each([
    [{ carriesOppositionMeans: false }, 'OPPOSITION_MENTION_MISSING'],
    [{ oppositionMeansWork: false }, 'OPPOSITION_ROAD_NOT_WORKING'],
    [{ oppositionIsFree: false }, 'OPPOSITION_NOT_FREE'],
    [{ carriesProcessingNotice: false }, 'PROCESSING_NOTICE_MISSING'],
    [{ saysWhy: false }, 'PROCESSING_NOTICE_MISSING'],
    [{ isRecognisableAsAdvertising: false }, 'AD_NOT_RECOGNISABLE'],
    [{ subject: 'TR: facture' }, 'SUBJECT_FAKE_REPLY'],
    [{ subject: '' }, 'SUBJECT_UNRELATED'],
  ])('%j is refused as %s', (lack, code) => {
    expect(vetBytes(consenting, vet(consenting), someBytes(lack))).toMatchObject({
      outcome: 'refuse',
      reasons: [{ code }, ...(ALSO_BY_L122_8.has(code) ? [{ code, article: 'l122-8/2026-04-03' }] : [])],
    });
  });
  test('gives back any verdict that was no allow, where the bytes carry everything', () => {
    const refused = vet(aVetRequest());
    expect(vetBytes(aVetRequest(), refused, someBytes())).toEqual({ ...refused, factsSha256: expect.any(String) });
  });
  const opposed = aVetRequest({ standing: aStanding({ consents: [aConsent()], oppositions: [anOpposition()] }) });
  test('gives every reason: what the bytes lack too, where an opposition refuses already', () => {
    const lacking = someBytes({ carriesOppositionMeans: false, saysWhy: false });
    const { outcome, reasons } = vetBytes(opposed, vet(opposed), lacking);
    expect([outcome, ...reasons.map(({ code }) => code)]).toEqual([
      'refuse',
      'OPPOSED_CHANNEL',
      'OPPOSITION_MENTION_MISSING',
      'OPPOSITION_MENTION_MISSING',
      'PROCESSING_NOTICE_MISSING',
    ]);
  });
  test('is never milder than the one before: a subject of the bytes does not cure the one that was asked', () => {
    const asked = { ...consenting, message: { ...consenting.message, subject: 'RE: votre dossier' } };
    const { outcome, reasons } = vetBytes(asked, vet(asked), someBytes({ subject: 'Nos vins', saysWhy: false }));
    expect([outcome, ...reasons.map(({ code }) => code)]).toEqual([
      'refuse',
      'PROCESSING_NOTICE_MISSING',
      'SUBJECT_FAKE_REPLY',
    ]);
    expect(vetBytes(asked, vet(asked), someBytes({ subject: 'Nos vins' })).outcome).toBe('refuse');
  });
  test('of a message that waits for its hour is a refusal, when its bytes lack what they must carry', () => {
    const night = aVetRequest({
      at: instant('2026-11-24T22:30:00+01:00'),
      address: '+33612345678',
      message: aProposedMessage({ channel: 'sms', validUntil: instant('2026-11-26T10:00:00Z') }),
      standing: aStanding({ consents: [aConsent({ channels: ['sms'] })] }),
    });
    const { outcome, reasons, notBefore } = vetBytes(night, vet(night), someBytes({ carriesOppositionMeans: false }));
    expect([outcome, notBefore, ...reasons.map(({ code }) => code)]).toEqual([
      'refuse',
      undefined,
      'OPPOSITION_MENTION_MISSING',
      'QUIET_HOURS_SMS',
    ]);
  });
});

describe('the moment of an SMS', () => {
  const sms = (at: string, more: Parameters<typeof aVetRequest>[0] = {}) =>
    vet(
      aVetRequest({
        at: instant(at),
        address: '+33612345678',
        message: aProposedMessage({ channel: 'sms', validUntil: instant('2028-01-01T00:00:00Z') }),
        standing: aStanding({ consents: [aConsent({ channels: ['sms'], givenAt: instant('2024-10-01T09:00:00Z') })] }),
        ...more,
      }),
    );
  const at = (time: string) => [sms(time).outcome, sms(time).notBefore];
  test('opens at the same local hour across both changes of clock', () => {
    expect(at('2026-03-28T22:30:00+01:00')).toEqual(['defer', instant('2026-03-30T08:00:00+02:00')]);
    expect(at('2026-10-24T22:30:00+02:00')).toEqual(['defer', instant('2026-10-26T08:00:00+01:00')]);
  });
  test('skips a holiday, a Sunday and a holiday again', () => {
    expect(at('2027-04-30T22:00:00+02:00')).toEqual(['defer', instant('2027-05-03T08:00:00+02:00')]);
    expect(at('2026-12-24T22:00:00+01:00')).toEqual(['defer', instant('2026-12-26T08:00:00+01:00')]);
  });
  test('keeps 26 December in Alsace', () => {
    const standing = aStanding({ consents: [aConsent({ channels: ['sms'] })], declared: { department: '67' } });
    expect(sms('2026-12-26T11:00:00+01:00', { standing })).toMatchObject({
      outcome: 'defer',
      reasons: [{ code: 'PUBLIC_HOLIDAY' }],
      notBefore: instant('2026-12-28T08:00:00+01:00'),
    });
  });
  test('follows the charter in force on the day: until 22:00 before 1 March 2026, until 21:30 since', () => {
    const advertiser = {
      ...aVetRequest().advertiser,
      sms: { maxSegments: 3, sundayAndHolidayCourtesy: false, window: { from: '00:00', until: '24:00' } },
    };
    const outcome = (time: string) => sms(time, { advertiser }).outcome;
    expect([outcome('2026-02-27T21:45:00+01:00'), outcome('2026-03-02T21:45:00+01:00')]).toEqual(['allow', 'defer']);
    expect([outcome('2026-02-22T11:00:00+01:00'), outcome('2026-03-01T11:00:00+01:00')]).toEqual(['defer', 'allow']);
  });
  test('waits over the first Sunday of the charter that only recommends to leave it free', () => {
    const [asked, sunday] = ['2026-02-28T22:30:00+01:00', instant('2026-03-01T20:00:00+01:00')];
    expect(at(asked)).toEqual(['defer', instant('2026-03-02T08:00:00+01:00')]);
    const message = aProposedMessage({ channel: 'sms', validUntil: sunday });
    expect(sms(asked, { message })).toMatchObject({ outcome: 'refuse', reasons: [{ code: 'VALIDITY_PASSED' }, {}] });
    const sms24 = { maxSegments: 3, sundayAndHolidayCourtesy: false, window: { from: '08:00', until: '22:00' } };
    const advertiser = { ...aVetRequest().advertiser, sms: sms24 };
    expect(sms(asked, { advertiser }).notBefore).toBe(instant('2026-03-01T08:00:00+01:00'));
  });
  test('is waited for in vain where a ban begins before it', () => {
    const offers = [{ category: 'heat-pump', natures: ['home-energy-works' as const] }];
    const advertiser = { ...aVetRequest().advertiser, offers };
    const asked = (validUntil: string, offerCategory = 'heat-pump') => {
      const message = aProposedMessage({ channel: 'sms', validUntil: instant(validUntil), offerCategory });
      return sms('2025-07-01T23:30:00+02:00', { advertiser, message });
    };
    expect(asked('2025-07-02T20:00:00+02:00')).toMatchObject({
      outcome: 'refuse',
      reasons: [{ code: 'VALIDITY_PASSED', detail: 'forbidden-then' }, { code: 'QUIET_HOURS_SMS' }],
    });
    expect(asked('2025-07-02T20:00:00+02:00', 'wine').outcome).toBe('defer');
    expect(asked('2025-07-02T07:00:00+02:00').reasons[0]).toEqual({ code: 'VALIDITY_PASSED' });
  });
  test('takes the advertiser’s narrower window', () => {
    const settings = {
      ...aVetRequest().advertiser,
      sms: { maxSegments: 3, sundayAndHolidayCourtesy: true, window: { from: '10:00', until: '18:00' } },
    };
    expect(sms('2026-11-24T09:00:00+01:00', { advertiser: settings })).toMatchObject({
      outcome: 'defer',
      notBefore: instant('2026-11-24T10:00:00+01:00'),
    });
  });
  test('may be any for an e-mail', () => {
    expect(vet({ ...consenting, at: instant('2026-11-22T03:00:00+01:00') }).outcome).toBe('allow');
  });
});

describe('P4: an explained verdict', () => {
  test('tells each reason in French and English, with citation, sanction and fact', () => {
    const verdict = vet(
      aVetRequest({ standing: aStanding({ consents: [aConsent()], oppositions: [anOpposition()] }) }),
    );
    expect(explain(verdict).reasons).toMatchObject([
      {
        code: 'OPPOSED_CHANNEL',
        fr: 'La personne s’oppose à la prospection par ce canal.',
        en: 'The person opposes prospecting by this channel.',
        sanctions: [{ nature: 'penal' }, { nature: 'administrative' }, { nature: 'administrative' }],
        factId: factId('opposition'),
        citation: {
          version: 'rgpd-21/2018-05-25',
          code: 'Règlement (UE) 2016/679 (RGPD)',
          number: '21',
          paragraph: '§ 3',
          nature: 'law',
          inForceSince: '2018-05-25',
          quote: 'les données à caractère personnel ne sont plus traitées à ces fins',
          url: expect.stringContaining('eur-lex'),
        },
      },
    ]);
  });
  test('still speaks of a code that this rulebook does not know', () => {
    expect(explain({ reasons: [{ code: 'OF_OLD' }], notes: [] }).reasons).toEqual([
      { code: 'OF_OLD', fr: 'OF_OLD', en: 'OF_OLD', sanctions: [] },
    ]);
  });
});

describe('a rulebook with a prohibition left out', () => {
  test('lets through what only that prohibition stopped', () => {
    const opposed = aVetRequest({ standing: aStanding({ consents: [aConsent()], oppositions: [anOpposition()] }) });
    expect(vet(opposed, rulebookWithout('OPPOSED_CHANNEL'))).toMatchObject({
      outcome: 'allow',
      rulebookVersion: `${RULEBOOK.version} without OPPOSED_CHANNEL`,
    });
  });
  test('P1: still refuses where there is no basis at all: silence is no permission', () => {
    expect(vet(aVetRequest(), rulebookWithout('CONSENT_MISSING'))).toMatchObject({
      outcome: 'refuse',
      reasons: [{ code: 'INPUT_INVALID' }],
    });
  });
});

describe('of two verdicts on one message', () => {
  const of = (outcome: (typeof SEVEREST_FIRST)[number], code: string) => ({
    ...vet(consenting),
    ...{ outcome, reasons: [{ code }], factsSha256: code },
  });
  test('the severer outcome holds, whichever came first: bytes make nothing milder', () => {
    expect(SEVEREST_FIRST).toEqual(['refuse', 'review', 'defer', 'allow']);
    for (const [first, before] of SEVEREST_FIRST.entries())
      for (const [second, onBytes] of SEVEREST_FIRST.entries()) {
        const { outcome } = bothVerdicts(of(before, 'OPPOSED_CHANNEL'), of(onBytes, 'ADVERTISER_HIDDEN'));
        expect([before, onBytes, outcome]).toEqual([before, onBytes, SEVEREST_FIRST[Math.min(first, second)]]);
      }
  });
  test('the reasons of both are given, in order, where neither allows', () => {
    const { reasons, factsSha256 } = bothVerdicts(of('refuse', 'ADVERTISER_HIDDEN'), of('defer', 'OPPOSED_CHANNEL'));
    expect(reasons.map(({ code }) => code)).toEqual(['OPPOSED_CHANNEL', 'ADVERTISER_HIDDEN']);
    expect(factsSha256).toBe('ADVERTISER_HIDDEN');
  });
});
