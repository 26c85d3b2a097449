import type { Act, Link } from '../../oracle/world.ts';
import type { Random } from '../random.ts';
import type { BytesDraft } from './bytes/bytes-draft.ts';

/** A body that is still being written. */
export type Body = Record<string, unknown>;

/** An act before the acts are put in order. `of`: the act that it ends or undoes. */
export interface DraftAct {
  readonly kind: Act['kind'];
  address: number;
  /** ms. */
  recordedAt: number;
  readonly body: Body;
  readonly of?: DraftAct;
  observed?: NonNullable<Act['observed']>;
  altered?: true;
}

/** A world that is still being made. Instants are in ms. */
export interface Draft {
  readonly at: number;
  /** When the message was allowed; absent: nobody asked before. */
  allowedAt?: number;
  readonly channel: string;
  readonly settings: Body;
  readonly forms: { readonly id: string; readonly version: string; readonly body: Body }[];
  readonly templates: { readonly id: string; readonly version: string; readonly body: Body }[];
  readonly addresses: Body[];
  /** What is declared of each address, in the place of its address; nothing is declared where it is empty. */
  readonly declared: Body[];
  /** The person of the first address was declared to be a child; what is declared else is declared at the moment of sending. */
  grewUp?: true;
  readonly acts: DraftAct[];
  readonly decisions: { cause: string; decidedAt: number; body: Body }[];
  readonly sent: {
    address?: number;
    channel: string;
    at: number;
    asksToRenew?: true;
    class?: 'transactional' | 'relational';
  }[];
  readonly message: Body;
  /** What is about to leave; absent: it is not known. */
  bytes?: BytesDraft;
  /** What is ours in it. */
  readonly links: Link[];
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** An instant as the API takes it. */
export const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** Years before an instant, on the same day of the calendar (UTC). */
export const yearsBefore = (milliseconds: number, years: number): number => {
  const date = new Date(milliseconds);
  date.setUTCFullYear(date.getUTCFullYear() - years);
  return date.getTime();
};

/** Some time after something happened, and not after the moment of sending. */
export const recordedAfter = (draft: Pick<Draft, 'at'>, random: Random, happenedAt: number): number =>
  Math.min(draft.at, happenedAt + random.pick([0, 1, 90_000, HOUR, 5 * HOUR, DAY, 9 * DAY, 60 * DAY]));
