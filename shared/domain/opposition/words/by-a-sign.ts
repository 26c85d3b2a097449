import { isOfMessages, withoutCourtesy } from './nothing-more.ts';
import { SIGNS_ALONE } from './stops.ts';

/** Hands that halt somebody, or greet them. */
const HANDS = /[\u{270B}\u{1F590}\u{1F91A}]/gu;

const GREETINGS: ReadonlySet<string> = new Set(
  'bonjour bonsoir salut coucou hello hi hey hola hallo moin ciao buongiorno dag hoi ok okay oui yes yep ja si super parfait'.split(
    ' ',
  ),
);

/** True of words that only greet, or say yes. */
const greets = (words: string): boolean => words.split(' ').every((word) => GREETINGS.has(word));

/** A sign that refuses, and beside it politeness, or what is sent; a hand beside a greeting or a yes, and nothing else, greets. */
export const refusesByASign = (reply: string, words: string): boolean =>
  SIGNS_ALONE.test(greets(words) ? reply.replace(HANDS, '') : reply) &&
  withoutCourtesy(words)
    .split(' ')
    .every((word) => word === '' || isOfMessages(word));
