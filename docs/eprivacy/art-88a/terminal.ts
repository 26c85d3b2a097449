import { article } from '#shared/law/article.ts';
import type { Example } from '#shared/law/example.ts';

/**
 * Digital Omnibus, COM(2025) 837, proposed art. 88a of the GDPR: reading from the reader's terminal needs a consent. Not
 * adopted; its text was not read, and the day is invented. Where it is asked whether a reader may be counted (a message for
 * `tracking`), having been informed in time, as CNIL admits for old addresses, is then no longer enough.
 */
const ART_88A = article({
  id: 'rgpd-88a/2027-06-01',
  code: 'Règlement (UE) 2016/679 (RGPD), proposition COM(2025) 837',
  number: '88a',
  inForce: { from: '2027-06-01' },
  kind: 'regulation',
});

export const countedWithoutConsent = ART_88A.forbids('CONSENT_WRONG_PURPOSE', {
  concerns: { channels: ['email'] },
  when: ({ purpose, bases }) =>
    purpose === 'tracking' &&
    !bases.some(({ kind, coversPurpose, state }) => kind === 'consent' && coversPurpose && state === 'given'),
});
export const countedWithoutConsentExamples: readonly Example[] = [
  ['counting a reader without a basis', { local: '2027-06-02T11:00', purpose: 'tracking', bases: [] }, 'forbidden'],
  ['an offer without a basis', { local: '2027-06-02T11:00', bases: [] }, 'not forbidden'],
  ['counting one who agreed to it', { local: '2027-06-02T11:00', purpose: 'tracking' }, 'not forbidden'],
  ['the day before', { local: '2027-05-31T11:00', purpose: 'tracking', bases: [] }, 'not forbidden'],
];
