import type { Aval } from '#tools/start/aval.ts';
import { ADVERTISER_ID } from './advertiser.ts';
import type { Surroundings } from './campaign.ts';
import { asked } from './campaign-calls.ts';
import { mailingOf } from './mailings.ts';

/** The campaign of the day after: newsletter 1 to everybody of the index, at 09:00 where each of them is. */
export const CAMPAIGN = {
  name: 'Récolte d’hiver',
  channel: 'email',
  purpose: 'own-offers',
  template: { templateId: 'new-harvest', version: '1' },
  audience: { segment: { channel: 'email', purpose: 'own-offers' } },
  schedule: { waves: '2026-11-25T09:00' },
  endsAt: '2026-11-26T09:00:00+01:00',
} as const;
/** Readers overseas, who are in no line of the file: three in each place. */
const OVERSEAS = ['Indian/Reunion', 'America/Martinique'].flatMap((zone) =>
  [1, 2, 3].map((number) => ({ zone, email: `${zone.split('/')[1]?.toLowerCase()}-${number}@lecteurs.example` })),
);

/** What a campaign is followed with. */
export type With = Pick<Surroundings, 'client' | 'progress'> & { readonly stack: Aval };

/** Writes what the campaign sends. */
export const putTemplate = async ({ client }: With): Promise<void> => {
  const { templateId, version } = CAMPAIGN.template;
  const { offerCategory: category, content } = mailingOf('1');
  const path = `/v1/advertisers/${ADVERTISER_ID}/templates/${templateId}/versions/${version}`;
  await asked(client, 'PUT', path, { category, content });
};

/** Records where the readers overseas live, and what they agreed to. */
export const recordOverseas = async ({ client }: With): Promise<void> => {
  for (const { email, zone } of OVERSEAS) {
    const whose = { advertiserId: ADVERTISER_ID, contact: { email } };
    await asked(client, 'PUT', '/v1/contacts', { ...whose, zone });
    const form = { formId: 'newsletter', version: '2024-01' };
    const consent = { ...whose, channels: ['email'], purpose: 'own-offers', form, givenAt: '2026-05-20T09:00:00Z' };
    await asked(client, 'POST', '/v1/consents', consent, email);
  }
};
