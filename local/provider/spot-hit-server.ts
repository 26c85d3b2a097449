import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import {
  answer,
  type Held,
  type SpotHitAccount,
  type SpotHitFault,
  type SpotHitMms,
  send,
} from './spot-hit-answers.ts';

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

const found = ({ taken }: Held, id: string): SpotHitMms => {
  const mms = taken.find((each) => each.id === id);
  if (mms === undefined) throw new RangeError(`No message is called ${id}.`);
  return mms;
};

/** The instant of the stack, as its calls say it. */
const seconds = ({ now }: Held): string => String(Math.floor(Date.parse(now()) / 1000));

/** What it says of an answer to an MMS, whatever it is. */
const saidTo = (held: Held, id: string) => {
  const numero = found(held, id).request.destinataires ?? '';
  return { id: randomUUID(), numero, date_envoi: seconds(held), source_id: id };
};

/** Calls the URL of its account. */
const push = async ({ account }: Held, parameters: Readonly<Record<string, string>>): Promise<number> => {
  const { status } = await fetch(`${account().pushUrl}?${new URLSearchParams(parameters)}`);
  return status;
};

/**
 * The MMS API of Spot-Hit as public clients of it record it: `POST /api/mms/upload` and `POST /api/envoyer/mms`, its list of STOP (`POST /api/stops`, of whose answer no record is public), and the URL of its account that is called
 * by GET, unsigned. It shares no code with whoever sends. Sources: those of shared/adapters/spot-hit.
 */
export const createSpotHitServer = (
  account: () => SpotHitAccount,
  now: () => string,
): { readonly spotHit: LocalSpotHit; readonly listener: RequestListener } => {
  const held: Held = { account, now, taken: [], coming: [], pictures: new Map(), stops: [], refusesPictures: false };
  return {
    listener: (request, response) => {
      answer(held, request, response).catch(() => send(response, 400, {}));
    },
    spotHit: {
      messages: () => held.taken,
      pictures: () => held.pictures,
      next: (...faults) => void held.coming.push(...faults),
      refusePictures: (isRefused) => {
        held.refusesPictures = isRefused;
      },
      stop: (id, change = {}) => {
        const said = { ...saidTo(held, id), ...change };
        const { date_envoi = '', numero = '' } = said;
        held.stops.push({ numero, date_envoi });
        return push(held, said);
      },
      reply: (id, text) => push(held, { ...saidTo(held, id), message: text }),
      report: (id, state) => {
        const { nom = '', destinataires: numero = '' } = found(held, id).request;
        return push(held, {
          id_accuse: randomUUID(),
          id_message: id,
          numero,
          statut: String(state),
          date_envoi: seconds(held),
          nom,
        });
      },
    },
  };
};
