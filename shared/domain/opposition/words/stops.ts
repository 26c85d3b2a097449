import { phrasesIn } from './phrases.ts';

/** The keyword as it is written: glued to a code or a word, and as a hurried thumb has it, with letters exchanged, doubled, or those beside them on the keys. */
export const KEYWORD =
  /^(stop(p*(e|er|ez|es|en|t|ee)?|s|it|\d.*|(pub|sms|mms|rcs|text|mail|msg|mess|promo|spam|merci|svp|tout|all|moi|ca|contact|appel|call|now|please|pls|bitte|aub|envoi|les|vos|votre)[^ ]*)|sotp|stpo|tsop|stoop|sttop|sstop|st0p|[dqaz]top|s[ryf]op|st[ip]p|sto[blm])$/;

/** Words of which the stem says stop, wherever they are, as they are misspelt too. */
export const STOPS =
  /(^|\s)(stop|ar{2,}et|aret(?!es?(\s|$))|un ?su(bs?|s)cri|unsub|des ?in?s?cri(?!ptions? (ouv|encore|disp))|desinscir|deinscri|desab+o|m ?oppos|oppos(e|er|ition)|opt out|optout|sup+rim|efface|resili|spam)|stop(\s|$)/;

/** What goes out by itself: "la promo s'arrête quand". */
export const BY_ITSELF = /(^| )s (est |sont |etait )?arr?et/;

/** To be taken off a list, not to fetch what was bought. */
export const TAKEN_OFF =
  /(^|\s)(retire|enleve)([rz](?! (ma|mon|mes|la|le|les|l|un|une|notre|nos|cette|ce) (commande|colis|paquet|article|achat|produit|livraison|panier|canape))| (moi|nous|mon (numero|nom|tel|contact)))/;

/** To be on a list no more: no other meaning in a statement. */
export const OFF_THE_LIST = phrasesIn(`
  desabo*, des inscri*, desinscri*, desincri*, desinscir*, deinscri*, unsub*, unsus*, un subscribe*, opt out, optout*, opting out, m oppos*
  abmeld*, abbestell*, melde* .. ab, afmeld*, uitschrijv*, schrijf/meld me/mij/ons .. uit/af, disiscri*, me opongo, mi oppongo, dar*/darme/darse/darte/date/deme/denme/dadme .. de baja`);

/** To end what is being done: it takes what is done beside it, or nothing. */
export const ENDING = phrasesIn(
  'arr*et*, aret*, cesse/cesser/cessez, stop*, *stop, aufhoren, hor*/hort .. auf, ophouden, resili*, opposition, oppose, opposer, sup*rim*, efface*, spam*, cancellami, cancellatemi, cancellarmi, widerspr*, bezwaar, opposizione, oposicion, opporsi, opporse, oponerse, oponerme',
);

/** To be removed, with who or what is removed. */
export const REMOVING = phrasesIn(`
  sup*rime/sup*rimer/sup*rimez/efface/effacer/effacez/retire/retirer/retirez/enleve/enlever/enlevez/raye/rayer/rayez/radie/radier/radiez/vire/virez/virer/otez/oter moi/nous
  sup*rime/sup*rimer/sup*rimez/efface/effacer/effacez/retire/retirer/retirez/enleve/enlever/enlevez/raye/rayer/rayez/radie/radier/radiez/vire/virez/virer/otez/oter .. numero/tel/telephone/donnees/coordonnees/nom/liste*/fichier*/base*/listing*
  remove/delete me/us, remove/delete my number/data/details/name/phone, cancellate/eliminate/cancella/elimina il/i mio/miei numero/dati`);

/** How it is said in German, Spanish, Italian and Dutch, the words that our own messages teach among them. */
export const ELSEWHERE: readonly RegExp[] = [
  /(^|\s)(keine (weiteren )?(sms|nachrichten|mails) mehr|keine werbung|keine sms|geen (sms|berichten|mails) meer|geen reclame)(\s|$)/,
  /(^|\s)no quiero (recibir|(mas )?(sms|mensajes|publicidad|correos)|sus (sms|mensajes))|^no quiero mas$/,
  /(^|\s)non voglio (ricevere|piu (ricevere|sms|messaggi|mail|pubblicita))|^non voglio piu$/,
  /^baja$|^baja (ya|por favor|sms|inmediata)|^basta (con )?(gli |i |questi )?(sms|messagg|pubblicit)/,
];

/** Signs that say it without a word. */
export const SIGNS = /[\u{1F6D1}\u{26D4}\u{1F6AB}]/u;

/** Signs that probably say it where nothing else is said: a thumb down, a cross, a hand that halts, a key that stops, what is mute. */
export const SIGNS_ALONE =
  /[\u{1F44E}\u{274C}\u{274E}\u{2715}-\u{2718}\u{270B}\u{1F590}\u{1F91A}\u{1F595}\u{1F645}\u{23F9}\u{1F515}\u{1F507}\u{1F4F5}\u{1F6C7}\u{1F5D1}]/u;

/**
 * Words that AWS and operators take for a refusal when they are the whole reply (AWS SNS, default opt-out keywords).
 */
export const WHOLE_REPLIES: ReadonlySet<string> = new Set(
  'cancel,annuler,annule,annulez,sto,end,quit,remove,revoke,td,fin,non,no,s t o p,st op,sto p,s top,nein,nee,alto,basta,cancella,nein danke,nee bedankt,nee dank,nee dank u,no gracias,no grazie'.split(
    ',',
  ),
);

/** It is not wanted, or was done: "je ne veux pas me désabonner", "mon compte a été supprimé". */
export const UNWANTED_OR_DONE =
  /(^| )(ne|n) (?:[^ ]+ ){1,3}pas( |$)|(^| )pas (me |nous )?(des|sup|eff|arr|oppos)|(^| )(ai|as|a|avez|avons|ont|est|sont|suis|ete|etait|fut) (ete )?((ar+et|sup+rim|effac|retir|enlev|resili|ray)e+s?)( |$)|(^| )(do|did|will|would|should) not (want to )?(be )?(stop|unsub|opt|remov|delet|cancel|tak)|(^| )(suis|est|etes|sommes|etais) (des ?in?scri|des ?abon)|(^| )(re)?met(s|tez|tre) (moi|nous|celui|plutot)|(^| )(mon|notre|l) ancien(ne)? |(^| )(ne|n) (recois|recoit|recevons) (deja )?plus|(^| )meld[^ ]* (sie |mich |uns |bitte )*nicht (\w+ )?ab( |$)|(^| )nicht (abmeld|abbestell|aufhor)|(^| )hor[^ ]* nicht auf|(^| )niet (afmeld|uitschrijv)|(^| )non (mi )?(disiscri|cancell)/;

/** "No, stop" in a hurry, or what goes on without end: nobody knows which, so that a human may lift it. */
export const GOES_ON = /(^| )no[nt]? stop( |$)/;

/** What the word that we teach means is asked, whatever mark is set: "c'est quoi STOP 36105". */
export const ASKS_WHAT_IT_IS =
  /^(c (est )?quoi|(ca|sa) (veut|veux) dire quoi|(qu )?est ce que c est( que)?|what is|what s|was ist|was heisst|que es|cos e|che cos e|wat is) (le |the |das |el |il |het )?stop( \d+)?$|^stop \d+ (c (est )?quoi|(ca|sa) (veut|veux) dire quoi|qu est ce que c est|what is (that|this|it)|what s that|was ist das|que es( eso)?|cos e|che cos e|wat is dat)$/;
