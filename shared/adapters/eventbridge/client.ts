import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { QUEUE_TIMEOUTS_MS } from '../timeouts.ts';

/** The EventBridge client of this process. An event tried again is seen twice at worst. */
export const eventBridgeClient = (): EventBridgeClient =>
  new EventBridgeClient({
    maxAttempts: 3,
    requestHandler: QUEUE_TIMEOUTS_MS,
  });
