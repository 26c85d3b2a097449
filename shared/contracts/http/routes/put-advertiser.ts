import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { Advertiser, AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { document } from '../document.ts';
import { route } from '../route.ts';

/** Stores a version of the settings of an advertiser. */
export const putAdvertiserRoute = route({
  name: 'put-advertiser',
  method: 'PUT',
  path: '/v1/advertisers/{advertiserId}',
  scope: 'advertisers:write',
  parameters: z.strictObject({
    advertiserId: about(
      'The id that you choose for the advertiser: lower-case letters, digits and hyphens, 1 to 40 characters.',
      AdvertiserId,
    ),
  }),
  body: AdvertiserSettings,
});

const SETTINGS = {
  siren: '552100554',
  legalName: 'Maison Valmy SAS',
  tradeNames: ['Maison Valmy'],
  postalAddress: '12 rue des Vignes, 51100 Reims',
  contact: { email: 'contact@maison-valmy.example' },
  privacyNoticeUrl: 'https://maison-valmy.example/confidentialite',
  senders: {
    email: [{ address: 'bonjour@maison-valmy.example', name: 'Maison Valmy' }],
    sms: [{ senderId: 'MAISONVALMY', replyCode: '36105' }],
    calls: [{ callerId: '+33162000000', acceptsKeyPress: true, oppositionNumber: '+33800123456' }],
  },
  analogies: [{ sold: 'wine', offered: ['wine', 'glassware'], rationale: 'Verres et vins se vendent ensemble.' }],
};

document(putAdvertiserRoute, () => ({
  summary: 'Stores a new version of the settings of an advertiser',
  answers: [{ status: 200, means: 'The settings as stored, with their version', body: Advertiser }],
  problems: ['advertiser-not-found', 'siren-taken', 'concurrent-change'],
  request: SETTINGS,
  answer: {
    ...SETTINGS,
    locale: 'fr',
    zone: 'Europe/Paris',
    professionalOffers: [],
    offers: [],
    retention: { prospectYears: 3, customerYears: 3 },
    sms: { maxSegments: 3, sundayAndHolidayCourtesy: true, window: { from: '08:00', until: '21:30' } },
    dailyCeiling: 5,
    readings: [],
    advertiserId: 'maison-valmy',
    settingsVersion: 1,
    recordedAt: '2026-11-24T10:00:00.000Z',
  },
}));
