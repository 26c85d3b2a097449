import { sharedKeysOf } from '#shared/adapters/https/signature.ts';

/** What the provider of a run and we sign by. */
export const PROVIDER_KEY = 'a-key-of-the-provider-of-the-simulation-64-characters-long-00000';
/** The same, as we read it. */
export const KEYS = sharedKeysOf(JSON.stringify({ key1: PROVIDER_KEY }));

/** What came to the URL of a message. */
export interface Posted {
  readonly token: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}
