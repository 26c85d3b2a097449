import { describe, expect, test } from 'vitest';
import { configOf } from '#infra/config.ts';
import { addStacks, newApp, stackNamesOf } from '#infra/deployment.ts';
import { emptyBundles } from '#tools/synth/empty-bundles.ts';
import { protectedOnceCreated, type StackState, type Stacks } from '../../cli/termination-protection.ts';
import { PRODUCTION } from './deployment.ts';

const NAMES = stackNamesOf({ stage: 'production' });
const [DATA, API] = NAMES;

/** The protection that the app asks of each stack, as the CDK command line reads it. */
const asked = (unprotected: readonly string[], stage = 'production'): Readonly<Record<string, boolean>> => {
  const app = newApp();
  addStacks(app, configOf(stage, { stages: { production: PRODUCTION } }, unprotected), emptyBundles());
  return Object.fromEntries(app.synth().stacks.map((stack) => [stack.stackName, stack.terminationProtection ?? false]));
};

/** An account in which the CDK deploys as its command line does: protection first, then what the attempt becomes. */
const account = (attempts: readonly Readonly<Record<string, string>>[]) => {
  const stacks = new Map<string, StackState>();
  const inAccount: Stacks = {
    read: async (name) => stacks.get(name),
    protect: async (name, on) => {
      const state = stacks.get(name) ?? expect.fail(`no stack ${name}`);
      stacks.set(name, { ...state, isProtected: on });
    },
  };
  let attempt = 0;
  const deployOne = (name: string, isProtected: boolean): boolean => {
    const state = stacks.get(name);
    if (state?.status === 'ROLLBACK_COMPLETE' && state.isProtected) return false;
    const status = attempts[attempt]?.[name] ?? 'CREATE_COMPLETE';
    stacks.set(name, { status, isProtected });
    return status !== 'ROLLBACK_COMPLETE';
  };
  const run = (unprotected: readonly string[]): number => {
    const protection = asked(unprotected);
    const isDone = NAMES.every((name) => deployOne(name, protection[name] ?? false));
    attempt += 1;
    return isDone ? 0 : 1;
  };
  return {
    deploy: () => protectedOnceCreated(inAccount, NAMES, run),
    states: () => Object.fromEntries(stacks),
  };
};

describe('the first deployment of production', () => {
  test('can be repeated after it failed, and protects what is created', async () => {
    const { deploy, states } = account([{ [API]: 'ROLLBACK_COMPLETE' }]);
    expect(await deploy()).toBe(1);
    expect(states()).toEqual({
      [DATA]: { status: 'CREATE_COMPLETE', isProtected: true },
      [API]: { status: 'ROLLBACK_COMPLETE', isProtected: false },
    });
    expect(await deploy()).toBe(0);
    expect(Object.values(states()).map(({ isProtected }) => isProtected)).toEqual(NAMES.map(() => true));
  });

  test.each(['REVIEW_IN_PROGRESS', 'CREATE_FAILED', 'ROLLBACK_COMPLETE', 'ROLLBACK_FAILED', 'DELETE_FAILED'])(
    'frees what an earlier attempt left behind protected as %s',
    async (status) => {
      const left = new Map([[API as string, { status, isProtected: true }]]);
      const freed: string[] = [];
      const stacks: Stacks = {
        read: async (name) => left.get(name),
        protect: async (name, on) => void freed.push(`${name} ${on}`),
      };
      await protectedOnceCreated(stacks, [API], () => 1);
      expect(freed).toEqual([`${API} false`]);
    },
  );

  test('never lifts the protection of a stack that exists, also where an update failed', async () => {
    const states: readonly string[] = [
      'CREATE_COMPLETE',
      'UPDATE_COMPLETE',
      'UPDATE_ROLLBACK_COMPLETE',
      'UPDATE_FAILED',
    ];
    for (const status of states) {
      const unprotected: string[][] = [];
      const stacks: Stacks = {
        read: async () => ({ status, isProtected: true }),
        protect: () => expect.fail('the protection was touched'),
      };
      await protectedOnceCreated(stacks, NAMES, (names) => {
        unprotected.push([...names]);
        return 0;
      });
      expect([status, unprotected]).toEqual([status, [[]]]);
    }
  });
});

test('a stack is protected unless it is named; other stages are not', () => {
  expect(asked([])).toEqual(Object.fromEntries(NAMES.map((name) => [name, true])));
  expect(asked([API])).toMatchObject({ [DATA]: true, [API]: false });
  expect(Object.values(asked([], 'dev'))).toEqual(NAMES.map(() => false));
});
