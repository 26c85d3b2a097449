import type { Advertiser } from '../advertiser/advertiser.ts';
import type { FormReference, FormVersion } from '../consent/form-version.ts';
import type { Instant } from '../ids.ts';
import type { Standing } from '../ledger/standing.ts';
import type { DecisionOn } from '../review/review.ts';
import type { Channel, Purpose } from './channel.ts';
import type { BasisKind, Partner, Sends, TemplateReference } from './message.ts';
import type { TemplateVersion } from './template.ts';
import type { StoredReason } from './verdict.ts';

/** The template version that a message is made from, as far as the law asks. */
export interface NamedTemplate extends TemplateReference, Pick<TemplateVersion, 'class' | 'reason' | 'offerSigns'> {
  /** This message offers what its template does not: by a merge value, or in bytes made by another system. */
  readonly bringsOffer: boolean;
  /** Parts of it promote, and are left out where prospecting is refused (D5). */
  readonly hasProspectingBlocks?: true | undefined;
}

/** What the law asks of the message itself, before its bytes exist. */
export interface ProposedMessage {
  readonly channel: Channel;
  readonly purpose: Purpose;
  /** Whose offers they are, for `partner-offers`; absent: nobody says it. */
  readonly partner?: Partner | undefined;
  readonly basis?: BasisKind | undefined;
  readonly offerCategory: string;
  /** Sender asked for; absent: the advertiser's first of that channel. */
  readonly sender?: string | undefined;
  readonly subject?: string | undefined;
  /** What a named human found when comparing the subject with the offer (L. 34-5 al. 5); absent: nobody was asked. */
  readonly subjectJudgement?: 'related' | 'unrelated' | undefined;
  readonly validUntil: Instant;
  /** Images in its content that count who opens it (D11); absent: none, or the content is not known. */
  readonly trackingPixels?: number | undefined;
  /** Line and host of each, as the note on them says it; absent: nobody looked. */
  readonly trackingPixelsAt?: readonly string[] | undefined;
  /** What it is about: the advertiser's own reference; absent: none was given. */
  readonly reference?: string | undefined;
  /** Absent: free text, which is prospecting (D5). */
  readonly template?: NamedTemplate | undefined;
  /** It tries a template on one who agreed to receive tests. Absent: it is no test. */
  readonly isTest?: true | undefined;
}

/** Everything a verdict is computed from: no clock, no store, no environment. */
export interface VetRequest {
  /** The moment of sending: the rules in force then are applied. */
  readonly at: Instant;
  /** Of a question about the past, the moment of the message for which it is asked: what was found out by then is known. Absent: `at`. */
  readonly knownAt?: Instant | undefined;
  readonly message: ProposedMessage;
  /** Clear, normalised address: role addresses and dialling prefixes are read from it. */
  readonly address: string;
  /** The host of the address is one at which anybody can open a mailbox; false for a telephone number. */
  readonly isPublicMailbox: boolean;
  /** `undefined`: an unknown contact, never a failed read. */
  readonly standing: Standing | undefined;
  readonly sends: readonly Sends[];
  /** Of a call: calls to other numbers of the same person. Absent: none is known. */
  readonly callsBeside?: readonly Sends[] | undefined;
  /** What was sent to addresses that the person left or took of late. Absent: none is known. */
  readonly sendsBeside?: readonly Sends[] | undefined;
  readonly advertiser: Advertiser;
  /** Stored form versions, by reference: all those that the standing cites. */
  readonly formOf: (form: FormReference) => FormVersion | undefined;
  /** The latest decision on a cause (D6); asked only for the causes that the message meets. Absent: none was taken. */
  readonly decisions?: DecisionOn | undefined;
  /** Ledger position at which this message was already allowed: a later opposition is named as such. */
  readonly allowedAtSeq?: number | undefined;
  /** Why the check of the bytes stopped the whole, where that is so: the blocks that promote are left out (D5). */
  readonly blocksStoppedBy?: readonly StoredReason[] | undefined;
  /** Whose address it is, is read as editions before 2026-11-30.5 read it, for a verdict that is given again (P4). */
  readonly isReadAsBefore?: true | undefined;
  /** In which country they are, is read as editions before 2026-12-01 read it, likewise. */
  readonly countryIsReadAsBefore?: true | undefined;
  /** A call to a professional allowed what it fetched of the private person, as editions before 2026-12-01.3 read it, likewise. */
  readonly callsAreReadAsBefore?: true | undefined;
}

/** What was found in the very bytes to be handed over (P3). */
export interface BytesFacts {
  /** The legal or a trade name of the advertiser is in the body, and in From or the sender id. */
  readonly namesAdvertiser: boolean;
  /** The footer, or the SMS itself, says that it is advertising. */
  readonly isRecognisableAsAdvertising: boolean;
  /** Of a call: nothing among its first words says that it is commercial. Absent: something does, or it is no call. */
  readonly hidesCommercialNature?: true | undefined;
  /** Our link, header or reply code is there, once, visible, and last. */
  readonly carriesOppositionMeans: boolean;
  /** The means named is received by us: our own https host, or a code bound to the sender. */
  readonly oppositionMeansWork: boolean;
  /** Host, domain, code or number of each means that is not ours: a human decides whether it works (D6). */
  readonly externalMeans?: readonly string[] | undefined;
  /** Not a premium number, no cost beyond transmission. */
  readonly oppositionIsFree: boolean;
  /** Link to the processing notice, or a notice version on record for SMS (D12). */
  readonly carriesProcessingNotice: boolean;
  /** A true sentence on why this reader gets it: basis and date (D12). */
  readonly saysWhy: boolean;
  /** The source of the coordinates is named; asked for at first contact on indirect data. */
  readonly namesSource: boolean;
  /** As its author wrote it, without the mark of a test. */
  readonly subject?: string | undefined;
  /** They say that the message is a test, where it is one. Absent: they do not. */
  readonly isMarkedAsTest?: true | undefined;
  /** SMS segments after injection, and how many are allowed. */
  readonly segments?: number | undefined;
  readonly maxSegments?: number | undefined;
  /** Made without the prospecting blocks of its template; absent: with them, where it has some. */
  readonly withoutProspectingBlocks?: true | undefined;
}
