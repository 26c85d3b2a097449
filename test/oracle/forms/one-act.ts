/**
 * Art. 7 § 2 and § 4 GDPR, L. 34-5 al. 2 ("libre, specifique"), CE 11 March 2015 n. 368624, CJEU C-673/17: who agrees to terms, orders, opens an
 * account, plays, joins or gets a paper by the very act that agrees to offers did not agree to offers apart. Word by word, a sentence at a time.
 */

import { OFFER, tokens } from './strangers.ts';

const SAYS_YES =
  /^(?:(?:[jl]')?accept\w*|(?:j')?autorise|(?:j')?adhere|approuve|agree|accept|akzeptiere|stimme|erkenne|acepto|apruebo|accetto|approvo|akkoord|accepteer|aanvaard)$/;
const TERMS =
  /^(?:l')?(?:cg[uv]s?|conditions|mentions|charte|statuts|reglement|terms|rules|agb|\w*bedingungen|terminos|condiciones|bases|reglamento|termini|condizioni|regolamento|\w*voorwaarden|spelregels|cookies?|traceurs?|(?:la )?(?:geo)?localisation)$/;
/** What follows is a message, or terms that are only pointed at. */
const TURNS =
  /^(?:recevoir|etre|conformement|selon|dans|sous|voir|que|meilleures?|l'envoi|receive|be|that|get|hear|under|subject|in|on|by|erhalten|dass|gemass|nach|unter|recibir|segun|ricevere|che|secondo|ontvangen|dat|volgens|lu|e-?mails?|sms)$/;
const JOINS = /^(?:et|ainsi|and|und|sowie|y|e|en|alsook)$/;

/** What somebody says to have read, up to where they agree: they are bound by none of it. */
const withoutRead = (all: readonly string[]): readonly string[] => {
  const at = all.findIndex(
    (word, place) =>
      (word === 'connaissance' && all[place - 1] === 'pris') ||
      (/^(?:lu|read)$/.test(word) && /^(?:avoir|j'ai|ai|have|bien)$/.test(all[place - 1] ?? '')),
  );
  if (at < 0) return all;
  const on = all.findIndex(
    (word, place) =>
      place > at &&
      JOINS.test(word) &&
      all.slice(place + 1, place + 3).some((each) => /accept|approuv|agree|consent|souhait|veux/.test(each)),
  );
  return [...all.slice(0, at), ...(on < 0 ? [] : all.slice(on))];
};

const takesTerms = (given: readonly string[]): boolean => {
  const all = withoutRead(given);
  return all.some((word, at) => {
    if (!SAYS_YES.test(word)) return false;
    for (const next of all.slice(at + 1, at + 9)) {
      if (TERMS.test(next)) return true;
      if (TURNS.test(next) || OFFER.test(next)) break;
    }
    const rest = all.slice(at + 1);
    return rest.some(
      (next, place) =>
        JOINS.test(next) &&
        rest
          .slice(place + 1, place + 4)
          .find((each) => each.length > 3 && !/^(?:aux|les|vos|nos|que)$/.test(each))
          ?.match(TERMS),
    );
  });
};

const NO = /^(?:pas|sans|plus|not|without|nicht|ohne|no|sin|non|senza|niet|zonder)$/;
/** A list of messages is what is joined: that is no other act. */
const LIST =
  /newsletter|infolettre|^(?:l')?lettre|^liste?$|^alert|^offre|^offer|^mails?$|^e-?mail|^sms$|boletin|nieuwsbrief|^actu|^news$|^diffusion$|^catalogue|^promo|^nouveautes|^abonnes$|^plans$|^commerciales$|^(?:d'|l')?publicit|^ventes$/;
const ORDERS =
  /^(?:d'|l')?(?:commande|achat|panier|reservation|paiement|inscription|devis|candidature|participation|adhesion|order|purchase|booking|payment|registration|application|pedido|compra|reserva|registro|solicitud|pago|ordine|acquisto|prenotazione|registrazione|pagamento|richiesta|bestelling|aankoop|boeking|registratie|inschrijving|deelname)s?$/;
const ACCOUNTS = /^(?:l')?(?:comptes?|espace|profil|account|profile|\w*konto|cuenta|perfil|profilo)$/;
const GAMES =
  /^(?:l')?(?:jeu|jeu-concours|concours|tirage|loterie|quiz|competition|contest|draw|sweepstakes?|giveaway|raffle|gewinnspiel|verlosung|wettbewerb|sorteo|concurso|concorso|gioco|estrazione|lotteria|winactie|prijsvraag|wedstrijd|loterij|actie)$/;
const CLUBS = /^(?:programme?|club|fidelite|carte|programma|programm|programa|loyalty)$/;
/** An act, what it is done to, and how far on that may be. */
const DEEDS: readonly (readonly [act: RegExp, on: RegExp])[] = [
  [/^(?:(?:valid|confirm|pass|finalis|effectu|pay|regl)(?:e|er|ez|ant))$/, ORDERS],
  [/^(?:(?:plac|confirm|complet|submit|finalis)(?:e|ing|ting)?)$/, ORDERS],
  [
    /^(?:(?:realizar|hacer|confirmar|finalizar|tramitar|enviar|efectuar|completar|effettuando|confermando|completando|inviando|concludendo))$/,
    ORDERS,
  ],
  [/^(?:(?:cre|ouvr)(?:e|er|ez|ant|ir)|creat(?:e|ing)|open(?:ing)?|crear|creando)$/, ACCOUNTS],
  [
    /^(?:participer|participe|jouer|enter(?:ing)?|join(?:ing)?|particip(?:o|ar|ando)|partecip(?:o|are|ando)|doe|neem|speel|nehme|take)$/,
    GAMES,
  ],
  [/^(?:(?:m')?inscri\w*|(?:j')?adhere\w*|rejoi\w*|join(?:ing)?)$/, CLUBS],
];
/** These are the act by themselves, behind a word that says "by". */
const ALONE =
  /^(?:command|achet|reserv|particip|jou|telecharg|continu|poursuiv|pay)ant$|^(?:ordering|buying|purchasing|booking|participating|playing|downloading|continuing|proceeding)$|^(?:comprar|participar|reservar|descargar|continuar)$/;
const JOINING =
  /^(?:m'|s')?(?:inscrivant|enregistrant|adherant|souscrivant|rejoignant|devenant)$|^(?:registering|joining|enrolling)$|^(?:registrar|inscribir|dar)(?:me|se)$/;
const ONE_WORD = /^(?:acquistando|ordinando|partecipando|prenotando|scaricando)$/;
const JOINING_IN_ONE = /^(?:registrando|iscrivendo)(?:mi|si|ti|vi)$/;

/** Words that lead to the list, and are no thing that is asked for. */
const ON_THE_WAY =
  /^(?:[ldm]')?(?:notre|votre|nostra|recevoir|receive|envoi|envoie|reception|abonnement|notifications?|porte|principe|gratuite?|informations|plans|mailing|promotional)$/;
const joinsAList = (all: readonly string[], at: number): boolean => {
  const isSent = all.slice(at + 1, at + 4).some((each) => /^(?:l')?(?:envoi|envoie|reception)$/.test(each));
  for (const [far, next] of all.slice(at + 1, at + 10).entries()) {
    if (next === ',' || JOINS.test(next)) return false;
    // "Par e-mail" is the way; "la promotion de mon entreprise" a service.
    if (/^(?:e-?mail|courriel|sms)$/.test(next) && all[at + far] === 'par') continue;
    // A catalogue or a code that somebody asks to be sent is a thing of theirs, and no list.
    if (isSent && (next === 'catalogue' || (/^promo$/.test(next) && /^codes?$/.test(all[at + far] ?? ''))))
      return false;
    if (LIST.test(next))
      return !(/^promo/.test(next) && (all[at + far] === 'en' || /^m(?:on|a|es)$/.test(all[at + far + 3] ?? '')));
    if (!/^(?:[ldm]')?.{0,4}$/.test(next) && !ON_THE_WAY.test(next)) return false;
  }
  return false;
};
const doesMore = (all: readonly string[]): boolean =>
  all.some((word, at) => {
    const before = all.slice(Math.max(0, at - 3), at);
    if (before.some((each) => NO.test(each) || /^(?:d')?invit|^(?:j')?ai$|^have$/.test(each))) return false;
    const follows = all.slice(at + 1, at + 7);
    const until = follows.indexOf(',');
    const reach = until < 0 ? follows : follows.slice(0, until);
    if (
      DEEDS.some(
        ([act, on]) =>
          act.test(word.replace(/^[jms]'/, '')) &&
          reach.some((each, far) => on.test(each) && !/^(?:vos|nos|your)$/.test(reach[far - 1] ?? '')),
      )
    )
      return true;
    const last = all[at - 1] ?? '';
    const isBy = /^(?:en|by|al)$/.test(last) || (/^(?:vous|nous)$/.test(last) && all[at - 2] === 'en');
    if (isBy && ALONE.test(word)) return true;
    if (((isBy && JOINING.test(word)) || JOINING_IN_ONE.test(word)) && !joinsAList(all, at)) return true;
    return ONE_WORD.test(word) || (word === 'participe' && last === 'je' && all[at + 3] !== 'vie');
  });
/** What somebody does, and then agrees: "je signe la petition et j'accepte". */
const DOES =
  /^(?:m'inscris|rejoins|telecharge|reserve|paie|fais|depose|signe|demande|reponds|achete|commande|sign|book|make|pay|download|register|join|apply|j'(?:achete|adhere|active|ouvre))$/;
const doesAndAgrees = (all: readonly string[]): boolean =>
  all.some((word, at) => {
    if (!DOES.test(word) || (!word.startsWith("j'") && !/^(?:je|i)$/.test(all[at - 1] ?? ''))) return false;
    const next = all.slice(at + 1, at + 4);
    if (
      (/^(?:fais|make)$/.test(word) && !next.some((each) => /^don(?:ation)?$/.test(each))) ||
      (word === 'demande' && next[0] === 'a') ||
      (/^(?:signe?|reponds)$/.test(word) && /^(?:ci-dessous|le|oui|below|here)$/.test(next[0] ?? '')) ||
      (word === 'depose' && next[1] === 'adresse')
    )
      return false;
    if (joinsAList(all, at)) return false;
    return all.some(
      (and, place) =>
        place > at && JOINS.test(and) && /^(?:j'|je$|i$|accept|souhait|consen|agree)/.test(all[place + 1] ?? ''),
    );
  });
/** What words in one order say; in plain letters. */
const DEEDS_AS_SAID =
  /\bby signing up(?! (?:to|for) (?:our |the |your )?(?:newsletter|list|offers|e-?mail|alerts|news|promo))|\b(?:mit|durch) (?:\w+ )?(?:bestellung|registrierung|teilnahme|buchung|kauf|anmeldung(?! (?:zum|zu|fur) (?:\w+ )?\w*newsletter))|\bkonto (?:erstellen|eroffnen|anlegen)|\bnehme [\w ]{0,24}teil\b|\bal darme de alta|\b(?:tente ma chance|envoyant (?:\w+ ){1,3}?(?:demande|devis|candidature|message))|\b(?:commande|inscription|participation|achat|order) (?:implique|vaut|emporte|entraine)|\b(?:absenden|abschicken|abschluss|abgabe) (?:der|meiner|ihrer) (?:bestellung|buchung|registrierung|anfrage)|\bgewinnspiel teilzunehmen|\bdoor te (?:bestellen|kopen|boeken|registreren)|\bt&cs?\b|\bpour etre (?:rappel|livr)\w+|\bconnectant (?:au|a ce|a notre) (?:wi-?fi|reseau)|\b(?:logging in|connecting) to (?:the|our|this) (?:wi-?fi|network)|\b(?:door|met) (?:mijn|uw|de|een) (?:bestelling|aankoop|boeking|registratie|inschrijving|deelname|account)|\bdoor (?:me|mij|u|je) in te schrijven(?! voor (?:de |onze )?nieuwsbrief)|\bdoor deel te nemen|\b(?:je m'inscris|je rejoins|j'adhere)(?! (?:a la |pour (?:les )?|sur (?:la )?|a votre |la |aux |vos |au principe de la )?(?:reception des )?(?:newsletter|liste|recevoir|infolettre|lettre|promo|nouveaut|abonnes))[^.;!?]{0,40}? et |(?:cliquant|cliquez) sur [«" ]*(?:commander|payer|creer|participer|jouer|reserver|acheter|valider (?:ma|la|votre) commande)/;

const WANTED =
  /^(?:codes?|cadeau|livre|guide|echantillon|acces|wifi|wi-fi|compte|commande|devis|resultats?|lot|ticket|recu|facture|livraison|voucher|gift|paper|e-?book|sample|account|quote|results|prize|receipt|gutschein|geschenk|muster|zugang|codigo|cupon|regalo|muestra|codice|buono|omaggio|guida|proefpakket|kortingscode|video|(?:l')?essai|lecture|(?:l')?extension|webinaire|webinar|\d{1,2}%?)$/;
const GETS =
  /^(?:recevoir|obtenir|beneficier|profiter|telecharger|acceder|gagner|utiliser|poursuivre|connecter|connect|echange|contrepartie|exchange|return|receive|get|claim|download|win|redeem|recibir|obtener|descargar|ricevere|ottenere|scaricare)$/;
const FOR = /^(?:pour|de|to|para|per)$/;
/** A list may welcome its readers with a lower price. */
const LIST_JOINED = /(?:abonn|inscri|subscrib|sign(?:ing)? up)[\w' -]{0,30}?(?:newsletter|lettre|list|offers)/;
const LESS = /^(?:remise|reduction|discount|\d{1,2}%?)$/;
/** Agreed to for the sake of something else. */
const isThePrice = (all: readonly string[], isOfAList: boolean): boolean =>
  all.some((word, at) => {
    const by = all[at - 1] === 'me' ? all[at - 2] : all[at - 1];
    const isSwap = /^(?:echange|contrepartie|exchange|return)$/.test(word);
    if (
      !GETS.test(word) ||
      !(isSwap ? /^(?:en|in)$/ : FOR).test(by ?? '') ||
      (all[at - 1] === 'de' && all[at - 2] !== 'afin')
    )
      return false;
    for (const next of all.slice(at + 1, at + 6)) {
      if (LESS.test(next) && isOfAList) return false;
      if (OFFER.test(next) && !LESS.test(next)) return false;
      if (next === 'acces' && /^(?:aux?|privilegie|exclusif|anticipe)$/.test(all[all.indexOf(next) + 1] ?? ''))
        return false;
      if (WANTED.test(next.replace(/^l'/, ''))) return true;
      if (/^(?:remise|reduction|discount)$/.test(next))
        return /^(?:ma|une|cette|la|d'une|my|a|your)$/.test(all[all.indexOf(next) - 1] ?? '');
    }
    return false;
  });

/** "Accedez au Wi-Fi en acceptant": to agree is how one gets it. */
const GOT_BY_AGREEING = /\b(?:en acceptant|by (?:agreeing|accepting))\b/;
const isGotByAgreeing = (sentence: string): boolean => {
  const all = tokens(sentence.split(GOT_BY_AGREEING)[0] ?? '');
  return (
    GOT_BY_AGREEING.test(sentence) &&
    all.some((word) => /^(?:accedez|telechargez|obtenez|recevez|regardez|get|download|access)$/.test(word)) &&
    all.some((word) => WANTED.test(word))
  );
};

const POINTED_AT =
  /(?:en plus|outre|independamment|distinct\w*|selon|en fonction|lors|avant|apres|in addition to|besides|based on|after|before|zusatzlich|neben|ademas|oltre|naast) [^.;,!?]{0,60}/g;
const PAPERS =
  /^(?:e-?)?(?:tickets?|recus?|factures?|billets?|commandes?|colis|livraisons?|reservations?|rendez-vous|devis|resultats?|releves?|receipts?|invoices?|orders?|parcels?|bookings?|kassenbons?|rechnung\w*|bestellung\w*|facturas?|pedidos?|reserva|recibo|entradas|scontrino|fattur\w|ordin[ei]|ricevut[ae]|bigliett[oi]|kassabon|factuur|bestelling\w*|pakket)$/;
const MINE = /^(?:mon|ma|mes|votre|my|your|meine?[nrs]?|mis?|mi[oae]|mie|mijn)$/;
const NEWS_OF =
  /^(?:l')?(?:suivi|suivre|avancement|etat|statut|confirmation|recapitulatif|informations?|stand|status|stato|seguimiento|estado|bevestiging|avisos|rappel)$/;
const NEWS_OF_ORDERS =
  /\b(?:order|delivery|booking|parcel|appointment) (?:updates?|news|tracking|reminders?|confirmations?)|sendungsverfolgung|tickets? de caisse|\b(?:mon|my) (?:bon|code|cadeau|voucher|gift)\b(?! d'anniversaire)/;
/** A paper of theirs, or news of what they ordered. */
const isOfTheirs = (text: string): boolean => {
  const kept = text.replace(POINTED_AT, ' ');
  const all = tokens(kept);
  return (
    NEWS_OF_ORDERS.test(kept) ||
    all.some(
      (word, at) =>
        NEWS_OF.test(word) && all.slice(at + 1, at + 5).some((each) => PAPERS.test(each.replace(/^[ld]'/, ''))),
    ) ||
    all.some(
      (word, at) =>
        MINE.test(word) &&
        PAPERS.test(all[at + 1] ?? '') &&
        /^(?:recevoir|et|de|que|receive|and|und|recibir|y|il|le|ricevere|e|en|wil|mochte|e-?mail|mail|sms|,|j'accepte)$/.test(
          all[at - 1] ?? '',
        ),
    )
  );
};

const isForMore = (sentence: string, offers: (part: string) => boolean): boolean => {
  const all = tokens(sentence);
  const own = sentence.replace(POINTED_AT, ' ');
  if (takesTerms(all) || isGotByAgreeing(sentence) || isThePrice(all, LIST_JOINED.test(sentence))) return true;
  if (doesMore(tokens(own)) || doesAndAgrees(tokens(own)) || DEEDS_AS_SAID.test(own)) return true;
  return offers(sentence) && isOfTheirs(sentence);
};

const BREAKS = /[.!?;•☐☑]|(?<![:,] {0,3})\n/u;
const AGREES =
  /^(?:j'(?:accepte|autorise|aimerais)|consens|souhaite|veux|desire|m'abonne|m'inscris|agree|accept|consent|want|wish|like|please|mochte|willige|stimme|akzeptiere|acepto|autorizo|deseo|quiero|accetto|acconsento|desidero|voglio|vorrei|wil|ga|oui|yes|ja|si|volontiers|d'accord|acceptez)$/;
const ASKS =
  /[sz]-moi\b|(?<!vous )\brecevez\b|abonnez|inscrivez|\b(?:keep|send|let|text|call) me\b|\b(?:get|receive)\b|sie mich\b|\w(?:en|an)me\b|\brecib[ae]\b|\w(?:te)mi\b|\bricevi\b|\b(?:houd|stuur) (?:mij|me)\b|\bontvang\b|facultatif|optionnel|optional|freiwillig|opcional|facoltativo|optioneel/;

/** Of the means at these places: whether one act agrees to what it brings and to something else. */
export const isOneActForMore = (text: string, at: number, to: number, offers: (part: string) => boolean): boolean => {
  const [before, after] = [text.slice(0, at).split(BREAKS), text.slice(to).split(BREAKS)];
  const sentence = `${before.at(-1) ?? ''}${text.slice(at, to)}${after[0] ?? ''}`;
  if (isForMore(sentence, offers)) return true;
  const agrees = (part: string): boolean => tokens(part).some((word) => AGREES.test(word));
  if (/[☐☑]/u.test(text) || agrees(sentence) || ASKS.test(sentence)) return false;
  const others = [...before.slice(0, -1), ...after.slice(1)].filter(agrees);
  return others.length > 0 && others.every((other) => isForMore(other, offers));
};
