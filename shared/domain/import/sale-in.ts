import type { Instant } from '../ids.ts';
import { Channels } from '../message/channel.ts';
import type { OppositionScope } from '../opposition/opposition.ts';
import { SaleFacts } from '../sale/sale.ts';
import { type Cells, type Refused, refusedAt, textIn, wordsIn } from './cells.ts';
import { formIn, notTaken } from './consent-in.ts';
import { importedFrom, type Provenance } from './import.ts';
import { instantIn, type TimeReading } from './times.ts';

const NO: ReadonlySet<string> = new Set(['no', 'false', '0', 'non', 'faux', 'n', 'none', 'null']);

/** What was refused when the address was collected; everything, where the cell says neither that nothing was nor what. */
export const refusalIn = (cells: Cells): OppositionScope | undefined => {
  const words = wordsIn(cells, 'refused');
  if (words === undefined || words.length === 0 || words.every((word) => NO.has(word))) return undefined;
  const channels = Channels.safeParse([...new Set(words)]);
  return channels.success ? { scope: 'channel', channels: channels.data } : { scope: 'global' };
};

/** When it was sold. `undefined`: the row does not say. */
export const soldAtIn = (cells: Cells, reading: Omit<TimeReading, 'atEnd'>): Instant | undefined =>
  instantIn(textIn(cells, 'soldAt') ?? '', reading);

/** The sale that a row says, with the checkout version that it names or the sheet names for its day. */
export const saleIn = (
  cells: Cells,
  reading: Omit<TimeReading, 'atEnd'>,
  sheet: Provenance,
  fileSha256: string,
): SaleFacts | Refused => {
  const soldAt = soldAtIn(cells, reading);
  if (soldAt === undefined) return refusedAt('soldAt', 'not-a-time');
  const cancelled = textIn(cells, 'cancelledAt');
  const cancelledAt = cancelled === undefined ? undefined : instantIn(cancelled, reading);
  if (cancelled !== undefined && cancelledAt === undefined) return refusedAt('cancelledAt', 'not-a-time');
  const form = formIn(cells, sheet, soldAt, reading);
  const of = refusalIn(cells);
  const optional = ['reference', 'type', 'boughtAs', 'coordinatesFrom', 'sellerSiren'].flatMap((name) => {
    const text = textIn(cells, name);
    return text === undefined ? [] : [[name, text]];
  });
  const said = SaleFacts.safeParse({
    ...Object.fromEntries(optional),
    soldAt,
    imported: importedFrom(sheet, fileSha256),
    lines: (wordsIn(cells, 'categories') ?? []).map((category) => ({ category })),
    ...(cancelledAt && { cancelledAt }),
    ...(form && { form }),
    ...(of && { refusal: { of } }),
  });
  return said.success ? said.data : notTaken(said.error);
};
