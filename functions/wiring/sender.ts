import { callReads, making } from '#functions/wiring/making.ts';
import { providerSecret } from '#functions/wiring/providers/provider-secret.ts';
import { sameAddress } from '#functions/wiring/recipients.ts';
import {
  acceptedMessages,
  advertisers,
  clock,
  ledgerWithoutAddresses,
  newId,
  pause,
  sentVariants,
  tokensOfMessages,
} from '#functions/wiring.ts';
import { callBySignedHttps, mmsBySignedHttps } from '#shared/adapters/https/by-signed-https.ts';
import { type Received, sharedKeysOf, VERIFIERS } from '#shared/adapters/https/signature.ts';
import { sendingSesClient } from '#shared/adapters/providers/clients.ts';
import { configurationSetsOf } from '#shared/adapters/ses/configuration-sets.ts';
import { emailBySes } from '#shared/adapters/ses/send-email.ts';
import { tenantNameOf } from '#shared/adapters/ses/tenants.ts';
import { smsmodeReplyIn } from '#shared/adapters/smsmode/replies.ts';
import { mmsBySpotHit, spotHitKeyIn } from '#shared/adapters/spot-hit/mms-by-spot-hit.ts';
import { readPictureOnce } from '#shared/adapters/spot-hit/pictures.ts';
import { callByVonage } from '#shared/adapters/vonage/call-by-vonage.ts';
import { isByVonage, vonageEventIn } from '#shared/adapters/vonage/call-events.ts';
import { vonageCredentialsIn } from '#shared/adapters/vonage/credentials.ts';
import { vonageMessageIn } from '#shared/adapters/vonage/message-events.ts';
import type { RecipientPorts } from '#shared/app/campaigns/recipient-outcome.ts';
import type { Providers } from '#shared/app/send/providers.port.ts';
import type { Sender, SendPorts } from '#shared/app/send/send-ports.ts';
import { pipelineStepsOf, stepsOf } from '#shared/app/send/steps-of.ts';
import type { EnvironmentOf } from '#shared/edge/env.ts';
import type { Vouched } from '#shared/edge/public/report.ts';
import { callAnswersIn, endedByRoute, type ProviderRoute } from '../manifest/provider-route.ts';
import { manifest } from '../manifest.ts';
import { handOffHalts } from './halts.ts';
import { once } from './once.ts';
import { callsByAws } from './routes/aws.ts';
import { areByEndUserMessaging, providerRoutes, signedRoute, texts, vonageRoute } from './routes/texts.ts';
import { claims, dueList, parking, sendQueue } from './workers.ts';

/** The composition root of the sender: apart, since it alone brings the law, the renderer and the provider clients. */
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
const providerChannels = (env: Needs<'PROVIDER_ROUTE' | 'PROVIDER_SECRET_ID'>): ProviderChannels =>
  Object.fromEntries(
    providerRoutes(env).flatMap((stated) => {
      const all = channelsOf(env, stated);
      return stated.channels.filter((channel) => channel !== 'sms').map((channel) => [channel, all[channel]]);
    }),
  );

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
  endedByRoute: [...endedByRoute(env.PROVIDER_ROUTE), ...(areByEndUserMessaging(env) ? (['sms'] as const) : [])],
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

/** Reports in the words of providers that do not speak our contract. */
export const externalReports = (...report: Parameters<typeof vonageEventIn>) =>
  vonageEventIn(...report) ?? vonageMessageIn(...report) ?? smsmodeReplyIn(...report);

/** Whether a report is from the provider whose words it is in: signed as it should be, not signed where it need not be, refused, or of none that the deployment has. */
export const providerVouching =
  (env: Needs<'PROVIDER_ROUTE' | 'PROVIDER_SECRET_ID'>) =>
  async (signed: Omit<Received, 'now'>, by = 'https'): Promise<Vouched> => {
    const route = providerRoutes(env).find(({ name }) => name === by);
    // A provider that was taken away may still bring what people answered to its messages.
    if (route === undefined) return 'nobody';
    if (route.name === 'smsmode' || route.name === 'spot-hit') return 'unsigned';
    if (route.name === 'https' && route.signedBy === 'none') return 'unsigned';
    const secret = await providerSecret(env)();
    const received = { ...signed, now: Math.floor(Date.parse(clock.now()) / 1_000) };
    const isSigned =
      route.name === 'vonage'
        ? isByVonage(received, vonageCredentialsIn(secret), route.applicationId)
        : VERIFIERS[route.signedBy as Exclude<typeof route.signedBy, 'none'>](received, sharedKeysOf(secret));
    return isSigned ? 'signed' : 'refused';
  };
