/** L7, D3: a refusal at a sale of which nobody recorded what was refused is of everything, unless its words are of strangers alone. Word by word. */

import { refusingBesideYes } from './refused-beside.ts';
import { marked } from './refused-strangers.ts';
import { CALLED, plain } from './wording.ts';

/** These refuse, or lead to what is refused, and none of them names anything. */
const REFUSING =
  /^(?:je|ne|n'?|souhaite[sz]?|veux|voulez|desire|accepte|pas|plus|non|aux?|aucune?s?|sans|recevoir|celles?|refus\w*|m'?oppose|a|ce|que?|qu'?|d[eu]s?|d'|les?|la|l'|mais|mon|ma|mes|adresse|donnees|coordonnees|numero|soi(?:en)?t|coche[rz]|cette|case|ici|si|vous|pour|par|merci|un|une|etre|i|do|not|don't|no|want|wish|to|receive|please|from|my|address|data|be|being|passed|on|tick|this|box|if|you|object|refuse|decline|any|but|the|by|ich|mochte|will|keine?n?|nicht|erhalten|per|lehne|ab|von|quiero|deseo|recibir|por|desidero|voglio|ricevere|via|ik|wil|geen|ontvangen|[,:(_☐☑□○◯]|\d+)$/u;
const MORE =
  /^(?:et|ni|ou|and|or|nor|und|oder|tous|toute?s?|tout|meme|aussi|egalement|compris|reste|all|even|also|alle|auch|cookies?|traceurs?|ciblage|profilage)$/;
const HOUSE = /^(?:partenaires?|tiers|filiales?|sponsors?|partners?|part(?:y|ies)|fournisseurs?)$/;

/** The means by their names, which say how and not whose. */
const isAMeans = (word: string): boolean => Object.values(CALLED).some((name) => name.test(word));
const isOfStrangers = (sentence: string): boolean => {
  const { all, theirs, isBoth, strangers } = marked(sentence);
  if (!strangers || isBoth) return false;
  const joins = (word: string, at: number): boolean =>
    MORE.test(word) && !(HOUSE.test(all[at - 1] ?? '') && all.slice(at + 1, at + 3).some((next) => HOUSE.test(next)));
  if (all.some(joins)) return false;
  // Whose strangers they are ends the sentence: "des partenaires de Maison Alba".
  const last = Math.max(...theirs);
  const isName = all.length - last <= 5 && /^(?:de|du|of|von)$/.test(all[last + 1] ?? '');
  return all.every((word, at) => theirs.has(at) || (isName && at > last) || REFUSING.test(word) || isAMeans(word));
};

/** Some clause says no to what no stranger sends: "pas d'e-mails, pas d'offres de partenaires". */
const SAYS_NO =
  /^(?:ne|n'\w+|pas|aucune?s?|sans|refus\w*|(?:m')?oppose|no|not|don't|without|tranquille|alone|stop|cess\w*|arret\w*)$/;
const refusesTheSeller = (whole: string): boolean =>
  whole.split(/[,():;!?\n☐☑]|\.(?= |$)| [/–—-] /).some((clause) => {
    const { all, strangers } = marked(clause);
    const isNo = all.some((word, at) => SAYS_NO.test(word) || (word === 'non' && /^aux?$/.test(all[at + 1] ?? '')));
    return isNo && !strangers;
  });

/** Whether words refuse what strangers send or get, and nothing else at all. */
export const refusesStrangersAlone = (words: string): boolean => {
  const whole = plain(words);
  const beside = refusingBesideYes(whole);
  if (beside?.length === 0 || refusesTheSeller(whole) || /\bnon plus\b/.test(whole)) return false;
  const from = beside === undefined ? 0 : whole.indexOf(beside[0] ?? '');
  const sentences = whole
    .slice(from)
    .split(/[!?;\n]|\.(?= |$)/)
    .filter((each) => /[a-z]/.test(each));
  return sentences.length > 0 && sentences.every(isOfStrangers);
};
