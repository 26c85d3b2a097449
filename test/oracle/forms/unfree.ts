/** L. 34-5 al. 4 ("sans frais", "de maniere simple", "de s'opposer"): what looks like a refusal and agrees, has a price, or keeps a part. Word by word. */

const DENIES =
  /^(?:ne|n'\w*|pas|plus|rien|jamais|aucune?|surtout|sans|non|no|not|never|don't|wouldn't|nicht|keine?n?|kein|sin|senza|geen|niet|nessun|nichts|niets|hate)$/;
/** Nobody wishes these: to deny one is to agree. */
const UNWISHED =
  /^(?:(?:[dmst]'y?)?(?:manquer|rater|passer|priver|arreter|cesser|renoncer|desabonnee?|desinscrite?|contre|louper|oubli\w*|desabonner|desinscrire|opposer|oppose|opposes|opposee|opposees|refuser?|declinere?|objections?|inconvenients?|problemes?|soucis?|engagement|frais|obligations?|hesite[rz]?)|n'oublie[zr]?|n'hesite[zr]?|miss|forget|unsubscribe|object|problem|worries|obligation|commitment|opposed|verpassen|gegen|tegen|vergessen|abmelden|problem|perder(?:me|e)?|olvide|compromiso|opongo|impegno|oppongo|missen|vergeten|bezwaar|probleem)$/;
/** May come between a denial and what nobody wishes. */
const BETWEEN =
  /^(?:me|m'y?|se|vous|y|etre|voudrais|faites|let|enkele|aanbieding|de|d'|pas|plus|rien|a|to|souhaite|veux|suis|want|wish|like|quiero|deseo|voglio|desidero|mi|out|on|du|tout|angebote|aanbiedingen|angebot|no|ne|recevoir)$/;

const isTwice = (all: readonly string[], at: number): boolean => {
  for (let back = at - 1; back >= Math.max(0, at - 4); back -= 1) {
    const word = all[back] ?? '';
    if (DENIES.test(word)) return true;
    if (!BETWEEN.test(word)) return false;
  }
  return false;
};
const WORDS = /[a-z'-]+|[^a-z'-]+/g;

/** A text without the denials by which one agrees, in plain letters. */
export const withoutAgreeing = (text: string): string => {
  const parts = (
    text.replace(/\b(ne|n'\w+) (?:\w+ )?(?:souhaite|veux) pas ne (?:pas|plus)\b/g, 'je veux').match(WORDS) ?? []
  ).slice();
  const places = parts.flatMap((part, at) => (/[a-z]/.test(part) ? [at] : []));
  const all = places.map((at) => parts[at] ?? '');
  // A sign ends what goes on: the word after it follows nothing.
  const isCut = (from: number, to: number): boolean =>
    parts.slice((places[from] ?? 0) + 1, places[to]).some((part) => /[.;:!?☐,(\n]/u.test(part));
  for (const [at, word] of all.entries()) {
    if (/^n'(?:oublie|hesite)|^privez$/.test(word) && /^pas$/.test(all[at + 1] ?? '')) {
      all[at] = all[at + 1] = '_';
      continue;
    }
    const goesBack = UNWISHED.test(word) && isTwice(all, at);
    const comesAfter =
      /^(?:refuse|m'oppose)$/.test(word) && all[at - 1] !== 'je' && /^(?:pas|plus)$/.test(all[at + 1] ?? '');
    if (comesAfter) all[at] = all[at + 1] = '_';
    else if (/^m'oppose$/.test(word) && /^pas$/.test(all[at + 1] ?? '')) all[at] = all[at + 1] = '_';
    else if (/^don't|^vergessen|^vergeet/.test(word) && /^(?:forget|sie|niet)$/.test(all[at + 1] ?? '')) all[at] = '_';
    else if (goesBack) {
      let back = at;
      while (
        back > 0 &&
        !isCut(back - 1, at) &&
        (DENIES.test(all[back - 1] ?? '') || BETWEEN.test(all[back - 1] ?? ''))
      )
        back -= 1;
      if (back < at) for (let each = back; each <= at; each += 1) all[each] = '_';
    }
  }
  for (const [index, at] of places.entries()) parts[at] = all[index] ?? '';
  return parts
    .join('')
    .replace(/\b(?:ne|n') ?(?:\w+ )?_|\bne voudrais manquer aucune|dis pas non/g, '_')
    .replace(/ne passez pas a cote|pourquoi (?:pas|dire non)|why not|non seulement|not only/g, '_');
};
/** What refuses by no denial. */
export const STILL_REFUSES = /sauf|unless|except|oppos|opon|bezwaar|\bstop\b|de baja|abmeld|afmeld/;

const LOST =
  /^(?:renonce[zr]?|perd(?:ez|rez|s)|lose|forfeit|verlieren|verzichten|verliest|renuncia|pierde|rinuncia|perde|prive|privera|perte)$/;
const KEPT_BY_WHO_AGREES =
  /^(?:l')?(?:livraison|points?|cadeau|remise|garantie|retours?|compte|carte|free|delivery|discount|rabatt|punkte|envio|descuento|spedizione|sconto|verzending|korting)/;
const FEE =
  /\bmoyennant\b|\bplein tarif\b|(?<!(?:sans|aucun|hors|ni) )frais (?:de (?:dossier|gestion|traitement)|administratifs)|\bdes frais (?:\w+ )?s'appliqu|\bfacturee? \d|\bfor a (?:\w+ )?(?:fee|charge)|\b(?:a|an) (?:\w+ )?fee (?:of|appl)/;
const AMOUNT =
  /(?<!\b(?:sans|aucun|ni|sin|senza|zonder|ohne) )\b(?:supplement|surcout|suplemento|supplemento|toeslag|surcharge|aufpreis|aufschlag) (?:de|d'|di|van|von|of) ?\d+(?:[.,]\d+)? ?(?:€|euros?)|\b(?:coute(?:ra)?|kostet|cuesta|costa|kost|costs?) (?:[€£$] ?(?!0\b(?![.,]\d))\d|(?!0\b(?![.,]\d))\d+(?:[.,]\d+)? ?(?:€|euros?))|\+ ?\d+ ?€ (?:sur|par|pour|a)\b|\b(?:refus\w*|non merci|non|decline|ablehnen|rechazar|rifiuto|weigeren) ?[(:+] ?(?:\+ ?)?(?:[€£$] ?(?!0\b(?![.,]\d))\d|(?!0\b(?![.,]\d))\d+(?:[.,]\d+)? ?(?:€|euros?))/g;
const PASSES_ON =
  /(?<!refus\w* (?:\w+ ){0,3})\b(?:un|le|du|ce|d'un|l') ?(?:sms|texto|appel|message|courrier|timbre)\b[^.;]{0,20}? coute(?:ra)? (?:environ )?(?:0[.,]\d+ ?(?:€|euros?)|\d+ ?(?:centimes?|cts?))/g;
const BY_WHO_REFUSES =
  /refus|oppos|\bne\b|\bn'|\bpas\b|\bkeine?n?\b|\bnicht\b|\bno\b|\bnot\b|\bnon\b|\bgeen\b|\bniet\b|rechaz|rifiut|weiger|declin/;
/** "Sans frais, hormis ceux lies a la transmission du refus": a sum beside what refuses, or that nothing else is said of; not one given, nor of a delivery. */
const isPriced = (text: string): boolean =>
  text
    .replace(PASSES_ON, '_')
    .split(/[!?;\n]|\.(?= |$)/)
    .some((sentence) =>
      [...sentence.matchAll(AMOUNT)].some(({ index }) => {
        const before = sentence.slice(0, index);
        if (/(?:benefici|gagn|profit|econom|recev(?:ez|rez)|cumul)[^.;]*$|livraison(?: (?!avec)\w+)?,? ?$/.test(before))
          return false;
        return (
          BY_WHO_REFUSES.test(sentence) || /^[ (☐☑[]*(?:(?:cela|ceci|ca|il|ce refus|this|it|das|un) )*$/.test(before)
        );
      }),
    );
const TROUBLE =
  /(?:lettre|courrier|pli|en|par) recommande|(?:copie|scan|photocopie) [^.;]{0,30}(?:piece|carte|passeport)|(?:piece|justificatif|carte) d'identite|registered (?:letter|mail)|copy of your (?:id|passport|identity)|einschreiben|raccomandata|aangetekend|correo certificado/;

/** Refusing by these words has a price, or asks for what is not simple; in plain letters. */
export const isDear = (text: string): boolean => {
  const all = text.match(/[a-z'-]+/g) ?? [];
  const loses = all.some(
    (word, at) =>
      LOST.test(word) &&
      !(all[at - 1] === 'ne' && all[at + 1] === 'pas') &&
      !/^(?:aucune?|sans)$/.test(all[at - 1] ?? '') &&
      all.slice(at + 1, at + 5).some((each) => KEPT_BY_WHO_AGREES.test(each)),
  );
  if (loses || FEE.test(text) || isPriced(text)) return true;
  const at = text.search(TROUBLE);
  return at >= 0 && !/\b(?:sans|aucune?|without) [^.;]{0,15}$/.test(text.slice(0, at)) && !/[☐☑□○◯]/u.test(text);
};

const OFTEN =
  /(?:\bplus d'une? |\bplus de |\bmore than |\bmehr als |\bmas de |\bpiu di |\bmeer dan )[^.;]{0,40}(?:par|per|a|each|pro|alla|por|la) (?:jour|semaine|mois|day|week|month|woche|tag|monat|semana|mes|settimana|mese|dag|maand)/;
const SOMETIMES =
  /\btrop (?:de|d'|souvent)|\btoo (?:many|often)|\b(?:le|les|au|en|the|at|im|am|het|nel) (?:the )?(?:week-?ends?|wochenende|dimanches?|soiree)|\b(?:avant|before|vor) \d+ [a-z]|\b(?:mais|but|aber) [^.;]{0,30}(?:les autres|the others|the rest|die anderen)(?! [a-z])/;
/** Some offers are refused, and others are not. */
export const keepsAPart = (sentence: string): boolean => OFTEN.test(sentence) || SOMETIMES.test(sentence);
