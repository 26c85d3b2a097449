import type { Client } from '#tools/api-client.ts';
import { verdictOn } from '../ask.ts';
import { finalBytes } from '../final-bytes.ts';
import { outcomeOf } from '../judge.ts';
import { inquiryOf } from '../requests.ts';
import type { World } from '../world.ts';
import { type AskedAgain, isSentHere, sent } from './sent.ts';

/** Allowed once more when its very bytes are read, as another system would send them. */
const withBytes = async (client: Client, world: World): Promise<AskedAgain> => {
  const given = await verdictOn(client, inquiryOf({ ...world, bytes: finalBytes(world) }));
  const isAllowed = given.outcome === 'allow';
  return { how: 'with its final bytes', given: outcomeOf(given), codes: given.codes, isAllowed };
};

/** An allow in every other way that its channel has: with final bytes, and through a real send, where it is sent here. */
export const askedAgain = async (client: Client, console: string, world: World): Promise<readonly AskedAgain[]> => {
  const first = world.bytes === undefined ? [await withBytes(client, world)] : [];
  return isSentHere(world) ? [...first, await sent(client, console, world)] : first;
};
