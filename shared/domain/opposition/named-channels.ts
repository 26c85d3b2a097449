import { type Channel, familyOf } from '../message/channel.ts';
import { asMeant } from './words/as-meant.ts';
import { LIMITED, OTHER_THINGS } from './words/beside.ts';
import { foldReply } from './words/fold-reply.ts';
import { phrasesIn, spaced } from './words/phrases.ts';
import { saysNot } from './words/says-not.ts';
import { mayMeanIt } from './words/says-stop.ts';

/** Channels that one word of a reply names together. */
type NamedFamily = 'texts' | 'mails' | 'calls';

const FAMILIES: Readonly<Record<NamedFamily, readonly Channel[]>> = {
  texts: familyOf('sms'),
  mails: familyOf('email'),
  calls: familyOf('automated-call'),
};
const ALL_FAMILIES = Object.keys(FAMILIES) as readonly NamedFamily[];

/** The channels of some of these families. */
export const channelsOf = (families: readonly NamedFamily[]): readonly Channel[] =>
  families.flatMap((each) => FAMILIES[each]);

/** How people name what comes by each, in six languages. "Message" is any of them, and names none. */
const NAMES: Readonly<Record<NamedFamily, RegExp>> = {
  texts: phrasesIn('sms*, mms, rcs, texto*, text, texts, texting, texted'),
  mails: phrasesIn(`
    mail, mails, mailing, mel, mels, email*, e mail*, courriel*, courrier* electronique*, newsletter*, infolettre*, lettre d information
    correo*, posta elettronica, nieuwsbrief*, nieuwsbrieven, mailtje*, mailen`),
  calls: phrasesIn(`
    appel*, rappeler, rappelez, par/au telephone, par tel, telephonique*, telephoner, telephonez, coup/coups de fil/telephone/tel
    call, calls, calling, called, by/over/on/per phone/telephone, the phone
    anruf*, angerufen, ruf* .. an, ruf* sie mich/uns .. an, per telefon, telefonisch*, telefonier*, llam*, por telefono, chiam*, per/al telefono, telefonat*, telefonic*
    bellen, belt, gebeld, bel me/mij/ons, telefoontje*`),
};

/** Names none that is refused: who somebody is, what they did or will do, and by what they said it or want to be answered. */
const NAMES_NONE = new RegExp(
  [
    ' je m appelle',
    ' je (?:vous |te |t |vais (?:vous |te |t )?)(?:r?appel)[^ ]*',
    ' (?:me llamo|mi chiamo)',
    ' (?:demande|dit|signale|ecrit|indique|precise|confirm[^ ]*|repond[^ ]*|reponse|prevenu|said|asked|answer[^ ]*|reply) (?:[^ ]+ )?(?:par|au|via|by|on|over|per|por) (?:the |e )?[^ ]+',
    ' (?:envoye|ecrit|fait|laisse|passe|sent) (?:un|une|deux|trois|plusieurs|[0-9]+|a|an|vous|you) (?:e )?[^ ]+',
  ].join('|'),
  'g',
);

/** What comes behind these is another matter: what is wanted in place of it, what is left out, what shall be confirmed. */
const CUT = new RegExp(
  ` (?:mais|plutot|sinon|sauf|excepte|hormis|a part|en revanche|par contre|but|rather|instead|except|aber|sondern|lieber|ausser|pero|sino|salvo|piuttosto|tranne|maar|behalve|liever)(?= )|${[
    ' (?=je (?:recois|suis|prefere|garde|veux|souhaite|voudrais|continue|reste) )',
    ' (?=(?:appelez|contactez|ecrivez|envoyez|joignez|appelle|contacte|ecris|envoie) (?:moi|nous)(?! (?:plus|pas|rien|jamais|aucune?) ))',
    ' (?=(?:et )?(?:de )?(?:me |m |nous )?(?:confirm|repond))',
    ' (?=(?:uniquement|seulement|exclusivement|only|nur|solo|alleen) (?:par|via|by|per|por|e|email|mail|sms) )',
  ].join('|')}`,
);

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
const NAME = `(?:${Object.values(NAMES)
  .map(({ source }) => source)
  .join('|')})`;
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

interface Part {
  readonly words: string;
  /** It may go on with what is before it. */
  readonly mayJoin: 'in-sentence' | 'new-sentence' | 'no';
}

const familiesIn = (words: string): readonly NamedFamily[] => {
  const text = spaced(words).replace(NAMES_NONE, ' ');
  return ALL_FAMILIES.filter((each) => NAMES[each].test(text));
};

const partsOf = (reply: string): readonly Part[] => {
  const sentences = reply.replaceAll(/(?<!\n)\n(?!\n)(?=\p{Ll}|[SM]MS)/gu, ' ').match(/[^.!?…\n]+/g) ?? [];
  return sentences.flatMap((sentence) =>
    sentence
      .split(/[,;:()/&+]|\s[-–—]\s/)
      .map((clause) => asMeant(foldReply(clause)))
      .filter((words) => words !== '')
      .flatMap((clause, index) =>
        spaced(clause)
          .split(CUT)
          .map((words, at): Part => {
            const mayJoin = index > 0 ? 'in-sentence' : 'new-sentence';
            return { words: words.trim(), mayJoin: at > 0 ? 'no' : mayJoin };
          })
          .filter(({ words }) => words !== ''),
      ),
  );
};

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

/**
 * The channels that a reply refuses by name (OPP-3), beside the one by which it came: in the words that refuse, in what they are joined to, and, where words that refuse
 * name none, in what the rest says of "your texts". Who asks to be called, or would rather have a mail, refuses neither. `undefined`: it names none.
 */
export const namedChannelsIn = (reply: string): NamedChannels | undefined => {
  const parts = partsOf(reply);
  if (parts.every(({ words }) => familiesIn(words).length === 0)) return undefined;
  const [refused, kept, theirs] = [new Set<NamedFamily>(), new Set<NamedFamily>(), new Set<NamedFamily>()];
  let isOfNamedAlone = true;
  let before: Part | undefined;
  for (const part of parts) {
    const { words } = part;
    const families = familiesIn(words);
    const isLimited = NO_MORE_BUT.test(spaced(words)) && isOfOneMeans(words);
    const isRefusal = !isLimited && (refuses(words) || joins(part, before));
    if (isRefusal) {
      for (const each of families) refused.add(each);
      if (families.length === 0 || saysMore(spaced(words))) isOfNamedAlone = false;
    } else if (isLimited || (WANTED_ONLY.test(spaced(words)) && isOfOneMeans(words))) {
      for (const each of families) kept.add(each);
    } else if (OF_THEIRS.test(spaced(words))) for (const each of families) theirs.add(each);
    before = isRefusal ? part : undefined;
  }
  if (!isOfNamedAlone) for (const each of theirs) refused.add(each);
  const wanted = [...kept].filter((each) => !refused.has(each));
  const others = wanted.length === 0 ? [] : ALL_FAMILIES.filter((each) => !wanted.includes(each));
  const all = ALL_FAMILIES.filter((each) => refused.has(each) || others.includes(each));
  return all.length === 0 ? undefined : { refused: all, kept: wanted, isOfNamedAlone };
};
