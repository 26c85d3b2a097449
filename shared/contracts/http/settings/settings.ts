import * as z from 'zod/mini';
import type { SeenSettings } from '#shared/app/settings/get-advertiser.ts';
import type { Readiness } from '#shared/app/settings/readiness-of-settings.ts';
import { about, named } from '#shared/domain/about.ts';
import { Advertiser, AdvertiserSettings, settingsOf } from '#shared/domain/advertiser/advertiser.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { Missing, missingViews, UsableByChannel, usableView } from './missing.ts';

const { advertiserId, settingsVersion, recordedAt } = Advertiser.shape;

/** Path parameter of the routes of one advertiser. */
export const AdvertiserPath = z.strictObject({
  advertiserId: about(
    'The id that you choose for the advertiser: lower-case letters, digits and hyphens, 1 to 40 characters.',
    AdvertiserId,
  ),
});

const status = about(
  'in-force: verdicts are given under it. superseded: a later version is in force. draft: it never was in force.',
  z.enum(['in-force', 'superseded', 'draft']),
);

const statusOf = ({ stored, inForce }: SeenSettings): z.infer<typeof status> => {
  if (stored.draft) return 'draft';
  return stored.settingsVersion === inForce ? 'in-force' : 'superseded';
};

/** A version of the settings, without what it says. */
export const SettingsEntry = named(
  'SettingsEntry',
  z.strictObject({ advertiserId, settingsVersion, status, recordedAt }),
);

/** A version of the settings as it was put, and what it can carry. */
export const SettingsVersion = named(
  'SettingsVersion',
  z.strictObject({
    ...SettingsEntry.shape,
    settings: about(
      'What was put, with the defaults and without draft: it can be put again as it is.',
      AdvertiserSettings,
    ),
    usable: about(
      'The channels of which messages can be sent or judged now: true, or what the settings lack. The law on each message is not asked.',
      UsableByChannel,
    ),
    warnings: about('What is worth mending, although the settings were stored. Empty: nothing.', z.array(Missing)),
  }),
);

/** One version in a list. */
export const settingsEntryView = (seen: SeenSettings): z.infer<typeof SettingsEntry> => ({
  advertiserId: seen.stored.advertiserId,
  settingsVersion: seen.stored.settingsVersion,
  status: statusOf(seen),
  recordedAt: seen.stored.recordedAt,
});

/** One version, whole. */
export const settingsVersionView = (
  seen: SeenSettings,
  { usable, warnings }: Readiness,
): z.infer<typeof SettingsVersion> => ({
  ...settingsEntryView(seen),
  settings: settingsOf(seen.stored),
  usable: usableView(usable),
  warnings: missingViews(warnings),
});

/** Settings as the examples put them. */
export const settingsExample = () => ({
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
});
