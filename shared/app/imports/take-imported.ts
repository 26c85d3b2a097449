import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { dependencyUnavailable, Failure, type FailureCode } from '#shared/domain/failure.ts';
import { isRefused, NOT_KNOWN, type Refused, textIn } from '#shared/domain/import/cells.ts';
import type { ImportKind, ImportTask } from '#shared/domain/import/import.ts';
import type { RowShape } from '#shared/domain/import/layout.ts';
import { shapeOf } from '#shared/domain/import/layouts.ts';
import { addressIn } from '#shared/domain/import/numbers.ts';
import { unreadIn } from '#shared/domain/import/opposition-in.ts';
import { isMonthFirst } from '#shared/domain/import/times.ts';
import { type CellsRow, faultOf } from '#shared/domain/job/read-part.ts';
import {
  inDoubt,
  NOT_UNDERSTOOD,
  type Rejection,
  type RejectionCode,
  SUPPORTS_NOTHING,
} from '#shared/domain/job/rejection.ts';
import { isKeyAway } from '#shared/domain/unreadable.ts';
import { contactOf } from '../contacts/contact-of.ts';
import type { RowOutcome, TakeRows } from '../jobs/run-job.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { takeBatch } from '../records/take-batch.ts';
import { cellsIn } from './cells-in.ts';
import { type ImportContext, type ImportedRow, type ImportPorts, type RecordRow, timesOf } from './imported-row.ts';
import { lostIn } from './lost-cells.ts';
import { recordConsentRow, recordSaleRow } from './record-basis-row.ts';
import { recordOppositionRow } from './record-opposition-row.ts';
import { recordActivityRow, recordBounceRow } from './record-other-row.ts';
import { takeFingerprints } from './take-fingerprints.ts';

const RECORDS: Readonly<Record<Exclude<ImportKind, 'opposition-fingerprints'>, RecordRow>> = {
  oppositions: recordOppositionRow,
  'bounces-and-complaints': recordBounceRow,
  sales: recordSaleRow,
  consents: recordConsentRow,
  activities: recordActivityRow,
};

/** A ledger that writes nothing: whoever appends to it finds out what would come of it. */
export const ledgerOfCheck = (ledger: Ledger): Ledger => ({ ...ledger, append: async () => 'written' });

/** While several keys are known, each address is looked up. */
const READS_AT_ONCE = 32;

/** What a cell is that holds no address of its kind. */
const NO_ADDRESS: Readonly<Record<ImportTask['by'], RejectionCode>> = {
  email: 'not-an-email',
  phone: 'not-a-phone',
};

/** What a failure says of the row whose it is. */
const CODE_OF: Partial<Readonly<Record<FailureCode, RejectionCode>>> = {
  'contact-erased': 'erased',
  'standing-full': 'contact-full',
  'stored-unreadable': 'contact-unreadable',
};

/** The column in which a row has what is called so; that of its address where it has none. */
const columnIn = ({ columns }: CellsRow, shape: RowShape, name: string): number => {
  const column = columns[shape.columns.findIndex((each) => each.name === name)] ?? 0;
  return column === 0 ? (columns[0] ?? 1) : column;
};

/** Kinds of rows that are recorded whatever of them cannot be read. */
const TAKEN_IN_DOUBT: readonly ImportKind[] = ['oppositions', 'bounces-and-complaints'];

/** What forbids to write is taken where its address can be read, whatever else of the row cannot: also what a sale says of it (P2). */
const mayForbid = ({ rows }: ImportTask, { cells }: CellsRow, shape: RowShape | undefined): boolean => {
  const refused = cells[shape?.columns.findIndex(({ name }) => name === 'refused') ?? -1] ?? '';
  return cells[0] !== '' && (TAKEN_IN_DOUBT.includes(rows) || (rows === 'sales' && refused !== ''));
};

/** The contact of a row and what it says, or why it is not taken. */
const readRow = async (
  ports: ImportPorts,
  { access, task }: ImportContext,
  row: CellsRow,
): Promise<ImportedRow | Rejection> => {
  const shape = shapeOf(task);
  const [value = ''] = row.cells;
  const at = { line: row.line, column: row.columns[0] ?? 1 };
  const fault = faultOf(row);
  if (fault !== undefined && !mayForbid(task, row, shape)) return fault;
  if (shape === undefined || value === '') return { ...at, code: 'cell-empty' };
  const written = cellsIn(row, shape);
  const cells = shape.into?.(written) ?? written;
  if (isRefused(cells)) return { line: row.line, column: columnIn(row, shape, cells.at), code: cells.because };
  const address = addressIn(task, cells, textIn(cells, 'address') ?? value);
  try {
    return {
      line: row.line,
      address,
      contact: await contactOf(ports.fingerprints, access, address),
      cells,
      fault,
      lost: lostIn(row),
    };
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'invalid-request')) throw error;
    return { ...at, code: NO_ADDRESS[task.by] };
  }
};

