import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { Cost } from '#shared/domain/message/cost.ts';
import type { BytesFacts } from '#shared/domain/message/vet.ts';
import type { KnownMeans } from './means-of-opposition.ts';
import type { TrackingPixel } from './tracking-pixel.ts';

/**
 * What bytes made by another system are compared with: the advertiser's settings, the basis, and the means that are
 * ours.
 */
export interface Comparison extends KnownMeans {
  /** Every name under which the advertiser may be recognised. */
  readonly names: readonly string[];
  readonly noticeUrl: string;
  /** The clear address of the reader. */
  readonly address: string;
  /** Who the coordinates came from, where not from the person. */
  readonly sources: readonly string[];
}

/** The bytes of a message made by another system, read once. */
export interface ExternalMessage {
  /** The sender that the bytes show, and their subject: what a caller says beside them counts for nothing. */
  readonly said: { readonly sender: string; readonly subject?: string };
  /** Its parts with the words to be read: subject, well-formed HTML, plain text; of a call, what is spoken. */
  readonly texts: () => readonly string[];
  /** Images that count who opens it, each with its place. */
  readonly trackingPixels: readonly TrackingPixel[];
  /** What it costs, where its channel is billed by length. */
  readonly costFor?: (advertiser: Advertiser) => Cost;
  /** What it says to its reader (P3). Throws `invalid-request` for bytes that cannot be read. */
  readonly factsFor: (route: Comparison, advertiser: Advertiser) => BytesFacts;
}
