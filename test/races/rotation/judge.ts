import { createHmac, hkdfSync } from 'node:crypto';
import { ADVERTISER_ID } from '../../support/builders.ts';
import { access, type Ran } from './run.ts';

/**
 * Names as they were ever given, computed here from the texts that the secrets had and the algorithm as it is documented: nothing of
 * the product's code is asked which contact an address is.
 */
const idsEver = (texts: readonly string[], address: string, use: 'contact' | 'person'): readonly string[] => {
  const keys = new Map(texts.flatMap((text) => Object.entries(JSON.parse(text) as Record<string, unknown>)));
  return [...keys].flatMap(([name, text]) => {
    if (!name.startsWith('key') || typeof text !== 'string') return [];
    const derived = (material: Uint8Array, info: string) => new Uint8Array(hkdfSync('sha256', material, '', info, 32));
    const key = derived(derived(Buffer.from(text), 'aval/key'), `aval/${use}/${ADVERTISER_ID}`);
    const mac = createHmac('sha256', key).update(address).digest('base64url');
    return [use === 'contact' ? `v${name.slice(3)}n1.${mac}` : `v${name.slice(3)}.${mac}`];
  });
};

/** What is wrong in the end, by the items of the table and what was answered: an empty list, or a line for each. */
export const judge = async ({ world, answered }: Ran): Promise<readonly string[]> => {
  const items = [...world.memory.items()];
  const partitions = new Set(items.map(({ pk }) => pk?.S));
  const standing = new Set(items.flatMap(({ pk, sk }) => (sk?.S === 'STANDING' ? [pk?.S] : [])));
  // What was accepted under a name before another contact of the address stood is stopped under that name as well.
  const stopped = new Set([...answered.stopped].map((id) => `CONTACT#${ADVERTISER_ID}#${id}`));
  // And what was claimed under a name, where nothing but that opposition is known of it (0070, decision 8).
  for (const [pk, own] of Map.groupBy(items, ({ pk }) => pk?.S ?? '')) {
    const events = own.flatMap(({ event }) => event?.M?.type?.S ?? []);
    const isClaimed = own.some(({ sk }) => sk?.S?.startsWith('SENDS#'));
    if (isClaimed && events.length > 0 && events.every((type) => type === 'opposition-registered')) stopped.add(pk);
  }
  const texts = world.secrets.fingerprint.map(({ text }) => text);
  const wrong = [...answered.wrong];
  const opposedNow = new Set(
    items.flatMap(({ pk, sk, oppositions }) =>
      sk?.S === 'STANDING' && (oppositions?.L ?? []).length > 0 ? [pk?.S] : [],
    ),
  );
  for (const address of new Set([...answered.known, ...answered.opposed])) {
    const names = idsEver(texts, address, 'contact').map((id) => `CONTACT#${ADVERTISER_ID}#${id}`);
    const stored = names.filter((name) => standing.has(name));
    const contacts = stored.filter((name) => !stopped.has(name)).length;
    if (contacts > 1 || stored.length === 0) wrong.push(`${contacts} contacts of one address`);
    if (answered.opposed.has(address) && !stored.every((name) => opposedNow.has(name)))
      wrong.push('an opposition is lost');
  }
  for (const ref of answered.people) {
    const names = idsEver(texts, ref, 'person').map((id) => `PERSON#${ADVERTISER_ID}#${id}`);
    const stored = names.filter((name) => partitions.has(name));
    if (stored.length !== 1) wrong.push(`${stored.length} items of one person`);
  }
  // Nobody is behind any more: what cannot be read now never will be.
  const last = world.process(0);
  for (const { token } of answered.links) if (last.tokens.read(token) === undefined) wrong.push('a link is dead');
  for (const { messageId, address } of answered.messages) {
    const stored = await last.messages.getWithSecrets(access, messageId).catch(() => undefined);
    if (stored?.secrets.address !== address) wrong.push('an address cannot be read');
  }
  return wrong;
};
