import { article } from '#shared/law/article.ts';
import type { Example } from '#shared/law/example.ts';

/**
 * An invented draft, to show how one is tried: art. R. 223-1 as it would read if consent to text messages lapsed like
 * consent to calls, and both after six months. No such text is known.
 */
const R223_1 = article({
  id: 'r223-1/2027-01-01',
  code: 'Code de la consommation (projet imaginé)',
  number: 'R. 223-1',
  inForce: { from: '2027-01-01' },
  kind: 'regulation',
});

const SIX_MONTHS_MS = 183 * 86_400_000;

export const oldConsent = R223_1.forbidsRelyingOn(['consent'], 'CONSENT_EXPIRED', {
  concerns: { channels: ['sms', 'mms', 'automated-call'], audience: 'consumer' },
  when: (consent, facts) => facts.at > consent.givenAt + SIX_MONTHS_MS,
});
export const oldConsentExamples: readonly Example[] = [
  ['an SMS, seven months after', { channel: 'sms', at: 18_400_000_000, basis: { givenAt: 0 } }, 'forbidden'],
  ['an SMS, five months after', { channel: 'sms', at: 13_000_000_000, basis: { givenAt: 0 } }, 'not forbidden'],
];
