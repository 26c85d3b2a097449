import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/** Milliseconds of one attempt: a model answers these few words in one to five seconds. */
const TIMEOUTS_MS = { connectionTimeout: 1_000, requestTimeout: 7_000, throwOnRequestTimeout: true };

/** All attempts together end within it: API Gateway gives up after 29 seconds, and a version is stored after. */
export const ASKING_MS = 15_000;

/**
 * The client that asks a model: twice at most, since what is asked twice is answered twice and nothing else. By HTTP/1.1, as everything else
 * here: the client's own handler keeps a connection of HTTP/2, for models that stream.
 */
export const modelClient = (timeouts: Partial<typeof TIMEOUTS_MS> = {}): BedrockRuntimeClient =>
  new BedrockRuntimeClient({ maxAttempts: 2, requestHandler: new NodeHttpHandler({ ...TIMEOUTS_MS, ...timeouts }) });
