import type { Cleanup } from '../boot/cleanup.ts';
import type { AwsUrls } from '../lambda/definition.ts';
import { type AwsPort, type EndpointDependencies, openAwsPort } from './endpoint.ts';

/** The ports of the AWS endpoint; those with names can be closed alone. */
export interface AwsPorts {
  readonly urls: AwsUrls;
  /** `sesv2`, `sns` or `dynamodb`: refuses connections until `acceptConnections`. Throws for any other. */
  refuseConnections(service: string): Promise<void>;
  acceptConnections(service: string): Promise<void>;
  /** From now on calls are answered. */
  connect(dependencies: EndpointDependencies): void;
}

/** Opens the ports; no call is answered before `connect`. */
export const openAwsPorts = async (cleanup: Cleanup): Promise<AwsPorts> => {
  let connected: EndpointDependencies | undefined;
  const dependencies = () => {
    if (connected === undefined) throw new Error('the stack is still starting');
    return connected;
  };
  const open = async (): Promise<AwsPort> => {
    const port = await openAwsPort(dependencies);
    cleanup.add(port.close);
    return port;
  };
  const [main, dynamodb, sesv2, sns] = await Promise.all([open(), open(), open(), open()]);
  const named: Readonly<Record<string, AwsPort>> = { dynamodb, sesv2, sns };
  const portOf = (service: string): AwsPort => {
    const port = named[service];
    if (port === undefined)
      throw new Error(`${service} has no port of its own; ${Object.keys(named).join(', ')} have.`);
    return port;
  };
  return {
    urls: { main: main.url, dynamodb: dynamodb.url, sesv2: sesv2.url, sns: sns.url },
    refuseConnections: (service) => portOf(service).refuse(),
    acceptConnections: (service) => portOf(service).accept(),
    connect: (given) => {
      connected = given;
    },
  };
};
