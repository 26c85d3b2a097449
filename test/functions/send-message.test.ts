import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { auditHandOffs } from '#shared/app/audit/audit-hand-offs.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import type { SendSteps } from '#shared/app/send/send-steps.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { addSeconds, monthOf } from '#shared/domain/time/instant.ts';
import { instant, NOW, sha256 } from '#test/support/builders.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

let world: SendWorld;
beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterEach(() => world.close());

const takenFor = async (reference: { messageId: string }) =>
  world.stub.taken.filter(({ request }) => JSON.stringify(request).includes(reference.messageId));
const entriesOf = async (contactId: Parameters<SendWorld['sends']>[0]) =>
  (await world.sends(contactId)).flatMap(({ entries }) => entries);

describe('a message to somebody who agreed', () => {
  test('is sent once, by mail, with its state, its verdict and its claim settled', async () => {
    const reference = await world.aMessage();
    expect(await world.deliver(reference)).toEqual({ state: 'sent' });
    const message = await world.message(reference);
    expect(message).toMatchObject({
      status: 'sent',
      providerMessageId: expect.stringMatching(/^provider-/),
      handedOffAt: NOW,
      settledAt: NOW,
      bytesSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      verdict: { outcome: 'allow', at: NOW, settingsVersion: 1, seq: 1 },
    });
    expect(await takenFor(reference)).toHaveLength(1);
    expect(await entriesOf(reference.contactId)).toMatchObject([{ messageId: reference.messageId, result: 'sent' }]);
  });

  test('carries, in the bytes handed over, who writes, why, the link and its headers', async () => {
    const reference = await world.aMessage();
    await world.deliver(reference);
    const [taken] = await takenFor(reference);
    const bytes = JSON.stringify(taken?.request);
    expect(bytes).toContain('Maison Valmy');
    expect(bytes).toMatch(/<https:\/\/stop\.maison-valmy\.example\/o\/[\w-]{20,165}>/);
    expect(bytes).toContain('List-Unsubscribe=One-Click');
    expect(bytes).toContain('Bonjour Camille');
  });

  test('leaves without the image that counts openings, which the verdict notes; it stays for who agreed to it', async () => {
    const pixel = '<img src="https://t.example/o?u={{prenom}}" width="1" height="1">';
    const content = { subject: 'Nos vins', html: `<p>Bonjour</p>${pixel}` };
    const contentSha256 = await world.ports.contents.put(world.access, content);
    const reference = await world.aMessage({ fields: { contentSha256 } });
    expect(await world.deliver(reference)).toEqual({ state: 'sent' });
    expect(JSON.stringify(world.stub.taken.at(-1)?.request)).not.toContain('t.example');
    expect((await world.message(reference)).verdict?.notes).toEqual([
      { code: 'PIXEL_STRIPPED_NO_CONSENT', detail: 'line 1: t.example (token)' },
    ]);
    const told = (steps: SendSteps): Partial<SendSteps> => ({
      read: async (decrypted) => {
        const input = await steps.read(decrypted);
        const declared = {
          trackingNotice: { givenAt: instant('2026-06-01T09:00:00Z'), evidence: { sha256: sha256('a') } },
        };
        const firstRecordedAt = instant('2026-04-13T09:00:00Z');
        return { ...input, standing: input.standing && { ...input.standing, declared, firstRecordedAt } };
      },
    });
    const next = await world.aMessage({ fields: { contentSha256 }, contact: reference.contactId });
    expect(await world.deliver(next, { wrap: told })).toEqual({ state: 'sent' });
    expect(JSON.stringify(world.stub.taken.at(-1)?.request)).toContain('https://t.example/o?u=Camille');
    expect((await world.message(next)).verdict?.notes).toEqual([]);
  });

  test('that was accepted as one for tracking brings offers, to which they can be opposed', async () => {
    const opposing: OppositionScope = { purpose: 'own-offers', channels: ['email'], scope: 'purpose' };
    const fields = { purpose: 'tracking' } as const;
    const first = await world.aMessage({ fields });
    expect(await world.deliver(first)).toEqual({ state: 'sent' });
    await registerOpposition(
      { ledger: world.ledger, clock: world.clock, pause: async () => undefined },
      {
        ...{ access: world.access, contactId: first.contactId, addressKind: 'email', of: opposing, via: 'phone' },
        ...{ requestId: sha256('6'), bodySha256: sha256('7'), actor: { by: 'system' } },
      },
    );
    const second = await world.aMessage({ fields, contact: first.contactId, to: first.address });
    expect(await world.deliver(second)).toEqual({ state: 'refused', code: 'OPPOSED_PURPOSE' });
  });

  test('is sent by SMS with the name first, STOP and the code last, and its segments counted', async () => {
    const reference = await world.aMessage({ channel: 'sms' });
    expect(await world.deliver(reference)).toEqual({ state: 'sent' });
    expect(world.stub.taken.at(-1)?.request).toMatchObject({ Message: 'Maison Valmy: -20 % sur les vins STOP 36105' });
    expect(await world.message(reference)).toMatchObject({ status: 'sent', segments: 1 });
  });

  test('a professional found in a directory: the first SMS names it, the next does not (row 48)', async () => {
    const profession = {
      function: 'restaurant-manager',
      source: { kind: 'public-source', reference: 'annuaire du port' },
      noticeGivenAt: instant('2026-03-01T09:00:00Z'),
      refusalOfferedAt: instant('2026-03-01T09:00:00Z'),
    } as const;
    const declared = (steps: SendSteps): Partial<SendSteps> => ({
      read: async (decrypted) => {
        const input = await steps.read(decrypted);
        const standing = input.standing && {
          ...input.standing,
          consents: [],
          declared: { kind: 'professional' as const, profession, organisation: { siren: '732829320' } },
        };
        return { ...input, standing };
      },
    });
    const first = await world.aMessage({ channel: 'sms' });
    const next = await world.aMessage({ channel: 'sms', contact: first.contactId });
    for (const reference of [first, next])
      expect(await world.deliver(reference, { wrap: declared })).toEqual({ state: 'sent' });
    expect(world.stub.taken.map(({ request }) => request)).toMatchObject([
      { Message: 'Maison Valmy: -20 % sur les vins (source: annuaire du port) STOP 36105' },
      { Message: 'Maison Valmy: -20 % sur les vins STOP 36105' },
    ]);
  });

  test('the steps run in the order of the send path', async () => {
    const reference = await world.aMessage();
    const order: string[] = [];
    const noted = (steps: SendSteps): Partial<SendSteps> =>
      Object.fromEntries(
        Object.entries(steps).map(([name, step]) => [
          name,
          (...given: never[]) => {
            order.push(name);
            return (step as (...all: never[]) => unknown)(...given);
          },
        ]),
      );
    await world.deliver(reference, { wrap: noted });
    expect(order).toEqual(['open', 'read', 'vet', 'render', 'verify', 'keep', 'claim', 'handOff', 'settle']);
  });
});

