import type { FormerEvent, FormerEvents } from '#shared/app/retention/former-events.port.ts';
import type { KeptProof, ProofReader } from '#shared/app/retention/proof-archive.port.ts';
import { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { FORMER_EVENTS } from './retention-keys.ts';

const formerEvent = ({ facts, until }: KeptProof): FormerEvent => ({
  event: readable(() => readStored(LedgerEvent, facts.event)),
  until,
});

/** Former events by what reads the archive. */
export const formerEventsOf = (proofs: Pick<ProofReader, 'page'>): FormerEvents => ({
  page: async (access, contactId, { limit, after }) => {
    // Nothing follows what is no position: the table would refuse it as a mistake.
    if (after !== undefined && !after.startsWith(FORMER_EVENTS)) return { items: [] };
    const found = await proofs.page(access, contactId, { beginning: FORMER_EVENTS, after, limit });
    return { items: found.proofs.map(formerEvent), next: found.next };
  },
  all: async (access, contactId) => {
    const events: LedgerEvent[] = [];
    let after: string | undefined;
    do {
      const { proofs: some, next } = await proofs.page(access, contactId, { beginning: FORMER_EVENTS, after });
      events.push(...some.map((each) => formerEvent(each).event));
      after = next;
    } while (after !== undefined);
    return events;
  },
});
