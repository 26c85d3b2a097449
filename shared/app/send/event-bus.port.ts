/** An event out, past tense and versioned; never an address. */
export interface OutgoingEvent {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface EventBus {
  publish(events: readonly OutgoingEvent[]): Promise<void>;
}
