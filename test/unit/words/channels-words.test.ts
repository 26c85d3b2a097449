import { expect, test } from 'vitest';
import { agreedIn } from '#shared/pages/centre/said.ts';
import { channelsWords } from '#shared/pages/centre/words.ts';

test.each([
  [['sms'], 'SMS', 'per sms'],
  [['sms', 'mms'], 'SMS et MMS', 'per sms of mms'],
  [['automated-call'], 'appel téléphonique', 'per telefoon'],
  [['automated-call', 'live-call'], 'appel téléphonique', 'per telefoon'],
  [['email', 'mms'], 'e‑mail et MMS', 'per e‑mail en per mms'],
  [['post'], 'un autre moyen', 'op een andere manier'],
] as const)('%o is said as it is: a text alone is not said as its whole family', (channels, fr, nl) => {
  expect([channelsWords('fr', channels), channelsWords('nl', channels)]).toEqual([fr, nl]);
});

test('an agreement to SMS alone says nothing of MMS', () => {
  const [done] = agreedIn(
    { agreed: { purpose: 'own-offers', channels: ['sms'] }, isAgain: false },
    'Maison Valmy',
    'fr',
  );
  expect(done).toContain(' par SMS.');
  expect(done).not.toContain('MMS');
});
