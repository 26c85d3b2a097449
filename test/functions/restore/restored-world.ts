import { randomBytes } from 'node:crypto';
import { CreateTableCommand, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import { haltsOf, handOffHaltsOf } from '#shared/adapters/dynamodb/halts.ts';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { changeOf } from '#shared/adapters/dynamodb/stream-change.ts';
import type { Image, Table } from '#shared/adapters/dynamodb/table.ts';
import { journalOf, journalReaderOf } from '#shared/adapters/s3/journal.ts';
import { changeHalts } from '#shared/app/halts/change-halts.ts';
import { haltReport } from '#shared/app/halts/halt-report.ts';
import { publishChange } from '#shared/app/outbox/publish-change.ts';
import type { Ledger } from '#shared/app/records/ledger.port.ts';
import type { Journal, JournalReader } from '#shared/app/restore/journal.port.ts';
import { restorePage } from '#shared/app/restore/restore-page.ts';
import type { SendPorts } from '#shared/app/send/send-ports.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addYears } from '#shared/domain/time/instant.ts';
import { freshBucket, noPause, tableInput, testVault } from '#test/support/aws.ts';
import { notifyingOn } from '#test/support/partners/notifying.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';
import type { AskHalts } from '../../../cli/commands/halt.ts';
import { runRestore } from '../../../cli/commands/restore.ts';

/** A copy of the table as it was, adopted by the deployment in its place. */
interface Restored {
  readonly table: Table;
  readonly ledger: Ledger;
  /** Of the sender, on this table. */
  readonly ports: SendPorts;
  /** `aval restore`, over these functions. Resolves to its exit code and what it printed. */
  restore(asked: {
    readonly apply?: boolean;
    readonly resume?: boolean;
    readonly since?: Instant;
    readonly journal?: JournalReader;
    readonly ledger?: Ledger;
  }): Promise<{ readonly code: number; readonly printed: string }>;
}

/** A deployment whose outbox keeps the journal, and what it is restored from. */
export interface RestoredWorld {
  readonly world: SendWorld;
  readonly journal: Journal & JournalReader;
  /** What the outbox does with every event that the ledger has now; it brings them again each time. */
  streamAll(of?: Table): Promise<void>;
  /** The table as it is now, elsewhere. */
  copy(restoredTo?: Instant): Promise<Restored>;
  close(): Promise<void>;
}

const itemsOf = async ({ client, tableName }: Table): Promise<readonly Image[]> =>
  (await client.send(new ScanCommand({ TableName: tableName, ConsistentRead: true }))).Items ?? [];

export const restoredWorld = async (): Promise<RestoredWorld> => {
  const world = await startSendWorld(inject('dynamoDbUrl'));
  const { client, bucket, stop } = await freshBucket();
  const journal = { ...journalOf(client, bucket), ...journalReaderOf(client, bucket) };
  const queueAndBus = { sendQueue: { put: async () => undefined }, bus: { publish: async () => undefined } };

  const restored = (table: Table, restoredTo: Instant | undefined): Restored => {
    const ledger = ledgerOf({
      ...table,
      vault: testVault(),
      clock: world.clock,
      expiryOf: async () => addYears(world.clock.now(), 3),
    });
    const halts = haltsOf(table);
    const askHalts: AskHalts = async ({ change }) => {
      const inForce =
        change === undefined ? await halts.read() : (await changeHalts({ halts, clock: world.clock }, change)).halts;
      return haltReport(inForce, { table: table.tableName, isAdopted: true });
    };
    return {
      table,
      ledger,
      ports: { ...world.portsOn(table), halts: handOffHaltsOf(table, { name: table.tableName, restoredTo }) },
      restore: async ({ apply = false, resume = false, since, journal: from = journal, ledger: onto = ledger }) => {
        const lines: string[] = [];
        const ports = { ledger: onto, clock: world.clock, pause: noPause, journal: from };
        const actor = resume ? { by: 'Claire Petit', why: 'Table restaurée.' } : undefined;
        const code = await runRestore(
          { journal: (command) => restorePage(ports, command), halts: askHalts },
          { apply, since, actor },
          (text) => void lines.push(text),
        );
        return { code, printed: lines.join('') };
      },
    };
  };

  return {
    world,
    journal,
    streamAll: async (of = world.table) => {
      for (const NewImage of await itemsOf(of)) {
        const change = changeOf({ eventName: 'INSERT', dynamodb: { NewImage } });
        if (change !== undefined)
          await publishChange({ ...queueAndBus, journal, partners: notifyingOn(of, world.clock) }, change);
      }
    },
    copy: async (restoredTo) => {
      const tableName = `restored-${randomBytes(6).toString('hex')}`;
      const table = { ...world.table, tableName };
      await table.client.send(new CreateTableCommand(tableInput(tableName)));
      const items = await itemsOf(world.table);
      await Promise.all(items.map((Item) => table.client.send(new PutItemCommand({ TableName: tableName, Item }))));
      return restored(table, restoredTo);
    },
    close: async () => {
      await world.close();
      client.destroy();
      await stop();
    },
  };
};
