import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import { EVERY_DAY } from '../../texts/text.ts';
import { showsAnotherNumber, showsOrdinaryNumber } from '../arcep/caller-id.ts';

/**
 * House rule: § 2.3.2 f of the numbering plan closes ordinary numbers, and opens some. Of all others (surcharged, short, of another country, free of charge, or other)
 * no text that was read says that an automated system may show them.
 */
const NUMBER_SHOWN = article({
  id: 'house-caller-id/2026-11-30',
  code: 'Règle interne',
  number: 'numéro affiché par un automate',
  inForce: EVERY_DAY,
  takenOn: '2026-11-30',
  kind: 'house',
});

export const numberNotOpened = NUMBER_SHOWN.forbids('CALLER_ID_FORBIDDEN', {
  rule: 'Un automate d’appel n’affiche qu’un numéro français que le plan de numérotation ouvre aux automates : aucun autre numéro, qu’il soit surtaxé, court, étranger, gratuit ou autre.',
  concerns: { channels: ['automated-call'], everyClass: true },
  when: (facts) => showsAnotherNumber(facts) && !showsOrdinaryNumber(facts),
  detail: () => 'not-opened',
});
export const numberNotOpenedExamples: readonly Example[] = [
  ['a surcharged number', { channel: 'automated-call', senderId: '+33899000000' }, 'forbidden'],
  ['a number of another country', { channel: 'automated-call', senderId: '+442079460123' }, 'forbidden'],
  [
    'the same, for a parcel',
    { channel: 'automated-call', senderId: '+442079460123', declaredClass: 'transactional' },
    'forbidden',
  ],
  ['an open number written as a link', { channel: 'automated-call', senderId: 'tel:+33162000000' }, 'forbidden'],
  ['a short number', { channel: 'automated-call', senderId: '3010' }, 'forbidden'],
  [
    'a mobile number, of which the numbering plan speaks',
    { channel: 'automated-call', senderId: '+33612345678' },
    'not forbidden',
  ],
  ['a number of the open range 0162', { channel: 'automated-call', senderId: '+33162000000' }, 'not forbidden'],
  ['no number given', { channel: 'automated-call', senderId: undefined }, 'not forbidden'],
  ['an SMS, of which the charter speaks', { channel: 'sms', senderId: '+33899000000' }, 'not forbidden'],
];
