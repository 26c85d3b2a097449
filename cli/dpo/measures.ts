import type { Said } from '#shared/domain/processing/said.ts';

/** Technical and organisational measures that the deployment has (art. 30, § 1, g and art. 32 GDPR). */
export const MEASURES: readonly Said[] = [
  {
    fr: 'Adresses et valeurs insérées chiffrées par une clé propre à chaque contact, que l’effacement détruit ; base, files et compartiments chiffrés au repos ; TLS en transit.',
    en: 'Addresses and merge values encrypted by a key of each contact, which erasure destroys; table, queues and buckets encrypted at rest; TLS in transit.',
  },
  {
    fr: 'Contacts désignés par une empreinte à clé ; ni adresse ni numéro dans les journaux, les adresses web, les mesures, les files d’envoi ou les messages d’erreur ; si AWS journalise le sort des SMS, leurs numéros y sont masqués.',
    en: 'Contacts named by a keyed fingerprint; neither address nor number in logs, URLs, metrics, send queues or errors; where AWS logs what became of SMS, their numbers are masked.',
  },
  {
    fr: 'Clés d’accès limitées à un ou plusieurs annonceurs et à des droits nommés, renouvelables et révocables ; chaque fonction n’a que les droits qu’elle exerce, comparés à ce qu’elle fait.',
    en: 'API keys bound to advertisers and to named scopes, rotated and revoked; each function has only the rights that it uses, compared with what it does.',
  },
  {
    fr: 'Aucun message ne part sans verdict ; en cas de doute ou de panne, rien ne part ; arrêt d’urgence global ou par annonceur. Seuls la confirmation d’un STOP que la personne vient d’envoyer et le code qu’elle vient de demander partent sans verdict.',
    en: 'No message leaves without a verdict; in doubt or failure nothing leaves; an emergency stop for all or for one advertiser. Only the confirmation of a STOP that the person just sent, and the code that they just asked for, leave without one.',
  },
  {
    fr: 'Oppositions conservées hors de la base dans un journal verrouillé, rejoué après toute restauration avant le premier envoi.',
    en: 'Oppositions kept outside the table in a locked journal, replayed after each restore before the first sending.',
  },
  {
    fr: 'Durées appliquées par le TTL et un balayage, vérifiées par un contrôle indépendant (`npm run aval -- retention`) ; suppressions attestées sans donnée personnelle.',
    en: 'Terms applied by TTL and a sweep, proved by a scan of its own (`npm run aval -- retention`); deletions recorded without personal data.',
  },
  {
    fr: 'Archive de preuve qu’aucune fonction d’envoi ne peut lire.',
    en: 'An archive of proof that no function that sends can read.',
  },
];
