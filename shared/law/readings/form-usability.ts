import * as z from 'zod/mini';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { Consent } from '#shared/domain/consent/consent.ts';
import { type FormVersion, formCause, formLabelOf, rebuiltFormCause } from '#shared/domain/consent/form-version.ts';
import { ContactId, FactId, type Instant } from '#shared/domain/ids.ts';
import { sealed } from '#shared/domain/ledger/seal.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import { addressKindOf, type Channel } from '#shared/domain/message/channel.ts';
import type { Missing, Usable } from '#shared/domain/missing.ts';
import { coversMessage, type DecisionOn } from '#shared/domain/review/review.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { isInMission } from '../articles/house/mission.ts';
import { missingEvidence, missingOfSale } from '../facts/evidence.ts';
import { NO_OFFER } from '../facts/judge.ts';
import {
  AWAITS_REVIEW,
  FORM_AWAITS_REVIEW,
  ofEvidence,
  ofReason,
  ofRefusal,
  ofSales,
  ofUnbuilt,
  REBUILT_FORM_AWAITS_REVIEW,
} from './form-pieces.ts';
import { usabilityOfConsent } from './usability.ts';
import { faultOfRefusal, isFreelyOffered, offersRefusal } from './wording/refusal-offered.ts';

/** Where a form version is judged. */
interface Context {
  readonly advertiser: Advertiser;
  readonly at: Instant;
  /** What humans decided of what the wording carries (D9); absent: nothing. */
  readonly decisions?: DecisionOn | undefined;
}

/** Nobody's: the consent and the contact of a person who does everything right. */
const CONTACT = z.parse(ContactId, `v1n1.${'0'.repeat(43)}`);
const FACT = z.parse(FactId, `${CONTACT}.${'0'.repeat(16)}`);
const FILE = { sha256: '0'.repeat(64), mediaType: 'application/pdf' };

/** A day on which the form was shown: today, or the last one of a form that was rebuilt from an archive. */
const shownAt = ({ reconstruction }: FormVersion, at: Instant): Instant => {
  const last = reconstruction && Date.parse(`${reconstruction.until}T12:00:00Z`);
  return last === undefined || Number.isNaN(last) ? at : toInstant(Math.min(last, Date.parse(at)));
};

/** A consent on this form that lacks nothing of its own: what is missing then is missing in the form. */
const flawless = (form: FormVersion, channel: Channel, at: Instant): Consent => ({
  ...sealed({
    kind: 'consent' as const,
    id: FACT,
    seq: 1,
    channels: [channel],
    purpose: form.purposes[0] ?? 'own-offers',
    form: { formId: form.formId, version: form.version },
    givenAt: shownAt(form, at),
    transferredBy: [],
    proof: FILE,
    recordedAt: at,
    state: 'given' as const,
    // On a page of ours we see the act.
    observed: form.mode === 'hosted',
  }),
});

/** True where a decision in force answers this cause on this channel. */
const isDecided = (cause: string, channel: Channel, { decisions, at }: Context): boolean => {
  const decision = decisions?.(cause);
  return decision !== undefined && coversMessage(decision, at, { channel, offerCategory: NO_OFFER });
};

/**
 * The causes that a human has to decide before consents given on this form, or sales made with it, can count, by what was
 * found missing. A version never changes: where it lacks more than a decision, none would help, and nothing is asked.
 */
export const causesOpenOn = (form: FormVersion, usable: Usable, forSales: readonly Missing[]): readonly string[] => {
  const onChannels = Object.values(usable).map((each) => (each === true ? [] : each.missing));
  const waiting = [forSales, ...onChannels].filter((missing) => missing.every((piece) => AWAITS_REVIEW.has(piece)));
  const waitsFor = (piece: Missing): boolean => waiting.some((missing) => missing.includes(piece));
  return [
    ...(waitsFor(FORM_AWAITS_REVIEW) ? [formCause(formLabelOf(form))] : []),
    ...(waitsFor(REBUILT_FORM_AWAITS_REVIEW) ? [rebuiltFormCause(formLabelOf(form))] : []),
  ];
};

/** The cause that a reason found on this form asks a human about; `undefined`: none. */
const causeOn = (code: string, form: FormVersion): string | undefined => {
  if (code === 'CONSENT_CHANNEL_UNCERTAIN') return formCause(formLabelOf(form));
  const isRebuilt = code === 'EVIDENCE_INCOMPLETE' && form.reconstruction !== undefined;
  return isRebuilt ? rebuiltFormCause(formLabelOf(form)) : undefined;
};

