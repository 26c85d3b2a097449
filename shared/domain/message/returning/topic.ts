/**
 * Messages that a sender sends by itself, which no order and no contract calls for, and what asks for an answer about them: in lower case,
 * without accents, in French and in English. They are words of customers.
 */
const FRENCH = [
  "newsletters?|infolettres?|listes? (?:de diffusion|d'envoi)|lettres? (?:d'information|d'actualites?|mensuelle|hebdomadaire)|mailings?|prospection",
  '(?:communications?|notifications?|alertes?|e-?mails?|courriels?|sms|messages|offres?|informations|prospections?) (?:commerciale?s?|commerciaux|promotionnel(?:le)?s?|publicitaires?|marketing)',
  'nos (?:prochaine?s? |dernieres? |futures? |meilleures? )?(?:communications?|e-?mails?|courriels?|mails|sms|mms|textos|offres|actualites?|actus?|nouveautes|nouvelles|bons plans|invitations|annonces|promotions|promos|envois|conseils|catalogues|collections|listes|ventes privees)',
  "(?:actualite|nouveaute|offre|publicite)s? (?:ne )?(?:vous )?(?:sera|seront|est|soit|soient) (?:plus )?(?:adresse|envoye)|(?:informations?|conseils?) sur nos|retrouve\\w* nos (?:messages|envois)|(?<!abonnement a )notre (?:lettre|actualite|magazine|journal|catalogue|liste|programme d'offres)",
  '(?:encore|a nouveau|de nouveau|toujours|continuer (?:a|de)|pouvons-nous|pourrions-nous|-nous a) (?:vous |te )(?:contacter|ecrire|recontacter|solliciter)|(?:vous|te) (?:ecrire de temps|recontacter pour|solliciter)|garder le contact|rester (?:en contact|abonne|inscrit)',
  "preferences? (?:de |d'|en matiere de )?(?:communication|contact|marketing|reception)|aucune communication|case offres?",
  're-?abonne|re-?inscription|des(?:abonne|abonnement|inscrit|inscription)|ne (?:recev(?:ez|iez|rez)|figure[z]?) plus (?:rien|aucun|dans)',
];
const ENGLISH = [
  'newsletters?|mailing lists?|marketing|promotional|mailings|news and offers|offers and news|offers by (?:e-?mail|text|post)',
  /hear(?:ing)? (?:more )?from (?:us\b|§)/.source,
  '(?<!subscription to )our (?:latest |next |best )?(?:e-?mails?|texts|communications?|offers|news|updates|list|tips|catalogues?|magazine|collections?)',
  '(?:may|can|could|ok|okay|happy|like us|want us|allow us|let us|keep|continue|still|permission|consent)(?: (?:to|for us to))? (?:e-?mail(?:ing)?|contact(?:ing)?|text(?:ing)?|call(?:ing)?|writ(?:e|ing) to) you',
  "(?:keep|go on|carry on|continue|start) writing|more about our|blessing to|(?<!(?:will|shall|we|i) |'ll )(?:stay|keep|remain) in touch|stay friends|re-?subscri|unsubscribed|opt(?:ed|ing)? (?:back )?(?:in|out)\\b|(?:off|on|left|to) (?:the|our) list",
];
/** It speaks of such messages, or of those that somebody has stopped. */
export const TOPIC = new RegExp(`\\b(?:${[...FRENCH, ...ENGLISH].join('|')})`);

const SAY = /\btell us/.source;
const ASKS_FRENCH =
  "cliqu|valide[rz]|garde[rz]|reste[rz]\\b|permet de|n'attend|revient\\b|clic\\b|coche[rz]|choisi(?:ssez|r)|confirme[rz]|accepte[rz]|acceptez|autorise[rz]|dites|donne[rz]|reponde[rz]|repondez|activez|activer|abonne(?:z|r)|inscri(?:vez|re)\\b|(?:pouvons|pourrions|pouvez|souhaitez|voulez|aimeriez|desirez|acceptez|avez)-(?:nous|vous)|suffit|revenir|rejoign|mettez|modifie[rz]|change[rz]|actualise[rz]|vous pouvez|besoin de|votre (?:accord|consentement|autorisation)|renouvele[rz]|retabli|repren(?:ez|dre)|remettre|si vous (?:souhaitez|voulez|le)|oui\\b|lien\\b|ne partez pas|plutot";
const ASKS_ENGLISH =
  "click\\b|tap\\b|tick\\b|choose\\b|confirm\\b|accept\\b|agree\\b|allow\\b|let us know|reply\\b|say yes|renew\\b|to let us|switch\\b|turn (?:\\w+ )?on|sign up|subscribe\\b|join\\b|may we|can we|could we|would you|do you|is it (?:ok|okay|still)|opt (?:back )?in\\b|update\\b|change\\b|you can\\b|hop\\b|come back|permission\\b|consent\\b|unless|if you(?:'d| would)|let's|let us|link\\b|here\\b";
/** It asks for something. */
export const ASKS = new RegExp(`\\b(?:${ASKS_FRENCH}|${ASKS_ENGLISH})|${SAY}|\\?`);

/** The way out, which every message may show: it is cut off before the rest is read. */
export const WAY_OUT =
  /\bpour (?:modifier|changer|gerer) (?:vos|tes) preferences[^.!?]*|\b(?:pour|afin de|vous pouvez|pouvez|et|ou) (?:[a-z' -]{0,25})?(?:ne (?:plus|pas) (?:en )?recevoir|vous (?:des(?:abonner|inscrire)|opposer)|vous y opposer|refuser|arreter|retirer (?:votre|ce|cet) (?:accord|consentement|autorisation))[^.!?]*|\b(?:se )?desabonner\b[^.!?]*|\bdes(?:abonnez|inscrivez)-vous[^.!?]*|\b(?:to|can|may|could|and|or) (?:[a-z' -]{0,25})?(?:unsubscribe|opt out|stop (?:receiving|getting)|object|withdraw|(?:change|manage) your (?:[a-z-]+ )?preferences)\b[^.!?]*|\bunsubscribe\b[^.!?]*|\bstop (?:au|to)\b[^.!?]*|\b(?:jamais|never)\b[^.!?]*/g;
