import type { Cleanup } from '../boot/cleanup.ts';
import type { AwsUrls } from '../lambda/definition.ts';
import { type EndpointDependencies, type Gate, openGate } from './endpoint.ts';

/** The ports of the AWS endpoint; those with names can be closed alone. */
export interface Gates {
  readonly urls: AwsUrls;
  /** `sesv2`, `sns` or `dynamodb`: refuses connections until `acceptConnections`. Throws for any other. */
  refuseConnections(service: string): Promise<void>;
  acceptConnections(service: string): Promise<void>;
  /** From now on calls are answered. */
  connect(dependencies: EndpointDependencies): void;
}

/** Opens the ports; no call is answered before `connect`. */
export const openGates = async (cleanup: Cleanup): Promise<Gates> => {
  let connected: EndpointDependencies | undefined;
  const dependencies = () => {
    if (connected === undefined) throw new Error('the stack is still starting');
    return connected;
  };
  const open = async (): Promise<Gate> => {
    const gate = await openGate(dependencies);
    cleanup.add(gate.close);
    return gate;
  };
  const [main, dynamodb, sesv2, sns] = await Promise.all([open(), open(), open(), open()]);
  const named: Readonly<Record<string, Gate>> = { dynamodb, sesv2, sns };
  const gateOf = (service: string): Gate => {
    const gate = named[service];
    if (gate === undefined)
      throw new Error(`${service} has no port of its own; ${Object.keys(named).join(', ')} have.`);
    return gate;
  };
  return {
    urls: { main: main.url, dynamodb: dynamodb.url, sesv2: sesv2.url, sns: sns.url },
    refuseConnections: (service) => gateOf(service).refuse(),
    acceptConnections: (service) => gateOf(service).accept(),
    connect: (given) => {
      connected = given;
    },
  };
};
