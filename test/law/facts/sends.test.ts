import { describe, expect, test } from 'vitest';
import type { Consent } from '#shared/domain/consent/consent.ts';
import type { NamedTemplate, VetRequest } from '#shared/domain/message/vet.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { vet } from '#shared/law/fold/vet.ts';
import {
  aConsent,
  aFormVersion,
  anAdvertiser,
  anOpposition,
  aProposedMessage,
  aStanding,
  aVetRequest,
  factId,
  instant,
  referenceOf,
  someSends,
} from '../../support/builders.ts';
import { aCall, anSms } from '../../support/proposed.ts';
import { said, told } from '../said.ts';

const milliseconds = (text: string) => Date.parse(text);
const factsWith = (more: Partial<VetRequest>) => prepareFacts({ ...aVetRequest({ standing: aStanding() }), ...more });

describe('what was already sent to a contact', () => {
  const sends = [
    someSends('email', ['2026-11-24T08:00:00Z', '2026-11-20T09:00:00Z']),
    someSends('sms', ['2026-11-24T07:00:00Z']),
    someSends('email', ['2026-10-31T09:00:00Z']),
  ];
  test('is counted in whole, and per channel and day', () => {
    expect(factsWith({ sends })).toMatchObject({ sendsCounted: 4, sendsToday: 1, isFirstContact: false });
    expect(factsWith({ sends, message: anSms() })).toMatchObject({ sendsCounted: 4, sendsToday: 1 });
  });
  test('is nothing where no send is on record', () => {
    expect(factsWith({})).toMatchObject({ sendsCounted: 0, sendsToday: 0, isFirstContact: true, callAttempts: [] });
    expect(factsWith({ sends: [someSends('email', [])] }).isFirstContact).toBe(true);
    expect(
      factsWith({ sends: [someSends('email', []), someSends('sms', ['2026-11-01T09:00:00Z'])] }).isFirstContact,
    ).toBe(false);
  });
  test('counts the calls to other numbers of the person among the attempts, and nothing else of them', () => {
    const callsBeside = [
      someSends('automated-call', ['2026-11-10T09:00:00Z']),
      { ...someSends('automated-call', []), entries: [] },
    ];
    const calls = [someSends('automated-call', ['2026-11-20T09:00:00Z', '2026-11-02T09:00:00Z'])];
    const asked = { sends: calls, callsBeside, message: aCall() };
    expect(factsWith(asked)).toMatchObject({
      callAttempts: ['2026-11-02T09:00:00Z', '2026-11-10T09:00:00Z', '2026-11-20T09:00:00Z'].map(milliseconds),
      sendsCounted: 2,
    });
    expect(factsWith({ ...asked, message: anSms() }).callAttempts).toEqual([]);
    expect(factsWith({ ...asked, sends: [] }).isFirstContact).toBe(true);
  });
  test('counts towards the ceiling of a day what went to addresses that the person left or took, and nothing else of it', () => {
    const sendsBeside = [
      someSends('email', ['2026-11-24T06:00:00Z', '2026-11-23T06:00:00Z']),
      someSends('sms', ['2026-11-24T06:00:00Z', '2026-11-24T07:00:00Z']),
    ];
    expect(factsWith({ sends, sendsBeside })).toMatchObject({ sendsToday: 2, sendsCounted: 4 });
    expect(factsWith({ sendsBeside })).toMatchObject({ sendsToday: 1, sendsCounted: 0, isFirstContact: true });
    const ofCalls = [someSends('automated-call', ['2026-11-24T06:00:00Z'])];
    expect(factsWith({ sendsBeside: ofCalls, message: aCall() })).toMatchObject({ sendsToday: 1, callAttempts: [] });
  });
  test('gives the attempts of calls, the oldest first, to a call alone', () => {
    const calls = [
      someSends('automated-call', ['2026-11-20T09:00:00Z', '2026-11-02T09:00:00Z']),
      someSends('automated-call', ['2026-10-28T09:00:00Z']),
      ...sends,
    ];
    expect(factsWith({ sends: calls, message: aCall() }).callAttempts).toEqual(
      ['2026-10-28T09:00:00Z', '2026-11-02T09:00:00Z', '2026-11-20T09:00:00Z'].map(milliseconds),
    );
    expect(factsWith({ sends: calls }).callAttempts).toEqual([]);
  });
});

describe('the ceiling of a day', () => {
  const advertiser = anAdvertiser({ dailyCeiling: 2 });
  const on = (claimedAt: readonly string[], more: Partial<VetRequest> = {}) => {
    const standing = aStanding({ consents: [aConsent()] });
    const verdict = vet({ ...aVetRequest({ advertiser, standing, sends: [someSends('email', claimedAt)] }), ...more });
    return [verdict.outcome, verdict.reasons[0]?.code, verdict.notBefore];
  };
  const DEFERRED = (until: string) => ['defer', 'FREQUENCY_CAP', instant(until)];
  const midnight = '2026-11-24T00:00:00+01:00';
  test('is reached by the last that it allows, until the recipient’s midnight', () => {
    expect(on([midnight])[0]).toBe('allow');
    expect(on([midnight, '2026-11-24T10:00:00+01:00'])).toEqual(DEFERRED('2026-11-25T00:00:00+01:00'));
    expect(on(['2026-11-23T23:59:59+01:00', '2026-11-24T10:00:00+01:00'])[0]).toBe('allow');
  });
  test('is kept on the calendar where the recipient lives', () => {
    const standing = aStanding({ consents: [aConsent()], declared: { zone: 'Indian/Reunion' } });
    expect(on(['2026-11-23T21:00:00Z', '2026-11-24T08:00:00Z'], { standing })).toEqual(
      DEFERRED('2026-11-25T00:00:00+04:00'),
    );
  });
  test('that outlives the message refuses it, and says why', () => {
    const message = aProposedMessage({ validUntil: instant('2026-11-24T22:59:59Z') });
    expect(on([midnight, midnight], { message }).slice(0, 2)).toEqual(['refuse', 'FREQUENCY_CAP']);
  });
  test('of a stranger is kept in Paris', () => {
    const facts = factsWith({ advertiser, standing: undefined, sends: [someSends('email', [midnight, midnight])] });
    expect(facts).toMatchObject({ sendsToday: 2, dailyCeiling: 2, nextDay: milliseconds('2026-11-25T00:00:00+01:00') });
  });
  test('names no next day before it is reached', () => {
    expect(factsWith({ advertiser, sends: [someSends('email', [midnight])] }).nextDay).toBe(0);
  });
});

