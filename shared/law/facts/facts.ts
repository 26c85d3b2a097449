import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { READINGS } from '#shared/domain/advertiser/chosen-reading.ts';
import type { RetentionSector } from '#shared/domain/advertiser/retention.ts';
import { countryOf, placesOf, type RulePack } from '#shared/domain/contact/address-facts.ts';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import type { Place } from '#shared/domain/contact/phone/dialling.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { HOURS_HELD_AFTER_ANNULMENT } from '#shared/domain/ledger/annulment.ts';
import { type Channel, type Purpose, recordOf } from '#shared/domain/message/channel.ts';
import type { BasisKind } from '#shared/domain/message/message.ts';
import type { BytesFacts, VetRequest } from '#shared/domain/message/vet.ts';
import { dayInParis } from '#shared/domain/time/calendar.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import type { UseLack } from '../readings/wording/use-said.ts';
import { type GatheredFacts, gatheredFacts } from './address-basis.ts';
import { basesOf, sensitiveUse } from './bases.ts';
import type { BasisFacts } from './basis.ts';
import { type CallFacts, callFacts } from './calls.ts';
import { type ClassFacts, classFacts } from './class.ts';
import type { Judge } from './judge.ts';
import { type AllowedHours, type Moment, minutesOf, momentAt } from './moments.ts';
import { type OppositionFacts, oppositionFacts } from './oppositions.ts';
import { type RecipientFacts, recipientFacts, type TestFacts, testFacts } from './recipient.ts';
import { type RenewalFacts, renewalFacts } from './renewal.ts';
import { type SenderFacts, senderFacts } from './sender.ts';
import { type SendFacts, sendFacts } from './sends.ts';

type Reading = (typeof READINGS)[number];
type Nature = Advertiser['offers'][number]['natures'][number];

/**
 * Everything the law asks of one message, in its own words: flat, immutable, without address. Each field says what its
 * absence means (D2); a prohibition reads nothing else.
 */
export interface Facts
  extends OppositionFacts,
    SenderFacts,
    SendFacts,
    CallFacts,
    ClassFacts,
    RecipientFacts,
    GatheredFacts,
    TestFacts,
    Omit<BytesFacts, 'subject' | 'withoutProspectingBlocks'> {
  /** The moment of sending, ms since the epoch. */
  readonly at: number;
  /** Its day in Europe/Paris: it chooses the versions in force. */
  readonly day: string;
  readonly validUntil: number;
  /** A record of the contact was annulled, and nothing leaves before, ms; `undefined`: none ever was (D4). */
  readonly heldUntil: number | undefined;
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly statedBasis: BasisKind | undefined;
  readonly subject: string | undefined;
  readonly subjectJudgement: 'related' | 'unrelated' | undefined;
  readonly country: string | undefined;
  readonly pack: RulePack;
  /** Unknown age: adult, unless form or offer is marked child-directed. */
  readonly ageBand: 'under-15' | '15-17' | 'adult' | 'unknown';
  /** A holder of parental authority had agreed by then. */
  readonly hasParentalConsent: boolean;
  readonly offerIsHomeEnergyWorks: boolean;
  /** Goods for it sold over the counter, or such works among other offers; `undefined`: not declared so (D17). */
  readonly offerIsHomeEnergyMixed: true | undefined;
  /** Advertising for consumer credit; `undefined`: not declared so. */
  readonly offerIsConsumerCredit: true | undefined;
  /** Training offered on a compte personnel de formation, or that asks for data about it; `undefined`: not declared so. */
  readonly offerIsCpfTraining: true | undefined;
  /** Training that such an account could pay for, offered without a word of it or among other subjects; `undefined`: not declared so. */
  readonly offerIsCpfTrainingMixed: true | undefined;
  /** An appeal that promotes neither goods nor services, and is not declared to do so as well; `undefined`: not declared so (D28). */
  readonly offerIsNonCommercialAppeal: true | undefined;
  readonly offerIsChildDirected: boolean;
  readonly offerIsSensitive: boolean;
  readonly hasExplicitConsentToSensitiveUse: boolean;
  /** What the form of a consent lacks to name the use; absent: nothing, or no form says anything of it. */
  readonly sensitiveUseLacks?: UseLack | undefined;
  /** The advertiser is of a sector that CNIL's référentiel on retention leaves out; `undefined`: it is of none. */
  readonly retentionSector: RetentionSector | undefined;
  readonly readings: readonly Reading[];
  /** What is asked of a renewal request; `undefined`: it says that it is none. */
  readonly renewal: RenewalFacts | undefined;
  readonly bases: readonly BasisFacts[];
  readonly places: readonly Place[];
  /** What the clock shows in each candidate place; empty where the channel knows no hours. */
  readonly moments: readonly Moment[];
  readonly advertiserWindow: AllowedHours;
  readonly keepsSundayAndHolidayCourtesy: boolean;
  /** The final bytes exist and were looked at; before, they are not judged. */
  readonly wasRendered: boolean;
  /** Tracking pixels that are taken out, for want of consent to tracking (D11); `undefined`: none. */
  readonly strippedPixels: number | undefined;
  /** Line and host of each, as the note says it; `undefined`: none, or nobody looked. */
  readonly strippedFrom: readonly string[] | undefined;
  /** What humans decided of the causes that this message meets (D6); one that is not there is undecided. */
  readonly decided: Readonly<Record<string, 'allowed' | 'refused'>>;
}

