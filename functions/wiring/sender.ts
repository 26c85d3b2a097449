import { callReads, making } from '#functions/wiring/making.ts';
import { providerSecret } from '#functions/wiring/providers/provider-secret.ts';
import { sameAddress } from '#functions/wiring/recipients.ts';
import {
  acceptedMessages,
  advertisers,
  ledgerWithoutAddresses,
  newId,
  pause,
  sentVariants,
  tokensOfMessages,
} from '#functions/wiring.ts';
import { sendingSesClient } from '#shared/adapters/providers/clients.ts';
import { configurationSetsOf } from '#shared/adapters/ses/configuration-sets.ts';
import { emailBySes } from '#shared/adapters/ses/send-email.ts';
import { tenantNameOf } from '#shared/adapters/ses/tenants.ts';
import type { RecipientPorts } from '#shared/app/campaigns/sending/recipient-outcome.ts';
import type { Providers } from '#shared/app/send/providers.port.ts';
import type { Sender, SendPorts } from '#shared/app/send/send-ports.ts';
import { pipelineStepsOf, stepsOf } from '#shared/app/send/steps-of.ts';
import type { EnvironmentOf } from '#shared/edge/env.ts';
import { callAnswersIn, endedByRoute } from '../manifest/provider-route.ts';
import { manifest } from '../manifest.ts';
import { handOffHalts } from './halts.ts';
import { once } from './once.ts';
import { providerChannels } from './providers/provider-channels.ts';
import { callsByAws } from './routes/aws.ts';
import { areByEndUserMessaging, providerRoutes, texts } from './routes/texts.ts';
import { claims, dueList, parking, sendQueue } from './workers.ts';

// The composition root of the sender: apart, since it alone brings the law, the renderer and the provider clients.

type Needs<V extends string> = Readonly<Record<V, string>>;

/** What mail is handed to. */
export const mails = /* @__PURE__ */ once(
  ({ SES_CONFIGURATION_SETS, STAGE }: Needs<'SES_CONFIGURATION_SETS' | 'STAGE'>) =>
    emailBySes(sendingSesClient(), {
      sets: configurationSetsOf(SES_CONFIGURATION_SETS),
      tenantOf: (advertiserId) => tenantNameOf(STAGE, advertiserId),
    }),
);

/** Fetches what the providers of the deployer's choice and we sign by; where there is no such provider, nothing is read. */
const fetchProviderSecret = async (env: Needs<'PROVIDER_ROUTE' | 'PROVIDER_SECRET_ID'>): Promise<void> => {
  if (providerRoutes(env).length > 0) await providerSecret(env)();
};

/** What every channel of this deployment is handed to. */
const providers = (
  env: Needs<'SES_CONFIGURATION_SETS' | 'STAGE' | 'PROVIDER_ROUTE' | 'PROVIDER_SECRET_ID' | 'SMS_ROUTE' | 'CALL_ROUTE'>,
): Providers => ({
  email: mails(env),
  sms: texts(env),
  ...callsByAws(env),
  ...providerChannels(env),
});

type SenderEnv = EnvironmentOf<(typeof manifest)['send-message']>;
type ChunkEnv = EnvironmentOf<(typeof manifest)['send-chunk']>;

/** The channels whose route itself keeps from sending to who stopped. */
const channelsEndedByRoute = (env: SenderEnv | ChunkEnv): ReturnType<typeof endedByRoute> => {
  const byProvider = endedByRoute(env.PROVIDER_ROUTE);
  return areByEndUserMessaging(env) ? [...byProvider, 'sms'] : byProvider;
};

/** What hands over, whatever is sent. */
const handingOver = (env: SenderEnv | ChunkEnv) => ({
  ...making(env),
  vetReads: callReads(env),
  newId,
  claims: claims(env),
  variants: sentVariants(env),
  halts: handOffHalts(env),
  providers: providers(env),
  callAnswers: callAnswersIn(env.PROVIDER_ROUTE),
  endedByRoute: channelsEndedByRoute(env),
  // With what the provider is signed to, so that nothing is fetched between a claim and its hand-off.
  tokens: async () => {
    // Where it cannot be read, mails and SMS leave all the same; what needs it is tried again.
    await fetchProviderSecret(env).catch(() => undefined);
    return tokensOfMessages(env);
  },
  opposing: {
    ledger: ledgerWithoutAddresses(env),
    advertisers: advertisers(env),
    pause,
    sameAddress: sameAddress(env),
  },
});

/** The sender of a process. */
export const sender = /* @__PURE__ */ once((env: SenderEnv): Sender => {
  const ports: SendPorts = {
    ...handingOver(env),
    messages: acceptedMessages(env),
    sendQueue: { ...sendQueue(env), ...parking(env) },
    dueList: dueList(env),
    functionTimeoutSeconds: manifest['send-message'].timeoutSeconds,
  };
  return { ports, steps: stepsOf(ports) };
});

/** What sends the recipients of chunks, of a process. */
export const chunkSending = /* @__PURE__ */ once((env: ChunkEnv): RecipientPorts => {
  const ports = { ...handingOver(env), functionTimeoutSeconds: manifest['send-chunk'].timeoutSeconds };
  return { ports, steps: pipelineStepsOf(ports) };
});
