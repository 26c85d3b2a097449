/** A sentence in both languages of the house: for the customer in French, for the developer in English. */
export interface Words {
  readonly fr: string;
  readonly en: string;
}
/** A sentence in both languages. */
export const words = (fr: string, en: string): Words => ({ fr, en });

/**
 * How the words of a text reached us. `first-hand`: a copy of the official base, or the official page. `quoted`: between
 * quotation marks in a public document that says on which day it read the source. `second-hand`: quoted or copied by a
 * third party that does not say when.
 */
export type Grade = 'first-hand' | 'quoted' | 'second-hand';

/** Where and when the words of a text were read. The file of those words is in `test/texts/`. */
export interface Read {
  readonly source: string;
  /** Day on which we read it there: `2026-11-24`. */
  readonly on: string;
  readonly grade: Grade;
}

/** What a text is: only a statute or a regulation is law; doctrine, charters and house rules say so. */
export type TextKind = 'statute' | 'regulation' | 'doctrine' | 'charter' | 'house';

/**
 * Days on which a text decides: `[from, until)`, in Europe/Paris. A rule of ours has no beginning in law: it judges every
 * message that its edition judges, and so does a doctrine whose first day was not read.
 */
export interface Period {
  readonly from: string;
  readonly until?: string;
}
/** The period of a text without a first day in law. */
export const EVERY_DAY: Period = { from: '0001-01-01' };
