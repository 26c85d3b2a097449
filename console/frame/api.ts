import type { Language } from '#tools/law/page/language.ts';
import { WORDS } from './words.ts';

/** The application API of the running system, and a key to it; the key is in no page. */
export interface Api {
  readonly url: string;
  readonly key: string;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What the API would say of itself if it could be reached. */
const unreachable = (language: Language): Answer => ({
  status: 503,
  body: { title: WORDS[language].unreachable, status: 503 },
});

/**
 * Calls the API once, in the language of the page. A problem with status 503 where it cannot be reached. Throws when it
 * answers with no JSON.
 */
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
  }).catch(() => undefined);
  if (response === undefined) return unreachable(language);
  return { status: response.status, body: await response.json() };
};
