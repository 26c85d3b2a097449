import { audienceOf, CLOCKS, DAY, finalsOf, inboxOf, type Judged, named, runsIn, SECOND } from './reading.ts';

/** Every run ends; then everybody of its audience has one final state, a true one, and its totals count them. */

/** A claim may come to the table after its client has given up. */
const LATE_CALLS = 20 * SECOND;

export const neverEnds = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) => (each.run.state === 'finished' ? [] : [`${named(each)} never ends`]));

export const withoutState = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) => {
    if (each.run.state !== 'finished') return [];
    const own = record.of.recipients.filter(({ run }) => run === each.run.run);
    const ended = new Set(own.filter((recipient) => finalsOf(recipient).length > 0).map(({ address }) => address));
    const wanted = new Set([...audienceOf(record, each.campaign), ...own].map(({ address }) => address));
    const without = [...wanted].filter((address) => !ended.has(address));
    return without.map((address) => `${named(each)} is finished, and ${address} has no final state`);
  });

export const severalStates = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) => {
    const own = record.of.recipients.filter(({ run }) => run === each.run.run);
    const states = own.flatMap(finalsOf);
    const several = own.filter((recipient) => finalsOf(recipient).length > 1);
    const counted = Object.values(each.run.totals).reduce((sum, count) => sum + count, 0);
    const isFalse =
      each.run.state === 'finished' &&
      (counted !== states.length ||
        Object.entries(each.run.totals).some(
          ([state, count]) => states.filter((one) => one.state === state).length !== count,
        ));
    return [
      ...several.map(
        (one) => `${named(each)} says of ${one.address} that it ended as ${finalsOf(one).map(({ state }) => state)}`,
      ),
      ...(isFalse ? [`${named(each)} counts ${counted} recipients, where ${states.length} have an end`] : []),
    ];
  });

const CAME = new Set(['sent', 'unknown-final']);

export const untrueState = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) => {
    const came = new Set(inboxOf(record, each.run.run).map(({ address }) => address));
    return record.of.recipients.flatMap((recipient) => {
      const state = recipient.run === each.run.run ? finalsOf(recipient)[0]?.state : undefined;
      if (state === undefined) return [];
      const { address } = recipient;
      if (!CAME.has(state) && came.has(address)) return [`${named(each)} is ${state} for ${address}, and it came`];
      return state === 'sent' && !came.has(address) ? [`${named(each)} is sent to ${address}, and it never came`] : [];
    });
  });

/** An end without an answer needs a fault between its claim and the answer, and a day in which one may still come. */
export const withoutExcuse = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) =>
    record.of.recipients.flatMap(({ run, address, chunks, claims, outcomes }) => {
      const final = outcomes.find(({ state }) => state === 'unknown-final');
      if (run !== each.run.run || final === undefined) return [];
      const isExcused = record.sink.excuses.some(
        (excuse) =>
          chunks.has(excuse.message) &&
          (excuse.address === undefined || excuse.address === address) &&
          claims.some((claimed) => excuse.at >= claimed - LATE_CALLS),
      );
      if (!isExcused) return [`${named(each)} ended without an answer for ${address}, and nothing had gone wrong`];
      const began = Math.min(...claims);
      return final.at < began + DAY - CLOCKS
        ? [
            `${named(each)} ended without an answer for ${address} ${Math.round((final.at - began) / SECOND)} s after its claim`,
          ]
        : [];
    }),
  );
