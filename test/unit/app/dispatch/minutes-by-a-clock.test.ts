import { expect, test } from 'vitest';
import { type DispatchPorts, dispatchMinute } from '#shared/app/campaigns/dispatching/dispatch-minute.ts';
import type { Instant } from '#shared/domain/ids.ts';

const at = (time: string) => `2026-11-24T${time}Z` as Instant;

/** Which minutes are taken by a dispatcher that is called at these instants of its own clock, each planned for a minute if any. */
const takenAt = async (calls: readonly (readonly [now: string, planned?: string])[]): Promise<readonly string[]> => {
  const taken: string[] = [];
  for (const [now, planned] of calls) {
    const runs = {
      takeMinute: async (minute: string) => {
        if (taken.includes(minute)) return false;
        taken.push(minute);
        return true;
      },
      running: async () => [],
    };
    const ports = { clock: { now: () => at(now) }, runs } as unknown as DispatchPorts;
    await dispatchMinute(ports, { scheduledAt: planned === undefined ? undefined : at(planned) });
  }
  return taken.map((minute) => minute.slice(11));
};

const MINUTES = ['10:00', '10:01', '10:02', '10:03'];
const planned = (times: readonly string[]) => times.map((time, index) => [time, `${MINUTES[index]}:00.000`] as const);

test.each([
  ['by a clock that is a second and a half behind', ['10:00:02.100', '10:00:59.300', '10:02:00.400', '10:02:59.100']],
  ['called at the end of one minute and at the start of the next', ['10:00:57', '10:01:58', '10:02:01', '10:03:55']],
  ['by a clock that is ten seconds ahead', ['10:00:59', '10:02:08', '10:02:11', '10:04:09']],
])('P11: each minute is done once %s', async (_, times) => {
  expect(await takenAt(planned(times))).toEqual(MINUTES);
});

test('two calls that were planned for one minute do it once, also where the second comes in the next', async () => {
  expect(
    await takenAt([
      ['10:00:00.900', '10:00:00'],
      ['10:00:48.000', '10:00:00'],
      ['10:01:02.000', '10:00:00'],
      ['10:01:03.000', '10:01:00'],
    ]),
  ).toEqual(['10:00', '10:01']);
});

test('those that come up after an outage do not leave all at once: a minute that is over is not done', async () => {
  expect(
    await takenAt([
      ['10:03:01', '10:01:00'],
      ['10:03:01', '10:00:00'],
      ['10:03:02', '10:03:00'],
      ['10:03:02', '10:02:00'],
    ]),
  ).toEqual(['10:03', '10:02']);
});

test('a call that nobody planned does the minute of the clock', async () => {
  expect(await takenAt([['10:00:30'], ['10:00:40', '10:00:00'], ['10:01:59']])).toEqual(['10:00', '10:01']);
});
