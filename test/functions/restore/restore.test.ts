import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { annulRecord } from '#shared/app/records/annul-record.ts';
import { invalidateConsent } from '#shared/app/records/invalidate-consent.ts';
import type { Ledger } from '#shared/app/records/ledger.port.ts';
import { withdrawConsent } from '#shared/app/records/withdraw-consent.ts';
import type { JournalReader } from '#shared/app/restore/journal.port.ts';
import type { ContactId, FactId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { addYears } from '#shared/domain/time/instant.ts';
import { noPause } from '#test/support/aws.ts';
import { type RestoredWorld, restoredWorld } from './restored-world.ts';

let deployed: RestoredWorld;
beforeEach(async () => {
  deployed = await restoredWorld();
});
afterEach(() => deployed.close());

const ports = () => ({ ledger: deployed.world.ledger, clock: deployed.world.clock, pause: noPause });
const ACTOR = { by: 'api-key', apiKeyId: 'root' } as const;
const consentOf = (contactId: ContactId) => `${contactId}.${'c'.repeat(16)}` as FactId;

const oppose = (contactId: ContactId, of: OppositionScope = { scope: 'global' }, via: 'link' | 'letter' = 'link') =>
  registerOpposition(ports(), {
    access: deployed.world.access,
    contactId,
    addressKind: 'email',
    of,
    via,
    requestId: sha256Of(`${contactId}/${JSON.stringify(of)}`),
    bodySha256: sha256Of('body'),
    actor: via === 'link' ? { by: 'person' } : ACTOR,
  });

/** People who agreed, with a message each that waits; then the copy is made. */
const people = async (count: number) => {
  const { world } = deployed;
  const all = [];
  for (let index = 0; index < count; index += 1) all.push(await world.aMessage());
  return all;
};

/** What the provider is handed when all of these are sent from a table. */
const sentFrom = async (
  restored: Awaited<ReturnType<RestoredWorld['copy']>>,
  messages: Awaited<ReturnType<typeof people>>,
) => {
  const states = [];
  for (const message of messages) states.push((await deployed.world.deliver(message, { ports: restored.ports })).state);
  return states;
};

const messageOn = (
  { ports: { messages } }: Awaited<ReturnType<RestoredWorld['copy']>>,
  { messageId }: Awaited<ReturnType<typeof people>>[number],
) => messages.get(deployed.world.access, messageId);

describe('a table that was restored from before an opposition', () => {
  test('P2: lets nothing leave until the journal is replayed, and then nothing to who opposed', async () => {
    const messages = await people(4);
    const [linked, withdrawn, ended, faithful] = messages;
    if (!linked || !withdrawn || !ended || !faithful) throw new Error('four people');
    const copy = await deployed.copy();
    const before = deployed.world.stub.calls();
    await oppose(linked.contactId, { scope: 'channel', channels: ['email'] });
    const { access } = deployed.world;
    await withdrawConsent(ports(), { access, consentId: consentOf(withdrawn.contactId), actor: ACTOR });
    await invalidateConsent(ports(), {
      access,
      consentId: consentOf(ended.contactId),
      reason: 'Doublon.',
      actor: ACTOR,
    });
    await deployed.streamAll();

    expect(await sentFrom(copy, messages)).toEqual(Array(4).fill('put-back'));
    const compared = await copy.restore({ resume: true });
    expect([compared.code, compared.printed]).toEqual([1, expect.stringContaining('3 are missing')]);
    const later = addYears(deployed.world.clock.now(), 1);
    expect((await copy.restore({ resume: true, since: later })).code, 'what was asked from a later day on').toBe(1);
    expect(await sentFrom(copy, messages)).toEqual(Array(4).fill('put-back'));

    const replayed = await copy.restore({ apply: true });
    expect([replayed.code, replayed.printed]).toEqual([0, expect.stringMatching(/3 replayed .*holds all of them/s)]);
    const untilSomebodySaysSo = ['refused', 'refused', 'refused', 'put-back'];
    expect(await sentFrom(copy, messages)).toEqual(untilSomebodySaysSo);
    expect(deployed.world.stub.calls()).toBe(before);

    expect((await copy.restore({ resume: true })).code).toBe(0);
    expect(await sentFrom(copy, [faithful])).toEqual(['sent']);
    expect(deployed.world.stub.calls()).toBe(before + 1);
  });

  test('without the replay would write to who opposed: what is seen here is the journal’s doing', async () => {
    const [opposed] = await people(1);
    if (!opposed) throw new Error('somebody');
    const copy = await deployed.copy();
    await oppose(opposed.contactId);
    const { halts: _, ...unheld } = copy.ports;
    const free = { ...unheld, halts: { reasonFor: async () => undefined, mayHaveLeft: () => false } };
    expect((await deployed.world.deliver(opposed, { ports: free })).state).toBe('sent');
  });

  test('never hands over what it had when it was copied: it may have left since', async () => {
    const { world } = deployed;
    const [sent] = await people(1);
    if (!sent) throw new Error('somebody');
    const copy = await deployed.copy(world.clock.now());
    expect((await world.deliver(sent)).state).toBe('sent');
    const before = world.stub.calls();
    expect((await copy.restore({ apply: true, resume: true })).code).toBe(0);
    const again = await world.deliver(sent, { ports: copy.ports });
    expect([again, world.stub.calls()]).toEqual([{ state: 'unknown', code: 'may-have-left' }, before]);
    expect(await messageOn(copy, sent)).toMatchObject({ status: 'unknown' });
    // The former table may have handed it over until its validity ended: only a day later does no report come any more.
    world.clock.forward(72 * 3600 + 1);
    expect(await sentFrom(copy, [sent])).toEqual(['settled-before']);
    world.clock.forward(24 * 3600);
    const released = new Set<string>();
    await copy.ports.dueList.releaseUpTo(world.clock.now(), async (due) => {
      for (const { messageId } of due) released.add(messageId);
    });
    expect([...released]).toEqual([sent.messageId]);
    expect(await sentFrom(copy, [sent])).toEqual(['unknown-final']);
    expect(world.stub.calls()).toBe(before);
  });

  test('says of none of these that it was refused: not before the replay, nor past its validity, nor of one who opposed', async () => {
    const { world } = deployed;
    const [early, opposed, late, claimed] = await people(4);
    if (!early || !opposed || !late || !claimed) throw new Error('four people');
    const { claimMonth: month, channel } = await world.message(claimed);
    const entry = { messageId: claimed.messageId, claimedAt: world.clock.now(), claimToken: 'of-the-former' };
    await world.ports.claims.claim(world.access, claimed.contactId, { month, channel, revision: 0 }, entry);
    await oppose(opposed.contactId);
    const copy = await deployed.copy(world.clock.now());
    expect(await sentFrom(copy, [early])).toEqual(['unknown']);
    expect((await copy.restore({ apply: true, resume: true })).code).toBe(0);
    world.clock.forward(72 * 3600 + 1);
    expect(await sentFrom(copy, [opposed, late, claimed])).toEqual(['unknown', 'unknown', 'unknown']);
    expect(await messageOn(copy, claimed), 'a claim says when').toMatchObject({ handedOffAt: entry.claimedAt });
    expect(world.stub.calls()).toBe(0);
  });

  test('takes the journal twice, from two hands at once or after a replay, without a second event', async () => {
    const [opposed] = await people(1);
    if (!opposed) throw new Error('somebody');
    const copy = await deployed.copy();
    await oppose(opposed.contactId);
    await deployed.streamAll();
    await Promise.all([copy.restore({ apply: true }), copy.restore({ apply: true })]);
    const events = await copy.ledger.listEvents(deployed.world.access, opposed.contactId);
    expect(events.filter(({ type }) => type === 'opposition-registered')).toHaveLength(1);
    expect((await copy.restore({ apply: true })).printed).toContain(' 0 replayed on the table');
    // What was replayed is in the journal again, by its new position.
    await deployed.streamAll(copy.table);
    expect((await copy.restore({ apply: true })).printed).toContain(' 0 replayed on the table');
    expect(await copy.ledger.listEvents(deployed.world.access, opposed.contactId)).toEqual(events);
  });

  test('takes up a replay that stopped midway, and stays halted meanwhile', async () => {
    const messages = await people(6);
    const copy = await deployed.copy();
    for (const { contactId } of messages) await oppose(contactId);
    await deployed.streamAll();
    let writes = 0;
    const dying: Ledger = {
      ...copy.ledger,
      append: async (...write) => {
        writes += 1;
        if (writes > 3) throw new Error('the function was stopped');
        return copy.ledger.append(...write);
      },
    };
    await expect(copy.restore({ apply: true, resume: true, ledger: dying })).rejects.toThrow('was stopped');
    const held = await sentFrom(copy, messages);
    expect([held.includes('put-back'), held.includes('sent')]).toEqual([true, false]);
    expect((await copy.restore({ resume: true })).code).toBe(1);
    expect((await copy.restore({ apply: true, resume: true })).code).toBe(0);
    const waiting = messages.filter((_, index) => held[index] === 'put-back');
    expect(await sentFrom(copy, waiting)).toEqual(waiting.map(() => 'refused'));
  });

  test('is compared by what messages are vetted on: an entry that the replay skipped is found, and nothing leaves', async () => {
    const messages = await people(3);
    const copy = await deployed.copy();
    for (const { contactId } of messages) await oppose(contactId);
    await deployed.streamAll();
    const skipped = messages[1]?.contactId;
    const skipping: JournalReader = {
      page: async (from, most) => {
        const page = await deployed.journal.page(from, most);
        return { ...page, entries: page.entries.filter(({ contactId }) => contactId !== skipped) };
      },
    };
    // The same reader for both would hide it: the comparison reads the journal itself.
    await copy.restore({ apply: true, journal: skipping });
    const { code, printed } = await copy.restore({ resume: true });
    expect([code, printed]).toEqual([1, expect.stringContaining('1 are missing')]);
    expect(printed).toContain(`opposition ${skipped}`);
    expect(await sentFrom(copy, messages)).not.toContain('sent');
  });

  test('a ledger that says that it wrote, and did not, is found by the comparison', async () => {
    const [opposed] = await people(1);
    if (!opposed) throw new Error('somebody');
    const copy = await deployed.copy();
    await oppose(opposed.contactId);
    await deployed.streamAll();
    const lying: Ledger = { ...copy.ledger, append: async () => 'written' };
    const { code, printed } = await copy.restore({ apply: true, resume: true, ledger: lying });
    expect([code, printed]).toEqual([1, expect.stringContaining('Hand-offs stay stopped.')]);
  });
});

describe('what a restore does with each kind of entry', () => {
  test('a contact that the copy does not know has the opposition before its address is collected again', async () => {
    const { world } = deployed;
    const copy = await deployed.copy();
    const unknown = await world.aMessage();
    await oppose(unknown.contactId, { scope: 'channel', channels: ['email', 'sms'] });
    await deployed.streamAll();
    expect((await copy.restore({ apply: true })).code).toBe(0);
    expect(await copy.ledger.readStanding(world.access, unknown.contactId)).toMatchObject({
      consents: [],
      oppositions: [{ of: { scope: 'channel', channels: ['email', 'sms'] }, via: 'link' }],
    });
  });

  test('the withdrawal of a consent that the copy does not know opposes everything', async () => {
    const { world } = deployed;
    const copy = await deployed.copy();
    const { contactId } = await world.aMessage();
    await withdrawConsent(ports(), { access: world.access, consentId: consentOf(contactId), actor: ACTOR });
    await deployed.streamAll();
    expect((await copy.restore({ apply: true })).code).toBe(0);
    expect(await copy.ledger.readStanding(world.access, contactId)).toMatchObject({
      oppositions: [{ of: { scope: 'global' }, via: 'withdrawal' }],
    });
  });

  test('an annulment of an opposition lifts nothing, and is named for a human', async () => {
    const { world } = deployed;
    const { contactId } = await world.aMessage();
    const { id } = await oppose(contactId, { scope: 'global' }, 'letter');
    const copy = await deployed.copy();
    const content = {
      cause: 'wrong-import' as const,
      explanation: 'Colonnes décalées.',
      evidence: { sha256: sha256Of('fichier') },
      approvers: [{ name: 'Jeanne Roy' }, { name: 'Paul Martin' }],
    };
    await annulRecord(ports(), { access: world.access, recordId: id, content, actor: ACTOR });
    await deployed.streamAll();
    const { code, printed } = await copy.restore({ apply: true });
    expect([code, printed]).toEqual([0, expect.stringContaining(`annulment ${id}`)]);
    expect((await copy.ledger.readStanding(world.access, contactId))?.oppositions).toHaveLength(1);
  });

  test('a contact that cannot be read is named, and holds everything back', async () => {
    const { world } = deployed;
    const { contactId } = await world.aMessage();
    const copy = await deployed.copy();
    await oppose(contactId);
    await deployed.streamAll();
    const pk = `CONTACT#${world.access.advertiserId}#${contactId}`;
    const Item = toImage({ pk, sk: 'STANDING', entity: 'standing', v: 1, seq: 'damaged' });
    await copy.table.client.send(new PutItemCommand({ TableName: copy.table.tableName, Item }));
    const { code, printed } = await copy.restore({ apply: true, resume: true });
    expect([code, printed]).toEqual([1, expect.stringMatching(/of maison-valmy: its contact cannot be read/)]);
  });

  test('the journal is read from the hour that one names, page by page, and an object that is no entry stops it', async () => {
    const { journal } = deployed;
    for (const { contactId } of await people(3)) await oppose(contactId);
    await deployed.streamAll();
    const first = await journal.page({}, 2);
    expect([first.entries.length, first.next]).toEqual([2, expect.any(String)]);
    const second = await journal.page({ after: first.next }, 2);
    expect(second.entries[0]).not.toEqual(first.entries[0]);
    expect((await journal.page({ since: '2099-01-01T00:00:00.000Z' as never }, 2)).entries).toEqual([]);
    expect((await journal.page({ since: first.entries[0]?.recordedAt }, 2)).entries).toEqual(first.entries);
  });
});
