/** Plain builders of worlds for the decided examples. */
import { describe, expect, it } from 'vitest';
import { opinion } from './oracle.ts';
import type { Act, Decision, Fields, Sent, World } from './world.ts';

export const SIREN = '732829320',
  SISTER = '552100554',
  COLLECTOR = '443061841',
  PARTNER = '356000000';
/** Tuesday 24 November 2026, 11:00 in Paris. */
export const NOW = '2026-11-24T11:00:00+01:00';
const APPROVER = { name: 'Ada Martin', approvedAt: '2020-01-01T09:00:00Z' };
const SHOWN = { sha256: 'a'.repeat(64), mediaType: 'image/png' };
const NOTICE = { version: '1', url: 'https://a.example/notice' };
export const PROOF = { sha256: 'b'.repeat(64), mediaType: 'application/pdf' };

export const NEWSLETTER: Fields = {
  mode: 'web',
  wording: "J'accepte de recevoir vos offres par e-mail, par SMS, par MMS et par automate d'appel",
  channels: [
    ['email', 'par e-mail'],
    ['sms', 'par SMS'],
    ['mms', 'par MMS'],
    ['automated-call', "par automate d'appel"],
  ].map(([channel, words]) => ({ channel, words })),
  mechanism: 'checkbox',
  defaultState: 'empty',
  notice: NOTICE,
  shown: SHOWN,
  approver: APPROVER,
};
export const CHECKOUT: Fields = {
  mode: 'web',
  wording: 'Adresse de messagerie',
  notice: NOTICE,
  refusal: { words: 'Je refuse les offres' },
  shown: SHOWN,
  approver: APPROVER,
};

export interface Parts {
  advertiser?: Fields | undefined;
  forms?: Record<string, Fields> | undefined;
  templates?: Record<string, Fields> | undefined;
  addresses?: Fields[] | undefined;
  acts?: Act[] | undefined;
  decisions?: Decision[] | undefined;
  sent?: Sent[] | undefined;
  message?: Fields | undefined;
  at?: string | undefined;
}

/** A world with one e-mail address, a newsletter form and a checkout form. */
export const world = (parts: Parts): World => ({
  advertiser: {
    siren: SIREN,
    legalName: 'Maison Alba',
    senders: {
      email: [{ address: 'lettre@alba.example', name: 'Maison Alba' }],
      sms: [{ senderId: 'ALBA', replyCode: '36180' }],
      calls: [{ callerId: '+33162000123' }],
    },
    analogies: [{ sold: 'shoes', offered: ['shoes', 'socks'], rationale: 'r' }],
    professionalOffers: [{ function: 'buyer', offered: ['software'], rationale: 'r' }],
    ...parts.advertiser,
  },
  forms: Object.entries({ news: NEWSLETTER, shop: CHECKOUT, ...parts.forms }).map(([id, body]) => ({
    id,
    version: '1',
    body,
  })),
  templates: Object.entries(parts.templates ?? {}).map(([id, body]) => ({ id, version: '1', body })),
  addresses: parts.addresses ?? [{ email: 'claire@gmail.com' }],
  acts: parts.acts ?? [],
  decisions: parts.decisions ?? [],
  sent: parts.sent ?? [],
  message: { channel: 'email', offerCategory: 'shoes', ...parts.message },
  at: parts.at ?? NOW,
});

export const PHONE: Fields[] = [{ phone: '+33612345678' }];

/** An act recorded when it happened, unless said otherwise. */
const act = (kind: Act['kind'], when: string, body: Fields, more: Partial<Act> = {}): Act => ({
  kind,
  address: 0,
  recordedAt: when,
  body,
  ...more,
});
export const consent = (when: string, body: Fields = {}, more: Partial<Act> = {}): Act =>
  act('consent', when, { channels: ['email'], form: { formId: 'news', version: '1' }, givenAt: when, ...body }, more);
export const sale = (when: string, body: Fields = {}, more: Partial<Act> = {}): Act =>
  act(
    'sale',
    when,
    {
      reference: 'r1',
      type: 'order',
      soldAt: when,
      lines: [{ category: 'shoes' }],
      form: { formId: 'shop', version: '1' },
      ...body,
    },
    more,
  );
export const opposition = (when: string, of?: Fields, more: Partial<Act> = {}): Act =>
  act(
    'opposition',
    when,
    { ...(of ? { of } : {}), ...(more.observed ? {} : { via: 'letter', occurredAt: when }) },
    more,
  );
export const contact = (when: string, body: Fields, more: Partial<Act> = {}): Act => act('contact', when, body, more);
export const activity = (when: string, what = 'login'): Act => act('activity', when, { act: what, occurredAt: when });
export const withdrawal = (when: string, ofAct: number): Act =>
  act('withdrawal', when, { occurredAt: when }, { ofAct });
export const invalidation = (when: string, ofAct: number): Act => act('invalidation', when, { reason: 'r' }, { ofAct });
export const annulment = (when: string, ofAct: number, approvers = ['Ada', 'Bob']): Act =>
  act(
    'annulment',
    when,
    { cause: 'wrong-import', explanation: 'e', evidence: PROOF, approvers: approvers.map((name) => ({ name })) },
    { ofAct },
  );
export const decision = (cause: string, body: Fields, decidedAt = '2026-11-01T10:00:00Z'): Decision => ({
  cause,
  decidedAt,
  body: { reason: 'r', decider: 'd', ...body },
});
export const reading = (name: string): Fields => ({
  readings: [{ reading: name, justification: 'j', decidedBy: 'd', decidedOn: '2026-01-01' }],
});
export const BUYER: Fields = {
  kind: 'professional',
  profession: {
    function: 'buyer',
    rationale: 'r',
    source: { kind: 'public-source', reference: 'site', collectedAt: '2026-06-01T09:00:00Z' },
    noticeGivenAt: '2026-06-01T09:00:00Z',
    refusalOfferedAt: '2026-06-01T09:00:00Z',
  },
};
export const email = { scope: 'channel', channels: ['email'] },
  everything = { scope: 'global' };

/** A decided world: the outcome and the first code that the texts give. */
export type Example = readonly [name: string, outcome: string, primary: string, parts: Parts];

/** A test for each example: the opinion gives this outcome and this first code. */
export const decide = (title: string, examples: readonly Example[]): void =>
  void describe(title, () => {
    for (const [name, outcome, primary, parts] of examples)
      it(name, () => expect(opinion(world(parts))).toEqual({ outcome, primary }));
  });
