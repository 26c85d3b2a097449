import type { Client } from '#tools/api-client.ts';
import { ADVERTISER_ID } from './advertiser.ts';
import { asked } from './campaign-calls.ts';
import { mailingOf } from './mailings.ts';

/** A reader for whoever looks at the preference centre: what she agreed to is in force when the demo has ended, the offers of the partner too. */
const READER = { firstName: 'Inès', email: 'ines@lecteurs.example' } as const;

const consentOf = (purpose: string) => ({
  contact: { email: READER.email },
  channels: ['email'],
  purpose,
  givenAt: '2026-11-20T18:12:00+01:00',
  form: { formId: 'newsletter-partners', version: '2024-06' },
});

/** Records what she agreed to, and sends her the newsletter of the advertiser and that of the partner. */
export const writeToReader = async (client: Client, idle: () => Promise<void>): Promise<void> => {
  await asked(
    client,
    'POST',
    '/v1/consents/batch',
    {
      advertiserId: ADVERTISER_ID,
      consents: [consentOf('own-offers'), consentOf('partner-offers')],
    },
    READER.email,
  );
  const messages = (['1', '3'] as const).map((mailing) => {
    const { channel, purpose, partner, offerCategory, content } = mailingOf(mailing);
    const about = { channel, purpose, offerCategory, content, ...(partner === undefined ? {} : { partner }) };
    return { contact: { email: READER.email }, ...about, mergeValues: { PRENOM: READER.firstName } };
  });
  await asked(client, 'POST', '/v1/messages', { advertiserId: ADVERTISER_ID, messages }, READER.email);
  await idle();
};
