import type { Instant } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { SmsReply } from '#shared/domain/opposition/received-reply.ts';
import { type ExternalReport, LONGEST_REPLY, type Reported, saidAt } from '#shared/domain/sending/provider-event.ts';
import { fieldsOfJson } from '../fields-of-json.ts';
import { nameOf } from './application.ts';
import { codeOf, failureOf } from './message-codes.ts';

/**
 * What the Messages API reports of a text, at the URL that it was given, and what people write to a number of the account, at the inbound URL of its
 * application. Sources, read on 2026-11-29: Vonage, "Messages API status callbacks", "Inbound SMS", "Messaging opted-out numbers" (developer.vonage.com).
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
      ...(providerId === undefined ? {} : { providerId }),
      ...(reference === undefined ? {} : { reference }),
    },
  };
};

/** E.164 of a number; a short code as it is. */
const internationalOf = (number: string): string => (/^[1-9]\d{7,14}$/.test(number) ? `+${number}` : number);

/** What a person wrote, in the words of the Messages API or of the older SMS API, whichever the account is set to. `undefined`: nothing of a person. */
export const vonageReplyIn = (body: Uint8Array, now: Instant): SmsReply | undefined => {
  const text = Buffer.from(body).toString('utf8');
  const said = fieldsOfJson(text);
  const [from, to] = [nameOf(said.from) ?? nameOf(said.msisdn), nameOf(said.to)];
  if (from === undefined || to === undefined || typeof said.text !== 'string' || said.status !== undefined)
    return undefined;
  const id = nameOf(said.message_uuid) ?? nameOf(said.messageId);
  const minute = now.slice(0, 'YYYY-MM-DDTHH:MM'.length);
  return {
    replyId: `vonage/${id ?? sha256Of(`${text}/${minute}`)}`,
    from: internationalOf(from),
    replyCode: internationalOf(to),
    text: said.text.slice(0, LONGEST_REPLY),
  };
};
