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
import { optOutRoundsOf } from '#shared/adapters/dynamodb/feedback/rounds.ts';
import { optOutsClient, optOutsOf } from '#shared/adapters/end-user-messaging/opt-outs.ts';
import type { ListedStopPorts } from '#shared/app/feedback/register-listed-stops.ts';

/** The composition root of what reads the list of opt-outs of AWS. */
type Env = Readonly<
  Record<'TABLE_NAME' | 'FINGERPRINT_SECRET_ID' | 'DATA_SECRET_ID' | 'STAGE' | 'OPT_OUT_LIST', string>
>;

/** What registers who is on it; `undefined`: this stage reads none. */
export const readingOptOuts = async (env: Env): Promise<ListedStopPorts | undefined> =>
  env.OPT_OUT_LIST === 'none'
    ? undefined
    : {
        clock,
        pause,
        fingerprints: await fingerprints(env),
        ledger: ledgerWithoutAddresses(env),
        replyCodes: replyCodes(env),
        advertisers: advertisers(env),
        vetReads: sendReads(env),
        advertiserList: advertiserList(env),
        listedStops: optOutsOf(optOutsClient(), env.OPT_OUT_LIST, 'sms'),
        rounds: optOutRoundsOf(table(env)),
      };
