/** Both opinions hear alike whether a call says that it sells (L. 221-16, al. 1), whatever whoever calls is named. */
import { expect, test } from 'vitest';
import { saysCommercialNature } from '#shared/channels/automated-call/commercial-nature.ts';
import { CALL_WORDS } from '#shared/words/calls.ts';
import { tellsItSells } from './words.ts';

const NAMES = [
  'Pub',
  'CIT',
  'Mer',
  'Com',
  'Off',
  'Sing',
  'Vert',
  'Publicitaire',
  'Message',
  'Advertising',
  'Automated',
];
test.each([
  ...NAMES.flatMap((name) => [CALL_WORDS.fr, CALL_WORDS.en].map((words) => [words.who(name), name, true] as const)),
  ['Ici Pub. Votre colis est là.', 'Pub', false],
  ['Ici L’Offre. Votre colis est là.', 'L’Offre', false],
  ['Ici Com, appel commercial.', 'Com', true],
  ['Ici Alba. C’est un appel de télévente.', 'Alba', true],
  ['Ici Alba. Une remise vous attend.', 'Alba', true],
  ['Ici Alba. La remise des clés est lundi.', 'Alba', false],
  ['Ici Alba. Tout est à moitié prix.', 'Alba', true],
  ['Ici Alba. Nos bonnes affaires.', 'Alba', true],
  ['Ici Alba. Achetez trois bouteilles, payez-en deux.', 'Alba', true],
  ['Ici Alba. Un cadeau vous attend pour tout achat.', 'Alba', true],
  ['Ici Alba, service après-vente.', 'Alba', false],
  ['Ici Alba. Nous ne vendons rien.', 'Alba', false],
  ['This is Alba. We sell nothing.', 'Alba', false],
  ['Ici Alba. Votre dossier de vente est prêt.', 'Alba', false],
  ['Ceci n’est pas un message publicitaire automatique.', 'Alba', false],
] as const)('%s (%s): %s', (words, name, expected) => {
  expect([saysCommercialNature(words, [name]), tellsItSells(words, [name])]).toEqual([expected, expected]);
});
