import { defineConfig } from 'vitest/config';

/**
 * The tests that a mutant of the law must survive: all of the law's but those whose examples are drawn at random, those
 * that compare the calendar with a library, and those that bundle or judge the demo. A score made with them is a floor.
 */
export default defineConfig({
  test: {
    name: 'mutation',
    include: ['test/law/**/*.test.ts'],
    exclude: ['test/law/{properties,calendar,bundle,demo-coverage,address-facts}.test.ts'],
  },
});
