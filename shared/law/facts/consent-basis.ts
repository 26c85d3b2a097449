import { type Consent, stateWhenRecorded } from '#shared/domain/consent/consent.ts';
import { type FormVersion, formLabelOf } from '#shared/domain/consent/form-version.ts';
import { isOfWhoReads } from '#shared/domain/consent/wrong-address.ts';
import { isUnaltered } from '#shared/domain/ledger/seal.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { type Channel, electronicMailTo, type Purpose } from '#shared/domain/message/channel.ts';
import type { ProposedMessage, VetRequest } from '#shared/domain/message/vet.ts';
import { isGivenTo } from '#shared/domain/opposition/lifting.ts';
import { wasOfferedSince } from '#shared/domain/sending/offers-sent.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { agreedUntil } from '../readings/agreed-until.ts';
import { channelSaid } from '../readings/wording/channel-said.ts';
import { speaksOfOffersOfOthers } from '../readings/wording/of-others.ts';
import { isOfWrongAddress } from '../readings/wrong-address.ts';
import { type BasisFacts, type FaultyMechanism, faultless } from './basis.ts';
import { missingEvidence } from './evidence.ts';
import { type Judge, NO_OFFER } from './judge.ts';
import { consentKept } from './kept.ts';
import { agreedPrivately, wasGivenByAChildAlone } from './recipient.ts';

/** The record names the channel, and the wording has the words that carry it, and does not deny them (D9). */
const channelOf = (
  consent: Consent,
  form: FormVersion | undefined,
  { message: { channel, purpose }, advertiser }: VetRequest,
): BasisFacts['channel'] => {
  if (!consent.channels.includes(channel)) return 'not-named';
  if (form === undefined) return 'named';
  // On a partner's form, the offers of its partners are the advertiser's own (FR-PARTNER-1).
  const isOfOwn = purpose === 'own-offers' && isGivenTo(consent, advertiser.siren);
  return channelSaid(form, channel, isOfOwn ? 'own' : 'anyone');
};

/**
 * The record names the purpose, and so does the wording. A partner's form speaks of the partner's partners: for the
 * advertiser these are its own offers (FR-PARTNER-1). A form that says for nothing covers nothing, whoever shows it.
 */
const coversPurpose = (consent: Consent, form: FormVersion | undefined, purpose: Purpose, siren: string): boolean => {
  if (consent.purpose !== purpose) return false;
  if (form === undefined || form.purposes.includes(purpose)) return true;
  return purpose === 'own-offers' && !isGivenTo(consent, siren) && form.purposes.includes('partner-offers');
};

const FAULTY_ACTS: Partial<Record<NonNullable<FormVersion['mechanism']>, FaultyMechanism>> = {
  'terms-acceptance': 'terms',
  implied: 'implied',
  'bundled-submit': 'bundled',
};
/** Until when the person agreed, where the form says it. */
const endOf = ({ givenAt }: Consent, form: FormVersion | undefined) =>
  form?.agreedFor === undefined ? {} : { agreedUntil: agreedUntil(givenAt, form.agreedFor) };
/** Every fault of the way in which a form asks. */
const faultyMechanisms = (form: FormVersion | undefined): readonly FaultyMechanism[] => {
  if (form === undefined) return [];
  const { mechanism, lacking = [] } = form;
  const act = mechanism && FAULTY_ACTS[mechanism];
  return [
    ...(form.defaultState === 'ticked' ? (['pre-ticked'] as const) : []),
    ...(act === undefined ? [] : [act]),
    ...(form.isConditionOfService ? (['tied'] as const) : []),
    ...(form.design?.misleading === true ? (['misleading'] as const) : []),
    ...(lacking.includes('freedom') ? (['not-free'] as const) : []),
    ...(lacking.includes('information') ? (['not-informed'] as const) : []),
  ];
};
const mechanismFaults = (form: FormVersion | undefined) => {
  const [faultyMechanism, ...others] = faultyMechanisms(form);
  return { faultyMechanism, ...(others.length === 0 ? {} : { otherFaultyMechanisms: others }) };
};

const names = (form: FormVersion | undefined, siren: string): boolean =>
  form?.partnersNamed.some((partner) => partner.siren === siren) ?? true;

/**
 * A message for a partner names it, and so did the version that was shown; one that names none cannot show it. A list
 * that grew later does not reach back: it is another version.
 */
const namesThePartner = (form: FormVersion | undefined, { purpose, partner }: ProposedMessage): boolean =>
  purpose !== 'partner-offers' || (partner !== undefined && names(form, partner.siren));

const NOT_IN_MESSAGE = 'partner-not-in-message';
const unnamed = (who: readonly string[], form: FormVersion | undefined) =>
  who.length === 0
    ? {}
    : { partnersNotNamed: who, ...(form?.partnersNamed.length ? { formNamesOthers: true as const } : {}) };

