/** Words of six languages that say "no" of what comes after them, folded. */
const NO =
  '(?:pas|point|ni|non|sans|aucun(?:e|ement)?|nullement|jamais|rien|not|no|nor|never|neither|without|cannot|isn.t|aren.t|doesn.t|don.t|wasn.t|weren.t|hasn.t|haven.t|nicht|kein(?:e[nmrs]?)?|ohne|weder|sin|ningun[ao]?|nessun[ao]?|senza|geen|niet|zonder)';
/** Small words that may come between the two: "pas une", "not sent for any", "keine". What points at the mail ("ce", "this", "notre") is none. */
const BETWEEN =
  '(?:d|l|de|du|des|en|un|une|la|le|les|a|au|aux|et|ou|par|pour|ete|etre|cas|titre|but|fins?|caractere|nature|contenu|objet|vocation|message|courriel|courrier|e-?mail|mail|lettre|communication|sollicitation|envoi|information|contient|comporte|an|any|the|is|be|being|been|as|for|of|or|and|in|by|sent|meant|intended|considered|contain(?:s|ing)?|kind|sort|type|form|purposes?|eine?[nmrs]?|als|um|es|das|di|una|uno|con|een|als|publicit\\w*|commercia\\w*|promotion\\w*|advertis\\w*|marketing|offres?)';
const LEADS_TO = new RegExp(`(?<![\\p{L}\\p{N}])(?<!\\b(?:pourquoi|why) )${NO}[ '’-]+(?:${BETWEEN}[ '’-]+)*$`, 'u');

/** How far before a word its denial is looked for: a long text is read in linear time. */
const LOOK_BACK = 80;

/** A denial leads to what is at this place of folded words on one line: "ceci n'est pas une |publicité". */
const isDeniedAt = (words: string, at: number): boolean => LEADS_TO.test(words.slice(Math.max(0, at - LOOK_BACK), at));

/** Folded words on one line say this at least once where they do not deny it. */
export const saysUndenied = (words: string, what: RegExp): boolean =>
  [...words.matchAll(new RegExp(what, 'g'))].some(({ index }) => !isDeniedAt(words, index));
