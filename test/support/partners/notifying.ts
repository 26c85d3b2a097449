import { ledgerReadsOf } from '#shared/adapters/dynamodb/ledger/contact-events.ts';
import { consentUsesOf, disclosuresOf } from '#shared/adapters/dynamodb/partners/disclosures.ts';
import { partnerNotificationsOf } from '#shared/adapters/dynamodb/partners/partner-notifications.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import type { Clock } from '#shared/app/clock.port.ts';
import type { NotifyingPorts } from '#shared/app/partners/open-notifications.ts';

/** What makes notifications of partners due, on a table. */
export const notifyingOn = (table: Table, clock: Clock): NotifyingPorts => ({
  disclosures: disclosuresOf({ ...table, clock }),
  notifications: partnerNotificationsOf({ ...table, clock }),
  consentUses: consentUsesOf(table),
  ledger: ledgerReadsOf({ ...table, clock }),
});

/** A world that knows no partners. */
export const NO_PARTNERS: NotifyingPorts = {
  disclosures: { of: async () => [] },
  notifications: { open: async () => undefined, get: async () => undefined, replace: async () => true },
  consentUses: { usesOf: async () => undefined },
  ledger: { readStanding: async () => undefined, glimpse: { events: async () => [] } },
};
