import { isSameSecret } from '#shared/domain/contact/same-secret.ts';

/** Reads what the secret of the providers holds for one of them: `{ "key1": …, "vonage": { … } }`. */

/** A text of the part of a provider, at least so long. Throws where there is none: nothing may leave, nor be believed, without it. */
export const credentialIn = (secret: string, provider: string, name: string, shortest: number): string => {
  const stated = JSON.parse(secret) as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  const text = stated[provider]?.[name];
  if (typeof text !== 'string' || text.length < shortest)
    throw new Error(`the secret of the providers holds no ${provider}.${name}`);
  return text;
};

/** Characters of a code that nobody guesses. */
const SHORTEST_CODE = 32;

/**
 * The provider, of those named, whose account has this code in its URL: `{ "spotHit": { "urlCode": "…" } }`. `undefined`: none has. In a time that says
 * nothing of a code.
 */
export const providerOfCode = <const Name extends string>(
  secret: string,
  names: readonly Name[],
  code: string,
): Name | undefined => {
  const stated = JSON.parse(secret) as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  return names.find((name) => {
    const own = stated[name]?.urlCode;
    return typeof own === 'string' && own.length >= SHORTEST_CODE && isSameSecret(own, code);
  });
};
