import type { Act, Fields, World } from '../../oracle/world.ts';
import { withAct } from '../properties/insert.ts';
import { type Random, randomOf } from '../random.ts';
import { DAY, iso } from './draft.ts';
import { PROOF } from './vocabulary.ts';

/** What is declared of the human, at an address to which the message does not go. */
const someFacts = (random: Random, at: number): Fields =>
  random.pick<Fields>([
    { ageBand: 'under-15' },
    { ageBand: 'adult' },
    { ageBand: '15-17' },
    { ageBand: 'under-15', parentalConsent: { agreedAt: iso(at), evidence: { sha256: PROOF.sha256 } } },
    { country: random.pick(['FR', 'BE', 'MA']) },
    { kind: 'professional' },
  ]);

/** The world of a seed where its person has another address, at which something is declared of them, before or after the two are linked. */
export const withLinkedHuman = (seed: number, world: World): World => {
  const random = randomOf(seed + 0x4af);
  const other = world.addresses.length;
  const at = Date.parse(world.at);
  const linked = world.acts.map(({ body }) => body.personRef).find((ref) => typeof ref === 'string');
  const personRef = linked ?? 'the-human';
  const contact = (address: number, days: number, body: Fields): Act => ({
    ...{ kind: 'contact', address, recordedAt: iso(at - days * DAY), body: { personRef, ...body } },
  });
  const [link, facts] = [random.pick([2, 50, 400]), random.pick([1, 60, 500])];
  const address = { email: 'the.human@gmail.com' };
  const acts = [
    contact(0, link, {}),
    contact(other, link, {}),
    contact(other, facts, someFacts(random, at - facts * DAY)),
  ];
  // A contact that is declared again names its person again.
  const told = world.acts.map((act) =>
    act.kind === 'contact' &&
    act.address === 0 &&
    !('personRef' in act.body) &&
    Date.parse(act.recordedAt) > at - link * DAY
      ? { ...act, body: { personRef, ...act.body } }
      : act,
  );
  return acts.reduce(withAct, { ...world, acts: told, addresses: [...world.addresses, address] });
};
