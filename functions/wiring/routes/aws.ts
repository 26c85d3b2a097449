import { callRouteIn } from '#functions/manifest/routes/call-route.ts';
import { once } from '#functions/wiring/once.ts';
import { callByConnect } from '#shared/adapters/connect/start-call.ts';
import { sendingCallClient } from '#shared/adapters/providers/clients.ts';
import type { Providers } from '#shared/app/send/providers.port.ts';

type Needs<V extends string> = Readonly<Record<V, string>>;

/** Calls by Amazon Connect, where the deployment has them leave by it. */
export const callsByAws = /* @__PURE__ */ once(
  ({ CALL_ROUTE }: Needs<'CALL_ROUTE'>): Pick<Providers, 'automated-call'> => {
    const route = callRouteIn(CALL_ROUTE);
    return route === undefined ? {} : { 'automated-call': callByConnect(sendingCallClient(), route) };
  },
);
