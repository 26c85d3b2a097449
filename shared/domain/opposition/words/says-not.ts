import { LIMITED, OTHER_THINGS } from './beside.ts';
import { addsNothing, withoutCourtesy } from './nothing-more.ts';
import { phrasesIn, spaced } from './phrases.ts';
import { NO_ALONE, NO_IN_TWO_WORDS } from './refusals.ts';

/** Words that deny, in the six languages. French "non" before what somebody says instead is an answer: "non la caisse de six". */
const DENIALS = new RegExp(
  `${
    phrasesIn(`
    ne, n, pas, jamais, rien, aucun, aucune
    no, not, never, nothing, none, do not, don t, didn t, doesn t
    nicht, nichts, kein, keine, keinen, nie
    nunca, nada, ningun, ninguna
    mai, niente, nulla, nessun, nessuna
    niet, niets, niks, geen, nooit`).source
  }| non (?!(?:je|j|la|le|les|l|c|on|il|elle|mais|un|une|pour|a|plutot|de|du|des|vous|si|pas de) )`,
);

/** What people deny who want messages: that they can, come, find, know, or got something, that it works, that there is a problem. */
const DENIED_BY_READERS = phrasesIn(`
  peux, peut, peuvent, pouvons, pouvez, pourra*, pourri*, pu, venir, viens, vient, viendra*, serai, sera, serons, recu*, recois, arriv*, trouv*, retrouv*, marche*, fonctionn*, sais, sait, savais, souci*, souc*, probleme*, disponible*, dispo, libre*, grave, mal, encore, oubli*, place*, sur, sure, loin, regrett*, chang*, vois, voit, comprends, compris, manqu*, faute, hesit*, tard*, cher, temps, rappel*, est pas la, sont pas la, suis pas la, ici, content*, confirm*, tarder, vu, faire, fait, mange*, bois, boit, gout*, code, presse*, inquiet*, partez, signaler, peine, d autre, habite*, prix, petit*, grand*, aime pas le, stock, taille, ferm*, sonn*, besoin d un, besoin d une
  can, can t, cannot, could, couldn t, problem*, worr*, bad, yet, sure, received, get, got, arriv*, find, found, work*, works, know, forget, mind, available, there, here, able, open*, come, seen, see, add, put, ring, use, touch, too, only, rush, hurry, late, ready, nobody, vacation, else, wait*, code, finish*, tried, have a, have the, fit, fits, small, big, idea
  problem*, sorge*, schlecht, kann, konnen, konnte, bekommen, gefunden, finde, geht, gehen, funktioniert, angekommen, da, vergessen, sicher, ursache, zeit, komme, schaffe, weiss, weiß, verstehe, schlimm, offen, noch, passt, notig, ahnung, sonst, anders, eilig, habe kein*, habe leider kein*, haben kein*, code, klein, gross
  problema*, pasa, todavia, queda, prisa, codigo, nada mas, mas nada, puedo, podemos, podre, llega*, funciona, encuentro, recibido, se, mal, tengo, tenemos, carga, voy, vamos, veo, entiendo, olvid*, quedan, hay, falta, tarde
  posso, possiamo, riesco, arriva*, funziona, trovo, so, male, ricevuto, va, preoccup*, ancora, vedo, capisco, dimentic*, problemi, manca, vengo, ho tempo, fretta, sta bene, codice, altro, piccolo, grande, ho il, ho la, ho un, ho una
  probleem, problemen, zorg*, kan, kunnen, slecht, werkt, aangekomen, ontvangen, vergeten, weet, zeker, nog, vind, gevonden, kom, snap, erg, open, haast, past, anders, code, heb de, heb het, heb een, klein, groot`);

/** More words than these are about something, which the lists of refusals read. */
const WORDS_OF_A_SHORT_REPLY = 12;

/** "Ne … plus" is read by itself, and who wants none of a thing speaks of it: "je ne veux pas de gluten". */
const OF_THINGS =
  / (?:ne|n) (?:[^ ]+ ){1,3}plus (?:jamais )?|(?: (?:ne|n) [^ ]+)? pas (?:de|d) (?!(?:vos|votre|ces|tes|ca|sms|text|message|mail|pub|promo|offre|spam|demarch|relance|courriel|appel)[^ ]* )[^ ]+ /g;

const isDenied = (words: string): boolean => {
  const text = spaced(words).replace(OF_THINGS, ' ');
  return words.includes(' ') && DENIALS.test(text) && !LIMITED.test(text) && !DENIED_BY_READERS.test(text);
};

/** What a short reply ends with: "question de principe : non". */
const NO: ReadonlySet<string> = new Set(['non', 'no', 'nein', 'nee']);
const endsWithNo = (statements: readonly string[]): boolean => statements.length > 1 && NO.has(statements.at(-1) ?? '');

/**
 * True of a short reply, in statements, of which one denies and nothing says what else it is about: no thing that is bought, no time, nothing
 * that people deny who want messages. Nobody can list all refusals: what is left of "no" is one until a human has read it.
 */
export const saysNot = (statements: readonly string[]): boolean => {
  const whole = statements.join(' ');
  return (
    whole.split(' ').length <= WORDS_OF_A_SHORT_REPLY &&
    !OTHER_THINGS.test(spaced(whole)) &&
    (statements.some(isDenied) || endsWithNo(statements))
  );
};

/** True of "no" as the whole of a reply, in words as they are meant, with politeness at most. */
export const saysNoAlone = (words: string): boolean => {
  const left = withoutCourtesy(words)
    .split(' ')
    .filter((word) => NO_ALONE.has(word) || !addsNothing(word));
  return left.length > 0 && (left.every((word) => NO_ALONE.has(word)) || NO_IN_TWO_WORDS.has(left.join(' ')));
};
