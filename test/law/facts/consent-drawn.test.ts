import { describe, expect, test } from 'vitest';
import type { Consent } from '#shared/domain/consent/consent.ts';
import type { FormReference } from '#shared/domain/consent/form-version.ts';
import type { ReviewDecision } from '#shared/domain/review/review.ts';
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
  NOW,
  OTHER_SIREN,
  referenceOf,
} from '../../support/builders.ts';
import { said } from '../said.ts';

type Standing = Parameters<typeof aStanding>[0];
type Sale = Parameters<typeof aSale>[0];
const AGREED = ['allow', 'OK_CONSENT declared'];
const UNLAWFUL = ['refuse', 'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE'];

const at = (text: string) => ({ givenAt: instant(text) });
/** A message asked for it; given on 20 May 2026 at nine. */
const DRAWN = aConsent({ drawnBy: 'message', seq: 9 });
const FORMS = [
  aFormVersion(),
  aFormVersion({ version: 'ticked', defaultState: 'ticked' }),
  aFormVersion({ version: 'silent', refusal: undefined }),
  aFormVersion({ version: 'no-channel', channels: [] }),
];
const on = (version: string): { readonly form: FormReference } => ({
  form: { ...referenceOf(aFormVersion()), version },
});
const BROKER = { siren: OTHER_SIREN, name: 'Courtier' };

/** What a mail that relies on the consent is told; the consent is beside these records. */
const relyingOn = (more: Standing, rest: Parameters<typeof aVetRequest>[0] = {}) =>
  said(
    aVetRequest({
      message: aProposedMessage({ basis: 'consent' }),
      standing: aStanding({ ...more, consents: [...(more?.consents ?? []), DRAWN] }),
      forms: FORMS,
      ...rest,
    }),
  );
const earlier = (sale: Sale = {}) => aSale({ soldAt: instant('2026-05-01T09:00:00Z'), ...sale });
/** A consent of 1 April; withdrawn since, so that the later one is the only one that counts today. */
const first = (changes: Partial<Consent> = {}) =>
  aConsent({
    id: factId('first'),
    ...at('2026-04-01T09:00:00Z'),
    state: 'withdrawn',
    endedAt: instant('2026-06-01T09:00:00Z'),
    ...changes,
  });
const opposed = (occurredAt: string, channel: 'email' | 'sms' = 'email') =>
  anOpposition({ scope: 'channel', channels: [channel] }, { seq: 2, occurredAt: instant(occurredAt) });
/** Its last lines name what is wrong with the earlier consent as well, in the order of codes. */
const code = ([, ...codes]: readonly string[]) => codes.find((each) => each.startsWith('CONSENT_DRAWN'));

