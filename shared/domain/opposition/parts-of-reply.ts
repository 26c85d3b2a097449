import { ALL_FAMILIES, NAMES, type NamedFamily } from './channel-names.ts';
import { asMeant } from './words/as-meant.ts';
import { BUT_FOR } from './words/everything.ts';
import { foldReply } from './words/fold-reply.ts';
import { spaced } from './words/phrases.ts';

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
  ` (?:mais|plutot|sinon|en revanche|par contre|but|rather|instead|aber|sondern|lieber|pero|sino|piuttosto|maar|liever)(?= )|${[
    ` (?=${BUT_FOR} )`,
    ' (?=je (?:recois|suis|prefere|garde|veux|souhaite|voudrais|continue|reste) )',
    ' (?=(?:appelez|contactez|ecrivez|envoyez|joignez|appelle|contacte|ecris|envoie) (?:moi|nous)(?! (?:plus|pas|rien|jamais|aucune?) ))',
    ' (?=(?:et )?(?:de )?(?:me |m |nous )?(?:confirm|repond))',
    ' (?=(?:uniquement|seulement|exclusivement|only|nur|solo|alleen) (?:par|via|by|per|por|e|email|mail|sms) )',
  ].join('|')}`,
);

/** Words of a reply that speak of one matter. */
export interface Part {
  readonly words: string;
  /** It may go on with what is before it. */
  readonly mayJoin: 'in-sentence' | 'new-sentence' | 'no';
  readonly asks: boolean;
}

/** The channels that words name, but for those by which somebody says it. */
export const familiesIn = (words: string): readonly NamedFamily[] => {
  const text = spaced(words).replace(NAMES_NONE, ' ');
  return ALL_FAMILIES.filter((each) => NAMES[each].test(text));
};

/** Beside which a question asks for something: "pourriez-vous me contacter uniquement par mail ?", not "par téléphone uniquement ?". */
const FOR_ONESELF = / (?:me|m|moi|nous|svp|merci|please|us|mich|mir|uns|mij|mi) /;

/** In a list of means the telephone is its calls: "par SMS, mail, téléphone". */
const PHONE_IN_A_LIST =
  /(?<=(?:SMS|mails?|courriels?) ?[,/+&] ?)(?:t[ée]l[ée]phone|t[ée]l|phone)(?= ?(?:[,;.!?/+&]|ou |et |or |and |$))/gi;

/** The parts of a reply, in their order: what is wanted in the place of something, or left out, is a part of its own. */
export const partsOf = (reply: string): readonly Part[] => {
  const sentences = reply.replaceAll(/(?<!\n)\n(?!\n)(?=\p{Ll}|[SM]MS)/gu, ' ').match(/[^.!?…\n]+\??/g) ?? [];
  return sentences.flatMap((sentence) => {
    const asks = sentence.endsWith('?') && !FOR_ONESELF.test(spaced(foldReply(sentence)));
    return sentence
      .replace(PHONE_IN_A_LIST, 'appels')
      .split(/[,;:()/&+]|\s[-–—]\s/)
      .map((clause) => asMeant(foldReply(clause)))
      .filter((words) => words !== '')
      .flatMap((clause, index) =>
        spaced(clause)
          .split(CUT)
          .map((words, at): Part => {
            const mayJoin = index > 0 ? 'in-sentence' : 'new-sentence';
            return { words: words.trim(), mayJoin: at > 0 ? 'no' : mayJoin, asks };
          })
          .filter(({ words }) => words !== ''),
      );
  });
};
