import { EventBridgeClient } from '@aws-sdk/client-eventbridge';

/** The EventBridge client of this process. An event tried again is seen twice at worst. */
export const eventBridgeClient = (): EventBridgeClient =>
  new EventBridgeClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  });
