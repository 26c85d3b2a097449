import { describe, expect, test } from 'vitest';
import type { NamedTemplate, VetRequest } from '#shared/domain/message/vet.ts';
import type { ReviewDecision } from '#shared/domain/review/review.ts';
import { vet, vetBytes } from '#shared/law/fold/vet.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import {
  aConsent,
  aFormVersion,
  anAdvertiser,
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

const FREE_ACCOUNT = 'sale-type:free-account';
const TEMPLATE = 'template:order-confirmation@3';
const template: NamedTemplate = {
  templateId: 'order-confirmation' as NamedTemplate['templateId'],
  version: '3',
  class: 'transactional',
  offerSigns: ['price'],
  bringsOffer: false,
};
const decision = (changes: Partial<ReviewDecision> = {}): ReviewDecision => ({
  decision: 'allowed',
  reason: 'Décidé une fois.',
  decider: 'Jeanne Roy',
  number: 1,
  decidedAt: NOW,
  apiKeyId: 'root',
  requestId: 'r',
  bodySha256: 'b',
  ...changes,
});
/** Answers from a list, and writes down what was asked. */
const answering = (known: Readonly<Record<string, ReviewDecision>>) => {
  const asked: string[] = [];
  const decisions = (cause: string) => {
    asked.push(cause);
    return known[cause];
  };
  return { asked, decisions };
};
const freeAccount = aStanding({ sales: [aSale({ type: 'free-account' })] });
const asking = (more: Partial<VetRequest> = {}) => aVetRequest({ standing: freeAccount, ...more });

describe('the decisions of humans', () => {
  test('are asked for the causes that the message meets, and named with their number', () => {
    const { asked, decisions } = answering({ [FREE_ACCOUNT]: decision({ number: 7 }), other: decision() });
    expect(vet(asking({ decisions }))).toMatchObject({ outcome: 'allow', decisions: [`${FREE_ACCOUNT}#7`] });
    expect(asked).toEqual([FREE_ACCOUNT]);
  });
  test('on one cause may let the message meet another, and each is asked once', () => {
    const message = aProposedMessage({ template });
    const answers = { [TEMPLATE]: decision({ number: 2 }), [FREE_ACCOUNT]: decision({ decision: 'refused' }) };
    const { asked, decisions } = answering(answers);
    const verdict = vet(asking({ message, decisions }));
    expect(verdict).toMatchObject({ outcome: 'allow', reasons: [{ code: 'NOT_PROSPECTING_TRANSACTIONAL' }] });
    expect(verdict.decisions).toEqual([`${FREE_ACCOUNT}#1`, `${TEMPLATE}#2`]);
    expect(asked).toEqual([FREE_ACCOUNT, TEMPLATE]);
    const silent = answering({ [TEMPLATE]: decision({ decision: 'refused' }) });
    expect(vet(asking({ message, decisions: silent.decisions }))).toMatchObject({
      outcome: 'review',
      cause: FREE_ACCOUNT,
      decisions: [`${TEMPLATE}#1`],
    });
  });
  test('taken after another was, count beside it', () => {
    const forms = [aFormVersion({ channels: [] })];
    const standing = aStanding({ consents: [aConsent()] });
    const { decisions } = answering({ 'form:newsletter@1': decision() });
    const request = aVetRequest({ standing, forms, decisions });
    const foreign = someBytes({ oppositionMeansWork: false, externalMeans: ['stop.example'] });
    expect(vetBytes(request, vet(request), foreign)).toMatchObject({
      outcome: 'review',
      cause: 'opposition-means:stop.example',
      decisions: ['form:newsletter@1#1'],
    });
  });
  test.each<[string, Partial<ReviewDecision>]>([
    ['after their period', { until: NOW }],
    ['on another channel', { appliesTo: { channels: ['sms'] } }],
    ['on another offer', { appliesTo: { offerCategories: ['glassware'] } }],
  ])('%s are as if none was taken', (_, changes) => {
    const { decisions } = answering({ [FREE_ACCOUNT]: decision(changes) });
    expect(vet(asking({ decisions }))).toEqual(vet(asking()));
  });
  test('change the facts that the verdict is sealed with', () => {
    const { decisions } = answering({ [FREE_ACCOUNT]: decision({ decision: 'refused' }) });
    const told = vet(asking({ decisions }));
    expect([told.outcome, told.cause]).toEqual(['refuse', undefined]);
    expect(told.reasons).toMatchObject([{ code: 'SOFT_OPT_IN_FREEMIUM_REVIEW', detail: `refused:${FREE_ACCOUNT}` }]);
    expect(told.factsSha256).not.toBe(vet(asking()).factsSha256);
  });
});

