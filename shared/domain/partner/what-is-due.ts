import type { z } from 'zod/mini';
import { factIdOf } from '../contact/fingerprint.ts';
import type { FactId, Instant } from '../ids.ts';
import type { LedgerEvent } from '../ledger/ledger-event.ts';
import { oppositionOf } from '../ledger/opposition-of.ts';
import type { Standing } from '../ledger/standing.ts';
import { mayLiftAll } from '../opposition/lifting.ts';
import type { Opposition, OppositionScope } from '../opposition/opposition.ts';
import type { Disclosure } from './disclosure.ts';
import type { NotifiedCause, PartnerNotification } from './partner-notification.ts';

/** What a person did that the partners must know of. */
export interface Ending extends Pick<PartnerNotification, 'of' | 'occurredAt'> {
  readonly cause: z.infer<typeof NotifiedCause>;
  /** The id of the act. */
  readonly act: string;
  /** Names the act: the same one is one notification, however often it is met. */
  readonly key: string;
  /** When it was recorded. */
  readonly recordedAt: Instant;
  /** SIREN of the partner that received it from the person: it knows. */
  readonly fromPartner?: string | undefined;
}

const EVERYTHING: OppositionScope = { scope: 'global' };
const ofErasure = (erasedAt: Instant): string => `erasure/${erasedAt}`;

/** A withdrawal opposes as well, under the id of the withdrawal: both are one act. */
export const causeOf = ({ via }: Pick<Opposition, 'via'>): Ending['cause'] =>
  via === 'withdrawal' ? 'withdrawal' : 'opposition';

/** The consent that an event withdrew: the event says which, and its scope lies with the consent. */
export const withdrawnBy = (event: LedgerEvent): FactId | undefined =>
  event.type === 'consent-withdrawn' ? event.consentId : undefined;

/**
 * What an event of the ledger ends for the partners too; `undefined`: nothing. `withdrawn`: what the consent that it withdrew was for;
 * where that is not known any more, everything (in doubt it covers more).
 */
export const endingOf = (event: LedgerEvent, withdrawn: OppositionScope = EVERYTHING): Ending | undefined => {
  const { recordedAt } = event;
  const named = (id: FactId) => ({ act: id, key: id, recordedAt });
  if (event.type === 'consent-withdrawn')
    return { cause: 'withdrawal', of: withdrawn, occurredAt: event.occurredAt, ...named(event.id) };
  if (event.type === 'contact-erased')
    return {
      cause: 'erasure',
      of: EVERYTHING,
      occurredAt: event.occurredAt,
      ...named(event.id),
      key: ofErasure(recordedAt),
    };
  if (event.type === 'use-restricted')
    return { cause: 'restriction', of: EVERYTHING, occurredAt: event.occurredAt, ...named(event.id) };
  const opposed = oppositionOf(event);
  if (opposed === undefined) return undefined;
  const fromPartner = event.type === 'opposition-registered' ? event.fromPartner : undefined;
  return {
    cause: causeOf(opposed),
    of: opposed.of,
    occurredAt: opposed.occurredAt,
    ...named(opposed.id),
    fromPartner,
  };
};

/** A person who came back after an erasure, and agreed to that kind of transfer before the data went. */
const cameBack = ({ consents, erasedAt }: Standing, { disclosedAt, role }: Disclosure): boolean =>
  consents.some(
    ({ state, givenAt, purpose }) =>
      state === 'given' &&
      erasedAt !== undefined &&
      givenAt > erasedAt &&
      givenAt <= disclosedAt &&
      (role === 'source' || purpose === 'partner-offers'),
  );

/**
 * What is in force at a contact against a disclosure that was recorded late: oppositions that no later consent may have lifted, or that
 * came after the data went; an erasure, unless the person agreed again before the data went; restrictions in force.
 */
