import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { opposeByAddress } from '#shared/app/oppositions/oppose-by-address.ts';
import { recordActivity } from '#shared/app/records/record-activity.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { runRotateKeys } from '../../../cli/commands/rotate-keys.ts';
import { sha256 } from '../../support/builders.ts';
import { type Answered, access, type Happens, named } from './happens.ts';
import { claimed, clicked, sent, written } from './messages.ts';
import { type Planted, rotationWorld } from './world.ts';

export { access } from './happens.ts';

const actor = { by: 'system' } as const;
const PEOPLE = 4;

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
  await opposeByAddress(by, { address, phone: '', sender: '' });
  answered.known.add(address);
  answered.opposed.add(address);
};

const ACTS = [recorded, recorded, declared, opposed, written, written, clicked, sent, sent, claimed] as const;

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
    ...{
      known: new Set<string>(),
      opposed: new Set<string>(),
      stopped: new Set<ContactId>(),
      people: new Set<string>(),
    },
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
