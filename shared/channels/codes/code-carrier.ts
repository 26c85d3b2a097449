import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';

/** A code on its way to an address, in the language of the page on which it was asked for. */
export interface CodeToSend {
  readonly language: ReaderLanguage;
  readonly code: string;
  readonly to: string;
}

/** Makes what carries a code on a channel, from the advertiser's first sender; `undefined`: it has none. */
export type CodeCarrier<Bytes> = (advertiser: Advertiser, code: CodeToSend) => Bytes | undefined;
