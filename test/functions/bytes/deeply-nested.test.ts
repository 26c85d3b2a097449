import { describe, expect, test } from 'vitest';
import { ADVERTISER, aWorldWithForms } from '../support/api.ts';

const CONTACT = { email: 'camille.martin@example.com' };
const mail = (html: string) => ({
  contact: CONTACT,
  channel: 'email',
  offerCategory: 'wine',
  bytes: { email: { from: { address: 'lettre@maison-valmy.example' }, subject: 'Nos vins', headers: [], html } },
});

describe('bytes nested deeper than anybody reads', () => {
  test.each(['<b>', '<div>', '<font>'])('are one item that is refused: 20,000 of %s', async (tag) => {
    const world = await aWorldWithForms();
    const messages = [mail('<p>Nos vins</p>'), mail(tag.repeat(20_000)), mail('<p>Nos vins</p>')];
    const { status, body } = await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages } });
    expect(status).toBe(207);
    expect(body.verdicts.map(({ outcome }: { outcome?: string }) => outcome)).toEqual(['refuse', undefined, 'refuse']);
    expect(body.verdicts[1].error).toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '/messages/1/bytes/email/html' }],
    });
  });
  test('of a call as well', async () => {
    const world = await aWorldWithForms();
    const script = `<speak>${'<p>'.repeat(20_000)}Bonjour${'</p>'.repeat(20_000)}</speak>`;
    const call = {
      ...mail(''),
      contact: { phone: '+33639980101' },
      channel: 'automated-call',
      bytes: { automatedCall: { callerId: '+33162000000', script } },
    };
    const messages = [mail('<p>Nos vins</p>'), call];
    const { status, body } = await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages } });
    expect(status).toBe(207);
    expect(body.verdicts[1].error.errors).toMatchObject([{ pointer: '/messages/1/bytes/automatedCall/script' }]);
  });
});