describe('a verdict that stops', () => {
  test('P1: no basis: the message is refused with its reasons, and nothing is claimed or handed over', async () => {
    const reference = await world.aMessage({ consents: false });
    expect(await world.deliver(reference)).toMatchObject({ state: 'refused', code: 'CONSENT_MISSING' });
    expect(await world.message(reference)).toMatchObject({ status: 'refused', verdict: { outcome: 'refuse', seq: 0 } });
    expect(await takenFor(reference)).toHaveLength(0);
    expect(await entriesOf(reference.contactId)).toEqual([]);
  });

  test('P2: an opposition acknowledged before the read is honoured', async () => {
    const reference = await world.aMessage();
    await world.oppose(reference.contactId, 'email');
    expect(await world.deliver(reference)).toMatchObject({ state: 'refused', code: 'OPPOSED_CHANNEL' });
    expect(await takenFor(reference)).toHaveLength(0);
  });

  test('an SMS at night waits for the morning, is released by the clock, vetted again and sent', async () => {
    world.clock.set(instant('2026-11-24T21:45:00Z'));
    const reference = await world.aMessage({ channel: 'sms' });
    expect(await world.deliver(reference)).toMatchObject({ state: 'deferred', code: 'QUIET_HOURS_SMS' });
    expect(await world.message(reference)).toMatchObject({
      status: 'deferred',
      dueAt: instant('2026-11-25T07:00:00Z'),
    });
    world.clock.set(instant('2026-11-25T06:59:00Z'));
    expect(await world.release()).toBe(0);
    world.clock.set(instant('2026-11-25T07:00:00Z'));
    expect(await world.release()).toBe(1);
    expect(world.queue.puts.at(-1)).toMatchObject({ reference: { messageId: reference.messageId } });
    world.clock.forward(2);
    expect(await world.deliver(reference)).toEqual({ state: 'sent' });
  });

  test('in the first two seconds of its hours it is put back, for so long: our clock may be ahead', async () => {
    world.clock.set(instant('2026-11-24T21:45:00Z'));
    const reference = await world.aMessage({ channel: 'sms' });
    await world.deliver(reference);
    for (const at of ['2026-11-25T07:00:00.000Z', '2026-11-25T07:00:01.999Z']) {
      world.clock.set(instant(at));
      expect(await world.deliver(reference), at).toMatchObject({ state: 'put-back', code: 'hour-just-begun' });
      expect(world.queue.puts.at(-1)).toMatchObject({ delaySeconds: 2 });
    }
    expect(world.stub.calls()).toBe(0);
    expect((await world.sends(reference.contactId)).flatMap(({ entries }) => entries)).toEqual([]);
    world.clock.set(instant('2026-11-25T07:00:02.000Z'));
    expect(await world.deliver(reference)).toEqual({ state: 'sent' });
  });

  test.each(['2026-11-25T07:01:00.000Z', '2026-11-25T09:00:00.500Z'])(
    'in the first seconds of any other minute it leaves at once: %s',
    async (at) => {
      world.clock.set(instant(at));
      const reference = await world.aMessage({ channel: 'sms' });
      expect(await world.deliver(reference)).toEqual({ state: 'sent' });
    },
  );

  test('an opposition while a message waits is honoured when it comes up, and told as later than the first verdict', async () => {
    world.clock.set(instant('2026-11-24T21:45:00Z'));
    const reference = await world.aMessage({ channel: 'sms' });
    await world.deliver(reference);
    await world.oppose(reference.contactId, 'sms');
    world.clock.set(instant('2026-11-25T07:00:00Z'));
    expect(await world.deliver(reference)).toMatchObject({ state: 'refused', code: 'OPPOSED_AFTER_DECISION' });
  });

  test('no lawful moment before its validity ends: refused as VALIDITY_PASSED', async () => {
    world.clock.set(instant('2026-11-24T21:45:00Z'));
    const fields = { validUntil: instant('2026-11-24T23:00:00Z') };
    const reference = await world.aMessage({ channel: 'sms', fields });
    expect(await world.deliver(reference)).toMatchObject({ state: 'refused', code: 'VALIDITY_PASSED' });
  });

  test('a message that comes up after its validity is refused as VALIDITY_PASSED, whatever the verdict', async () => {
    const reference = await world.aMessage();
    world.clock.forward(73 * 3600);
    expect(await world.deliver(reference)).toMatchObject({ state: 'refused', code: 'VALIDITY_PASSED' });
    expect(await takenFor(reference)).toHaveLength(0);
  });

  test('a message in review comes up at the end of its validity and ends as REVIEW_EXPIRED', async () => {
    const reference = await world.aMessage();
    const review = (steps: SendSteps): Partial<SendSteps> => ({
      vet: async (decrypted, input) => {
        const vetted = await steps.vet(decrypted, input);
        return { ...vetted, verdict: { ...vetted.verdict, outcome: 'review', cause: 'sale-type:free-account' } };
      },
    });
    expect(await world.deliver(reference, { wrap: review })).toMatchObject({ state: 'in-review' });
    expect(await world.message(reference)).toMatchObject({ verdict: { cause: 'sale-type:free-account' } });
    world.clock.forward(72 * 3600 + 60);
    expect(await world.release()).toBe(1);
    expect(await world.deliver(reference, { wrap: review })).toMatchObject({
      state: 'refused',
      code: 'REVIEW_EXPIRED',
    });
  });

  test('bytes that lack what the law asks are refused after rendering, and never claimed', async () => {
    const reference = await world.aMessage();
    const silent = (steps: SendSteps): Partial<SendSteps> => ({
      render: async (...all) => {
        const made = await steps.render(...all);
        if (!('rendered' in made) || made.rendered.channel !== 'email') throw new Error('no mail');
        return { rendered: { ...made.rendered, outgoing: { ...made.rendered.outgoing, headers: [] } } };
      },
    });
    expect(await world.deliver(reference, { wrap: silent })).toMatchObject({
      state: 'refused',
      code: 'OPPOSITION_MENTION_MISSING',
    });
    expect(await entriesOf(reference.contactId)).toEqual([]);
  });
});

