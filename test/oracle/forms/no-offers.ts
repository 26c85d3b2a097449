/**
 * L. 34-5 al. 1 and 2 ("specifique"), art. 4, 11 GDPR: what is agreed to by a means where offers are kept out, where one thing alone is asked for, and where
 * somebody else says yes. Word by word.
 */

import { isOwnOffer, OFFER, tokens } from './strangers.ts';

type Offers = (part: string) => boolean;

const KEEPS_OUT =
  /^(?:(?:l')?exclusion|(?:l')?exception|hors|hormis|sauf|sans|zero|pas|jamais|aucune?s?|ni|non|refuse[rz]?|excluding|except|no|not|never|without|non-\w+|kein\w*|nicht|ohne|sin|senza|geen|zonder)$/;
/** May come between what keeps out and what is kept out. */
const SMALL =
  /^(?:d'?|de|du|des|l|la|les?|une?|a|aux?|pour|par|toute?s?|aucune?|quelconque|utilisees?|fins?|vos|nos|any|all|the|for|to|of|your|our|want|wish|be|used|commercia\w*|promotion\w*)$/;
const MEANS =
  /^(?:[ld]')?(?:e-?mails?|mails?|courriels?|sms|mms|textos?|texts?|appels?|telephone|courriers?|calls?|phone|post)$/;
const isAMail = (word: string): boolean => /mail|courriel/.test(word);

/** Offers of elsewhere, or of a bad manner, and not all of them. */
const ELSEWHERE = /^(?:d')?(?:exterieure?s?|externes?|etrangeres?|tierces?|autrui|ailleurs|autres)$/;
const OF_A_MANNER =
  /^(?:intrusives?|invasives?|mensongeres?|trompeuses?|abusives?|excessives?|agressives?|indesirables?|repetees?|ciblees?|personnalisees?|superflues?|inutiles?|cachees?|deguisees?)$/;
const isOfSomeAlone = (all: readonly string[], at: number, signs: RegExp): boolean => {
  const place = all.findIndex((word, index) => index > at && index < at + 4 && signs.test(word));
  const between = all.slice(at + 1, Math.max(at + 1, place));
  if (place < 0 || between.some((word) => !/^(?:de|des|d'?|pour|venant|non|a|[a-z]*commercia\w*)$/.test(word)))
    return false;
  return !/^(?:ni|ou|et)$/.test(all[place + 1] ?? '');
};

/** Offers are kept out by a part of the wording, and none is spoken of in what is left. */
export const keepsOffersOut = (text: string, named: string, offers: Offers): boolean => {
  let isKeptOut = false;
  // "Vos SMS, sans publicite intrusive": some of them come.
  const comes =
    /\b(?:vos|nos|your|our) (?:e-?mails?|mails?|courriels?|sms|mms|textos?|messages?) ?(?:[,.;:!(]|$|(?:sans|jamais|et|ou) )/.test(
      text,
    );
  const left = text.split(/[.!?;\n,:()☐☑]| (?:mais|but|aber) /u).map((part) => {
    const all = tokens(part.replaceAll("d'", "d' ").replaceAll('non-', 'non '));
    for (const [at, word] of all.entries()) {
      if (!KEEPS_OUT.test(word) || /^(?:manqu|rat|loup|miss)/.test(all[at - 1] ?? '')) continue;
      const far = all.slice(at + 1).findIndex((each) => OFFER.test(each) || !SMALL.test(each));
      const of = at + 1 + far;
      if (far < 0 || far > 5 || !OFFER.test(all[of] ?? '') || !isOwnOffer(all, of) || isOfSomeAlone(all, of, ELSEWHERE))
        continue;
      if (comes && isOfSomeAlone(all, of, OF_A_MANNER)) continue;
      const means = all.slice(of).filter((each) => MEANS.test(each));
      if (means.length > 0 && !means.some((each) => each === named || isAMail(each) === isAMail(named))) continue;
      isKeptOut = true;
      return all.slice(0, at).join(' ');
    }
    return part;
  });
  return isKeptOut && !left.some((part) => offers(part.replaceAll('nouvelles', ' ')));
};

const IT = /^(?:produit|article|taille|modele|reference|pointure|couleur|product|item|size|model)$/;
const THIS = /^(?:ce|cet|cette|la|le|l|this|the)$/;
const MINE = /^(?:mon|ma|votre|cette|my|your)$/;
/** One thing is asked for in this sentence, and, that thing aside, no offer. */
export const asksForOneThing = (sentence: string, offers: Offers): boolean => {
  const all = tokens(sentence.replaceAll("l'", 'l ').replaceAll("d'", 'd '));
  const of = new Set<number>();
  let isOne = false;
  const takes = (...places: readonly number[]): void => {
    isOne = true;
    for (const place of places) of.add(place);
  };
  for (const [at, word] of all.entries()) {
    const [before, earlier] = [all[at - 1] ?? '', all[at - 2] ?? ''];
    const next = all.slice(at + 1, at + 6);
    if (IT.test(word) && THIS.test(before)) {
      of.add(at);
      if (next.some((each) => /^(?:disponible|stock|reapprovisionn\w*|revien\w*|available|back)$/.test(each))) takes();
      if (all.slice(0, at).includes('disponibilite')) takes();
    }
    if (word === 'nouveau' && /^(?:de|a)$/.test(before)) of.add(at);
    if (word === 'stock' && /^(?:en|in)$/.test(before)) takes();
    if (/^reassort|^billetterie$|^prevente$|^lieferbar$|^leverbaar$|^verfugbar$|^beschikbaar$/.test(word)) takes();
    if (/^(?:disponible|disponibil\w)$/.test(word) && /^(?:di|nuevo|nuovo)$/.test(before)) takes();
    if (/^emplois?$|^stages?$/.test(word)) takes(at - 1, at - 2, at - 3);
    if (/^job$/.test(word) && /^(?:offer|alert)/.test(next[0] ?? '')) takes(at + 1);
    const isOfContract = /^(?:pret|credit|contrat|financement|location)$/.test(all[at + 2] ?? '');
    if (word === 'offre' && /^(?:mon|ma|l)$/.test(before) && isOfContract) takes(at);
    if (word === 'offer' && /^(?:loan|credit|contract)$/.test(before) && earlier === 'my') takes(at);
    if (word === 'proposition' && next.slice(0, 3).join(' ') === 'commerciale pour mon') takes(at, at + 1);
    if (/^(?:panier|basket|cart)$/.test(word) && MINE.test(before) && /\b(?:rappel|remind)/.test(sentence)) takes();
    if (word === 'cadre' && next[0] === 'de' && MINE.test(next[1] ?? '')) {
      const relation = all
        .slice(at)
        .findIndex((each, far) => each === 'relation' && all[at + far + 1] === 'commerciale');
      takes(...(relation < 0 ? [] : [at + relation + 1]));
    }
  }
  return isOne && !offers(all.filter((_word, at) => !of.has(at)).join(' '));
};

const NEAR =
  /^(?:amie?s?|enfants?|fils|fille|conjointe?|mari|femme|epoux|epouse|parents?|mere|pere|frere|soeur|collegues?|proches?|filleule?s?|friends?|friend's|child|children|husband|wife|spouse|partner|mother|father|colleagues?)$/;
const YES = /^(?:accept\w*|souhait\w*|veut|veulent|consent|autoris\w*|desir\w*|agrees?|wants?|wish\w*)$/;
/** Who says yes is somebody near, and not the person. */
export const isSaidByAnother = (sentence: string): boolean => {
  const all = tokens(sentence);
  return all.some((word, at) => {
    if (!NEAR.test(word) || !/^(?:mon|ma|mes|my|notre|our)$/.test(all[at - 1] ?? '')) return false;
    const next = all[at + 1] ?? '';
    if (next === 'consent' || next === 'permission') return all[at - 2] === 'have';
    if (YES.test(next) || (/^(?:est|sont)$/.test(next) && all[at + 2] === "d'accord")) return true;
    const isTheirs = /accord$/.test(all[at - 3] ?? '') && all[at - 2] === 'de';
    return isTheirs && (all.slice(0, at).includes("j'ai") || all.includes('lui'));
  });
};
