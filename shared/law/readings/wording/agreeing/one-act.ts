import type { ReadWording } from '../denied.ts';
import { anyOf, has, marked, pattern } from '../names.ts';
import { readOnce } from '../read-once.ts';
import { offers } from '../service-alone.ts';
import { AGREES, few } from '../signs.ts';

/** Words behind which no terms are what is agreed to: messages are, or the terms are only referred to. */
const REFERS =
  "recevoir|être|offres?|conformément|selon|dans|sous|par|voir|lu|que|l[’']envoi|receive|be|that|get|hear|offers?|emails?|under|subject|in|on|by|erhalten|dass|gemäß|nach|unter|angebote|recibir|que|según|ofertas|en|ricevere|che|secondo|offerte|ontvangen|dat|volgens|aanbiedingen|je|j[’']ai|ich|ik";
const TO_TERMS = `(?:(?!(?:${REFERS})(?!\\p{L}))[\\p{L}'’]+,?\\s+){0,6}?`;
const ACCEPT =
  '(?:accept\\p{L}*|adhère|approuve|agree|consent|akzeptiere|stimme|erkenne|bin\\s+mit|acepto|apruebo|accetto|approvo|akkoord|accepteer|aanvaard)(?:\\s+(?:à|aux?|to|with|met))?[\\s:–-]+';
/** What is on privacy informs, and binds nobody (GDPR, art. 13): it is none of them. */
const TERMS =
  '(?:cg[vu]s?|t&cs?|(?<!(?:meilleur\\p{L}*|best)\\s+)conditions(?!\\s+(?:préférentielles|tarifaires|spéciales|exceptionnelles))|mentions\\s+légales|charte|statuts|règlement(?!s?\\s+en)|terms|rules|agb|\\p{L}*bedingungen|términos|condiciones|bases|reglamento|termini|condizioni|regolamento|\\p{L}*voorwaarden|reglement|spelregels|cookies?|traceurs?|(?:géo)?localisation)';
const AND = '(?:et|ainsi\\s+que|and|as\\s+well\\s+as|und|sowie|y|e|en|alsook)';
const DET = "(?:(?:aux?|les?|la|vos|nos|the|your|our|to|die|den|der|las?|los|sus|le|il|i|de|het|uw)\\s+|l[’'])";
/** Terms or rules are agreed to, alone or beside what else is: "j’accepte les CGV et …", "… offres et les conditions". */
const AGREED_TERMS = anyOf([
  `${ACCEPT}${TO_TERMS}(?:l[’'])?${TERMS}`,
  `${ACCEPT}[^.;!?\\n☐☑]{1,120}?\\s${AND}\\s+${DET}{0,2}${TERMS}`,
]);

/** Signing up to these is no other act. */
const NO_LIST =
  "(?!(?:[\\s’']+(?:(?!(?:et|and|je|j|i)(?!\\p{L}))\\p{L}{1,4}|notre|votre|nostra|receive|recevoir|nuestr[oa]|(?:envoi|envoie|réception)(?!\\s+(?:(?:de|du|d[’']une?|des|le|un|votre|vos)\\s*){1,2}(?:catalogue|codes?\\s+promo))|abonnement|notifications?|porte|principe|gratuite?|mailing|par\\s+(?:e-?mails?|courriels?|sms))){0,7}[\\s’']+\\p{L}*(?:newsletter|infolettre|lettre|liste?|alert|offre|offer|mails?|sms|bons\\s+plans|boletín|nieuwsbrief|actu|news|catalogue|diffusion|(?<!en\\s)promo(?!\\p{L}*\\s+de\\s+m)|nouveautés|publicit|e-mails|abonnés|informations\\s+commerciales|ventes\\s+privées))";
const ORDER =
  '(?:commandes?|achats?|panier|réservation|paiement|inscription|devis|candidature|participation|adhésion|souscription|order|purchase|booking|payment|registration|entry|application|request|pedido|compra|reserva|registro|solicitud|pago|ordine|acquisto|prenotazione|registrazione|pagamento|richiesta|bestelling|aankoop|boeking|registratie|inschrijving|deelname)';
