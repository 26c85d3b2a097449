import { answerOf, type Engine, expressionOf, load } from './engine.ts';

interface Given {
  readonly type: string;
  readonly errors?: readonly unknown[];
  readonly response?: {
    readonly diagnostics: { readonly reason: readonly string[]; readonly errors: readonly unknown[] };
  };
}
interface Module {
  preparsePolicySet(id: string, policies: object): Given;
  statefulIsAuthorized(call: object): Given;
}

const SIGNS = { is: '==', isNot: '!=', over: '>', atLeast: '>=' } as const;
const ENTITIES = {
  principal: { type: 'Advertiser', id: 'a' },
  action: { type: 'Action', id: 'send' },
  resource: { type: 'Contact', id: 'c' },
  entities: [],
};

/** cedar-wasm: one permit and a forbid per rule, parsed once; facts are the context, severity is known by policy id. */
export const cedar: Engine = async (rules) => {
  const wasm = load<Module>('@cedar-policy/cedar-wasm/nodejs');
  const byCode = new Map(rules.map((rule) => [rule.code, rule]));
  const forbids = rules.map((rule) => {
    const when = expressionOf(rule, ['context.', '&&', '||', SIGNS]);
    return [rule.code, `forbid(principal, action, resource) when { ${when} };`] as const;
  });
  const staticPolicies = { PERMIT: 'permit(principal, action, resource);', ...Object.fromEntries(forbids) };
  const parsed = wasm.preparsePolicySet('bench', { staticPolicies });
  if (parsed.type !== 'success') throw new Error(`cedar: ${JSON.stringify(parsed.errors)}`);
  return (context) => {
    const { response, errors } = wasm.statefulIsAuthorized({ ...ENTITIES, context, preparsedPolicySetId: 'bench' });
    if (response === undefined) throw new Error(`cedar: ${JSON.stringify(errors)}`);
    return answerOf(response.diagnostics.reason.flatMap((id) => byCode.get(id) ?? []));
  };
};
