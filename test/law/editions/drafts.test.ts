import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { article } from '#shared/law/article.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { REGISTER } from '#shared/law/register.ts';
import { sampleCases, storedCases } from '#tools/law/cases-to-try.ts';
import { draftsIn } from '#tools/law/drafted.ts';
import { changesBy, reportOf } from '#tools/law/try-drafts.ts';
import { rulebookWithDrafts } from '#tools/law/with-drafts.ts';
import { aConsent, aFormVersion, aStanding, aVetRequest } from '../../support/builders.ts';

const folder = mkdtempSync(join(tmpdir(), 'aval-drafts-'));
afterAll(() => rmSync(folder, { recursive: true }));
const example = (await draftsIn('docs/drafts')).map(({ prohibition }) => prohibition);
const draftOf = (id: string, from: string, until?: string) =>
  article({
    id,
    code: 'Projet',
    number: '1',
    inForce: until === undefined ? { from } : { from, until },
    kind: 'statute',
  }).forbids('CLOCK_UNTRUSTED', { when: () => true });
const codesOn = (rulebook: ReturnType<typeof rulebookWithDrafts>, day: string) => {
  const { ofMessage, ofBasis } = rulebook.rulesOn(day, 'automated-call');
  return [...ofMessage, ...ofBasis.consent].map((each) => `${each.code} ${each.article.id}`);
};

describe('a draft', () => {
  test('of a text in the register takes its place from its first day on, and not before', () => {
    const rulebook = rulebookWithDrafts(example);
    expect(codesOn(rulebook, '2026-12-31')).toContain('CONSENT_EXPIRED r223-1/2026-08-11');
    expect(codesOn(rulebook, '2026-12-31')).not.toContain('CONSENT_EXPIRED r223-1/2027-01-01');
    expect(codesOn(rulebook, '2027-01-01')).toContain('CONSENT_EXPIRED r223-1/2027-01-01');
    expect(codesOn(rulebook, '2027-01-01')).not.toContain('CONSENT_EXPIRED r223-1/2026-08-11');
  });
  test('of a new text is added to all others', () => {
    const draft = draftOf('eprivacy-13/2028-01-01', '2028-01-01');
    const rulebook = rulebookWithDrafts([draft]);
    expect(rulebook.prohibitions).toEqual([...REGISTER, draft]);
    expect(rulebook.version).toMatch(/ with drafts$/);
  });
  test('leaves versions that ended before it, and replaces those that would begin after it', () => {
    const register = [draftOf('t/2020-01-01', '2020-01-01', '2024-01-01'), draftOf('t/2027-06-01', '2027-06-01')];
    const drafts = [draftOf('t/2027-09-01', '2027-09-01'), draftOf('t/2027-01-01', '2027-01-01')];
    expect(
      rulebookWithDrafts(drafts, register).prohibitions.map(({ article: { id, inForce } }) => [id, inForce]),
    ).toEqual([
      ['t/2020-01-01', { from: '2020-01-01', until: '2024-01-01' }],
      ['t/2027-09-01', { from: '2027-09-01' }],
      ['t/2027-01-01', { from: '2027-01-01' }],
    ]);
  });
  test('is not found in a folder without any', async () => {
    await expect(draftsIn(folder)).rejects.toThrow('holds no draft');
  });
});

const cases = await sampleCases();

describe('what a draft would change', () => {
  test('is told of each row before and after, and of no other', () => {
    const changes = changesBy(cases, '2027-01-01', rulebookWithDrafts(example));
    expect(changes.find(({ name }) => name.startsWith('row 49:'))).toEqual({
      name: 'row 49: agreed to texts, a Sunday',
      before: { outcome: 'defer', codes: ['QUIET_HOURS_SMS'], notes: ['CONSENT_WRONG_CHANNEL'] },
      after: { outcome: 'refuse', codes: ['CONSENT_EXPIRED', 'CONSENT_WRONG_CHANNEL', 'QUIET_HOURS_SMS'], notes: [] },
    });
    expect(changes.some(({ name }) => name.startsWith('row 1:'))).toBe(false);
    expect(reportOf(changes, cases.length, '2027-01-01')).toContain(
      `row 49: agreed to texts, a Sunday\n  - defer (QUIET_HOURS_SMS; noted: CONSENT_WRONG_CHANNEL)\n  + refuse (CONSENT_EXPIRED, `,
    );
    expect(reportOf(changes, cases.length, '2027-01-01')).toContain(`${changes.length} of ${cases.length} verdicts`);
  });
  test('is nothing on the day before it begins', () => {
    expect(changesBy(cases, '2026-12-31', rulebookWithDrafts(example))).toEqual([]);
  });
});

describe('stored verdicts', () => {
  const { formOf: _formOf, ...request } = aVetRequest({ standing: aStanding({ consents: [aConsent()] }) });
  const line = { id: 'message-1', verdict: vet({ ...request, formOf: _formOf }), request, forms: [aFormVersion()] };
  const fileOf = (name: string, lines: readonly unknown[]) => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(lines));
    return file;
  };
  const run = (file: string) =>
    spawnSync(
      process.execPath,
      ['tools/law/main.ts', '--as-of', '2027-01-01', '--with', 'docs/drafts', '--verdicts', file],
      {
        encoding: 'utf8',
      },
    );
  test('are read from an export, and tried', () => {
    const file = fileOf('good.json', [line]);
    expect(vet(storedCases(file)[0]?.request ?? aVetRequest())).toEqual(line.verdict);
    expect(run(file)).toMatchObject({
      status: 0,
      stdout: '0 of 1 verdicts would change on 2027-01-01.\n',
      stderr: '',
    });
  });
  test('that do not replay are named', () => {
    const altered = { ...line, verdict: { ...line.verdict, outcome: 'refuse' } };
    expect(run(fileOf('altered.json', [altered]))).toMatchObject({
      status: 1,
      stderr: 'message-1 does not replay to the verdict stored for it.\n',
    });
  });
  test('of another shape are refused', () => {
    expect(() => storedCases(fileOf('other.json', [{ id: 'message-1' }]))).toThrow();
  });
});
