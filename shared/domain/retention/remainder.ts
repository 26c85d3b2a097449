import type { AddressKind } from '#shared/channels/record.ts';
import type { Bilingual } from '../missing.ts';

/** What remains of a contact after its erasure. */
export interface Remainder {
  /** Of the register, by their names there; none: it is not stored by the deployment. */
  readonly kinds: readonly string[];
  /** What the address is, of which alone it remains. Absent: whatever it is. */
  readonly of?: AddressKind;
  readonly where: 'table' | 'journal' | 'bucket' | 'queue' | 'backup' | 'log' | 'provider';
  readonly what: Bilingual;
  readonly why: Bilingual;
  /** Days after the erasure when it is gone at the latest. Absent: `untilWhen` says it. */
  readonly days?: number;
  readonly untilWhen?: Bilingual;
}
