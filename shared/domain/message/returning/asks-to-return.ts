import { NAME_MARK } from '../signs/reading.ts';
import type { TransactionalReason } from '../transactional-reason.ts';
import {
  AGREE_IN_ENGLISH,
  DONE_IN_ENGLISH,
  INVITED_IN_ENGLISH,
  MESSAGES_AGAIN_IN_ENGLISH,
  RETURN_IN_ENGLISH,
  STOPPED_IN_ENGLISH,
} from './english.ts';
import {
  AGREE_IN_FRENCH,
  DONE_IN_FRENCH,
  INVITED_IN_FRENCH,
  MESSAGES_AGAIN_IN_FRENCH,
  RETURN_IN_FRENCH,
  STOPPED_IN_FRENCH,
} from './french.ts';
import { ASKS, TOPIC, WAY_OUT } from './topic.ts';

const MESSAGES_AGAIN = [...MESSAGES_AGAIN_IN_FRENCH, ...MESSAGES_AGAIN_IN_ENGLISH];
const RETURN = [...MESSAGES_AGAIN, ...RETURN_IN_FRENCH, ...RETURN_IN_ENGLISH];
const AGREE = [...AGREE_IN_FRENCH, ...AGREE_IN_ENGLISH];

/** Somebody asked for these very messages a moment ago: the one mail that may ask them to confirm it. */
const WAS_ASKED_FOR =
  /\b(?:avez|venez|vient d'etre|a ete|votre) (?:bien |de )?(?:demand|sollicit|souhait|inscri|vous inscri|saisi|renseign)|\bvotre inscription\b|\byou(?:'ve| have)? (?:just )?(?:asked|signed up|requested|subscribed|entered)\b|\bsomeone (?:asked|signed up|entered|used)\b|\bthanks? (?:you )?for (?:subscribing|signing up)\b/;

const says = (sentence: string, patterns: readonly RegExp[]): boolean => patterns.some((each) => each.test(sentence));

/** Sentences after the one that says that a person stopped, in which an invitation still speaks of that. */
const SOON = 2;

const invitesBack = (sentences: readonly string[]): boolean =>
  sentences.some((sentence, index) => {
    if (!STOPPED_IN_FRENCH.test(sentence) && !STOPPED_IN_ENGLISH.test(sentence)) return false;
    const near = sentences.slice(index, index + 1 + SOON);
    return near.some((each) => INVITED_IN_FRENCH.test(each) || INVITED_IN_ENGLISH.test(each));
  });

/** It speaks of messages that promote, and the same sentence or the next one asks for something. */
const asksAboutThem = (sentences: readonly string[]): boolean => {
  const left = sentences.map((sentence) => sentence.replace(WAY_OUT, ' '));
  return left.some(
    (sentence, index) => TOPIC.test(sentence) && left.slice(index, index + 2).some((each) => ASKS.test(each)),
  );
};

const withoutDone = (given: readonly string[]): readonly string[] =>
  given.map((sentence) =>
    sentence.replaceAll(NAME_MARK, '').replace(DONE_IN_FRENCH, ' ').replace(DONE_IN_ENGLISH, ' '),
  );

/**
 * True for sentences, in lower case without accents, that ask for messages again and name them: all that is asked of a merge value,
 * which nobody reviews, and in which a person closes an answer as people do ("Restons en contact").
 */
export const asksForMessagesAgain = (given: readonly string[]): boolean =>
  withoutDone(given).some((sentence) => says(sentence, MESSAGES_AGAIN));

/**
 * True for a text that asks its reader to come back to messages that promote, to go on getting them, or to agree to them: no message may,
 * "not even one asking" (D10, OPP-4). What one asked for may be confirmed (a double opt-in): with the reason `request`, where the text says that
 * it was asked for. `given`: its sentences, in lower case without accents.
 */
export const asksToReturn = (given: readonly string[], reason: TransactionalReason): boolean => {
  const sentences = withoutDone(given);
  if (sentences.some((sentence) => says(sentence, RETURN)) || invitesBack(sentences)) return true;
  const isConfirmed = reason === 'request' && given.some((sentence) => WAS_ASKED_FOR.test(sentence));
  return !isConfirmed && (sentences.some((sentence) => says(sentence, AGREE)) || asksAboutThem(sentences));
};