type Outcome = Awaited<ReturnType<RecordRow>>;

/** The fault of a row whose facts the use case refuses, as a caller of the API would be refused. */
const ofFailure = (failure: Failure, at: Omit<Rejection, 'code'>): RowOutcome => {
  if (failure.code === 'idempotency-key-reused') return 'repeated';
  return { ...at, code: CODE_OF[failure.code] ?? 'value-not-accepted' };
};

const ofOutcome = (outcome: Exclude<Outcome, Refused>, at: Omit<Rejection, 'code'>): RowOutcome => {
  if (outcome === 'unusable') return { ...at, code: SUPPORTS_NOTHING };
  return outcome === 'recorded' ? 'accepted' : 'repeated';
};

/** The cells of a recorded row of which not all is known. `undefined`: there is none. */
const doubtsOf = (context: ImportContext, { line, cells, lost }: ImportedRow): Rejection | undefined => {
  const unknown = cells[NOT_KNOWN];
  const word = unknown === undefined ? [] : [{ column: unknown.column, code: NOT_UNDERSTOOD } as const];
  const unread = TAKEN_IN_DOUBT.includes(context.task.rows) ? unreadIn(cells, timesOf(context)) : [];
  return inDoubt(line, [
    ...word,
    ...unread.map(({ at, because }) => ({ column: cells[at]?.column ?? 1, code: because })),
    ...lost,
  ]);
};

/** What came of a row: a fault or doubt that was read in it, or what recording it answered, as the row is said to be at fault. */
const outcomeOfRow = (
  context: ImportContext,
  row: ImportedRow,
  outcome: Outcome | Failure,
  { original, shape }: { readonly original: CellsRow; readonly shape: RowShape },
): RowOutcome => {
  const at = { line: row.line, column: original.columns[0] ?? 1 };
  const isTaken = TAKEN_IN_DOUBT.includes(context.task.rows) && !isRefused(outcome);
  if (row.fault !== undefined && !isTaken) return row.fault;
  if (outcome instanceof Failure) return ofFailure(outcome, at);
  const doubts = outcome === 'recorded' ? doubtsOf(context, row) : undefined;
  if (doubts !== undefined) return doubts;
  if (!isRefused(outcome)) return ofOutcome(outcome, at);
  return { line: row.line, column: columnIn(original, shape, outcome.at), code: outcome.because };
};

/** A row whose contact is whole waits for its key: a human who repairs it would find nothing. */
const orWait = (error: unknown): never => {
  throw isKeyAway(error) ? dependencyUnavailable('What opens keys', error) : error;
};

/** Does with rows what an import is for; with a ledger that writes nothing it finds out what would come of them. */
export const takeImported =
  (ports: ImportPorts): TakeRows =>
  async (access: AdvertiserAccess, job, rows) => {
    const { task } = job;
    if (task.kind === 'audience-list') throw new Error('no import');
    const isOrderUnknown = rows.some(({ cells }) => cells.some(isMonthFirst));
    const context = { access, job, task, ...(isOrderUnknown && { isOrderUnknown: true as const }) };
    const shape = shapeOf(task);
    if (shape !== undefined && task.rows === 'opposition-fingerprints')
      return takeFingerprints(ports, context, shape, rows);
    if (task.rows === 'opposition-fingerprints') throw new Error('no such rows');
    const record = RECORDS[task.rows];
    const read = await atMost(READS_AT_ONCE, rows, (row) => readRow(ports, context, row));
    const known = read.filter((row) => 'contact' in row);
    // What a part leaves undone is done again with it: no row is kept from being tried for want of time.
    const outcomes = await takeBatch(
      known,
      () => Number.POSITIVE_INFINITY,
      (row) => record(ports, context, row).catch(orWait),
    );
    const outcomeOf = new Map(known.map((row, index) => [row, outcomes[index]]));
    return read.map((row, index): RowOutcome => {
      if (!('contact' in row)) return row;
      const outcome = outcomeOf.get(row);
      const original = rows[index];
      if (outcome === undefined || original === undefined || shape === undefined) throw new Error('a row was lost');
      return outcomeOfRow(context, row, outcome, { original, shape });
    });
  };
