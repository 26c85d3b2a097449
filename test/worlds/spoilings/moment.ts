import { annul, sell } from '../making/acts.ts';
import type { Base } from '../making/base.ts';
import { DAY, type Draft, HOUR, iso } from '../making/draft.ts';
import { edgyMoment } from '../making/moments.ts';
import { hasChosen } from '../making/settings.ts';
import type { Random } from '../random.ts';
import { PROSPECTING, type Spoiling, spoiling } from './spoiling.ts';

const sentBefore = (draft: Draft, count: number, agoOf: (index: number) => number): void => {
  for (let index = 0; index < count; index++) draft.sent.push({ channel: draft.channel, at: draft.at - agoOf(index) });
};

/** What is wrong with the moment. */
export const MOMENT_SPOILINGS: readonly (readonly [weight: number, Spoiling])[] = [
  [
    3,
    spoiling([...PROSPECTING, 'relational'], 'a record was annulled within the day', ({ draft }, random) => {
      const at = draft.at - random.pick([0, HOUR, DAY - 1]);
      const { act } = sell(draft, random, { at: at - 10 * DAY, body: { type: 'quote', reference: 'Q-9' } });
      annul(draft, act, at);
    }),
  ],
  [
    3,
    spoiling(PROSPECTING, 'enough was sent today', ({ draft }, random) => {
      const { dailyCeiling = 5 } = draft.settings;
      sentBefore(draft, Number(dailyCeiling), (index) => random.int(1, 9) * 60_000 + index);
    }),
  ],
  [
    3,
    spoiling(
      PROSPECTING,
      'four calls in thirty days',
      ({ draft }, random) =>
        sentBefore(draft, 4, (index) => (index === 0 ? random.pick([29, 28, 12]) * DAY : random.int(1, 20) * DAY)),
      ({ draft, founding }) =>
        draft.channel === 'automated-call' &&
        founding !== 'profession' &&
        !hasChosen(draft.settings, 'automated-calls-by-l34-5-alone'),
    ),
  ],
];

/** Moves the moment to some edge of the hours; whether that spoils anything depends. */
export const someEdge = (random: Random, date: string, zones: readonly string[]): number =>
  edgyMoment(random, date, zones);

/** A text of which nothing remains to be told. */
export const untilSoon = ({ draft }: Base, random: Random): void => {
  draft.message.validUntil = iso(draft.at + random.pick([60_000, HOUR, 3 * HOUR, 12 * HOUR, 3 * DAY, 29 * DAY]));
};
