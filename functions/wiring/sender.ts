import { making } from '#functions/wiring/making.ts';
import { sameAddress } from '#functions/wiring/recipients.ts';
import { acceptedMessages, ledgerWithoutAddresses, newId, pause, tokensOfMessages } from '#functions/wiring.ts';
import { sendingSesClient, sendingSnsClient } from '#shared/adapters/providers/clients.ts';
import { configurationSetsOf } from '#shared/adapters/ses/configuration-sets.ts';
import { emailBySes } from '#shared/adapters/ses/send-email.ts';
import { tenantNameOf } from '#shared/adapters/ses/tenants.ts';
import { smsBySns } from '#shared/adapters/sns/send-sms.ts';
import type { RecipientPorts } from '#shared/app/campaigns/recipient-outcome.ts';
import type { Providers } from '#shared/app/send/providers.port.ts';
import type { Sender, SendPorts } from '#shared/app/send/send-ports.ts';
import { pipelineStepsOf, stepsOf } from '#shared/app/send/steps-of.ts';
import type { EnvironmentOf } from '#shared/edge/env.ts';
import { manifest } from '../manifest.ts';
import { handOffHalts } from './halts.ts';
import { once } from './once.ts';
import { claims, dueList, parking, sendQueue } from './workers.ts';

/** The composition root of the sender: apart, since it alone brings the law, the renderer and the provider clients. */
type Needs<V extends string> = Readonly<Record<V, string>>;

/** What messages are handed to, and codes of the preference centre. */
export const providers = /* @__PURE__ */ once(
  ({ SES_CONFIGURATION_SETS, STAGE }: Needs<'SES_CONFIGURATION_SETS' | 'STAGE'>): Providers => ({
    email: emailBySes(sendingSesClient(), {
      sets: configurationSetsOf(SES_CONFIGURATION_SETS),
      tenantOf: (advertiserId) => tenantNameOf(STAGE, advertiserId),
    }),
    sms: smsBySns(sendingSnsClient()),
  }),
);

type SenderEnv = EnvironmentOf<(typeof manifest)['send-message']>;
type ChunkEnv = EnvironmentOf<(typeof manifest)['send-chunk']>;

/** What hands over, whatever is sent. */
const handingOver = (env: SenderEnv | ChunkEnv) => ({
  ...making(env),
  newId,
  claims: claims(env),
  halts: handOffHalts(env),
  providers: providers(env),
  tokens: () => tokensOfMessages(env),
  opposing: { ledger: ledgerWithoutAddresses(env), pause, sameAddress: sameAddress(env) },
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
