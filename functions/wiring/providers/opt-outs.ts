import { advertiserList } from '#functions/wiring/facts.ts';
import { clock, fingerprints, ledgerWithoutAddresses, pause, sendReads, table } from '#functions/wiring.ts';
import { optOutRoundsOf } from '#shared/adapters/dynamodb/feedback/rounds.ts';
import { optOutsClient, optOutsOf } from '#shared/adapters/end-user-messaging/opt-outs.ts';
import type { OptOutPorts } from '#shared/app/feedback/reconcile-opt-outs.ts';

/** The composition root of what makes the list of opt-outs of AWS and the ledger say the same. */
type Env = Readonly<
  Record<'TABLE_NAME' | 'FINGERPRINT_SECRET_ID' | 'DATA_SECRET_ID' | 'STAGE' | 'OPT_OUT_LIST', string>
>;

/** `undefined`: this stage reads none. */
export const reconcilingOptOuts = async (env: Env): Promise<OptOutPorts | undefined> =>
  env.OPT_OUT_LIST === 'none'
    ? undefined
    : {
        clock,
        pause,
        fingerprints: await fingerprints(env),
        ledger: ledgerWithoutAddresses(env),
        vetReads: sendReads(env),
        advertiserList: advertiserList(env),
        optOuts: optOutsOf(optOutsClient(), env.OPT_OUT_LIST, 'sms'),
        rounds: optOutRoundsOf(table(env)),
      };
