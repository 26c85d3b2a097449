import type { ClientRequest } from 'node:http';
import type https from 'node:https';
import type { AgentOptions, Agent as RealAgent } from 'node:https';

const real = () => process.getBuiltinModule('node:https');

/** An object that has some of its properties at once, and all others once one of them is used: then `make` is called. */
const whenUsed = <T extends object>(atOnce: object, make: () => T): T =>
  new Proxy(atOnce, {
    get: (own, name) => Reflect.get(Object.hasOwn(own, name) ? own : make(), name),
    set: (_, name, value) => Reflect.set(make(), name, value),
    has: (_, name) => Reflect.has(make(), name),
    getPrototypeOf: () => Reflect.getPrototypeOf(make()),
  }) as T;

/** What makes the agent of Node whose place an object takes. */
const agents = new WeakMap<object, () => RealAgent>();
/** Made as the SDK makes it for each client; one of Node's takes its place once something is asked by it. */
const agentWhenUsed = (options?: AgentOptions): RealAgent => {
  let made: RealAgent | undefined;
  const make = (): RealAgent => {
    made ??= new (real().Agent)(options);
    return made;
  };
  const agent = whenUsed({ destroy: () => made?.destroy() }, make);
  agents.set(agent, make);
  return agent;
};

/** As Node has it, a function: the SDK asks of nothing at all whether it is an agent, for which `https` is not loaded. */
function ofAgents(): void {}
const Agent: typeof RealAgent = new Proxy(ofAgents as never, {
  construct: (_, given, made) =>
    Object.is(made, Agent) ? agentWhenUsed(given[0]) : Reflect.construct(real().Agent, given, made),
  apply: (_, __, given) => agentWhenUsed(given[0]),
  get: (own, name) => Reflect.get(name === Symbol.hasInstance ? own : real().Agent, name),
});

const withAgentInUse = (argument: unknown): unknown => {
  const make = agents.get(Object(Object(argument).agent));
  return make === undefined ? argument : { ...Object(argument), agent: make() };
};
const asking =
  (name: 'request' | 'get') =>
  (...asked: readonly unknown[]): ClientRequest =>
    Reflect.apply(real()[name], undefined, asked.map(withAgentInUse));

/**
 * `node:https`, which is loaded when something is asked by it, or when more of it is used than its agents: TLS takes a tenth of a cold start to load, and all that
 * a function asks of AWS on this machine it asks by HTTP.
 */
export const httpsWhenAsked: typeof https = whenUsed({ Agent, request: asking('request'), get: asking('get') }, real);
