import { describe, expect, test } from 'vitest';
import { article } from '#shared/law/article.ts';
import type { Amendment } from '#shared/law/editions/amendment.ts';
import { AMENDMENTS } from '#shared/law/editions/amendments.ts';
import { editionNames, rulebookAt } from '#shared/law/editions/edition.ts';
import { replay } from '#shared/law/editions/replay.ts';
import { rulebookOf } from '#shared/law/fold/rulebook.ts';
import { vet, vetBytes } from '#shared/law/fold/vet.ts';
import { explain } from '#shared/law/reasons/explain.ts';
import { REGISTER, RULEBOOK } from '#shared/law/register.ts';
import {
  aConsent,
  anAdvertiser,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  instant,
  someBytes,
  someSends,
} from '../../support/builders.ts';
import { foldTable } from '../../support/in-process/fold-table.ts';
import { verdictOf } from '../../support/in-process/judge.ts';
import { aCall, anSms, MOBILE } from '../../support/proposed.ts';

const CONSENT = { givenAt: instant('2025-09-01T09:00:00Z'), recordedAt: instant('2025-09-01T09:00:01Z') };
/** No window, no courtesy of the advertiser's own: the texts alone decide. */
const bare = anAdvertiser({
  sms: { maxSegments: 3, sundayAndHolidayCourtesy: false, window: { from: '00:00', until: '24:00' } },
});
const endless = instant('2029-01-01T00:00:00Z');
const texted = (at: string) =>
  aVetRequest({
    at: instant(at),
    address: MOBILE,
    advertiser: bare,
    message: anSms({ validUntil: endless }),
    standing: aStanding({ consents: [aConsent({ ...CONSENT, channels: ['sms'] })] }),
  });
const called = (at: string) =>
  aVetRequest({
    at: instant(at),
    address: MOBILE,
    message: aCall({ validUntil: endless }),
    standing: aStanding({ consents: [aConsent({ ...CONSENT, channels: ['automated-call'] })] }),
  });
const mailed = (at: string) => aVetRequest({ at: instant(at), message: aProposedMessage({ validUntil: endless }) });
const told = (request: ReturnType<typeof aVetRequest>) => {
  const { outcome, reasons, notBefore } = vet(request);
  return [outcome, reasons[0]?.code, reasons[0]?.article, notBefore];
};

describe('the rules of the moment of sending decide', () => {
  test('on 28 February 2026 an SMS at 21:45 is admitted and a Sunday is not; from 1 March it is the reverse', () => {
    expect(told(texted('2026-02-27T21:45:00+01:00'))[0]).toBe('allow');
    expect(told(texted('2026-02-28T21:59:59+01:00'))[0]).toBe('allow');
    expect(told(texted('2026-02-28T22:00:00+01:00')).slice(0, 3)).toEqual([
      'defer',
      'QUIET_HOURS_SMS',
      'af2m-sms/2024-09-01',
    ]);
    expect(told(texted('2026-03-01T11:00:00+01:00'))[0]).toBe('allow');
    expect(told(texted('2026-03-01T21:45:00+01:00'))).toEqual([
      'defer',
      'QUIET_HOURS_SMS',
      'af2m-sms/2026-03-01',
      instant('2026-03-02T08:00:00+01:00'),
    ]);
  });
  test('the law changes at midnight in Paris, not in UTC', () => {
    expect(told(texted('2026-02-28T22:30:00Z'))[2]).toBe('af2m-sms/2024-09-01');
    expect(told(texted('2026-02-28T23:00:00Z'))[2]).toBe('af2m-sms/2026-03-01');
  });
  test('on 10 August 2026 a consent to calls of a year ago still holds; on the 11th it is over', () => {
    const old = aStanding({
      consents: [aConsent({ channels: ['automated-call'], givenAt: instant('2025-08-01T09:00:00Z') })],
    });
    const on = (at: string) => told({ ...called(at), standing: old });
    expect(on('2026-08-10T11:00:00+02:00').slice(0, 2)).toEqual(['allow', 'OK_CONSENT']);
    expect(on('2026-08-11T11:00:00+02:00').slice(0, 3)).toEqual(['refuse', 'CONSENT_EXPIRED', 'r223-1/2026-08-11']);
  });
  test('calls keep their hours over 10 and 11 August 2026, each day by its own version of the text', () => {
    expect(told(called('2026-08-10T09:59:00+02:00'))).toEqual([
      'defer',
      'QUIET_HOURS_VOICE',
      'd223-9/2023-03-01',
      instant('2026-08-10T10:00:00+02:00'),
    ]);
    expect(told(called('2026-08-11T09:59:00+02:00'))).toEqual([
      'defer',
      'QUIET_HOURS_VOICE',
      'd223-9/2026-08-11',
      instant('2026-08-11T10:00:00+02:00'),
    ]);
  });
  test('on 31 October 2027 the same is forbidden as the day before, and told in the same words', () => {
    const before = vet(mailed('2027-10-30T23:59:59+02:00'));
    const after = vet(mailed('2027-10-31T00:00:00+02:00'));
    expect(after.reasons).toEqual(before.reasons);
    expect(explain(after)).toEqual(explain(before));
  });
  test.each([
    ['spring', '2026-03-28T22:00:00+01:00', '2026-03-29T08:00:00+02:00'],
    ['autumn', '2026-10-24T22:00:00+02:00', '2026-10-25T08:00:00+01:00'],
  ])('over the change of clock in %s the first lawful instant is 8 on the wall', (_, night, morning) => {
    const request = texted(night);
    expect(told(request)).toEqual(['defer', 'QUIET_HOURS_SMS', 'af2m-sms/2026-03-01', instant(morning)]);
    expect(vet({ ...request, at: instant(morning) }).outcome).toBe('allow');
    expect(vet({ ...request, at: instant(new Date(Date.parse(morning) - 1000).toISOString()) }).outcome).toBe('defer');
  });
});

