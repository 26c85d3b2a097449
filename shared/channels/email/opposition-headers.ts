import { type Draft, hole, joined, type Marked, markedLink, textOf } from '../content/marked.ts';
import type { Mentions } from '../content/mentions.ts';

export interface Header {
  readonly name: string;
  readonly value: string;
}

/** The short reference of the message in a header, so that a reader who forwards the mail quotes it. */
export const referenceHeader = ({ shortReference }: Pick<Mentions, 'shortReference'>): readonly Draft<Header>[] =>
  shortReference === undefined ? [] : [{ name: 'X-Message-Reference', value: hole('reference', shortReference) }];

export const TEST_HEADER = 'X-Message-Test';

/** That the mail tries a template, for filters and for who looks at its source. */
export const testHeader = ({ isTest }: Pick<Mentions, 'isTest'>): readonly Header[] =>
  isTest ? [{ name: TEST_HEADER, value: 'true' }] : [];

/** Longest value that SES takes in a header of `Content.Simple` (API reference, MessageHeader). */
const LONGEST_HEADER_VALUE = 995;

/** A token is of letters that a URL takes as they are. */
const mailtoOf = (inbox: string, oppositionUrl: string): Marked => {
  const token = oppositionUrl.slice(oppositionUrl.lastIndexOf('/') + 1);
  const to = `<mailto:${encodeURIComponent(inbox).replace('%40', '@')}?subject=${encodeURIComponent('opposition ')}`;
  return joined(to, hole('token', encodeURIComponent(token)), '>');
};

/** The mailbox whose name says all; else that of the advertiser, whose reader finds the token in the subject. */
const mailtoIn = ({ oppositionMailbox, oppositionInbox, oppositionUrl }: Mentions): Marked | undefined => {
  // RFC 6068 lets the `+` stand as it is, which is what every mail program understands.
  if (oppositionMailbox !== undefined) return joined('<mailto:', hole('mailbox', oppositionMailbox), '>');
  return oppositionInbox === undefined ? undefined : mailtoOf(oppositionInbox, oppositionUrl);
};

/**
 * RFC 2369 section 3.2 and RFC 8058 section 3.1: the https link first, then the mailbox if one is read, and the exact
 * pair that makes it one click. An alternative that would pass the longest value is left out, never cut.
 */
export const oppositionHeaders = (mentions: Mentions): readonly Draft<Header>[] => {
  const https = joined('<', markedLink(mentions.oppositionUrl), '>');
  const mailto = mailtoIn(mentions);
  const both = mailto === undefined ? https : joined(https, ', ', mailto);
  return [
    { name: 'List-Unsubscribe', value: textOf(both).length <= LONGEST_HEADER_VALUE ? both : https },
    { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
  ];
};