export const endingsIn = (standing: Standing, disclosure: Disclosure): readonly Ending[] => {
  const { id, disclosedAt, recordedAt } = disclosure;
  const { oppositions, consents, restrictions = [], erasedAt } = standing;
  const opposed = oppositions
    .filter((each) => each.occurredAt >= disclosedAt || !mayLiftAll(consents, each))
    .map(({ id: act, of, via, occurredAt, recordedAt: at }): Ending => {
      return { cause: causeOf({ via }), act, key: act, of, occurredAt, recordedAt: at };
    });
  const restricted = restrictions.map(
    // When it was said is not known here: in doubt the data went after it, and another notification is due.
    (each): Ending => ({
      cause: 'restriction',
      act: each,
      key: `${each}/${id}`,
      of: EVERYTHING,
      occurredAt: recordedAt,
      recordedAt,
    }),
  );
  const erased: readonly Ending[] =
    erasedAt !== undefined && !cameBack(standing, disclosure)
      ? [
          {
            cause: 'erasure',
            act: ofErasure(erasedAt),
            key: ofErasure(erasedAt),
            of: EVERYTHING,
            occurredAt: erasedAt,
            recordedAt: erasedAt,
          },
        ]
      : [];
  return [...opposed, ...restricted, ...erased];
};

/**
 * Whether a partner must know of it. Of own offers alone its own prospecting is not: only who gave the data for them is notified. Of
 * tracking nobody is. Whoever notified us knows.
 */
const mustKnow = ({ partner, role }: Disclosure, { of, fromPartner }: Ending): boolean => {
  if (partner.siren === fromPartner) return false;
  if (of.scope !== 'purpose') return true;
  return of.purpose === 'partner-offers' || (role === 'source' && of.purpose === 'own-offers');
};

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/**
 * What is opposed, in the terms of the partner. Offers of partners are, of a recipient, its own and those of whom it gave the data to:
 * all by these channels. Whatever it is here, a source is to stop giving the data: its offers of partners.
 */
const atPartner = ({ role }: Disclosure, of: OppositionScope): OppositionScope => {
  if (of.scope !== 'purpose') return of;
  const { channels } = of;
  return role === 'source' ? { ...of, purpose: 'partner-offers' } : { scope: 'channel', channels };
};

type Named = Pick<Ending, 'cause' | 'key'>;

const nameWith = ({ partner, role, keyId }: Disclosure, { cause, key }: Named, again: string): string =>
  `partner-notification/${partner.siren}/${role}/${keyId}/${cause}/${key}${again}`;

/** Of one act, the same partner is notified once under each shared key: but of data that went after the act each time. */
const nameOf = (disclosure: Disclosure, ending: Ending): string =>
  nameWith(disclosure, ending, disclosure.disclosedAt > ending.occurredAt ? `/${disclosure.id}` : '');

/** The ids that notifications of one opposition or withdrawal can have, whichever of these disclosures they are of. */
export const idsOfAct = (act: FactId, disclosures: readonly Disclosure[]): readonly FactId[] => {
  const all = disclosures.flatMap((disclosure) =>
    (['opposition', 'withdrawal'] as const).flatMap((cause) =>
      ['', `/${disclosure.id}`].map((again) =>
        factIdOf(disclosure.contactId, nameWith(disclosure, { cause, key: act }, again)),
      ),
    ),
  );
  return [...new Set(all)];
};

/**
 * The notifications that an act of a person makes due: one for each partner in each role and under each key that it may hold, by its
 * latest disclosure.
 */
export const dueBy = (ending: Ending, disclosures: readonly Disclosure[]): readonly PartnerNotification[] => {
  const latest = new Map<string, Disclosure>();
  for (const each of disclosures) {
    const key = `${each.partner.siren}/${each.role}/${each.keyId}`;
    const known = latest.get(key);
    if (known === undefined || known.disclosedAt <= each.disclosedAt) latest.set(key, each);
  }
  return [...latest.values()]
    .filter((disclosure) => mustKnow(disclosure, ending))
    .map((disclosure) => {
      const { advertiserId, contactId, partner, role, disclosedAt, recordedAt, fingerprint, keyId, otherFingerprints } =
        disclosure;
      return {
        id: factIdOf(contactId, nameOf(disclosure, ending)),
        advertiserId,
        contactId,
        partner,
        role,
        cause: ending.cause,
        of: atPartner(disclosure, ending.of),
        occurredAt: ending.occurredAt,
        since: later(ending.recordedAt, recordedAt),
        disclosedAt,
        fingerprint,
        keyId,
        ...(otherFingerprints && { otherFingerprints }),
        state: 'open',
        givings: [],
        revision: 1,
      };
    });
};
