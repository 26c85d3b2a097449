import { describe, expect, test } from 'vitest';
import type { CollectionMode } from '#shared/domain/form-version.ts';
import { missingEvidence, missingOfSale } from '#shared/domain/law/evidence.ts';
import { aConsent, aFormVersion, aSale, instant, sha256 } from '#test/support/builders.ts';

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
  test('needs no default state for a signature or a spoken yes', () => {
    expect(missing({ mode: 'paper', mechanism: 'signature', defaultState: undefined }, { proof: PROOF })).toEqual([]);
    expect(missing({ mechanism: 'spoken-yes', defaultState: undefined })).toEqual([]);
  });
  test('rests on a reconstructed version only within its period and under a name', () => {
    const reconstruction = { from: '2026-05-01', until: '2026-05-31', sources: ['archive'] };
    expect(missing({ reconstruction })).toEqual([]);
    expect(missing({ reconstruction, approver: undefined })).toEqual(['/form/approver']);
    expect(missing({ reconstruction }, { givenAt: instant('2026-06-01T00:00:00Z') })).toEqual(['/form/reconstruction']);
    expect(missing({ reconstruction }, { givenAt: instant('2026-04-30T23:59:59Z') })).toEqual(['/form/reconstruction']);
  });
});

describe('what a sale lacks to found the exception', () => {
  test('is nothing with notice, refusal and goods', () => {
    expect(missingOfSale(aSale(), aFormVersion())).toEqual([]);
  });
  test('is named field by field', () => {
    expect(missingOfSale(aSale({ lines: [] }), undefined)).toEqual(['/form', '/lines']);
    expect(missingOfSale(aSale(), aFormVersion({ notice: undefined, refusal: undefined }))).toEqual([
      '/form/notice',
      '/form/refusal',
    ]);
  });
});
