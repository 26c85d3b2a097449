import { providerSecret } from '#functions/wiring/providers/provider-secret.ts';
import { clock } from '#functions/wiring.ts';
import { type Received, sharedKeysOf, VERIFIERS } from '#shared/adapters/https/signature.ts';
import { smsmodeReplyIn } from '#shared/adapters/smsmode/replies.ts';
import { isByVonage, vonageEventIn } from '#shared/adapters/vonage/call-events.ts';
import { vonageCredentialsIn } from '#shared/adapters/vonage/credentials.ts';
import { vonageMessageIn } from '#shared/adapters/vonage/message-events.ts';
import type { Vouched } from '#shared/edge/public/report.ts';
import { providerRoutes } from '../routes/texts.ts';

type Needs<V extends string> = Readonly<Record<V, string>>;
type Route = ReturnType<typeof providerRoutes>[number];
/** Whether a report is signed by whom it is from. */
type IsSigned = (received: Received, secret: string) => boolean;

/** Reports in the words of providers that do not speak our contract. */
export const externalReports = (...report: Parameters<typeof vonageEventIn>) =>
  vonageEventIn(...report) ?? vonageMessageIn(...report) ?? smsmodeReplyIn(...report);

/** How a report of a provider is known to be from it; `undefined`: it signs none. */
const signatureOf = (route: Route): IsSigned | undefined => {
  if (route.name === 'vonage')
    return (received, secret) => isByVonage(received, vonageCredentialsIn(secret), route.applicationId);
  if (route.name !== 'https' || route.signedBy === 'none') return undefined;
  const verify = VERIFIERS[route.signedBy];
  return (received, secret) => verify(received, sharedKeysOf(secret));
};

/** Whether a report is from the provider whose words it is in: signed as it should be, not signed where it need not be, refused, or of none that the deployment has. */
export const providerVouching =
  (env: Needs<'PROVIDER_ROUTE' | 'PROVIDER_SECRET_ID'>) =>
  async (signed: Omit<Received, 'now'>, by = 'https'): Promise<Vouched> => {
    const route = providerRoutes(env).find(({ name }) => name === by);
    // A provider that was taken away may still bring what people answered to its messages.
    if (route === undefined) return 'nobody';
    const isSigned = signatureOf(route);
    if (isSigned === undefined) return 'unsigned';
    const secret = await providerSecret(env)();
    const received = { ...signed, now: Math.floor(Date.parse(clock.now()) / 1_000) };
    return isSigned(received, secret) ? 'signed' : 'refused';
  };
