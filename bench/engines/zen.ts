import { answerOf, type Engine, expressionOf, load } from './engine.ts';
import type { FlatFacts } from './facts.ts';

interface Module {
  readonly ZenEngine: new () => {
    createDecision(content: object): {
      evaluate(facts: FlatFacts): Promise<{ result: readonly { readonly code: string }[] }>;
    };
  };
}

const SIGNS = { is: '==', isNot: '!=', over: '>', atLeast: '>=' } as const;

/** A decision table of one column of expressions, a row per rule, that collects every row which holds. */
const tableOf = (rows: readonly (readonly [code: string, expression: string])[]) => ({
  nodes: [
    { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
    {
      id: 'table',
      type: 'decisionTableNode',
      name: 'table',
      position: { x: 0, y: 0 },
      content: {
        hitPolicy: 'collect',
        inputs: [{ id: 'when', name: 'when' }],
        outputs: [{ id: 'code', name: 'code', field: 'code' }],
        rules: rows.map(([code, when]) => ({ _id: code, when, code: JSON.stringify(code) })),
      },
    },
    { id: 'out', type: 'outputNode', name: 'out', position: { x: 0, y: 0 } },
  ],
  edges: [
    { id: 'first', type: 'edge', sourceId: 'in', targetId: 'table' },
    { id: 'second', type: 'edge', sourceId: 'table', targetId: 'out' },
  ],
});

/** zen-engine: one decision made once, evaluated per message on its native thread. */
export const zen: Engine = async (rules) => {
  const { ZenEngine } = load<Module>('@gorules/zen-engine');
  const byCode = new Map(rules.map((rule) => [rule.code, rule]));
  const rows = rules.map((rule) => [rule.code, expressionOf(rule, ['', 'and', 'or', SIGNS])] as const);
  const decision = new ZenEngine().createDecision(tableOf(rows));
  return async (facts) => {
    const { result } = await decision.evaluate(facts);
    return answerOf(result.flatMap(({ code }) => byCode.get(code) ?? []));
  };
};
