import type { Prohibition } from '#shared/law/article.ts';
import { chapterOf } from './chapters.ts';
import type { ChapterPlan } from './plan.ts';

/** What a chapter lacks to be read: a sentence of the register, prose, an example. */
const lacksOf = (plan: ChapterPlan, register: readonly Prohibition[]): readonly string[] => [
  ...(register.some(({ code }) => chapterOf(code).id === plan.id) ? [] : ['has no sentence of the register']),
  ...(plan.does.length === 0 ? ['does not say what Aval does'] : []),
  ...(plan.situations.length === 0 ? ['has no example'] : []),
];

/**
 * What is wrong with the chapters beside a register: one that lacks something, a reading that no open point of its chapter
 * explains, an open point about a sentence that is no reading. Empty: nothing.
 */
export const chapterFaults = (plans: readonly ChapterPlan[], register: readonly Prohibition[]): readonly string[] => {
  const read = new Set(register.filter(({ reading }) => reading !== undefined).map(({ code }) => code));
  const explained = (plan: ChapterPlan) => plan.open.flatMap(({ codes }) => codes);
  const untold = [...read].flatMap((code) => {
    const plan = plans.find(({ id }) => id === chapterOf(code).id);
    if (plan === undefined) return [`${code} has no chapter`];
    return explained(plan).includes(code) ? [] : [`${plan.id} leaves open nothing of ${code}, which is a reading`];
  });
  return [
    ...plans.flatMap((plan) => lacksOf(plan, register).map((lack) => `${plan.id} ${lack}`)),
    ...untold,
    ...plans.flatMap((plan) =>
      explained(plan).flatMap((code) =>
        read.has(code) ? [] : [`${plan.id} calls ${code} a reading, which it is not`],
      ),
    ),
  ];
};
