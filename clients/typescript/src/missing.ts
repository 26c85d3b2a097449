import type { UsableByChannel } from './generated/schema.ts';

/**
 * What keeps a recorded fact, a form or settings from supporting a message, in one sentence for each piece:
 * `email /form/shown: No picture of the form is kept. Store a new version …`. Empty: it supports messages on every channel
 * that it is about. For logs and consoles; programs read `usable`.
 */
export const missingIn = (usable: UsableByChannel, language: 'en' | 'fr' = 'en'): readonly string[] =>
  Object.entries(usable).flatMap(([channel, isUsable]) => {
    if (isUsable === true || isUsable === undefined) return [];
    return isUsable.missing.map(
      ({ pointer, sentence, remedy }) =>
        `${channel}${pointer === '' ? '' : ` ${pointer}`}: ${sentence[language]} ${remedy.sentence[language]}`,
    );
  });