describe('why a question is final is said', () => {
  const mixed = anAdvertiser({ offers: [{ category: 'lamps', natures: ['home-energy-mixed'] }] });
  const standing = aStanding({ consents: [aConsent()] });
  const noteOn = (changes: Partial<NamedTemplate>, known: Readonly<Record<string, ReviewDecision>>) => {
    const message = aProposedMessage({ template: { ...template, ...changes } });
    return vet(aVetRequest({ message, standing, decisions: (cause) => known[cause] })).notes;
  };
  test('of free text about what a template could be reviewed for: nobody can be asked', () => {
    const message = aProposedMessage({ offerCategory: mixed.offers[0]?.category });
    const verdict = vet(aVetRequest({ message, standing, advertiser: mixed }));
    expect(verdict).toMatchObject({
      outcome: 'refuse',
      reasons: [{ code: 'SECTOR_BAN_UNCERTAIN', detail: 'no-review' }],
    });
  });
  test('of a template: a human found it to be prospecting, or what is in the message makes it so', () => {
    const refused = { [TEMPLATE]: decision({ decision: 'refused' }) };
    const of = (detail: string) => [expect.objectContaining({ code: 'MIXED_CONTENT_REQUALIFIED', detail })];
    expect(noteOn({}, refused)).toEqual(of(`refused:${TEMPLATE}`));
    expect(noteOn({ bringsOffer: true }, refused)).toEqual(of(TEMPLATE));
    expect(noteOn({}, {})).toEqual(of(TEMPLATE));
  });
});

describe('a stored verdict has its fields, and no others', () => {
  const common = {
    at: NOW,
    seq: 20,
    settingsVersion: 4,
    rulebookVersion: RULEBOOK.version,
    factsSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    sendsCounted: 1,
    notes: [],
  };
  const verdict = (more: Parameters<typeof aVetRequest>[0]) =>
    vet(
      aVetRequest({
        advertiser: anAdvertiser({ settingsVersion: 4, dailyCeiling: 1 }),
        sends: [someSends('sms', ['2026-11-24T08:00:00Z'])],
        ...more,
      }),
    );
  const ok = { code: 'OK_CONSENT', factId: factId('consent'), detail: 'declared' };
  test('an allow', () => {
    expect(verdict({ standing: aStanding({ consents: [aConsent()] }) })).toStrictEqual({
      outcome: 'allow',
      reasons: [ok],
      ...common,
    });
  });
  test('a review, with its cause', () => {
    expect(verdict({ standing: freeAccount })).toStrictEqual({
      outcome: 'review',
      reasons: [{ code: 'SOFT_OPT_IN_FREEMIUM_REVIEW', article: 'l34-5/2020-07-26', factId: factId('sale') }],
      cause: FREE_ACCOUNT,
      ...common,
    });
  });
  test('a deferral, with its instant', () => {
    const sends = [someSends('email', ['2026-11-24T08:00:00Z'])];
    expect(verdict({ standing: aStanding({ consents: [aConsent()] }), sends })).toStrictEqual({
      outcome: 'defer',
      reasons: [{ code: 'FREQUENCY_CAP', article: 'house-ceiling/2026-11-24' }],
      notBefore: instant('2026-11-25T00:00:00+01:00'),
      ...common,
    });
  });
});
