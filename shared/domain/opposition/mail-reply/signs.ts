/**
 * How people ask a sender to stop writing, in six languages, as `foldReply` leaves it: no accents, no capitals, no punctuation. What is here
 * is plain: read in a sentence that asks nothing, it is an opposition that no human has to confirm.
 */
export const PLAIN: readonly RegExp[] = [
  // French
  /(^| )(des ?in?s?cri|des ?abon|de ?sabon)/,
  /(^| )(retire|enleve|supprime|efface|radie|raye|ote|sorte)[rz]? (moi|nous|.{0,25}(adresse|mail|courriel|coordonnees|donnees|mailing|(votre|vos|cette) (liste|fichier|base)))/,
  /(^| )(me|m|nous) (retirer|enlever|supprimer|effacer|radier|rayer|oter|sortir)( |$)/,
  /(?<!(^| )s )(?<![^ ])(arrete|cesse)[rz]?( |$).{0,20}(envo|ecri|mail|courriel|pub|message|sollicit|contact|demarch|spam|newsletter|tout( |$))/,
  /(^| )(plus|pas) (recevoir(?! (mon|ma|mes|notre|nos) )|etre (contact|sollicit|derang|demarch))/,
  /(^| )ne (plus|pas|jamais) (me |m |nous )(envo|ecri|contact|sollicit|demarch|relanc|adress)/,
  /(^| )ne (me |m |nous )(?!envoie (plus|pas) (le|la|l|mon|ma|mes) )(envo|ecri|contact|sollicit|demarch|relanc|adress)\w* (plus|pas)/,
  /(?<!(?<!ne )(voudrais|aimerais|souhaiterais|voudrions) )(?<![^ ])plus (de|aucun|aucune) (vos )?(mail|courriel|e mail|email|pub|newsletter|message|offre|sollicit|promo)/,
  /(^| )m oppose/,
  /(^| )(revoqu|retir|repren|annul)\w* (mon|notre|tout) (accord|consentement|autorisation|inscription|abonnement)/,
  /(^| )(vous|t) interdi/,
  /(^| )ne (plus |jamais )?rien (m |me |nous )?(envo|ecri|adress)|(^| )ne (m|me|nous) (envo|adress|ecri)\w* (plus )?rien/,
  /(^| )(vire|jette|jete|degage|ejecte)[rz]? (moi|nous|mon adresse)( |$)|(^| )blackliste/,
  /(^| )bloque[rz]? (moi|nous|(mon|notre|cette) (adresse|mail))( |$)/,
  /(^| )(merci|veuillez|priere|prie|demande) (de |d )?(bien vouloir )?(cesser|arreter)($| (vos|ces|tout|tous) (envoi|mail|message|pub|sollicit))/,
  /(^| )(marre|ras le bol) (de |d )(vos|ces|votre|tous|recevoir)/,
  /^(ca|cela) suffit( maintenant| comme ca| merci)?$/,
  // English
  /(^| )un ?subscri/,
  /(^| )opt(ing)? (me )?out( |$)/,
  /(^| )remove (me|us)( |$)|(^| )(take|get) (me|us|my (name|address)) (off|out|from)|(^| )(remove|delete) (my|our) (\w+ )?(e mail|email|mail|address|data|details|name|contact)(?!.{0,50} (order|basket|cart|invoice)( |$))/,
  /(^| )be(ing)? (removed|taken off|deleted)( |$)/,
  /(^| )stop( |$).{0,25}(send|email|e mail|mail|contact|writ|messag|newsletter|this|these|it( |$))/,
  /(^| )(do not|don t|dont|never) (send|email|e mail|mail|contact|write|message|spam)/,
  /(?<!(got|getting|received|had|seen) )(?<![^ ])no (more|further) (e ?mails?|mails?|messages|newsletters?|advertising|ads|offers)/,
  /(^| )(no longer|not|don t|dont) (wish|want) (to )?(receive|get|hear from|be (contacted|emailed))/,
  /(^| )i object( |$)/,
  /(^| )(withdraw|revoke) (my|our|any|all) (\w+ )?(consent|permission|agreement)/,
  /(^| )unsub( |$)/,
  /^no (e ?mails?|mails?|newsletters?|ads|advertising|marketing)( please| thanks| thank you)?$/,
  /(^| )cease (and desist|all|any|contact|sending|emailing|writing)/,
  /(^| )(take|get|remove|delete|strike) (this|that|the) (\w+ )?(address|e ?mail|mail|name) .{0,20}(off|out|from) (of )?(your|the|this) (\w+ )?(list|database|mailing|records|files)/,
  // German
  /(^| )(abmeld|abbestell|austrag|widersprech|widerspruch)/,
  /(^| )(melden sie (mich|uns)|bestell\w* .{0,40}) ?ab( |$)/,
  /(^| )(melden|bestelle) .{0,40} ab( |$)/,
  /(^| )(nehmen|streichen|entfernen|loschen|tragen) sie (bitte )?(mich|uns|(meine|unsere) (adresse|daten|e mail|mail))( |$)/,
  /(^| )kein(e|en)? (weitere(n)? )?(e mails?|mails?|newsletter|werbung|nachrichten|post)( von ihnen)? mehr/,
  /(^| )(nicht|nichts) (mehr|weiter) .{0,20}(erhalten|anschreib|kontaktier|zusend|zuschick|zu schick|bekommen)/,
  /(^| )(schick|send|schreib)\w* .{0,20}(nichts|nicht) mehr/,
  /(^| )unterlassen sie/,
  /(^| )(widerruf\w*|ziehe\w*) .{0,40}(einwilligung|zustimmung|einverstandnis)|(^| )(einwilligung|zustimmung) .{0,20}(widerruf|zuruck)/,
  /(^| )(untersage|verbiete|verbitte)( |$)/,
  // Spanish
  /(^| )(de|la|mi|una) baja( |$)/,
  /^baja( |$)/,
  /(^| )no (quiero|deseo) (recibir|mas|seguir|que (me |nos )?(envi|escrib|mand|contact|molest|llam|sig))/,
  /(^| )no mas (correos?|mails?|emails?|mensajes?|publicidad|newsletters?)( |$)/,
  /(^| )(revoc|revoqu|retir)\w* (mi|el|todo) consentimiento/,
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
  /(^| )non (mi |ci )?(inviat|inviar(mi|ci)|scriv|mandat|mandar(mi|ci)|contatt)\w*/,
  /(^| )smett(etela|ete|ila|i|erla)( |$)/,
  /(^| )(rimuov|togli)(etemi|eteci|imi|(ete|ere) (il mio|i miei|la mia) (indirizzo|dati|nome|mail|e mail))( |$)/,
  /(^| )basta (mail|e mail|email|messagg|pubblicit|newsletter|spam)/,
  /(^| )mi oppongo/,
  /(^| )(revoc|ritir)\w* (il|ogni|qualsiasi) (mio )?consenso/,
  /(^| )(toglier|rimuover)(mi|ci)( |$)|(^| )cancellazione (dal|dalla|dalle|dai|del mio|della mia|dei miei)( |$)/,
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
  /(^| )trek\w* .{0,20}toestemming .{0,10}in( |$)|(^| )toestemming .{0,20}intrek/,
  /(?<!geen )(?<![^ ])bezwaar( |$)/,
];

