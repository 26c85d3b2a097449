import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { buffer as bytesOfBody } from 'node:stream/consumers';

/** What an account of Spot-Hit holds of its customer. */
export interface SpotHitAccount {
  readonly apiKey: string;
  /** Called with each STOP, each reply and each state, by GET. */
  readonly pushUrl: string;
}

/** An MMS that was taken. */
interface SpotHitMms {
  readonly id: string;
  /** Instant at which it was taken. */
  readonly at: string;
  /** The fields of the request. */
  readonly request: Readonly<Record<string, string>>;
}

/** How the next MMS is met. `take-and-drop`: it is taken, and the connection is cut before its answer. */
type SpotHitFault =
  | 'take-and-drop'
  | 'silence'
  | 'server-error'
  | 'throttle'
  | 'no-credit'
  | 'bad-number'
  | 'own-list'
  | 'no-mention'
  | 'two-refusals';

export interface LocalSpotHit {
  messages(): readonly SpotHitMms[];
  /** The pictures that it was given, by what it calls them. */
  pictures(): ReadonlyMap<string, Uint8Array>;
  next(...faults: readonly SpotHitFault[]): void;
  /** Refuses the pictures to come, or no longer. */
  refusePictures(isRefused: boolean): void;
  /** A person answers an MMS with STOP; resolves to the status of the answer. `change`: parameters that differ. */
  stop(id: string, change?: Readonly<Record<string, string>>): Promise<number>;
  /** A person answers anything else. */
  reply(id: string, text: string): Promise<number>;
  /** It says what became of an MMS. */
  report(id: string, state: number): Promise<number>;
}

const send = (response: ServerResponse, status: number, body: object): void => {
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

/**
 * The MMS API of Spot-Hit as public clients of it record it: `POST /api/mms/upload` and `POST /api/envoyer/mms`, its list of STOP (`POST /api/stops`, of whose answer no record is public), and the URL of its account that is called
 * by GET, unsigned. It shares no code with whoever sends. Sources: those of shared/adapters/spot-hit.
 */
export const createSpotHitServer = (
  account: () => SpotHitAccount,
  now: () => string,
): { readonly spotHit: LocalSpotHit; readonly listener: RequestListener } => {
  const taken: SpotHitMms[] = [];
  const coming: SpotHitFault[] = [];
  const pictures = new Map<string, Uint8Array>();
  let refusesPictures = false;
  const stops: Readonly<Record<string, string>>[] = [];
  const seconds = (): string => String(Math.floor(Date.parse(now()) / 1000));

  const takePicture = async (bytes: Buffer, type: string, response: ServerResponse): Promise<void> => {
    const parts = partsOf(bytes, type);
    if (parts.get('key')?.toString('utf8') !== account().apiKey) return refuse(response, 30);
    const picture = parts.get('fichier');
    if (picture === undefined || refusesPictures) return send(response, 200, { success: false });
    const file = `${pictures.size + 1}.jpeg`;
    pictures.set(file, picture);
    send(response, 200, { success: true, file });
  };

  const takeMms = async (request: Readonly<Record<string, string>>, response: ServerResponse): Promise<void> => {
    const { key, ...asked } = request;
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

  const giveStops = ({ key }: Readonly<Record<string, string>>, response: ServerResponse): void => {
    if (key === account().apiKey) send(response, 200, stops);
    else refuse(response, 30);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const bytes = await bytesOfBody(request);
    if (request.method === 'POST' && request.url === '/api/mms/upload')
      return takePicture(bytes, request.headers['content-type'] ?? '', response);
    const fields = Object.fromEntries(new URLSearchParams(bytes.toString('utf8')));
    if (request.method === 'POST' && request.url === '/api/envoyer/mms') return takeMms(fields, response);
    if (request.method === 'POST' && request.url === '/api/stops') return giveStops(fields, response);
    send(response, 404, {});
  };

  const push = async (parameters: Readonly<Record<string, string>>): Promise<number> => {
    const { status } = await fetch(`${account().pushUrl}?${new URLSearchParams(parameters)}`);
    return status;
  };
  const found = (id: string): SpotHitMms => {
    const mms = taken.find((each) => each.id === id);
    if (mms === undefined) throw new RangeError(`No message is called ${id}.`);
    return mms;
  };
  const saidTo = (id: string) => {
    const numero = found(id).request.destinataires ?? '';
    return { id: randomUUID(), numero, date_envoi: seconds(), source_id: id };
  };

  return {
    listener: (request, response) => {
      answer(request, response).catch(() => send(response, 400, {}));
    },
    spotHit: {
      messages: () => taken,
      pictures: () => pictures,
      next: (...faults) => void coming.push(...faults),
      refusePictures: (isRefused) => {
        refusesPictures = isRefused;
      },
      stop: (id, change = {}) => {
        const said = { ...saidTo(id), ...change };
        const { date_envoi = '', numero = '' } = said;
        stops.push({ numero, date_envoi });
        return push(said);
      },
      reply: (id, text) => push({ ...saidTo(id), message: text }),
      report: (id, state) => {
        const { nom = '', destinataires: numero = '' } = found(id).request;
        return push({
          id_accuse: randomUUID(),
          id_message: id,
          numero,
          statut: String(state),
          date_envoi: seconds(),
          nom,
        });
      },
    },
  };
};