const rows = (await foldTable()).flatMap(([, family]) => family);
const storedOf = (row: (typeof rows)[number]) => verdictOf(row);

/** A sentence that came later, and forbids everything. */
const NIGHT = article({
  id: 'house-night/2018-05-25',
  code: 'Règle interne',
  number: 'nuit',
  inForce: { from: '2018-05-25' },
  kind: 'house',
}).forbids('CLOCK_UNTRUSTED', { when: () => true });
const [DROPPED = NIGHT] = REGISTER.filter(({ code }) => code === 'OPPOSED_CHANNEL');
const NEXT: readonly Amendment[] = [...AMENDMENTS, { edition: '2026-12-15', added: [NIGHT], removed: [DROPPED] }];
const NEXT_REGISTER = [...REGISTER.filter((each) => each !== DROPPED), NIGHT];
const editionOf = (version: string) => rulebookAt(version, NEXT_REGISTER, NEXT);

describe('a stored verdict is replayed', () => {
  test.each(rows.map((row) => [row.row, row.title, row] as const))('row %s: %s', (_row, _title, row) => {
    expect(replay(storedOf(row), row.request, row.bytes)).toEqual({ verdict: storedOf(row), isSame: true });
  });
  test('by the law of its own instant: a verdict of 28 February 2026 is not judged by the charter of 1 March', () => {
    const stored = vet(texted('2026-02-28T21:45:00+01:00'));
    expect(replay(stored, texted('2026-11-24T21:45:00+01:00'))).toEqual({ verdict: stored, isSame: true });
    expect(vet(texted('2026-11-24T21:45:00+01:00')).outcome).toBe('defer');
  });
  test('P4: by its own edition, when a later one removed a sentence and added another', () => {
    const next = editionOf('2026-12-15');
    const others = rows.filter((row) => vet(row.request, next).outcome !== vet(row.request).outcome);
    expect(others.length).toBeGreaterThan(20);
    for (const row of rows) expect(replay(storedOf(row), row.request, row.bytes, editionOf).isSame).toBe(true);
  });
  test('and one of the new edition by the new edition', () => {
    const next = rulebookOf(NEXT_REGISTER, '2026-12-15');
    const stored = vet(texted('2026-12-16T11:00:00+01:00'), next);
    expect(stored.outcome).toBe('refuse');
    expect(replay(stored, texted('2026-12-16T11:00:00+01:00'), undefined, editionOf).isSame).toBe(true);
  });
  test('and found different when a fact or a count is not what it was', () => {
    const request = texted('2026-11-24T11:00:00+01:00');
    const stored = vet(request);
    expect(replay(stored, { ...request, standing: aStanding({ seq: 19 }) }).isSame).toBe(false);
    expect(replay(stored, { ...request, sends: [someSends('sms', ['2026-11-20T09:00:00Z'])] }).isSame).toBe(false);
    expect(replay(stored, request, someBytes({ saysWhy: false })).isSame).toBe(false);
  });
  test('not at all when its edition is unknown', () => {
    const request = texted('2026-11-24T11:00:00+01:00');
    expect(replay({ ...vet(request), rulebookVersion: '1999-01-01' }, request)).toEqual({
      verdict: undefined,
      isSame: false,
    });
  });
});

