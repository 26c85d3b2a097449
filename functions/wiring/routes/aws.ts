import { callRouteIn } from '#functions/manifest/routes/call-route.ts';
import { smsRouteIn } from '#functions/manifest/sms-route.ts';
import { once } from '#functions/wiring/once.ts';
import { callByConnect } from '#shared/adapters/connect/start-call.ts';
import { smsByEndUserMessaging } from '#shared/adapters/end-user-messaging/send-text.ts';
import { sendingCallClient, sendingTextClient } from '#shared/adapters/providers/clients.ts';
import type { Providers } from '#shared/app/send/providers.port.ts';

type Needs<V extends string> = Readonly<Record<V, string>>;

/** SMS by End User Messaging, where the deployment has them leave by it. */
export const textsByAws = /* @__PURE__ */ once(({ SMS_ROUTE }: Needs<'SMS_ROUTE'>): Pick<Providers, 'sms'> => {
  const route = smsRouteIn(SMS_ROUTE);
  return route === undefined ? {} : { sms: smsByEndUserMessaging(sendingTextClient(), route) };
});

/** Calls by Amazon Connect, where the deployment has them leave by it. */
export const callsByAws = /* @__PURE__ */ once(
  ({ CALL_ROUTE }: Needs<'CALL_ROUTE'>): Pick<Providers, 'automated-call'> => {
    const route = callRouteIn(CALL_ROUTE);
    return route === undefined ? {} : { 'automated-call': callByConnect(sendingCallClient(), route) };
  },
);
