import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { waitingCountsOf } from '#shared/adapters/dynamodb/messages/waiting/waiting-lists.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { releaseReviewedMessages } from '#shared/app/send/release-reviewed-messages.ts';
import type { MessageReference } from '#shared/app/send/send-queue.port.ts';
import type { SendSteps } from '#shared/app/send/send-steps.ts';
import { putTemplateVersion } from '#shared/app/settings/templates/put-template-version.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { TemplateReference } from '#shared/domain/message/message.ts';
import { type TemplateVersion, type TemplateVersionContent, templateCauseOf } from '#shared/domain/message/template.ts';
import type { ReviewDecision } from '#shared/domain/review/review.ts';
import { noPause } from '#test/support/aws.ts';
import { NOW, sha256 } from '#test/support/builders.ts';
import { callsFrom } from '#test/support/reports/calls-from.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

let world: SendWorld;
beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterEach(() => world.close());

const SURVEY = { templateId: 'survey', version: '1' } as TemplateReference;
const CAUSE = templateCauseOf(SURVEY);
const aTemplate = async (reference: TemplateReference, changes: Partial<TemplateVersion>) => {
  await world.templates.put(world.access, {
    ...reference,
    advertiserId: world.access.advertiserId,
    class: 'relational',
    category: 'survey',
    recordedAt: NOW,
    putBy: 'shop',
    sha256: sha256('1'),
    channelKind: 'email',
    contentSha256: sha256('2'),
    offerSigns: [],
    ...changes,
  });
};
const aSurvey = async (template = SURVEY) => {
  const reference = await world.aMessage({ fields: { template, offerCategory: 'survey' } });
  return reference;
};
/** A message of an owed template that was put as an advertiser puts it. */
const anOwedMessage = async (
  channel: 'email' | 'sms',
  version: string,
  content: TemplateVersionContent['content'],
  consents = true,
) => {
  const template = { templateId: 'confirmation', version } as TemplateReference;
  const owed = { class: 'transactional', category: 'wine', reason: 'order', reference: 'CGV 4' } as const;
  const ports = { ...world.ports, templates: world.templates, reviews: world.reviews };
  const put = { access: world.access, template, content: { ...owed, content }, apiKeyId: 'shop' };
  const { contentSha256 } = (await putTemplateVersion(ports, put)).stored;
  return world.aMessage({ channel, consents, fields: { template, contentSha256 } });
};
/** What each route was told that its message is. */
const kindsHandedOver = () =>
  world.stub.taken.map(
    ({ request }) => request.kind ?? /Transactional|Promotional/.exec(JSON.stringify(request))?.[0] ?? 'not said',
  );
/** A block of four segments in UCS-2. */
const LONG_BLOCK = `{{#prospecting}} ${'Nos vins d’hiver sont là. '.repeat(10)}{{/prospecting}}`;
const deliverWith = (reference: MessageReference, mergeValues: Record<string, string>) =>
  world.deliver(reference, {
    wrap: (steps) => ({
      open: async (job) => {
        const decrypted = await steps.open(job);
        return decrypted && { ...decrypted, secrets: { ...decrypted.secrets, mergeValues } };
      },
    }),
  });
const decide = async (changes: Partial<ReviewDecision> = {}) => {
  const review = await world.reviews.find(world.access, CAUSE);
  if (review === undefined) throw new Error('no review was opened');
  await world.reviews.decide(world.access, review, {
    decision: 'allowed',
    reason: 'Aucune offre.',
    decider: 'Jeanne Roy',
    number: (review.decision?.number ?? 0) + 1,
    decidedAt: world.clock.now(),
    apiKeyId: 'root',
    requestId: 'r',
    bodySha256: sha256('3'),
    ...changes,
  });
};
const release = (hasTime = () => true) =>
  releaseReviewedMessages({ ...world.ports, reviews: world.reviews, waitingLists: world.waitingLists }, hasTime);
const released = () => world.queue.puts.map(({ reference }) => reference.messageId).sort();