/** What a human may still decide of a reason found on this form; `undefined`: nothing. */
const openPiece = (code: string, form: FormVersion, channel: Channel, context: Context): Missing | undefined => {
  const cause = causeOn(code, form);
  if (cause === undefined || isDecided(cause, channel, context)) return undefined;
  return code === 'CONSENT_CHANNEL_UNCERTAIN' ? FORM_AWAITS_REVIEW : REBUILT_FORM_AWAITS_REVIEW;
};

/** Reasons that say no more than that evidence is incomplete: each piece is named instead. */
const IS_EVIDENCE: ReadonlySet<string> = new Set(['EVIDENCE_INCOMPLETE', 'EVIDENCE_MISSING']);

const missingOn = (form: FormVersion, channel: Channel, context: Context): readonly Missing[] => {
  const { advertiser, at, decisions } = context;
  const consent = flawless(form, channel, at);
  const key = {
    advertiserId: advertiser.advertiserId,
    contactId: CONTACT,
    addressKind: addressKindOf(channel) ?? 'email',
  };
  const standing = { ...emptyStanding(key, at), consents: [consent], lastActAt: consent.givenAt };
  const { reasons } = usabilityOfConsent({ at, advertiser, standing, formOf: () => form, decisions }, consent);
  if (!isInMission(channel)) return [ofUnbuilt];
  const evidence = ofEvidence(missingEvidence(consent, form));
  const others = reasons.filter(({ code }) => !IS_EVIDENCE.has(code) || evidence.length === 0);
  return [
    ...evidence,
    ...others.map(({ code }) => openPiece(code, form, channel, context) ?? ofReason(code, causeOn(code, form))),
  ];
};

/** Nobody agrees by it: it only offers a refusal with a sale. */
const onlyOffersRefusal = ({ refusal, mechanism, channels }: FormVersion): boolean =>
  refusal !== undefined && mechanism === undefined && channels.length === 0;

/**
 * On which of the channels that it names a consent given on this form can support a message, by the sentences in force, and
 * what is missing on the others. A form that names no channel is judged on e-mail and texts, for which a human may decide;
 * one by which nobody agrees, on none. Pure.
 */
export const usabilityOfForm = (form: FormVersion, context: Context): Usable => {
  if (onlyOffersRefusal(form)) return {};
  const named = form.channels.map(({ channel }) => channel);
  const judged = [...new Set<Channel>(named.length > 0 ? named : ['email', 'sms'])];
  return Object.fromEntries(
    judged.map((channel) => {
      const missing = missingOn(form, channel, context);
      return [channel, missing.length === 0 || { missing }];
    }),
  );
};

/** The channels of the exception for customers (L. 34-5, al. 4). */
const OF_CUSTOMERS: readonly Channel[] = ['email', 'sms', 'mms'];

/** What is still to be decided of a rebuilt checkout, or was decided against it. */
const decisionOnArchive = (form: FormVersion, context: Context): readonly Missing[] => {
  if (form.reconstruction === undefined) return [];
  const cause = rebuiltFormCause(formLabelOf(form));
  if (OF_CUSTOMERS.some((channel) => !isDecided(cause, channel, context))) return [REBUILT_FORM_AWAITS_REVIEW];
  return context.decisions?.(cause)?.decision === 'refused' ? [ofReason('EVIDENCE_INCOMPLETE', cause)] : [];
};

/** What is wrong with a refusal that is there; `undefined`: nothing, or none of these. */
const pieceOfRefusal = (form: FormVersion): Missing | undefined => {
  if (form.refusal === undefined) return undefined;
  const fault = faultOfRefusal(form.refusal.words);
  if (fault !== undefined) return ofRefusal(fault);
  const isOfOthers = isFreelyOffered(form) && !OF_CUSTOMERS.some((channel) => offersRefusal(form, channel));
  return isOfOthers ? ofRefusal('other-means') : undefined;
};

/** What the form lacks for sales made with it to support messages to customers, by any channel of theirs (L. 34-5, al. 4). Pure. */
export const missingForSales = (form: FormVersion, context: Context): readonly Missing[] => {
  const pointers = missingOfSale({ lines: [{ category: '' }], soldAt: shownAt(form, context.at) }, form);
  const refusal = pieceOfRefusal(form);
  const others = refusal === undefined ? pointers : pointers.filter((pointer) => pointer !== '/form/refusal');
  const missing = [...others.map(ofSales), ...(refusal === undefined ? [] : [refusal])];
  return missing.length > 0 ? missing : decisionOnArchive(form, context);
};