const ACCOUNT = '(?:comptes?|espace|profil|account|profile|konto|kundenkonto|cuenta|perfil|profilo)';
const GAME =
  '(?:jeu(?:-concours)?|concours|tirage|loterie|quiz|opération|competition|contest|(?:prize\\s+)?draw|sweepstakes?|giveaway|raffle|gewinnspiel|verlosung|wettbewerb|sorteo|concurso|promoción|concorso|gioco|estrazione|lotteria|winactie|prijsvraag|wedstrijd|loterij|actie)';
const CLUB = '(?:programmes?|club|fidélité|carte|programma|programm|programa|loyalty)';
const ONE =
  "(?:à\\s+la|à\\s+(?:un|une|ce|cette)|aux?|à\\s+l[’']|the|our|this|an?|am|an\\s+de[rm]|beim|en\\s+el|el|un|al|il|met\\s+(?:de|het)|aan\\s+(?:de|het)|de|het)";
/** The act that agrees is another one: an order, an account, a game, a programme, a call or a delivery. */
const OTHER_ACT = anyOf(
  [
    "(?:pour|afin\\s+d[’'])\\s*être\\s+(?:rappel|livr)\\p{L}+",
    `(?<!(?:pas|sans|plus)\\s)(?:(?:valid|confirm|pass|finalis|effectu|pa[iy]|règl)(?:e|er|ez|ant)|régl(?:er|ez|ant))\\s+${few(3)}${ORDER}`,
    `(?<!(?:pas|sans|plus)\\s)(?:cré|ouvr)(?:e|er|ez|ant|ir)\\s+${few(3)}${ACCOUNT}`,
    `en\\s+(?:(?:m[’']|vous\\s+|nous\\s+)?(?:inscrivant|enregistrant)|adhérant|souscrivant|rejoignant|devenant)${NO_LIST}`,
    'en\\s+(?:commandant|achetant|réservant|participant|jouant|téléchargeant|continuant|poursuivant|payant)|en\\s+(?:utilisant|(?:me|vous)\\s+connectant)\\s+(?:à\\s+)?(?:au|le|ce|notre|nos)\\s+(?:site|services?|wi-?fi|réseau)',
    `(?:je\\s+(?:m[’']inscris|rejoins|télécharge|réserve|paie|fais\\s+un\\s+don|dépose(?!\\s+mon\\s+(?:adresse|e-?mail))|signe(?!\\s+(?:ci|le\\s+présent))|demande(?!\\s+à)|réponds(?!\\s+oui))|j[’'](?:achète|adhère|active|ouvre))${NO_LIST}[^.;!?\\n☐☑]{0,40}?\\s${AND}(?=\\s)`,
    `(?:inscri\\p{L}+|adhè\\p{L}+|adhér\\p{L}+|rejoi\\p{L}+)\\s+(?:au|à\\s+la|le|la|notre|votre)\\s+${few(2)}${CLUB}`,
    `envoyant\\s+${few(2)}(?:demande|devis|candidature|message)|tente\\s+ma\\s+chance|${ORDER}\\s+(?:implique|vaut|emporte|entraîne)`,
    `(?:je\\s+commande|je\\s+participe|ma\\s+participation)(?!\\s+à\\s+(?:vos|nos|la\\s+vie))`,
    `(?<!invit\\p{L}{1,6}\\s+(?:[^\\s]+\\s+){0,3})(?:participer|participez|jouer|prendre\\s+part)\\s+${ONE}\\s*${few(2)}${GAME}`,
    '(?:cliquant|cliquez)\\s+sur\\s+[«"“]?\\s*(?:commander|payer|créer|participer|jouer|réserver|acheter|valider\\s+(?:ma|la|votre)\\s+commande)',
  ],
  [
    `(?<!(?:not|without)\\s(?:i\\s)?)(?:plac|confirm|complet|submitt?|finalis)(?:e|ing)?\\s+${few(3)}${ORDER}`,
    `(?<!(?:not|without)\\s)(?:creat|open)(?:e|ing)?\\s+${few(2)}${ACCOUNT}`,
    `i\\s+(?:sign(?!\\s+(?:below|here))|book|make\\s+a\\s+donation|pay|download|register|join|apply)${NO_LIST}[^.;!?\\n☐☑]{0,40}?\\sand(?=\\s)`,
    `by\\s+(?:registering|signing\\s+up|joining|enrolling)${NO_LIST}`,
    'by\\s+(?:ordering|buying|purchasing|booking|participating|playing|downloading|continuing|proceeding|checking\\s+out|(?:using|(?:logging\\s+in|connecting)\\s+to)\\s+(?:this|our|the)\\s+(?:site|website|service|wi-?fi|network))',
    `(?<!invit\\p{L}{1,6}\\s+to\\s+)(?:enter|entering|take\\s+part\\s+in|participate\\s+in|join|joining)\\s+${ONE}\\s+${few(2)}(?:${GAME}|${CLUB})`,
  ],
  [
    '(?:absenden|abschicken|abschluss|abgabe)\\s+(?:der|meiner|ihrer)\\s+(?:bestellung|buchung|registrierung|anfrage)',
    '(?:mit|durch)\\s+(?:der|die|dem|den|meine[rmn]?|ihre[rmn]?)\\s+(?:bestellung|registrierung|teilnahme|buchung|kauf|kontoeröffnung|anmeldung(?!\\s+(?:zum|zu\\s+unserem|für\\s+den)\\s+\\p{L}*newsletter))',
    `${ACCOUNT}\\s+(?:erstellen|eröffnen|anlegen)|indem\\s+(?:ich|sie)\\s+(?:\\p{L}+\\s+){0,3}?(?:bestell|registrier|teilnehm)\\p{L}*`,
    `${ONE}\\s+${GAME}\\s+(?:teil\\p{L}*|mitmach\\p{L}*)|nehme\\s+${few(3)}teil|teilnahme\\s+am`,
  ],
  [
    `al\\s+(?:realizar|hacer|confirmar|finalizar|tramitar|enviar|efectuar|completar)\\s+${few(3)}${ORDER}`,
    `(?:al\\s+)?crea(?:r|ndo)?\\s+${few(3)}${ACCOUNT}`,
    `al\\s+(?:registrar(?:me|se)|inscribir(?:me|se)|dar(?:me|se)\\s+de\\s+alta)${NO_LIST}`,
    'al\\s+(?:comprar|participar|reservar|descargar|continuar)',
    `particip(?:o|ar|ando)\\s+${ONE}\\s+${few(2)}${GAME}`,
  ],
  [
    `(?:effettuando|confermando|completando|inviando|concludendo)\\s+(?:l[’'])?${few(3)}${ORDER}`,
    `(?:registrando|iscrivendo)(?:mi|ti|si|vi)${NO_LIST}|(?:acquistando|ordinando|partecipando|prenotando|scaricando|continuando|proseguendo)`,
    `partecip(?:o|are|ando)\\s+${ONE}\\s+${few(2)}${GAME}`,
  ],
  [
    `(?:door|met)\\s+(?:mijn|uw|de|een)\\s+${ORDER}|door\\s+${few(4)}te\\s+(?:bestellen|kopen|boeken|registreren|downloaden)|door\\s+${few(2)}deel\\s+te\\s+nemen`,
    `door\\s+(?:me|mij|u|je)\\s+in\\s+te\\s+schrijven${NO_LIST}|${ACCOUNT}\\s+(?:aan\\s+te\\s+maken|aanmaken)`,
    `(?:doe|neem|speel|ga)\\s+(?:mee|deel)\\s+${ONE}\\s+${few(2)}${GAME}|(?:deel|mee)\\s*te\\s*(?:nemen|doen)\\s+${ONE}\\s+${few(2)}${GAME}`,
  ],
);

