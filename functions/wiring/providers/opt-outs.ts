import { optOutRoundsOf } from '#shared/adapters/dynamodb/feedback/rounds.ts';
import { optOutsClient, optOutsOf } from '#shared/adapters/end-user-messaging/opt-outs.ts';
import type { ListedStopPorts } from '#shared/app/feedback/register-listed-stops.ts';
import { type ListedEnv, registeringListed } from './listed-ports.ts';

/** The composition root of what reads the list of opt-outs of AWS. */
type Env = ListedEnv & Readonly<Record<'OPT_OUT_LIST', string>>;

/** What registers who is on it; `undefined`: this stage reads none. */
export const readingOptOuts = async (env: Env): Promise<ListedStopPorts | undefined> =>
  env.OPT_OUT_LIST === 'none'
    ? undefined
    : registeringListed(env, optOutsOf(optOutsClient(), env.OPT_OUT_LIST, 'sms'), optOutRoundsOf);
