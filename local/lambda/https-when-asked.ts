import type { ClientRequest } from 'node:http';
import type { AgentOptions, Agent as RealAgent } from 'node:https';

const real = () => process.getBuiltinModule('node:https');

/** Made as the SDK makes it for each client; one of Node's takes its place once something is asked by it. */
class Agent {
  readonly options: AgentOptions;
  #made: RealAgent | undefined;
  constructor(options: AgentOptions) {
    this.options = options;
  }
  inUse(): RealAgent {
    this.#made ??= new (real().Agent)(this.options);
    return this.#made;
  }
  destroy(): void {
    this.#made?.destroy();
  }
}

const withAgentInUse = (argument: unknown): unknown => {
  const { agent } = Object(argument);
  return agent instanceof Agent ? { ...Object(argument), agent: agent.inUse() } : argument;
};

/**
 * What functions use of `node:https`, which is loaded when something is asked by it: TLS takes a tenth of a cold start to load, and all that a function asks of
 * AWS on this machine it asks by HTTP.
 */
export const httpsWhenAsked = {
  Agent,
  request: (...asked: readonly unknown[]): ClientRequest =>
    Reflect.apply(real().request, undefined, asked.map(withAgentInUse)),
};
