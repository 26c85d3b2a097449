import { ALL_FAMILIES, NAME, type NamedFamily } from './channel-names.ts';
import { familiesIn, type Part, partsOf } from './parts-of-reply.ts';
import { LIMITED, OTHER_THINGS } from './words/beside.ts';
import { isExcepted } from './words/everything.ts';
import { phrasesIn, spaced } from './words/phrases.ts';
import { saysNot } from './words/says-not.ts';
import { mayMeanIt } from './words/says-stop.ts';

/** Joins what is named to the refusal before it, and says nothing else. */
const JOINING = phrasesIn(
  'et, ou, ni, aussi, idem, pareil, non plus, and, or, nor, too, also, und, auch, oder, y, tambien, anche, e, o, ook, en, of',
);
const FILLING = new RegExp(
  `${JOINING.source}|${phrasesIn('vos, les, des, de, d, par, via, by, per, por, your, the, tous, toutes, plus, pas, svp, merci, please, meme chose, pour, non, no, n').source}`,
  'g',
);
const BY = / (?:par|via|by|per|por) /;
/** What comes behind it without a word that joins is what is wanted in its place: "pas par téléphone, par mail". */
const NOT_BY = / (?:pas|not|nicht|no|non|niet) (?:par|via|by|per|por) /;

const WORDS_OF_AN_ONLY = 10;
const ONLY = '(?:uniquement|seulement|exclusivement|only|nur|ausschliesslich|solo|soltanto|unicamente|alleen)';
const BY_ONLY = '(?:par|via|by|per|por)';
/** The only means that is wanted: "par mail uniquement", "only contact me by email", "email only". */
const WANTED_ONLY = new RegExp(
  [
    `(?<! (?:pas|non|not|nicht|no|niet)) ${ONLY}(?:(?: [^ ]+){0,2} ${BY_ONLY})?(?=${NAME})`,
    `(?: ${BY_ONLY}|^)(?=${NAME} ${ONLY} )`,
    ` (?:par|au|by|on|per|por|al) (?:telephone|tel|phone|telefon|telefono) ${ONLY} `,
  ].join('|'),
);
/** The same of what goes on: "ne me contactez plus que par mail". */
const NO_MORE_BUT = new RegExp(
  ` (?:ne|n|plus|rien) (?:[^ ]+ ){0,5}(?:que|qu)(?: (?:par|via|des|vos|les|en))?(?=${NAME})`,
);
const OF_AN_ANSWER = / (?:repon|confirm|answer|reply|antwort)/;

/** What a reply refuses by name. */
export interface NamedChannels {
  /** In words that refuse, and all but those that shall be the only ones. */
  readonly refused: readonly NamedFamily[];
  /** The only ones that are wanted. */
  readonly kept: readonly NamedFamily[];
  /** Each of the words that refuse names what it refuses. */
  readonly isOfNamedAlone: boolean;
}

const EVERY_NAME = new RegExp(NAME, 'g');
const saysNamesAlone = (words: string): boolean =>
  spaced(words).replace(EVERY_NAME, '').replace(FILLING, '').trim() === '';

const joins = ({ words, mayJoin }: Part, before: Part | undefined): boolean => {
  if (before === undefined || mayJoin === 'no' || !saysNamesAlone(words)) return false;
  if (JOINING.test(spaced(words))) return true;
  if (mayJoin !== 'in-sentence') return false;
  const refused = spaced(before.words);
  return !BY.test(spaced(words)) || (BY.test(refused) && !NOT_BY.test(refused));
};

const refuses = (words: string): boolean => mayMeanIt(words) || saysNot([words]);

/** Asks to be taken off a list, or unsubscribed; and the same of a channel that is named right behind it. */
const OFF = ' (?:desabo|des abo|desinscri|des inscri|unsub|remove|take|retire|enleve)';
const OFF_THE_LIST = new RegExp(OFF);
const OFF_ONE_CHANNEL = new RegExp(
  `${OFF}[^ ]*(?: (?:moi|nous|me|us|off|de|des|du|d|from|vos|votre|your|les|la|liste|the))*(?=${NAME})`,
);
/** Beside a channel, words of all that is sent: "de SMS ni de publicité". */
const AND_MORE =
  / (?:ni|ou|et|or|and|nor) (?:de |d |des |les |vos |any |your )?(?:message|pub|offre|promo|autre|rien|reste|ads|offer|everything|other)/;
