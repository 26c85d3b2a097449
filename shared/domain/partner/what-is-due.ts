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
const causeOf = ({ via }: Pick<Opposition, 'via'>): Ending['cause'] =>
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
  if (event.type === 'consent-withdrawn')
    return { cause: 'withdrawal', key: event.id, of: withdrawn, occurredAt: event.occurredAt, recordedAt };
  if (event.type === 'contact-erased')
    return { cause: 'erasure', key: ofErasure(recordedAt), of: EVERYTHING, occurredAt: event.occurredAt, recordedAt };
  if (event.type === 'use-restricted')
    return { cause: 'restriction', key: event.id, of: EVERYTHING, occurredAt: event.occurredAt, recordedAt };
  const opposed = oppositionOf(event);
  if (opposed === undefined) return undefined;
  const fromPartner = event.type === 'opposition-registered' ? event.fromPartner : undefined;
  return {
    cause: causeOf(opposed),
    key: opposed.id,
    of: opposed.of,
    occurredAt: opposed.occurredAt,
    recordedAt,
    fromPartner,
  };
};

/**
 * What is in force at a contact against a disclosure that was recorded late: oppositions that no later consent may have lifted, or that
 * came after the data went; an erasure since; restrictions in force.
 */
export const endingsIn = (standing: Standing, { disclosedAt, recordedAt }: Disclosure): readonly Ending[] => {
  const { oppositions, consents, restrictions = [], erasedAt } = standing;
  const opposed = oppositions
    .filter((each) => each.occurredAt >= disclosedAt || !mayLiftAll(consents, each))
    .map(({ id, of, via, occurredAt, recordedAt: at }): Ending => {
      return { cause: causeOf({ via }), key: id, of, occurredAt, recordedAt: at };
    });
  const restricted = restrictions.map(
    (key): Ending => ({ cause: 'restriction', key, of: EVERYTHING, occurredAt: recordedAt, recordedAt }),
  );
  const isErased = erasedAt !== undefined && erasedAt >= disclosedAt;
  const erased: readonly Ending[] = isErased
    ? [{ cause: 'erasure', key: ofErasure(erasedAt), of: EVERYTHING, occurredAt: erasedAt, recordedAt: erasedAt }]
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

/** The notifications that an act of a person makes due: one for each partner in each role, by its latest disclosure. */
export const dueBy = (ending: Ending, disclosures: readonly Disclosure[]): readonly PartnerNotification[] => {
  const latest = new Map<string, Disclosure>();
  for (const each of disclosures) {
    const key = `${each.partner.siren}/${each.role}`;
    const known = latest.get(key);
    if (known === undefined || known.disclosedAt <= each.disclosedAt) latest.set(key, each);
  }
  return [...latest]
    .filter(([, disclosure]) => mustKnow(disclosure, ending))
    .map(([key, { advertiserId, contactId, partner, role, disclosedAt, recordedAt, fingerprint, keyId }]) => ({
      ...{
        id: factIdOf(contactId, `partner-notification/${key}/${ending.cause}/${ending.key}`),
        advertiserId,
        contactId,
      },
      ...{ partner, role, cause: ending.cause, of: ending.of, occurredAt: ending.occurredAt },
      ...{ since: later(ending.recordedAt, recordedAt), disclosedAt, fingerprint, keyId },
      ...{ state: 'open', givings: [], revision: 1 },
    }));
};
