import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import type { DryRun } from '#shared/domain/campaign/dry-run.ts';
import { billedOn, type Channel } from '#shared/domain/message/channel.ts';

/** What providers would bill for a run. */
export const Cost = z.strictObject({
  per: about('What the provider bills: each message, or each segment of a text.', z.enum(['message', 'segment'])),
  units: about('How many of them, for those who are allowed or deferred.', z.int().check(z.gte(0))),
  listPriceUsd: about(
    'The list price of one in US dollars. Absent: it differs by country and contract, or yours is known.',
    z.optional(z.number()),
  ),
  listPriceAsOf: about('The day of that price: YYYY-MM-DD. Absent: there is none.', z.optional(z.string())),
  yourPriceUsd: about(
    'What you pay for one as the settings of the deployment say it, in US dollars. Absent: they do not; of MMS and calls they say nothing.',
    z.optional(z.number()),
  ),
  usd: about(
    'What all of them cost at that price, in US dollars, without taxes. Absent: no price is known; multiply units by yours.',
    z.optional(z.number()),
  ),
});

/** To a hundredth of a cent. */
const rounded = (usd: number): number => Math.round(usd * 10_000) / 10_000;

/** What the deployer pays for one of what is billed on a channel, in US dollars; what is not known is absent. */
export type Prices = Readonly<Partial<Record<Channel, number | undefined>>>;

/** At the deployer's own price where the settings say one, or else at the list price where there is one. */
export const costView = (
  { channel, units }: Pick<DryRun, 'channel' | 'units'>,
  prices: Prices,
): z.infer<typeof Cost> => {
  const { per, list } = billedOn(channel);
  const own = prices[channel];
  if (own !== undefined) return { per, units, yourPriceUsd: own, usd: rounded(units * own) };
  if (list === undefined) return { per, units };
  return { per, units, listPriceUsd: list.usd, listPriceAsOf: list.asOf, usd: rounded(units * list.usd) };
};
