import { missingMergeFields, valuesThatBreak } from '#shared/channels/content/merge-fields.ts';
import { prepareEmail } from '#shared/channels/email/prepare-email.ts';
import type { AdvertiserScope } from '#shared/domain/advertiser/advertiser-scope.ts';
import { contentNotFound, Failure, invalidRequest } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { canonicalJson, sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { addressKindOf, type Channel } from '#shared/domain/message/channel.ts';
import {
  type Content,
  DEFAULT_VALIDITY_HOURS,
  type EmailContent,
  LONGEST_VALIDITY_DAYS,
  type SmsContent,
} from '#shared/domain/message/message.ts';
import { addDays, addSeconds } from '#shared/domain/time/instant.ts';
import type { Address } from '../contacts/fingerprints.port.ts';
import type { Contents } from './contents.port.ts';

/** Content as a caller gives it: inline, or by the hash of content stored by an earlier message. */
export type GivenContent =
  | { readonly email: EmailContent }
  | { readonly sms: SmsContent }
  | { readonly sha256: string };

/** Inline content holds at most this much. */
const MAX_CONTENT_BYTES = 256 * 1024;

/** Throws `address-expected` when the channel reaches another kind of address. */
export const refuseWrongAddress = (channel: Channel, kind: Address['kind']): void => {
  const expected = addressKindOf(channel);
  if (expected === undefined || expected === kind) return;
  const name = expected === 'email' ? 'an e-mail address' : 'a telephone number';
  throw new Failure('address-expected', `The channel ${channel} reaches ${name}.`, {
    errors: [{ pointer: '/contact', detail: `${name} is expected for this channel` }],
  });
};

/** Until when the message may leave: as asked, else the default of its channel (D8). */
export const validityOf = (channel: Channel, asked: Instant | undefined, acceptedAt: Instant): Instant => {
  if (asked === undefined) {
    const hours: Partial<Record<Channel, number>> = DEFAULT_VALIDITY_HOURS;
    return addSeconds(acceptedAt, (hours[channel] ?? 24) * 3600);
  }
  if (asked <= acceptedAt) throw invalidRequest([{ pointer: '/validUntil', detail: 'past already' }]);
  if (asked > addDays(acceptedAt, LONGEST_VALIDITY_DAYS)) {
    throw invalidRequest([{ pointer: '/validUntil', detail: `more than ${LONGEST_VALIDITY_DAYS} days ahead` }]);
  }
  return asked;
};

/** Throws `invalid-request` pointing at each merge value that would put a line break into the subject (RFC 5322). */
export const refuseBrokenSubject = (content: Content, values: Readonly<Record<string, string>>): void => {
  const breaking = 'subject' in content ? valuesThatBreak(content.subject, values) : [];
  if (breaking.length === 0) return;
  throw invalidRequest(
    breaking.map((name) => ({ pointer: `/mergeValues/${name}`, detail: 'it would break the subject into lines' })),
  );
};

/** Throws `invalid-request` pointing at each merge field without value or fallback. */
export const refuseMissingValues = (content: Content, values: Readonly<Record<string, string>>): void => {
  const missing = missingMergeFields(content, values);
  if (missing.length === 0) return;
  throw invalidRequest(
    missing.map((name) => ({
      pointer: `/mergeValues/${name}`,
      detail: 'the content has this field, without a fallback',
    })),
  );
};

/**
 * Stores inline content first and finds named content; the same content in one call is tried and stored, or read, once.
 * Throws `payload-too-large`, `content-not-found`, and `invalid-request` when channel and content do not go together, or
 * when no footer could be seen in an e-mail; such content is not stored.
 */
export const storedContent = (contents: Contents, scope: AdvertiserScope) => {
  const known = new Map<string, Promise<Content>>();
  const once = (sha256: string, make: () => Promise<Content>): Promise<Content> => {
    const content = known.get(sha256) ?? make();
    known.set(sha256, content);
    return content;
  };
  return async (channel: Channel, given: GivenContent): Promise<{ sha256: string; content: Content }> => {
    if ('sha256' in given) {
      const content = await once(given.sha256, () => named(contents, scope, given.sha256));
      refuseOtherContent(channel, 'subject' in content ? 'email' : 'sms');
      return { sha256: given.sha256, content };
    }
    const content = inline(channel, given);
    const sha256 = sha256OfJson(content);
    await once(sha256, async () => {
      refuseUnfit(content);
      await contents.put(scope, content);
      return content;
    });
    return { sha256, content };
  };
};

const named = async (contents: Contents, scope: AdvertiserScope, sha256: string): Promise<Content> => {
  const content = await contents.get(scope, sha256);
  if (!content) throw contentNotFound('/content/sha256');
  return content;
};

const inline = (channel: Channel, given: Exclude<GivenContent, { sha256: string }>): Content => {
  const [kind, content] = 'email' in given ? (['email', given.email] as const) : (['sms', given.sms] as const);
  refuseOtherContent(channel, kind);
  if ('email' in given && given.email.html === undefined && given.email.text === undefined) {
    throw invalidRequest([{ pointer: '/content/email', detail: 'html or text is expected' }]);
  }
  refuseLargeContent(content);
  return content;
};

/** Throws `payload-too-large` for content beyond 256 KiB. */
export const refuseLargeContent = (content: Content): void => {
  if (Buffer.byteLength(canonicalJson(content)) <= MAX_CONTENT_BYTES) return;
  throw new Failure('payload-too-large', 'A content holds at most 256 KiB.', {
    errors: [{ pointer: '/content', detail: 'more than 256 KiB' }],
  });
};

/** An e-mail is prepared here as it will be when sent (P3), so that its author learns at once what is wrong with it. */
const refuseUnfit = (content: Content): void => {
  if (!('subject' in content)) return;
  try {
    prepareEmail(content);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw invalidRequest(error.errors.map(({ pointer, detail }) => ({ pointer: `/content/email${pointer}`, detail })));
  }
};

/** Throws `invalid-request` when the channel does not carry such content. */
export const refuseOtherContent = (channel: Channel, kind: 'email' | 'sms', pointer = '/content'): void => {
  const address = addressKindOf(channel);
  const isRight = address === undefined || (address === 'email') === (kind === 'email');
  if (!isRight) {
    throw invalidRequest([{ pointer, detail: `the channel ${channel} does not carry ${kind} content` }]);
  }
};