describe('an answer that says not taken', () => {
  test.each(['throttle', 'forbid', 'pause'] as const)(
    '%s: the claim is undone, the message put back with growing delays, and sent later',
    async (behaviour) => {
      const reference = await world.aMessage();
      world.stub.next(behaviour, behaviour);
      expect(await world.deliver(reference)).toMatchObject({ state: 'put-back' });
      expect(await world.deliver(reference, { attempt: 1 })).toMatchObject({ state: 'put-back' });
      expect(world.queue.puts.map(({ attempt, delaySeconds }) => [attempt, delaySeconds])).toEqual([
        [1, 5],
        [2, 10],
      ]);
      expect(await entriesOf(reference.contactId)).toEqual([]);
      expect(await world.deliver(reference, { attempt: 2 })).toEqual({ state: 'sent' });
      expect(await takenFor(reference)).toHaveLength(1);
    },
  );

  test('a refused connection is put back', async () => {
    const reference = await world.aMessage();
    const wrap = (): Partial<SendSteps> => ({
      handOff: async () => ({ answer: 'not-taken', retryable: true, cause: 'unreachable:ECONNREFUSED' }),
    });
    expect(await world.deliver(reference, { wrap })).toEqual({ state: 'put-back', code: 'unreachable:ECONNREFUSED' });
    expect(await world.deliver(reference, { attempt: 1 })).toEqual({ state: 'sent' });
  });

  test('an address that no message can reach ends the message as ADDRESS_UNDELIVERABLE', async () => {
    const reference = await world.aMessage();
    world.stub.next('reject-address');
    expect(await world.deliver(reference)).toMatchObject({ state: 'refused', code: 'ADDRESS_UNDELIVERABLE' });
    expect(await world.message(reference)).toMatchObject({
      status: 'refused',
      verdict: { outcome: 'refuse', reasons: [{ code: 'ADDRESS_UNDELIVERABLE' }] },
    });
    expect(await entriesOf(reference.contactId)).toEqual([]);
  });

  test('a rejected message is parked with its reason, and sent when a human puts it back', async () => {
    const reference = await world.aMessage();
    world.stub.next('reject');
    expect(await world.deliver(reference)).toEqual({ state: 'parked', code: 'rejected:MessageRejected' });
    expect(await world.message(reference)).toMatchObject({
      status: 'parked',
      parkedBecause: 'rejected:MessageRejected',
    });
    expect(world.queue.parked).toMatchObject([{ reason: 'rejected:MessageRejected' }]);
    expect(JSON.parse(world.queue.parked[0]?.body ?? '')).toMatchObject({ messageId: reference.messageId });
    expect(await world.deliver(reference)).toEqual({ state: 'sent' });
  });

  test('put back until its validity ends: the last delay ends just after it, and then it is refused', async () => {
    const reference = await world.aMessage({ fields: { validUntil: addSeconds(NOW, 100) } });
    world.stub.next('throttle');
    await world.deliver(reference, { attempt: 8 });
    expect(world.queue.puts).toMatchObject([{ delaySeconds: 101 }]);
    world.clock.forward(101);
    expect(await world.deliver(reference, { attempt: 9 })).toMatchObject({ state: 'refused', code: 'VALIDITY_PASSED' });
  });
});

