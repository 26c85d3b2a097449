import { defineConfig } from 'vitest/config';

/**
 * The tests that a mutant of the law must survive: all of the law's, with these left out. Those whose examples are drawn at
 * random, that compare the calendar with a library, that bundle, judge the demo or try drafts, and those that leave out
 * every sentence, every act of a row or every turning fact of a case, in turn, or that make worlds: they are slow. The
 * one that compares with a fingerprint: it notices any change. A score made with
 * the rest is a floor.
 */
export default defineConfig({
  test: {
    name: 'mutation',
    include: ['test/law/**/*.test.ts'],
    exclude: [
      'test/law/**/{acts,properties,calendar,bundle,demo-coverage,address-facts,drafts,needed,pinned,ablation,eprivacy,usability-agrees}.test.ts',
      'test/law/worlds/**',
    ],
    // A worker for each file costs more than the tests; no test of the law keeps anything between two of them.
    isolate: false,
    // On a busy machine a slow test is no failing one: the first run must pass before a mutant is tried.
    testTimeout: 60_000,
  },
});
