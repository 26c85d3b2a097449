import { describe, expect, test } from 'vitest';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';

const PATH = { advertiserId: ADVERTISER, templateId: 'christmas', version: '1' };
const CONTACT = { phone: '+33612345678' };
/** 14 for the name, 11 for STOP and its space. */
const NOEL = `Noël approche, ${'nos vins aussi. '.repeat(4)}`;

const put = (world: World, text: string, more: object = {}, version = '1') =>
  world.call('put-template-version', {
    path: { ...PATH, version },
    body: { category: 'wine', content: { sms: { text } }, ...more },
  });
const send = async (world: World, message: object) => {
  const messages = [{ contact: CONTACT, channel: 'sms', ...message }];
  return (await world.call('accept-messages', { body: { advertiserId: ADVERTISER, messages } })).body.messages[0];
};
const allow = (world: World, maxSegments: number) =>
  world.call('patch-advertiser', { path: { advertiserId: ADVERTISER }, body: { sms: { maxSegments } } });
const COSTLY = {
  segments: 2,
  encoding: 'UCS-2',
  outside: [{ character: 'ë', in: 'text', position: 3, instead: 'e' }],
  segmentsWithout: 1,
};

describe('what a text costs', () => {
  test('is in the answer of a template, which warns of the character that costs a segment', async () => {
    const world = await aWorldWithForms();
    const { status, body } = await put(world, `${NOEL}{{prenom}}`);
    expect([status, body.cost]).toMatchObject([201, { ...COSTLY, maxSegments: 3, fieldsNotCounted: ['prenom'] }]);
    expect(body.warnings).toMatchObject([{ pointer: '/content/sms/text' }]);
    expect(body.warnings[0].sentence.en).toContain('ë (character 3) is not in the alphabet GSM-7');
    const plain = await put(world, NOEL.replace('ë', 'e'), {}, '2');
    expect([plain.body.cost.segments, plain.body.cost.outside, plain.body.warnings]).toEqual([1, [], []]);
  });

  test('refuses a template and a message that take too many, with the count', async () => {
    const world = await aWorldWithForms();
    await allow(world, 1);
    const { status, body } = await put(world, NOEL);
    expect([status, body.errors]).toMatchObject([422, [{ pointer: '/content/sms/text' }]]);
    expect(body.errors[0].detail).toMatch(/2 segments .*UCS-2.*1 segment is allowed.*ë \(character 3\).*1 segment\./);
    expect(body.errors[0].remedy.sentence).toBe('Write e in place of ë.');
    const { error } = await send(world, { offerCategory: 'wine', content: { sms: { text: NOEL } } });
    expect(error.errors).toMatchObject([{ pointer: '/messages/0/content/sms/text' }]);
  });

  test('is in the answer of a message, with its values, and of a verdict on bytes', async () => {
    const world = await aWorldWithForms();
    const content = { sms: { text: 'Bonjour {{prenom}}' } };
    const accepted = await send(world, { offerCategory: 'wine', content, mergeValues: { prenom: 'Zoë' } });
    expect(accepted).toMatchObject({
      status: 'accepted',
      cost: { segments: 1, outside: [{ character: 'ë', in: 'value', field: 'prenom', position: 3 }] },
    });
    const bytes = { sms: { senderId: 'MAISONVALMY', text: `Maison Valmy: ${NOEL}STOP 36105` } };
    const messages = [{ contact: CONTACT, channel: 'sms', offerCategory: 'wine', bytes }];
    const { body } = await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages } });
    expect(body.verdicts[0].cost).toMatchObject({ segments: 2, maxSegments: 3, segmentsWithout: 1 });
  });

  test('counts the STOP of a relational text, which carries one', async () => {
    const world = await aWorldWithForms();
    await allow(world, 1);
    const text = 'a'.repeat(160 - 'Maison Valmy: '.length);
    const reason = { reason: 'order', reference: 'CGV, article 4' };
    expect((await put(world, text, { class: 'transactional', ...reason })).status).toBe(201);
    expect((await put(world, text, { class: 'relational' }, '2')).status).toBe(422);
  });

  test('a value that names another code for STOP is refused where it is', async () => {
    const world = await aWorldWithForms();
    const content = { sms: { text: 'Bonjour {{prenom}}. {{fin}}' } };
    const mergeValues = { prenom: 'Zoë', fin: '"STOP" par SMS au 38 000' };
    const { error } = await send(world, { offerCategory: 'wine', content, mergeValues });
    expect(error.errors).toMatchObject([{ pointer: '/messages/0/mergeValues/fin' }]);
  });
});
