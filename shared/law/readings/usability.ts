import type { AddressKind } from '#shared/channels/record.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { Consent } from '#shared/domain/consent/consent.ts';
import type { FormReference, FormVersion } from '#shared/domain/consent/form-version.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { type Channel, electronicMailTo, isSent } from '#shared/domain/message/channel.ts';
import type { ProposedMessage, VetRequest } from '#shared/domain/message/vet.ts';
import type { DecisionOn } from '#shared/domain/review/review.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';
import type { BasisFacts } from '../facts/basis.ts';
import { consentBasis } from '../facts/consent-basis.ts';
import { customerBasis } from '../facts/customer-basis.ts';
import { prepareFacts } from '../facts/facts.ts';
import { faultsLeftOn } from '../fold/decisions.ts';
import { RULEBOOK } from '../register.ts';

/** Why a basis supports nothing on these channels: a reason code. */
interface BasisFault {
  readonly code: string;
  readonly channels: readonly Channel[];
}

/** Whether a recorded basis can be relied on (D23). `usable`: it supports a message on at least one channel. */
export interface Usability {
  readonly usable: boolean;
  readonly reasons: readonly BasisFault[];
}

/** Where and when a basis is judged. */
export interface BasisContext {
  readonly at: Instant;
  readonly advertiser: Advertiser;
  /** The standing that the basis belongs to. */
  readonly standing: Standing;
  readonly formOf: (form: FormReference) => FormVersion | undefined;
  /** What humans decided of the causes that the basis meets (D6); absent: nothing. */
  readonly decisions?: DecisionOn | undefined;
}

/** The message that suits the basis best: what is forbidden even then is the fault of the basis. */
type Suited = Pick<ProposedMessage, 'channel' | 'purpose' | 'offerCategory' | 'partner'>;

/** The partner of the form that suits a consent to offers of partners: any that it names; absent: none. */
const partnerSuiting = ({ formOf }: BasisContext, { purpose, form }: Consent): Pick<Suited, 'partner'> => {
  const [partner] = purpose === 'partner-offers' && form ? (formOf(form)?.partnersNamed ?? []) : [];
  return partner === undefined ? {} : { partner };
};

/** No sentence on a consent or a sale reads the address: what is known of the person is declared. */
const NO_ADDRESS = '';

const codesAgainst = (context: BasisContext, message: Suited, basisOf: (request: VetRequest) => BasisFacts) => {
  const request = {
    ...context,
    address: NO_ADDRESS,
    isPublicMailbox: false,
    message: { ...message, validUntil: context.at },
    sends: [],
  };
  const facts = prepareFacts(request);
  const rules = RULEBOOK.rulesOn(facts.day, message.channel);
  return faultsLeftOn(basisOf(request), facts, rules, request).map(({ reason }) => reason.code);
};

const usabilityOn = (channels: readonly Channel[], against: (channel: Channel) => readonly string[]): Usability => {
  const found = channels.map((channel) => ({ channel, codes: against(channel) }));
  const codes = [...new Set(found.flatMap((each) => each.codes))];
  const channelsOf = (code: string) => found.filter((each) => each.codes.includes(code)).map(({ channel }) => channel);
  return {
    usable: found.some((each) => each.codes.length === 0),
    reasons: codes.map((code) => ({ code, channels: channelsOf(code) })),
  };
};

/** Whether a consent can be relied on, by the sentences in force on consents, on each channel that it names. Pure. */
export const usabilityOfConsent = (context: BasisContext, consent: Consent): Usability =>
  usabilityOn(consent.channels, (channel) =>
    codesAgainst(
      context,
      { channel, purpose: consent.purpose, offerCategory: '', ...partnerSuiting(context, consent) },
      (request) => consentBasis(consent, context.standing, request),
    ),
  );

/**
 * The channels that a sale is judged on: electronic mail to an address of this kind, of which messages are sent. The
 * exception makes no difference between the channels of electronic mail, so that others would add nothing.
 */
export const channelsOfSale = (kind: AddressKind): readonly Channel[] => electronicMailTo(kind).filter(isSent);

/** Whether a sale can be relied on, by the sentences on the existing-customer exception, for goods of its own kind. Pure. */
export const usabilityOfSale = (context: BasisContext, sale: Sale): Usability =>
  usabilityOn(channelsOfSale(context.standing.addressKind), (channel) =>
    codesAgainst(context, { channel, purpose: 'own-offers', offerCategory: sale.lines[0]?.category ?? '' }, (request) =>
      customerBasis(sale, request),
    ),
  );
