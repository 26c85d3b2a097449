/**
 * The tests that a mutant of the law must survive: all of the law's, with these left out. Those whose examples are drawn at
 * random, that compare the calendar with a library, that bundle, judge the demo or try drafts, and those that leave out
 * every sentence, every act of a row or every turning fact of a case, in turn, or that make worlds: they are slow. The
 * one that compares with a fingerprint: it notices any change. A score made with
 * the rest is a floor.
 */
export default {
  include: ['test/law/**/*.test.ts'],
  exclude: [
    'test/law/**/{acts,properties,calendar,bundle,demo-coverage,address-facts,drafts,needed,pinned,ablation,eprivacy,usability-agrees}.test.ts',
    'test/law/worlds/**',
  ],
};
