import type { Mentions, Why } from '#shared/channels/content/mentions.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { namesOf, publicNameOf } from '#shared/domain/advertiser/advertiser.ts';
import { collectionSourceOf } from '#shared/domain/contact/contact.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Sends } from '#shared/domain/message/message.ts';
import { readerLanguageOf } from '#shared/domain/reader-language.ts';
import { wasOfferedSince } from '#shared/domain/sending/offers-sent.ts';
import type { OppositionToken, Tokens } from '../oppositions/tokens.port.ts';

/** The reader's, where it is one of ours; else the advertiser's. */
export const languageOf = (advertiser: Advertiser, standing: Standing | undefined): Mentions['language'] =>
  readerLanguageOf(standing?.declared.language, advertiser.locale);

/**
 * Where the coordinates come from, at the first offer since they came and only when their owner did not give them (INFO-3). A mail
 * says it each time; a text is short and says it once.
 */
const sourceToName = (why: Why, standing: Standing | undefined, sends: readonly Sends[]): string | undefined => {
  if (why.basis === 'consent') return wasOfferedSince(sends, why.heldSince) ? undefined : why.collectedBy;
  if (why.basis !== 'professional-interest' || wasOfferedSince(sends, why.since)) return undefined;
  return standing !== undefined && collectionSourceOf(standing.declared) === 'data-subject' ? undefined : why.source;
};

const contactOf = ({ contact, privacyNoticeUrl }: Advertiser): string =>
  contact.email ?? contact.phone ?? contact.url ?? privacyNoticeUrl;

/** The personal link of one message: `<base>/o/<token>`, without address or login. */
export const oppositionUrlOf = (tokens: Pick<Tokens, 'mint'>, publicBaseUrl: string, facts: OppositionToken): string =>
  `${publicBaseUrl}/o/${tokens.mint(facts)}`;

/** Where a provider reports what became of a message, and what was answered to it: nobody guesses it, and it opens no page. */
export const reportUrlOf = (
  tokens: Pick<Tokens, 'mintForReports'>,
  publicBaseUrl: string,
  facts: OppositionToken,
): string => `${publicBaseUrl}/r/${tokens.mintForReports(facts)}`;

/** The mailbox of a reader, where the deployment receives mail; mails alone have room for it. */
export const oppositionMailboxOf = (
  { mailboxes }: Pick<Tokens, 'mailboxes'>,
  { advertiserId, contactId }: OppositionToken,
  why: Why,
): string | undefined => {
  const isRelational = why.basis === 'relation' || (why.basis === 'test' && why.isNoAdvertising === true);
  return mailboxes?.addressOf({ advertiserId, contactId, isRelational });
};

/** A test says that it is one, for which a text may take one segment more than its messages. */
const markedAsTest = ({ maxSegments }: Pick<Mentions, 'maxSegments'>): Partial<Mentions> => ({
  isTest: true,
  ...(maxSegments === undefined ? {} : { maxSegments: maxSegments + 1 }),
});

/** All that a message must contain besides its author's words, from the settings, the verdict and the standing. */
export const mentionsOf = (of: {
  readonly advertiser: Advertiser;
  readonly standing: Standing | undefined;
  /** What was already sent to this contact. */
  readonly sends: readonly Sends[];
  readonly why: Why;
  readonly oppositionUrl: string;
  /** Absent: no mail to it is received. */
  readonly oppositionMailbox?: string | undefined;
  readonly shortReference?: string;
  /** It tries a template. Absent: it is no test. */
  readonly isTest?: true | undefined;
  /** What the sender adds. */
  readonly ofSender: Pick<Mentions, 'replyCode' | 'maxSegments'>;
}): Mentions => {
  const { advertiser, standing, sends, why, oppositionUrl, oppositionMailbox, shortReference, isTest, ofSender } = of;
  return {
    language: languageOf(advertiser, standing),
    advertiserNames: namesOf(advertiser),
    publicName: publicNameOf(advertiser),
    legalName: advertiser.legalName,
    postalAddress: advertiser.postalAddress,
    contact: contactOf(advertiser),
    noticeUrl: advertiser.privacyNoticeUrl,
    oppositionUrl,
    oppositionMailbox,
    shortReference,
    oppositionInbox: advertiser.oppositionInbox,
    why,
    colours: advertiser.footer,
    sourceToName: sourceToName(why, standing, sends),
    ...ofSender,
    ...(isTest ? markedAsTest(ofSender) : {}),
  };
};
