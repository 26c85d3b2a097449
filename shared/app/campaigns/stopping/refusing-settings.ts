import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import { REFUSED_BY_SETTINGS, SENDER_UNKNOWN } from '#shared/domain/campaign/recipient.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { SendInput } from '../../send/send-steps.ts';
import type { Running } from '../runs.port.ts';
import { isRefusedBySettings } from './asked-of-each.ts';
import { isSenderKnown } from './known-sender.ts';
import type { LeftOut } from './left-out.ts';
import { type SendingRoutes, withoutRoute } from './without-route.ts';

type Said = Pick<SendInput, 'template' | 'content'>;
type Refusing = typeof SENDER_UNKNOWN | typeof REFUSED_BY_SETTINGS | NonNullable<ReturnType<typeof withoutRoute>>;

/** Why these settings, or the routes under them, stop each message of a campaign; `undefined`: they do not. */
const stoppingUnder = (
  routes: SendingRoutes,
  campaign: Campaign,
  said: Said,
  settings: Advertiser,
): Refusing | undefined => {
  const lacking = withoutRoute(routes, campaign, settings);
  if (lacking !== undefined) return lacking;
  if (!isSenderKnown(campaign, settings)) return SENDER_UNKNOWN;
  return isRefusedBySettings(campaign, said, settings) ? REFUSED_BY_SETTINGS : undefined;
};

/** Why nobody of a campaign is tried under the settings of somebody who is about to be; `undefined`: nothing of them keeps anybody. */
export type RefusingSettings = (input: Pick<SendInput, 'advertiser'> & Said, now: Instant) => LeftOut | undefined;

/** What is known to all recipients of a chunk. */
export interface KnownRefusal {
  /** Whether the settings keep all of the campaign. Absent: it is looked at for this one alone. */
  readonly refused?: RefusingSettings;
}

/**
 * The deployment has no route for a campaign, or the settings know its sender no more, or make each of its messages such as its creation would refuse: each would be refused for good, and
 * nothing is made for anybody before a human has looked. What it says is the same for all: the recipients of a chunk are judged once for all of them, and again where the settings were read again.
 * Past its end nobody is written to whatever the settings say, and the verdict says that it has come.
 */
export const refusingSettings = ({ campaign, occurrence }: Running, routes: SendingRoutes): RefusingSettings => {
  const known = new WeakMap<Advertiser, LeftOut | undefined>();
  const judged = ({ advertiser, template, content }: Parameters<RefusingSettings>[0]): LeftOut | undefined => {
    const underThese = (settings: Advertiser) => stoppingUnder(routes, campaign, { template, content }, settings);
    const code = underThese(advertiser);
    if (code === undefined) return undefined;
    const isSoUnder = (settings: Advertiser) => underThese(settings) !== undefined;
    return { end: 'passed-over', code, heldSeconds: 0, stops: { stopsAll: code, isSoUnder } };
  };
  return (input, now) => {
    if (now > occurrence.validUntil) return undefined;
    if (!known.has(input.advertiser)) known.set(input.advertiser, judged(input));
    return known.get(input.advertiser);
  };
};