/** What probably means it, or may: an opposition until a human says otherwise. */
export const DOUBTFUL: readonly RegExp[] = [
  /(^| )(plus|pas) recevoir|(^| )ne (me |m |nous )envo\w* (plus|pas)|(^| )plus de (mail|courriel|message|newsletter)|(^| )no (more|further) (e ?mails?|mails?|messages)|(^| )no (quiero|deseo) que/,
  /(^| )(rien|jamais) (recevoir|de vous)|plus rien( |$)|nothing (more|else|from you)|nada (mas )?(de ustedes|suyo)|(niente|nulla) (da|piu)/,
  /(^| )(spam|stop|rgpd|gdpr|dsgvo|cnil|avg|harcel\w*|harass\w*|belastig\w*|lastiggevallen)( |$)/,
  /(^| )(pas|plus|non|jamais) (interess|demand|inscri|autoris|la bonne)/,
  /(^| )(not|no longer) interested|wrong (person|address)|never (signed|asked|subscribed|agreed|gave)/,
  /(^| )kein(erlei)? (interesse|bedarf)|nie (bestellt|angemeldet|zugestimmt|angefordert)|falsche (adresse|person)/,
  /(^| )(no|nunca) (me|nos) (interesa|inscrib|suscrib)|no estoy interesad|equivoca/,
  /(^| )non (mi|ci) (interessa|sono)|non sono interessat|sbagliat/,
  /(^| )geen interesse|niet geinteresseerd|nooit (voor )?(aangemeld|gevraagd|toestemming)|verkeerde (persoon|adres)/,
  /nooit .{0,20}aangemeld|nie .{0,20}(bestellt|angemeldet)/,
  /(^| )(laissez|lachez|fichez|leave|let) (moi|me|us|nous)|lassen sie (mich|uns)|dejen(me)? en paz|lasciate(mi)? in pace|laat (me|mij) (met )?rust/,
  /en paz( |$)|in pace( |$)|in ruhe( |$)|met rust( |$)/,
  /(^| )(non merci|no thank\w*|nein danke|no gracias|no grazie|nee (dank|bedankt)\w*)( |$)/,
  /(d ou|comment|qui|where|how|who|woher|wie|wer|quien|como|donde|chi|come|dove|hoe|waar|wie) (?!.{0,25}(your|votre|vos|ihre|vuestra|vostr[oa]|uw|jullie) ).{0,25}(adresse|address|direccion|correo|indirizzo|adres|mail|courriel)( |$)/,
  /(^| )(encore vous|again|schon wieder|otra vez|ancora voi|alweer)$/,
  /(^| )recevoir moins|(^| )(fewer|less) (e ?mails?|often)|weniger (mails|oft|e mails)|menos correos|meno (mail|spesso)|minder (mails|vaak)/,
];

