/** A client of the two public APIs: plain `fetch`, an Idempotency-Key on every POST, patience on 409, 429 and 503. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}
export interface Client {
  call(method: 'GET' | 'PUT' | 'POST', path: string, body?: unknown, idempotencyKey?: string): Promise<Answer>;
  /** The same API with another key. */
  as(key: string): Client;
}

const RETRYABLE = [409, 429, 500, 502, 503, 504];
const ATTEMPTS = 8;
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const jsonOf = (text: string): Record<string, unknown> => {
  const value: unknown = text === '' ? {} : JSON.parse(text);
  return isRecord(value) ? value : {};
};

/** A list of objects in an answer; empty when there is none. */
export const listOf = (value: unknown): readonly Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

/** Repeats what can succeed later; gives every other answer back as it is. Throws after eight attempts. */
export const clientOf = (baseUrl: string, key: string): Client => ({
  as: (other) => clientOf(baseUrl, other),
  call: async (method, path, body, idempotencyKey) => {
    const headers = {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    };
    for (let attempt = 1; ; attempt++) {
      const payload = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await fetch(`${baseUrl}${path}`, { method, headers, ...payload });
      const text = await response.text();
      if (!RETRYABLE.includes(response.status)) return { status: response.status, body: jsonOf(text) };
      if (attempt === ATTEMPTS)
        throw new Error(`${method} ${path} answered ${response.status} ${attempt} times: ${text}`);
      await wait(50 * 2 ** attempt);
    }
  },
});