describe('a message that is no prospecting', () => {
  test('carries who writes and how to reach them, neither header nor link of opposition, and goes to one who opposed', async () => {
    const confirmation = { templateId: 'confirmation', version: '1' } as TemplateReference;
    await aTemplate(confirmation, { class: 'transactional', reason: 'order', reference: 'CGV 4' });
    const reference = await aSurvey(confirmation);
    await world.oppose(reference.contactId, 'email');
    expect(await world.deliver(reference)).toEqual({ state: 'sent' });
    const bytes = JSON.stringify(world.stub.taken.at(-1)?.request);
    expect(bytes).toContain('Ce message vous est envoyé par Maison Valmy (Maison Valmy SAS, ');
    expect(bytes).toContain('contact@maison-valmy.example');
    expect(bytes).not.toMatch(/List-Unsubscribe|\/o\/|publicitaire|Ne plus recevoir/);
    expect(await world.message(reference)).toMatchObject({
      verdict: { reasons: [{ code: 'NOT_PROSPECTING_TRANSACTIONAL', detail: 'template:confirmation@1' }] },
    });
  });

  test('with a block that promotes goes whole to one who agreed, and without it to one who opposed', async () => {
    const confirmation = { templateId: 'confirmation', version: '2' } as TemplateReference;
    const rest = { subject: 'Votre commande', html: '<p>Merci {{prenom}}</p>' };
    const withoutBlocksSha256 = await world.ports.contents.put(world.access, rest);
    await aTemplate(confirmation, { class: 'transactional', reason: 'order', reference: 'CGV 4', withoutBlocksSha256 });
    const [agreed, opposed] = [await aSurvey(confirmation), await aSurvey(confirmation)];
    await world.oppose(opposed.contactId, 'email');
    expect(await world.deliver(agreed)).toEqual({ state: 'sent' });
    const whole = JSON.stringify(world.stub.taken.at(-1)?.request);
    expect([whole.includes('Nos vins d’hiver'), whole.includes('List-Unsubscribe-Post')]).toEqual([true, true]);
    expect(await world.deliver(opposed)).toEqual({ state: 'sent' });
    const without = JSON.stringify(world.stub.taken.at(-1)?.request);
    expect(without).toContain('Merci Camille');
    expect(without).not.toMatch(/vins|List-Unsubscribe|Ne plus recevoir/);
    expect(await world.message(opposed)).toMatchObject({
      verdict: {
        reasons: [{ code: 'NOT_PROSPECTING_TRANSACTIONAL' }],
        notes: [{ code: 'PROSPECTING_BLOCKS_LEFT_OUT' }, { code: 'OPPOSED_CHANNEL' }],
      },
    });
  });

  test('is made prospecting by a value that stands in it, and not by one that its block alone shows', async () => {
    const owed = (version: string, text: string) =>
      anOwedMessage('email', version, { email: { subject: 'Votre commande', text } });
    const inBlock = await owed('3', 'Merci {{prenom}}.{{#prospecting}} Et {{contact.Offre}} demain !{{/prospecting}}');
    const inRest = await owed('4', 'Merci {{prenom}}, {{params.OFFRE}}.{{#prospecting}} Et nos vins !{{/prospecting}}');
    for (const message of [inBlock, inRest]) await world.oppose(message.contactId, 'email');
    expect(await deliverWith(inBlock, { prenom: 'Camille', offre: 'Profitez de −20 %' })).toEqual({ state: 'sent' });
    const bytes = JSON.stringify(world.stub.taken.at(-1)?.request);
    expect([bytes.includes('Merci Camille'), bytes.includes('20 %')]).toEqual([true, false]);
    expect(await deliverWith(inRest, { prenom: 'Camille', offre: 'Profitez de −20 %' })).toMatchObject({
      state: 'refused',
      code: 'OPPOSED_CHANNEL',
    });
  });

  test('loses its block where the bytes with it may not go, and is sent', async () => {
    const fits = await anOwedMessage('sms', '5', {
      sms: { text: 'Maison Valmy: merci.{{#prospecting}} Et nos vins !{{/prospecting}}' },
    });
    expect(await world.deliver(fits)).toEqual({ state: 'sent' });
    expect(world.stub.taken.at(-1)?.request).toMatchObject({
      Message: 'Maison Valmy: merci. Et nos vins ! STOP 36105',
    });
    const tooLong = await anOwedMessage('sms', '6', { sms: { text: `Maison Valmy: merci.${LONG_BLOCK}` } });
    expect(await world.deliver(tooLong)).toEqual({ state: 'sent' });
    expect(world.stub.taken.at(-1)?.request).toMatchObject({ Message: 'Maison Valmy: merci.' });
    expect((await world.message(tooLong)).verdict).toMatchObject({
      outcome: 'allow',
      reasons: [{ code: 'NOT_PROSPECTING_TRANSACTIONAL' }],
      notes: [{ code: 'PROSPECTING_BLOCKS_LEFT_OUT' }, { code: 'OPPOSITION_MENTION_MISSING', detail: 'no-room' }],
    });
  });

  test('is refused for its bytes where a value makes it prospecting, block or no block', async () => {
    const message = await anOwedMessage('sms', '7', { sms: { text: `Maison Valmy: merci {{prenom}}.${LONG_BLOCK}` } });
    expect(await deliverWith(message, { prenom: 'Profitez de −20 %' })).toMatchObject({
      state: 'refused',
      code: 'OPPOSITION_MENTION_MISSING',
    });
  });

  test('is sent by SMS with the name first and no STOP', async () => {
    const shipped = { templateId: 'shipped', version: '1' } as TemplateReference;
    await aTemplate(shipped, { class: 'transactional', channelKind: 'sms', reason: 'delivery', reference: 'CGV 5' });
    const reference = await world.aMessage({ channel: 'sms', consents: false, fields: { template: shipped } });
    expect(await world.deliver(reference)).toEqual({ state: 'sent' });
    expect(world.stub.taken.at(-1)?.request).toMatchObject({ Message: 'Maison Valmy: -20 % sur les vins' });
    // The route is told what it is: one of prospecting may be held until the morning.
    expect(kindsHandedOver()).toEqual(['Transactional']);
  });

  test('is handed over as promotional where it is prospecting, by SMS and MMS and call', async () => {
    await callsFrom(world);
    for (const channel of ['sms', 'mms', 'automated-call'] as const)
      expect(await world.deliver(await world.aMessage({ channel }))).toEqual({ state: 'sent' });
    expect(kindsHandedOver()).toEqual(['Promotional', 'promotional', 'promotional']);
  });

  test('is handed over as service by MMS and call', async () => {
    await callsFrom(world);
    for (const channelKind of ['mms', 'automated-call'] as const) {
      const ready = { templateId: 'ready', version: channelKind } as TemplateReference;
      await aTemplate(ready, { class: 'transactional', channelKind, reason: 'delivery', reference: 'CGV 5' });
      const reference = await world.aMessage({ channel: channelKind, consents: false, fields: { template: ready } });
      expect(await world.deliver(reference)).toEqual({ state: 'sent' });
    }
    expect(kindsHandedOver()).toEqual(['service', 'service']);
  });
});

