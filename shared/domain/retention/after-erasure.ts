import type { AddressKind } from '#shared/channels/record.ts';
import type { Instant } from '../ids.ts';
import { addDays } from '../time/instant.ts';
import type { Remainder } from './remainder.ts';
import { REMAINING_AT_PROVIDERS } from './remaining-at-providers.ts';
import { REMAINING_OF_RIGHTS } from './remaining-of-rights.ts';

/** Each thing that remains, where, how long and why: what a person is informed of (GDPR art. 12, § 4, and 17, § 3). */
export const REMAINDERS: readonly Remainder[] = [
  {
    kinds: [
      ...['standing', 'person', 'confirmation', 'listed-opposition', 'event', 'former-event', 'event-position'],
      ...['expiry', 'expiry-day'],
    ],
    where: 'table',
    what: {
      fr: 'Les oppositions : l’empreinte chiffrée de l’adresse, l’étendue, la date.',
      en: 'The oppositions: the keyed fingerprint of the address, the scope, the date.',
    },
    why: {
      fr: 'Pour ne plus jamais écrire à cette adresse (RGPD, art. 21, § 3).',
      en: 'So that this address is never written to again (GDPR art. 21, § 3).',
    },
    untilWhen: { fr: 'Sans terme.', en: 'Without a term.' },
  },
  {
    kinds: ['erasure', 'deletion'],
    where: 'table',
    what: {
      fr: 'La trace de l’effacement : sa date, ce qu’il a retiré, en nombres, et les identifiants des autres contacts de la personne.',
      en: 'The evidence of the erasure: its date, what it removed, as counts, and the ids of the person’s other contacts.',
    },
    why: {
      fr: 'Pour montrer qu’il a été fait (RGPD, art. 5, § 2).',
      en: 'To show that it was done (GDPR art. 5, § 2).',
    },
    untilWhen: { fr: 'Sans terme.', en: 'Without a term.' },
  },
  {
    kinds: ['message', 'due', 'waiting', 'chunk', 'waiting-page', 'chunk-result', 'reported', 'campaign-job'],
    where: 'table',
    what: {
      fr: 'Ce qui a été envoyé ou refusé : identifiants, dates, états, verdicts, empreintes ; ni adresse, ni valeurs, ni référence.',
      en: 'What was sent or refused: ids, dates, states, verdicts, hashes; no address, no values, no reference.',
    },
    why: {
      fr: 'Pour montrer sur quoi reposait chaque envoi (RGPD, art. 17, § 3, e).',
      en: 'To show what each message rested on (GDPR art. 17, § 3, e).',
    },
    days: 396,
  },
  {
    kinds: ['sent-proof'],
    where: 'table',
    what: {
      fr: 'La preuve de ce qui a été envoyé, dans une archive dont rien n’est envoyé : identifiants, dates, verdicts, empreintes.',
      en: 'The proof of what was sent, in an archive that nothing is sent from: ids, dates, verdicts, hashes.',
    },
    why: {
      fr: 'Une infraction peut être poursuivie pendant six ans (RGPD, art. 17, § 3, e).',
      en: 'An offence can be pursued for six years (GDPR art. 17, § 3, e).',
    },
    untilWhen: {
      fr: 'Six ans après l’envoi, sauf autre durée dans les paramètres.',
      en: 'Six years after it was sent, unless the settings say otherwise.',
    },
  },
  ...REMAINING_OF_RIGHTS,
  {
    kinds: ['sends', 'test-recipients', 'request', 'code'],
    where: 'table',
    what: {
      fr: 'Les identifiants et les heures des envois, et les empreintes des demandes reçues.',
      en: 'Ids and times of what was sent, and hashes of the requests received.',
    },
    why: {
      fr: 'Pour ne rien envoyer deux fois et reconnaître une demande répétée.',
      en: 'So that nothing is sent twice, and a repeated request is recognised.',
    },
    days: 460,
  },
  {
    kinds: ['journal/'],
    where: 'journal',
    what: {
      fr: 'Les oppositions et l’effacement : empreinte chiffrée, étendue, date.',
      en: 'The oppositions and the erasure: keyed fingerprint, scope, date.',
    },
    why: {
      fr: 'Pour qu’une table restaurée les ait de nouveau (RGPD, art. 21, § 3).',
      en: 'So that a restored table has them again (GDPR art. 21, § 3).',
    },
    untilWhen: {
      fr: 'Autant de jours que le déploiement le prévoit (`journal.days`), 400 sauf réglage contraire.',
      en: 'As many days as the deployment says (`journal.days`), 400 unless set otherwise.',
    },
  },
  {
    kinds: ['uploads/', 'reports/'],
    where: 'bucket',
    what: {
      fr: 'Les fichiers d’adresses que l’annonceur a déposés, s’il s’y trouve.',
      en: 'Files of addresses that the advertiser uploaded, where it is in one.',
    },
    why: { fr: 'Ils sont supprimés d’eux-mêmes.', en: 'They are deleted by themselves.' },
    days: 7,
  },
  {
    kinds: ['values/'],
    where: 'bucket',
    what: {
      fr: 'Ce que les messages de campagnes contenaient de propre à la personne (adresse, valeurs insérées), chiffré ; la clé est détruite et ne subsiste que dans les sauvegardes ci-dessous.',
      en: 'What messages of campaigns had of the person alone (address, merge values), encrypted; its key is destroyed, and is left only in the backups below.',
    },
    why: { fr: 'Sa suppression est automatique.', en: 'It is deleted by itself.' },
    days: 399,
  },
  {
    kinds: ['contents/'],
    where: 'bucket',
    what: {
      fr: 'Le texte d’un message qu’une application a écrit sans modèle, chiffré ; ce qui l’ouvre est détruit, et ne subsiste que dans les sauvegardes ci-dessous et chez qui a reçu le même texte.',
      en: 'The text of a message that an application wrote without a template, encrypted; what opens it is destroyed, and is left only in the backups below and with others who were sent the same text.',
    },
    why: {
      fr: 'D’autres personnes peuvent avoir reçu le même texte.',
      en: 'Others may have been written the same text.',
    },
    untilWhen: {
      fr: 'Tant que l’annonceur utilise ce déploiement.',
      en: 'For as long as the advertiser is in this deployment.',
    },
  },
  {
    kinds: ['parked', 'aws/lambda/', 'sms-replies', 'email-feedback', 'opposition-mails', 'inbound-events'],
    where: 'queue',
    what: {
      fr: 'Ce qui est en cours de traitement ou n’a pas pu l’être, chiffré : une réponse par SMS, un rapport du fournisseur, une demande d’une application.',
      en: 'What is being handled or could not be, encrypted: a reply by SMS, a report of the provider, a request of an application.',
    },
    why: {
      fr: 'Il peut s’y trouver une opposition que personne n’a encore lue.',
      en: 'It may hold an opposition that nobody has read yet.',
    },
    untilWhen: {
      fr: 'Jusqu’à son traitement ; quatorze jours dans une file, et jusqu’à ce que l’exploitant tranche pour ce qu’il a mis de côté.',
      en: 'Until it is handled; fourteen days in a queue, and until the operator decides where it was put aside.',
    },
  },
  {
    kinds: ['stream of the table', 'point-in-time recovery of the table'],
    where: 'backup',
    what: {
      fr: 'Les sauvegardes de la table, avec les données chiffrées et leur clé. Une restauration refait l’effacement avant tout envoi.',
      en: 'Backups of the table, with the encrypted data and their key. A restore repeats the erasure before anything is sent.',
    },
    why: {
      fr: 'Une table endommagée est restaurée ; AWS en fixe la durée.',
      en: 'A damaged table is restored; AWS sets the term.',
    },
    days: 35,
  },
  ...REMAINING_AT_PROVIDERS,
];

/** What is removed at once, by the names of the register. */
export const REMOVED_KINDS: readonly string[] = [
  ...['profile', 'audience-row', 'listed-contact', 'due-erasure', 'named-text'],
];

/**
 * What remains of an address of this kind, with the instant when each is gone at the latest, where that is known. `undefined`: the kind is
 * not known, and all that may remain is named.
 */
export const remainderOf = (erasedAt: Instant, addressKind: AddressKind | undefined) =>
  REMAINDERS.filter(({ of }) => of === undefined || addressKind === undefined || of === addressKind).map(
    ({ where, what, why, days, untilWhen }) => ({
      where,
      what,
      why,
      ...(days === undefined ? {} : { until: addDays(erasedAt, days) }),
      ...(untilWhen === undefined ? {} : { untilWhen }),
    }),
  );
