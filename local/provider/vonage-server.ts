import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text as textOfBody } from 'node:stream/consumers';
import { type Json, type JsonObject, listOf, objectOf, textOf } from '../template/json.ts';
import { type Forgery, isAuthorized, problem, sendSigned, type VonageAccount } from './vonage-account.ts';

/** A call that was begun. */
export interface VonageCall {
  readonly uuid: string;
  readonly conversationUuid: string;
  /** The body of the request, whole. */
  readonly request: JsonObject;
  readonly at: string;
}

/** How the next request is met. `take-and-drop`: the call begins, and the connection is cut before its answer. */
type VonageFault =
  | 'take-and-drop'
  | 'silence'
  | 'server-error'
  | 'throttle'
  | 'low-balance'
  | 'request-timeout'
  | 'bad-number'
  | 'bad-sender';

export interface LocalVonage {
  calls(): readonly VonageCall[];
  next(...faults: readonly VonageFault[]): void;
  /** Reports a state of a call to its `event_url`; resolves to the status of the answer. */
  report(uuid: string, status: string, forgery?: Forgery): Promise<number>;
  /** Reports the keys that were pressed in a call to the `eventUrl` of its `input`. */
  press(uuid: string, digits: string, forgery?: Forgery): Promise<number>;
}

const isNumber = (value: Json | undefined): boolean => /^\d{7,15}$/.test(textOf(objectOf(value).number));

/** Some of the languages whose first style speaks SSML ("Text to speech", supported languages). Without one it is an American voice. */
const SPEAKS_SSML = ['fr-FR', 'fr-CA', 'en-GB', 'en-US', 'de-DE', 'es-ES', 'it-IT', 'nl-NL'];

/** The first parameter that is wrong, by its path. */
const wrongIn = (request: JsonObject): string | undefined => {
  const [to] = listOf(request.to);
  if (!isNumber(to)) return 'to[0].number';
  if (!isNumber(request.from)) return 'from.number';
  const ncco = listOf(request.ncco).map(objectOf);
  if (ncco.length === 0) return 'ncco';
  const [talk, next] = ncco;
  const text = textOf(talk?.text);
  if (talk?.action !== 'talk' || (text.includes('<') && !text.startsWith('<speak>'))) return 'ncco[0].text';
  if (text.startsWith('<speak>') && !SPEAKS_SSML.includes(textOf(talk.language))) return 'ncco[0].language';
  if (text.replaceAll(/<[^>]*>/g, '').length > 1500) return 'ncco[0].text';
  if (talk.bargeIn === true && next?.action !== 'input') return 'ncco[1]';
  const rings = Number(request.ringing_timer ?? 60);
  if (!(rings >= 1 && rings <= 120)) return 'ringing_timer';
  return undefined;
};

const invalid = (name: string): object => ({
  type: 'https://developer.vonage.com/api-errors#invalid-params',
  title: 'Your request parameters did not validate.',
  invalid_parameters: [{ name, reason: 'Invalid value' }],
});

const REFUSALS: Readonly<Partial<Record<VonageFault, readonly [number, object]>>> = {
  'server-error': [503, { title: 'Service unavailable' }],
  throttle: [429, { type: 'https://developer.vonage.com/api-errors#throttled', title: 'Rate limit hit' }],
  'request-timeout': [408, { title: 'Request time-out' }],
  'low-balance': [402, { type: 'https://developer.vonage.com/api-errors#low-balance', title: 'Low balance' }],
  'bad-number': [400, invalid('to[0].number')],
  'bad-sender': [400, invalid('from.number')],
};

/**
 * The Voice API of Vonage as its documentation records it: `POST /v1/calls`, and events to the URLs of each call, signed. It shares no code
 * with whoever calls it. Sources: those of shared/adapters/vonage.
 */
export const createVonageServer = (
  account: () => VonageAccount,
  now: () => string,
): { readonly vonage: LocalVonage; readonly listener: RequestListener } => {
  const begun: VonageCall[] = [];
  const coming: VonageFault[] = [];
  const seconds = (): number => Math.floor(Date.parse(now()) / 1000);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await textOfBody(request);
    if (request.method !== 'POST' || request.url !== '/v1/calls') return problem(response, 404, { title: 'Not found' });
    if (!isAuthorized(request, account(), seconds())) return problem(response, 401, { title: 'Unauthorized' });
    const fault = coming.shift();
    const refusal = fault && REFUSALS[fault];
    if (refusal !== undefined) return problem(response, ...refusal);
    const asked = objectOf(JSON.parse(body));
    const wrong = wrongIn(asked);
    if (wrong !== undefined) return problem(response, 400, invalid(wrong));
    const call = { uuid: randomUUID(), conversationUuid: `CON-${randomUUID()}`, request: asked, at: now() };
    begun.push(call);
    if (fault === 'silence') return undefined;
    if (fault === 'take-and-drop') return void request.socket.destroy();
    const { uuid, conversationUuid: conversation_uuid } = call;
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ uuid, status: 'started', direction: 'outbound', conversation_uuid }));
  };

  const send = (url: string, event: object, forgery: Forgery): Promise<number> =>
    sendSigned(account(), seconds(), { url, event, forgery });

  const callOf = (uuid: string): VonageCall => {
    const found = begun.find((each) => each.uuid === uuid);
    if (found === undefined) throw new RangeError(`No call is called ${uuid}.`);
    return found;
  };
  const partiesOf = ({ request }: VonageCall) => {
    const [to] = listOf(request.to);
    return { from: objectOf(request.from).number, to: objectOf(to).number };
  };
  const firstOf = (urls: Json | undefined): string => textOf(listOf(urls)[0]);

  return {
    listener: (request, response) => {
      answer(request, response).catch(() => problem(response, 400, { title: 'Bad request' }));
    },
    vonage: {
      calls: () => begun,
      next: (...faults) => void coming.push(...faults),
      report: (uuid, status, forgery = {}) => {
        const call = callOf(uuid);
        const named = status === 'machine' || status === 'human' ? { call_uuid: uuid } : { uuid };
        const about = { conversation_uuid: call.conversationUuid, status, direction: 'outbound', timestamp: now() };
        return send(firstOf(call.request.event_url), { ...partiesOf(call), ...named, ...about }, forgery);
      },
      press: (uuid, digits, forgery = {}) => {
        const call = callOf(uuid);
        const input = listOf(call.request.ncco)
          .map(objectOf)
          .find(({ action }) => action === 'input');
        const dtmf = { digits, timed_out: digits === '' };
        const about = { uuid, conversation_uuid: call.conversationUuid, timestamp: now() };
        return send(firstOf(input?.eventUrl), { speech: {}, dtmf, ...partiesOf(call), ...about }, forgery);
      },
    },
  };
};
