import { cacheOf } from '#shared/cache.ts';
import { type PreparedEmail, prepareEmail, type TrackingPixels } from '#shared/channels/email/prepare-email.ts';
import { renderEmail } from '#shared/channels/email/render-email.ts';
import { verifyPrepared } from '#shared/channels/email/verify-prepared.ts';
import { renderSms } from '#shared/channels/sms/render-sms.ts';
import { verifySms } from '#shared/channels/sms/verify-sms.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { Content, EmailContent, SmsContent } from '#shared/domain/message/message.ts';
import type { BytesFacts } from '#shared/domain/message/vet.ts';
import type { Tokens } from '../oppositions/tokens.port.ts';
import { refusedFor } from '../send/conclude-message.ts';
import type { Checked, Opened, Reading, Rendered, Vetted } from '../send/send-steps.ts';
import { emailSenderOf, languageOf, mentionsOf, oppositionUrlOf, smsSenderOf } from './compose-message.ts';
import { whyOf } from './why-you.ts';

const stopped = ({ vetted }: Source, code: string, detail: string): Checked => ({
  stopped: refusedFor(vetted.verdict, [{ code, detail }]),
});

/** What a message is rendered from. */
interface Source {
  readonly opened: Opened;
  readonly reading: Reading;
  readonly vetted: Vetted;
  readonly prepare: Prepare;
}

/** Parses a content, named by its hash, with its tracking pixels or without. */
export type Prepare = (content: EmailContent, sha256: string, pixels: TrackingPixels) => PreparedEmail;

/** What the personal link is made of. */
interface Links {
  readonly tokens: Tokens;
  readonly publicBaseUrl: string;
}

const mentions = (links: Links, { opened, reading, vetted }: Source, replyCode?: string) => {
  const why = whyOf(vetted.verdict, reading.standing, languageOf(reading.advertiser, reading.standing));
  if (why === undefined) return undefined;
  const { advertiserId, contactId, messageId, channel, purpose } = opened.message;
  const facts = { advertiserId, contactId, messageId, channel, purpose };
  const oppositionUrl = oppositionUrlOf(links.tokens, links.publicBaseUrl, facts);
  const { advertiser, standing, sends } = reading;
  return mentionsOf({ advertiser, standing, sends, why, oppositionUrl, replyCode });
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
const contentOf = ({ opened, reading, vetted }: Source): { readonly content: Content; readonly sha256: string } => {
  const { contentWithoutBlocks, template } = reading;
  const sha256 = template?.withoutBlocksSha256;
  return leavesBlocksOut(vetted) && contentWithoutBlocks !== undefined && sha256 !== undefined
    ? { content: contentWithoutBlocks, sha256 }
    : { content: reading.content, sha256: opened.message.contentSha256 };
};

const email = (links: Links, source: Source, content: EmailContent, sha256: string): Checked => {
  const { message, secrets } = source.opened;
  const from = emailSenderOf(source.reading.advertiser, message);
  const said = mentions(links, source);
  if (from === undefined) return stopped(source, 'SENDER_ID_INVALID', 'email');
  if (said === undefined) return stopped(source, 'PROCESSING_NOTICE_MISSING', 'why');
  const prepared = source.prepare(content, sha256, pixelsOf(source.vetted));
  const mail = { from, to: secrets.address, ...renderEmail(prepared, secrets.mergeValues, said) };
  return { rendered: { channel: 'email', mail, prepared, mentions: said, bytesSha256: sha256OfJson(mail) } };
};

const sms = (links: Links, source: Source, content: SmsContent): Checked => {
  const { message, secrets } = source.opened;
  const sender = smsSenderOf(source.reading.advertiser, message);
  if (sender === undefined) return stopped(source, 'SENDER_ID_INVALID', 'sms');
  const said = mentions(links, source, sender.replyCode);
  if (said === undefined) return stopped(source, 'PROCESSING_NOTICE_MISSING', 'why');
  const made = renderSms(content, secrets.mergeValues, said);
  const outgoing = { to: secrets.address, senderId: sender.senderId, text: made.text };
  return { rendered: { channel: 'sms', sms: outgoing, made, mentions: said, bytesSha256: sha256OfJson(outgoing) } };
};

/** Contents parsed by one process and kept: a content is the same for all its recipients, and named by its hash. */
const CONTENTS_KEPT = 20;

/** Parses each content once. */
export const preparedOnce = (): Prepare => {
  const kept = cacheOf<PreparedEmail>({ most: CONTENTS_KEPT });
  return (content, sha256, pixels) => {
    const name = `${sha256}/${pixels}`;
    return kept.get(name) ?? kept.put(name, prepareEmail(content, pixels));
  };
};

/**
 * The bytes of one message with everything that must stand in them, or the reasons why they cannot be made. Throws
 * `invalid-request` for content that its acceptance should have refused.
 */
export const renderMessage = (links: Links, source: Source): Checked => {
  const { content, sha256 } = contentOf(source);
  if (source.opened.message.channel === 'email')
    return 'subject' in content
      ? email(links, source, content, sha256)
      : stopped(source, 'CHANNEL_UNSUPPORTED', 'content');
  if (source.opened.message.channel !== 'sms' || 'subject' in content)
    return stopped(source, 'CHANNEL_UNSUPPORTED', 'content');
  return sms(links, source, content);
};

/** What the reader of these very bytes is told, and whether the prospecting blocks are in them (P3). */
export const factsOf = (rendered: Rendered, vetted: Vetted, opened: Opened, allowsLocalLinks: boolean): BytesFacts => ({
  ...factsToldBy(rendered, opened, allowsLocalLinks),
  ...(leavesBlocksOut(vetted) ? { withoutProspectingBlocks: true } : {}),
});

const factsToldBy = (rendered: Rendered, { secrets }: Opened, allowsLocalLinks: boolean): BytesFacts => {
  if (rendered.channel === 'sms') {
    const { sms: outgoing, made, mentions: told } = rendered;
    return verifySms({ ...made, text: outgoing.text }, told, { senderId: outgoing.senderId });
  }
  const { mail, prepared, mentions: said } = rendered;
  const route = { fromName: mail.from.name, acceptsLocalLinks: allowsLocalLinks };
  return verifyPrepared(prepared, secrets.mergeValues, mail, said, route);
};
