import { withRecipients } from '#shared/adapters/dynamodb/campaigns/recipients/recipients.ts';
import { runFeedbackOf } from '#shared/adapters/dynamodb/campaigns/runs/run-feedback.ts';
import { type Key, MESSAGE_INDEXES, sendsKey } from '#shared/adapters/dynamodb/keys.ts';
import { handOffsOf } from '#shared/adapters/dynamodb/messages/hand-offs.ts';
import { auditHandOffs } from '#shared/app/audit/audit-hand-offs.ts';
import { applyEmailFeedback } from '#shared/app/feedback/apply-email-feedback.ts';
import { type RunName, recipientMessageIdOf } from '#shared/domain/campaign/names.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { monthOf } from '#shared/domain/time/instant.ts';
import { bytesOf } from '#test/fuzz/store/limits.ts';
import type { Command } from '#test/fuzz/store/memory-client.ts';
import type { MemoryTable } from '#test/fuzz/store/memory-table.ts';
import { noPause, oneKey } from '#test/support/aws.ts';
import type { Listed } from '#test/support/campaigns/campaign-world.ts';
import type { SendWorld } from '#test/support/send-world.ts';
import { entryOf, meterOf, unitsOf } from './metered.ts';

/** What follows a mail that left. */
export interface Afterwards {
  /** SES says once that it took it: units, and calls of the table. */
  readonly report: { readonly readUnits: number; readonly writeUnits: number; readonly tableCalls: number };
  /** One look of the audit of hand-offs at it. */
  readonly look: { readonly readUnits: number; readonly tableCalls: number };
}

/** Recipients of whom SES reports, and who are audited; what each costs hangs on no size. */
const SAMPLE = 500;
/** Entries of the index that the audit reads at once, each of so many bytes, eventually consistent. */
const PAGE = 100;
const PAGE_UNITS = (bytes: number) => unitsOf(PAGE * bytes) / 2 / PAGE;

interface Left {
  readonly world: SendWorld;
  readonly memory: MemoryTable;
  readonly send: (command: Command) => Promise<unknown>;
  readonly run: RunName;
  readonly contacts: readonly Listed[];
}

const keysOf = ({ pk, sk }: Key): [string, string] => [pk, sk];

/** Applies a report of SES to each of the first recipients, and looks at them once as the audit does. */
export const afterwards = async ({ world, memory, send, run, contacts }: Left): Promise<Afterwards> => {
  const over = () => {
    const meter = meterOf(memory, send);
    const table = { ...world.table, client: { ...world.table.client, send: meter.send } as never };
    const ports = world.portsOn(table);
    return { meter, table, ports: { ...ports, messages: withRecipients(table, ports.messages) } };
  };
  const { access, clock, templates, reviews, ledger } = world;
  const reporting = over();
  const runFeedback = runFeedbackOf({ ...reporting.table, clock });
  const own = {
    ledger,
    clock,
    templates,
    reviews,
    pause: noPause,
    sameAddress: oneKey,
    senderSeconds: 60,
    runFeedback,
  };
  const reported = contacts.slice(0, SAMPLE);
  for (const { contactId } of reported) {
    const messageId = recipientMessageIdOf(run, contactId);
    const of = { advertiserId: access.advertiserId, messageId, contactId };
    const report = { providerMessageId: 'ses', takenAt: clock.now(), report: { kind: 'taken' } } as const;
    await applyEmailFeedback({ ...reporting.ports, ...own }, { ...of, ...report });
  }
  const auditing = over();
  const { advertiserId } = access;
  const month = monthOf(clock.now());
  const looked = reported.map(({ contactId }) => ({ advertiserId, contactId, month, channel: 'email' as const }));
  // Of an index in memory each page looks at all items: the audit is given what it would find there.
  const lists = [looked];
  const handedOffIn = () =>
    lists.splice(0).map(async function* (list) {
      yield list;
    });
  const handOffs = { ...handOffsOf(auditing.table, { all: async () => [] }), handedOffIn };
  const { count, isWhole } = await auditHandOffs({ ...auditing.ports, handOffs }, () => true);
  if (!isWhole || count !== looked.length) throw new Error(`${count} of ${looked.length} were audited`);
  const per = (sum: number) => sum / reported.length;
  const sends = memory.get(...keysOf(sendsKey(access, reported[0]?.contactId as ContactId, month, 'email')));
  const { meter } = reporting;
  return {
    report: {
      readUnits: per(meter.reads()),
      writeUnits: per(meter.writes() + meter.indexWrites()),
      tableCalls: per(meter.calls()),
    },
    look: {
      readUnits: per(auditing.meter.reads()) + PAGE_UNITS(bytesOf(entryOf(sends, MESSAGE_INDEXES.day.attribute) ?? {})),
      tableCalls: per(auditing.meter.calls()),
    },
  };
};
