import type { SpotHitAccount } from '../spot-hit-answers.ts';
import type { MessagesAccount } from '../vonage-messages-server.ts';

/** The accounts that a deployment has at providers in words of their own. Absent: it has none there. */
export interface ProviderAccounts {
  readonly smsmode?: { readonly apiKey: string } | undefined;
  readonly vonage?: MessagesAccount | undefined;
  readonly spotHit?: SpotHitAccount | undefined;
}
