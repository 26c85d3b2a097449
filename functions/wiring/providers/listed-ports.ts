import { advertiserList } from '#functions/wiring/facts.ts';
import { replyCodes } from '#functions/wiring/workers.ts';
import {
  advertisers,
  clock,
  fingerprints,
  ledgerWithoutAddresses,
  pause,
  sendReads,
  table,
} from '#functions/wiring.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import type { ListedStopPorts } from '#shared/app/feedback/register-listed-stops.ts';

/** What registering who is on a list needs, whoever keeps it. */
export type ListedEnv = Readonly<Record<'TABLE_NAME' | 'FINGERPRINT_SECRET_ID' | 'DATA_SECRET_ID' | 'STAGE', string>>;

/** What registers who is on this list, with its own rounds. */
export const registeringListed = async (
  env: ListedEnv,
  listedStops: ListedStopPorts['listedStops'],
  roundsOf: (table: Table) => ListedStopPorts['rounds'],
): Promise<ListedStopPorts> => ({
  clock,
  pause,
  listedStops,
  rounds: roundsOf(table(env)),
  fingerprints: await fingerprints(env),
  ledger: ledgerWithoutAddresses(env),
  replyCodes: replyCodes(env),
  advertisers: advertisers(env),
  vetReads: sendReads(env),
  advertiserList: advertiserList(env),
});
