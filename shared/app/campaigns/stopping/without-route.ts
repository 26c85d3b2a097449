import { promisesKey } from '#shared/channels/automated-call/number-of-calls.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { CHANNELS, type Channel, isSent, type SentChannel } from '#shared/domain/message/channel.ts';
import { type Missing, missing } from '#shared/domain/missing.ts';
import { NO_KEY_PRESS, NO_ROUTE } from '#shared/domain/sending/no-route.ts';
import type { CallAnswers } from '../../send/providers.port.ts';
import type { SendPorts } from '../../send/send-ports.ts';

/** By what messages of a deployment leave. */
export interface SendingRoutes {
  /** The channels that a route carries. */
  readonly channels: readonly SentChannel[];
  /** What people answer that the route of calls reports. Absent: no call leaves. */
  readonly callAnswers?: CallAnswers | undefined;
}

/** The routes of whoever hands over. */
export const routesOf = ({ providers, callAnswers }: Pick<SendPorts, 'providers' | 'callAnswers'>): SendingRoutes => ({
  channels: CHANNELS.filter(isSent).filter((channel) => providers[channel] !== undefined),
  callAnswers,
});

/** What every message of a campaign has that decides by what it leaves. */
interface Leaving {
  readonly channel: Channel;
  readonly sender?: string | undefined;
}

/**
 * Why no message on this channel from this sender can leave the deployment, whoever it goes to: it has no route for the channel, or one that does
 * not report the key that the calling number promises. `undefined`: it can. Nothing is wrong with the people.
 */
export const withoutRoute = (
  { channels, callAnswers }: SendingRoutes,
  { channel, sender }: Leaving,
  settings: Pick<Advertiser, 'senders'>,
): typeof NO_ROUTE | typeof NO_KEY_PRESS | undefined => {
  if (!isSent(channel)) return undefined;
  if (!channels.includes(channel)) return NO_ROUTE;
  return callAnswers?.keyPress !== true && promisesKey(channel, settings, sender) ? NO_KEY_PRESS : undefined;
};

/** The same, as the creation of a campaign says it: what is wrong, and what is to be set up. */
export const ROUTE_FAULTS = {
  [NO_ROUTE]: /* @__PURE__ */ missing(
    '/channel',
    {
      fr: 'Rien n’est installé ici pour envoyer par ce canal : aucun message ne partirait (no-route).',
      en: 'Nothing is installed here that sends by this channel: no message would leave (no-route).',
    },
    {
      fr: 'L’exploitant configure un prestataire pour ce canal (routes de aval.config.json, docs/channels.md) et déploie ; créez ensuite la campagne.',
      en: 'The operator configures a provider for this channel (routes of aval.config.json, docs/channels.md) and deploys; then create the campaign.',
    },
  ),
  [NO_KEY_PRESS]: /* @__PURE__ */ missing(
    '/sender',
    {
      fr: 'Ce numéro promet une touche pour s’opposer, et la route des appels n’en rapporte aucune : aucun appel ne partirait (no-key-press).',
      en: 'This number promises a key to oppose, and the route of calls reports none: no call would leave (no-key-press).',
    },
    {
      fr: 'Donnez à ce numéro un oppositionNumber et ôtez acceptsKeyPress, ou l’exploitant configure une route des appels qui rapporte les touches.',
      en: 'Give this number an oppositionNumber and take acceptsKeyPress out, or the operator configures a route of calls that reports keys.',
    },
    'PATCH /v1/advertisers/{advertiserId}',
  ),
} as const satisfies Record<string, Missing>;
