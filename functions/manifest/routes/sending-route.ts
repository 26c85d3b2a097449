import type { Capability } from './capability.ts';

/** Who takes messages by a route, and where that is written: what it carries is in `capabilities.ts`. */
export interface SendingRoute {
  /** As `routes` of aval.config.json names it. */
  readonly name: Capability['route'];
  readonly service: string;
  /** What its capabilities cannot say: limits that nobody published, what is not established. */
  readonly note: string;
  readonly source: string;
  /** The day on which the source was read. */
  readonly asOf: string;
}
