import { CAPABILITIES } from '#functions/manifest/routes/capabilities.ts';
import { processorOf } from '#functions/manifest/routes/processors.ts';
import type { RouteProcessor } from '#shared/domain/processing/processors.ts';
import type { Config } from '../config.ts';

/** Who processes what leaves by the routes of a stage, by route; of one that is ending, without a channel. */
export const processorsOf = ({ routes, providers, endUserMessaging, connect }: Config): readonly RouteProcessor[] => {
  const ending = [...(endUserMessaging ? ['end-user-messaging'] : []), ...(connect ? ['connect'] : [])];
  return [...new Set(CAPABILITIES.map(({ route }) => route))].flatMap((route) => {
    const channels = Object.entries(routes).flatMap(([channel, by]) => (by === route ? [channel] : []));
    if (channels.length === 0 && !ending.includes(route)) return [];
    const stated = providers.find(({ name }) => name === route);
    return [processorOf(route, channels, stated !== undefined && 'url' in stated ? stated.url : undefined)];
  });
};
