import { CHECKS } from '#shared/channels/checks.ts';
import { missingMergeFields, valuesThatBreak } from '#shared/channels/content/merge-fields.ts';
import { MAX_RENDERED_BYTES, renderedBytes } from '#shared/channels/content/rendered-size.ts';
import { refusedTags } from '#shared/channels/content/tags/refused-tags.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { ADDRESS_NAMES } from '#shared/domain/contact/address.ts';
import { contentNotFound, Failure, faultOfMissing, invalidRequest } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { canonicalJson, sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { addressKindOf, type Channel, isSent, recordOf, type SentChannel } from '#shared/domain/message/channel.ts';
import {
  CONTENT_BYTES,
  type Content,
  channelOfContent,
  type InlineContent,
  namedContent,
  subjectOf,
} from '#shared/domain/message/content.ts';
import { LONGEST_VALIDITY_DAYS } from '#shared/domain/message/message.ts';
import { type Missing, missingUnder } from '#shared/domain/missing.ts';
import { addDays, addSeconds } from '#shared/domain/time/instant.ts';
import type { Address } from '../contacts/fingerprints.port.ts';
import type { Contents, NamedTexts, OwnText } from './contents.port.ts';

/** Content as a caller gives it: inline, or by the hash of content that an earlier message brought. */
export type GivenContent = InlineContent | { readonly sha256: string };

/** Throws `address-expected` when the channel reaches another kind of address. */
export const refuseWrongAddress = (channel: Channel, kind: Address['kind']): void => {
  const expected = addressKindOf(channel);
  if (expected === undefined || expected === kind) return;
  const name = ADDRESS_NAMES[expected];
  throw new Failure('address-expected', `The channel ${channel} reaches ${name}.`, {
    errors: [{ pointer: '/contact', detail: `${name} is expected for this channel` }],
  });
};

/** Until when the message may leave: as asked, else the default of its channel (D8). */
export const validityOf = (channel: Channel, asked: Instant | undefined, acceptedAt: Instant): Instant => {
  if (asked === undefined) return addSeconds(acceptedAt, recordOf(channel).validityHours * 3600);
  if (asked <= acceptedAt) throw invalidRequest([{ pointer: '/validUntil', detail: 'past already' }]);
  if (asked > addDays(acceptedAt, LONGEST_VALIDITY_DAYS)) {
    throw invalidRequest([{ pointer: '/validUntil', detail: `more than ${LONGEST_VALIDITY_DAYS} days ahead` }]);
  }
  return asked;
};

/** Throws `invalid-request` pointing at each merge value that would put a line break into the subject (RFC 5322). */
const refuseBrokenSubject = (content: Content, values: Readonly<Record<string, string>>): void => {
  const breaking = valuesThatBreak(subjectOf(content) ?? '', values);
  if (breaking.length === 0) return;
  throw invalidRequest(
    breaking.map((name) => ({ pointer: `/mergeValues/${name}`, detail: 'it would break the subject into lines' })),
  );
};

/** Throws `invalid-request` pointing at each merge field without value or fallback. */
const refuseMissingValues = (content: Content, values: Readonly<Record<string, string>>): void => {
  const missing = missingMergeFields(content, values);
  if (missing.length === 0) return;
  throw invalidRequest(
    missing.map((name) => ({
      pointer: `/mergeValues/${name}`,
      detail: 'the content has this field, without a fallback',
    })),
  );
};

interface ContentStores {
  readonly contents: Contents;
  readonly namedTexts: Pick<NamedTexts, 'find'>;
}

/** `text`: by what the message finds it again. Absent: it is a template's, and lies under its hash. */
interface FoundContent {
  readonly content: Content;
  readonly text?: OwnText | undefined;
}

/**
 * Stores inline content first, as a text of its own that has no name yet, and finds named content; the same content in one call is tried and stored, or read, once.
 * Throws `payload-too-large`, `content-not-found`, and `invalid-request` when channel and content do not go together, or
 * when no footer could be seen in an e-mail; such content is not stored.
 */
export const storedContent = (stores: ContentStores, access: AdvertiserAccess) => {
  const known = new Map<string, Promise<FoundContent>>();
  const once = (sha256: string, make: () => Promise<FoundContent>): Promise<FoundContent> => {
    const content = known.get(sha256) ?? make();
    known.set(sha256, content);
    return content;
  };
  return async (channel: Channel, given: GivenContent): Promise<FoundContent & { readonly sha256: string }> => {
    if ('sha256' in given) {
      const found = await once(given.sha256, () => named(stores, access, given.sha256));
      refuseOtherContent(channel, channelOfContent(found.content));
      return { sha256: given.sha256, ...found };
    }
    const { channel: madeFor, key, content } = namedContent(given);
    refuseOtherContent(channel, madeFor);
    refuseLargeContent(content);
    const sha256 = sha256OfJson(content);
    const found = await once(sha256, async () => {
      refuseUnfit(madeFor, key, content);
      return { content, text: await stores.contents.putOwn(access, content) };
    });
    return { sha256, ...found };
  };
};

const named = async (
  { contents, namedTexts }: ContentStores,
  access: AdvertiserAccess,
  sha256: string,
): Promise<FoundContent> => {
  const text = await namedTexts.find(access, sha256);
  const content = await (text === undefined ? contents.get(access, sha256) : contents.getOwn(access, text));
  if (!content) throw contentNotFound('/content/sha256');
  return { content, ...(text && { text }) };
};

/** Throws `payload-too-large` for content beyond 256 KiB. */
export const refuseLargeContent = (content: Content): void => {
  if (Buffer.byteLength(canonicalJson(content)) <= CONTENT_BYTES) return;
  throw new Failure('payload-too-large', 'A content holds at most 256 KiB.', {
    errors: [{ pointer: '/content', detail: 'more than 256 KiB' }],
  });
};

/** Throws `payload-too-large` for content that its values make larger than 512 KiB. */
const refuseLargeRendering = (content: Content, values: Readonly<Record<string, string>>): void => {
  if (renderedBytes(content, values) <= MAX_RENDERED_BYTES) return;
  throw new Failure('payload-too-large', 'With its values a message holds at most 512 KiB.', {
    errors: [{ pointer: '/mergeValues', detail: 'more than 512 KiB with the content they are put into' }],
  });
};

/** What is stored of one message beside its content: an item of the store holds 400 KB, encrypted and written in base64. */
const MAX_VALUES_BYTES = 256 * 1024;

/** Throws `payload-too-large` for values that no item can hold, used in the content or not. */
const refuseLargeValues = (values: Readonly<Record<string, string>>): void => {
  if (Buffer.byteLength(JSON.stringify(values)) <= MAX_VALUES_BYTES) return;
  throw new Failure('payload-too-large', 'The values of a message hold at most 256 KiB.', {
    errors: [{ pointer: '/mergeValues', detail: 'more than 256 KiB' }],
  });
};

/**
 * What must be true of the values of one message, with the content they are put into. Throws `invalid-request` and
 * `payload-too-large`, pointing into `mergeValues`.
 */
export const refuseUnfitValues = (content: Content, values: Readonly<Record<string, string>>): void => {
  refuseLargeValues(values);
  refuseMissingValues(content, values);
  refuseLargeRendering(content, values);
  refuseBrokenSubject(content, values);
};

/**
 * What is wrong with content in which its channel has no position for what a message must say (P3); empty: nothing. `key` is
 * its name in the request.
 */
export const unfit = (channel: SentChannel, key: string, content: Content): readonly Missing[] =>
  (CHECKS[channel]?.(content) ?? []).map((each) => missingUnder(`/content/${key}`, each));

/** What has the form of a tag in content and is no field, so that its reader would see it; `key` as in `unfit`. */
export const deadTags = (key: string, content: Content, blocks: 'known' | 'refused'): readonly Missing[] =>
  refusedTags(content, blocks).map((each) => missingUnder(`/content/${key}`, each));

/** Throws `invalid-request` for dead tags of content that was named by its hash: that of a draft was stored unread. */
export const refuseDeadTags = (content: Content): void => {
  const faults = refusedTags(content, 'refused').map(faultOfMissing);
  if (faults.length > 0) throw invalidRequest(faults.map(({ detail }) => ({ pointer: '/content/sha256', detail })));
};

/** Throws `invalid-request` for tags that nothing fills, and for what is `unfit`. */
const refuseUnfit = (channel: SentChannel, key: string, content: Content): void => {
  const missing = [...deadTags(key, content, 'refused'), ...unfit(channel, key, content)];
  if (missing.length > 0) throw invalidRequest(missing.map(faultOfMissing));
};

/**
 * Throws `invalid-request` when the channel does not carry content made for this one. A channel that is not sent takes the
 * content of any that reaches the same kind of address: its verdict says why it does not leave.
 */
export const refuseOtherContent = (channel: Channel, madeFor: SentChannel, pointer = '/content'): void => {
  const kind = addressKindOf(channel);
  const isTaken = channel === madeFor || (!isSent(channel) && (kind === undefined || kind === addressKindOf(madeFor)));
  if (isTaken) return;
  throw invalidRequest([{ pointer, detail: `the channel ${channel} does not carry ${madeFor} content` }]);
};
