import { cacheOf } from '#shared/cache.ts';
import type { Mentions } from '#shared/channels/content/mentions.ts';
import type { TrackingPixels } from '#shared/channels/content/rendering.ts';
import { RENDERINGS, type RenderedOn } from '#shared/channels/renderings.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { SentChannel } from '#shared/domain/message/channel.ts';
import { type Content, channelOfContent } from '#shared/domain/message/content.ts';
import { shortReferenceOf } from '#shared/domain/message/short-reference.ts';
import type { BytesFacts } from '#shared/domain/message/vet.ts';
import type { Tokens } from '../oppositions/tokens.port.ts';
import { refusedFor } from '../send/apply-verdict.ts';
import type { Checked, DecryptedMessage, Rendered, SendInput, Vetted } from '../send/send-steps.ts';
import { languageOf, mentionsOf, oppositionMailboxOf, oppositionUrlOf } from './compose-message.ts';
import { whyOf } from './why-you.ts';

const stopped = ({ vetted }: Source, code: string, detail: string): Checked => ({
  stopped: refusedFor(vetted.verdict, [{ code, detail }]),
});

/** What a message is rendered from. */
interface Source {
  readonly decrypted: DecryptedMessage;
  readonly input: SendInput;
  readonly vetted: Vetted;
  readonly prepare: Prepare;
}

type Prepared = ReturnType<(typeof RENDERINGS)[SentChannel]['prepare']>;

/** Parses a content, named by its hash, with its tracking pixels or without. */
export type Prepare = (content: Content, sha256: string, pixels: TrackingPixels) => Prepared;

type OfSender = Pick<Mentions, 'replyCode' | 'maxSegments'>;

/** What the personal link is made of. */
interface Links {
  readonly tokens: Pick<Tokens, 'mint' | 'mailboxes'>;
  readonly publicBaseUrl: string;
}

const mentions = (links: Links, { decrypted, input, vetted }: Source, ofSender: OfSender) => {
  const why = whyOf(vetted.verdict, input.standing, languageOf(input.advertiser, input.standing)) ?? vetted.shownWhy;
  if (why === undefined) return undefined;
  const { advertiserId, contactId, messageId, channel, purpose, test: isTest } = decrypted.message;
  const facts = { advertiserId, contactId, messageId, channel, purpose };
  const oppositionUrl = oppositionUrlOf(links.tokens, links.publicBaseUrl, facts);
  const oppositionMailbox = oppositionMailboxOf(links.tokens, facts, why);
  const { advertiser, standing, sends } = input;
  const means = { oppositionUrl, oppositionMailbox, shortReference: shortReferenceOf(messageId) };
  return mentionsOf({ advertiser, standing, sends, why, ...means, isTest, ofSender });
};

/** The verdict leaves the prospecting blocks out (D5). */
export const leavesBlocksOut = ({ verdict }: Vetted): boolean =>
  verdict.notes.some(({ code }) => code === 'PROSPECTING_BLOCKS_LEFT_OUT');

/** They stay only where there are some, and the verdict had nothing to note of them. */
const pixelsOf = ({ request, verdict }: Vetted): TrackingPixels => {
  const hasSome = (request.message.trackingPixels ?? 0) > 0;
  const areNoted = verdict.notes.some(({ code }) => code === 'PIXEL_STRIPPED_NO_CONSENT');
  return hasSome && !areNoted ? 'kept' : 'taken-out';
};

/** What the author wrote and this verdict lets go, and the hash that names it. */
const contentOf = ({ decrypted, input, vetted }: Source): { readonly content: Content; readonly sha256: string } => {
  const { contentWithoutBlocks, template } = input;
  const sha256 = template?.withoutBlocksSha256;
  return leavesBlocksOut(vetted) && contentWithoutBlocks !== undefined && sha256 !== undefined
    ? { content: contentWithoutBlocks, sha256 }
    : { content: input.content, sha256: decrypted.message.contentSha256 };
};

/** Contents parsed by one process and kept: a content is the same for all its recipients, and named by its hash. */
const CONTENTS_KEPT = 20;

/** Parses each content once. What takes no parse is not kept: texts of one message each would push newsletters out. */
export const preparedOnce = (): Prepare => {
  const kept = cacheOf<Prepared>({ most: CONTENTS_KEPT });
  return (content, sha256, pixels) => {
    const name = `${sha256}/${pixels}`;
    const found = kept.get(name);
    if (found !== undefined) return found;
    const { isParsed, prepare } = RENDERINGS[channelOfContent(content)];
    const prepared = prepare(content, pixels);
    return isParsed ? kept.put(name, prepared) : prepared;
  };
};

/**
 * The bytes of one message with everything that they must contain, or the reasons why they cannot be made. Throws
 * `invalid-request` for content that its acceptance should have refused.
 */
export const renderMessage = (links: Links, source: Source): Checked => {
  const { decrypted, input, vetted } = source;
  const { message, secrets } = decrypted;
  const { content, sha256 } = contentOf(source);
  if (channelOfContent(content) !== message.channel) return stopped(source, 'CHANNEL_UNSUPPORTED', 'content');
  const from = source.prepare(content, sha256, pixelsOf(vetted)).from(input.advertiser, message.sender);
  if (from === undefined) return stopped(source, 'SENDER_ID_INVALID', message.channel);
  const said = mentions(links, source, from.mentions);
  if (said === undefined) return stopped(source, 'PROCESSING_NOTICE_MISSING', 'why');
  const rendered = from.renderFor({ to: secrets.address, values: secrets.mergeValues, mentions: said });
  return { rendered: { ...rendered, bytesSha256: sha256OfJson(rendered.outgoing) } };
};

const factsOfRendered = <Name extends SentChannel>(rendered: RenderedOn<Name>, allowsLocalLinks: boolean): BytesFacts =>
  rendered.verify(rendered.outgoing, allowsLocalLinks);

/** What these very bytes say to their reader, and whether the prospecting blocks are in them (P3). */
export const bytesFactsOf = (rendered: Rendered, vetted: Vetted, allowsLocalLinks: boolean): BytesFacts => ({
  ...factsOfRendered(rendered, allowsLocalLinks),
  ...(leavesBlocksOut(vetted) ? { withoutProspectingBlocks: true } : {}),
});
