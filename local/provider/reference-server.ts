import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text as textOfBody } from 'node:stream/consumers';
import { partsOf } from '../aws/sms/sms-prices.ts';
import { at, type JsonObject, objectOf, textOf } from '../template/json.ts';
import type { LocalProvider, ProviderFault, ReceivedHandover } from './handover.ts';
import { createMediaShelf, type MediaShelf } from './media.ts';

export interface ReferenceServerOptions {
  /** The text of the secret that both sides hold: `{"key1": "…"}`. */
  readonly secret: () => string;
  readonly now: () => string;
}

/** Seconds by which a signature may be older or newer than now. */
const TOLERANCE_SECONDS = 300;

const keyIn = (secret: string, name: string): string => textOf(at(JSON.parse(secret), name));

const macOf = (key: string, time: string, body: string): string =>
  createHmac('sha256', key).update(`${time}.${body}`).digest('hex');

const headerOf = (request: IncomingMessage, name: string): string => String(request.headers[name] ?? '');

const isSigned = (request: IncomingMessage, body: string, { secret, now }: ReferenceServerOptions): boolean => {
  const [name = '', mac = ''] = headerOf(request, 'aval-signature').split('=');
  const time = headerOf(request, 'aval-timestamp');
  const key = keyIn(secret(), name);
  if (key === '' || Math.abs(Date.parse(now()) / 1000 - Number(time)) > TOLERANCE_SECONDS) return false;
  const expected = Buffer.from(macOf(key, time, body));
  return expected.length === mac.length && timingSafeEqual(expected, Buffer.from(mac));
};

/** Parts that a message must have by its channel: what lacks one is not taken. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  sms: ['text', 'maxParts'],
  mms: ['text', 'media'],
  'automated-call': ['ssml', 'keys', 'ringSeconds', 'attempts', 'onMachine'],
};
const OF_ALL = ['version', 'kind', 'to', 'sender', 'reference', 'notAfter'];

/** Why the message is not taken; `undefined`: it is. */
const refusalOf = (message: JsonObject, now: string, media: MediaShelf): string | undefined => {
  const parts = PARTS[textOf(message.channel)];
  if (parts === undefined || [...OF_ALL, ...parts].some((name) => !(name in message))) return 'malformed';
  if (!/^\+[1-9]\d{6,14}$/.test(textOf(message.to))) return 'number-invalid';
  if (!/^[A-Za-z0-9-]{1,36}$/.test(textOf(message.reference))) return 'malformed';
  if (media.contradicts(message.media)) return 'media-differs';
  if (message.channel === 'sms' && partsOf(textOf(message.text)) > Number(message.maxParts)) return 'too-long';
  return textOf(message.notAfter) <= now ? 'too-late' : undefined;
};

const send = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

const REFUSALS: Readonly<Partial<Record<ProviderFault, readonly [status: number, code: string, retryable: boolean]>>> =
  {
    'server-error': [503, 'unavailable', true],
    throttle: [429, 'throttled', true],
    refuse: [422, 'content-refused', false],
    'number-invalid': [422, 'number-invalid', false],
    'opted-out': [422, 'opted-out', false],
  };

/**
 * A provider that speaks the contract of signed HTTPS: it takes messages that are signed and whole, keeps them for whoever looks, and
 * reports to the callback URL of each, signed the same way. It shares no code with whoever hands over.
 */
export const createReferenceServer = (
  options: ReferenceServerOptions,
): { readonly provider: LocalProvider; readonly listener: RequestListener } => {
  const taken: ReceivedHandover[] = [];
  const coming: ProviderFault[] = [];
  const media = createMediaShelf();

  const take = (message: JsonObject): string => {
    const id = `prv-${taken.length + 1}-${randomUUID()}`;
    const [channel, to, sender] = [textOf(message.channel), textOf(message.to), textOf(message.sender)];
    taken.push({ id, channel, to, sender, message, at: options.now(), reports: [] });
    return id;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await textOfBody(request);
    if (request.method !== 'POST') return send(response, 405, { code: 'method', retryable: false });
    if (!isSigned(request, body, options)) return send(response, 401, { code: 'signature', retryable: false });
    const message = objectOf(JSON.parse(body));
    const fault = coming.shift();
    const [status, code, retryable] = (fault && REFUSALS[fault]) ?? [];
    if (status !== undefined) return send(response, status, { code, retryable });
    const refusal = refusalOf(message, options.now(), media);
    if (refusal !== undefined) return send(response, 422, { code: refusal, retryable: false });
    const providerId = take(message);
    if (fault === 'never-answer') return undefined;
    if (fault === 'accept-and-drop') return void request.socket.destroy();
    send(response, 202, { providerId });
  };

  return {
    listener: (request, response) => {
      answer(request, response).catch(() => send(response, 400, { code: 'malformed', retryable: false }));
    },
    provider: {
      taken: () => taken,
      next: (...faults) => void coming.push(...faults),
      hold: media.hold,
      held: media.held,
      report: async (id, { eventId = randomUUID(), at: happened = options.now(), ...report }) => {
        const found = taken.find((each) => each.id === id);
        if (found === undefined) throw new RangeError(`No message is called ${id}.`);
        const { reference, callbackUrl } = found.message;
        const said = { eventId, at: happened, reference, providerId: id, ...report };
        const body = JSON.stringify(said);
        const time = String(Math.floor(Date.parse(options.now()) / 1000));
        const answered = await fetch(textOf(callbackUrl), {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'aval-timestamp': time,
            'aval-signature': `key1=${macOf(keyIn(options.secret(), 'key1'), time, body)}`,
          },
          body,
        });
        const { kind, text, digits } = report;
        found.reports.push({ kind, text, digits, at: happened, status: answered.status });
        return answered.status;
      },
    },
  };
};
