import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { TemplateReference } from '#shared/domain/message/message.ts';
import { instant, NOW, sha256 } from '#test/support/builders.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

const QUESTION = { templateId: 'stay', version: '1' } as TemplateReference;
let world: SendWorld;
beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
  await world.templates.put(world.access, {
    ...QUESTION,
    advertiserId: world.access.advertiserId,
    class: 'renewal-request',
    category: 'stay',
    putBy: 'shop',
    recordedAt: NOW,
    sha256: sha256('1'),
    channelKind: 'email',
    contentSha256: sha256('2'),
    offerSigns: [],
  });
});
afterEach(() => world.close());

/** The contacts of this world agreed on 20 May 2026, and nothing has been heard of them since. */
const TEN_DAYS_BEFORE_THE_TERM = instant('2029-05-10T09:00:00Z');
const aQuestion = (contact?: Awaited<ReturnType<SendWorld['aMessage']>>['contactId']) =>
  world.aMessage({
    ...(contact === undefined ? {} : { contact }),
    fields: { template: QUESTION, offerCategory: 'stay' },
  });

describe('a renewal request', () => {
  test('leaves once before the term, with means to oppose and the basis it rests on', async () => {
    world.clock.set(TEN_DAYS_BEFORE_THE_TERM);
    const first = await aQuestion();
    expect(await world.deliver(first)).toEqual({ state: 'sent' });
    const bytes = JSON.stringify(world.stub.taken.at(-1)?.request);
    expect(bytes).toContain('List-Unsubscribe');
    // A date that no line breaks.
    expect(bytes).toContain('20\u00A0mai\u00A02026');
    const { verdict } = await world.message(first);
    expect(verdict?.reasons.map(({ code }) => code)).toEqual(['OK_RENEWAL_REQUEST', 'OK_CONSENT']);
    const again = await aQuestion(first.contactId);
    expect(await world.deliver(again)).toMatchObject({ state: 'refused', code: 'RENEWAL_ALREADY_ASKED' });
    expect(world.stub.taken).toHaveLength(1);
  });

  test('is asked again where the provider did not take the first', async () => {
    world.clock.set(TEN_DAYS_BEFORE_THE_TERM);
    const first = await aQuestion();
    world.stub.next('throttle');
    expect(await world.deliver(first)).not.toEqual({ state: 'sent' });
    const again = await aQuestion(first.contactId);
    expect(await world.deliver(again)).toEqual({ state: 'sent' });
  });

  test('does not leave while there is nothing to renew', async () => {
    expect(await world.deliver(await aQuestion())).toMatchObject({ state: 'refused', code: 'RENEWAL_TOO_EARLY' });
    expect(world.stub.taken).toEqual([]);
  });
});
