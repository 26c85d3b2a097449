import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text as textOfBody } from 'node:stream/consumers';
import { type JsonObject, objectOf, textOf } from '../template/json.ts';
import { type Forgery, isAuthorized, problem, sendSigned, type VonageAccount } from './vonage-account.ts';

/** What the application holds besides: where what people write is posted. */
export interface MessagesAccount extends VonageAccount {
  readonly inboundUrl: string;
}

/** A text that was taken. */
interface VonageMessage {
  readonly id: string;
  /** Instant at which it was taken. */
  readonly at: string;
  /** The body of the request, whole. */
  readonly request: JsonObject;
}

/** How the next request is met. `take-and-drop`: the text is taken, and the connection is cut before its answer. */
type VonageMessageFault =
  | 'take-and-drop'
  | 'silence'
  | 'server-error'
  | 'throttle'
  | 'low-balance'
  | 'request-timeout'
  | 'bad-number'
  | 'bad-sender'
  | 'opted-out';

export interface LocalVonageMessages {
  messages(): readonly VonageMessage[];
  next(...faults: readonly VonageMessageFault[]): void;
  /** Reports a state of a text to its `webhook_url`, with the code of an error where it failed; resolves to the status of the answer. */
  report(id: string, state: string, code?: number, forgery?: Forgery): Promise<number>;
  /** A person writes to what a text came from, or to another number; `change`: parts that differ. */
  reply(id: string, text: string, change?: JsonObject, forgery?: Forgery): Promise<number>;
}

const typed = (code: number, title: string): object => ({
  type: `https://developer.vonage.com/api-errors/messages#${code}`,
  title,
  instance: randomUUID(),
});

const REFUSALS: Readonly<Partial<Record<VonageMessageFault, readonly [number, object]>>> = {
  'server-error': [500, typed(1030, 'Internal error')],
  throttle: [429, typed(1000, 'Throttled')],
  'request-timeout': [408, {}],
  'low-balance': [402, { type: 'https://developer.vonage.com/api-errors#low-balance', title: 'Low balance' }],
  'bad-number': [422, typed(1170, 'Invalid or Missing Msisdn Param')],
  'bad-sender': [422, typed(1120, 'Illegal Sender Address - rejected')],
  'opted-out': [422, typed(1240, 'Illegal Number')],
};

/** The code of what is wrong; `undefined`: nothing. */
const wrongIn = (request: JsonObject): number | undefined => {
  if (request.channel !== 'sms' || request.message_type !== 'text') return 1020;
  if (!/^[1-9]\d{6,14}$/.test(textOf(request.to))) return 1170;
  if (!/^(?:[A-Za-z0-9 ]{1,11}|\d{5,15})$/.test(textOf(request.from))) return 1120;
  const text = textOf(request.text);
  if (text === '' || text.length > 1000 || textOf(request.client_ref).length > 100) return 1020;
  const ttl = Number(request.ttl ?? 259_200);
  return Number.isInteger(ttl) && ttl >= 20 && ttl <= 604_800 ? undefined : 1130;
};

/**
 * The Messages API of Vonage as its documentation records it: `POST /v1/messages`, states to the URL of each text and what people write to the URL of the
 * application, signed. It shares no code with whoever sends. Sources: those of shared/adapters/vonage.
 */
export const createVonageMessagesServer = (
  account: () => MessagesAccount,
  now: () => string,
): { readonly vonage: LocalVonageMessages; readonly listener: RequestListener } => {
  const taken: VonageMessage[] = [];
  const coming: VonageMessageFault[] = [];
  const seconds = (): number => Math.floor(Date.parse(now()) / 1000);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await textOfBody(request);
    if (request.method !== 'POST' || request.url !== '/v1/messages')
      return problem(response, 404, { title: 'Not found' });
    if (!isAuthorized(request, account(), seconds())) return problem(response, 401, { title: 'Unauthorized' });
    const fault = coming.shift();
    const refusal = fault && REFUSALS[fault];
    if (refusal !== undefined) return problem(response, ...refusal);
    const asked = objectOf(JSON.parse(body));
    const wrong = wrongIn(asked);
    if (wrong !== undefined) return problem(response, 422, typed(wrong, 'Invalid'));
    const id = randomUUID();
    taken.push({ id, at: now(), request: asked });
    if (fault === 'silence') return undefined;
    if (fault === 'take-and-drop') return void request.socket.destroy();
    response.writeHead(202, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ message_uuid: id }));
  };

  const found = (id: string): JsonObject => {
    const message = taken.find((each) => each.id === id);
    if (message === undefined) throw new RangeError(`No message is called ${id}.`);
    return message.request;
  };

  return {
    listener: (request, response) => {
      answer(request, response).catch(() => problem(response, 400, { title: 'Bad request' }));
    },
    vonage: {
      messages: () => taken,
      next: (...faults) => void coming.push(...faults),
      report: (id, status, code, forgery = {}) => {
        const { to, from, client_ref, webhook_url } = found(id);
        const error = code === undefined ? {} : { error: typed(code, String(code)) };
        const about = { message_uuid: id, to, from, timestamp: now(), status, client_ref, channel: 'sms' };
        return sendSigned(account(), seconds(), { url: textOf(webhook_url), event: { ...about, ...error }, forgery });
      },
      reply: (id, text, change = {}, forgery = {}) => {
        const { to, from } = found(id);
        const about = { channel: 'sms', message_uuid: randomUUID(), to: from, from: to, timestamp: now(), text };
        const sms = { num_messages: '1', keyword: text.split(' ')[0]?.toUpperCase() ?? '' };
        const event = { ...about, sms, ...change };
        return sendSigned(account(), seconds(), { url: account().inboundUrl, event, forgery });
      },
    },
  };
};
