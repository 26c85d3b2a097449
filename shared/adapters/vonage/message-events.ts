import type { Instant } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { SmsReply } from '#shared/domain/opposition/received-reply.ts';
import { type ExternalReport, LONGEST_REPLY, type Reported, saidAt } from '#shared/domain/sending/provider-event.ts';
import { stated } from '#shared/domain/stated.ts';
import { minuteOf } from '#shared/domain/time/instant.ts';
import { fieldsOfJson } from '../fields-of-json.ts';
import { nameOf } from './application.ts';
import { codeOf, failureOf } from './message-codes.ts';

/**
 * What the Messages API reports of a text, at the URL that it was given, and what people write to a number of the account, at the inbound URL of its
 * application. Sources, read on 2026-11-29: Vonage, "Messages API status callbacks", "Inbound SMS" (a form or JSON, posted again for 24 hours until it
 * is answered 200 or 204), "Messaging opted-out numbers" (developer.vonage.com).
 */

interface MessageEvent {
  readonly message_uuid?: unknown;
  readonly status?: unknown;
  readonly timestamp?: unknown;
  /** Our reference. */
  readonly client_ref?: unknown;
  readonly error?: unknown;
  readonly text?: unknown;
}

const meaningOf = ({ status, error, text }: MessageEvent): Pick<Reported, 'kind' | 'reason' | 'text'> | undefined => {
  if (status === undefined && typeof text === 'string') return { kind: 'reply', text: text.slice(0, LONGEST_REPLY) };
  if (status === 'submitted') return { kind: 'taken' };
  if (status === 'delivered' || status === 'read') return { kind: 'delivered' };
  return status === 'rejected' || status === 'undeliverable' ? failureOf(codeOf(error)) : undefined;
};

/** A report of a text in the words of Vonage; `undefined`: those of somebody else. `sha256`: of the body, which names no report of its own. */
export const vonageMessageIn = (said: unknown, sha256: string, now: Instant): ExternalReport | undefined => {
  const event = Object(said) as MessageEvent;
  if ('kind' in event || !('message_uuid' in event)) return undefined;
  const meant = meaningOf(event);
  if (meant === undefined) return { by: 'vonage' };
  const [providerId, reference] = [nameOf(event.message_uuid), nameOf(event.client_ref)];
  return {
    by: 'vonage',
    event: {
      ...meant,
      eventId: sha256,
      at: saidAt(event.timestamp, now),
      ...stated({ providerId, reference }),
    },
  };
};

/** E.164 of a number; a short code as it is. */
const internationalOf = (number: string): string => (/^[1-9]\d{7,14}$/.test(number) ? `+${number}` : number);

/** A number as it is, as JSON writes one, or inside of the object in which version 0.1 of the Messages API has it. */
const partyOf = (value: unknown): string | undefined => {
  const { number = value } = Object(value) as { readonly number?: unknown };
  return nameOf(typeof number === 'string' || typeof number === 'number' ? String(number).trim() : undefined);
};

/** What people send that has no words but those beneath it. */
const FILES = ['image', 'audio', 'video', 'file', 'vcard'] as const;

/** The words beneath a file, or none; `undefined`: it is no file. */
const beneathFile = (kind: unknown, fields: ReturnType<typeof fieldsOfJson>): string | undefined => {
  const file = FILES.find((each) => each === kind);
  if (file === undefined) return undefined;
  const { caption } = Object(fields[file]) as { readonly caption?: unknown };
  return typeof caption === 'string' ? caption : '';
};

/** What was written, beneath a file as well; its first word, where there is nothing else. */
const wordsIn = (said: ReturnType<typeof fieldsOfJson>): string | undefined => {
  const { content } = Object(said.message) as { readonly content?: unknown };
  const inside = Object(content) as ReturnType<typeof fieldsOfJson>;
  const written = [said.text, inside.text, said.keyword].find((each): each is string => typeof each === 'string');
  return written ?? beneathFile(said.message_type, said) ?? beneathFile(inside.type, inside);
};

/** The fields of a body in JSON, or of a form, which the account may be set to. */
const fieldsIn = (text: string): ReturnType<typeof fieldsOfJson> => {
  const fields = fieldsOfJson(text);
  return Object.keys(fields).length > 0 ? fields : Object.fromEntries(new URLSearchParams(text));
};

/** A reply that names no number it was sent to is for the last to write to this person, in doubt for all. */
const NO_CODE = 'unknown';

/** A time as the older API writes it, of UTC without a word of it, or with an offset. */
const OLDER_TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d+)?)(?: ?(Z|[+-]\d\d:?\d\d))?$/;
/** Seconds since 1970, as an account of the older API that signs says when it posted. */
const SECONDS = /^\d{10}$/;

const olderTimeIn = (said: unknown): string | undefined => {
  const [, day, time, offset = 'Z'] = OLDER_TIME.exec(nameOf(said) ?? '') ?? [];
  return day && `${day}T${time}${offset.replace(/^(.\d\d)(\d\d)$/, '$1:$2')}`;
};

const timeIn = (said: unknown): string | undefined => {
  const at = nameOf(typeof said === 'number' ? String(said) : said);
  return at !== undefined && SECONDS.test(at) ? new Date(Number(at) * 1000).toISOString() : at;
};

/** When Vonage says that it took it; where it says that and when it posted it, the first: it posts again. */
const takenAtIn = (said: ReturnType<typeof fieldsOfJson>): string | undefined =>
  [olderTimeIn(said['message-timestamp']), timeIn(said.timestamp)].find(
    (at) => at !== undefined && !Number.isNaN(Date.parse(at)),
  );

/** What came to the inbound URL of an application. Neither: a state, which is nobody’s word. */
interface Inbound {
  readonly reply?: SmsReply;
  /** It is neither a state nor the words of anybody. */
  readonly isUnreadable?: boolean;
}

/** What came, in the words of the Messages API, of its version 0.1 or of the older SMS API, whichever the account is set to. */
export const vonageInboundIn = (body: Uint8Array, now: Instant): Inbound => {
  const text = Buffer.from(body).toString('utf8');
  const said = fieldsIn(text);
  if ((said.status ?? '') !== '') return {};
  const from = partyOf(said.from) ?? partyOf(said.msisdn);
  const words = wordsIn(said);
  if (from === undefined || words === undefined) return { isUnreadable: true };
  const id = nameOf(said.message_uuid) ?? nameOf(said.messageId);
  const takenAt = takenAtIn(said);
  const named = id === undefined || takenAt === undefined ? id : `${id}/${takenAt}`;
  const unnamed = () => sha256Of(takenAt === undefined ? `${text}/${minuteOf(now)}` : text);
  return {
    reply: {
      replyId: `vonage/${named ?? unnamed()}`,
      ...(takenAt === undefined ? {} : { isDated: true as const, receivedAt: saidAt(takenAt, now) }),
      from: internationalOf(from),
      replyCode: internationalOf(partyOf(said.to) ?? NO_CODE),
      text: words.slice(0, LONGEST_REPLY),
    },
  };
};
