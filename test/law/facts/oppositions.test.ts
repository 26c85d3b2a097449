import { describe, expect, test } from 'vitest';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import {
  aConsent,
  aFormVersion,
  anOpposition,
  aProposedMessage,
  aStanding,
  aVetRequest,
  factId,
  instant,
  OTHER_SIREN,
  SIREN,
  sha256,
} from '../../support/builders.ts';
import { told } from '../said.ts';

const GLOBAL: OppositionScope = { scope: 'global' };
const CHANNEL: OppositionScope = { scope: 'channel', channels: ['sms', 'email'] };
const PURPOSE: OppositionScope = { scope: 'purpose', channels: ['email'], purpose: 'own-offers' };
const opposed = (name: string, of: OppositionScope, seq: number) => anOpposition(of, { id: factId(name), seq });
const returning = (changes: Parameters<typeof aConsent>[0] = {}) =>
  aConsent({ id: factId('return'), seq: 11, observed: true, givenAt: instant('2026-11-18T09:00:00Z'), ...changes });

/** Each reason of the verdict that names a fact, as `CODE fact`. */
const facts = (more: Parameters<typeof aStanding>[0], request: Partial<VetRequest> = {}) =>
  told({ ...aVetRequest({ standing: aStanding(more) }), ...request }).map(
    ({ code, factId: id }) => `${code} ${id?.split('.')[2]?.replace(/0+$/, '')}`,
  );

describe('the oppositions that stand', () => {
  const all = [
    opposed('all-1', GLOBAL, 10),
    opposed('all-3', GLOBAL, 16),
    opposed('all-2', GLOBAL, 13),
    opposed('channel', CHANNEL, 11),
    opposed('purpose', PURPOSE, 12),
  ];
  test('are reported by scope, the latest of each', () => {
    expect(facts({ oppositions: all, consents: [aConsent()] })).toEqual([
      'OPPOSED_GLOBAL all-3',
      'OPPOSED_CHANNEL channel',
      'OPPOSED_PURPOSE purpose',
    ]);
  });
  test('after the message was allowed are reported as such: the latest of them', () => {
    const late = [...all.slice(0, 3), opposed('last', PURPOSE, 18), opposed('first', CHANNEL, 17)];
    expect(facts({ oppositions: late, consents: [aConsent()] }, { allowedAtSeq: 16 })).toEqual([
      'OPPOSED_GLOBAL all-3',
      'OPPOSED_AFTER_DECISION last',
    ]);
  });
  test('to own offers by e-mail say nothing of text messages or of partners', () => {
    const partners = aProposedMessage({ purpose: 'partner-offers' });
    const none = ['CONSENT_WRONG_PURPOSE consent', 'PARTNER_NOT_NAMED_AT_COLLECTION consent'];
    expect(
      facts({ oppositions: [opposed('purpose', PURPOSE, 12)], consents: [aConsent()] }, { message: partners }),
    ).toEqual(none);
    const sms: OppositionScope = { scope: 'purpose', channels: ['sms'], purpose: 'own-offers' };
    expect(facts({ oppositions: [opposed('sms', sms, 12)], consents: [aConsent()] })).toEqual(['OK_CONSENT consent']);
  });
});

describe('a return after an opposition', () => {
  const opposition = opposed('no', CHANNEL, 10);
  test('lifts those before it, and none after it', () => {
    const later = anOpposition(CHANNEL, { id: factId('again'), seq: 12, occurredAt: instant('2026-11-19T09:00:00Z') });
    expect(facts({ oppositions: [opposition], consents: [returning()] })).toEqual(['OK_CONSENT return']);
    expect(facts({ oppositions: [opposition, later], consents: [returning()] })).toEqual(['OPPOSED_CHANNEL again']);
  });
  test('by one valid consent among others is a return', () => {
    const pending = returning({ id: factId('pending'), state: 'pending', seq: 12 });
    expect(facts({ oppositions: [opposition], consents: [pending, returning()] })).toEqual(['OK_CONSENT return']);
  });
  test('needs the later place in the ledger as well as the later instant', () => {
    expect(facts({ oppositions: [opposition], consents: [returning({ seq: 10 })] })).toEqual([
      'OPPOSED_CHANNEL no',
      'REOPT_IN_NOT_VALID return',
    ]);
  });
  test('through other hands, from a partner’s form, or by a wording for partners lifts nothing', () => {
    const BROKER = { siren: OTHER_SIREN, name: 'Courtier' };
    const ourselves = { siren: SIREN, name: 'Maison Valmy' };
    const forms = [aFormVersion({ purposes: ['own-offers', 'partner-offers'], partnersNamed: [ourselves] })];
    const NOTHING = ['OPPOSED_CHANNEL no', 'REOPT_IN_NOT_VALID return'];
    const proof = { sha256: sha256('7'), mediaType: 'application/pdf' };
    const standing = (change: object) =>
      aStanding({ oppositions: [opposition], consents: [aConsent(), returning(change)] });
    const returned = (change: object) => facts({}, aVetRequest({ forms, standing: standing(change) }));
    expect(returned({})).toEqual(['OK_CONSENT return']);
    expect(returned({ collector: BROKER, proof })).toEqual(NOTHING);
    expect(returned({ transferredBy: [BROKER] })).toEqual(NOTHING);
    const partnersAlone = [aFormVersion({ purposes: ['partner-offers'] })];
    expect(facts({}, aVetRequest({ forms: partnersAlone, standing: standing({}) }))[0]).toBe('OPPOSED_CHANNEL no');
  });
  test('by a wording that names no channel is a pretended one; in another channel it is none at all', () => {
    const silent = [aFormVersion({ channels: [] })];
    const on = (change: object, forms = silent) =>
      facts(
        {},
        aVetRequest({ forms, standing: aStanding({ oppositions: [opposition], consents: [returning(change)] }) }),
      );
    expect(on({})).toEqual(['OPPOSED_CHANNEL no', 'REOPT_IN_NOT_VALID return', 'CONSENT_CHANNEL_UNCERTAIN return']);
    expect(on({ channels: ['sms'] })).toEqual(['OPPOSED_CHANNEL no', 'CONSENT_WRONG_CHANNEL return']);
    expect(on({ purpose: 'partner-offers' }, [aFormVersion()])).toEqual([
      'OPPOSED_CHANNEL no',
      'CONSENT_WRONG_PURPOSE return',
    ]);
  });
  test('that cannot lift is told, and not an older consent', () => {
    const pending = returning({ state: 'pending' });
    const other = anOpposition(CHANNEL, { id: factId('old'), seq: 2, occurredAt: instant('2026-01-01T09:00:00Z') });
    expect(facts({ oppositions: [opposition], consents: [aConsent(), pending] })).toEqual([
      'OPPOSED_CHANNEL no',
      'REOPT_IN_NOT_VALID return',
    ]);
    expect(facts({ oppositions: [other, opposition], consents: [pending] })).toEqual([
      'OPPOSED_CHANNEL no',
      'REOPT_IN_NOT_VALID return',
      'CONSENT_PENDING_CONFIRMATION return',
    ]);
  });
});
