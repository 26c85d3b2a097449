import { describe, expect, test } from 'vitest';
import { messagesPage } from '#console/messages/messages.ts';
import { anApi } from './asked-api.ts';

const message = (id: string, channel: string) => ({
  ...{ id, shortReference: 'AB12', contactId: 'v1n1.a', channel, status: 'sent' },
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

describe('why a message did not leave, or reached nobody, is said in words', () => {
  const pageOf = (because: object, language: 'fr' | 'en') => {
    const answerTo = () => ({ messages: [{ ...message('msg_1', 'email'), status: 'parked', ...because }] });
    return messagesPage(anApi(answerTo, language).around, body);
  };

  test.each([
    ['too-slow', 'il n’a pas pu être fait à temps, trois fois', 'it could not be made in time, three times'],
    ['no-route', 'rien n’est installé pour envoyer par ce canal', 'nothing is installed that sends by this channel'],
    [
      'rejected:media-refused',
      'le prestataire refuse l’image du message',
      'the provider refuses the picture of the message',
    ],
    ['rejected:MessageRejected', 'le prestataire refuse ce message', 'the provider refuses this message'],
  ])('set aside: %s', async (parkedBecause, fr, en) => {
    const code = `<code>${parkedBecause}</code></p>`;
    expect(await pageOf({ parkedBecause }, 'fr')).toContain(`<p>Mis de côté car : ${fr} ${code}`);
    expect(await pageOf({ parkedBecause }, 'en')).toContain(`<p>Set aside because: ${en} ${code}`);
  });

  test('undelivered: expired', async () => {
    const because = { status: 'undelivered', undeliveredBecause: 'expired' };
    const [fr, en] = [await pageOf(because, 'fr'), await pageOf(because, 'en')];
    expect(fr).toContain(
      '<p>Non distribué car : le prestataire n’a pas pu le distribuer à temps <code>expired</code></p>',
    );
    expect(en).toContain('<p>Undelivered because: the provider could not deliver it in time <code>expired</code></p>');
  });

  test('a code without words is shown alone', async () => {
    expect(await pageOf({ parkedBecause: 'other' }, 'en')).toContain('<p>Set aside because: <code>other</code></p>');
  });

  test('of a message that neither happened to, neither is said', async () => {
    expect(await pageOf({ status: 'refused' }, 'en')).not.toMatch(/Set aside because|Undelivered because/);
  });
});

describe('a message that words find, and that could not be looked up', () => {
  const mail = {
    ...{ id: 'mail_1', at: '2026-11-24T10:00:00.000Z', to: 'a@example.com', from: 'b@example.com', subject: 'Cuvée' },
    ...{ text: 'Bonjour.', headers: [], tags: { messageId: 'msg_1', contactId: 'v1n1_a' } },
  };
  const pageOf = async (answer: Response) => {
    const { around } = anApi(() => answer);
    const stack = { ...around.stack, inbox: () => [mail] } as unknown as typeof around.stack;
    return messagesPage({ ...around, stack }, { ...body, q: 'cuvée' });
  };
  const problem = (status: number) => Response.json({ title: 'A store is away', status }, { status });

  test('is not said to be none', async () => {
    const shown = await pageOf(problem(503));
    expect(shown).toContain('A store is away');
    expect(shown).not.toContain('Nothing like it.');
  });

  test('of another advertiser is none', async () => {
    expect(await pageOf(problem(404))).toContain('Nothing like it.');
  });
});