describe('P5: an answer that nobody knows', () => {
  test.each(['server-error', 'take-and-drop', 'silence'] as const)(
    '%s: unknown, never handed over again, and unknown-final after 24 hours',
    async (behaviour) => {
      const reference = await world.aMessage();
      const before = world.stub.calls();
      world.stub.next(behaviour);
      const timeLeftMs = behaviour === 'silence' ? 5_200 : 60_000;
      // The claim was made with time enough; the provider then eats what is left.
      const wrap = (steps: SendSteps): Partial<SendSteps> => ({
        handOff: (decrypted, rendered) => steps.handOff(decrypted, rendered, timeLeftMs),
      });
      expect(await world.deliver(reference, { wrap })).toMatchObject({ state: 'unknown' });
      expect(await entriesOf(reference.contactId)).toMatchObject([{ result: 'unknown' }]);
      expect(await world.deliver(reference)).toEqual({ state: 'settled-before' });
      world.clock.forward(24 * 3600 - 60);
      await world.release();
      expect(await world.message(reference)).toMatchObject({ status: 'unknown' });
      world.clock.forward(60);
      await world.release();
      expect(world.queue.puts.at(-1)).toMatchObject({ reference: { messageId: reference.messageId } });
      expect(await world.deliver(reference)).toEqual({ state: 'unknown-final' });
      expect(await world.message(reference)).toMatchObject({ status: 'unknown-final' });
      expect(world.stub.calls() - before).toBe(1);
    },
  );
});

