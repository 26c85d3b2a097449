import { defineConfig } from 'vitest/config';

/**
 * The tests that a mutant of the law must survive: all of the law's but those whose examples are drawn at random, those
 * that compare the calendar with a library, those that bundle, judge the demo or try drafts, and the one that leaves out every
 * sentence in turn: they are slow. A score made with the rest is a floor.
 */
export default defineConfig({
  test: {
    name: 'mutation',
    include: ['test/law/**/*.test.ts'],
    exclude: ['test/law/**/{properties,calendar,bundle,demo-coverage,address-facts,drafts,needed}.test.ts'],
    // A worker for each file costs more than the tests; no test of the law keeps anything between two of them.
    isolate: false,
  },
});
