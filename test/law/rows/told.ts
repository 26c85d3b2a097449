import type { Rulebook } from '#shared/law/fold/rulebook.ts';
import { vet, vetBytes } from '#shared/law/fold/vet.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import type { Row } from './row.ts';

/** The verdict on a row: of its final bytes, where it has some. */
export const verdictOfRow = ({ request, bytes }: Row, rulebook: Rulebook = RULEBOOK) => {
  const verdict = vet(request, rulebook);
  return bytes === undefined ? verdict : vetBytes(request, verdict, bytes, rulebook);
};

/** Its outcome and its codes, in order. */
export const toldOfRow = (row: Row, rulebook?: Rulebook): readonly string[] => {
  const { outcome, reasons } = verdictOfRow(row, rulebook);
  return [outcome, ...reasons.map(({ code }) => code)];
};
