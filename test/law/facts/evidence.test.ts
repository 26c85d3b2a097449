import { describe, expect, test } from 'vitest';
import type { CollectionMode } from '#shared/domain/consent/form-version.ts';
import { missingEvidence, missingOfSale } from '#shared/law/facts/evidence.ts';
import { aConsent, aFormVersion, aSale, instant, sha256 } from '../../support/builders.ts';

const PROOF = { sha256: sha256('7'), mediaType: 'application/pdf' };
const missing = (form: Parameters<typeof aFormVersion>[0], consent: Parameters<typeof aConsent>[0] = {}) =>
  missingEvidence(aConsent(consent), aFormVersion(form));

describe('P6: the evidence of a consent', () => {
  test('lacks the form where the wording shown is not known', () => {
    expect(missingEvidence(aConsent({ form: undefined }), undefined)).toEqual(['/form']);
  });
  test('is complete on the web with wording, layout, act, default state and notice', () => {
    expect(missing({})).toEqual([]);
  });
  test('names everything that a bare web form lacks', () => {
    expect(missing({ mechanism: undefined, defaultState: undefined, shown: undefined, notice: undefined })).toEqual([
      '/form/mechanism',
      '/form/defaultState',
      '/form/shown',
      '/form/notice',
    ]);
  });
  test.each<[CollectionMode, readonly string[]]>([
    ['web', []],
    ['app', []],
    ['till-screen', []],
    ['paper', ['/proof']],
    ['recorded-call', ['/proof']],
    ['till-spoken', ['/proof']],
    ['hosted', ['/proof']],
  ])('collected by %s and without a proof file lacks %j', (mode, pointers) => {
    expect(missing({ mode })).toEqual(pointers);
    expect(missing({ mode }, { proof: PROOF })).toEqual([]);
  });
  test('needs no proof file for an act that we saw ourselves', () => {
    expect(missing({ mode: 'hosted', shown: undefined }, { observed: true })).toEqual([]);
  });
  test('needs a picture of every form but of our own page, on which we saw the act', () => {
    const shown = undefined;
    expect(missing({ mode: 'hosted', shown }, { proof: PROOF })).toEqual(['/form/shown']);
    expect(missing({ mode: 'web', shown }, { observed: true })).toEqual(['/form/shown']);
  });
  test('is not shown by a version that was approved on a later day, unless it says that it was rebuilt', () => {
    const approvedOn = (approvedAt: string | undefined, more: object = {}) =>
      missing(
        {
          approver: { name: 'Ada', ...(approvedAt === undefined ? {} : { approvedAt: instant(approvedAt) }) },
          ...more,
        },
        { givenAt: instant('2026-05-20T09:00:00Z') },
      );
    for (const before of [undefined, '2024-01-01T09:00:00Z', '2026-05-20T09:00:00Z', '2026-05-20T21:59:59Z'])
      expect(approvedOn(before)).toEqual([]);
    for (const later of ['2026-05-20T22:00:00Z', '2026-11-20T09:00:00Z'])
      expect(approvedOn(later)).toEqual(['/form/approver/approvedAt']);
    const reconstruction = { from: '2026-05-01', until: '2026-05-31', sources: ['archive'] };
    expect(approvedOn('2026-11-20T09:00:00Z', { reconstruction })).toEqual([]);
  });
  test('needs no default state for a signature or a spoken yes', () => {
    expect(missing({ mode: 'paper', mechanism: 'signature', defaultState: undefined }, { proof: PROOF })).toEqual([]);
    expect(missing({ mechanism: 'spoken-yes', defaultState: undefined })).toEqual([]);
    expect(missing({ mechanism: 'signature', defaultState: undefined })).toEqual([]);
  });
  test.each<[CollectionMode, readonly string[]]>([
    ['web', ['/form/defaultState']],
    ['app', ['/form/defaultState']],
    ['till-screen', ['/form/defaultState']],
    ['paper', []],
    ['recorded-call', []],
    ['till-spoken', []],
    ['hosted', []],
  ])('by a box whose state is not recorded, collected by %s, lacks %j', (mode, pointers) => {
    expect(missing({ mode, defaultState: undefined }, { proof: PROOF })).toEqual(pointers);
  });
  test.each<[CollectionMode, readonly string[]]>([
    ['web', ['/form/shown']],
    ['till-spoken', ['/form/shown']],
    ['hosted', ['/form/shown']],
  ])('of which what was shown is not kept, collected by %s, lacks %j', (mode, pointers) => {
    expect(missing({ mode, shown: undefined }, { proof: PROOF })).toEqual(pointers);
  });
  test('lacks the human who approved the form, where none did, however it was collected (FR-CONSENT-3)', () => {
    for (const mode of ['web', 'paper', 'hosted'] as const)
      expect(missing({ mode, approver: undefined }, { proof: PROOF })).toEqual(['/form/approver']);
  });
  test('rests on a reconstructed version only within its period and under a name', () => {
    const reconstruction = { from: '2026-05-01', until: '2026-05-31', sources: ['archive'] };
    expect(missing({ reconstruction })).toEqual([]);
    expect(missing({ reconstruction, approver: undefined })).toEqual(['/form/approver']);
    const givenOn = (givenAt: string) => missing({ reconstruction }, { givenAt: instant(givenAt) });
    for (const within of ['2026-04-30T22:00:00Z', '2026-05-31T21:59:59Z']) expect(givenOn(within)).toEqual([]);
    for (const outside of ['2026-04-30T21:59:59Z', '2026-05-31T22:00:00Z'])
      expect(givenOn(outside)).toEqual(['/form/reconstruction']);
  });
});