const NOT_OFFERS = "(?!(?:offres?|offers?|angebote|ofertas|offerte|aanbiedingen|news)(?!\\p{L}))[\\p{L}'’]+";
const GOT =
  "(?:codes?(?!\\s+promo\\s+et)|bons?\\s+(?:d[’']achat|de\\s+réduction)|cadeau|livre\\s+blanc|guide|échantillon|accès(?!.{0,20}(?:ventes|offres|privil|exclu|antici|priorit))|wi-?fi|vidéo|essai|lecture|extension|webinaire|webinar|compte|commande|devis|résultats?|lot|ticket|reçu|facture|livraison|voucher|gift|white\\s+paper|e-?book|sample|(?<!(?:early|exclusive|priority|advance)\\s)access|account|quote|results|prize|receipt|gutschein|geschenk|muster|zugang|código|cupón|regalo|muestra|guía|codice|buono|omaggio|guida|proefpakket|kortingscode)";
const FOR_A_THING = `(?:(?:(?:mon|ma|mes|le|la|les|une?|d[’']une?|de|du|votre|my|an?|the|your|of|einen?|meinen?|den|mi|un|el|il|mio|een|mijn|de)\\s+|l[’'])?(?:${NOT_OFFERS}\\s+)?${GOT})`;
/** What is agreed to is the price of this. */
const inReturnFor = (thing: string) =>
  anyOf([
    `(?:en\\s+(?:échange|contrepartie)|(?:pour|afin\\s+de)\\s+(?:recevoir|obtenir|bénéficier|profiter|télécharger|accéder|gagner|utiliser|poursuivre|me\\s+connecter)(?:\\s+\\p{L}+ment)?)\\s+(?:(?:au|à|aux|de|du|d[’'])\\s*)?${thing}`,
    `(?:in\\s+(?:exchange|return)\\s+for|to\\s+(?:receive|get|claim|download|access|win|redeem|use|connect\\s+to))\\s+${thing}`,
    `(?:accédez|téléchargez|obtenez|recevez|get|download|access)\\s+(?:(?:au|à|aux)\\s+)?${thing}[^.;!?\\n]{0,30}?\\s(?:en\\s+acceptant|by\\s+(?:agreeing|accepting))`,
    `um\\s+${thing}\\s+zu\\s+(?:erhalten|bekommen)|(?:para|per)\\s+(?:recibir|obtener|descargar|ricevere|ottenere|scaricare)\\s+${thing}|om\\s+${thing}\\s+te\\s+(?:ontvangen|krijgen)`,
  ]);
