import { expect, test } from 'vitest';
import { Contact } from '#console/contacts/answers.ts';
import { standingView } from '#console/contacts/view.ts';

const piece = (en: string) => ({ sentence: { fr: 'x', en } });
const NO_TEXTS = piece('The form names no texts.');

test('a consent for two channels is shown with the one on which it can be used, and each reason once', () => {
  const contact = Contact.parse({
    ...{ contactId: 'v1n1.a', addressKind: 'email', sales: [], oppositions: [] },
    firstRecordedAt: '2026-11-24T10:00:00.000Z',
    consents: [
      {
        ...{ channels: ['email', 'sms'], purpose: 'own-offers', givenAt: '2026-11-20T10:00:00.000Z', state: 'given' },
        ...{ usable: { email: true, sms: { missing: [NO_TEXTS] } }, missing: [], reasons: [NO_TEXTS] },
      },
    ],
  });
  const { html } = standingView(contact, undefined, 'en');
  expect(/Can support: ([^<]*)\./.exec(html)?.[1]).toBe('e-mail');
  expect(html.split('The form names no texts.')).toHaveLength(2);
});
