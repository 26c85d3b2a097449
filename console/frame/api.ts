import type { Language } from '#tools/law/page/language.ts';

/** The application API of the running system, and a key to it; the key is in no page. */
export interface Api {
  readonly url: string;
  readonly key: string;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Calls the API once, in the language of the page. Throws when it cannot be reached, or answers with no JSON. */
export const call = async (
  { url, key }: Api,
  language: Language,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<Answer> => {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      'accept-language': language,
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
};
