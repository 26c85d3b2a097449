import type { Read, Words } from './text.ts';

/** Who imposes it: an authority, a criminal court, a civil court, or the other party of a contract. */
export type SanctionNature = 'administrative' | 'penal' | 'civil' | 'contractual';

/** One clause that a sanction rests on. */
export interface SanctionText {
  /** The file of its words in `test/texts/`: `penal-226-18-1/2004-08-07`. */
  readonly version: string;
  /** `Code pénal, art. 226-18-1`. */
  readonly name: string;
  readonly paragraph: string;
  /** Words of the text; absent: not read. */
  readonly quote?: string;
  readonly read?: Read;
}

/** What breaking a sentence can cost, on which days, and by which text. */
export interface Sanction {
  readonly nature: SanctionNature;
  readonly says: Words;
  /** First the text that sets it, then those that raise it for legal persons. Empty: no text sets it. */
  readonly texts: readonly SanctionText[];
  /** Days on which it applies to what is done then: `[from, until)`. No `from`: the first day of its text was not read. */
  readonly from?: string;
  readonly until?: string;
  /** From a day on, whether it still applies is not established; what is known of that. */
  readonly unsettled?: { readonly since: string; readonly says: Words };
}
