import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text as textOfBody } from 'node:stream/consumers';
import { type JsonObject, objectOf, textOf } from '../template/json.ts';

/** An SMS that was taken. */
interface SmsmodeMessage {
  readonly messageId: string;
  /** Instant at which it was taken. */
  readonly at: string;
  /** The body of the request, whole. */
  readonly request: JsonObject;
}

/** How the next request is met. `take-and-drop`: the SMS is taken, and the connection is cut before its answer. */
type SmsmodeFault =
  | 'take-and-drop'
  | 'silence'
  | 'server-error'
  | 'throttle'
  | 'request-timeout'
  | 'no-credit'
  | 'bad-number'
  | 'refuse';

export interface LocalSmsmode {
  messages(): readonly SmsmodeMessage[];
  next(...faults: readonly SmsmodeFault[]): void;
  /** A person answers; resolves to the status of the answer. `change`: parts that differ. */
  reply(messageId: string, text: string, change?: JsonObject): Promise<number>;
}

const send = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

const problem = (title: string, detail: string): object => ({ title, message: title, detail, errorCode: 1 });

const REFUSALS: Readonly<Partial<Record<SmsmodeFault, readonly [number, object]>>> = {
  'server-error': [503, problem('Service unavailable', '')],
  throttle: [429, problem('Too many requests', '')],
  'request-timeout': [408, problem('Request time-out', '')],
  'no-credit': [402, problem('Payment required', '')],
  'bad-number': [400, problem('Bad request', 'recipient.to +33612345678 is not valid')],
  refuse: [400, problem('Bad request', 'from CAVES of channel-1 to 33612345678 is not allowed')],
};

/** The part of a request that is not as it should be. */
const wrongIn = (request: JsonObject): string | undefined => {
  if (!/^[1-9]\d{6,14}$/.test(textOf(objectOf(request.recipient).to))) return 'recipient.to';
  if (textOf(objectOf(request.body).text) === '') return 'body.text';
  return /^[A-Za-z0-9 ]{1,11}$/.test(textOf(request.from)) ? undefined : 'from';
};

/**
 * The SMS API of smsmode as public clients of it record it: `POST /sms/v1/messages`, and replies to the URL of each message, unsigned. It
 * shares no code with whoever sends. Sources: those of shared/adapters/smsmode.
 */
export const createSmsmodeServer = (
  apiKey: () => string,
  now: () => string,
): { readonly smsmode: LocalSmsmode; readonly listener: RequestListener } => {
  const taken: SmsmodeMessage[] = [];
  const coming: SmsmodeFault[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await textOfBody(request);
    if (request.method !== 'POST' || request.url !== '/sms/v1/messages')
      return send(response, 404, problem('Not found', ''));
    if (request.headers['x-api-key'] !== apiKey()) return send(response, 401, problem('Unauthorized', ''));
    const fault = coming.shift();
    const refusal = fault && REFUSALS[fault];
    if (refusal !== undefined) return send(response, ...refusal);
    const asked = objectOf(JSON.parse(body));
    const wrong = wrongIn(asked);
    if (wrong !== undefined) return send(response, 400, problem('Bad request', wrong));
    const messageId = randomUUID();
    taken.push({ messageId, at: now(), request: asked });
    if (fault === 'silence') return undefined;
    if (fault === 'take-and-drop') return void request.socket.destroy();
    const { recipient, from, refClient, body: said } = asked;
    const channel = { channelId: 'channel-1', type: 'SMS', flow: 'MARKETING' };
    const about = { type: 'SMS', direction: 'MT', recipient, from, refClient, body: said, acceptedAt: now() };
    send(response, 201, { messageId, channel, ...about, status: { value: 'ENROUTE' } });
  };

  return {
    listener: (request, response) => {
      answer(request, response).catch(() => send(response, 400, problem('Bad request', '')));
    },
    smsmode: {
      messages: () => taken,
      next: (...faults) => void coming.push(...faults),
      reply: async (messageId, text, change = {}) => {
        const found = taken.find((each) => each.messageId === messageId);
        if (found === undefined) throw new RangeError(`No message is called ${messageId}.`);
        const { callbackUrlMo, recipient, from, refClient } = found.request;
        const parties = { from: objectOf(recipient).to, recipient: { to: from } };
        const about = { messageId: randomUUID(), type: 'SMS', direction: 'MO', refClient, sentDate: now() };
        const answered = await fetch(textOf(callbackUrlMo), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...about, ...parties, body: { text }, ...change }),
        });
        return answered.status;
      },
    },
  };
};
