import type { StoredReason } from '#shared/domain/message/verdict.ts';
import type { BytesFacts, VetRequest } from '#shared/domain/message/vet.ts';
import { vet, vetBytes } from '#shared/law/fold/vet.ts';

const inWords = ({ code, detail }: StoredReason) => (detail === undefined ? code : `${code} ${detail}`);

/** A verdict in short: the outcome, then every reason as `CODE detail`, in order. */
export const said = (request: VetRequest, bytes?: BytesFacts): readonly string[] => {
  const first = vet(request);
  const { outcome, reasons } = bytes === undefined ? first : vetBytes(request, first, bytes);
  return [outcome, ...reasons.map(inWords)];
};

/** The reasons of a verdict as they are stored. */
export const told = (request: VetRequest): readonly StoredReason[] => vet(request).reasons;
