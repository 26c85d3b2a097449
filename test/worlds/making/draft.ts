import type { Act, Decision, Fields, Sent, Versioned, World } from '../../oracle/world.ts';
import type { Random } from '../random.ts';

/** A body that is still being written. */
export type Body = Record<string, unknown>;

/** An act before the acts are put in order. `of`: the act that it ends or undoes. */
export interface DraftAct {
  readonly kind: Act['kind'];
  readonly address: number;
  /** ms. */
  recordedAt: number;
  readonly body: Body;
  readonly of?: DraftAct;
  readonly observed?: NonNullable<Act['observed']>;
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
  readonly sent: { channel: string; at: number; asksToRenew?: true; class?: 'transactional' | 'relational' }[];
  readonly message: Body;
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

const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
const latestIn = (body: Body): number =>
  Math.max(0, ...(JSON.stringify(body).match(INSTANT) ?? []).map((instant) => Date.parse(instant)));

/** What is declared of an address is told as early as anything of it, but not before it happened. */
const declarations = ({ at, declared, acts, grewUp }: Draft): readonly DraftAct[] => {
  const first = declared.flatMap((body, address) => {
    if (Object.keys(body).length === 0) return [];
    const times = acts.filter((act) => act.address === address).map(({ recordedAt }) => recordedAt);
    const recordedAt = Math.min(at, Math.max(latestIn(body), Math.min(at - DAY, ...times)));
    return [{ kind: 'contact' as const, address, recordedAt, body }];
  });
  if (!grewUp) return first;
  const [child, adult] = [{ ageBand: 'under-15' }, { ageBand: 'adult' }];
  const asChild = first.map((act) => (act.address === 0 ? { ...act, body: { ...act.body, ...child } } : act));
  return [...asChild, { kind: 'contact', address: 0, recordedAt: at, body: { ...adult, ...declared[0] } }];
};

/** In the order in which they were recorded; what undoes an act that is not there is not there either. */
const inOrder = (acts: readonly DraftAct[]): readonly Act[] => {
  const there = acts.filter(({ of }) => of === undefined || acts.includes(of));
  const sorted = there.toSorted((a, b) => a.recordedAt - b.recordedAt);
  return sorted.map(({ of, recordedAt, ...act }) => ({
    ...act,
    recordedAt: iso(recordedAt),
    ...(of === undefined ? {} : { ofAct: sorted.indexOf(of) }),
  }));
};

/** The world as plain data, with its acts in the order in which they were recorded. */
export const finish = (draft: Draft): World => ({
  advertiser: draft.settings as Fields,
  forms: draft.forms satisfies readonly Versioned[],
  templates: draft.templates satisfies readonly Versioned[],
  addresses: draft.addresses,
  acts: inOrder([...declarations(draft), ...draft.acts]),
  decisions: draft.decisions.map((each): Decision => ({ ...each, decidedAt: iso(each.decidedAt) })),
  sent: draft.sent.toSorted((a, b) => a.at - b.at).map((each): Sent => ({ ...each, at: iso(each.at) })),
  message: draft.message,
  ...(draft.allowedAt === undefined ? {} : { allowedAt: iso(draft.allowedAt) }),
  at: iso(draft.at),
});
