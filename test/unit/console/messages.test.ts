import { expect, test } from 'vitest';
import { messagesPage } from '#console/messages/messages.ts';
import { anApi } from './asked-api.ts';

const message = (id: string, channel: string) => ({
  ...{ id, shortReference: 'AB12', contactId: 'v1n1.a', channel, purpose: 'own-offers', status: 'sent' },
  acceptedAt: '2026-11-24T10:00:00.000Z',
});
const ofChannel = (channel: string, count: number) =>
  Array.from({ length: count }, (_, index) => message(`msg_${index}`, channel));
const body = { advertiser: 'valmy', status: 'any' };

/** The sentence about what was found, and whether the page offers to go on. */
const foundBy = async (given: object, answerTo: () => object, language: 'fr' | 'en' = 'en') => {
  const { around, asked } = anApi(answerTo, language);
  const page = await messagesPage(around, { ...body, ...given });
  const [, said] = /<p role="status"[^>]*>(.*?)<\/p>/.exec(page) ?? [];
  return { said, goesOn: page.includes(language === 'en' ? 'Go on with older ones' : 'Continuer avec'), asked };
};
const MMS = { channel: 'mms' };

test('a channel with no hit in a thousand messages says that older ones are left', async () => {
  const answerTo = () => ({ messages: ofChannel('email', 100), nextCursor: 'c' });
  const found = await foundBy(MMS, answerTo);
  expect(found.asked).toHaveLength(10);
  expect(found).toMatchObject({
    said: 'None among the 1,000 messages looked through; there are older ones.',
    goesOn: true,
  });
  const { said } = await foundBy(MMS, answerTo, 'fr');
  expect(said?.replaceAll(/\s/g, ' ')).toBe('Aucun parmi les 1 000 messages parcourus ; il y en a de plus anciens.');
});

test('a channel with no hit, and nothing older, says that there is none', async () => {
  const found = await foundBy(MMS, () => ({ messages: ofChannel('email', 3) }));
  expect(found).toMatchObject({ said: 'Nothing like it.', goesOn: false });
});

test.each([
  ['the first page', '', 25, true, 'The latest 25 of them; there are more.'],
  ['a first page with one', '', 1, true, 'The latest of them; there are more.'],
  ['a later page', 'b', 25, true, '25 older messages; there are more.'],
  ['a later page with one', 'b', 1, true, 'One older message; there are more.'],
  ['the last page', 'b', 7, false, '7 older messages.'],
  ['a last page with one', 'b', 1, false, 'One older message.'],
  ['a last page with none', 'b', 0, false, 'There are no older ones.'],
  ['the only page', '', 7, false, '7 messages, the latest first.'],
])('%s says which it shows', async (_, cursor, count, goesOn, said) => {
  let pages = 0;
  const answerTo = () => {
    pages += 1;
    const messages = pages === 1 ? ofChannel('mms', count) : ofChannel('email', 100);
    return { messages, ...(goesOn ? { nextCursor: 'c' } : {}) };
  };
  expect(await foundBy({ ...MMS, cursor }, answerTo)).toMatchObject({ said, goesOn });
});
