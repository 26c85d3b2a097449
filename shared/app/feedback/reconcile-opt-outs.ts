import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost, settleAtMost } from '#shared/domain/at-most.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { sha256Of, sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { OPTED_OUT } from '#shared/domain/opposition/opted-out.ts';
import { familyOpposed } from '#shared/domain/opposition/same-act.ts';
import { earlier } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import type { Fingerprints } from '../contacts/fingerprints.port.ts';
import { withContact } from '../contacts/with-contact.ts';
import type { AdvertiserList } from '../oppositions/advertiser-list.port.ts';
import { registerOpposition } from '../oppositions/register-opposition.ts';
import type { Pause } from '../pause.port.ts';
import type { Ledger } from '../records/ledger.port.ts';
import type { VetReads } from '../verdicts/vet-reads.port.ts';
import { isOpposed, takingBack } from './mend-suppression.ts';
import type { OptOut, OptOuts, TakenOff } from './opt-outs.port.ts';
import type { Rounds } from './suppressions.port.ts';
import { isWelcome, type KnownNumber, knownAt, meantIn } from './whose-opt-out.ts';

export interface OptOutPorts {
  readonly clock: Clock;
  readonly pause: Pause;
  readonly fingerprints: Fingerprints;
  readonly ledger: Ledger;
  readonly vetReads: VetReads;
  readonly advertiserList: AdvertiserList;
  readonly optOuts: OptOuts;
  /** Of this list; `from` is its next page. */
  readonly rounds: Rounds;
}

/** What a run found. */
export interface ReconciledOptOuts {
  /** Oppositions that were not known before. */
  readonly learned: number;
  /** Numbers that were taken off, since their person agreed again. */
  readonly removed: number;
  /** Those that the provider does not take off now. */
  readonly kept: number;
  /** The first thing that kept a row from being looked at, or the list from being read. */
  readonly failure?: unknown;
}

const ADVERTISERS_AT_ONCE = 20;
const ROWS_AT_ONCE = 4;
/** The list is read once a second, and ten numbers are taken off (AWS End User Messaging SMS, "Quotas"). */
const BETWEEN_PAGES_MS = 1_100;
const BETWEEN_REMOVALS_MS = 150;

/** False where it was known, or was taken back since. */
const opposeAt = async (
  ports: OptOutPorts,
  { access, standing }: KnownNumber,
  { phone, at }: OptOut,
): Promise<boolean> => {
  const { channel } = ports.optOuts;
  if (
    standing !== undefined &&
    (isOpposed(standing, { channel, at }) || takingBack(standing, { channel, at }).length > 0)
  )
    return false;
  return withContact(ports.fingerprints, access, { kind: 'phone', value: phone }, async ({ contactId, otherIds }) => {
    const act = sha256Of(`opt-out/${contactId}/${at}`);
    const before = ports.clock.now();
    const { recordedAt } = await registerOpposition(ports, {
      access,
      contactId,
      otherIds,
      addressKind: 'phone',
      of: familyOpposed(channel),
      via: 'provider-complaint',
      // A clock that is ahead of ours dates no act into our future.
      occurredAt: earlier(at, before),
      requestId: act,
      bodySha256: act,
      // Relational texts carry the same code.
      coversRelational: true,
      evidence: { sha256: sha256OfJson({ contactId, at, answer: OPTED_OUT }), reference: OPTED_OUT },
      actor: { by: 'provider' },
    });
    return recordedAt >= before;
  });
};

/** What one row led to. */
interface Mended {
  readonly learned: number;
  /** Its person may be written to again by somebody. */
  readonly isWelcome: boolean;
}

const mend = async (ports: OptOutPorts, row: OptOut): Promise<Mended> => {
  const advertisers = (await ports.advertiserList.all()).map(admit);
  const all = await atMost(ADVERTISERS_AT_ONCE, advertisers, (access) => knownAt(ports, access, row));
  const listed = { channel: ports.optOuts.channel, at: row.at };
  let learned = 0;
  for (const each of meantIn(all)) if (await opposeAt(ports, each, row)) learned += 1;
  return { learned, isWelcome: all.some((each) => isWelcome(each, listed)) };
};

const count = (all: readonly TakenOff[], what: TakenOff): number => all.filter((each) => each === what).length;

/** One page: its oppositions first, then what may go. */
const mendPage = async (ports: OptOutPorts, rows: readonly OptOut[]) => {
  const settled = await settleAtMost(ROWS_AT_ONCE, rows, (row) => mend(ports, row));
  let failed = settled.find((each) => each.status === 'rejected')?.reason;
  const taken: TakenOff[] = [];
  for (const [index, each] of settled.entries()) {
    const row = rows[index];
    if (each.status === 'rejected' || row === undefined || !each.value.isWelcome) continue;
    try {
      taken.push(await ports.optOuts.remove(row.phone));
    } catch (error) {
      failed ??= error;
    }
    await ports.pause(BETWEEN_REMOVALS_MS);
  }
  const learned = settled.reduce((sum, each) => sum + (each.status === 'fulfilled' ? each.value.learned : 0), 0);
  return { learned, removed: count(taken, 'removed'), kept: count(taken, 'not-now'), failed };
};

/**
 * Once a day, goes through the list that a provider keeps of numbers to which it sends nothing, a page at a time, and makes it and the ledger say the same. A number that is not opposed here is, at the
 * last advertiser that wrote to it before it came on the list, since then, once; one whose person agreed again after that, and has not said no since, is taken off. No opposition is lifted, and nobody is put on the list:
 * it would keep a person from the code by which they see what is held of them. How far it is is stored after each page; where a row could not be done the list is read again by the next run.
 */
export const reconcileOptOuts = async (ports: OptOutPorts, hasTime: () => boolean): Promise<ReconciledOptOuts> => {
  const day = ports.clock.now().slice(0, 10);
  const stored = await ports.rounds.read();
  const found = { learned: 0, removed: 0, kept: 0 };
  if (stored?.day === day && stored.isWhole) return found;
  let from = stored?.day === day ? stored.from : undefined;
  let failure: unknown;
  do {
    if (!hasTime()) return { ...found, failure };
    const page = await ports.optOuts.page(from);
    const { failed, learned, removed, kept } = await mendPage(ports, page.entries);
    found.learned += learned;
    found.removed += removed;
    found.kept += kept;
    failure ??= failed ?? (page.unreadable > 0 ? dependencyUnavailable('A row of the list of opt-outs') : undefined);
    from = page.next;
    const next = from === undefined ? {} : { from };
    await ports.rounds.store({ day, ...next, isWhole: from === undefined && failure === undefined });
    await ports.pause(BETWEEN_PAGES_MS);
  } while (from !== undefined);
  return { ...found, ...(failure === undefined ? {} : { failure }) };
};
