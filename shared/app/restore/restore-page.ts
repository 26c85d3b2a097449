import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { JournalEntry } from '#shared/domain/ledger/journal-entry.ts';
import { compareEntry } from './compare-journal.ts';
import type { JournalReader } from './journal.port.ts';
import { replayEntry } from './replay-journal.ts';

/** What an operator asks of the journal, a page at a time. */
export interface RestoreCommand {
  /** False: only compares. */
  readonly apply: boolean;
  /** From the hour of this instant on. Absent: from the first entry. */
  readonly since?: Instant | undefined;
  readonly after?: string | undefined;
  /** The journal, or its copy in a second Region; absent: the journal. */
  readonly from?: 'journal' | 'replica' | undefined;
}

/** Whatever a human must look at: ids alone. */
export interface RestoreFinding extends Pick<JournalEntry, 'advertiserId' | 'contactId' | 'type'> {
  readonly id: string;
  readonly outcome: 'left' | 'missing' | 'unreadable';
}

export interface RestoreReport {
  readonly entries: number;
  readonly replayed: number;
  readonly findings: readonly RestoreFinding[];
  /** Where the next page begins. Absent: this was the last. */
  readonly next?: string | undefined;
}

const PAGE = 100;

type Ports = Parameters<typeof replayEntry>[0] & { readonly journal: JournalReader };

const idOf = (entry: JournalEntry): string => {
  if (entry.type === 'annulment') return entry.recordId;
  return 'id' in entry ? entry.id : entry.consentId;
};

/** Replays a page of the journal, or compares it with the table. The entries of one contact follow one another. */
export const restorePage = async (ports: Ports, command: RestoreCommand): Promise<RestoreReport> => {
  const { entries, next } = await ports.journal.page(command, PAGE);
  const byContact = Map.groupBy(entries, ({ advertiserId, contactId }) => `${advertiserId} ${contactId}`);
  const findings: RestoreFinding[] = [];
  let replayed = 0;
  const look = async (own: readonly JournalEntry[]) => {
    for (const entry of own) {
      const access = admit(entry.advertiserId);
      const outcome = await (command.apply ? replayEntry : compareEntry)(ports, access, entry);
      if (outcome === 'replayed') replayed += 1;
      if (outcome === 'left' || outcome === 'missing' || outcome === 'unreadable') {
        const { advertiserId, contactId, type } = entry;
        findings.push({ advertiserId, contactId, type, id: idOf(entry), outcome });
      }
    }
  };
  await Promise.all([...byContact.values()].map(look));
  return { entries: entries.length, replayed, findings, ...(next === undefined ? {} : { next }) };
};
