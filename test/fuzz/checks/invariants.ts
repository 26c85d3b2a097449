import type { Operation } from '../document.ts';
import { undocumented } from '../document.ts';
import type { Answered, Wire } from '../gateway.ts';
import { CANARIES } from '../making/hostile.ts';
import type { Write } from '../store/transaction.ts';
import { type Caller, NEIGHBOUR, OF_NEIGHBOUR } from '../world.ts';

/** What must never be: each is a column of the table that `npm run fuzz` prints. */
export const KINDS = [
  '5xx',
  'time-out',
  'undocumented',
  'write by a refused request',
  'leak',
  'wall',
  'unreadable',
  'opposition lost',
  'queue',
] as const;
type Kind = (typeof KINDS)[number];

/** One thing that must never be, and was. */
export interface Finding {
  readonly kind: Kind;
  readonly says: string;
}

/** CPU of one request, ms: far above what the largest takes, far below what a function is given (10 to 25 s). */
const MOST_CPU_MS = 2_500;

/** Texts of a request that nobody may read again in a log, nor in a refusal. */
const leaked = (text: string): string | undefined => {
  const lower = text.toLowerCase();
  return CANARIES.find((canary) => lower.includes(canary));
};

/** To whom an item belongs, by its key or by what it says itself. */
const isOf = (advertisers: readonly string[], { pk, sk, before, after }: Write): boolean => {
  const parts = `${pk}#${sk}`.split('#');
  const said = (after ?? before)?.advertiserId?.S;
  return advertisers.some((advertiser) => advertiser === said || parts.includes(advertiser));
};

/** Items that belong to no advertiser: keys of callers, which say themselves what they are bound to. */
const isOfKeys = ({ pk }: Write): boolean => pk === 'APIKEYS' || pk.startsWith('APIKEY#');

const boundIn = ({ after }: Write): readonly string[] =>
  after?.advertisers?.L?.map(({ S }) => S ?? '') ?? (after?.advertisers?.S === undefined ? [] : [after.advertisers.S]);

const wallFaults = (caller: Caller, answer: Answered, writes: readonly Write[]): readonly string[] => {
  const { bound } = caller;
  if (bound === undefined) return [];
  const [outside] = writes.filter((write) => !isOfKeys(write) && !isOf(bound, write));
  const wider = writes
    .filter(isOfKeys)
    .flatMap(boundIn)
    .find((each) => !bound.includes(each));
  const isNeighbours = !bound.includes(NEIGHBOUR) && answer.text.includes(OF_NEIGHBOUR);
  return [
    ...(outside === undefined ? [] : [`a key of ${bound} wrote ${outside.pk} ${outside.sk}`]),
    ...(wider === undefined ? [] : [`a key of ${bound} made a key of ${wider}`]),
    ...(isNeighbours ? [`a key of ${bound} was told what its neighbour keeps`] : []),
  ];
};

/** Who may write something may read it: `advertisers:write` holds `advertisers:read`. */
const mayCall = ({ scopes }: Caller, asked: string): boolean =>
  scopes.includes(asked) || scopes.includes(asked.replace(/:read$/, ':write'));

const scopeFault = (operation: Operation, caller: Caller, { status }: Answered): string | undefined =>
  operation.scope === undefined || mayCall(caller, operation.scope) || status === 403
    ? undefined
    : `answered ${status} to a key without ${operation.scope}`;

/** What a request was, and what came of it. */
export interface Seen {
  readonly operation: Operation;
  readonly wire: Wire;
  /** `undefined`: the request carried a header of its own instead of the key of a caller. */
  readonly caller: Caller | undefined;
  readonly answer: Answered;
  readonly writes: readonly Write[];
}

/**
 * What a refused request may leave: nothing in the table. In the bucket a content may lie under its own hash, which nothing
 * names then: a version is written after its content, and may be refused by the one that is there.
 */
const refusedWrites = ({ answer, writes }: Seen): string | undefined => {
  const [first] = writes;
  return answer.status < 400 || first === undefined
    ? undefined
    : `answered ${answer.status} and wrote ${writes.length}: ${first.pk} ${first.sk}`;
};

/** What the document says of every request with a body: it holds at most 1 MiB. */
const MOST_BYTES = 1024 * 1024;
const tooLarge = ({ operation, wire, answer }: Seen): string | undefined =>
  operation.body === undefined || wire.body.length <= MOST_BYTES || answer.status >= 400
    ? undefined
    : `${wire.body.length} bytes were taken`;

const leakIn = ({ answer }: Seen): string | undefined => {
  const inLog = leaked(answer.logged);
  if (inLog !== undefined) return `${inLog} in the log: ${answer.logged.slice(0, 300)}`;
  const inRefusal = answer.status < 400 ? undefined : leaked(answer.text);
  return inRefusal && `${inRefusal} in a refusal: ${answer.text.slice(0, 300)}`;
};

/** Everything that must never be in one answer of the application API. */
export const faultsOf = (seen: Seen): readonly Finding[] => {
  const { operation, caller, answer, writes } = seen;
  const isOurs = answer.by === 'function';
  const found: readonly (readonly [Kind, string | undefined])[] = [
    [
      '5xx',
      answer.status >= 500
        ? `answered ${answer.status}: ${answer.text.slice(0, 120)} ${answer.logged.slice(0, 900)}`
        : undefined,
    ],
    ['time-out', answer.cpuMs > MOST_CPU_MS ? `took ${Math.round(answer.cpuMs)} ms of CPU` : undefined],
    ['undocumented', isOurs && answer.status < 500 ? undocumented(operation, answer) : undefined],
    ['undocumented', tooLarge(seen)],
    ['write by a refused request', refusedWrites(seen)],
    ['leak', leakIn(seen)],
    ...(caller === undefined || !isOurs
      ? []
      : [scopeFault(operation, caller, answer), ...wallFaults(caller, answer, writes)].map(
          (says) => ['wall', says] as const,
        )),
  ];
  return found.flatMap(([kind, says]) => (says === undefined ? [] : [{ kind, says }]));
};