/** It asks for more than the channels that it names. */
const saysMore = (text: string): boolean =>
  AND_MORE.test(text) || (OFF_THE_LIST.test(text) && !OFF_ONE_CHANNEL.test(text));

const isOfOneMeans = (words: string): boolean => {
  const text = spaced(words);
  return (
    words.split(' ').length <= WORDS_OF_AN_ONLY &&
    !OTHER_THINGS.test(text) &&
    !LIMITED.test(text) &&
    !OF_AN_ANSWER.test(text)
  );
};

/** What somebody speaks of who refuses in other words: "votre SMS", "ces appels". */
const OF_THEIRS = new RegExp(
  ` (?:votre|vos|ce|cet|ces|your|this|these|ihre|ihr|diese|sus|su|vostr[aeio]|uw|jullie)(?: [^ ]+)?(?=${NAME})`,
);

/** Limited to hours or days, so that the rest of the time is none of it: "pas avant 18h"; not "plus à partir d'aujourd'hui". */
const isOfHours = (text: string): boolean =>
  LIMITED.test(text) &&
  !/ (?:apres (?:tout|ce|ca|vos)|avant (?:que|de)|jusqu a nouvel|a partir|des|depuis|from|ab|jamais|never|ever|autres? jours?|tout court|apres aujourd hui|after today|other days) /.test(
    text,
  );

/** What a part of a reply does with the channels that it names. */
type Doing = 'refuses' | 'refusesAtHours' | 'wants' | 'speaksOfTheirs';

/** `refusal`: the part right before it, where that refuses; `isStopped`: something is refused already. `undefined`: it does nothing with them. */
const doingOf = (part: Part, refusal: Part | undefined, isStopped: boolean): Doing | undefined => {
  const { words, asks } = part;
  const text = spaced(words);
  const isLimited = NO_MORE_BUT.test(text) && isOfOneMeans(words);
  if (!isLimited && (refuses(words) || joins(part, refusal))) return isOfHours(text) ? 'refusesAtHours' : 'refuses';
  const isOnly = WANTED_ONLY.test(text) || (isStopped && isExcepted(words));
  if (isLimited || (isOnly && isOfOneMeans(words))) return asks ? undefined : 'wants';
  return OF_THEIRS.test(text) ? 'speaksOfTheirs' : undefined;
};

/** What is refused stays so; beside it, all but those that shall be the only ones. */
const settled = (refused: ReadonlySet<NamedFamily>, wanted: readonly NamedFamily[]) => {
  const kept = wanted.filter((each) => !refused.has(each));
  const others = kept.length === 0 ? [] : ALL_FAMILIES.filter((each) => !kept.includes(each));
  return { refused: ALL_FAMILIES.filter((each) => refused.has(each) || others.includes(each)), kept };
};

/**
 * The channels that a reply refuses by name (OPP-3), beside the one by which it came: in the words that refuse, in what they are joined to, and, where words that refuse
 * name none, in what the rest says of "your texts". Who asks to be called, or would rather have a mail, refuses neither; nor does who stops something else, and names the
 * hours at which they want no call. `undefined`: it names none.
 */
export const namedChannelsIn = (reply: string): NamedChannels | undefined => {
  const parts = partsOf(reply);
  if (parts.every(({ words }) => familiesIn(words).length === 0)) return undefined;
  const named: Record<Doing, NamedFamily[]> = { refuses: [], refusesAtHours: [], wants: [], speaksOfTheirs: [] };
  let isOfNamedAlone = true;
  let isStopped = false;
  let refusal: Part | undefined;
  for (const part of parts) {
    const families = familiesIn(part.words);
    const doing = doingOf(part, refusal, isStopped);
    if (doing !== undefined) named[doing].push(...families);
    const isRefusal = doing === 'refuses' || doing === 'refusesAtHours';
    if (isRefusal && (families.length === 0 || saysMore(spaced(part.words)))) isOfNamedAlone = false;
    isStopped ||= doing === 'refuses';
    refusal = isRefusal ? part : undefined;
  }
  const theirs = isOfNamedAlone ? [] : named.speaksOfTheirs;
  const atHours = isStopped ? [] : named.refusesAtHours;
  const { refused, kept } = settled(new Set([...named.refuses, ...theirs, ...atHours]), [...new Set(named.wants)]);
  return refused.length === 0 ? undefined : { refused, kept, isOfNamedAlone };
};
