/** Reads what the secret of the providers holds for one of them: `{ "key1": …, "vonage": { … } }`. */

/** A text of the part of a provider, at least so long. Throws where there is none: nothing may leave, nor be believed, without it. */
export const credentialIn = (secret: string, provider: string, name: string, shortest: number): string => {
  const stated = JSON.parse(secret) as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  const text = stated[provider]?.[name];
  if (typeof text !== 'string' || text.length < shortest)
    throw new Error(`the secret of the providers holds no ${provider}.${name}`);
  return text;
};
