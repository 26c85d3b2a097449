import { COURTESY, NOTHING_MORE, OF_MESSAGES } from './beside.ts';
import { spaced } from './phrases.ts';

const isOneOf = (phrases: RegExp, word: string): boolean => spaced(word).replace(phrases, '').trim() === '';

/** True of a word that adds nothing to the one beside it: politeness, insistence, a code. */
export const addsNothing = (word: string): boolean => /^\d+$/.test(word) || isOneOf(NOTHING_MORE, word);

/** The same, or a word of messages. */
export const isOfMessages = (word: string): boolean => addsNothing(word) || isOneOf(OF_MESSAGES, word);

const EVERY_COURTESY = new RegExp(COURTESY.source, 'g');

/** The same words without courtesy of several words: "stop svp merci d'avance". */
export const withoutCourtesy = (words: string): string => spaced(words).replace(EVERY_COURTESY, '').trim();
