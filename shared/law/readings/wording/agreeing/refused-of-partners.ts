import { CHANNELS } from '#shared/domain/message/channel.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { anyOf, has, lowered, marked, NAMES_OF, pattern, SENTENCE_ENDS } from '../names.ts';
import { OTHERS } from '../of-others.ts';
import { OF_OFFERS } from '../other-use.ts';
import { refusingBesideYes } from '../refusal-verbs.ts';
import { withoutOthers } from '../refusal-whose.ts';

const OF_OTHERS = anyOf([OTHERS]);
/** Trackers and the like are no offers of anybody. */
const OF_ELSE = anyOf(['cookies?|traceurs?|trackers?|ciblage|profilage|profiling|géolocalisation']);
/** By which words one refuses, and what leads to what is refused: none of them says whose it is. */
const REFUSING = anyOf([
  "je|ne|n[’']|souhait\\p{L}*|veux|voulez|désire|accepte|pas|plus|non|aux?|aucune?s?|sans|recevoir|(?:l[’'])?envois?|réception|refus\\p{L}*|m[’']?oppose|m|à|ce|que?|qu[’']|d[eu]s?|d[’']|les?|la|l[’']|mais|mon|ma|mes|adresse|données|coordonnées|numéro|soi(?:en)?t|cochez|cocher|cette|case|ici|si|vous|pour|par|merci|un|une|être|contactée?|sollicitée?",
  "i|do|not|to|being|passed|on|don[’']t|no|want|wish|to|receive|please|from|my|address|data|details|be|tick|this|box|if|you|object|refuse|decline|any|thanks|but|the|by|share|pass|on|contacted",
  'ich|möchte|will|keine?n?|nicht|erhalten|per|widerspreche|lehne|ab|von|no|quiero|deseo|recibir|por|non|desidero|voglio|ricevere|via|ik|wil|geen|ontvangen|me|opongo|mi|oppongo',
]);
const A_WORD = /\p{L}/u;
/** Several houses: one thing that is refused. Any other "and", and what says "all" or "even", may add own offers. */
const HOUSES = pattern(
  `(?<!\\p{L})(?:${OTHERS})(?:\\s*,|\\s+(?:et|ou|and|or|und|oder))\\s+(?:(?:de|des|vos|nos|your|our)\\s+){0,2}(?=(?:${OTHERS})(?!\\p{L}))`,
);
const MAY_ADD = anyOf([
  'et|ni|ou|and|or|nor|und|oder|tou(?:te?s?|s)|tout|même|aussi|également|compris|reste|all|even|also|any\\s+other|alle|auch',
]);
/** Whose partners they are, at the end of a sentence: "de Maison Alba". */
const OF_WHOM = pattern("(?<= _ )\\s*(?:de|du|d[’']|of|von|di|van)\\s*[\\p{L}’'-]+(?:\\s[\\p{L}’'-]+){0,2}\\s*$");

/** Own offers are named beside those of others, by no "and". */
const OF_US = anyOf([
  '(?:de|par|à|chez)\\s+vous(?!\\s+\\p{L}+(?:ez|iez))|comme\\s+(?:de|par|à|celles?)|(?:from|by)\\s+you|non\\s+plus|either',
]);
/** What refuses by a word of its own, whatever it is of. */
const REFUSES = anyOf([
  "ne|n[’']\\p{L}+|non\\s+(?:aux?|à)|pas|aucune?s?|sans|refus\\p{L}*|oppos\\p{L}*|not?|don[’']t|without",
]);
const PARTS = /[☐☑,():;!?\n]|\.(?!\S)|\s[/–—-]\s/u;
/** A part of it refuses, and says nothing of others: "Pas d’e-mails, pas d’offres de partenaires". */
const refusesMore = (said: string): boolean =>
  said.split(PARTS).some((part) => has(part, REFUSES) && !has(part, OF_OTHERS));

/** Nothing but words by which one refuses is left of it, once what is of others is taken out. */
const isOfOthersAlone = (sentence: string): boolean => {
  if (has(marked(sentence, HOUSES), MAY_ADD) || has(sentence, OF_US) || refusesMore(sentence)) return false;
  const { text: left, isShared, isOfOthers } = withoutOthers(sentence);
  const text = has(left, OF_OFFERS) ? left : left.replace(OF_WHOM, '');
  const means = CHANNELS.reduce((kept, channel) => marked(kept, NAMES_OF[channel]), text);
  return isOfOthers && !isShared && !A_WORD.test(marked(means, REFUSING));
};

/**
 * What the words of a refusal at a sale oppose where nobody recorded it (L7): the offers of partners or third parties, where they refuse those and
 * say nothing else. `undefined`: everything, as in any doubt (D3).
 */
export const refusedOfPartners = (words: string): OppositionScope | undefined => {
  const said = lowered(words.normalize('NFC'));
  if (!has(said, OF_OTHERS) || has(said, OF_ELSE)) return undefined;
  const besideYes = refusingBesideYes(said);
  const from = besideYes === undefined ? 0 : said.indexOf(besideYes[0] ?? said);
  if (refusesMore(said.slice(0, from))) return undefined;
  const sentences = said
    .slice(from)
    .split(SENTENCE_ENDS)
    .filter((each) => A_WORD.test(each));
  return besideYes?.length !== 0 && sentences.length > 0 && sentences.every(isOfOthersAlone)
    ? { scope: 'purpose', channels: [...CHANNELS], purpose: 'partner-offers' }
    : undefined;
};
