import { CAPABILITIES } from '#functions/manifest/routes/capabilities.ts';
import { formerProcessors } from '#functions/manifest/routes/formerly.ts';
import { processorOf } from '#functions/manifest/routes/processors.ts';
import type { RouteProcessor } from '#shared/domain/processing/processors.ts';
import type { Config } from '../config.ts';
import { formerlyOf } from './former.ts';

/** Who processes what leaves by the routes of a stage, by route; of one that is ending, or was named before, without a channel. */
export const processorsOf = (config: Config): readonly RouteProcessor[] => {
  const { routes, providers } = config;
  const inUse = [...new Set(CAPABILITIES.map(({ route }) => route))].flatMap((route) => {
    const channels = Object.entries(routes).flatMap(([channel, by]) => (by === route ? [channel] : []));
    if (channels.length === 0) return [];
    const stated = providers.find(({ name }) => name === route);
    return [processorOf(route, channels, stated !== undefined && 'url' in stated ? stated.url : undefined)];
  });
  return [...inUse, ...formerProcessors(formerlyOf(config))];
};