/** Runs a delivery whose process dies just before or just after a step. */
const dying = (step: keyof SendSteps, when: 'before' | 'after') => ({
  wrap: (steps: SendSteps): Partial<SendSteps> => ({
    [step]: async (...given: never[]) => {
      if (when === 'after') await (steps[step] as (...all: never[]) => Promise<unknown>)(...given);
      throw new Error('the process died');
    },
  }),
});

describe('a worker that dies', () => {
  test.each([
    ['open', 'before'],
    ['open', 'after'],
    ['read', 'before'],
    ['read', 'after'],
    ['vet', 'before'],
    ['vet', 'after'],
    ['render', 'before'],
    ['render', 'after'],
    ['verify', 'before'],
    ['verify', 'after'],
    ['claim', 'before'],
  ] as const)('in %s, %s it: before the claim nothing happened, and redelivery sends', async (step, when) => {
    const reference = await world.aMessage();
    await expect(world.deliver(reference, dying(step, when))).rejects.toThrow('died');
    expect(await world.message(reference)).toMatchObject({ status: 'accepted' });
    expect(await world.deliver(reference)).toEqual({ state: 'sent' });
    expect(await takenFor(reference)).toHaveLength(1);
  });

  test.each([
    ['claim', 'after', 0],
    ['handOff', 'before', 0],
    ['handOff', 'after', 1],
    ['settle', 'before', 1],
  ] as const)(
    'in %s, %s it: after the claim the message waits for the time-out, is unknown, and then final',
    async (step, when, taken) => {
      const reference = await world.aMessage();
      await expect(world.deliver(reference, dying(step, when))).rejects.toThrow('died');
      expect(await world.deliver(reference)).toEqual({ state: 'put-back', code: 'claim-held' });
      expect(world.queue.puts).toMatchObject([{ attempt: 0, delaySeconds: 65 }]);
      world.clock.forward(65);
      expect(await world.deliver(reference)).toEqual({ state: 'unknown', code: 'claim-abandoned' });
      expect(await world.message(reference)).toMatchObject({ status: 'unknown', handedOffAt: NOW });
      world.clock.forward(24 * 3600);
      await world.release();
      expect(await world.deliver(reference)).toEqual({ state: 'unknown-final' });
      expect(await takenFor(reference)).toHaveLength(taken);
    },
  );

  test('between the two writes of settle: the message is sent, and redelivery writes the result of its claim', async () => {
    const reference = await world.aMessage();
    const { claims } = world.ports;
    const cut = { ...claims, settle: () => Promise.reject(new Error('the process died')) };
    await expect(world.deliver(reference, { ports: { claims: cut } })).rejects.toThrow('died');
    expect(await world.message(reference)).toMatchObject({ status: 'sent' });
    expect(await world.deliver(reference)).toEqual({ state: 'settled-before' });
    expect(await entriesOf(reference.contactId)).toMatchObject([{ result: 'sent' }]);
    expect(await takenFor(reference)).toHaveLength(1);
  });

  test('a crash between the due list and the state leaves a message that is delivered again', async () => {
    world.clock.set(instant('2026-11-24T21:45:00Z'));
    const reference = await world.aMessage({ channel: 'sms' });
    const messages = { ...world.ports.messages, move: () => Promise.reject(new Error('the process died')) };
    await expect(world.deliver(reference, { ports: { messages } })).rejects.toThrow('died');
    expect(await world.message(reference)).toMatchObject({ status: 'accepted' });
    expect(await world.deliver(reference)).toMatchObject({ state: 'deferred' });
    world.clock.set(instant('2026-11-25T07:00:02Z'));
    expect(await world.release()).toBe(1);
    expect(await world.deliver(reference)).toEqual({ state: 'sent' });
  });

  test('after its validity, a claim without a result is unknown, and never refused as late', async () => {
    const reference = await world.aMessage();
    await expect(world.deliver(reference, dying('settle', 'before'))).rejects.toThrow('died');
    world.clock.forward(80 * 3600);
    expect(await world.deliver(reference)).toEqual({ state: 'unknown', code: 'claim-abandoned' });
  });
});

