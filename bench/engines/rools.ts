import { answerOf, type CitedRule, type Engine, functionOf, load } from './engine.ts';
import type { FlatFacts } from './facts.ts';

interface Rools {
  register(rules: readonly object[]): Promise<void>;
  evaluate(facts: FlatFacts): Promise<unknown>;
}
interface Module {
  readonly Rools: new (options: object) => Rools;
  readonly Rule: new (options: object) => object;
}

/** rools: forward chaining, premises are functions over observed facts; logging off. */
export const rools: Engine = async (rules) => {
  const { Rools, Rule } = load<Module>('rools');
  const engine = new Rools({ logging: { error: false, debug: false } });
  let against: CitedRule[] = [];
  const made = rules.map(
    (rule) =>
      new Rule({
        name: rule.code,
        when: functionOf(rule),
        // biome-ignore lint/suspicious/noThenProperty: the engine's own name for what a rule does
        then: () => void against.push(rule),
      }),
  );
  await engine.register(made);
  return async (facts) => {
    against = [];
    await engine.evaluate(facts);
    return answerOf(against);
  };
};
