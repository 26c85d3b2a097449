import { describe, expect, test } from 'vitest';
import type { Consent } from '#shared/domain/consent/consent.ts';
import {
  aConsent,
  aFormVersion,
  anOpposition,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  factId,
  instant,
  sha256,
} from '../../support/builders.ts';
import { said } from '../said.ts';

type Standing = Parameters<typeof aStanding>[0];
const FAULT = 'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE';
const PHONE = '+33639980101';
const CALLS = ['live-call', 'automated-call'] as const;
/** The advertiser called, and asked: on 1 October 2026. */
const CALLED = aConsent({ drawnBy: 'call', seq: 9, givenAt: instant('2026-10-01T10:00:00Z') });
const WORDS = 'J’accepte de recevoir vos offres par e-mail, par SMS, par MMS, par téléphone et par automate d’appel.';
const FORMS = [
  aFormVersion({
    wording: WORDS,
    channels: [
      { channel: 'email', words: 'par e-mail' },
      { channel: 'sms', words: 'par SMS' },
      { channel: 'live-call', words: 'par téléphone' },
      { channel: 'automated-call', words: 'par automate d’appel' },
    ],
  }),
];
const toCalls = (changes: Partial<Consent> = {}) =>
  aConsent({
    id: factId('to-calls'),
    seq: 2,
    channels: [...CALLS],
    givenAt: instant('2026-06-01T10:00:00Z'),
    state: 'withdrawn',
    endedAt: instant('2026-11-01T10:00:00Z'),
    ...changes,
  });
const contract = (changes: Parameters<typeof aSale>[0] = {}) =>
  aSale({
    type: 'service-contract',
    soldAt: instant('2026-01-10T10:00:00Z'),
    relation: { state: 'running', shownBy: { contractReference: 'C-1' } },
    ...changes,
  });

const toBeCalled = (callAt = '2026-10-01T10:00:00Z', agreedAt = '2026-09-30T10:00:00Z') => ({
  agreedCall: { callAt: instant(callAt), agreedAt: instant(agreedAt), evidence: { sha256: sha256() } },
});

/** Whether the call is held against the consent that it fetched. */
const isHeld = (more: Standing = {}, consent: Consent = CALLED, rest: Parameters<typeof aVetRequest>[0] = {}) =>
  said(
    aVetRequest({
      at: instant('2026-11-24T10:30:00Z'),
      message: aProposedMessage({ basis: 'consent', validUntil: instant('2026-11-25T10:00:00Z') }),
      standing: aStanding({ ...more, consents: [...(more?.consents ?? []), consent] }),
      forms: FORMS,
      ...rest,
    }),
  ).some((each) => each.startsWith(FAULT));

describe('L. 223-1, al. 1: a consent that a call asked for, since 11 August 2026', () => {
  test.each<[string, boolean, Standing]>([
    ['of a stranger', true, {}],
    ['of a customer without a contract that runs', true, { sales: [contract({ type: 'order', relation: undefined })] }],
    [
      'of one whose contract had ended',
      true,
      { sales: [contract({ relation: { state: 'ended', endedAt: instant('2026-09-01T00:00:00Z') } })] },
    ],
    [
      'of one whose contract was cancelled before',
      true,
      { sales: [contract({ cancelledAt: instant('2026-09-01T00:00:00Z') })] },
    ],
    ['of one whose contract ran', false, { sales: [contract()] }],
    [
      'of one whose contract was cancelled only afterwards',
      false,
      { sales: [contract({ cancelledAt: instant('2026-10-09T00:00:00Z') })] },
    ],
    [
      'of one whose contract ended only afterwards',
      false,
      { sales: [contract({ relation: { state: 'ended', endedAt: instant('2026-10-20T00:00:00Z') } })] },
    ],
    [
      'of one whose contract ended at that instant',
      true,
      { sales: [contract({ relation: { state: 'ended', endedAt: instant('2026-10-01T10:00:00Z') } })] },
    ],
    [
      'of one whose order was being delivered',
      true,
      { sales: [contract({ type: 'order', soldAt: instant('2026-09-28T10:00:00Z') })] },
    ],
    ['of one who had asked to be called at that minute', false, { declared: toBeCalled() }],
    ['of one who had, half an hour before', true, { declared: toBeCalled('2026-10-01T09:30:00Z') }],
    ['of one who had, a little less before', false, { declared: toBeCalled('2026-10-01T09:30:00.001Z') }],
    ['of one who had, for later', true, { declared: toBeCalled('2026-10-01T10:00:00.001Z') }],
    [
      'of one who agreed to that minute when it had come',
      true,
      { declared: toBeCalled('2026-10-01T10:00:00Z', '2026-10-01T10:00:00Z') },
    ],
    [
      'of one who had asked to be called, and opposed calls since',
      true,
      {
        declared: toBeCalled(),
        oppositions: [
          anOpposition(
            { scope: 'channel', channels: [...CALLS] },
            { seq: 1, occurredAt: instant('2026-09-30T12:00:00Z') },
          ),
        ],
      },
    ],
    ['of one who had agreed to calls', false, { consents: [toCalls()] }],
    ['of one who had agreed to calls by a human alone', false, { consents: [toCalls({ channels: ['live-call'] })] }],
    [
      'of one who had agreed to calls by machines alone',
      false,
      { consents: [toCalls({ channels: ['automated-call'] })] },
    ],
    ['of one who had agreed to mail alone', true, { consents: [toCalls({ channels: ['email'] })] }],
    [
      'of one who had taken that back before',
      true,
      { consents: [toCalls({ endedAt: instant('2026-09-01T10:00:00Z') })] },
    ],
    [
      'of one who had agreed to calls more than a year before (R. 223-1)',
      true,
      { consents: [toCalls({ givenAt: instant('2025-09-01T10:00:00Z'), channels: ['live-call'] })] },
    ],
    [
      'of one whose contract ran, who had opposed calls',
      true,
      {
        sales: [contract()],
        oppositions: [
          anOpposition(
            { scope: 'channel', channels: [...CALLS] },
            { seq: 1, occurredAt: instant('2026-05-01T00:00:00Z') },
          ),
        ],
      },
    ],
  ])('%s: held %s', (_, held, more) => {
    expect(isHeld(more)).toBe(held);
  });
  test.each<[string, boolean, string]>([
    ['on 10 August 2026, when the law asked for no consent', false, '2026-08-10T21:59:59Z'],
    ['on 11 August 2026, in Paris', true, '2026-08-10T22:00:00Z'],
  ])('%s: held %s', (_, held, givenAt) => {
    expect(isHeld({}, { ...CALLED, givenAt: instant(givenAt) })).toBe(held);
  });
  test('of a call that the person made nothing is said', () => {
    const { drawnBy: _, ...own } = CALLED;
    expect(isHeld({}, own)).toBe(false);
  });
  test('whatever the channel that it was asked for', () => {
    const consent = { ...CALLED, channels: ['automated-call'] } as Consent;
    const message = aProposedMessage({ channel: 'automated-call', basis: 'consent' });
    const standing = aStanding({ addressKind: 'phone', consents: [consent] });
    expect(isHeld({}, consent, { address: PHONE, message, standing })).toBe(true);
  });
  test('a professional who agreed about the trade is no consumer', () => {
    const declared = { kind: 'professional' as const, profession: { function: 'restaurant-manager' } };
    expect(isHeld({ declared }, CALLED, { address: 'a.roy@bistrot.example' })).toBe(false);
  });
});
