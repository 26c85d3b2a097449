/**
 * How people ask a sender to stop writing, in six languages, as `foldReply` leaves it: no accents, no capitals, no punctuation. What is here
 * is plain: read in a sentence that asks nothing, it is an opposition that no human has to confirm.
 */
export const PLAIN: readonly RegExp[] = [
  // French
  /(^| )(des ?in?s?cri|des ?abon|de ?sabon)/,
  /(^| )(retire|enleve|supprime|efface|radie|raye|ote|sorte)[rz]? (moi|nous|.{0,25}(adresse|mail|courriel|coordonnees|donnees|mailing|(votre|vos|cette) (liste|fichier|base)))/,
  /(^| )(me|m|nous) (retirer|enlever|supprimer|effacer|radier|rayer|oter|sortir)( |$)/,
  /(^| )(arrete|cesse)[rz]?( |$).{0,20}(envo|ecri|mail|courriel|pub|message|sollicit|contact|demarch|spam|newsletter|tout)/,
  /(^| )(plus|pas) (recevoir|etre (contact|sollicit|derang|demarch))/,
  /(^| )ne (plus|pas|jamais) (me |m |nous )(envo|ecri|contact|sollicit|demarch|relanc|adress)/,
  /(^| )ne (me |m |nous )(envo|ecri|contact|sollicit|demarch|relanc|adress)\w* (plus|pas)/,
  /(^| )plus (de|aucun|aucune) (vos )?(mail|courriel|e mail|email|pub|newsletter|message|offre|sollicit|promo)/,
  /(^| )m oppose/,
  // English
  /(^| )un ?subscri/,
  /(^| )opt(ing)? (me )?out( |$)/,
  /(^| )remove (me|us)( |$)|(^| )(take|get) (me|us|my (name|address)) (off|out|from)|(^| )(remove|delete) (my|our) (\w+ )?(e mail|email|mail|address|data|details|name|contact)/,
  /(^| )be(ing)? (removed|taken off|deleted)( |$)/,
  /(^| )stop( |$).{0,25}(send|email|e mail|mail|contact|writ|messag|newsletter|this|these|it( |$))/,
  /(^| )(do not|don t|dont|never) (send|email|e mail|mail|contact|write|message|spam)/,
  /(^| )no (more|further) (e ?mails?|mails?|messages|newsletters?|advertising|ads|offers)/,
  /(^| )(no longer|not|don t|dont) (wish|want) (to )?(receive|get|be (contacted|emailed))/,
  /(^| )i object( |$)/,
  // German
  /(^| )(abmeld|abbestell|austrag|widersprech|widerspruch)/,
  /(^| )(melden sie (mich|uns)|bestell\w* .{0,40}) ?ab( |$)/,
  /(^| )(melden|bestelle) .{0,40} ab( |$)/,
  /(^| )(nehmen|streichen|entfernen|loschen|tragen) sie (bitte )?(mich|uns|(meine|unsere) (adresse|daten|e mail|mail))( |$)/,
  /(^| )kein(e|en)? (weitere(n)? )?(e mails?|mails?|newsletter|werbung|nachrichten|post)( von ihnen)? mehr/,
  /(^| )(nicht|nichts) (mehr|weiter) .{0,20}(erhalten|anschreib|kontaktier|zusend|zuschick|zu schick|bekommen)/,
  /(^| )(schick|send|schreib)\w* .{0,20}(nichts|nicht) mehr/,
  /(^| )unterlassen sie/,
  // Spanish
  /(^| )(de|la|mi|una) baja( |$)/,
  /^baja( |$)/,
  /(^| )no (quiero|deseo) (recibir|mas|que)/,
  /(^| )dej(en|ad|e|a) de (envi|escrib|mand|molest|contact)/,
  /(^| )no me (envi|escrib|mand|contact|molest)/,
  /(^| )(borr|elimin|quit|suprim)(en|ad|e|a)((me|nos)( |$)| mis? (direccion|datos|correo|nombre|e mail|email))/,
  /(^| )cancel(ar|en|e) (la |mi )?su(b)?scripcion/,
  /(^| )basta de /,
  /(^| )me opongo/,
  // Italian
  /(^| )(disiscri|disiscriv|cancellar(mi|ci)|cancellat(emi|eci|e (il mio|i miei|la mia) (indirizzo|dati|mail))( |$)|cancella(mi|rmi))/,
  /(^| )(essere|venire) (cancellat|rimoss|toglt)/,
  /(^| )non (voglio|desidero|intendo) (piu )?(ricevere|essere|avere)/,
  /(^| )non (mi |ci )?(inviat|scriv|mandat|contatt)\w*/,
  /(^| )smett(etela|ete|ila|i|erla)( |$)/,
  /(^| )(rimuov|togli)(etemi|eteci|imi|(ete|ere) (il mio|i miei|la mia) (indirizzo|dati|nome|mail|e mail))( |$)/,
  /(^| )basta (mail|e mail|email|messagg|pubblicit|newsletter|spam)/,
  /(^| )mi oppongo/,
  /(^| )revoco (il|ogni) consenso/,
  // Dutch
  /(^| )(afmeld|uitschrijv)/,
  /(^| )(schrijf|meld) (mij|me|ons) (\w+ )?(uit|af)( |$)/,
  /(^| )geen (\w+ )?(e mails?|mails?|nieuwsbrie\w*|reclame|berichten|post)( meer)( |$)/,
  /(^| )geen (\w+ )?(e mails?|mails?|nieuwsbrie\w*|reclame|berichten) .{0,20}meer/,
  /(^| )(niet|niets) (meer|langer) .{0,20}(ontvang|benader|mail|stur|krijg|schrijv)/,
  /(^| )(verwijder|haal|wis|schrap) (mij|me|ons|mijn (adres|gegevens|naam|e mail|mail|mailadres|e mailadres))( |$)/,
  /(^| )(mij|me) uit (het|uw|de|jullie) (bestand|lijst|mailing)/,
  /(^| )(van|uit) (de|uw|jullie) (mailing|lijst|bestand)/,
  /(^| )stop met /,
  /(?<!geen )(?<![^ ])bezwaar( |$)/,
];

