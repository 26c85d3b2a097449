import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { FactId } from '#shared/domain/ids.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import { ADVERTISER_ID, aConsent, aFormVersion, anAdvertiser, instant, referenceOf } from '#test/support/builders.ts';
import type { Story } from '../story.ts';
import type { recordingPorts } from './ports.ts';

export const ACCESS = admit(ADVERTISER_ID);
export const REPLY_CODE = '36105';

/** What stands before anything begins: an advertiser with its form, and the consents of those who agreed. */
export const setUp = async (ports: ReturnType<typeof recordingPorts>, { people, ceiling }: Story): Promise<void> => {
  const {
    advertiserId: _i,
    settingsVersion: _v,
    recordedAt: _r,
    ...settings
  } = anAdvertiser({ dailyCeiling: ceiling });
  await ports.advertisers.put(ACCESS, AdvertiserSettings.parse(settings), instant('2024-01-01T00:00:00Z'));
  await ports.formVersions.put(ACCESS, aFormVersion());
  const { kind: _k, id: _d, seq: _s, recordedAt: _a, state: _t, observed: _o, seal: _l, ...given } = aConsent();
  for (const { address, channel, consents } of people) {
    if (!consents) continue;
    const addressKind = channel === 'email' ? 'email' : 'phone';
    const contactId = ports.fingerprints.contactIdOf(ADVERTISER_ID, { kind: addressKind, value: address });
    const at = instant('2026-05-20T09:00:01Z');
    const seen = emptyStanding({ advertiserId: ADVERTISER_ID, contactId, addressKind }, at);
    const consent = { ...given, channels: [channel], form: referenceOf(aFormVersion()) };
    const id = `${contactId}.${'c'.repeat(16)}` as FactId;
    const event = { type: 'consent-given', id, consent, observed: false, actor: { by: 'system' } } as const;
    await appendToLedger(ports.ledger, ACCESS, [{ contactId, seen, events: [event], address }], { at });
  }
};