describe('L1: a consent that a message asked for counts after what allowed that message', () => {
  test.each<[string, Standing]>([
    ['an earlier sale', { sales: [earlier()] }],
    ['a sale of other goods: the question speaks of none', { sales: [earlier({ lines: [{ category: 'shoes' }] })] }],
    [
      'an earlier sale that was cancelled later',
      { sales: [earlier({ cancelledAt: instant('2026-07-01T00:00:00Z') })] },
    ],
    ['an earlier sale, beside a void one', { sales: [earlier(), earlier({ id: factId('void'), type: 'quote' })] }],
    [
      'a contract of four years that still ran',
      {
        sales: [
          earlier({
            type: 'service-contract',
            soldAt: instant('2022-05-01T09:00:00Z'),
            relation: { state: 'running', shownBy: { contractReference: 'C-1' } },
          }),
        ],
      },
    ],
    [
      'an earlier sale, whatever was opposed later',
      { sales: [earlier()], oppositions: [opposed(DRAWN.givenAt, 'sms')] },
    ],
    [
      'an earlier sale, and an opposition to another channel',
      { sales: [earlier()], oppositions: [opposed('2026-05-02T00:00:00Z', 'sms')] },
    ],
  ])('%s', (_, more) => {
    expect(relyingOn(more)).toEqual(AGREED);
  });
  test('an earlier consent that was withdrawn only afterwards', () => {
    expect(code(relyingOn({ consents: [first()] }))).toBeUndefined();
  });
  test('a profession of which the person was informed in time', () => {
    const noticeGivenAt = instant('2026-01-01T00:00:00Z');
    const source = { kind: 'public-source' as const, collectedAt: noticeGivenAt };
    const profession = { function: 'restaurant-manager', noticeGivenAt, refusalOfferedAt: noticeGivenAt, source };
    const declared = { kind: 'professional' as const, profession };
    const address = { address: 'a.roy@bistrot.example' };
    expect(relyingOn({ declared }, address)).toEqual(AGREED);
    const late = { ...profession, noticeGivenAt: instant('2026-05-20T09:00:01Z') };
    expect(relyingOn({ declared: { ...declared, profession: late } }, address)).toEqual(UNLAWFUL);
    // At the very instant of the answer is not before the message that asked.
    const meanwhile = { ...profession, refusalOfferedAt: instant('2026-05-20T09:00:00Z') };
    expect(relyingOn({ declared: { ...declared, profession: meanwhile } }, address)).toEqual(UNLAWFUL);
  });
  test('an opposition that a later consent of the person’s own had lifted', () => {
    const back = first({ ...at('2026-04-20T09:00:00Z'), seq: 5, observed: true });
    const oppositions = [opposed('2026-04-10T00:00:00Z')];
    expect(code(relyingOn({ consents: [back], oppositions }))).toBeUndefined();
  });
});

describe('L1: a consent that a message asked for is void after', () => {
  test.each<[string, Standing]>([
    ['nothing', {}],
    ['a sale at the same instant', { sales: [aSale({ soldAt: DRAWN.givenAt })] }],
    ['a quote', { sales: [earlier({ type: 'quote' })] }],
    ['an order of nothing', { sales: [earlier({ lines: [] })] }],
    ['an order that was offered no refusal', { sales: [earlier(on('silent'))] }],
    ['an order over a form that is not known', { sales: [earlier({ form: undefined })] }],
    ['an order in which the person refused', { sales: [earlier({ refusal: {} })] }],
    ['an order of a sister company', { sales: [earlier({ sellerSiren: OTHER_SIREN })] }],
    ['an address from a marketplace', { sales: [earlier({ coordinatesFrom: 'marketplace' })] }],
    ['an order cancelled before', { sales: [earlier({ cancelledAt: instant('2026-05-10T00:00:00Z') })] }],
    ['an order of five years ago', { sales: [earlier({ soldAt: instant('2021-05-01T09:00:00Z') })] }],
    ['an undecided free account', { sales: [earlier({ type: 'free-account' })] }],
    ['a sale whose seal is broken', { sales: [earlier({ seal: 'broken' })] }],
    ['a bare profession', { declared: { profession: { function: 'restaurant-manager' } } }],
    ['an opposition to mail', { sales: [earlier()], oppositions: [opposed('2026-05-20T08:59:59Z')] }],
  ])('%s', (_, more) => {
    expect(code(relyingOn(more))).toBe('CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE');
  });
  test.each<[string, Partial<Consent>]>([
    ['by a pre-ticked box', on('ticked')],
    ['to another channel', { channels: ['sms'] }],
    ['to the offers of partners', { purpose: 'partner-offers' }],
    ['of a broker, without proof', { collector: BROKER }],
    ['withdrawn before', { endedAt: instant('2026-05-01T00:00:00Z') }],
    ['that an operator ended since: it never counted', { state: 'invalidated' }],
    ['that awaits its confirmation', { state: 'pending', endedAt: undefined }],
    ['that awaited its confirmation, and was withdrawn only afterwards', { confirmation: 'pending' }],
    ['on a form whose channel nobody decided', on('no-channel')],
    ['five years old', at('2021-04-01T09:00:00Z')],
    ['that a message asked for as well, without any basis', { drawnBy: 'message' }],
    ['given at the same instant', at(DRAWN.givenAt)],
  ])('a consent %s', (_, changes) => {
    expect(code(relyingOn({ consents: [first(changes)] }))).toBe('CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE');
  });
});

