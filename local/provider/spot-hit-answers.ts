import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer as bytesOfBody } from 'node:stream/consumers';

/** What an account of Spot-Hit holds of its customer. */
export interface SpotHitAccount {
  readonly apiKey: string;
  /** Called with each STOP, each reply and each state, by GET. */
  readonly pushUrl: string;
}

/** An MMS that was taken. */
export interface SpotHitMms {
  readonly id: string;
  /** Instant at which it was taken. */
  readonly at: string;
  /** The fields of the request. */
  readonly request: Readonly<Record<string, string>>;
}

/** How the next MMS is met. `take-and-drop`: it is taken, and the connection is cut before its answer. */
export type SpotHitFault =
  | 'take-and-drop'
  | 'silence'
  | 'server-error'
  | 'throttle'
  | 'no-credit'
  | 'bad-number'
  | 'own-list'
  | 'no-mention'
  | 'two-refusals';

export const send = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};
const refuse = (response: ServerResponse, erreurs: unknown): void => send(response, 200, { resultat: 0, erreurs });

const REFUSALS: Readonly<Partial<Record<SpotHitFault, unknown>>> = {
  throttle: 63,
  'no-credit': '10',
  'bad-number': [6],
  // Who is on the list of its account is no valid recipient.
  'own-list': 4,
  'no-mention': 24,
  'two-refusals': '2,10',
};

/** The parts of a form (RFC 7578), by their names. */
const partsOf = (bytes: Buffer, type: string): ReadonlyMap<string, Buffer> => {
  const boundary = /boundary=([^;\s]+)/.exec(type)?.[1] ?? '';
  const text = bytes.toString('latin1');
  const parts = text.split(`--${boundary}`).slice(1, -1);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\r\n\r\n');
      const name = / name="([^"]+)"/.exec(part.slice(0, end))?.[1] ?? '';
      return [name, Buffer.from(part.slice(end + 4, -2), 'latin1')];
    }),
  );
};

/** A number of the public documentation’s list that says what is wrong; `undefined`: nothing. */
const wrongIn = (
  request: Readonly<Record<string, string>>,
  pictures: ReadonlyMap<string, unknown>,
): number | undefined => {
  if (!/^\+[1-9]\d{6,14}$/.test(request.destinataires ?? '')) return 6;
  if ((request.message ?? '') === '') return 2;
  if (!/\bSTOP(?: au)? \d{5}\b/i.test(request.message ?? '')) return 24;
  return pictures.has(request.fichier ?? '') ? undefined : 41;
};

/** What the server goes by, and what it holds. */
export interface Held {
  readonly account: () => SpotHitAccount;
  readonly now: () => string;
  readonly taken: SpotHitMms[];
  readonly coming: SpotHitFault[];
  readonly pictures: Map<string, Uint8Array>;
  readonly stops: Readonly<Record<string, string>>[];
  refusesPictures: boolean;
}

interface Body {
  readonly bytes: Buffer;
  readonly type: string;
}

const fieldsOf = ({ bytes }: Body): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(bytes.toString('utf8')));

type Answering = (held: Held, body: Body, response: ServerResponse) => void;

const takePicture: Answering = ({ account, pictures, refusesPictures }, { bytes, type }, response) => {
  const parts = partsOf(bytes, type);
  if (parts.get('key')?.toString('utf8') !== account().apiKey) return refuse(response, 30);
  const picture = parts.get('fichier');
  if (picture === undefined || refusesPictures) return send(response, 200, { success: false });
  const file = `${pictures.size + 1}.jpeg`;
  pictures.set(file, picture);
  send(response, 200, { success: true, file });
};

const takeMms: Answering = ({ account, now, taken, coming, pictures }, body, response) => {
  const { key, ...asked } = fieldsOf(body);
  if (key !== account().apiKey) return refuse(response, 30);
  const fault = coming.shift();
  if (fault === 'server-error') return send(response, 503, {});
  if (fault !== undefined && fault in REFUSALS) return refuse(response, REFUSALS[fault]);
  const wrong = wrongIn(asked, pictures);
  if (wrong !== undefined) return refuse(response, wrong);
  const id = String(1337 + taken.length);
  taken.push({ id, at: now(), request: asked });
  if (fault === 'silence') return undefined;
  if (fault === 'take-and-drop') return void response.socket?.destroy();
  send(response, 200, { resultat: 1, id: Number(id) });
};

const giveStops: Answering = ({ account, stops }, body, response) => {
  if (fieldsOf(body).key === account().apiKey) send(response, 200, stops);
  else refuse(response, 30);
};

const ANSWERS: ReadonlyMap<string, Answering> = new Map([
  ['POST /api/mms/upload', takePicture],
  ['POST /api/envoyer/mms', takeMms],
  ['POST /api/stops', giveStops],
]);

/** Answers a request as Spot-Hit would. */
export const answer = async (held: Held, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = { bytes: await bytesOfBody(request), type: request.headers['content-type'] ?? '' };
  const answering = ANSWERS.get(`${request.method} ${request.url}`);
  if (answering === undefined) send(response, 404, {});
  else answering(held, body, response);
};