/** A code, a paper, an access. */
const IN_RETURN = inReturnFor(FOR_A_THING);
/** A lower price, which a list may welcome its readers with. */
const FOR_LESS = inReturnFor(
  "(?:\\d{1,2}\\s?(?:%|€|euros)|(?:ma|une|cette|la|d[’']une|my|a|your)\\s+(?:remise|réduction|discount))",
);
const JOINS_A_LIST = pattern('(?:abonn|scri|sign|schrij)[^.;!?\\n]{0,40}(?:newsletter|lett|list|boletín|nieuws)');

/** Where theirs is only referred to. */
const BESIDE = pattern(
  '(?:en\\s+plus|outre|indépendamment|distinct\\p{L}*|selon|en\\s+fonction|lors|avant|après|in\\s+addition\\s+to|besides|based\\s+on|after|before|zusätzlich|neben|además|oltre|naast)\\s+[^.;,!?\\n]{0,60}',
);
const PAPER =
  '(?:e-?tickets?|tickets?(?!\\s+(?:cadeau|de\\s+réduction))|reçus?|factures?|billets?|commandes?|colis|livraisons?|réservations?|rendez-vous|devis|résultats?|relevés?|attestations?|receipts?|invoices?|orders?|parcels?|bookings?|quotes?|kassenbons?|rechnung\\p{L}*|bestellung\\p{L}*|sendung|tickets|facturas?|pedidos?|reserva|recibo|entradas|scontrino|fattur\\p{L}|ordin[ei]|ricevut[ae]|bigliett[oi]|kassabon|factuur|bestelling\\p{L}*|pakket)';
const STATE =
  '(?:suivi|avancement|état|statut|confirmation|récapitulatif|informations?|stand|status|stato|seguimiento|estado|bevestiging|confirmación|conferma)';
