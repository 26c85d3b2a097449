import type { READINGS } from '#shared/domain/advertiser/chosen-reading.ts';
import type { ReasonCode } from '#shared/law/reasons/reasons.ts';
import type { Words } from '#shared/law/texts/text.ts';

/** A paragraph of a verified text (`test/texts/`) that a chapter quotes although no sentence rests on it. */
export interface AlsoQuoted {
  /** `l34-5/2020-07-26`. */
  readonly version: string;
  readonly paragraph: string;
}

/** A point that the texts leave open: how it is read here, and what changes it. */
interface OpenPoint {
  readonly says: Words;
  /** Sentences whose `reading` this explains: none of the register may be left out. */
  readonly codes: readonly ReasonCode[];
  /** The reading that an advertiser may record instead. */
  readonly setting?: (typeof READINGS)[number];
}

/** A row of the decision table in the words of someone who asks: its outcome and its reason are those of the law. */
export interface Situation {
  readonly row: string;
  readonly says: Words;
}

/**
 * A chapter of the law pages: what the register does not say by itself, in both languages. What it says (texts, reasons,
 * sanctions, days) is never written here. `**bold**` and `[text](#anchor)` are links and stress.
 */
export interface ChapterPlan {
  readonly id: string;
  readonly title: Words;
  /** What Aval does, and what a reader may do: one paragraph each. */
  readonly does: readonly Words[];
  readonly alsoQuoted: readonly AlsoQuoted[];
  readonly open: readonly OpenPoint[];
  readonly situations: readonly Situation[];
}

/** French first: it is the language of the texts. */
export const words = (fr: string, en: string): Words => ({ fr, en });
export const situation = (row: string, fr: string, en: string): Situation => ({ row, says: { fr, en } });
