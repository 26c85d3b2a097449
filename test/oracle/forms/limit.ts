/**
 * R. 223-1 I 3 ("la periode pendant laquelle le consommateur consent"), II (outside of the period or of the hours there is no consent),
 * L. 34-5 al. 2 ("specifique"): whether a wording sets an end to what is agreed to, or hours. Sentence by sentence, word by word.
 */

import { CALLED, plain } from './wording.ts';

type Limit = 'none' | 'end' | 'hours';

const COUNT =
  /^(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|trente|one|an?|two|three|four|five|seven|eight|nine|ten|twelve|eine?[mnr]?|zwei|drei|vier|funf|sechs|zwolf|dos|tres|cuatro|cinco|seis|doce|un[ao]?|due|tre|quattro|cinque|sei|dodici|een|twee|drie|vijf|zes|twaalf|d'une?|d'un)$/;
const SPAN =
  /^(?:jours?|semaines?|mois|ans?|annees?|trimestres?|days?|weeks?|months?|years?|tagen?|tage|wochen?|monaten?|monate?|jahre?n?|dias?|semanas?|mes(?:es)?|anos?|giorni|settimane|mes[ei]|ann[oi]|dagen|weken|maand(?:en)?|jaar)$/;
const LEADS =
  /^(?:pendant|durant|pour|de|d'|valables?|for|during|up|of|fur|die|lang|durante|los|per|i|voor|gedurende|les|the|prochaine?s?|next)$/;
const FROM = /^(?:pendant|durant|pour|valables?|for|during|fur|durante|per|voor|gedurende)$/;
const UP_TO = /^(?:jusqu'(?:au|en)|until|bis|hasta|fino|tot)$/;
const DATED =
  /^(?:\d[\da-z./]*|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december|ende?|eind|fine?|final|fin)$/;
const FILLS = /^(?:zum|el|al|en|met|the|la|l'|de)$/;

const wordsOf = (sentence: string): readonly string[] => sentence.match(/[a-z\d'./-]*[a-z\d']/g) ?? [];

/** "For six months", "zes maanden lang": a number of spans that something leads to, or "lang" follows. */
const isForAWhile = (all: readonly string[]): boolean =>
  all.some((word, at) => {
    if (!SPAN.test(word)) return false;
    const number = /^(?:prochaine?s?|next)$/.test(all[at - 1] ?? '') ? at - 2 : at - 1;
    if (!COUNT.test(all[number] ?? '')) return false;
    if (all[at + 1] === 'lang') return true;
    for (let before = number - 1; before >= 0 && before >= number - 5; before -= 1) {
      const each = all[before] ?? '';
      if (FROM.test(each)) return true;
      if (!LEADS.test(each) && !/^(?:une|a|duree|periode|period|maximale|to)$/.test(each)) return false;
    }
    return false;
  });
const isUpToADay = (all: readonly string[]): boolean =>
  all.some((word, at) => {
    if (word === "jusqu'a") return /^(?:la|fin)$/.test(all[at + 1] ?? '');
    if (!UP_TO.test(word)) return false;
    let next = at + 1;
    while (FILLS.test(all[next] ?? '')) next += 1;
    return DATED.test(all[next] ?? '');
  });
const OTHER_ENDS =
  /(?:pendant|durant) (?:toute )?la duree (?:de|du|d')|pour une (?:duree|periode) (?:de|d')|une (?:seule|unique) fois|une fois seulement|once only|only once|one time only|nur einmal|una sola (?:vez|volta|oferta|offerta)|een enkele aanbieding|d'ici au \d/;
/** Ends that have no date: a feast, an age, what somebody is, what goes on, one message. */
const UNDATED = new RegExp(
  [
    "jusqu'(?:a|aux?) (?:noel|paques|demain|la (?:rentree|majorite)|m(?:a|on|es) (?!desab|desins|retrait|oppos|refus)\\w+)",
    "(?:tant|aussi longtemps) que (?:(?:je|nous|mon|ma) |j')(?!n'|ne |desab|desins|retrait|oppos|revoc|refus)\\w+",
    '(?<!\\bde )\\b(?:cette (?:annee|saison|semaine)|ce mois|cet (?:ete|hiver))\\b',
    "(?:pendant|durant) (?:l'|la |le |les |cette |vos |nos |mon )(?:operation|campagne|saison|soldes|fetes|periode|ete|promotion|vacances|contrat|abonnement)",
    '(?:accord|consentement|autorisation|consent|agreement)(?: \\w+)? (?:prend fin|expire|cesse|ends|se termine)',
    '\\bune (?:seule|unique) (?:offre|communication|invitation|newsletter)|\\b(?:un seul|single|only one) (?:e-?mail|message|sms|offer)',
    'through (?:the end|january|february|march|april|may|june|july|august|september|october|november|december|\\d{4})',
    'until (?:christmas|easter|i (?:turn|am|reach|leave)|my (?!unsub|opt|withd)\\w+)|as long as i (?:am|remain|have)|(?<!of )\\bthis (?:year|season|month|summer)',
    'wahrend (?:des|der) (?:schlussverkaufs?|aktion|saison|ferien|feiertage)|durante (?:las rebajas|el (?:verano|invierno)|los? \\w+|las? (?:fiestas|temporada)|i saldi|le (?:feste|vacanze))|tijdens (?:de|het) (?:uitverkoop|feestdagen|solden|seizoen|vakantie)|during the (?:sales?|season|holidays|campaign)',
    'bis (?:weihnachten|ostern)|solange ich (?!nicht|mich)|hasta navidad|fino a natale|tot kerst|zolang ik (?!niet|me)',
  ].join('|'),
);
/** What is offered lasts, and not what is agreed to; and the hours that the decree sets are nobody's choice. */
const OFFERED_LASTS =
  /(?:offres|promotions?|prix|remises?|reductions?|offers|ventes)(?: [^ ,.;:]+){0,4}? (?:valables|valid)[^,.;]*|(?:profit|benefici|gagn|enjoy|sav)\w* (?:de |of )?\d+ ?%(?: de \w+)? (?:pendant|durant|pour|for) \w+ \w+|(?:voyages?|sejours?|abonnements?|vacances|essais?|trips?|holidays?) (?:pour|for) \w+ \w+|pour (?!les )\w+ (?:ans?|mois|jours?|semaines?) d(?:e (?!plus)|')\w+|pour les \w+ ans de (?:mon|ma|notre) (?:enfant|fils|fille|mere|pere|mari|femme|maison)|\bfor \w+ (?:days?|weeks?|months?|years?) of \w+|du lundi au vendredi,? (?:de )?10 ?h(?:eures)?(?: ?00)? a 13 ?h(?:eures)?(?: ?00)? et (?:de )?14 ?h(?:eures)?(?: ?00)? a 20 ?h(?:eures)?(?: ?00)?/g;
/** How often, not for how long: "une seule newsletter par semaine" has no end. */
const EVERY_TIME =
  /\b(?:(?:une?|one|a|una?|ein|een|un) )?(?:seule?|unique|single|sola|enkele|only one|only once|nur einmal|nur ein|fois seulement)(?: [^ ,.;:]+){0,4}? (?:par|per|an?|each|every|chaque|pro|por|al|alla) (?:jour|semaine|mois|trimestre|an|day|week|month|quarter|year|tag|woche|monat|jahr|dia|semana|mes|giorno|settimana|mese|dag|maand)\b/g;
/** The same in one word, or in more: "mensuelle", "im Monat", "every two weeks". */
const AGAIN_AND_AGAIN =
  /\b(?:seule?|unique|single|sola|enkele|only one|only once|nur einmal|nur ein|fois seulement)(?: [^ ,.;:]+){0,4}? (?:im (?:monat|jahr|quartal)|(?:monat|wochent|tag|jahr)lich\w*|mensuel(?:le)?|hebdomadaire|quotidien(?:ne)?|annuel(?:le)?|(?:dai|week|month|year)ly|mensual|semanal|mensile|settimanale|maandelijks|wekelijks|(?:tous les|toutes les|every|cada|ogni|elke|alle) (?:\w+ )?(?:jours|semaines|mois|ans|days|weeks|months|semanas|meses|settimane|mesi|weken|maanden|wochen|monate))\b/g;
/** Beside every other time, this one too: the rest of the year is agreed to as well. */
const THIS_TIME_TOO =
  /\b(?:y compris|meme|notamment|surtout|en particulier|including|even|especially|insbesondere|auch|selbst|incluso|tambien|anche|ook|zelfs|aussi|egalement|also) (?:(?:pendant|durant|during|wahrend|durante|tijdens) (?!(?:les |une )?(?:\d|deux|trois|six|une? (?:an|mois)))(?:(?:les?|la|the|des|der|las|los|i|de|l')\s?)?\w+(?! (?:mois|ans?|jours|semaines|months?|weeks?|years?))|(?<!(?:aussi|egalement|also) )(?:cet|cette|this) \w+)/g;
/** An account is closed by an act with a date: until then the agreement has no end, and then it is ended as any other. */
const WHILE_AN_ACCOUNT =
  /(?:jusqu'a la (?:fermeture|cloture|suppression) d[eu]|(?:tant|aussi longtemps) que|as long as|until|solange|mientras|finche|zolang)(?: [^ ,.;:]+){0,3}? (?:(?:mon|d'un|un|le|my|an|our|ein|mein|mi|una|il mio|een|mijn) )?(?:compte|account|(?:kunden|nutzer|benutzer|online)?-?konto|cuenta)\b(?!-| (?:bancaire|bancaria|courant|corriente|joint|premium|pro\b|epargne|d'epargne|de ahorro|payant|de (?:depot|paiement)|titres?|cheques?|sur livret|professionnel|a terme))/g;
/** A means of its own: what is said of a time before it is of it alone, unless another joins there or it was named already. */
const timesBeside = (sentence: string, channel: string): string =>
  sentence.replace(THIS_TIME_TOO, (said: string, at: number) => {
    const [before, after] = [sentence.slice(0, at), sentence.slice(at + said.length)];
    const name = CALLED[channel];
    const isOfItAlone =
      Object.values(CALLED).some((each) => each.test(before)) &&
      name?.test(before) === false &&
      name.test(after) &&
      !/^ ?,? ?(?:et|and|und|y|e|en) (?:par|by|per|via|por) /.test(after);
    return isOfItAlone ? said : '_';
  });
const AT_HOURS =
  /\b(?:les?|du) (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|\b(?:de|entre|avant|apres) \d{1,2} ?(?:h\b|h\d|heures?)|en (?:soiree|journee|matinee)|\ble (?:matin|soir|week-end|midi)\b|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:between|after|before) \d{1,2} ?(?:am|pm)|\b(?:montags|dienstags|mittwochs|donnerstags|freitags|samstags)\b|(?:zwischen|nach|vor) \d{1,2} uhr/;
const KEPT =
  /conserv|stocke|retain|stored|\bkept|\bkeep|gespeichert|aufbewahr|guarda|bewaard|retir|withdr|revo|widerruf/;
const RIGHT =
  /\b(?:pouvez|pourrez|peux|pourrai|can|may|kann|konnen|puede|puedo|puo|posso|kunt|kan|droit|right)\b.*(?:oppos|desinscri|desabonn|unsubscrib|object|refus)/;
const AGREEING =
  /j'(?:accepte|autorise|aimerais)|\bje (?:consens|souhaite|veux|desire|donne|m'abonne|m'inscris)|\b(?:agree|accept|consent|want|wish|please|mochte|willige|stimme|acepto|autorizo|deseo|quiero|accetto|acconsento|desidero|vorrei|oui|yes|ja|wil|graag)\b|consentement|accord|autorisation|permission|einwilligung|consentimiento|consenso|toestemming/;
const REFUSING = /refus|oppos|\bne (?:plus|pas)|desinscri|desabonn|unsubscrib|opt out/;

/** Whether what is agreed to by this wording has an end, or hours. */
export const limitOf = (wording: string, channel: string): Limit => {
  const sentences = plain(wording)
    .split(/[!?;\n☐☑]|\.(?= |$)/u)
    .filter((each) => AGREEING.test(each) || Object.values(CALLED).some((name) => name.test(each)))
    .filter((each) => !KEPT.test(each) && !RIGHT.test(each))
    .map((each) =>
      [OFFERED_LASTS, EVERY_TIME, AGAIN_AND_AGAIN, WHILE_AN_ACCOUNT].reduce(
        (left, no) => left.replace(no, '_'),
        timesBeside(each, channel),
      ),
    );
  const hasEnd = sentences.some((each) => {
    const all = wordsOf(each);
    return OTHER_ENDS.test(each) || UNDATED.test(each) || isForAWhile(all) || isUpToADay(all);
  });
  if (hasEnd) return 'end';
  const rings = ['automated-call', 'live-call', 'voicemail-drop'].includes(channel);
  return rings && sentences.some((each) => AT_HOURS.test(each) && !REFUSING.test(each)) ? 'hours' : 'none';
};
