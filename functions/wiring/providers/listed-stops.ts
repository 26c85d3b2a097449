import { providerSecret } from '#functions/wiring/providers/provider-secret.ts';
import { stopsRoundsOf } from '#shared/adapters/dynamodb/feedback/rounds.ts';
import { spotHitKeyIn } from '#shared/adapters/spot-hit/mms-by-spot-hit.ts';
import { spotHitStopsOf } from '#shared/adapters/spot-hit/stops.ts';
import type { ListedStopPorts } from '#shared/app/feedback/register-listed-stops.ts';
import { providerRoutesIn } from '../../manifest/provider-route.ts';
import { type ListedEnv, registeringListed } from './listed-ports.ts';

/** The composition root of what reads the list of STOP of a provider. */
type Env = ListedEnv & Readonly<Record<'PROVIDER_SECRET_ID' | 'PROVIDER_ROUTE', string>>;

/** What registers who is on it; `undefined`: no provider of this deployment keeps one that is read. */
export const readingListedStops = async (env: Env): Promise<ListedStopPorts | undefined> => {
  const route = providerRoutesIn(env.PROVIDER_ROUTE).find(({ name }) => name === 'spot-hit');
  const [channel] = route?.channels ?? [];
  if (route?.name !== 'spot-hit' || channel === undefined) return undefined;
  const apiKey = async () => spotHitKeyIn(await providerSecret(env)());
  return registeringListed(env, spotHitStopsOf({ url: route.url, apiKey, channel }), stopsRoundsOf);
};
