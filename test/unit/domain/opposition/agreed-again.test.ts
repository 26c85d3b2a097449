import { describe, expect, test } from 'vitest';
import { isAgreedTo } from '#shared/app/centre/offered-forms.ts';
import type { Consent } from '#shared/domain/consent/consent.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { vet } from '#shared/law/fold/vet.ts';
import {
  aConsent,
  aFormVersion,
  anAdvertiser,
  anOpposition,
  aProposedMessage,
  aStanding,
  aVetRequest,
  NOW,
  sha256,
} from '#test/support/builders.ts';

const FORM = aFormVersion();
const LATER = '2026-11-20T09:00:00Z' as Instant;
const FILE = { sha256: sha256('9') };
const { siren, legalName } = anAdvertiser();
const OURS = { name: legalName, siren };
const OTHER = { name: 'Foires de l’Ouest', siren: '732829320' };

/** Consents after an opposition by e-mail: what differs in each decides whether it lifts it (OPP-4). */
const CASES: readonly (readonly [string, Partial<Consent>, boolean])[] = [
  ['with its file', { proof: FILE }, true],
  ['seen by us', { observed: true }, true],
  ['neither with a file nor seen by us', {}, false],
  ['that a message asked for', { proof: FILE, drawnBy: 'message' }, false],
  ['that another collected', { proof: FILE, collector: OTHER }, false],
  ['that names the advertiser as who collected it', { proof: FILE, collector: OURS }, true],
  ['that came through the hands of another', { proof: FILE, transferredBy: [OTHER] as never }, false],
  ['that came through hands of the advertiser', { proof: FILE, transferredBy: [OURS] as never }, true],
];

const standingWith = (changes: Partial<Consent>) =>
  aStanding({
    consents: [aConsent({ seq: 12, givenAt: LATER, recordedAt: LATER, ...changes } as never)],
    oppositions: [anOpposition()],
  });

describe('a consent after an opposition', () => {
  test.each(CASES)('%s: the preference centre says what the verdict does', (_, changes, lifts) => {
    const standing = standingWith(changes);
    const { outcome } = vet(aVetRequest({ standing, message: aProposedMessage(), formOf: () => FORM }));
    const judged = { advertiser: anAdvertiser(), at: NOW, decisions: () => undefined, formOf: () => FORM };
    const isAgreed = isAgreedTo({ purpose: 'own-offers', channels: ['email'] }, standing, judged);
    expect([outcome === 'allow', isAgreed]).toEqual([lifts, lifts]);
  });
});
