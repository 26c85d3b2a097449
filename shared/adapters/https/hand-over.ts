import type { HandOff } from '#shared/app/send/providers.port.ts';
import { OPTED_OUT } from '#shared/domain/opposition/opted-out.ts';
import { ADDRESS_CAUSE } from '#shared/domain/sending/refused-address.ts';
import { fieldsOfJson } from '../fields-of-json.ts';
import { answerOf } from '../providers/answer.ts';
import { type Answer, postOnce } from './post-once.ts';

/** Why a provider did not take a message, in the words of docs/provider-route.md. */
export interface Refusal {
  readonly code: string;
  /** The same message may be taken later. */
  readonly retryable?: boolean | undefined;
}

/** The fields of an answer; none where it is no object. */
export type AnswerFields = ReturnType<typeof fieldsOfJson>;

/** How a provider writes its answers. */
export interface Reading {
  /** Its own name of the message that it took, a text; anything else: it names none. */
  readonly idIn: (fields: AnswerFields) => unknown;
  /** Why it was not taken; `undefined`: its status alone says so. */
  readonly refusalIn: (fields: AnswerFields, status: number) => Refusal | undefined;
  /** Statuses of 4xx that do not say whether it was taken, of a provider that has no idempotent send. Absent: each says that it was not. */
  readonly unknownAt?: readonly number[];
}

/** The last lawful instant has gone by: whoever reads the message again defers or ends it. */
export const TOO_LATE = { answer: 'not-taken', retryable: true, cause: 'too-late' } as const satisfies HandOff;

/** Nothing left: without a key nothing can be signed. */
export const WITHOUT_KEY = {
  answer: 'not-taken',
  retryable: true,
  cause: 'unreachable:key',
} as const satisfies HandOff;

/** No name of a message is longer: what is, is something else. */
const LONGEST_ID = 128;
const isId = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_ID;

/** Refusals that speak of the route or of this moment, and not of the message. */
const PASSING = new Set([401, 402, 403, 404, 407, 408, 425]);

const refused = ({ status }: Answer, { code, retryable = false }: Refusal): HandOff => {
  const notTaken = { answer: 'not-taken', retryable: false } as const;
  if (code === 'number-invalid') return { ...notTaken, cause: ADDRESS_CAUSE };
  if (code === OPTED_OUT) return { ...notTaken, cause: OPTED_OUT };
  if (code === 'too-late') return TOO_LATE;
  if (status === 429 || code === 'throttled') return { ...notTaken, retryable: true, cause: 'throttled' };
  return retryable || PASSING.has(status)
    ? { ...notTaken, retryable: true, cause: `refused:${code}` }
    : { ...notTaken, cause: `rejected:${code}` };
};

/** Taken, not taken (a 4xx, and a 2xx that says so), or unknown: any other status, and a 2xx that names no message. */
const sorted = (answer: Answer, { idIn, refusalIn, unknownAt = [] }: Reading): HandOff => {
  const { status } = answer;
  const fields = fieldsOfJson(answer.text);
  const isTaken = status >= 200 && status < 300;
  if (!isTaken && (status < 400 || status >= 500 || unknownAt.includes(status)))
    return { answer: 'unknown', cause: `status-${status}` };
  const refusal = refusalIn(fields, status) ?? (isTaken ? undefined : { code: String(status) });
  if (refusal !== undefined) return refused(answer, refusal);
  const providerMessageId = idIn(fields);
  return isId(providerMessageId) ? { answer: 'taken', providerMessageId } : { answer: 'unknown', cause: 'no-id' };
};

/** Posts a body, as `postOnce` does. */
export type Post = typeof postOnce;

/** Hands one body over, once, and sorts what comes of it. `post`: what posts it; absent: HTTPS. */
export const handOver = async (
  reading: Reading,
  url: URL,
  body: string,
  {
    post = postOnce,
    ...terms
  }: {
    readonly headers: Readonly<Record<string, string>>;
    readonly timeoutMs: number;
    readonly post?: Post | undefined;
  },
): Promise<HandOff> => {
  try {
    return sorted(await post(url, body, terms), reading);
  } catch (error) {
    return answerOf(error);
  }
};