describe('two workers', () => {
  test('a message delivered twice at the same time is handed over once', async () => {
    const reference = await world.aMessage();
    const outcomes = await Promise.all([world.deliver(reference), world.deliver(reference), world.deliver(reference)]);
    expect(outcomes.filter(({ state }) => state === 'sent')).toHaveLength(1);
    expect(await takenFor(reference)).toHaveLength(1);
    expect(await world.message(reference)).toMatchObject({ status: 'sent' });
  });

  test('a message delivered again after its end changes nothing', async () => {
    const reference = await world.aMessage();
    await world.deliver(reference);
    expect(await world.deliver(reference)).toEqual({ state: 'settled-before' });
    expect(await takenFor(reference)).toHaveLength(1);
  });

  test('the claim lost to another message of the same contact: read and vetted again, then sent', async () => {
    const first = await world.aMessage();
    const second = await world.aMessage({ contact: first.contactId });
    let reads = 0;
    const overtaken = (steps: SendSteps): Partial<SendSteps> => ({
      read: async (decrypted) => {
        const input = await steps.read(decrypted);
        reads += 1;
        if (reads === 1) await world.deliver(second);
        return input;
      },
    });
    expect(await world.deliver(first, { wrap: overtaken })).toEqual({ state: 'sent' });
    expect(reads).toBe(2);
    expect(await entriesOf(first.contactId)).toHaveLength(2);
  });

  test('an opposition between the read and a lost claim is seen by the second read', async () => {
    const first = await world.aMessage();
    const second = await world.aMessage({ contact: first.contactId });
    let reads = 0;
    const overtaken = (steps: SendSteps): Partial<SendSteps> => ({
      read: async (decrypted) => {
        const input = await steps.read(decrypted);
        reads += 1;
        if (reads > 1) return input;
        await world.deliver(second);
        await world.oppose(first.contactId, 'email');
        return input;
      },
    });
    const third = await world.deliver(first, { wrap: overtaken });
    expect(third).toMatchObject({ state: 'refused', code: 'OPPOSED_CHANNEL' });
    expect(await takenFor(first)).toHaveLength(0);
  });

  test('a claim lost again and again puts the message back', async () => {
    const reference = await world.aMessage();
    const wrap = (): Partial<SendSteps> => ({ claim: async () => ({ outcome: 'changed' }) });
    expect(await world.deliver(reference, { wrap })).toEqual({ state: 'put-back', code: 'sends-changed' });
  });
});

