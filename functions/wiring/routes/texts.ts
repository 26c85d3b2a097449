import { smsRouteIn } from '#functions/manifest/sms-route.ts';
import { once } from '#functions/wiring/once.ts';
import { providerSecret } from '#functions/wiring/providers/provider-secret.ts';
import { clock, newId, tokens } from '#functions/wiring.ts';
import { smsByEndUserMessaging } from '#shared/adapters/end-user-messaging/send-text.ts';
import { type SignedRoute, smsBySignedHttps } from '#shared/adapters/https/by-signed-https.ts';
import { sharedKeysOf } from '#shared/adapters/https/signature.ts';
import { sendingSnsClient, sendingTextClient } from '#shared/adapters/providers/clients.ts';
import { smsBySmsmode, smsmodeKeyIn } from '#shared/adapters/smsmode/smsmode.ts';
import { smsBySns } from '#shared/adapters/sns/send-sms.ts';
import type { VonageRoute } from '#shared/adapters/vonage/application.ts';
import { vonageCredentialsIn } from '#shared/adapters/vonage/credentials.ts';
import { smsByVonage } from '#shared/adapters/vonage/sms-by-vonage.ts';
import { reportUrlOf } from '#shared/app/messages/compose-message.ts';
import type { AnswerLink } from '#shared/app/oppositions/tokens.port.ts';
import type { Providers } from '#shared/app/send/providers.port.ts';
import { type ProviderRoute, providerRoutesIn } from '../../manifest/provider-route.ts';

/** What SMS are handed to, whatever they are: messages of advertisers, codes of the preference centre, and what answers a text. */
type Needs<V extends string> = Readonly<Record<V, string>>;
type Secret = Needs<'PROVIDER_SECRET_ID'>;
type Texts = NonNullable<Providers['sms']>;
type Stated<Name extends ProviderRoute['name']> = Extract<ProviderRoute, { readonly name: Name }>;

/** The providers outside AWS, as the deployment states them: read once a process. */
export const providerRoutes = /* @__PURE__ */ once(({ PROVIDER_ROUTE }: Needs<'PROVIDER_ROUTE'>) =>
  providerRoutesIn(PROVIDER_ROUTE).filter((route) => route.name !== 'connect'),
);

/** Vonage, with what it is signed to by. */
export const vonageRoute = (env: Secret, stated: Stated<'vonage'>): VonageRoute => {
  const credentials = async () => vonageCredentialsIn(await providerSecret(env)());
  return { ...stated, credentials, clock, newId };
};

/** A provider of our contract, with what it is signed to by. */
export const signedRoute = (env: Secret, stated: Stated<'https'>): SignedRoute => ({
  ...stated,
  keys: async () => sharedKeysOf(await providerSecret(env)()),
  clock,
});

const byProvider = (env: Secret, stated: ProviderRoute | undefined): Texts | undefined => {
  if (stated?.name === 'https') return smsBySignedHttps(signedRoute(env, stated));
  if (stated?.name === 'vonage') return smsByVonage(vonageRoute(env, stated));
  if (stated?.name !== 'smsmode') return undefined;
  return smsBySmsmode({ ...stated, apiKey: async () => smsmodeKeyIn(await providerSecret(env)()) });
};

/** The provider outside AWS that SMS leave by; `undefined`: they leave by AWS. */
const textProvider = (env: Needs<'PROVIDER_ROUTE'>): ProviderRoute | undefined =>
  providerRoutes(env).find(({ channels }) => channels.includes('sms'));

/** True where SMS leave by End User Messaging. */
export const areByEndUserMessaging = ({ SMS_ROUTE }: Needs<'SMS_ROUTE'>): boolean =>
  smsRouteIn(SMS_ROUTE) !== undefined;

/** What every SMS of this deployment leaves by, for who sends messages: the provider that its settings name, End User Messaging, or Amazon SNS. */
export const texts = /* @__PURE__ */ once(
  (env: Needs<'PROVIDER_ROUTE' | 'PROVIDER_SECRET_ID' | 'SMS_ROUTE'>): Texts => {
    const stated = byProvider(env, textProvider(env));
    if (stated !== undefined) return stated;
    const route = smsRouteIn(env.SMS_ROUTE);
    return route === undefined ? smsBySns(sendingSnsClient()) : smsByEndUserMessaging(sendingTextClient(), route);
  },
);

/** The same for what sends codes and answers alone, which knows the secret by another name. */
export const answeringTexts = /* @__PURE__ */ once(
  ({ PROVIDER_ROUTE, TEXT_SECRET_ID, SMS_ROUTE }: Needs<'PROVIDER_ROUTE' | 'TEXT_SECRET_ID' | 'SMS_ROUTE'>) =>
    texts({ PROVIDER_ROUTE, SMS_ROUTE, PROVIDER_SECRET_ID: TEXT_SECRET_ID }),
);

/** URLs to which a provider of texts outside AWS brings what is answered to codes and answers; `undefined`: of AWS, a topic is where. */
export const answeredLinks = (
  env: Needs<'PROVIDER_ROUTE' | 'TOKEN_SECRET_ID' | 'PUBLIC_BASE_URL'>,
): ((of: AnswerLink) => Promise<string>) | undefined => {
  if (textProvider(env) === undefined) return undefined;
  return async ({ advertiserId, contactId, messageId, purpose = 'own-offers' }) => {
    const link = { advertiserId, contactId, messageId, channel: 'sms', purpose } as const;
    return reportUrlOf(await tokens(env), env.PUBLIC_BASE_URL, link);
  };
};
