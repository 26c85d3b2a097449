import { OPERATIONS } from '../document.ts';
import { ADVERTISER, NEIGHBOUR } from '../world.ts';

/** What each event asks, as the document has the request of its route. */
const ASKED = [
  ['message.requested.v1', 'acceptMessages'],
  ['campaign.requested.v1', 'createCampaign'],
  ['consent.collected.v1', 'recordConsent'],
  ['opposition.heard.v1', 'registerOpposition'],
] as const;

/** An event of an application as EventBridge brings it, by the number of its kind; `id` is EventBridge's. */
export const eventOf = (kind: number, id: number, more: object = {}) => {
  const [type, operationId] = ASKED[kind % ASKED.length] ?? ASKED[3];
  const examples = OPERATIONS.find((operation) => operation.operationId === operationId)?.examples ?? [];
  const body = examples[kind % Math.max(1, examples.length)] as { messages?: readonly object[] };
  const [item] = body.messages ?? [body];
  // Whatever the clock of a long run shows.
  const times = type === 'campaign.requested.v1' ? { schedule: { at: 'now' }, endsAt: '2027-06-01T00:00:00Z' } : {};
  return {
    version: '0',
    id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
    'detail-type': type,
    source: ADVERTISER,
    account: '000000000000',
    resources: [],
    detail: { ...item, ...times, advertiserId: ADVERTISER, idempotencyKey: `event-${kind}-${id}`, ...more },
  };
};

/** For whom an event may say that it speaks. */
export const SPOKEN_FOR = [ADVERTISER, ADVERTISER, NEIGHBOUR, 'maison-nulle'] as const;
