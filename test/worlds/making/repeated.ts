import type { Random } from '../random.ts';
import { sell } from './acts.ts';
import { DAY, type Draft, iso, recordedAfter } from './draft.ts';
import { COURSE, HEAT_PUMPS, OFFERED, SOLD } from './vocabulary.ts';

/** What asked for a consent, by the day of the message: a call, or a message. */
export const askedBy = (at: number): string => (Math.floor(at / DAY) % 2 === 0 ? 'message' : 'call');

/** A consent that is there already is given again on the same form, before or after; now and then it is void this time. */
export const giveAgain = (draft: Draft, random: Random): void => {
  const consents = draft.acts.filter(({ kind }) => kind === 'consent');
  if (consents.length === 0) return;
  const first = random.pick(consents);
  const at = random.chance(0.5)
    ? draft.at - random.int(1, 200) * DAY
    : Math.min(draft.at, Date.parse(String(first.body.givenAt)) + random.pick([-DAY, -1, 0, 1, DAY, 90 * DAY]));
  const more = random.pick([
    {},
    {},
    { confirmation: 'pending' },
    { confirmation: 'confirmed' },
    { drawnBy: askedBy(draft.at) },
  ]);
  const { confirmation: _, ...body } = first.body;
  draft.acts.push({
    ...first,
    recordedAt: recordedAfter(draft, random, Math.max(at, random.chance(0.7) ? first.recordedAt : at)),
    body: { ...body, ...more, givenAt: iso(at) },
  });
};

/** A contract that runs, or that ended lately, beside what the message rests on. */
export const runContract = (draft: Draft, random: Random): void => {
  const shownBy = { contractReference: 'C-9' };
  const relation = random.chance(0.7)
    ? { state: 'running', shownBy }
    : { state: 'ended', endedAt: iso(draft.at - random.int(1, 900) * DAY) };
  const type = random.pick(['service-contract', 'service-contract', 'paid-subscription', 'order']);
  const lines = [{ category: random.pick([SOLD, SOLD, OFFERED, HEAT_PUMPS, COURSE]) }];
  const { act } = sell(draft, random, { at: draft.at - random.int(400, 2000) * DAY, body: { type, relation, lines } });
  if ('endedAt' in relation) act.recordedAt = Math.max(act.recordedAt, Date.parse(String(relation.endedAt)));
};
