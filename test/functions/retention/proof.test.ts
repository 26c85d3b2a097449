import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { manifest } from '#functions/manifest.ts';
import { packed } from '#shared/adapters/dynamodb/campaigns/packed.ts';
import { openedProof } from '#test/support/crypto/opened-proof.ts';
import { ADVERTISER } from '../support/api.ts';
import { ALIX, aFilledWorld, CAMILLE, CLAUDE } from './filled-world.ts';
import { passTo, storedOf } from './passing-time.ts';

const textsIn = (value: unknown): readonly string[] => {
  if (value instanceof Uint8Array) return textsIn(JSON.parse(inflateRawSync(value).toString('utf8')));
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return value === undefined ? [] : [String(value)];
};
/** All that can be read of an item, also of its bytes, as they are and unpacked. */
const inClear = (value: unknown): string => {
  if (value instanceof Uint8Array) {
    const text = Buffer.from(value).toString('latin1');
    try {
      return text + inflateRawSync(value).toString('latin1');
    } catch {
      return text;
    }
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  return Object.entries(value)
    .map(([name, each]) => `"${name}" ${inClear(each)}`)
    .join(' ');
};

const places = async (): Promise<readonly string[]> =>
  [...new Set((await storedOf('sent-proof')).map(({ sk }) => String(sk).split('#')[0] ?? ''))].toSorted();

describe('proof of what was sent', () => {
  test('P7: is kept apart, without address or merge value: the version, the verdict, the instant and the hash', async () => {
    const world = await aFilledWorld();
    expect(await places()).toEqual(['CAMPAIGN', 'SENT']);
    const stored = await storedOf('sent-proof');
    const proofs = await Promise.all(stored.map(openedProof));
    const [message] = await storedOf('message');
    const single = proofs.find(({ sk }) => String(sk).startsWith('SENT#'));
    expect(single?.facts).toMatchObject({
      status: 'sent',
      contactId: message?.contactId,
      contentSha256: message?.contentSha256,
      bytesSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      verdict: { outcome: 'allow' },
      handedOffAt: message?.handedOffAt,
    });
    expect(proofs.find(({ sk }) => sk === 'CAMPAIGN')?.facts).toMatchObject({ campaignId: expect.any(String) });
    const said = JSON.stringify(proofs);
    for (const secret of [ALIX, CAMILLE, CLAUDE, 'secrets', 'ciphertext', 'wrappedKey', 'mergeValues'])
      expect(said).not.toContain(secret);
    expect(world.provider.taken.length).toBeGreaterThan(2);
    const path = { messageId: String(message?.messageId) };
    const shown = await world.call('show-sent-message', { path });
    expect(shown.body).toMatchObject({ isExact: true, emptyHoles: [], bytesSha256: message?.bytesSha256 });
    expect(shown.text).toContain(CAMILLE);
    const mail = world.provider.taken.find(({ request }) => JSON.stringify(request).includes(path.messageId));
    const { Subject, Body } = Object(mail?.request).Content.Simple;
    expect(shown.body.sent).toMatchObject({ subject: Subject.Data, text: Body.Text.Data });
  });

  test('P7: no fact of it can be read in the table: neither a text nor a number that is said of what was sent', async () => {
    await aFilledWorld();
    const stored = await storedOf('sent-proof');
    for (const item of stored) {
      const { facts } = await openedProof(item);
      const said = textsIn(facts).filter(
        (text) => text.length >= 3 && !`${item.pk} ${item.sk} ${item.at}`.includes(text),
      );
      expect(said.length).toBeGreaterThan(5);
      const { pk: _pk, sk: _sk, entity: _kind, at: _when, ...rest } = item;
      expect(said.filter((text) => inClear(rest).includes(text))).toEqual([]);
    }
    expect(stored.length).toBeGreaterThan(1);
    // Found where a release kept it in clear.
    const clear = await Promise.all(stored.map(openedProof));
    expect(inClear(clear)).toContain('"status"');
  });

  test('P7: outlives the message with its values, and goes six years after the hand-off, with evidence', async () => {
    const world = await aFilledWorld();
    const [message] = await storedOf('message');
    await passTo('2028-01-15T10:00:00Z');
    const asked = { path: { messageId: String(message?.messageId) }, query: { contactId: String(message?.contactId) } };
    const shown = await world.call('show-sent-message', asked);
    expect(shown.body).toMatchObject({ isExact: false, bytesSha256: message?.bytesSha256, status: 'sent' });
    expect(shown.body.emptyHoles).toEqual(expect.arrayContaining(['to', 'html', 'text']));
    expect(shown.text).not.toContain(CAMILLE);
    expect(await storedOf('message')).toEqual([]);
    expect(await storedOf('chunk-result')).toEqual([]);
    expect(await places()).toEqual(['CAMPAIGN', 'RESULT', 'SENT']);
    await passTo('2032-11-20T10:00:00Z');
    expect(await places()).toContain('SENT');
    await passTo('2032-11-25T10:00:00Z');
    expect(await places()).not.toContain('SENT');
    expect(await places()).not.toContain('RESULT');
    expect(JSON.stringify(await storedOf('deletion'))).toContain('"sent-proof"');
  });

  test('P7: has the terms of its advertiser; a longer one is refused with its article, unless it is justified', async () => {
    const world = await aFilledWorld();
    const path = { advertiserId: ADVERTISER };
    const patch = (retention: object) => world.call('patch-advertiser', { path, body: { retention } });
    const refused = await patch({ proofYears: 7 });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('/retention/proofYears');
    expect(refused.text).toContain('CPP, art. 8');
    expect((await patch({ valuesMonths: 14 })).status).toBe(422);
    expect((await patch({ proofYears: 2, valuesMonths: 3 })).status).toBe(200);
    const chosen = {
      proofYears: 8,
      justification: 'A dispute about these campaigns is before the courts.',
      decidedBy: 'Claire Petit',
      decidedOn: '2026-11-20',
    };
    const justified = await patch({ proofDeparture: chosen });
    expect([justified.status, justified.text]).toEqual([200, expect.any(String)]);
  });

  test('P9: only what makes the files of a person, what shows proof and what audits hand-offs read it, which send nothing; only what follows the stream, redrives what it gave up, or ends contacts writes it; what erases deletes of it', () => {
    const entries: readonly (readonly [string, FunctionEntry])[] = Object.entries(manifest);
    const holders = entries.flatMap(([name, { grants }]) =>
      grants.filter((grant) => grant.endsWith(':proof')).map((grant) => [name, grant]),
    );
    expect(holders).toEqual([
      ['reconcile-suppressions', 'delete-many:proof'],
      ['audit-hand-offs', 'query:proof'],
      ['redrive', 'put:proof'],
      ['expire', 'put:proof'],
      ['project', 'put:proof'],
      ['run-job', 'get:proof'],
      ['run-job', 'query:proof'],
      ['show-sent-message', 'get:proof'],
      ['show-sent-message', 'query:proof'],
      ['list-former-events', 'query:proof'],
      ['answer-request', 'delete-many:proof'],
      ['erase-contact', 'delete-many:proof'],
    ]);
    const sending = entries.filter(([, { grants }]) =>
      grants.some((grant) => /^(?:email|sms|texts|call):send|^secret:provider$/.test(grant)),
    );
    expect(sending.map(([name]) => name)).toContain('send-message');
    // One that finishes erasures knows a provider: it deletes there, and reads nothing.
    const held = sending.flatMap(([, { grants }]) => grants.filter((grant) => grant.endsWith(':proof')));
    expect([...new Set(held)]).toEqual(['delete-many:proof']);
  });
});

test('proof of a campaign costs a recipient an eighth of a write unit, and nothing while it is sent', () => {
  const hash = (index: number): string => createHash('sha256').update(String(index)).digest('hex');
  const outcomes = Array.from({ length: 50 }, (_, index) => ({
    contactId: `v1n1.${createHash('sha256').update(`contact ${index}`).digest('base64url')}`,
    state: 'sent',
    codes: ['OK_CONSENT'],
    handedOffAt: new Date(1_795_600_000_000 + index * 137).toISOString(),
    providerMessageId: `0100019${hash(index).slice(0, 25)}-${hash(index + 50).slice(0, 8)}-000000`,
    seq: 3,
    bytesSha256: hash(index + 100),
  }));
  // Keys, instants and names beside what is packed.
  const bytes = packed(outcomes).length + 500;
  expect(Math.ceil(bytes / 1024) / outcomes.length).toBeLessThanOrEqual(0.125);
  expect(bytes).toBeGreaterThan(3_000);
});
