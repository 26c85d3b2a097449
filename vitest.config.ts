import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

/** For test files that share a process. */
const LEFT_AS_FOUND = 'test/support/in-process/left-as-found.ts';

/** For test files that leave templates and other files among the temporary ones. */
const OWN_TEMPORARY_FOLDER = 'test/support/in-process/own-temporary-folder.ts';

/**
 * Journeys wait for a third of their time: for a stream to be read, a queue to be empty, a page to be drawn. Three of them for two cores, and what needs
 * a core beside them, leave none idle (docs/decisions/0128).
 */
const WITH_OTHERS = { maxWorkers: Math.ceil(1.5 * availableParallelism()), sequence: { groupOrder: 1 } };

/** Node loads the modules itself, as it does of functions: Vite would transform each of them once for each project (docs/decisions/0128). No test replaces a module. */
const BY_NODE = { experimental: { viteModuleRunner: false, nodeLoader: false } };

/** The same, for tests of which one replaces a module (`vi.mock`): vitest looks at each module that is loaded. */
const BY_NODE_REPLACED = { experimental: { viteModuleRunner: false } };

const project = (name: string, more: object = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], ...more },
});

const ON_THE_TABLE = {
  ...WITH_OTHERS,
  globalSetup: ['test/support/dynamodb-local.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

/** The CDK's own look at the templates takes six seconds each time; `npm run check` has it. */
const UNCHECKED_TEMPLATES = { CDK_VALIDATION: 'false' };

/** What functions ask of AWS while these tests run; the project `walls` compares it with their roles. */
const RECORDED = { AVAL_RECORD_CALLS: process.env.AVAL_RECORD_CALLS ?? resolve('.aval/calls') };

/**
 * The faults of AWS that the stacks of the journeys have, drawn from this seed (docs/local.md): another one with
 * `AVAL_FAULTS=SEED npm test`.
 */
const FAULTS = { AVAL_FAULTS: process.env.AVAL_FAULTS ?? '1' };

const ON_A_STACK = {
  testTimeout: 120_000,
  hookTimeout: 180_000,
  env: { ...UNCHECKED_TEMPLATES, ...RECORDED, ...FAULTS },
  globalSetup: ['test/support/stacks/store-of-stacks.ts'],
  setupFiles: [LEFT_AS_FOUND, 'test/support/stacks/on-one-store.ts'],
};
/** What an operator does when an alarm rings, done to a running stack. */
const DRILLS = 'test/journeys/runbook/**/*.test.ts';

/** Races of which the table is in memory. */
const RACES_IN_MEMORY = ['test/races/people/**/*.test.ts', 'test/races/rotation/!(creation).test.ts'];

/** Contracts of stores, which a table in memory must keep as well. */
const IN_MEMORY = [
  'advertisers',
  'due-list',
  'full-pages',
  'halts',
  'ledger',
  'message-lists',
  'messages',
  'test-recipients',
  'two-writers',
  'vet-and-claims',
  'waiting-lists',
];

const OF_FUNCTIONS = {
  ...BY_NODE,
  ...ON_THE_TABLE,
  env: RECORDED,
  setupFiles: [
    LEFT_AS_FOUND,
    ...['one-file-after-another', 'table-in-memory', 'write-recorded'].map(
      (name) => `test/functions/support/${name}.ts`,
    ),
  ],
  isolate: false,
};

export default defineConfig({
  test: {
    // What the functions log is shown with the tests that fail.
    silent: 'passed-only',
    // A worker for each core: vitest alone would leave one to itself, and two cores are what the whole run is given.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      // Pure functions: files may share a process and its modules.
      project('law', { ...BY_NODE, isolate: false, testTimeout: 20_000 }),
      project('unit', { ...BY_NODE_REPLACED, isolate: false, testTimeout: 20_000 }),
      project('oracle', { ...BY_NODE, isolate: false, testTimeout: 20_000 }),
      project('fuzz', { ...BY_NODE, testTimeout: 120_000 }),
      project('contract', { ...BY_NODE, ...ON_THE_TABLE, isolate: false }),
      // The contracts of the stores once more, over the table in memory that the simulation runs on.
      {
        test: {
          ...BY_NODE,
          name: 'memory',
          include: IN_MEMORY.map((name) => `test/contract/${name}.test.ts`),
          env: { AVAL_TABLE: 'memory' },
          isolate: false,
          testTimeout: 30_000,
          ...WITH_OTHERS,
        },
      },
      project('simulation', { ...BY_NODE, ...ON_THE_TABLE }),
      project('functions', OF_FUNCTIONS),
      // Many writers at once: how long they take must not hang on what else runs, so they run alone, or beside what is of a lower priority.
      project('races', {
        ...ON_THE_TABLE,
        exclude: RACES_IN_MEMORY,
        fileParallelism: false,
        maxWorkers: 1,
        sequence: { groupOrder: 2 },
      }),
      // In memory nothing hangs on how long anything takes.
      {
        test: {
          ...BY_NODE,
          name: 'races-in-memory',
          include: RACES_IN_MEMORY,
          testTimeout: 60_000,
          setupFiles: [LEFT_AS_FOUND],
          isolate: false,
          ...WITH_OTHERS,
        },
      },
      // The CDK takes two seconds to load: files share it.
      project('infra', {
        ...BY_NODE,
        isolate: false,
        testTimeout: 60_000,
        hookTimeout: 120_000,
        env: UNCHECKED_TEMPLATES,
        setupFiles: [OWN_TEMPORARY_FOLDER],
      }),
      project('journeys', { ...ON_A_STACK, exclude: [DRILLS], isolate: false, ...WITH_OTHERS }),
      // A browser looks at mails, which needs nothing of the running systems beside it.
      project('mails', {
        ...BY_NODE,
        testTimeout: 60_000,
        hookTimeout: 120_000,
        ...WITH_OTHERS,
      }),
      // No alarm may ring without a cause, and a request that waits too long for a core is one: nothing else runs meanwhile.
      project('drills', {
        ...ON_A_STACK,
        include: [DRILLS],
        fileParallelism: false,
        maxWorkers: 1,
        sequence: { groupOrder: 3 },
      }),
      // It reads what the others recorded.
      project('walls', {
        testTimeout: 60_000,
        hookTimeout: 120_000,
        sequence: { groupOrder: 4 },
        env: UNCHECKED_TEMPLATES,
      }),
    ],
  },
});
