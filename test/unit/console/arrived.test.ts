import { describe, expect, test } from 'vitest';
import { addressIn, arrivedIn, readable, withWords } from '#console/messages/arrived.ts';
import type { Watched } from '#console/watched.ts';

const CONTACT = `v1n1.${'a_-'.repeat(14)}b`;
const mail = {
  ...{
    id: 'ses-1',
    to: 'lea@example.fr',
    from: '=?UTF-8?Q?=C3=89picerie?= <l@valmy.example>',
    subject: 'Récolte d’hiver',
  },
  ...{ html: undefined, text: 'Bonjour Léa', headers: [], at: '2026-11-24T10:00:00.000Z' },
  tags: { messageId: 'msg_1', contactId: CONTACT.replace('.', '_') },
};
const sms = {
  ...{ id: 'sns-1', to: '+33612345678', senderId: 'VALMY', text: 'Récolte STOP 36105', type: 'Promotional' },
  at: '2026-11-24T11:00:00.000Z',
};
const sent = { providerMessageId: 'sns-1', messageId: 'msg_2', contactId: 'v1n1.sms' };
const stack = {
  inbox: () => [mail],
  smsSink: () => [sms],
  provider: { taken: () => [] },
  events: () => [{ type: 'message.sent.v1', detail: sent }],
  phoneIdOf: () => '0a1b2c3d4e5f',
} as unknown as Watched;

describe('what arrived', () => {
  test('is listed latest first, with the message that it was', () => {
    expect(arrivedIn(stack)).toMatchObject([
      { channel: 'sms', messageId: 'msg_2', contactId: 'v1n1.sms', isSingle: true, phone: '0a1b2c3d4e5f' },
      {
        channel: 'email',
        messageId: 'msg_1',
        contactId: CONTACT,
        from: { name: 'Épicerie' },
        shownAt: '/inbox/0/html',
      },
    ]);
  });

  test.each([
    ['recolte', ['sms', 'email']],
    ['HIVER epicerie', ['email']],
    ['lea@example.fr', ['email']],
    ['612345678', ['sms']],
    ['récolte lyon', []],
    ['', ['sms', 'email']],
  ])('is found by %s', (asked, channels) => {
    expect(withWords(arrivedIn(stack), asked).map(({ channel }) => channel)).toEqual(channels);
  });
});

test.each([
  ['lea@example.fr', { email: 'lea@example.fr' }],
  [' 06 12 34 56 78 ', { phone: '+33612345678' }],
  ['0033 6.12.34.56.78', { phone: '+33612345678' }],
  ['+33612345678', { phone: '+33612345678' }],
  ['+32 470 12 34 56', { phone: '+32470123456' }],
  ['0692 12 34 56', { phone: '+262692123456' }],
  ['06 96 12 34 56', { phone: '+596696123456' }],
  ['lea@café.example', { email: 'lea@xn--caf-dma.example' }],
  ['1234567890', undefined],
  ['2026-11-29 10', undefined],
  ['33612345678', undefined],
  ['récolte d’hiver', undefined],
  ['lea@example', undefined],
])('%s is read as an address, or as words', (asked, address) => {
  expect(addressIn(asked)).toEqual(address);
});

test.each([
  ['lea@xn--caf-dma.example', 'lea@café.example'],
  ['lea@example.fr', 'lea@example.fr'],
  ['+33612345678', '+33 6 12 34 56 78'],
  ['VALMY', 'VALMY'],
])('%s is read as %s', (address, shown) => {
  expect(readable(address)).toBe(shown);
});
