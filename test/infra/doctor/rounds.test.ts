import { describe, expect, test } from 'vitest';
import { saidOf } from './sound-account.ts';

const said = (mayGoRound: (name: string) => boolean | undefined) =>
  saidOf({ account: { mayGoRound: async (name) => mayGoRound(name) } });

describe('of functions that meet themselves again, the doctor', () => {
  test('has nothing to say where Lambda lets them, and before the first deployment', async () => {
    expect(await said(() => true)).toEqual([]);
    expect(await said(() => undefined)).toEqual([]);
  });

  test('names each whose chains Lambda ends, and bars no deployment, which mends it', async () => {
    const [line, ...more] = await said((name) => name !== 'aval-production-send-message');
    expect(more).toEqual([]);
    expect(line).toContain(
      'warn functions that go round: Lambda ends the chains of aval-production-send-message after',
    );
    expect(line).toContain('--function-name aval-production-send-message --recursive-loop Allow');
    expect((await said(() => false)).join()).toContain('aval-production-send-message and aval-production-run-job');
  });

  test('goes on without the right to look', async () => {
    const denied = () => {
      throw Object.assign(new Error('not authorized'), { name: 'AccessDeniedException' });
    };
    expect((await said(denied)).join()).toContain('lambda:GetFunctionRecursionConfig');
    expect((await said(denied)).join()).toMatch(/^warn /);
  });
});
