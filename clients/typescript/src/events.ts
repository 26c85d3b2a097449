import type { AvalEvent } from './generated/events.ts';

export type { AvalEvent } from './generated/events.ts';

/** An event of one type, such as `EventOf<'message.sent.v1'>`. */
export type EventOf<Type extends AvalEvent['detail-type']> = Extract<AvalEvent, { readonly 'detail-type': Type }>;