/** Before the bytes exist nothing is held against them. */
const NOT_YET_RENDERED: BytesFacts = {
  namesAdvertiser: true,
  isRecognisableAsAdvertising: true,
  carriesOppositionMeans: true,
  oppositionMeansWork: true,
  oppositionIsFree: true,
  carriesProcessingNotice: true,
  saysWhy: true,
  namesSource: true,
};

const personFacts = ({ ageBand, parentalConsent }: DeclaredFacts, at: Instant) => ({
  ageBand: ageBand ?? ('unknown' as const),
  hasParentalConsent: parentalConsent !== undefined && parentalConsent.agreedAt <= at,
});

/** Natures of what is sold: an appeal that is declared to be one of them too sells something. */
const OF_GOODS: readonly Nature[] = [
  'home-energy-works',
  'home-energy-mixed',
  'consumer-credit',
  'cpf-training',
  'cpf-training-mixed',
];
const isAppeal = (natures: readonly Nature[]): boolean =>
  natures.includes('non-commercial-appeal') && !natures.some((nature) => OF_GOODS.includes(nature));

const offerFacts = (request: VetRequest, judge: Judge) => {
  const { advertiser, message } = request;
  const natures = advertiser.offers
    .filter(({ category }) => category === message.offerCategory)
    .flatMap((o) => o.natures);
  const offerIsSensitive = natures.includes('sensitive');
  return {
    offerIsHomeEnergyWorks: natures.includes('home-energy-works'),
    offerIsHomeEnergyMixed: natures.includes('home-energy-mixed') || undefined,
    offerIsConsumerCredit: natures.includes('consumer-credit') || undefined,
    offerIsCpfTraining: natures.includes('cpf-training') || undefined,
    offerIsCpfTrainingMixed: natures.includes('cpf-training-mixed') || undefined,
    offerIsNonCommercialAppeal: isAppeal(natures) || undefined,
    offerIsChildDirected: natures.includes('child-directed'),
    offerIsSensitive,
    ...(offerIsSensitive ? sensitiveUse(request, judge) : { hasExplicitConsentToSensitiveUse: false }),
  };
};

const timeFacts = ({ at, message, address, advertiser, standing }: VetRequest, declared: DeclaredFacts) => {
  const now = millisecondsOf(at);
  const places = placesOf(address, declared);
  const { window } = advertiser.sms;
  return {
    at: now,
    day: dayInParis(now),
    validUntil: millisecondsOf(message.validUntil),
    heldUntil: standing?.annulledAt && millisecondsOf(standing.annulledAt) + HOURS_HELD_AFTER_ANNULMENT * 3_600_000,
    places,
    moments: recordOf(message.channel).hours !== 'any' ? places.map((place) => momentAt(now, place)) : [],
    advertiserWindow: [[minutesOf(window.from), minutesOf(window.until)]] as const,
    keepsSundayAndHolidayCourtesy: advertiser.sms.sundayAndHolidayCourtesy,
  };
};

/** The request in the words of the law; with the final bytes, once they exist. Earlier records are the judge's. Pure. */
export const factsOf = (request: VetRequest, judge: Judge, bytes?: BytesFacts): Facts => {
  const { message, address, advertiser, standing } = request;
  const declared = standing?.declared ?? {};
  const { bases, consents } = basesOf(request, judge);
  const time = timeFacts(request, declared);
  return {
    wasRendered: bytes !== undefined,
    strippedPixels: undefined,
    strippedFrom: undefined,
    decided: {},
    channel: message.channel,
    purpose: message.purpose,
    statedBasis: message.basis,
    subjectJudgement: message.subjectJudgement,
    readings: advertiser.readings.map(({ reading }) => reading),
    retentionSector: advertiser.retention.sector?.name,
    renewal: renewalFacts(request, bases, judge),
    bases,
    ...(bytes ?? NOT_YET_RENDERED),
    subject: bytes?.subject ?? message.subject,
    ...classFacts(request, bytes),
    ...time,
    ...countryOf(address, declared, request.countryIsReadAsBefore),
    ...personFacts(declared, request.at),
    ...recipientFacts(request, bases),
    ...gatheredFacts(request, judge),
    ...callFacts(request),
    ...offerFacts(request, judge),
    ...oppositionFacts(request, consents, judge),
    ...senderFacts(request),
    ...sendFacts(request, time, judge),
    ...testFacts(request),
  };
};