/** A paper or news of an order of theirs, that nobody needs to agree to offers for. */
const OF_AN_ORDER = anyOf([
  `${STATE}\\s+(?:de|d[’']|du|des|van|of|di|del|delle?|meine[rs]?|der)\\s*(?:(?:la|ma|mes|vos|votre|l[’']|the|my|mi|mio|il|mijn|mis|mie)\\s*)?${PAPER}`,
  "(?:order|delivery|booking|parcel|appointment)\\s+(?:updates?|news|tracking|reminders?|confirmations?)|suivre\\s+(?:ma|mes)\\s+commandes?|sendungsverfolgung|tickets?\\s+de\\s+caisse|(?:mon|my)\\s+(?:bon|code|cadeau|voucher|gift)(?!\\s+d[’']anniversaire)",
  `(?<=(?<!\\p{L})(?:recevoir|et|de|que|receive|and|und|recibir|y|ricevere|e|en|wil|möchte|e-?mail|sms|,)\\s+)(?:mon|ma|mes|votre|my|your|meine?n?|mis?|mi[oae]|il\\s+mi[oa]|le\\s+mie|mijn)\\s+(?:e-)?${PAPER}`,
]);

const ENDS = /[.!?;•☐☑]|(?<![:,]\s{0,3})\n/u;
const IS_ASKED = anyOf([
  '\\p{L}+[zs]-moi|(?<!vous\\s)recevez|abonnez-vous|inscrivez-vous|(?:keep|send|let|text|call)\\s+me|(?:get|receive)|informieren\\s+sie|erhalten\\s+sie|\\p{L}+(?:[ae]n|[ae])me|recib[ae]|\\p{L}+temi|ricevi|ricevete|(?:houd|stuur)\\s+(?:mij|me)|ontvang',
]);
const OPTIONAL = anyOf(['facultatif|optionnel|optional|freiwillig|opcional|facoltativo|optioneel']);

/** What was only read: nobody agrees to it ("et confirme avoir pris connaissance de …"). */
const ONLY_READ = pattern(
  "(?<!\\p{L})(?:avoir|ai|have)\\s+(?:bien\\s+)?(?:lu|pris\\s+connaissance|read)(?:(?!\\s(?:et|and)\\s(?:j[’']|je\\s|i\\s)?(?:accept|approuv|agree|consent|souhait|veu))\\s+[^\\s.;!?]+){1,14}",
);
/** This sentence agrees, by one act, to something beside offers. */
const agreesToMore = readOnce((sentence: string): boolean => {
  const kept = sentence.replace(BESIDE, ' ');
  if (has(marked(sentence, ONLY_READ), AGREED_TERMS) || has(sentence, IN_RETURN) || has(kept, OTHER_ACT)) return true;
  if (has(sentence, FOR_LESS) && !has(sentence, JOINS_A_LIST)) return true;
  return offers(sentence) && has(kept, OF_AN_ORDER);
});

/**
 * One act agrees to what the means at these places brings and to something else: terms or rules, an order, an account, a game, a programme, a
 * paper of theirs, or what is given in return ("j’accepte les CGV et vos offres par e-mail"; "en validant ma commande, j’accepte …"). Who wants the
 * one cannot leave the other: a human is asked (D9; L. 34-5, al. 2: "libre, spécifique"; GDPR, art. 7, § 2 and § 4). Where
 * each has a box or a sentence of its own, it is none. Signs, in six languages.
 */
export const isOfOneActForMore = ({ refusing }: ReadWording, from: number, to: number): boolean => {
  const before = refusing.slice(0, from).split(ENDS);
  const after = refusing.slice(to).split(ENDS);
  const sentence = `${before.at(-1) ?? ''}${refusing.slice(from, to)}${after[0] ?? ''}`;
  if (agreesToMore(sentence)) return true;
  if (/[☐☑]/u.test(refusing) || has(sentence, AGREES) || has(sentence, IS_ASKED) || has(sentence, OPTIONAL))
    return false;
  const agreeing = [...before.slice(0, -1), ...after.slice(1)].filter((other) => has(other, AGREES));
  return agreeing.length > 0 && agreeing.every(agreesToMore);
};
