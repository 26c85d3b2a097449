import { atMost } from '#shared/domain/at-most.ts';
import type { RowShape } from '#shared/domain/import/layout.ts';
import { oppositionIn, unreadIn } from '#shared/domain/import/opposition-in.ts';
import { type CellsRow, faultOf } from '#shared/domain/job/read-part.ts';
import { inDoubt } from '#shared/domain/job/rejection.ts';
import { canonicalJson, sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { KEY_UNKNOWN_SECONDS, type ListedOpposition } from '#shared/domain/opposition/listed.ts';
import { addSeconds, CLOCKS_DIFFER_SECONDS, millisecondsOf } from '#shared/domain/time/instant.ts';
import type { Later, RowOutcome } from '../jobs/run-job.ts';
import { cellsIn } from './cells-in.ts';
import { type ImportContext, type ImportPorts, timesOf } from './imported-row.ts';
import { lostIn } from './lost-cells.ts';

const AT_ONCE = 32;
const FINGERPRINT = /^[0-9a-f]{64}$/;

/**
 * Puts the key in force. Resolves to the seconds until no process that vets may still not know it, so that whatever is recorded then counts
 * at once; 0: they are over. Whoever said since when it is in force may have another clock.
 */
const secondsUntilKnown = async (
  { oppositionLists, clock }: ImportPorts,
  { access, task }: ImportContext,
): Promise<number> => {
  const keptAt = await oppositionLists.keepKey(access, task.keyId ?? '');
  if (keptAt === undefined) throw new Error('fingerprints without a key');
  const known = addSeconds(keptAt, KEY_UNKNOWN_SECONDS + CLOCKS_DIFFER_SECONDS);
  const wait = millisecondsOf(known) - millisecondsOf(clock.now());
  return wait >= 0 ? Math.floor(wait / 1000) + 1 : 0;
};

/** True where what a row says is listed already: as late, or, without a date, by the same list. */
const isListed = (one: ListedOpposition, said: ListedOpposition): boolean =>
  canonicalJson(one.of) === canonicalJson(said.of) &&
  (said.undatedIn === undefined ? one.occurredAt >= said.occurredAt : one.undatedIn === said.undatedIn);

/**
 * Keeps the oppositions of a list of fingerprints, each for whoever has its address, now or later; a check keeps nothing. Bad dates and
 * scopes are read as in every list of oppositions. Done again for the same job it comes to the same. A commit that comes before its key is
 * known everywhere takes nothing, and comes later.
 */
export const takeFingerprints = async (
  ports: ImportPorts,
  context: ImportContext,
  shape: RowShape,
  rows: readonly CellsRow[],
): Promise<readonly RowOutcome[] | Later> => {
  const { access, job, task } = context;
  const { keyId = '', provenance } = task;
  const laterBySeconds = task.kind === 'import-commit' ? await secondsUntilKnown(ports, context) : 0;
  if (laterBySeconds > 0) return { laterBySeconds };
  return atMost(AT_ONCE, rows, async (row): Promise<RowOutcome> => {
    const fingerprint = (row.cells[0] ?? '').trim().toLowerCase();
    const at = { line: row.line, column: row.columns[0] ?? 1 };
    if (fingerprint === '') return faultOf(row) ?? { ...at, code: 'cell-empty' };
    if (!FINGERPRINT.test(fingerprint)) return { ...at, code: 'value-not-accepted' };
    const cells = cellsIn(row, shape);
    const { of, via, occurredAt } = oppositionIn(cells, timesOf(context));
    const unread = unreadIn(cells, timesOf(context)).map(({ at, because }) => ({
      column: cells[at]?.column ?? 1,
      code: because,
    }));
    const taken = inDoubt(row.line, [...unread, ...lostIn(row)]) ?? 'accepted';
    const undatedIn = sha256OfJson([job.file.sha256, provenance.exportedAt ?? '']);
    const said: ListedOpposition = {
      of,
      via,
      occurredAt: occurredAt ?? job.createdAt,
      recordedAt: ports.clock.now(),
      ...(occurredAt === undefined && { undatedIn }),
      source: provenance.source,
      jobId: job.jobId,
      line: row.line,
    };
    const listed = await ports.oppositionLists.find(access, { keyId, fingerprint });
    const known = listed.find((one) => isListed(one, said));
    if (known !== undefined) return known.jobId === job.jobId ? taken : 'repeated';
    if (task.kind === 'import-commit') await ports.oppositionLists.keep(access, { keyId, fingerprint }, said);
    return taken;
  });
};
