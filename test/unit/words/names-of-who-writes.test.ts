import { expect, test } from 'vitest';
import { noticeOf } from '#shared/app/oppositions/show-opposition-page.ts';
import type { OppositionToken } from '#shared/app/oppositions/tokens.port.ts';
import { unescapeHtml } from '#shared/channels/content/escape.ts';
import { documentOf } from '#shared/pages/layout.ts';
import { oppositionPage, who } from '#shared/pages/opposition-page.ts';
import { oppositionRecorded } from '#shared/pages/opposition-recorded.ts';
import { ADVERTISER_ID, anAdvertiser, CONTACT_ID, messageId } from '#test/support/builders.ts';

const link: OppositionToken = {
  advertiserId: ADVERTISER_ID,
  contactId: CONTACT_ID,
  messageId: messageId('one'),
  channel: 'sms',
  purpose: 'own-offers',
};
const mailFrom = (name: string) => ({ address: `${name.length}@maison-valmy.example`, name });
const shown = (tradeNames: readonly string[], mails: readonly string[] = [], legalName = 'Maison Valmy SAS') => {
  const advertiser = anAdvertiser();
  const senders = { ...advertiser.senders, email: mails.map(mailFrom) };
  return noticeOf({ ...advertiser, tradeNames: [...tradeNames], legalName, senders } as never, link);
};

test('a page says each name under which an advertiser writes, and who it is', () => {
  const notice = shown(['Maison Valmy', 'Caves Dubois', 'Le Cellier']);
  expect(who(notice)).toBe('Caves Dubois, Le Cellier (Maison Valmy SAS)');
  for (const page of [oppositionPage(notice, 'fr', 'token'), oppositionRecorded(notice, false, 'fr')])
    expect(unescapeHtml(documentOf(page))).toContain('Caves Dubois, Le Cellier (Maison Valmy SAS)');
});

test('the name that its mails show is one of them; each is said once, and none that is in the legal name', () => {
  expect(who(shown(['Caves Dubois'], ['La Lettre de Valmy', 'Caves Dubois', 'caves dubois']))).toBe(
    'Caves Dubois, La Lettre de Valmy (Maison Valmy SAS)',
  );
  expect(who(shown(['Maison Valmy'], ['Maison Valmy']))).toBe('Maison Valmy SAS');
  expect(who(shown([]))).toBe('Maison Valmy SAS');
  expect(who(shown(['Valmy'], [], 'Société des Vins'))).toBe('Valmy (Société des Vins)');
});
