import { expect, test } from 'vitest';
import { ADVERTISER, aWorldWithForms } from '../support/api.ts';

type Kept = { readonly where: string; readonly what: { fr: string; en: string }; readonly until?: string };

test('of a telephone the answer also says what those keep who carried messages to it; of an e-mail address none of that', async () => {
  const world = await aWorldWithForms();
  const erased = async (contact: object) => {
    const { body } = await world.call('declare-contact', { body: { advertiserId: ADVERTISER, contact } });
    const call = { path: { contactId: body.contactId }, query: { advertiserId: ADVERTISER }, body: {} };
    const answer = await world.call('erase-contact', call);
    expect(answer.status).toBe(200);
    return answer.body as { erasedAt: string; kept: readonly Kept[] };
  };
  const { erasedAt, kept } = await erased({ phone: '+33612345678' });
  const beyond = kept.filter(({ where }) => where === 'log' || where === 'provider');
  expect(beyond.map(({ where, what }) => [where, what.en])).toEqual([
    ['log', expect.stringMatching(/AWS logs what became of SMS: the number, masked/)],
    ['provider', expect.stringMatching(/opted out with AWS or another provider/)],
    ['provider', expect.stringMatching(/Amazon Connect: its record, with the number, the script/)],
    ['provider', expect.stringMatching(/left by another provider: logs of its own/)],
  ]);
  expect(Date.parse(beyond[0]?.until ?? '') - Date.parse(erasedAt)).toBe(10 * 86_400_000);
  expect(beyond[2]).toMatchObject({ untilWhen: { fr: 'Vingt-quatre mois après l’appel.' } });

  const ofMail = await erased({ email: 'camille.martin@example.com' });
  expect(ofMail.kept.map(({ what }) => what.en)).toEqual(
    kept.filter((each) => !beyond.includes(each)).map(({ what }) => what.en),
  );
});
