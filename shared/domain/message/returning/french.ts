/**
 * What asks a person to come back to messages that promote, or to agree to them, as people write it in French: in lower case, without
 * accents. They are words of customers. `MESSAGES`: what the sender sends by itself, and no contract calls for.
 */
const MESSAGES = [
  '(?:communications?|e-?mails?|courriels?|mails?|sms|mms|textos?|newsletters?|infolettres?|lettres?|offres?|promotions?)',
  '(?:actualites?|nouveautes?|nouvelles|bons plans|invitations?|publicites?|prospection|annonces|envois|messages|conseils)',
];
const OURS = `(?:(?:nos|notre|la|les|l'|des|de|d'|ses|vos|votre|une|toutes) ?){0,2}(?:[a-z'-]+ ){0,2}(?:${MESSAGES.join('|')})\\b`;
const BY_ITSELF = `\\b(?:nos|notre|des|de nos|la|les|l'|d'autres) ?(?:[a-z'-]+ ){0,2}(?:${MESSAGES.join('|')})\\b`;
const TO_WRITE = '(?:vous|te) (?:ecrire|contacter|solliciter|recontacter|informer|tenir)';
const TO_SEND = '(?:vous|te) (?:envoyer|adresser|faire parvenir|proposer|transmettre|faire profiter)';

/** Words after which the same is no request: what the person did. */
export const DONE_IN_FRENCH =
  /\b(?:avez|venez|aviez|ayant|a ete|votre demande|demande) (?:bien |deja )?(?:(?:demande|choisi|souhaite|voulu|decide)e?s? )?(?:a|de|pour|d') ?(?:vous |nous |te )?(?:re-?abonner|re-?inscrire|(?:a nouveau |de nouveau )?recevoir)[^.!?,;:]*/g;

/** What asks to come back to messages, or to go on with them, and names them: nobody who was asked to confirm a request reads it. */
export const MESSAGES_AGAIN_IN_FRENCH: readonly RegExp[] = [
  /\b(?:re-?abonnez|re-?abonner|re-?inscrivez-vous|je me re-?(?:abonne|inscris)|reste[rz]? (?:abonne|inscrit))/,
  new RegExp(
    `\\b(?:vous|se|me) re-?inscrire\\b(?! (?:a l'|a la |au |aux |pour |en |dans )(?!(?:[a-z'-]+ )?(?:${MESSAGES.join('|')})))`,
  ),
  /\b(?:abonne[rz]|inscri(?:re|vez))(?:-vous)? (?:a nouveau|de nouveau|encore)\b/,
  new RegExp(
    `\\b(?:re-?activ|retabli|repren|relanc|remett|debloqu)[a-z]*(?:-(?:la|le|les))?\\b[^.!?]{0,30}(?:(?:leur|la|l'|cette|l') ?(?:reception|envoi|inscription)|\\b${BY_ITSELF}|abonnement (?:a|aux) (?:nos|notre|la|l'))`,
  ),
  new RegExp(`\\brecevoir (?:a nouveau|de nouveau|encore|toujours) ${OURS}`),
  new RegExp(`\\b(?:a nouveau|de nouveau|encore|toujours) recevoir ${OURS}`),
  new RegExp(`\\bcontinuer? (?:a|de) recevoir ${BY_ITSELF}`),
  new RegExp(`\\bcontinu(?:er|ions) (?:a|de) (?:${TO_WRITE}|${TO_SEND} ${BY_ITSELF})`),
];

/** The same, which names no message: an agent may close an answer so. */
export const RETURN_IN_FRENCH: readonly RegExp[] = [
  /\bvous nous (?:manquez|avez manque)\b|\b(?:revenez|revenir|retour) (?:vers|parmi|chez) nous\b/,
  /(?<!\bnous )\b(?:gardons|restons) (?:le |en )?contact\b/,
  /\brecoch(?:er|ez)\b/,
  /\bpreferences (?:de |d'|en matiere de )?[a-z-]+ sont(?:-elles)? (?:a jour|correctes|exactes)/,
  /\b(?:mett(?:ez|re) a jour|actualise[rz]|verifie[rz]|revoyez|revoir|complete[rz])\b[^.!?]{0,20}preferences (?:de |d'|en matiere d[e'] ?)(?:communication|contact|marketing|e-?mail|courriel|reception|envoi|abonnement)/,
];

/** What asks to agree to such messages: one who just asked for them is asked to confirm it. */
export const AGREE_IN_FRENCH: readonly RegExp[] = [
  new RegExp(
    `\\b(?:votre|vos|ton) (?:accord|consentement|autorisation|permission|feu vert)\\b[^.!?]{0,60}(?:\\b(?:vous|te) (?:ecrire|solliciter)\\b|${TO_SEND} ${BY_ITSELF}|\\brecevoir ${BY_ITSELF}|\\b(?:a|sur|pour) (?:nos|notre|l'envoi de (?:nos|notre)) )`,
  ),
  new RegExp(
    `\\b(?:souhaite[rz]?|voule[rz]|voulez|aimeri?ez|desire[rz]?|accepte[rz]?|accepteriez)(?:-vous)?(?: de)?(?: bien)? (?:recevoir ${BY_ITSELF}|avoir de nos nouvelles|que nous vous ecri)`,
  ),
  new RegExp(
    `\\b(?:abonne(?:z-vous|r)|inscri(?:vez-vous|re)|(?:re)?joi(?:gnez|ndre))\\b[^.!?]{0,6}(?:a|aux|de) (?:nos|notre|la|l'|cette) ?(?:[a-z'-]+ ){0,2}(?:${MESSAGES.join('|')})`,
  ),
  /\b(?:je|j'|oui,?) ?(?:veux|souhaite|accepte|desire)(?: de| bien)? (?:recevoir|rester)\b/,
];

/** It says that the person gets no such messages any more. */
export const STOPPED_IN_FRENCH = new RegExp(
  `\\b(?:ne recev(?:ez|iez|oir)|recev(?:ez|oir)) (?:pas|plus) ${OURS}|\\bne (?:pas|plus) recevoir ${OURS}|\\b(?:refuse|coupe|desactive|arrete)e?s? ${BY_ITSELF}|\\bdes(?:abonne|inscrit)|\\bn'etes (?:pas|plus) (?:abonne|inscrit)|\\b(?:passez a cote d|ratez|manquez) ?(?:de |e )?${BY_ITSELF}|\\b(?:inscription|reception|abonnement)[^.!?]{0,50} (?:est|sont|a ete) (?:suspendu|desactive|interrompu)`,
);
/** An invitation to change that, in the same sentence or soon after. */
export const INVITED_IN_FRENCH =
  /\bchange[rz]? d'avis\b|\b(?:change[rz]?|modifie[rz]?)\b[^.!?]{0,25}\b(?:choix|preferences|reglages|avis)\b|\b(?:le|la|les) (?:modifier|changer|reactiver|retablir)\b|\b(?:re)?activez-l|\b(?:repondez|tapez|envoyez) (?:oui|ok|1)\b|\bs'abonner\b|\babonnez-vous\b/;
