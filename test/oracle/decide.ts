import { describe, expect, it } from 'vitest';
import { type Parts, world } from './fixtures.ts';
import { opinion } from './oracle.ts';

/** A decided world: the outcome and the first code that the texts give. */
export type Example = readonly [name: string, outcome: string, primary: string, parts: Parts];

/** A test for each example: the opinion gives this outcome and this first code. */
export const decide = (title: string, examples: readonly Example[]): void =>
  void describe(title, () => {
    for (const [name, outcome, primary, parts] of examples)
      it(name, () => expect(opinion(world(parts))).toEqual({ outcome, primary }));
  });
