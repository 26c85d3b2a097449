import type { StoredReason } from '#shared/domain/message/verdict.ts';
import type { BytesFacts, VetRequest } from '#shared/domain/message/vet.ts';
import { vet, vetBytes } from '#shared/law/fold/vet.ts';

/** A situation and one reason, whole as it is stored: code, text, fact, and which of several faults. */
export type Told = readonly [situation: string, request: VetRequest, reason: StoredReason, bytes?: BytesFacts];

/** The reasons given in that situation: before the bytes exist, or on the bytes. */
export const reasonsIn = ([, request, , bytes]: Told): readonly StoredReason[] => {
  const verdict = vet(request);
  return (bytes === undefined ? verdict : vetBytes(request, verdict, bytes)).reasons;
};

/** Rows for `test.each`: the title, and the row itself. */
export const named = (table: readonly Told[]) => table.map((each) => [each[0], each] as const);
