import type { Client } from '#tools/api-client.ts';
import { verdictsOn } from '../ask.ts';
import { finalBytes } from '../final-bytes.ts';
import { question } from '../requests.ts';
import { type Fields, SECOND_SENDERS, type World } from '../world.ts';

/** A lawful message that looks like a forged one: to refuse it would be as wrong as to let the forged one go. */
export interface Twin {
  readonly field: string;
  readonly looksLike: string;
  readonly given: string;
  readonly codes: readonly string[];
  readonly isAllowed: boolean;
}

interface LookAlike {
  readonly field: string;
  readonly looksLike: string;
  readonly message: Fields;
}

/** By another sender of the advertiser, whose name is as near to the first as that of a stranger. */
const bySecondSender = (world: World): LookAlike => {
  const sender = SECOND_SENDERS[world.facts.channel];
  const bytes = finalBytes(world, { sender });
  return { field: 'sender', looksLike: 'a stranger’s sender', message: { ...question(world), sender, bytes } };
};

/** A subject that begins as a reply does, and is none. */
const ofSubject = (world: World): LookAlike[] => {
  if (world.facts.channel !== 'email' || world.template !== undefined) return [];
  const subject = 'Réponses à vos questions : semer au printemps';
  const message = { ...question(world), subject, bytes: finalBytes(world, { subject }) };
  return [{ field: 'subject, bytes', looksLike: 'a reply that never was', message }];
};

/** The look-alikes of a message: one by sender on every channel, one by subject where it has one. */
const lookAlikesOf = (world: World): readonly LookAlike[] => [bySecondSender(world), ...ofSubject(world)];

/** Asks about each look-alike of an allowed message, with its final bytes. */
export const twinsOf = async (caller: Client, world: World): Promise<readonly Twin[]> => {
  const all = lookAlikesOf(world);
  const given = await verdictsOn(
    caller,
    world.identity.advertiserId,
    all.map(({ message }) => message),
  );
  return all.map(({ field, looksLike }, index) => {
    const { outcome = 'error', codes = [] } = given[index] ?? {};
    return { field, looksLike, given: outcome, codes, isAllowed: outcome === 'allow' };
  });
};
