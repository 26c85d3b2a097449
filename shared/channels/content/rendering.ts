import type * as z from 'zod/mini';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { SentChannel } from '#shared/domain/message/channel.ts';
import type { Content, FinalBytes } from '#shared/domain/message/content.ts';
import type { BytesFacts } from '#shared/domain/message/vet.ts';
import { type Draft, plainOf } from './marked.ts';
import type { Mentions } from './mentions.ts';
import type { MergeValues } from './merge-fields.ts';
import { taking } from './taking.ts';
import type { TrackingPixel } from './tracking-pixel.ts';

/** Whether images that count who opens a message stay in it: only where its reader agreed to be counted (D11). */
export type TrackingPixels = 'kept' | 'taken-out';

/** The one whom a message is made for, and what goes into it. */
interface Reader {
  /** Clear address. */
  readonly to: string;
  readonly values: MergeValues;
  readonly mentions: Mentions;
}

/** The bytes as a provider is handed them, and how they are read again. */
export interface Rendered<Name extends SentChannel, Outgoing> {
  readonly channel: Name;
  readonly outgoing: Outgoing;
  /** The same, with what is of its reader alone marked. */
  readonly draft: Draft<Outgoing>;
  /** What it is billed by, where the channel counts it. */
  readonly segments?: number | undefined;
  /** The codes and numbers to which it says that one answers to stop it. */
  readonly replyCodes: readonly string[];
  /** The same as they would be given of a message that another system sends: without whom they go to. */
  asFinal(): FinalBytes;
  /** What these very bytes say to their reader (P3). `acceptsLocalLinks`: the local stage alone. */
  verify(outgoing: Outgoing, acceptsLocalLinks: boolean): BytesFacts;
}

/** Content that will be shown to come from one sender of the advertiser. */
interface FromSender<Name extends SentChannel, Outgoing> {
  /** What the sender adds to the mentions: where a reply is received, how long a text may be. */
  readonly mentions: Pick<Mentions, 'replyCode' | 'maxSegments'>;
  /** Throws `invalid-request` for a merge field without a value, and for a value that breaks the content. */
  readonly renderFor: (reader: Reader) => Rendered<Name, Outgoing>;
}

/** Content parsed once: the same for every reader of it. */
interface PreparedContent<Name extends SentChannel, Outgoing> {
  /** Images in it that count who opens it, each with its place. */
  readonly trackingPixels: readonly TrackingPixel[];
  /** From the sender asked for, else the first of the settings; `undefined`: the settings hold none such. */
  readonly from: (advertiser: Advertiser, asked: string | undefined) => FromSender<Name, Outgoing> | undefined;
}

/** How content of one channel becomes the bytes that a provider is handed. */
export interface Rendering<Name extends SentChannel, Outgoing> {
  /** Preparing its content takes a parse of it, so that what was prepared is kept for the next reader. */
  readonly isParsed: boolean;
  /** Throws `invalid-request` where it has no position for what a message must say. */
  readonly prepare: (content: Content, pixels: TrackingPixels) => PreparedContent<Name, Outgoing>;
}

/** The parts of a rendering, each typed by its own channel. */
interface Parts<Written, Prepared, Sender, Outgoing> {
  readonly content: z.ZodMiniType<Written>;
  readonly isParsed: boolean;
  readonly prepare: (content: Written, pixels: TrackingPixels) => Prepared;
  readonly trackingPixels?: (prepared: Prepared) => readonly TrackingPixel[];
  readonly sender: (advertiser: Advertiser, asked: string | undefined) => Sender | undefined;
  readonly mentions?: (sender: Sender, advertiser: Advertiser) => FromSender<never, never>['mentions'];
  readonly render: (prepared: Prepared, sender: Sender, reader: Reader) => Draft<NoInfer<Outgoing>>;
  readonly segments?: (outgoing: Outgoing) => number;
  readonly replyCodes?: (outgoing: Outgoing) => readonly string[];
  readonly asFinal: (outgoing: Outgoing) => FinalBytes;
  readonly verify: (
    outgoing: Outgoing,
    from: {
      readonly prepared: Prepared;
      readonly sender: Sender;
      readonly reader: Reader;
      readonly acceptsLocalLinks: boolean;
    },
  ) => BytesFacts;
}

/** The rendering of a channel, from its parts. */
export const rendering = <Name extends SentChannel, Written, Prepared, Sender, Outgoing>(
  channel: Name,
  parts: Parts<Written, Prepared, Sender, Outgoing>,
): Rendering<Name, Outgoing> => {
  const renderedFor = (prepared: Prepared, sender: Sender, reader: Reader): Rendered<Name, Outgoing> => {
    const draft: Draft<Outgoing> = parts.render(prepared, sender, reader);
    const outgoing = plainOf<Outgoing>(draft);
    return {
      channel,
      outgoing,
      draft,
      segments: parts.segments?.(outgoing),
      replyCodes: parts.replyCodes?.(outgoing) ?? [],
      asFinal: () => parts.asFinal(outgoing),
      verify: (bytes, acceptsLocalLinks) => parts.verify(bytes, { prepared, sender, reader, acceptsLocalLinks }),
    };
  };
  return {
    isParsed: parts.isParsed,
    prepare: (content, pixels) => {
      const prepared = taking(parts.content, (written) => parts.prepare(written, pixels))(content);
      return {
        trackingPixels: parts.trackingPixels?.(prepared) ?? [],
        from: (advertiser, asked) => {
          const sender = parts.sender(advertiser, asked);
          if (sender === undefined) return undefined;
          return {
            mentions: parts.mentions?.(sender, advertiser) ?? {},
            renderFor: (reader) => renderedFor(prepared, sender, reader),
          };
        },
      };
    },
  };
};