/** Verbs that say it of a list, and of what was ordered. */
export const REMOVING_SOMETHING: readonly RegExp[] = [
  /(^| )(retire|enleve|supprime|efface|radie|raye)[rz]?( |$)|(^| )(remove|delete|cancel)( |$)|(^| )(loschen|entfernen|streichen)( |$)/,
  /(^| )(borr|elimin|quit|suprim|cancel)(en|ad|e|a|ar)( |$)|(^| )(rimuov|togli|cancell)(ete|ere|ate|are|i)( |$)|(^| )(verwijder|haal|wis|schrap|annuleer)( |$)/,
];

/** The same, in what is as long as a mail. */
export const DOUBTFUL_IN_A_MAIL: readonly RegExp[] = [
  /(^| )(nichts|nicht|niets) (mehr|meer)( |$)/,
  /(^| )(trop|too (many|much|often)|zu (viele?|oft)|demasiad\w*|tropp\w*|te (veel|vaak))( |$)/,
];

const wordsIn = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** The whole of a reply, or a line of it with nothing beside it. */
export const WHOLE = wordsIn(
  'stop arret arretez arreter baja abmelden afmelden unsubscribe unsub remove desabonnement desinscription',
);

/** The whole of a reply; as a line of one it may answer something else. */
export const WHOLE_ANSWER = wordsIn('fin non no nein nee basta alto cancel quit end');

/** A sentence that says it only on a condition, that says that it is not wanted, or that speaks of what another asked for. */
export const HEDGED =
  /(^| )(cliquez|clique|click|clic|klicken|klik|clicca|cliccate|pinche|haga clic|si vous|if you|unless|wenn sie|falls|als u|pas me des|not unsubscribe|n est pas pour me|(votre|your|ihre|vostra|uw) (demande de )?(des?inscription|desabonnement|unsubscri\w*|abmeldung|cancellazione|afmelding|uitschrijving))( |$|\w)/;

/** What follows it will happen else: a threat, where what is asked for precedes it. */
export const ELSE = /(?:^| )(?:sinon|otherwise|sonst|si no|se non|altrimenti|anders)(?: |$)/;

/** A question in form alone: whoever asks to be taken off asks for nothing else. */
export const POLITE: readonly RegExp[] = [
  /(^| )(pourriez|pouvez|pourrais|peux|voulez|voudriez) (vous|tu) .{0,20}(me|m|nous) (des|retir|enlev|supprim|effac|radi|ray|ot|sort)/,
  /(^| )(could|can|would|will) (you|someone) (please |kindly )?(unsubscribe|remove|delete|take|stop|opt) /,
  /(^| )(konnten|konnen|wurden) sie (mich|uns|bitte) /,
  /(^| )(podri(a|an|ais)|pued(e|en)|podeis) .{0,20}(darme|darnos|borrarme|eliminarme|quitarme)( |$)/,
  /(^| )(potete|potreste|puo|potrebbe) .{0,20}(cancellar|disiscriver|toglier|rimuover)(mi|ci)( |$)/,
  /(^| )(kunt|kun|kan|wilt|wil|zou) (u|je|jullie) (mij|me|ons) /,
];
