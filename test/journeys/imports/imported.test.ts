import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, callerOf, setUp } from '../send-path-api.ts';

/** Tuesday 24 November 2026, 11:00 in Paris. */
const AT = '2026-11-24T10:00:00Z';
const advertiserId = 'maison-valmy';
const SHA = 'a'.repeat(64);

let stack: Aval;
let api: ApiCaller;
let sent = 0;

beforeAll(async () => {
  stack = await startAval({ at: AT });
  api = callerOf(stack);
  await setUp(api);
});
afterAll(() => stack?.stop());

const provenance = {
  source: 'Ancien outil, compte principal',
  collectedFrom: '2019-03-01',
  collectedUntil: '2026-11-20',
  forms: [{ formId: 'newsletter', version: '1' }],
  approver: { name: 'Jeanne Roy' },
};

const jobOf = async (jobId: unknown) => {
  await stack.idle();
  // biome-ignore lint/suspicious/noExplicitAny: an answer of the API.
  return (await api.get(`/v1/jobs/${jobId}?advertiserId=${advertiserId}`)) as any;
};

/** Uploads a file as its owner would, has it checked, and commits it. */
const imported = async (rows: string, text: string, layout = 'own') => {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const upload = await api.post('/v1/uploads', { advertiserId, bytes: bytes.length, sha256 });
  const headers = upload.headers as Record<string, string>;
  const put = await fetch(String(upload.uploadUrl), { method: 'PUT', headers, body: new Uint8Array(bytes) });
  if (!put.ok) throw new Error(`the store answered ${put.status}`);
  sent += 1;
  const asked = {
    advertiserId,
    name: `Import ${sent}`,
    uploadId: upload.uploadId,
    rows,
    layout,
    by: 'email',
    provenance,
  };
  const check = await jobOf((await api.post('/v1/imports', asked)).jobId);
  const commit = await jobOf(
    (await api.post(`/v1/imports/${check.jobId}/commit?advertiserId=${advertiserId}`, {})).jobId,
  );
  return { check, commit };
};

test('what a former tool knew is imported, and decides whom a message reaches', async () => {
  const oppositions = await imported(
    'oppositions',
    '\ufeffEMAIL;_BLOCKLISTED\r\nnon@example.fr;email_marketing\r\noui@example.fr;\r\n',
    'brevo',
  );
  expect(oppositions.check).toMatchObject({
    kind: 'import-check',
    state: 'finished',
    rows: { accepted: 1, rejected: 1 },
  });
  expect(oppositions.commit).toMatchObject({ kind: 'import-commit', state: 'finished', rows: { accepted: 1 } });

  const rows = ['oui', 'non', 'flag'].map((name) =>
    name === 'flag' ? 'flag@example.fr,,' : `${name}@example.fr,2026-11-20 10:00,${SHA}`,
  );
  const file = `email,givenAt,proofSha256,channels\n${rows.map((row) => `${row},email`).join('\n')}\n`;
  const consents = await imported('consents', file);
  expect(consents.commit.rows).toMatchObject({ accepted: 1, rejectedBy: { opposed: 1, 'time-missing': 1 } });
  const report = await (await fetch(consents.commit.reportUrl)).text();
  expect(report.split('\n').map((line) => line.split(',').slice(0, 3).join(','))).toEqual([
    'line,column,code',
    '3,1,opposed',
    '4,2,time-missing',
    '',
  ]);
  expect(report).not.toContain('@');

  const content = {
    email: {
      subject: 'Les vins de Noël',
      html: '<!doctype html><html><head><title>N</title></head><body><p>-20 %</p></body></html>',
    },
  };
  const messages = ['oui', 'non', 'flag'].map((name) => ({
    ...{ contact: { email: `${name}@example.fr` }, channel: 'email', offerCategory: 'wine', content },
  }));
  await api.post('/v1/messages', { advertiserId, messages });
  await stack.idle();
  expect(stack.inbox().map(({ to }) => to)).toEqual(['oui@example.fr']);

  const again = await imported('oppositions', 'EMAIL;_BLOCKLISTED\nnon@example.fr;email_marketing\n', 'brevo');
  expect(again.commit.rows).toMatchObject({ accepted: 0, repeated: 1 });
});
