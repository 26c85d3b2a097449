/** What every engine is asked for, and how one is loaded that only `bench/package.json` installs. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FlatFacts } from './facts.ts';
import type { PortableRule, Term } from './rules.ts';

/** A rule as the others carry it: what to say when it forbids. */
export interface CitedRule extends PortableRule {
  /** Id of the article version that is cited. */
  readonly article: string;
}

/** Decision and every reason, with its citation: what ours gives. */
export interface Answer {
  readonly outcome: 'allow' | 'defer' | 'review' | 'refuse';
  readonly reasons: readonly { readonly code: string; readonly article: string }[];
}

/** Prepares the rules once, as its manual advises; then one answer per record of facts. */
export type Engine = (rules: readonly CitedRule[]) => Promise<(facts: FlatFacts) => Answer | Promise<Answer>>;

const require = createRequire(new URL('../package.json', import.meta.url));

/** The module of a peer, by a name that no tool of the product resolves. Throws when it is not installed. */
export const load = <Module>(name: string): Module => require(name);

/** The version that is installed. */
export const versionOf = (name: string): string =>
  JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;

const SEVERITY = { refuse: 3, review: 2, defer: 1, allow: 0 } as const;

/** What the rules that forbid give together. */
export const answerOf = (against: readonly CitedRule[]): Answer => {
  let outcome: Answer['outcome'] = 'allow';
  for (const each of against) if (SEVERITY[each.outcome] > SEVERITY[outcome]) outcome = each.outcome;
  return { outcome, reasons: against.map(({ code, article }) => ({ code, article })) };
};

const SIGNS = { is: '===', isNot: '!==', over: '>', atLeast: '>=' } as const;

/** The rule as an expression, for engines with a language of their own: `(facts.a == true && …) || (…)`. */
export const expressionOf = (
  { anyOf }: PortableRule,
  [prefix, and, or, signs]: readonly [string, string, string, Readonly<Record<Term[1], string>>],
): string => {
  const operand = (value: Term[2]) => (typeof value === 'object' ? `${prefix}${value.field}` : JSON.stringify(value));
  const term = ([field, operator, value]: Term) => `${prefix}${field} ${signs[operator]} ${operand(value)}`;
  return anyOf.map((terms) => `(${terms.map(term).join(` ${and} `)})`).join(` ${or} `);
};

/** The rule as a plain function, for engines whose conditions are functions: as if written by hand. */
export const functionOf = (rule: PortableRule): ((facts: FlatFacts) => boolean) => {
  const made: unknown = new Function('facts', `return ${expressionOf(rule, ['facts.', '&&', '||', SIGNS])};`);
  return made as (facts: FlatFacts) => boolean;
};
