import type { Clock } from '#shared/app/clock.port.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { applicationToken, type VonageCredentials } from './credentials.ts';

/** An application of Vonage, and by what we sign. */
export interface VonageRoute {
  /** `https://api.nexmo.com`. */
  readonly url: string;
  readonly applicationId: string;
  readonly credentials: () => Promise<VonageCredentials>;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** What a request bears, and when it was signed, in seconds. `undefined`: nothing can be signed. */
export const signedAs = async ({ applicationId, credentials, clock, newId }: VonageRoute) => {
  try {
    const { privateKey } = await credentials();
    const now = epochSeconds(clock.now());
    const token = applicationToken(privateKey, { applicationId, now, jti: newId() });
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: `Bearer ${token}`,
    };
    return { now, headers };
  } catch {
    return undefined;
  }
};

/** E.164 as Vonage writes it. */
export const digitsOf = (number: string): string => number.replace(/^\+/, '');

/** A name of theirs. `undefined`: none. */
export const nameOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 128 ? value : undefined;
