import { describe, expect, test } from 'vitest';
import { finishWave, idleWhileMoving, type Moving, type WaveSeen } from '#demo/campaign/finish-wave.ts';

const READ = { ready: 0, delayed: 0, inFlight: 0, oldestMs: 0 };

/** A system in which each minute has this left in hand, and this done. */
const aSystem = (
  minutes: readonly { readonly inFlight?: number; readonly done: number; readonly allSelected?: boolean }[],
) => {
  let passed = 0;
  const at = () => minutes[Math.min(passed, minutes.length) - 1] ?? { done: 0 };
  const stack: Moving = {
    clock: {
      advance: async () => {
        passed += 1;
      },
    },
    idle: async () => undefined,
    queueDepths: async () => ({ chunks: { ...READ, inFlight: at().inFlight ?? 0 }, parked: { ...READ, ready: 3 } }),
  } as unknown as Moving;
  const look = async (): Promise<WaveSeen> => ({ allSelected: at().allSelected ?? true, done: at().done });
  return { stack, look, passed: () => passed };
};
const SILENT = { done: () => 0, slow: () => undefined };

describe('a wave', () => {
  test('is through when two minutes brought nothing and nothing waits', async () => {
    const { stack, look, passed } = aSystem([{ done: 3 }, { done: 5 }]);
    await finishWave(stack, 'of Paris', { ...SILENT, look });
    expect(passed()).toBe(4);
  });

  test('is not while a function has messages that come again by the clock, or people are to be selected', async () => {
    const slow: number[] = [];
    const held = Array.from({ length: 7 }, () => ({ done: 350, inFlight: 1 }));
    const { stack, look, passed } = aSystem([...held, { done: 465, allSelected: false }, { done: 465 }]);
    await finishWave(stack, 'of Paris', { ...SILENT, slow: () => void slow.push(1), look });
    expect([passed(), slow.length]).toEqual([10, 7]);
  });

  test('of which nothing moves for half an hour ends the demo, and not the wait for it', async () => {
    const { stack, look, passed } = aSystem([{ done: 350, inFlight: 1 }]);
    await expect(finishWave(stack, 'of Paris', { ...SILENT, look })).rejects.toThrow(
      'The wave of Paris is not finished',
    );
    expect(passed()).toBe(31);
  });
});

describe('a step', () => {
  const busy = (looks: number) => {
    let asked = 0;
    const idle = async () => {
      asked += 1;
      if (asked <= looks) throw new Error('Still busy');
    };
    return { idle, asked: () => asked };
  };

  test('that brings something may take as long as it needs', async () => {
    const { idle, asked } = busy(200);
    const slow: number[] = [];
    await idleWhileMoving({ idle }, { done: asked, slow: () => void slow.push(1) });
    expect(slow).toHaveLength(200);
  });

  test('that brings nothing for a quarter of an hour is given up', async () => {
    const { idle, asked } = busy(200);
    await expect(idleWhileMoving({ idle }, SILENT)).rejects.toThrow('Still busy');
    expect(asked()).toBe(15);
  });
});