describe('messages that wait on a cause', () => {
  beforeEach(() => aTemplate(SURVEY, {}));

  test('open its review once, are released together, vetted again and sent', async () => {
    const waiting = [await aSurvey(), await aSurvey(), await aSurvey()];
    for (const each of waiting)
      expect(await world.deliver(each)).toMatchObject({ state: 'in-review', code: 'CLASS_UNCERTAIN' });
    const [review, ...others] = (await world.reviews.list(world.access, { limit: 10 })).items;
    expect([review?.cause, others]).toEqual([CAUSE, []]);
    expect(review && (await waitingCountsOf(world.table).count(world.access, review.reviewId))).toBe(3);
    expect(await release()).toBe(0);
    await decide();
    expect(await release()).toBe(3);
    expect(released()).toEqual(waiting.map(({ messageId }) => messageId).sort());
    for (const each of waiting) expect(await world.deliver(each)).toEqual({ state: 'sent' });
    const bytes = JSON.stringify(world.stub.taken.at(-1)?.request);
    for (const said of [
      'List-Unsubscribe-Post',
      'Ne plus recevoir ces e-mails',
      'suite à votre relation avec Maison Valmy',
    ])
      expect(bytes).toContain(said);
    expect(bytes).not.toContain('publicitaire');
    expect(await world.message(waiting[0] ?? (await aSurvey()))).toMatchObject({
      verdict: { decisions: [`${CAUSE}#1`] },
    });
    expect([await release(), (await world.waitingLists.listDecided()).decided]).toEqual([0, []]);
  });

  test('do not go to one who refused everything, or by the link of such a message', async () => {
    const [all, byLink, offers] = [await aSurvey(), await aSurvey(), await aSurvey()];
    await world.deliver(all);
    await decide();
    const oppose = (contactId: ContactId, more: Partial<Parameters<typeof registerOpposition>[1]>) =>
      registerOpposition(
        { ...world, pause: noPause },
        {
          access: world.access,
          contactId,
          addressKind: 'email',
          of: { scope: 'channel', channels: ['email'] },
          via: 'link',
          requestId: sha256Of(contactId),
          bodySha256: sha256('4'),
          actor: { by: 'person' },
          ...more,
        },
      );
    await oppose(all.contactId, { of: { scope: 'global' }, via: 'phone' });
    await oppose(byLink.contactId, { coversRelational: true });
    await oppose(offers.contactId, {});
    expect(await world.deliver(all)).toMatchObject({ state: 'refused', code: 'RELATIONAL_REFUSED' });
    expect(await world.deliver(byLink)).toMatchObject({ state: 'refused', code: 'RELATIONAL_REFUSED' });
    expect(await world.deliver(offers)).toEqual({ state: 'sent' });
  });

  test('by SMS carry the STOP of their sender', async () => {
    const reference = await world.aMessage({ channel: 'sms', fields: { template: SURVEY, offerCategory: 'survey' } });
    await world.deliver(reference);
    await decide();
    expect(await world.deliver(reference)).toEqual({ state: 'sent' });
    expect(world.stub.taken.at(-1)?.request).toMatchObject({ Message: expect.stringMatching(/STOP 36105$/) });
  });

  test('are refused together where the human refused and nothing else allows them', async () => {
    const reference = await aSurvey();
    await world.deliver(reference);
    await world.oppose(reference.contactId, 'email');
    await decide({ decision: 'refused' });
    await release();
    expect(await world.deliver(reference)).toMatchObject({ state: 'refused' });
  });

  test('a decision between the vet and the waiting is not missed: the message puts itself back', async () => {
    const reference = await aSurvey();
    await world.deliver(await aSurvey());
    const overtaken = (steps: SendSteps): Partial<SendSteps> => ({
      vet: async (decrypted, input) => {
        const vetted = await steps.vet(decrypted, input);
        await decide();
        await release();
        return vetted;
      },
    });
    world.queue.puts.length = 0;
    expect(await world.deliver(reference, { wrap: overtaken })).toMatchObject({ state: 'in-review' });
    expect(released()).toContain(reference.messageId);
    expect(await world.deliver(reference)).toEqual({ state: 'sent' });
  });

  test('what the scope of a decision does not reach goes on waiting', async () => {
    const reference = await aSurvey();
    await world.deliver(reference);
    await decide({ appliesTo: { channels: ['sms'] } });
    expect(await release()).toBe(0);
    await decide();
    expect(await release()).toBe(1);
  });

  test('a queue that fails half-way loses nothing: the next run releases the rest', async () => {
    for (let count = 0; count < 30; count += 1) await world.deliver(await aSurvey());
    await decide();
    let taken = 0;
    const sendQueue = {
      put: async () => {
        taken += 1;
        if (taken > 10) throw new Error('no queue');
      },
    };
    const ports = { ...world.ports, reviews: world.reviews, waitingLists: world.waitingLists, sendQueue };
    await expect(releaseReviewedMessages(ports, () => true)).rejects.toThrow('no queue');
    world.queue.puts.length = 0;
    await release();
    expect(world.queue.puts.length).toBeGreaterThanOrEqual(20);
    expect((await world.waitingLists.listDecided()).decided).toEqual([]);
  });

  test('without time left nothing is released and nothing is forgotten', async () => {
    const reference = await aSurvey();
    await world.deliver(reference);
    await decide();
    expect(await release(() => false)).toBe(0);
    expect(await release()).toBe(1);
  });

  test('a merge value that brings a discount makes it prospecting, whatever was decided', async () => {
    const reference = await world.aMessage({ consents: false, fields: { template: SURVEY, offerCategory: 'survey' } });
    expect(await deliverWith(reference, { prenom: 'Profitez de −20 %' })).toMatchObject({
      state: 'refused',
      code: 'CONSENT_MISSING',
    });
  });
});
