import * as fc from 'fast-check';
import { anyRequest } from '../../law/fold/worlds.ts';
import type { Asked } from './kill.ts';
import type { Law } from './mutated-law.ts';

/**
 * Requests drawn at random, as the tests of the law draw them, with what the law as it is answers: they do not judge whether
 * it is right, they show that a mutant can change an answer. The same for every run.
 */
export const drawnAsked = (law: Law, count: number): readonly Asked[] =>
  fc.sample(anyRequest, { numRuns: count, seed: 1 }).map((request, index) => {
    const theirs = law(request);
    return { seed: index, request, theirs, reasons: theirs.reasons };
  });