/** What the form says of partners: of those whose offers a message brings, and of us, where someone else collected. */
const partnerFaults = (consent: Consent, form: FormVersion | undefined, { advertiser, message, sends }: VetRequest) => {
  const { siren } = advertiser;
  const namesPartner = namesThePartner(form, message);
  const ofMessage = namesPartner ? [] : [message.partner === undefined ? NOT_IN_MESSAGE : 'partner-not-on-form'];
  if (isGivenTo(consent, siren)) return { namesNoSuchPartner: !namesPartner, ...unnamed(ofMessage, form) };
  const namesUs = names(form, siren);
  // A form that names partners, or offers of theirs, speaks of them, whatever purposes it declares.
  const speaksOfPartners =
    form === undefined ||
    form.purposes.includes('partner-offers') ||
    form.partnersNamed.length > 0 ||
    speaksOfOffersOfOthers(form.wording ?? '');
  const ofUs = !namesUs && speaksOfPartners ? ['advertiser-not-on-form'] : [];
  return {
    ...unnamed([...ofMessage, ...ofUs], form),
    wasGivenToAnotherPerson: !namesUs && !speaksOfPartners,
    namesNoSuchPartner: !namesPartner || (!namesUs && speaksOfPartners),
    proofIsHeldElsewhere: consent.proof === undefined,
    cameIndirectly: true,
    wasOfferedSince: wasOfferedSince(sends, consent.recordedAt) || undefined,
  };
};

/**
 * Taken back later than this instant, or left with the address, it still was what it had been when it was recorded: given, or awaiting its
 * confirmation. So it was until a correction of the address is known. What an operator ended never counted.
 */
const stateAt = (consent: Consent, { at, knownAt = at }: VetRequest): BasisFacts['state'] => {
  const { state, endedAt, endedBecause } = consent;
  const until = endedBecause === 'corrected' ? knownAt : at;
  const isOfItsDay = state === 'withdrawn' || endedBecause !== undefined;
  return isOfItsDay && endedAt !== undefined && endedAt > until ? stateWhenRecorded(consent) : state;
};

/**
 * How it ended, where it did. The advertiser corrected the address since it was given: whoever gave it does not read it, also where it is recorded
 * again, or late, as by an import (L. 34-5; GDPR 5(1)(d), 7(1)). One that shows itself that they read it is theirs, and
 * one that followed is of the change that brought it: its person says that they read this address.
 */
const howItEnded = (consent: Consent, request: VetRequest): Pick<BasisFacts, 'state' | 'endedBecause'> => {
  const state = stateAt(consent, request);
  const counts = state === 'given' || state === 'pending';
  if (!counts) return { state, ...(consent.endedBecause && { endedBecause: consent.endedBecause }) };
  const saidAt = consent.copiedFrom === undefined ? consent.givenAt : consent.recordedAt;
  return isOfWrongAddress(request, saidAt) && !isOfWhoReads(consent)
    ? { state: 'invalidated', endedBecause: 'corrected' }
    : { state };
};

/** A message that asks for a consent is a mail or a text (D10): that it could have been an MMS, which nothing shows, makes no consent better. */
const ASKED_BY: ReadonlySet<Channel> = new Set(['email', 'sms']);

/**
 * A message asked for it that was not lawful itself on that day (D10, OPP-4): no basis held before the person answered, or
 * an opposition was in force. It is judged as an own message without goods, by the means that people are asked by. Of one that followed its
 * person, the address that the message went to was judged when it followed, and what is recorded here says nothing of it.
 */
const wasDrawnByUnlawfulMessage = (
  { drawnBy, givenAt, askedLawfully, copiedFrom }: Consent,
  standing: Standing,
  judge: Judge,
): boolean => {
  if (drawnBy !== 'message' || askedLawfully === true) return false;
  if (copiedFrom !== undefined) return true;
  return !electronicMailTo(standing.addressKind)
    .filter((channel) => ASKED_BY.has(channel))
    .some((channel) => judge.mayWrite(givenAt, { channel, purpose: 'own-offers', offerCategory: NO_OFFER }));
};

/**
 * The advertiser called to ask for it, who might not call that person then (L. 223-1, al. 1). Since when that is so, the sentence says. Of
 * one that followed its person, the call was judged when it followed.
 */
const wasDrawnByCall = ({ drawnBy, givenAt, askedLawfully, copiedFrom }: Consent, judge: Judge): true | undefined =>
  (drawnBy === 'call' && askedLawfully !== true && (copiedFrom !== undefined || !judge.mayCall(givenAt))) || undefined;

const gradeOf = (consent: Consent, form: FormVersion | undefined): BasisFacts['grade'] => {
  if (consent.observed) return 'observed';
  return form?.reconstruction === undefined ? 'declared' : 'reconstructed';
};

/** A recorded consent, in the words of the law. */
export const consentBasis = (consent: Consent, request: VetRequest, judge: Judge): BasisFacts => {
  const form = consent.form === undefined ? undefined : request.formOf(consent.form);
  const { siren } = request.advertiser;
  const { purpose } = request.message;
  const { standing } = request;
  return {
    ...faultless('consent'),
    factId: consent.id,
    seq: consent.seq,
    givenAt: millisecondsOf(consent.givenAt),
    form: consent.form && formLabelOf(consent.form),
    grade: gradeOf(consent, form),
    missing: missingEvidence(consent, form),
    wasAltered: !isUnaltered(consent),
    ...howItEnded(consent, request),
    ...consentKept(consent, request, judge),
    channel: channelOf(consent, form, request),
    coversPurpose: coversPurpose(consent, form, purpose, siren),
    ...mechanismFaults(form),
    ...endOf(consent, form),
    isPrivate: agreedPrivately(request, request.message.offerCategory),
    passedThroughOtherHands: consent.transferredBy.some((hand) => hand.siren !== siren),
    wasDrawnByUnlawfulMessage: standing !== undefined && wasDrawnByUnlawfulMessage(consent, standing, judge),
    wasDrawnByCall: wasDrawnByCall(consent, judge),
    isAimedAtChildren: form?.childDirected ?? false,
    wasGivenByAChildAlone: wasGivenByAChildAlone(consent.givenAt, request),
    ...partnerFaults(consent, form, request),
  };
};
