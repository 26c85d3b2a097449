import type { HandOff } from '#shared/app/send/providers.port.ts';
import { OPTED_OUT } from '#shared/domain/opposition/opted-out.ts';
import { ADDRESS_CAUSE, answerOf } from '../providers/answer.ts';
import { type Answer, postOnce } from './post-once.ts';

/** Why a provider did not take a message, in the words of docs/provider-route.md. */
export interface Refusal {
  readonly code: string;
  /** The same message may be taken later. */
  readonly retryable?: boolean | undefined;
}

/** How a provider writes its answers: each is given the JSON of one, `undefined` where it is none. */
export interface Reading {
  /** Its own name of the message that it took; `undefined`: it names none. */
  readonly idIn: (json: unknown) => string | undefined;
  /** Why it was not taken; `undefined`: its status alone says so. */
  readonly refusalIn: (json: unknown, status: number) => Refusal | undefined;
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

const jsonOf = ({ text }: Answer): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

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
  const json = jsonOf(answer);
  const isTaken = status >= 200 && status < 300;
  if (!isTaken && (status < 400 || status >= 500 || unknownAt.includes(status)))
    return { answer: 'unknown', cause: `status-${status}` };
  const refusal = refusalIn(json, status) ?? (isTaken ? undefined : { code: String(status) });
  if (refusal !== undefined) return refused(answer, refusal);
  const providerMessageId = idIn(json);
  return providerMessageId === undefined
    ? { answer: 'unknown', cause: 'no-id' }
    : { answer: 'taken', providerMessageId };
};

/** Hands one body over, once, and sorts what comes of it. */
export const handOver = async (
  reading: Reading,
  url: URL,
  body: string,
  terms: { readonly headers: Readonly<Record<string, string>>; readonly timeoutMs: number },
): Promise<HandOff> => {
  try {
    return sorted(await postOnce(url, body, terms), reading);
  } catch (error) {
    return answerOf(error);
  }
};
