import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { Aval } from '#tools/start/aval.ts';
import type { ApiCaller } from '../send-path-api.ts';
import { ADVERTISER, type Reader, type Way } from './ways.ts';

const PARTNER = '732829320';
const EMAILS = { scope: 'channel', channels: ['email'] };
const SHA = expect.stringMatching(/^[0-9a-f]{64}$/);

/** What whoever received it says of it. */
interface Said {
  readonly via: string;
  readonly receivedBy: string;
  readonly fromPartner?: string;
}

/** Their file, as the advertiser uploads it, has it checked, and commits it. */
const importList = async (
  { stack, api }: { readonly stack: Aval; readonly api: ApiCaller },
  readers: readonly Reader[],
  { via, receivedBy, fromPartner = '' }: Said,
): Promise<void> => {
  const rows = readers.map(({ address }) => `${address};${via};2026-11-24;${receivedBy};${fromPartner};email`);
  const bytes = Buffer.from(`email;via;occurredAt;receivedBy;fromPartner;channels\n${rows.join('\n')}\n`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const upload = await api.post('/v1/uploads', { advertiserId: ADVERTISER, bytes: bytes.length, sha256 });
  const headers = upload.headers as Record<string, string>;
  const stored = await fetch(String(upload.uploadUrl), { method: 'PUT', headers, body: new Uint8Array(bytes) });
  expect(stored.ok).toBe(true);
  const provenance = {
    ...{ source: receivedBy, collectedFrom: '2026-11-01', collectedUntil: '2026-11-24' },
    approver: { name: 'Jeanne Roy' },
  };
  const asked = { advertiserId: ADVERTISER, name: receivedBy, rows: 'oppositions', layout: 'own', by: 'email' };
  const check = await api.post('/v1/imports', { ...asked, uploadId: upload.uploadId, provenance });
  await stack.idle({ timeoutMs: 300_000 });
  const commit = await api.post(`/v1/imports/${check.jobId}/commit?advertiserId=${ADVERTISER}`, {});
  await stack.idle({ timeoutMs: 300_000 });
  const job = await api.get(`/v1/jobs/${commit.jobId}?advertiserId=${ADVERTISER}`);
  expect(job).toMatchObject({ state: 'finished', rows: { accepted: readers.length } });
};

/** Ways whose person says one word to somebody, the advertiser or a partner, who reports it by call or in a file. */
export const reportedWaysOf = (stack: () => Aval, api: () => ApiCaller): readonly Way[] => {
  const by = (way: string, said: Said): Way => ({
    ...{ way, channel: 'email', leaves: () => ({ ...said }) },
    act: async ({ address }, person) => {
      person.say();
      await api().post('/v1/oppositions', {
        advertiserId: ADVERTISER,
        contact: { email: address },
        of: EMAILS,
        ...said,
      });
      return true;
    },
  });
  const inFile = (way: string, said: Said): Way => ({
    ...{ way, channel: 'email' },
    leaves: () => ({
      ...said,
      evidence: { sha256: SHA, mediaType: 'text/csv', reference: expect.stringMatching(/^import .*, line \d+$/) },
    }),
    act: async (_, person) => {
      person.say();
      return true;
    },
    finish: (readers) => importList({ stack: stack(), api: api() }, readers, said),
  });
  return [
    by('a word on the telephone, which an application reports', { via: 'phone', receivedBy: 'Service clients' }),
    inFile('a word in a shop, which a file reports', { via: 'shop', receivedBy: 'Boutique de Lille' }),
    by('a word to a partner, which its application reports', {
      ...{ via: 'partner', receivedBy: 'Librairie Partenaire', fromPartner: PARTNER },
    }),
    inFile('a word to a partner, which its file reports', {
      ...{ via: 'partner', receivedBy: 'Librairie Partenaire', fromPartner: PARTNER },
    }),
  ];
};
