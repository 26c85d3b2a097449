import { answerOf, type CitedRule, type Engine, functionOf, load } from './engine.ts';
import type { FlatFacts } from './facts.ts';

interface Api {
  when(outcome: boolean): void;
  next(): void;
}
interface Module {
  readonly RuleEngine: new (
    rules: readonly object[],
    options: object,
  ) => { execute(facts: FlatFacts, done: () => void): void };
}

/**
 * node-rules: forward chaining over functions; set not to start again after each match, since no rule changes a fact.
 */
export const nodeRules: Engine = async (rules) => {
  const { RuleEngine } = load<Module>('node-rules');
  let against: CitedRule[] = [];
  const made = rules.map((rule) => {
    const forbids = functionOf(rule);
    return {
      condition: (api: Api, facts: FlatFacts) => api.when(forbids(facts)),
      consequence: (api: Api) => {
        against.push(rule);
        api.next();
      },
    };
  });
  const engine = new RuleEngine(made, { ignoreFactChanges: true });
  return (facts) => {
    against = [];
    return new Promise((resolve) => engine.execute(facts, () => resolve(answerOf(against))));
  };
};
