import { AddressKind } from '#shared/channels/record.ts';
import type { ImportKind } from '../import.ts';
import { column, type Layout, type RowShape } from '../layout.ts';

/** The columns of our own layout beside the address, which is `email` or `phone`. */
const OWN: Readonly<Record<ImportKind, readonly string[]>> = {
  oppositions: [
    ...(['channels', 'purpose', 'via', 'occurredAt', 'receivedBy', 'fromPartner'] as const),
    ...(['evidenceSha256', 'evidenceReference'] as const),
  ],
  'bounces-and-complaints': ['reason', 'code', 'occurredAt'],
  consents: [
    ...(['channels', 'purpose', 'formId', 'formVersion', 'givenAt', 'proofSha256', 'proofMediaType'] as const),
    ...(['confirmation', 'drawnBy', 'collectorSiren', 'collectorName'] as const),
  ],
  sales: [
    ...(['reference', 'type', 'soldAt', 'categories', 'formId', 'formVersion', 'refused', 'boughtAs'] as const),
    ...(['coordinatesFrom', 'sellerSiren', 'cancelledAt'] as const),
  ],
  activities: ['act', 'occurredAt'],
  // `cause` is of the file that notifies a partner: whatever it says, the row is an opposition.
  'opposition-fingerprints': ['channels', 'purpose', 'via', 'occurredAt', 'cause'],
};

/** Rows with our own columns, beside an address under these headings. */
export const ownBeside = (rows: ImportKind, ...headings: readonly string[]): RowShape => ({
  columns: [column('address', ...headings), ...OWN[rows].map((name) => column(name))],
});

/** Our own layout. A heading that is none of it is refused, as the API refuses a member that it does not know: its column may be a refusal. */
export const OWN_LAYOUT: Layout = {
  shapeOf: (rows, by) =>
    rows === 'opposition-fingerprints'
      ? { ...ownBeside(rows, 'fingerprint'), only: [] }
      : { ...ownBeside(rows, by), only: AddressKind.options },
};
