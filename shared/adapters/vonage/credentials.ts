import { sign } from 'node:crypto';
import { credentialIn } from '../providers/provider-secret.ts';

/**
 * What the account of Vonage and we hold: the private key of the application (PEM), by which we sign, and the signature secret of the
 * account, by which Vonage does. Source: Vonage, "Authentication", "JSON Web Tokens", and "Webhooks", "Decoding signed webhooks"
 * (developer.vonage.com/en/getting-started/concepts), read on 2026-11-28.
 */
export interface VonageCredentials {
  readonly privateKey: string;
  readonly signatureSecret: string;
}

/** Nobody guesses a signature secret of so many characters; those that Vonage makes are longer. */
const SHORTEST_SECRET = 16;

/** Reads `{ "vonage": { "privateKey": "-----BEGIN PRIVATE KEY-----…", "signatureSecret": "…" } }`. Throws for any other form. */
export const vonageCredentialsIn = (secret: string): VonageCredentials => ({
  privateKey: credentialIn(secret, 'vonage', 'privateKey', 1),
  signatureSecret: credentialIn(secret, 'vonage', 'signatureSecret', SHORTEST_SECRET),
});

const part = (value: object): string => Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');

/** Seconds for which a token of ours is good: it is used at once, and its clock may differ from theirs. */
const TOKEN_SECONDS = 300;

/** A token of the application, RS256. Throws where its key is none. */
export const applicationToken = (
  privateKey: string,
  { applicationId, now, jti }: { readonly applicationId: string; readonly now: number; readonly jti: string },
): string => {
  const claims = { application_id: applicationId, iat: now, exp: now + TOKEN_SECONDS, jti };
  const signed = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
};