describe('L1: a chain of consents that messages asked for', () => {
  const link = (month: number, changes: Partial<Consent> = {}) =>
    aConsent({
      id: factId(`link-${month}`),
      seq: month,
      ...at(`2026-0${month}-01T09:00:00Z`),
      drawnBy: 'message',
      state: 'withdrawn',
      endedAt: instant('2026-05-15T00:00:00Z'),
      ...changes,
    });
  /** The last but one was withdrawn after the last was given. */
  const LAST = link(4, { endedAt: instant('2026-06-01T00:00:00Z') });
  test('counts where its first link did', () => {
    const first = link(1, { drawnBy: 'own-site' });
    expect(code(relyingOn({ consents: [first, link(2), link(3), LAST] }))).toBeUndefined();
  });
  test('is void where its first link was', () => {
    const ticked = link(1, { drawnBy: 'own-site', ...on('ticked') });
    expect(code(relyingOn({ consents: [ticked, link(2), link(3), LAST] }))).toBeDefined();
    expect(code(relyingOn({ consents: [link(1), link(2), link(3), LAST] }))).toBeDefined();
  });
  test('is void where a link between was withdrawn in time', () => {
    const first = link(1, { drawnBy: 'own-site', endedAt: instant('2026-01-15T00:00:00Z') });
    expect(code(relyingOn({ consents: [first, link(2), link(3), LAST] }))).toBeDefined();
  });
});

describe('what was asked by text message', () => {
  const drawn = aConsent({ ...DRAWN, channels: ['sms'], seal: undefined });
  const texted = (consents: readonly Consent[]) =>
    said(
      aVetRequest({
        message: aProposedMessage({ channel: 'sms', basis: 'consent' }),
        address: '+33612345678',
        standing: aStanding({ addressKind: 'phone', consents: [...consents, drawn] }),
        forms: FORMS,
      }),
    );
  test('needs a basis for text messages, not for calls', () => {
    expect(code(texted([first({ channels: ['sms'] })]))).toBeUndefined();
    expect(code(texted([first({ channels: ['automated-call'] })]))).toBeDefined();
  });
});

describe('what humans decided of an earlier basis', () => {
  const allowed: ReviewDecision = {
    decision: 'allowed',
    reason: 'Décidé une fois.',
    decider: 'Jeanne Roy',
    number: 1,
    decidedAt: NOW,
    apiKeyId: 'root',
    requestId: 'r',
    bodySha256: 'b',
  };
  test('counts for what rests on it', () => {
    const decisions = (cause: string) => (cause === 'sale-type:free-account' ? allowed : undefined);
    expect(relyingOn({ sales: [earlier({ type: 'free-account' })] }, { decisions })).toEqual(AGREED);
    const forms = (cause: string) => (cause === 'form:newsletter@no-channel' ? allowed : undefined);
    const undecided = first(on('no-channel'));
    expect(code(relyingOn({ consents: [undecided] }, { decisions: forms }))).toBeUndefined();
  });
});

test('L1: a message that asks is a mail or a text: that an MMS could have been sent makes no consent better', () => {
  const drawn = aConsent({ drawnBy: 'message', seq: 9, channels: ['mms'] });
  const after = (channels: Consent['channels']) =>
    said(
      aVetRequest({
        address: '+33612345678',
        message: aProposedMessage({ channel: 'mms', basis: 'consent' }),
        standing: aStanding({ addressKind: 'phone', consents: [first({ channels }), drawn] }),
        forms: FORMS,
      }),
    );
  expect(code(after(['mms']))).toBe('CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE');
  expect(code(after(['sms']))).toBeUndefined();
});
