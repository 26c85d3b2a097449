import { expect, test } from 'vitest';
import { type DispatchPorts, dispatchMinute } from '#shared/app/campaigns/dispatch-minute.ts';
import type { Instant } from '#shared/domain/ids.ts';

/** Which minutes are taken by a dispatcher that is called at these instants of its own clock. */
const takenAt = async (instants: readonly string[]): Promise<readonly string[]> => {
  const taken: string[] = [];
  for (const now of instants) {
    const runs = {
      takeMinute: async (minute: string) => {
        if (taken.includes(minute)) return false;
        taken.push(minute);
        return true;
      },
      running: async () => [],
    };
    await dispatchMinute({ clock: { now: () => now as Instant }, runs } as unknown as DispatchPorts);
  }
  return taken;
};

test('P11: each minute is done once by a clock that is a second and a half behind, called at the start of each', async () => {
  const behind = ['10:00:02.100', '10:00:59.300', '10:02:00.400', '10:02:59.100'];
  expect(await takenAt(behind.map((time) => `2026-11-24T${time}Z`))).toEqual(
    ['10:00', '10:01', '10:02', '10:03'].map((time) => `2026-11-24T${time}`),
  );
});

test('two calls in one minute do it once', async () => {
  const twice = ['10:00:00.900', '10:00:48.000'];
  expect(await takenAt(twice.map((time) => `2026-11-24T${time}Z`))).toEqual(['2026-11-24T10:00']);
});