describe('an opposition that one of two workers reads, and the other does not', () => {
  /** The first is about to claim; then the person opposes, and the second refuses. */
  const refusedMeanwhile = (reference: Awaited<ReturnType<SendWorld['aMessage']>>) => (steps: SendSteps) => ({
    claim: async (...given: Parameters<SendSteps['claim']>) => {
      await world.oppose(reference.contactId, 'email');
      expect(await world.deliver(reference)).toMatchObject({ state: 'refused' });
      return steps.claim(...given);
    },
  });

  const ignored = async () => (await auditHandOffs({ ...world.ports, handOffs: world.handOffs }, () => true)).ignored;

  test('is sent where the first hands over, and says so: a refusal is not its end', async () => {
    const reference = await world.aMessage();
    expect(await world.deliver(reference, { wrap: refusedMeanwhile(reference) })).toEqual({ state: 'sent' });
    expect(await world.message(reference)).toMatchObject({ status: 'sent', verdict: { outcome: 'allow' } });
  });

  test('is unknown where the first hands over and dies, once it is delivered again', async () => {
    const reference = await world.aMessage();
    const wrap = (steps: SendSteps) => ({
      ...refusedMeanwhile(reference)(steps),
      ...dying('settle', 'before').wrap(steps),
    });
    await expect(world.deliver(reference, { wrap })).rejects.toThrow('died');
    expect(await world.message(reference)).toMatchObject({ status: 'refused' });
    world.clock.forward(80);
    expect(await ignored()).toEqual([]);
    expect(await world.deliver(reference)).toEqual({ state: 'unknown', code: 'claim-abandoned' });
    const message = await world.message(reference);
    expect(message).toMatchObject({ status: 'unknown', handedOffAt: expect.any(String) });
    expect(message).not.toHaveProperty('verdict');
    expect(message).not.toHaveProperty('settledAt');
    expect(await ignored()).toEqual([]);
  });

  test('stays refused where nobody claimed it, however often it is delivered', async () => {
    const reference = await world.aMessage();
    await world.oppose(reference.contactId, 'email');
    expect(await world.deliver(reference)).toMatchObject({ state: 'refused' });
    expect(await world.deliver(reference)).toEqual({ state: 'settled-before' });
    expect(await world.message(reference)).toMatchObject({ status: 'refused' });
  });
});

describe('the two seconds of a claim', () => {
  test('a read older than two seconds is made again before the claim', async () => {
    const reference = await world.aMessage();
    let renders = 0;
    const slow = (steps: SendSteps): Partial<SendSteps> => ({
      render: async (...all) => {
        renders += 1;
        if (renders === 1) world.clock.forward(3);
        return steps.render(...all);
      },
    });
    expect(await world.deliver(reference, { wrap: slow })).toEqual({ state: 'sent' });
    expect(renders).toBe(2);
  });

  test('a claim that was so long in coming that its read is too old is taken back, and all is read again', async () => {
    const reference = await world.aMessage();
    let claims = 0;
    const slow = (steps: SendSteps): Partial<SendSteps> => ({
      claim: async (...all) => {
        claims += 1;
        const outcome = await steps.claim(...all);
        if (claims > 1) return outcome;
        world.clock.forward(3);
        await world.oppose(reference.contactId, 'email');
        return outcome;
      },
    });
    expect(await world.deliver(reference, { wrap: slow })).toEqual({ state: 'refused', code: 'OPPOSED_CHANNEL' });
    expect(await takenFor(reference)).toHaveLength(0);
    expect(await entriesOf(reference.contactId)).toEqual([]);
  });

  test('no hand-off starts with less than ten seconds of function time left', async () => {
    const reference = await world.aMessage();
    expect(await world.deliver(reference, { timeLeftMs: 9_999 })).toEqual({ state: 'put-back', code: 'no-time-left' });
    expect(await entriesOf(reference.contactId)).toEqual([]);
    expect(await takenFor(reference)).toHaveLength(0);
  });
});

