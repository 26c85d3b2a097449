import type { Consent } from '../consent/consent.ts';
import { type Channel, Purpose } from '../message/channel.ts';
import { isAbout } from './is-about.ts';
import type { Opposition, OppositionScope } from './opposition.ts';

/** One thing that a person may be written to for: a purpose, by one channel. */
export interface Use {
  readonly channel: Channel;
  readonly purpose: Purpose;
}

type Lifting = Pick<Consent, 'seq' | 'givenAt' | 'state' | 'channels' | 'purpose'>;
type Lifted = Pick<Opposition, 'of' | 'seq' | 'occurredAt'>;

/** Whether what is opposed covers a use (OPP-3). */
export const coversUse = (of: OppositionScope, { channel, purpose }: Use): boolean =>
  isAbout(of, { channels: [channel], purpose });

/** Recorded after an opposition and given after it: neither an old consent that comes late nor one of the same moment lifts it (OPP-4). */
export const comesAfter = (
  consent: Pick<Consent, 'seq' | 'givenAt'>,
  opposition: Pick<Opposition, 'seq' | 'occurredAt'>,
): boolean => consent.seq > opposition.seq && consent.givenAt > opposition.occurredAt;

/** Whether a consent was given to the legal person of this SIREN, and not to another who passed it on. */
export const isGivenTo = ({ collector }: Pick<Consent, 'collector'>, siren: string): boolean =>
  collector === undefined || collector.siren === siren;

/** A message or a call of the advertiser asked for it: nobody who opposed is to be asked again (OPP-4, D10). */
const wasSolicited = ({ drawnBy }: Pick<Consent, 'drawnBy'>): boolean => drawnBy === 'message' || drawnBy === 'call';

/** Asked for by a message or a call of ours, given to somebody else, or neither seen by us nor on file. */
export const NOT_OWN_ACTS = ['solicited', 'by-another', 'unproven'] as const;
export type NotOwnAct = (typeof NOT_OWN_ACTS)[number];
type Act = Pick<Consent, 'observed' | 'proof' | 'drawnBy' | 'collector'>;

/** Each way in which a consent is not the person's own act towards the advertiser of this SIREN; none: it is. */
export const whyNotOwnAct = (consent: Act, siren: string): readonly NotOwnAct[] => [
  ...(wasSolicited(consent) ? (['solicited'] as const) : []),
  ...(isGivenTo(consent, siren) ? [] : (['by-another'] as const)),
  ...(consent.observed || consent.proof !== undefined ? [] : (['unproven'] as const)),
];

/**
 * The person's own act towards this advertiser, not fetched by a message or a call, and seen by us or on file: what a consent must be to lift an
 * opposition, beside what else is asked of it (OPP-4).
 */
export const isOwnAct = (consent: Act, siren: string): boolean => whyNotOwnAct(consent, siren).length === 0;

/**
 * Whether a consent may lift an opposition for one use: it came after it, is in force, and names this use; for any other the opposition holds
 * (OPP-4, D3). Whether it was valid is for the law to judge, so that in doubt this is true. All who must know of an opposition what is
 * left of it ask here, but for the audit of hand-offs, which shares nothing with a vet, and for rows of
 * imports, which are registered again after any later consent.
 */
export const mayLift = (consent: Lifting, opposition: Lifted, { channel, purpose }: Use): boolean =>
  consent.state === 'given' &&
  consent.purpose === purpose &&
  consent.channels.includes(channel) &&
  comesAfter(consent, opposition);

/** Whether later consents may lift some of an opposition, or all of it. */
export const mayLiftSome = (consents: readonly Lifting[], opposition: Lifted): boolean =>
  consents.some((consent) =>
    consent.channels.some((channel) => {
      const use = { channel, purpose: consent.purpose };
      return coversUse(opposition.of, use) && mayLift(consent, opposition, use);
    }),
  );

/**
 * Whether later consents may lift all of an opposition. Never true of one to everything: it is of the person, at each address, and of
 * messages that no consent is about.
 */
export const mayLiftAll = (consents: readonly Lifting[], opposition: Lifted): boolean => {
  const { of } = opposition;
  if (of.scope === 'global') return false;
  const purposes = of.scope === 'channel' ? Purpose.options : [of.purpose];
  return of.channels.every((channel) =>
    purposes.every((purpose) => consents.some((consent) => mayLift(consent, opposition, { channel, purpose }))),
  );
};
