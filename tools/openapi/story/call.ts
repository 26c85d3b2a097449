import type { Names } from './names.ts';

/** One call of the story, as the document has it under `x-story`: its ids are those of the examples. */
export interface StoryCall {
  readonly operationId: string;
  /** Names the example of the request and the one of the answer. */
  readonly example: string;
  readonly status: number;
  /** Path and query parameters, by name. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** The key to call with, where an earlier answer gave it. Absent: the root key. */
  readonly key?: string;
  /** The members of the answer that the example has, where it has not all. */
  readonly members?: readonly string[];
}

/** What is called: an operation of the document, with the body of the example. */
export interface Called {
  readonly method: string;
  /** With parameters in braces. */
  readonly path: string;
  readonly body?: unknown;
}

/** An answer as it came. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

const urlOf = ({ path }: Called, parameters: Readonly<Record<string, string>>): string => {
  const used = new Set<string>();
  const filled = path.replaceAll(/\{(\w+)\}/g, (_found, name: string) => {
    used.add(name);
    return encodeURIComponent(parameters[name] ?? '');
  });
  const query = Object.entries(parameters).filter(([name]) => !used.has(name));
  return query.length === 0 ? filled : `${filled}?${new URLSearchParams(Object.fromEntries(query))}`;
};

/** Calls a running system: the ids of the examples are replaced by its own. */
export const call = async (
  { url, rootKey, names }: { readonly url: string; readonly rootKey: string; readonly names: Names },
  { parameters = {}, key = rootKey }: StoryCall,
  called: Called,
): Promise<Reply> => {
  const response = await fetch(`${url}${urlOf(called, names.inReal(parameters))}`, {
    method: called.method,
    headers: {
      authorization: `Bearer ${names.inReal(key)}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    ...(called.body === undefined ? {} : { body: JSON.stringify(names.inReal(called.body)) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
};

/** The members of an answer that the example has: all, where it names none. */
export const excerptOf = ({ members }: Pick<StoryCall, 'members'>, body: unknown): unknown =>
  members === undefined ? body : Object.fromEntries(members.map((name) => [name, Object(body)[name]]));

const BETWEEN_LOOKS_MS = 250;

/** Asks again until a message is settled, for this long at most: it is sent a moment after it was accepted. */
export const settledReply = async (ask: () => Promise<Reply>, withinMs: number): Promise<Reply> => {
  const until = Date.now() + withinMs;
  for (;;) {
    const reply = await ask();
    if (Object(reply.body).status !== 'accepted' || Date.now() > until) return reply;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
};
