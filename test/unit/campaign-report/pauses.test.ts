import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wordsOfPause } from '#shared/domain/campaign/words/words-of-pauses.ts';

/** For which the function of the minute pauses a campaign, looked for where they are. */
const ofTheBrake = [
  ...(readFileSync('shared/domain/campaign/brake.ts', 'utf8').match(/BrakeReason = (.*);/)?.[1] ?? '').matchAll(
    /'([^']+)'/g,
  ),
].map(([, reason = '']) => reason);
const OTHER = wordsOfPause('no-code-has-this-name');

test('it pauses itself for two reasons of its readers', () => {
  expect(ofTheBrake).toEqual(['too-many-complaints', 'too-many-bounces']);
});

test.each([...ofTheBrake, 'rejected:MessageRejected', 'address-undeliverable', 'no-route'])(
  '%s: that it paused itself, why, and what to look at before it is resumed',
  (because) => {
    const { sentence, remedy } = wordsOfPause(because);
    expect(sentence.fr).toMatch(/^La campagne s’est suspendue d’elle-même\u00a0: .*\.$/);
    expect(sentence.en).toMatch(/^The campaign paused itself: .*\.$/);
    expect(remedy?.fr).toMatch(/^Avant de la reprendre, .*\.$/);
    expect(remedy?.en).toMatch(/^Before you resume it, .*\.$/);
    expect(sentence).not.toEqual(OTHER.sentence);
  },
);

test('of one that somebody paused nothing else is said', () => {
  const { sentence, remedy } = wordsOfPause(undefined);
  expect([sentence.en, remedy?.en]).toEqual(['Somebody paused the campaign.', 'Resume the campaign, or cancel it.']);
});