describe('P4: the editions of the rulebook', () => {
  test('end with the one in force', () => {
    expect(editionNames().at(-1)).toBe(RULEBOOK.version);
    expect(rulebookAt(RULEBOOK.version)).toBe(RULEBOOK);
    expect(editionNames(NEXT)).toEqual([...editionNames(), '2026-12-15']);
  });
  test('begin with the first: there is none of the day before', () => {
    expect(rulebookAt('2026-11-24')).toBeUndefined();
  });
  test('are not the register in force where a later one added to it', () => {
    const amended: readonly Amendment[] = [...AMENDMENTS, { edition: '2026-12-15', added: [DROPPED], removed: [] }];
    expect(rulebookAt(RULEBOOK.version, REGISTER, amended)?.prohibitions).not.toContain(DROPPED);
    expect(rulebookAt('2026-12-15', REGISTER, amended)?.prohibitions).toContain(DROPPED);
  });
  test('hold a sentence from the edition that added it until the one that removed it', () => {
    const codes = (edition: string) => editionOf(edition)?.prohibitions.map(({ code }) => code) ?? [];
    expect(codes(RULEBOOK.version).toSorted()).toEqual(REGISTER.map(({ code }) => code).toSorted());
    expect(editionOf('2026-12-15')?.prohibitions.includes(DROPPED)).toBe(false);
    expect(codes('2026-12-15').at(-1)).toBe('CLOCK_UNTRUSTED');
    const known = [RULEBOOK.version, '2026-12-15'];
    expect(known.map((edition) => editionOf(edition)?.version)).toEqual(known);
  });
});

describe('a verdict of an edition before 2026-11-30.3, given again', () => {
  const standing = aStanding({ sales: [aSale({ type: 'free-account' })] });
  const refused = { decision: 'refused', number: 1 } as never;
  const freeAccount = aVetRequest({ standing, decisions: () => refused });
  const of = { ...freeAccount, message: aProposedMessage() };
  const before = rulebookAt('2026-11-30.2') ?? RULEBOOK;
  const written = (edition: typeof RULEBOOK, detail: (said: string | undefined) => string | undefined) => {
    const verdict = vet(of, edition);
    const reasons = verdict.reasons.map(({ detail: said, ...reason }) => {
      const kept = detail(said);
      return kept === undefined ? reason : { ...reason, detail: kept };
    });
    return { ...verdict, reasons };
  };
  test('says what it said: nothing of the decision', () => {
    expect(vet(of, before).reasons[0]?.detail).toBe('refused:sale-type:free-account');
    expect(
      replay(
        written(before, () => undefined),
        of,
      ).isSame,
    ).toBe(true);
    expect(
      replay(
        written(before, (said) => said),
        of,
      ).isSame,
    ).toBe(false);
  });
  test('of today says the decision, and nothing else is the same', () => {
    expect(
      replay(
        written(RULEBOOK, (said) => said),
        of,
      ).isSame,
    ).toBe(true);
    expect(
      replay(
        written(RULEBOOK, () => undefined),
        of,
      ).isSame,
    ).toBe(false);
  });
  test('names the means that a human refused, as it did', () => {
    const bytes = someBytes({ oppositionMeansWork: false, externalMeans: ['stop.example'] });
    const mail = aVetRequest({ standing: aStanding({ consents: [aConsent()] }), decisions: () => refused });
    const now = vetBytes(mail, vet(mail, before), bytes, before);
    expect(now.reasons[0]?.detail).toBe('refused:opposition-means:stop.example');
    const asStored = { ...now, reasons: now.reasons.map((reason) => ({ ...reason, detail: 'stop.example' })) };
    expect(replay(asStored, mail, bytes).isSame).toBe(true);
  });
});
