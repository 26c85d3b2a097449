import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { opposeByAddress } from '#shared/app/oppositions/oppose-by-address.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { recordActivity } from '#shared/app/records/record-activity.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { messageIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { ContactId, MessageId } from '#shared/domain/ids.ts';
import { addDays, monthOf } from '#shared/domain/time/instant.ts';
import { runRotateKeys } from '../../../cli/commands/rotate-keys.ts';
import { ADVERTISER_ID, sha256 } from '../../support/builders.ts';
import { type Planted, type Process, type RotationWorld, rotationWorld } from './world.ts';

export const access = admit(ADVERTISER_ID);
const actor = { by: 'system' } as const;
const PEOPLE = 4;

/** What was answered to callers: all that the judge goes by. */
interface Answered {
  /** Addresses that a caller was told of as recorded. */
  readonly known: Set<string>;
  /** Addresses whose opposition was acknowledged. */
  readonly opposed: Set<string>;
  readonly people: Set<string>;
  readonly links: { readonly token: string; readonly address: string }[];
  readonly messages: { readonly messageId: MessageId; readonly address: string }[];
  /** What went wrong while it ran. */
  readonly wrong: string[];
}

interface Happens {
  readonly world: RotationWorld;
  readonly by: Process;
  readonly answered: Answered;
  readonly address: string;
  readonly number: number;
}

const named = (value: string) => ({ kind: 'email', value }) as const;

const recorded = async ({ by, answered, address, number }: Happens): Promise<void> => {
  const request = { requestId: `act-${number}`, bodySha256: sha256('1') };
  const act = { act: 'login', occurredAt: by.clock.now() } as const;
  await recordActivity(by, { access, address: named(address), ...act, actor, request });
  answered.known.add(address);
};

const declared = async ({ world, by, answered, address }: Happens): Promise<void> => {
  const personRef = `crm-${Math.floor(world.draw() * PEOPLE)}`;
  await declareContact(by, { access, address: named(address), declared: {}, personRef, actor }).then(
    () => answered.people.add(personRef),
    (error: unknown) => {
      // Each is of the person that it was declared of first.
      if (!String(error).includes('personRef') && Object(error).code !== 'invalid-request') throw error;
    },
  );
  answered.known.add(address);
};

const opposed = async ({ by, answered, address }: Happens): Promise<void> => {
  await opposeByAddress(by, { address, sender: '' });
  answered.known.add(address);
  answered.opposed.add(address);
};

/** A message is accepted, and its link is made by the process that sends it. */
const written = async (happens: Happens): Promise<void> => {
  const { by, answered, address, number } = happens;
  if (!answered.known.has(address)) return recorded(happens);
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
  return undefined;
};

const clicked = async ({ world, by, answered, number }: Happens): Promise<void> => {
  const link = answered.links[Math.floor(world.draw() * answered.links.length)];
  if (link === undefined) return;
  const facts = by.tokens.read(link.token);
  if (facts === undefined) {
    answered.wrong.push('a link is dead');
    return;
  }
  await registerOpposition(by, {
    access,
    contactId: facts.contactId,
    addressKind: 'email',
    of: { scope: 'channel', channels: ['email'] },
    via: 'link',
    actor: { by: 'person' },
    requestId: `click-${number}`,
    bodySha256: sha256('4'),
  });
  answered.opposed.add(link.address);
};

/** What a worker does up to the hand-off: reads the message, and whom it is to. */
const sent = async ({ world, by, answered }: Happens): Promise<void> => {
  const one = answered.messages[Math.floor(world.draw() * answered.messages.length)];
  if (one === undefined) return;
  const wasOpposed = answered.opposed.has(one.address);
  const stored = await by.messages.getWithSecrets(access, one.messageId);
  if (stored?.secrets.address !== one.address) answered.wrong.push('an address cannot be read');
  if (stored === undefined) return;
  await handOff(by, answered, stored.message.contactId, wasOpposed);
  const { contactId } = await by.fingerprints.find(access, named(one.address));
  await handOff(by, answered, contactId, wasOpposed);
};

const handOff = async (by: Process, answered: Answered, contactId: ContactId, wasOpposed: boolean): Promise<void> => {
  const { standing } = await by.vetReads.read(access, contactId, by.clock.now());
  if (wasOpposed && (standing?.oppositions ?? []).length === 0) answered.wrong.push('sent to who had opposed');
};

const ACTS = [recorded, recorded, declared, opposed, written, written, clicked, sent, sent] as const;

const ROUNDS = 60;
const ADDRESSES = 40;
/** Days until no backup holds what a former key is needed for. */
const BACKUPS_DAYS = 36;

/** How often a hurried operator asks in a row. */
const HURRIED = 4;

const quiet = (): void => undefined;
const APPLY = { apply: true, finish: false, another: false } as const;

/**
 * Callers, readers and workers go on in many processes, while an operator rotates all three secrets twice, and asks again and again
 * to finish. What each act answers is noted; one that throws is noted as wrong.
 */
export const runRotation = async (seed: number, planted: Planted = {}) => {
  const world = rotationWorld(seed, planted);
  const answered: Answered = {
    ...{ known: new Set<string>(), opposed: new Set<string>(), people: new Set<string>() },
    ...{ links: [], messages: [], wrong: [] },
  };
  let number = 0;
  const happens = async (): Promise<void> => {
    number += 1;
    const act = ACTS[Math.floor(world.draw() * ACTS.length)] ?? recorded;
    // Few addresses at a time, so that many meet at one.
    const from = Math.floor(number / 12);
    const address = `lecteur-${(from + Math.floor(world.draw() * 4)) % ADDRESSES}@example.fr`;
    try {
      await act({ world, by: world.process(), answered, address, number });
    } catch (error) {
      answered.wrong.push(`${act.name} failed: ${error}`);
    }
  };
  const operate = async (command: Parameters<typeof runRotateKeys>[1]): Promise<void> => {
    try {
      for (let times = planted.hurries ? HURRIED : 1; times > 0; times -= 1)
        await runRotateKeys(world.deployment, command, quiet);
    } catch (error) {
      answered.wrong.push(`the operator’s program failed: ${error}`);
    }
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const operating = round % 3 === 0 ? [operate(APPLY)] : [];
    const finishing = round % 10 === 9 ? [operate({ ...APPLY, finish: true })] : [];
    await Promise.all([...Array.from({ length: 8 }, happens), ...operating, ...finishing]);
    world.pass(1 + world.draw() * 14);
    // Backups of before are gone, twice.
    if (round === 30 || round === 50) world.pass(BACKUPS_DAYS * 24 * 60);
    if (round === 31) await operate({ ...APPLY, another: true });
  }
  world.pass(60);
  return { world, answered };
};
export type Ran = Awaited<ReturnType<typeof runRotation>>;
