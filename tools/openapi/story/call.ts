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
  /** Seconds that go by before. */
  readonly after?: number;
  /** A file that is sent then, as the answer says. */
  readonly sends?: string;
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

/** Sends a file to the address that an answer gave. Throws where it is not taken. */
const sendFile = async (
  answer: { readonly uploadUrl: string; readonly headers: Record<string, string> },
  file: string,
) => {
  const { ok, status } = await fetch(answer.uploadUrl, { method: 'PUT', headers: answer.headers, body: file });
  if (!ok) throw new Error(`The file was not taken: ${status}.`);
};

/** Downloads the report to whose address an answer leads, as its reader does. Throws where there is none. */
const readReport = async (address: string) => {
  const { ok, status } = await fetch(address);
  if (!ok) throw new Error(`The report cannot be downloaded: ${status}.`);
};

/** Calls a running system: the ids of the examples are replaced by its own. */
export const call = async (
  { url, rootKey, names }: { readonly url: string; readonly rootKey: string; readonly names: Names },
  { parameters = {}, key = rootKey, sends }: StoryCall,
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
  const body = text === '' ? undefined : JSON.parse(text);
  if (sends !== undefined) await sendFile(body, sends);
  if (typeof body?.reportUrl === 'string') await readReport(body.reportUrl);
  return { status: response.status, body };
};

/** The members of an answer that the example has: all, where it names none. */
export const excerptOf = ({ members }: Pick<StoryCall, 'members'>, body: unknown): unknown =>
  members === undefined ? body : Object.fromEntries(members.map((name) => [name, Object(body)[name]]));

const BETWEEN_LOOKS_MS = 250;

/** States in which something goes on by itself: a message, and a job. */
const isAwaited = ({ status, body }: Reply): boolean =>
  status === 200 && (Object(body).status === 'accepted' || ['waiting', 'running'].includes(Object(body).state));

/** Asks again until a message is settled, or a job done, for this long at most: it goes on after it was accepted. */
export const settledReply = async (ask: () => Promise<Reply>, withinMs: number): Promise<Reply> => {
  const until = Date.now() + withinMs;
  for (;;) {
    const reply = await ask();
    if (!isAwaited(reply) || Date.now() > until) return reply;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
};
