import { providerSecret } from '#functions/wiring/providers/provider-secret.ts';
import { clock } from '#functions/wiring.ts';
import { callBySignedHttps, mmsBySignedHttps } from '#shared/adapters/https/by-signed-https.ts';
import { mmsBySpotHit, spotHitKeyIn } from '#shared/adapters/spot-hit/mms-by-spot-hit.ts';
import { readPictureOnce } from '#shared/adapters/spot-hit/pictures.ts';
import { callByVonage } from '#shared/adapters/vonage/call-by-vonage.ts';
import type { Providers } from '#shared/app/send/providers.port.ts';
import type { ProviderRoute } from '../../manifest/provider-route.ts';
import { providerRoutes, signedRoute, vonageRoute } from '../routes/texts.ts';

type Needs<V extends string> = Readonly<Record<V, string>>;

type ProviderChannels = Pick<Providers, 'mms' | 'automated-call'>;

/** What the channels of one provider are handed to, beside SMS. */
const channelsOf = (
  env: Needs<'PROVIDER_SECRET_ID'>,
  stated: Exclude<ProviderRoute, { name: 'connect' }>,
): ProviderChannels => {
  if (stated.name === 'smsmode') return {};
  if (stated.name === 'vonage') return { 'automated-call': callByVonage(vonageRoute(env, stated)) };
  if (stated.name === 'spot-hit') {
    const apiKey = async () => spotHitKeyIn(await providerSecret(env)());
    return { mms: mmsBySpotHit({ ...stated, apiKey, clock, readPicture: readPictureOnce }) };
  }
  const route = signedRoute(env, stated);
  return { mms: mmsBySignedHttps(route), 'automated-call': callBySignedHttps(route) };
};

/** What the channels of those providers are handed to. */
export const providerChannels = (env: Needs<'PROVIDER_ROUTE' | 'PROVIDER_SECRET_ID'>): ProviderChannels =>
  Object.fromEntries(
    providerRoutes(env).flatMap((stated) => {
      const all = channelsOf(env, stated);
      return stated.channels.filter((channel) => channel !== 'sms').map((channel) => [channel, all[channel]]);
    }),
  );
