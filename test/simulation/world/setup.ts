import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, FactId } from '#shared/domain/ids.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import {
  ADVERTISER_ID,
  aFormVersion,
  anAdvertiser,
  consentFacts,
  instant,
  OTHER_SIREN,
  referenceOf,
  SIREN,
} from '#test/support/builders.ts';
import type { Person, Story } from '../story.ts';
import type { recordingPorts } from './ports.ts';

/** The two advertisers of a run, by their place. */
export const ADVERTISERS = [
  { access: admit(ADVERTISER_ID), siren: SIREN, replyCode: '36105' },
  { access: admit('domaine-lys' as AdvertiserId), siren: OTHER_SIREN, replyCode: '36106' },
] as const;

type Ports = ReturnType<typeof recordingPorts>;

export const LONG_AGO = instant('2024-01-01T00:00:00Z');

/** An advertiser with its form. */
const settle = async (ports: Ports, place: Person['of'], { ceiling, twoKeys, review }: Story): Promise<void> => {
  const { access, siren, replyCode } = ADVERTISERS[place];
  const { advertiserId } = access;
  const sms = [{ senderId: 'MAISONVALMY', replyCode }];
  const stored = anAdvertiser({ advertiserId, siren, dailyCeiling: ceiling });
  const { advertiserId: _i, settingsVersion: _v, recordedAt: _r, ...settings } = stored;
  const calls = [{ callerId: '+33162000000', acceptsKeyPress: true }];
  const senders = { ...settings.senders, sms, calls };
  const approval = twoKeys?.includes(place) ? { campaignApproval: 'second-key' } : {};
  const offers = review?.of === place ? [{ category: 'wine', natures: ['consumer-credit'] }] : settings.offers;
  await ports.advertisers.put(
    access,
    AdvertiserSettings.parse({ ...settings, ...approval, offers, senders }),
    LONG_AGO,
  );
  await ports.formVersions.put(access, aFormVersion({ advertiserId }));
};

/** Resolves to what the table calls the contact. */
const agree = async (ports: Ports, { address, channel, of, consents }: Person) => {
  const { access } = ADVERTISERS[of];
  const { advertiserId } = access;
  const addressKind = channel === 'email' ? 'email' : 'phone';
  const contactId = ports.fingerprints.contactIdOf(advertiserId, { kind: addressKind, value: address });
  if (!consents) return { access, contactId, address };
  const given = consentFacts();
  const at = instant('2026-05-20T09:00:01Z');
  const seen = emptyStanding({ advertiserId, contactId, addressKind }, at);
  const consent = { ...given, channels: [channel], form: referenceOf(aFormVersion()) };
  const id = `${contactId}.${'c'.repeat(16)}` as FactId;
  const event = { type: 'consent-given', id, consent, observed: false, actor: { by: 'system' } } as const;
  await appendToLedger(ports.ledger, access, [{ contactId, seen, events: [event], address }], { at });
  return { access, contactId, address };
};
export type Known = Awaited<ReturnType<typeof agree>>;

/**
 * What stands before anything begins: advertisers with their forms, and the consents of those who agreed. Resolves to what the
 * table calls everybody.
 */
export const setUp = async (ports: Ports, story: Story): Promise<readonly Known[]> => {
  const { people, campaigns } = story;
  await settle(ports, 0, story);
  if (campaigns.length > 0) await settle(ports, 1, story);
  const known: Known[] = [];
  for (const person of people) known.push(await agree(ports, person));
  return known;
};
