import { advertiserList } from '#functions/wiring/facts.ts';
import { providerSecret } from '#functions/wiring/providers/provider-secret.ts';
import { replyCodes } from '#functions/wiring/workers.ts';
import {
  advertisers,
  clock,
  fingerprints,
  ledgerWithoutAddresses,
  pause,
  sendReads,
  table,
} from '#functions/wiring.ts';
import { stopsRoundsOf } from '#shared/adapters/dynamodb/feedback/rounds.ts';
import { spotHitKeyIn } from '#shared/adapters/spot-hit/mms-by-spot-hit.ts';
import { spotHitStopsOf } from '#shared/adapters/spot-hit/stops.ts';
import type { ListedStopPorts } from '#shared/app/feedback/register-listed-stops.ts';
import { providerRoutesIn } from '../../manifest/provider-route.ts';

/** The composition root of what reads the list of STOP of a provider. */
type Env = Readonly<
  Record<
    'TABLE_NAME' | 'FINGERPRINT_SECRET_ID' | 'DATA_SECRET_ID' | 'STAGE' | 'PROVIDER_SECRET_ID' | 'PROVIDER_ROUTE',
    string
  >
>;

/** What registers who is on it; `undefined`: no provider of this deployment keeps one that is read. */
export const readingListedStops = async (env: Env): Promise<ListedStopPorts | undefined> => {
  const route = providerRoutesIn(env.PROVIDER_ROUTE).find(({ name }) => name === 'spot-hit');
  const [channel] = route?.channels ?? [];
  if (route?.name !== 'spot-hit' || channel === undefined) return undefined;
  const apiKey = async () => spotHitKeyIn(await providerSecret(env)());
  return {
    clock,
    pause,
    ledger: ledgerWithoutAddresses(env),
    fingerprints: await fingerprints(env),
    replyCodes: replyCodes(env),
    advertiserList: advertiserList(env),
    vetReads: sendReads(env),
    advertisers: advertisers(env),
    listedStops: spotHitStopsOf({ url: route.url, apiKey, channel }),
    rounds: stopsRoundsOf(table(env)),
  };
};