/** What probably means it, or may: an opposition until a human says otherwise. */
export const DOUBTFUL: readonly RegExp[] = [
  /(^| )(retire|enleve|supprime|efface|radie|raye)[rz]?( |$)|(^| )(remove|delete|cancel)( |$)|(^| )(loschen|entfernen|streichen)( |$)/,
  /(^| )(borr|elimin|quit|suprim|cancel)(en|ad|e|a|ar)( |$)|(^| )(rimuov|togli|cancell)(ete|ere|ate|are|i)( |$)|(^| )(verwijder|haal|wis|schrap|annuleer)( |$)/,
  /(^| )(nichts|nicht|niets) (mehr|meer)( |$)|(^| )(rien|jamais) (recevoir|de vous)|plus rien( |$)|nothing (more|else|from you)|nada (mas )?(de ustedes|suyo)|(niente|nulla) (da|piu)/,
  /(^| )(spam|stop|rgpd|gdpr|dsgvo|cnil|avg|harcel\w*|harass\w*|belastig\w*|lastiggevallen)( |$)/,
  /(^| )(pas|plus|non|jamais) (interess|demand|inscri|autoris|la bonne)/,
  /(^| )(not|no longer) interested|wrong (person|address)|never (signed|asked|subscribed|agreed|gave)/,
  /(^| )kein(erlei)? (interesse|bedarf)|nie (bestellt|angemeldet|zugestimmt|angefordert)|falsche (adresse|person)/,
  /(^| )(no|nunca) (me|nos) (interesa|inscrib|suscrib)|no estoy interesad|equivoca/,
  /(^| )non (mi|ci) (interessa|sono)|non sono interessat|sbagliat/,
  /(^| )geen interesse|niet geinteresseerd|nooit (voor )?(aangemeld|gevraagd|toestemming)|verkeerde (persoon|adres)/,
  /nooit .{0,20}aangemeld|nie .{0,20}(bestellt|angemeldet)/,
  /(^| )(trop|too (many|much|often)|zu (viele?|oft)|demasiad\w*|tropp\w*|te (veel|vaak))( |$)/,
  /(^| )(laissez|lachez|fichez|leave|let) (moi|me|us|nous)|lassen sie (mich|uns)|dejen(me)? en paz|lasciate(mi)? in pace|laat (me|mij) (met )?rust/,
  /en paz( |$)|in pace( |$)|in ruhe( |$)|met rust( |$)/,
  /(^| )(non merci|no thank\w*|nein danke|no gracias|no grazie|nee (dank|bedankt)\w*)( |$)/,
  /(d ou|comment|qui|where|how|who|woher|wie|wer|quien|como|donde|chi|come|dove|hoe|waar|wie) .{0,25}(adresse|address|direccion|correo|indirizzo|adres|mail|courriel)( |$)/,
  /(^| )(encore vous|again|schon wieder|otra vez|ancora voi|alweer)$/,
  /(^| )recevoir moins|(^| )(fewer|less) (e ?mails?|often)|weniger (mails|oft|e mails)|menos correos|meno (mail|spesso)|minder (mails|vaak)/,
];

/** The whole of a reply, with nothing beside it. */
export const WHOLE = new Set(
  'stop arret arretez arreter fin non no nein nee basta baja alto abmelden afmelden unsubscribe remove cancel quit end desabonnement desinscription'.split(
    ' ',
  ),
);

/** A sentence that says it only on a condition, or says that it is not wanted. */
export const HEDGED =
  /(^| )(si vous|sinon|if you|unless|otherwise|wenn sie|falls|sonst|si no|se non|altrimenti|als u|anders|pas me des|not unsubscribe|n est pas pour me)( |$|\w)/;
