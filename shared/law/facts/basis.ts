import type { EndedBecause } from '#shared/domain/consent/consent.ts';
import type { Organisation } from '#shared/domain/contact/contact.ts';
import type { BasisKind } from '#shared/domain/message/message.ts';
import type { SaleType } from '#shared/domain/sale/sale.ts';
import type { OfferedFault } from '../readings/wording/refusal-offered.ts';

/** Why an act is no consent (FR-CONSENT-3). */
export type FaultyMechanism =
  | 'pre-ticked'
  | 'terms'
  | 'implied'
  | 'bundled'
  | 'tied'
  | 'misleading'
  | 'not-free'
  | 'not-informed';

/**
 * One recorded basis in the words of the law. A field that does not concern its kind holds the value at which nothing is
 * forbidden. Made by the files of `facts/`.
 */
export interface BasisFacts {
  readonly kind: BasisKind;
  /** The consent or sale; absent for what is declared of the contact, and for a stated basis that is not recorded. */
  readonly factId: string | undefined;
  /** Orders bases of one kind that hold: the latest is named. */
  readonly seq: number;
  readonly givenAt: number;
  /** `newsletter@3`. */
  readonly form: string | undefined;
  readonly grade: 'observed' | 'declared' | 'reconstructed';
  /** JSON pointers of missing evidence. */
  readonly missing: readonly string[];
  readonly wasAltered: boolean;
  readonly coversPurpose: boolean;
  /** Until when it may serve, ms, by how long data are kept. */
  readonly keptUntil: number;
  /**
   * Of one who is shown to be no consumer: an act of theirs as a private person, to which the consumer's rules hold (FR-B2B-3: "if
   * contacted in that capacity"). Absent: of a consumer, whose every act is, or an act in the other capacity.
   */
  readonly isPrivate?: true | undefined;

  // A consent.
  readonly state: 'given' | 'pending' | 'withdrawn' | 'invalidated';
  /** Why a change of address ended it; absent: none did. */
  readonly endedBecause?: EndedBecause | undefined;
  /** Named in record and wording; not named by one of them, or denied; or the words of the wording name no channel, or are not read, or agree up to an end that is not declared. */
  readonly channel: 'named' | 'not-named' | 'no-channel-named';
  /** Why the act is no consent (FR-CONSENT-3). */
  readonly faultyMechanism: FaultyMechanism | undefined;
  /** The other faults of the same form; absent: there are none. */
  readonly otherFaultyMechanisms?: readonly FaultyMechanism[] | undefined;
  /** The last instant, ms, up to which the person agreed, by the words of the form; absent: no end was said, or none is declared. */
  readonly agreedUntil?: number | undefined;
  readonly wasGivenToAnotherPerson: boolean;
  readonly namesNoSuchPartner: boolean;
  /** Whom the form or the message does not name, as the reason says it; absent: nobody is missing. */
  readonly partnersNotNamed?: readonly string[] | undefined;
  /** Of these, the form names others; absent: it names nobody, or nobody is missing. */
  readonly formNamesOthers?: true | undefined;
  readonly passedThroughOtherHands: boolean;
  readonly proofIsHeldElsewhere: boolean;
  readonly wasDrawnByUnlawfulMessage: boolean;
  /** The advertiser called to ask for it, with no leave to call; absent: it had leave, or did not call. */
  readonly wasDrawnByCall?: true | undefined;
  readonly isAimedAtChildren: boolean;
  /** It was given before the person was declared to be fifteen, and no parent had agreed by that day. */
  readonly wasGivenByAChildAlone: boolean;

  // A sale.
  readonly saleType: SaleType | undefined;
  readonly wasCancelled: boolean;
  readonly coordinatesCameFromPerson: boolean;
  readonly isOwnSale: boolean;
  readonly isAnalogous: boolean;
  readonly hasNotice: boolean;
  readonly refusalWasOffered: boolean;
  /** No form is known, or it says nothing of a refusal: nothing shows whether one was offered; absent: its words are known. */
  readonly refusalIsNotRecorded?: true | undefined;
  /** What is wrong with the refusal that the checkout offers, by this channel; absent: nothing, or none is on record. */
  readonly refusalFault?: OfferedFault | undefined;
  readonly wasRefused: boolean;

  // A professional or a legal person.
  readonly capacityIsShown: boolean;
  /** What a capacity that is not shown lacks; absent: that something more than a word shows it. */
  readonly capacityLacks?: 'kind' | 'general-address' | undefined;
  readonly legalForm: Organisation['legalForm'] | 'not-asked';
  readonly concernsTheFunction: boolean;
  /** No function is on record; absent: one is, or none is asked for. */
  readonly functionIsNotRecorded?: true | undefined;
  /** No offer of the advertiser concerns the function that is on record, or none is; absent: some offer does, or none is asked for. */
  readonly noOfferConcernsTheFunction?: true | undefined;
  readonly professionalWasInformed: boolean;
  /** What informed them is on record, and the day on which the address was collected from them is not; absent: it is, or concerns nobody. */
  readonly dayOfCollectionIsMissing?: true | undefined;
  readonly cameIndirectly: boolean;
  /** An offer was sent since data came indirectly; absent: none was, so that this one is the first communication, which names their source. */
  readonly wasOfferedSince?: true | undefined;
  /** Of a legal person: a mobile or a named mailbox, which is a human's (FR-B2B-2); absent: its general address or number. */
  readonly isAHumans?: true | undefined;
  readonly addressSource: 'person' | 'public' | 'third-party' | 'guessed' | 'scraped';
}

const SALES: readonly BasisFacts['saleType'][] = ['order', 'service-contract', 'paid-subscription'];
/** The kinds of relation that are a sale by themselves. */
export const isSale = ({ saleType }: BasisFacts): boolean => SALES.includes(saleType);
/** A gift or a membership: a relation in which nothing was sold (D28). */
export const isSupport = ({ saleType }: BasisFacts): boolean => saleType === 'donation' || saleType === 'membership';

/** A basis of this kind of which nothing more is known, with no fault yet. */
export const faultless = (kind: BasisKind): BasisFacts => ({
  kind,
  factId: undefined,
  seq: 0,
  givenAt: 0,
  form: undefined,
  grade: 'declared',
  missing: [],
  wasAltered: false,
  coversPurpose: true,
  keptUntil: Number.POSITIVE_INFINITY,
  state: 'given',
  channel: 'named',
  faultyMechanism: undefined,
  wasGivenToAnotherPerson: false,
  namesNoSuchPartner: false,
  passedThroughOtherHands: false,
  proofIsHeldElsewhere: false,
  wasDrawnByUnlawfulMessage: false,
  isAimedAtChildren: false,
  wasGivenByAChildAlone: false,
  saleType: 'order',
  wasCancelled: false,
  coordinatesCameFromPerson: true,
  isOwnSale: true,
  isAnalogous: true,
  hasNotice: true,
  refusalWasOffered: true,
  wasRefused: false,
  capacityIsShown: true,
  legalForm: 'not-asked',
  concernsTheFunction: true,
  professionalWasInformed: true,
  cameIndirectly: false,
  addressSource: 'person',
});
