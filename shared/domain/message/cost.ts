/** A character that makes a text cost more, and where its author finds it. */
export interface OutsideAlphabet {
  readonly character: string;
  /** In the author's text, in a merge value, or in the name that is put before the text. */
  readonly in: 'text' | 'value' | 'name';
  /** Of a value: the name of its field. */
  readonly field?: string;
  /** In that text or value, in characters as people count them, from 1; absent of a name. */
  readonly position?: number;
  /** What could be written instead at no such cost; absent: nothing. */
  readonly instead?: string;
}

/** What a message of a channel that is billed by its length costs, and why. */
export interface Cost {
  readonly segments: number;
  readonly maxSegments: number;
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** Septets of GSM-7, where € [ ] { } ^ ~ | \ take two, or 16-bit units of UCS-2. */
  readonly units: number;
  /** How many more fit, at most, before it takes more segments than are allowed. */
  readonly unitsLeft: number;
  /** Each character outside GSM-7 once. */
  readonly outside: readonly OutsideAlphabet[];
  /** Segments with what could be written instead; what cannot is left out. */
  readonly segmentsWithout: number;
  /** Fields without a fallback, whose values are not known yet and are counted as empty. */
  readonly fieldsNotCounted: readonly string[];
}
