import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AskLine } from '#shared/domain/centre/asked.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import type { Acknowledged } from '#shared/domain/rights/acknowledgement.ts';

/** A code on its way to an address, in the language of the page on which it was asked for. */
interface CodeToSend {
  readonly language: ReaderLanguage;
  readonly code: string;
  readonly to: string;
}

/** Makes what carries a code on a channel, from the advertiser's first sender; `undefined`: it has none. */
export type CodeCarrier<Bytes> = (advertiser: Advertiser, code: CodeToSend) => Bytes | undefined;

/** A request that is recorded, to be said to who made it, in the language of the page on which they did. */
interface AskedToSay {
  readonly language: ReaderLanguage;
  readonly kind: AskLine;
  readonly acknowledged: Acknowledged;
  readonly to: string;
}

/** Makes what says it on a channel, from the advertiser's first sender; `undefined`: it has none. */
export type AskedCarrier<Bytes> = (advertiser: Advertiser, asked: AskedToSay) => Bytes | undefined;
