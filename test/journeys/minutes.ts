import type { Aval } from '#tools/start/aval.ts';

/**
 * Lets time go by, step after step and idle after each, until this is so, or for as many steps as are allowed. What a drawn fault
 * refused is asked again at the next minute: who looks after the first would find it undone. Whoever calls then asserts.
 */
export const stepsUntil = async (
  { clock, idle }: Pick<Aval, 'clock' | 'idle'>,
  isSo: () => boolean | Promise<boolean>,
  { seconds = 60, most = 6 } = {},
): Promise<void> => {
  for (let step = 0; step < most; step += 1) {
    await clock.advance(seconds);
    await idle();
    if (await isSo()) return;
  }
};
