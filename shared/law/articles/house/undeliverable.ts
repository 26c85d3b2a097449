import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import { EVERY_DAY } from '../../texts/text.ts';

/**
 * House rule: no text forbids writing to a mailbox that does not exist, and its holder opposed nothing. What is sent there
 * reaches nobody, and mailbox providers hold it against the sender's other mail.
 */
const DELIVERABILITY = article({
  id: 'house-deliverability/2026-11-27',
  code: 'Règle interne',
  number: 'adresse qui ne reçoit plus',
  inForce: EVERY_DAY,
  takenOn: '2026-11-27',
  kind: 'house',
});

/** It blocks the address and not the person: a consent given later with it, or another address, is written to. */
export const deadAddress = DELIVERABILITY.forbids('ADDRESS_UNDELIVERABLE', {
  rule: 'Rien ne part vers une adresse d’où les messages reviennent : pour toujours si la boîte n’existe pas, quatorze jours si le prestataire la bloque, et aussi longtemps qu’elle a refusé nos messages trois jours différents au cours des trente derniers. Un consentement donné ensuite rouvre l’envoi. Ce n’est ni une opposition ni une règle de droit.',
  concerns: { everyClass: true },
  when: (facts) => facts.addressFails !== undefined,
  detail: (facts) => facts.addressFails,
});
export const deadAddressExamples: readonly Example[] = [
  ['there is no such mailbox', { addressFails: 'permanent' }, 'forbidden'],
  ['the provider blocks it for now', { addressFails: 'blocked' }, 'forbidden'],
  ['it took no mail on three days', { addressFails: 'repeated' }, 'forbidden'],
  [
    'an order confirmation to no such mailbox',
    { addressFails: 'permanent', declaredClass: 'transactional' },
    'forbidden',
  ],
  ['nothing came back', {}, 'not forbidden'],
];
