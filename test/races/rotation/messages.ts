import { opposeByLink } from '#shared/app/oppositions/oppose-by-link.ts';
import { messageIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { addDays, monthOf } from '#shared/domain/time/instant.ts';
import { ADVERTISER_ID, sha256 } from '../../support/builders.ts';
import { type Answered, access, type Happens, named } from './happens.ts';
import type { Process } from './world.ts';

/** A message is accepted, also to an address that is no contact, and its link is made by the process that sends it. */
export const written = async ({ by, answered, address, number }: Happens): Promise<void> => {
  const { contactId } = await by.fingerprints.find(access, named(address));
  const messageId = messageIdOf(`message-${number}`);
  const at = by.clock.now();
  const message = {
    advertiserId: ADVERTISER_ID,
    messageId,
    contactId,
    channel: 'email' as const,
    purpose: 'own-offers' as const,
    offerCategory: 'wine',
    contentSha256: sha256('2'),
    acceptedAt: at,
    validUntil: addDays(at, 3),
    status: 'accepted' as const,
    claimMonth: monthOf(at),
  };
  await by.messages.accept(access, [
    { message, secrets: { address, mergeValues: { n: String(number) } }, bodySha256: sha256('3') },
  ]);
  answered.messages.push({ messageId, address });
  answered.links.push({ token: by.tokens.mint(message), address });
};

/** A reader stops it by the link of a message that was claimed, or not yet. */
export const clicked = async ({ world, by, answered }: Happens): Promise<void> => {
  const one = answered.links[Math.floor(world.draw() * answered.links.length)];
  if (one === undefined) return;
  const link = by.tokens.read(one.token);
  if (link === undefined) {
    answered.wrong.push('a link is dead');
    return;
  }
  const said = { isOneClick: false, everything: false, receivedSha256: sha256('4') };
  await opposeByLink(by, { access, link, ...said });
  answered.opposed.add(one.address);
  answered.stopped.add(link.contactId);
};

const drawn = ({ world, answered }: Happens) => answered.messages[Math.floor(world.draw() * answered.messages.length)];

/** What is said of a message that was taken up: its claim stays under the name that it was accepted with. */
export const claimed = async (happens: Happens): Promise<void> => {
  const { by, number } = happens;
  const one = drawn(happens);
  const stored = one && (await by.messages.getWithSecrets(access, one.messageId));
  if (stored === undefined) return;
  const { contactId, channel, claimMonth: month, messageId } = stored.message;
  const { sends } = await by.vetReads.read(access, contactId, by.clock.now());
  const revision = sends.find((each) => each.month === month && each.channel === channel)?.revision ?? 0;
  const entry = { messageId, claimedAt: by.clock.now(), claimToken: `claim-${number}` };
  await by.claims.claim(access, contactId, { month, channel, revision }, entry);
};

/** What a worker does up to the hand-off: reads the message, and whom it is to. */
export const sent = async (happens: Happens): Promise<void> => {
  const { by, answered } = happens;
  const one = drawn(happens);
  if (one === undefined) return;
  const wasOpposed = answered.opposed.has(one.address);
  const stopped = new Set(answered.stopped);
  const stored = await by.messages.getWithSecrets(access, one.messageId);
  if (stored?.secrets.address !== one.address) answered.wrong.push('an address cannot be read');
  if (stored === undefined) return;
  const { contactId: accepted } = stored.message;
  // To who is no contact a message that promotes has no basis: one that does not is stopped by the links of that name.
  const { standing } = await by.vetReads.read(access, accepted, by.clock.now());
  await handOff(by, answered, accepted, stopped.has(accepted) || (wasOpposed && standing !== undefined));
  const { contactId } = await by.fingerprints.find(access, named(one.address));
  await handOff(by, answered, contactId, wasOpposed);
};

const handOff = async (by: Process, answered: Answered, contactId: ContactId, wasOpposed: boolean): Promise<void> => {
  const { standing } = await by.vetReads.read(access, contactId, by.clock.now());
  if (wasOpposed && (standing?.oppositions ?? []).length === 0) answered.wrong.push('sent to who had opposed');
};
