import type { AddressKind } from '#shared/channels/record.ts';
import { internationalOfNational } from '../contact/phone/national-number.ts';
import type { Cells } from './cells.ts';
import type { ImportTask } from './import.ts';
import { refusalIn } from './sale-in.ts';

const SEPARATORS = /[\s.()/\-\u00A0\u2010-\u2015\u202F]/g;
/** A French number as it is dialled in France; a spreadsheet takes the zero away. */
const NATIONAL = /^0?([1-9]\d{8})$/;
/** The same with its country code, whose plus a spreadsheet takes away. */
const WITHOUT_PLUS = /^33[1-9]\d{8}$/;
/** The number in international form, where it is a French one without a country (D15); else as it is written. */
const frenchNumber = (written: string): string => {
  const plain = written.replace(SEPARATORS, '');
  if (WITHOUT_PLUS.test(plain)) return `+${plain}`;
  const [, digits] = NATIONAL.exec(plain) ?? [];
  return digits === undefined ? written : internationalOfNational(digits);
};

/** True where a row can only take away what may be sent: a number that is read wrongly lets nothing be sent. */
const onlyOpposes = ({ rows }: Pick<ImportTask, 'rows'>, cells: Cells): boolean =>
  rows === 'oppositions' || rows === 'bounces-and-complaints' || (rows === 'sales' && refusalIn(cells) !== undefined);

/**
 * An address as a row names it, a telephone number in international form: of France, where it names no country and the sheet says so, or
 * where the row opposes, since an opposition that is not read is lost (P2).
 */
export const addressIn = (
  { rows, by, provenance }: Pick<ImportTask, 'rows' | 'by' | 'provenance'>,
  cells: Cells,
  value: string,
): { readonly kind: AddressKind; readonly value: string } => {
  const isFrench = by === 'phone' && (provenance.country === 'FR' || onlyOpposes({ rows }, cells));
  return { kind: by, value: isFrench ? frenchNumber(value) : value };
};

const WRITTEN_AS: Readonly<Record<AddressKind | 'fingerprint', RegExp>> = {
  email: /^[^\s@,;|<>]+@[^\s@,;|<>]+\.[^\s@,;|<>]+$/,
  phone: /^\+?\d{9,15}$/,
  fingerprint: /^[0-9a-f]{64}$/i,
};

/** What a cell looks like that holds what the rows of an import are of: an address of their kind, or a fingerprint. */
export const isAddressOf = ({ rows, by }: Pick<ImportTask, 'rows' | 'by'>): ((cell: string) => boolean) => {
  const kind = rows === 'opposition-fingerprints' ? 'fingerprint' : by;
  return (cell) => WRITTEN_AS[kind].test(kind === 'phone' ? cell.replace(SEPARATORS, '') : cell);
};
