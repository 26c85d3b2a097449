import { describe, expect, test } from 'vitest';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import type { NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { nextStanding, recordEvents } from '#shared/domain/ledger/next-standing.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { explain } from '#shared/law/reasons/explain.ts';
import {
  ADVERTISER_ID,
  aConsent,
  aProposedMessage,
  aStanding,
  aVetRequest,
  CONTACT_ID,
  instant,
  NOW,
  sha256,
} from '../../support/builders.ts';

/** The consent of the builders was given on 20 May 2026 at 09:00. */
const [APRIL, MAY, JUNE, JULY] = ['04', '05', '06', '07'].map((month) => instant(`2026-${month}-25T09:00:00Z`));

const declaring = (declared: DeclaredFacts): NewLedgerEvent => ({
  type: 'contact-declared',
  actor: { by: 'system' },
  declared,
});

/** What is known after declarations, each recorded at its instant. */
const declared = (...declarations: readonly (readonly [at: typeof APRIL, declared: DeclaredFacts])[]) =>
  declarations.reduce(
    (standing, [at, declared]) => nextStanding(standing, recordEvents([declaring(declared)], standing.seq, at ?? NOW)),
    emptyStanding({ advertiserId: ADVERTISER_ID, contactId: CONTACT_ID, addressKind: 'email' }, APRIL ?? NOW),
  );
const CHILD = { ageBand: 'under-15' } as const;
const ADULT = { ageBand: 'adult' } as const;
const parent = (agreedAt = APRIL) => ({
  parentalConsent: { agreedAt: agreedAt ?? NOW, evidence: { sha256: sha256('p') } },
});

describe('until when a person was declared to be under fifteen', () => {
  test.each([
    ['never, of one who never was', declared([APRIL, ADULT]), undefined],
    ['not yet, of one who is', declared([APRIL, CHILD]), undefined],
    ['not by a declaration of something else', declared([APRIL, CHILD], [JUNE, { language: 'fr' }]), undefined],
    ['the day on which another age was declared', declared([APRIL, CHILD], [JUNE, ADULT]), JUNE],
    ['the latest such day', declared([APRIL, CHILD], [MAY, ADULT], [JUNE, CHILD], [JULY, ADULT]), JULY],
    ['not the day of a later declaration', declared([APRIL, CHILD], [JUNE, ADULT], [JULY, { ageBand: '15-17' }]), JUNE],
  ])('%s', (_, standing, until) => {
    expect(standing.childUntil).toBe(until);
  });
});

describe('L10: a consent that a child gave alone, by an adult of today', () => {
  const verdictOn = (standing: Parameters<typeof aStanding>[0], consent: Parameters<typeof aConsent>[0] = {}) =>
    vet(
      aVetRequest({
        message: aProposedMessage({ basis: 'consent' }),
        standing: aStanding({ ...standing, consents: [aConsent(consent)] }),
      }),
    );
  const saidOf = (...asked: Parameters<typeof verdictOn>) =>
    verdictOn(...asked).reasons.map(({ code, detail }) => [code, detail]);
  const VOID = [['MINOR_CONSENT_INVALID', 'given-under-15']];
  const AGREED = [['OK_CONSENT', 'declared']];

  test('is void, and one that was given since is not', () => {
    const grown = { declared: ADULT, childUntil: JUNE };
    expect(saidOf(grown)).toEqual(VOID);
    expect(saidOf(grown, { givenAt: JULY ?? NOW })).toEqual(AGREED);
    expect(saidOf(grown, { givenAt: JUNE ?? NOW })).toEqual(AGREED);
    expect(saidOf({ declared: ADULT })).toEqual(AGREED);
  });
  test('is none where a parent had agreed with the child, and one who agrees tomorrow helps nobody', () => {
    const tomorrow = instant('2026-11-25T10:00:00Z');
    expect(saidOf({ declared: { ...ADULT, ...parent() }, childUntil: JUNE })).toEqual(AGREED);
    expect(saidOf({ declared: { ...ADULT, ...parent(tomorrow) }, childUntil: JUNE })).toEqual(VOID);
    expect(saidOf({ declared: { ...CHILD, ...parent() } })).toEqual(AGREED);
    expect(saidOf({ declared: { ...CHILD, ...parent(JULY) } })).toEqual(AGREED);
    expect(saidOf({ declared: { ...CHILD, ...parent(tomorrow) } })).toEqual([['MINOR_CONSENT_INVALID', 'under-15']]);
  });
  test('stays void where a parent agrees once the child has grown up: nobody is left to agree with', () => {
    expect(saidOf({ declared: { ...ADULT, ...parent(MAY) }, childUntil: JUNE })).toEqual(AGREED);
    expect(saidOf({ declared: { ...ADULT, ...parent(JUNE) }, childUntil: JUNE })).toEqual(VOID);
    expect(saidOf({ declared: { ...ADULT, ...parent(JULY) }, childUntil: JUNE })).toEqual(VOID);
    expect(saidOf({ declared: { ageBand: '15-17', ...parent(JULY) }, childUntil: JUNE })).toEqual(VOID);
    expect(saidOf({ declared: { ...ADULT, ...parent(JULY) }, childUntil: JUNE }, { givenAt: JULY ?? NOW })).toEqual(
      AGREED,
    );
    // Declared to be a child again since: the parent agreed with a child.
    expect(saidOf({ declared: { ...CHILD, ...parent(JULY) }, childUntil: JUNE })).toEqual(AGREED);
  });
  test('keeps nothing alive', () => {
    const old = { declared: { ...ADULT }, childUntil: JUNE, firstRecordedAt: APRIL };
    const first = aConsent({ givenAt: instant('2022-11-01T09:00:00Z'), channels: ['email'] });
    const second = aConsent({ givenAt: MAY ?? NOW, channels: ['sms'], purpose: 'own-offers' });
    const codes = (standing: Parameters<typeof aStanding>[0]) =>
      vet(aVetRequest({ standing: aStanding({ ...standing, consents: [first, second] }) })).reasons.map(
        ({ code }) => code,
      );
    expect(codes({ ...old, childUntil: undefined })).not.toContain('RETENTION_EXPIRED');
    expect(codes(old)).toContain('RETENTION_EXPIRED');
  });
  test('L13: says that it is a reading, and names the fines of L. 34-5 and of GDPR 83(4) and (5)', () => {
    const [reason] = explain(verdictOn({ declared: ADULT, childUntil: JUNE })).reasons;
    expect(reason?.citation).toMatchObject({ number: '45', paragraph: 'al. 2', nature: 'reading' });
    expect(reason?.sanctions.flatMap(({ texts }) => texts.map(({ paragraph }) => paragraph))).toEqual([
      'al. 8',
      '§ 5, a',
      '§ 4',
    ]);
    expect(reason?.found?.fr).toContain('moins de quinze ans lorsqu’elle a consenti');
  });
});
