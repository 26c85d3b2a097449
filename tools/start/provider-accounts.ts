import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { ProviderAccounts } from '#local/provider/home/accounts.ts';
import { VONAGE_APPLICATION } from '../synth/local-settings.ts';
import type { RoutesOfStart } from './own-assembly.ts';

/** What the secret of the providers holds for each of them, as its operator writes it (docs/providers.md). */
interface Held {
  readonly smsmode?: { readonly apiKey: string };
  readonly vonage?: { readonly privateKey: string; readonly signatureSecret: string; readonly urlCode: string };
  readonly spotHit?: { readonly apiKey: string; readonly urlCode: string };
}

const random = (): string => randomBytes(24).toString('hex');
const privateKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const usesVonage = ({ smsRoute, callRoute }: RoutesOfStart): boolean => smsRoute === 'vonage' || callRoute === 'vonage';

/** The secret with what each provider of these routes asks for: what an earlier start, or a person, put there stays. */
export const completedSecret =
  (routes: RoutesOfStart) =>
  (text: string): string => {
    const secret: Held = JSON.parse(text);
    const { smsmode, vonage, spotHit } = secret;
    // To make a key takes a while.
    const key = usesVonage(routes) && vonage?.privateKey === undefined ? { privateKey: privateKey() } : {};
    return JSON.stringify({
      ...secret,
      ...(routes.smsRoute === 'smsmode' ? { smsmode: { apiKey: random(), ...smsmode } } : {}),
      ...(usesVonage(routes) ? { vonage: { ...key, signatureSecret: random(), urlCode: random(), ...vonage } } : {}),
      ...(routes.mmsRoute === 'spot-hit' ? { spotHit: { apiKey: random(), urlCode: random(), ...spotHit } } : {}),
    });
  };

/** The accounts of these routes, as each provider keeps them: the other half of what is in the secret, and the URLs that it calls. */
export const accountsOfRoutes =
  (routes: RoutesOfStart) =>
  (text: string, urls: ReadonlyMap<string, string>): ProviderAccounts => {
    const { smsmode, vonage, spotHit }: Held = JSON.parse(text);
    const urlOf = (code: string): string => `${urls.get('public')}/s/${code}`;
    return {
      smsmode: routes.smsRoute === 'smsmode' ? smsmode : undefined,
      vonage:
        usesVonage(routes) && vonage !== undefined
          ? {
              applicationId: VONAGE_APPLICATION,
              publicKey: createPublicKey(vonage.privateKey).export({ type: 'spki', format: 'pem' }).toString(),
              signatureSecret: vonage.signatureSecret,
              inboundUrl: urlOf(vonage.urlCode),
            }
          : undefined,
      spotHit:
        routes.mmsRoute === 'spot-hit' && spotHit !== undefined
          ? { apiKey: spotHit.apiKey, pushUrl: urlOf(spotHit.urlCode) }
          : undefined,
    };
  };

/** True where something leaves by a provider in its own words. */
export const hasAccounts = (routes: RoutesOfStart): boolean =>
  routes.smsRoute === 'smsmode' || usesVonage(routes) || routes.mmsRoute === 'spot-hit';
