import { answerOf, type CitedRule, type Engine, load } from './engine.ts';
import type { FlatFacts } from './facts.ts';
import type { Term } from './rules.ts';

interface Module {
  readonly Engine: new (
    rules: readonly object[],
  ) => { run(facts: FlatFacts): Promise<{ events: readonly { params: CitedRule }[] }> };
}

const OPERATORS = { is: 'equal', isNot: 'notEqual', over: 'greaterThan', atLeast: 'greaterThanInclusive' } as const;

const condition = ([field, operator, value]: Term) => ({
  fact: field,
  operator: OPERATORS[operator],
  value: typeof value === 'object' ? { fact: value.field } : value,
});

/** As flat as the rule allows: every level of nesting costs this engine time. */
const conditionsOf = ({ anyOf }: CitedRule) => {
  const alternatives = anyOf.map((terms) => ({ all: terms.map(condition) }));
  return alternatives.length === 1 ? alternatives[0] : { any: alternatives };
};

/** json-rules-engine: conditions as JSON, one engine for all decisions. */
export const jsonRulesEngine: Engine = async (rules) => {
  const { Engine } = load<Module>('json-rules-engine');
  const engine = new Engine(
    rules.map((rule) => ({
      conditions: conditionsOf(rule),
      event: { type: rule.code, params: rule },
    })),
  );
  return async (facts) => {
    const { events } = await engine.run(facts);
    return answerOf(events.map(({ params }) => params));
  };
};