describe('P10: a store that cannot be read', () => {
  test('puts the message back, never refuses and never sends; then it is sent', async () => {
    const reference = await world.aMessage();
    expect(await world.deliver(reference, { ports: { vetReads: world.unreachable.vetReads } })).toEqual({
      state: 'put-back',
      code: 'OPPOSITION_STORE_UNAVAILABLE',
    });
    expect(await world.deliver(reference, { attempt: 1, ports: { messages: world.unreachable.messages } })).toEqual({
      state: 'put-back',
      code: 'dependency-unavailable',
    });
    expect(world.queue.puts.map(({ attempt, delaySeconds }) => [attempt, delaySeconds])).toEqual([
      [1, 5],
      [2, 10],
    ]);
    expect(await world.message(reference)).toMatchObject({ status: 'accepted' });
    expect(await takenFor(reference)).toHaveLength(0);
    expect(await world.deliver(reference, { attempt: 2 })).toEqual({ state: 'sent' });
  });

  test('secrets that cannot be read put the message back too, before anything is claimed', async () => {
    const reference = await world.aMessage();
    const tokens = () => Promise.reject(dependencyUnavailable('The store of secrets'));
    expect(await world.deliver(reference, { ports: { tokens } })).toEqual({
      state: 'put-back',
      code: 'dependency-unavailable',
    });
    expect(await entriesOf(reference.contactId)).toEqual([]);
    expect(await world.deliver(reference, { attempt: 1 })).toEqual({ state: 'sent' });
  });

  test('and a queue that cannot be reached either: the delivery fails, and the queue brings it again', async () => {
    const reference = await world.aMessage();
    const sendQueue = { ...world.ports.sendQueue, put: () => Promise.reject(new Error('no queue')) };
    const ports = { vetReads: world.unreachable.vetReads, sendQueue };
    await expect(world.deliver(reference, { ports })).rejects.toThrow('no queue');
  });

  test('while a claim is to be undone: the claim cannot be undone, and the message is unknown in the end', async () => {
    const reference = await world.aMessage();
    world.stub.next('throttle');
    const claims = { ...world.ports.claims, release: world.unreachable.claims.release };
    expect(await world.deliver(reference, { ports: { claims } })).toMatchObject({ state: 'put-back' });
    world.clock.forward(65);
    expect(await world.deliver(reference)).toEqual({ state: 'unknown', code: 'claim-abandoned' });
    expect(await takenFor(reference)).toHaveLength(0);
  });

  test('just after the hand-off: the message is unknown in the end, and never handed over again', async () => {
    const reference = await world.aMessage();
    const messages = { ...world.ports.messages, move: world.unreachable.messages.move };
    expect(await world.deliver(reference, { ports: { messages } })).toMatchObject({ state: 'put-back' });
    world.clock.forward(65);
    expect(await world.deliver(reference)).toEqual({ state: 'unknown', code: 'claim-abandoned' });
    expect(await takenFor(reference)).toHaveLength(1);
  });
});

describe('both sides of midnight at a month’s end', () => {
  test('a message accepted in November and delivered twice in December is claimed in November, once', async () => {
    world.clock.set(instant('2026-11-30T23:59:59Z'));
    const reference = await world.aMessage();
    await expect(world.deliver(reference, dying('handOff', 'after'))).rejects.toThrow('died');
    world.clock.set(instant('2026-12-01T00:01:30Z'));
    expect(await world.deliver(reference)).toEqual({ state: 'unknown', code: 'claim-abandoned' });
    expect(await takenFor(reference)).toHaveLength(1);
    const sends = await world.sends(reference.contactId);
    // The bucket of December only says that something was claimed beside it.
    expect(sends.map(({ month, entries }) => [month, entries.length])).toEqual([
      ['2026-11', 1],
      ['2026-12', 0],
    ]);
  });

  test('a message deferred over the end of the month keeps the month of its acceptance', async () => {
    world.clock.set(instant('2026-11-30T21:45:00Z'));
    const reference = await world.aMessage({ channel: 'sms' });
    expect(await world.deliver(reference)).toMatchObject({ state: 'deferred' });
    world.clock.set(instant('2026-12-01T07:00:02Z'));
    expect(await world.deliver(reference)).toEqual({ state: 'sent' });
    const [sends] = await world.sends(reference.contactId);
    expect(sends?.month).toBe('2026-11');
    expect(monthOf((await world.message(reference)).handedOffAt ?? NOW)).toBe('2026-12');
  });
});

describe('poison', () => {
  test('a message whose content is gone is parked with its reason', async () => {
    const reference = await world.aMessage({ fields: { contentSha256: '0'.repeat(64) } });
    expect(await world.deliver(reference)).toEqual({ state: 'parked', code: 'content-not-found' });
    expect(world.queue.parked).toMatchObject([{ reason: 'content-not-found' }]);
  });

  test('a message that does not exist cannot be handled: the edge parks it', async () => {
    const reference = await world.aMessage();
    const other = { ...reference, messageId: `msg_${'z'.repeat(22)}` as typeof reference.messageId };
    await expect(world.deliver(other)).rejects.toMatchObject({ code: 'message-not-found' });
  });
});