describe('the question whether a person wants to stay', () => {
  const question: NamedTemplate = {
    templateId: 'stay' as NamedTemplate['templateId'],
    version: '1',
    class: 'renewal-request',
    offerSigns: [],
    bringsOffer: false,
  };
  const message = aProposedMessage({ template: question, offerCategory: 'stay' });
  /** The term ends on 4 December 2026: the last thirty days begin on 4 November at ten. */
  const standing = aStanding({ consents: [aConsent({ givenAt: instant('2023-12-04T10:00:00Z') })] });
  const asking = (more: Partial<VetRequest> = {}): VetRequest => ({ ...aVetRequest({ message, standing }), ...more });
  const asked = (...days: readonly string[]) => {
    const sends = someSends('email', days);
    return { sends: [{ ...sends, entries: sends.entries.map((entry) => ({ ...entry, asksToRenew: true as const })) }] };
  };
  test('is asked no second time, counted from the very instant at which it may be asked', () => {
    const AGAIN = ['refuse', 'RENEWAL_ALREADY_ASKED'];
    expect(said(asking(asked('2026-11-04T10:00:00Z')))).toEqual(AGAIN);
    expect(said(asking(asked('2026-11-04T09:59:59Z')))[0]).toBe('allow');
    expect(said(asking(asked('2026-11-03T10:00:00Z', '2026-11-10T10:00:00Z')))).toEqual(AGAIN);
  });
  test('may be asked from that instant on', () => {
    expect(said(asking({ at: instant('2026-11-04T10:00:00Z') }))[0]).toBe('allow');
    expect(said(asking({ at: instant('2026-11-04T09:59:59.999Z') }))).toEqual(['defer', 'RENEWAL_TOO_EARLY']);
  });
  test('names the latest opposition, in ledger order, where there are several', () => {
    const heard = (name: string, seq: number) =>
      anOpposition({ scope: 'channel', channels: ['sms'] }, { id: factId(name), seq });
    const oppositions = [heard('b', 12), heard('c', 14), heard('a', 10)];
    expect(told(asking({ standing: { ...standing, oppositions } }))).toMatchObject([
      { code: 'RENEWAL_AFTER_OPPOSITION', factId: factId('c') },
    ]);
  });
  test('is never too early of a person of whom nothing is recorded, and is no fact of another message', () => {
    expect(prepareFacts(asking({ standing: undefined })).renewal).toEqual({
      opensAt: 0,
      wasAsked: false,
      opposition: undefined,
    });
    expect(prepareFacts(aVetRequest({ standing })).renewal).toBeUndefined();
  });
});

describe('an address that is dead', () => {
  const FORMS = [aFormVersion(), aFormVersion({ version: 'ticked', defaultState: 'ticked' })];
  const since = instant('2026-11-20T10:00:00Z');
  /** Mail came back for good on 10 November; these consents are on record. */
  const codesOf = (...consents: readonly Consent[]) =>
    said(
      aVetRequest({
        forms: FORMS,
        standing: aStanding({
          consents: [...consents],
          deliveryFailures: [{ kind: 'permanent', at: instant('2026-11-10T10:00:00Z') }],
        }),
      }),
    );
  const DEAD = 'ADDRESS_UNDELIVERABLE permanent';
  test('is opened by a consent given since', () => {
    expect(codesOf(aConsent())).toEqual(['refuse', DEAD]);
    expect(codesOf(aConsent({ givenAt: since }))).toEqual(['allow', 'OK_CONSENT declared']);
  });
  test.each<[string, Parameters<typeof aConsent>[0]]>([
    ['on a ticked box', { form: { ...referenceOf(aFormVersion()), version: 'ticked' } }],
    ['over a form that is not known', { form: undefined }],
    ['that awaits its confirmation', { state: 'pending' }],
    ['that was none, as the advertiser found', { state: 'invalidated', endedAt: since }],
    ['whose seal is broken', { seal: 'broken' }],
  ])('void facts help nobody: not by a consent %s', (_, changes) => {
    expect(codesOf(aConsent(), aConsent({ id: factId('later'), givenAt: since, ...changes }))).toContain(DEAD);
  });
  test('stays open once the consent given since is withdrawn: the person had the address', () => {
    const endedAt = instant('2026-11-22T10:00:00Z');
    const withdrawn = { id: factId('later'), givenAt: since, state: 'withdrawn', endedAt } as const;
    expect(codesOf(aConsent(), aConsent(withdrawn))).not.toContain(DEAD);
  });
});
