import { invalidatedConsent, invalidatedConsentAlone } from '../articles/rgpd/5.ts';
import type { Amendment } from './amendment.ts';

/** What edition 2026-11-30.7 changed so that a verdict says that a change of address ended a consent; what it decides stays. */
export const MOVED_SAID: Omit<Amendment, 'edition'> = {
  added: [invalidatedConsent],
  removed: [invalidatedConsentAlone],
};
