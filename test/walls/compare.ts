import type { JsonObject } from '#local/template/json.ts';
import { type Atom, atomsIn } from './atoms.ts';

/** What differs between what a role is granted and what it needs. */
export interface Difference {
  /** Needed, and granted by no statement. */
  readonly missing: readonly Atom[];
  /** Granted, and needed by nobody. */
  readonly superfluous: readonly Atom[];
  /** Granted by two statements: one of them could go, and nothing would be noticed. */
  readonly twice: readonly Atom[];
}

/** Compares a role with its needs, atom by atom. */
export const differenceOf = (statements: readonly JsonObject[], needed: ReadonlySet<Atom>): Difference => {
  const granted = statements.flatMap(atomsIn);
  const once = new Set(granted);
  const seen = new Set<Atom>();
  const twice = granted.filter((atom) => seen.has(atom) || !seen.add(atom));
  return {
    missing: [...needed].filter((atom) => !once.has(atom)),
    superfluous: [...once].filter((atom) => !needed.has(atom)),
    twice,
  };
};

/** The differences as lines, empty where grants and needs are the same. */
export const complaintsOf = (role: string, { missing, superfluous, twice }: Difference): readonly string[] => [
  ...missing.map((atom) => `${role} needs, and is not granted: ${atom}`),
  ...superfluous.map((atom) => `${role} is granted, and nothing needs: ${atom}`),
  ...twice.map((atom) => `${role} is granted twice: ${atom}`),
];