describe('what a sale lacks to found the exception', () => {
  test('is nothing with notice, refusal and goods', () => {
    expect(missingOfSale(aSale(), aFormVersion())).toEqual([]);
  });
  test('is a picture of the checkout, whatever it is said to be (S7, D9)', () => {
    for (const mode of ['web', 'app', 'paper', 'till-screen', 'till-spoken', 'hosted'] as const)
      expect(missingOfSale(aSale(), aFormVersion({ mode, shown: undefined }))).toEqual(['/form/shown']);
  });
  test('is a name and a period for a checkout that was rebuilt', () => {
    const of = (from: string) =>
      missingOfSale(
        aSale({ soldAt: instant('2026-05-20T09:00:00Z') }),
        aFormVersion({ reconstruction: { from, until: '2026-05-31', sources: ['archive'] } }),
      );
    expect(of('2026-05-20')).toEqual([]);
    expect(of('2026-05-21')).toEqual(['/form/reconstruction']);
    expect(missingOfSale(aSale(), aFormVersion({ approver: undefined }))).toEqual([]);
  });
  test.each([
    ['2026-05-20', '9999'],
    ['0', '2026-05-31'],
    ['2026-05-20', 'ce mois'],
    ['2026-05-20', '2026-06-31'],
  ])('is a period of days: from %j to %j is none, which no act lies in', (from, until) => {
    const form = aFormVersion({ reconstruction: { from, until, sources: ['archive'] } });
    const at = instant('2026-05-20T09:00:00Z');
    expect(missingOfSale(aSale({ soldAt: at }), form)).toEqual(['/form/reconstruction']);
    expect(missingEvidence(aConsent({ givenAt: at }), form)).toEqual(['/form/reconstruction']);
  });
  test('is named field by field', () => {
    expect(missingOfSale(aSale({ lines: [] }), undefined)).toEqual(['/form', '/lines']);
    expect(missingOfSale(aSale(), undefined)).toEqual(['/form']);
    expect(missingOfSale(aSale(), aFormVersion({ notice: undefined }))).toEqual(['/form/notice']);
    expect(missingOfSale(aSale(), aFormVersion({ refusal: undefined }))).toEqual(['/form/refusal']);
    expect(missingOfSale(aSale(), aFormVersion({ notice: undefined, refusal: undefined }))).toEqual([
      '/form/notice',
      '/form/refusal',
    ]);
  });
});
