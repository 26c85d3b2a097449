import type { Consent } from '#shared/domain/consent/consent.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { ProposedMessage } from '#shared/domain/message/vet.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';
import type { BasisFacts } from './basis.ts';

/** What one asks of a recorded basis: may it support a message by this channel, for this purpose, with this offer? */
export type Question = Pick<ProposedMessage, 'channel' | 'purpose' | 'partner' | 'offerCategory'>;

/** What a message asks of a basis. */
export const questionOf = ({ channel, purpose, partner, offerCategory }: ProposedMessage): Question => ({
  channel,
  purpose,
  partner,
  offerCategory,
});

/** The offer of a message that speaks of no goods in particular: it asks for a consent. No category is empty. */
export const NO_OFFER = '';

/**
 * How facts ask what a recorded basis is worth. Every answer comes from the sentences in force on bases, the same that
 * judge today's (`fold/judge-records.ts`); the facts do not know them. An instant in the past is judged with what had
 * happened before it: a consent that was withdrawn later was still given, an order that was cancelled later was not yet.
 */
export interface Judge {
  /** The basis supported such a message at this instant. */
  readonly holds: (record: Consent | Sale, at: Instant, question: Question) => boolean;
  /** On the day it was given or sold, it supported some message of its own kind. What did not keeps nothing alive. */
  readonly supported: (record: Consent | Sale) => boolean;
  /** Every basis that supports such a message now, recorded or declared: one of this very instant too. */
  readonly basesThatHold: (question: Question) => readonly BasisFacts[];
  /** Some basis supported such a message at this instant, and no opposition was in force against it. */
  readonly mayWrite: (at: Instant, question: Question) => boolean;
  /**
   * The private person might be called about no goods in particular at this instant: an own contract ran, the person had agreed to a call at
   * that minute, or a consent to calls held, and no opposition to such a call was in force.
   */
  readonly mayCall: (at: Instant) => boolean;
}
