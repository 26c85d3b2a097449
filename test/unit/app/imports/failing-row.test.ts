import { expect, test } from 'vitest';
import type { ImportContext, ImportPorts } from '#shared/app/imports/imported-row.ts';
import { recordConsentRow } from '#shared/app/imports/record-basis-row.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, JobId } from '#shared/domain/ids.ts';
import { ADVERTISER_ID, aFormVersion, NOW } from '../../../support/builders.ts';

const access = admit(ADVERTISER_ID);
const contact = { contactId: `con_${'a'.repeat(22)}` as ContactId, addressKind: 'email' } as const;
const provenance = {
  ...{ source: 'Agence', collectedFrom: '2026-01-01', collectedUntil: '2026-11-01' },
  approver: { name: 'Jeanne Roy' },
};
const context = {
  access,
  job: { jobId: 'job_a' as JobId, createdAt: NOW, file: { sha256: 'a'.repeat(64) } },
  task: { rows: 'consents', apiKeyId: 'shop', provenance },
} as unknown as ImportContext;
const cell = (text: string) => ({ text, column: 1 });
const cells = {
  givenAt: cell('2026-10-01T10:00:00Z'),
  formId: cell('newsletter'),
  formVersion: cell('3'),
  proofSha256: cell('b'.repeat(64)),
};
const row = { line: 2, address: { kind: 'email', value: 'a@example.fr' }, contact, cells, lost: [] } as never;

/** Ports where nothing is recorded of the contact, and where settings cannot be read, for this reason. */
const failingWith = (error: Error): ImportPorts =>
  ({
    clock: { now: () => NOW },
    fingerprints: { find: async () => contact },
    ledger: { listEvents: async () => [] },
    formerEvents: { all: async () => [] },
    oppositionLists: { of: async () => [] },
    formVersions: { get: async () => aFormVersion() },
    advertisers: { get: async () => Promise.reject(error) },
  }) as unknown as ImportPorts;

test('a failure is no opposition, whatever members it has', async () => {
  const failure = Object.assign(new Error('The table is away.'), { because: 'away', at: 'table' });
  await expect(recordConsentRow(failingWith(failure), context, row)).rejects.toBe(failure);
});
