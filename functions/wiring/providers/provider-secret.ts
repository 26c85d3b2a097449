import { secrets } from '#functions/wiring/keys/vaults.ts';
import { once } from '#functions/wiring/once.ts';
import { secretOf } from '#shared/adapters/secrets.ts';

/** What the providers outside AWS and we hold, read at first use. */
export const providerSecret = /* @__PURE__ */ once((env: Readonly<Record<'PROVIDER_SECRET_ID', string>>) =>
  secretOf(secrets(env), env.PROVIDER_SECRET_ID),
);
