import type { Aval } from '#tools/start/aval.ts';
import { type ApiCaller, agree, ask, type Contact } from '../../../journeys/send-path-api.ts';

/** The advertiser of `setUp`. */
export const ADVERTISER = 'maison-valmy';

/** Something that a journey looked at is not as it should be. */
class NotAsItShould extends Error {}
/** Throws `NotAsItShould` with a sentence. */
export const must = (is: boolean, sentence: string): void => {
  if (!is) throw new NotAsItShould(sentence);
};

/** A running stack, and who calls its API. */
export interface World {
  readonly stack: Aval;
  readonly api: ApiCaller;
}

/** Asks for a message; resolves to its state and the code of its reason. */
export const verdictOf = async ({ stack, api }: World, contact: Contact): Promise<string> => {
  const id = await ask(api, contact);
  await stack.idle();
  const { status, verdict } = await api.get(`/v1/messages/${id}?advertiserId=${ADVERTISER}`);
  return `${status} ${(verdict as { reasons: readonly { code: string }[] }).reasons[0]?.code}`;
};

/** A mail that left, to somebody who agreed. */
export const aMail = async (world: World, email: string) => {
  await agree(world.api, { email });
  const said = await verdictOf(world, { email });
  const mail = world.stack.inbox().findLast(({ to }) => to === email);
  if (said !== 'sent OK_CONSENT' || mail === undefined) throw new NotAsItShould(`a mail to who agreed: ${said}`);
  return mail;
};

/** The next message is refused, since this person opposed. */
export const isRefused = async (world: World, contact: Contact, after: string): Promise<void> => {
  const said = await verdictOf(world, contact);
  must(said.startsWith('refused OPPOSED'), `a message after ${after}: ${said}`);
};
