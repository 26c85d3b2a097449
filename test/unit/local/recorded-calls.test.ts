import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createCallRecord } from '#local/aws/iam/recorded-calls.ts';

const TABLE = 'arn:aws:dynamodb:eu-west-3:000000000000:table/t';
const keys = (...partitions: readonly string[]) => ({ 'dynamodb:LeadingKeys': partitions });

test('the same question is one row, whatever ids it names', () => {
  const record = createCallRecord();
  for (const id of ['CONTACT#a#1', 'CONTACT#b#2'])
    record.note('f', { action: 'dynamodb:GetItem', resource: TABLE, context: keys(id) });
  record.note('f', { action: 'dynamodb:GetItem', resource: TABLE, context: keys('PARKED') });
  expect(record.rows().map(({ context }) => context)).toEqual([keys('CONTACT#*'), keys('PARKED')]);
});

test('no number, no recipient and no name of an object is in a row', () => {
  const record = createCallRecord();
  const recipients = { 'ses:Recipients': ['anna@example.fr'] };
  record.note('f', { action: 'sns:Publish', resource: '+33612345678' });
  record.note('f', { action: 's3:GetObject', resource: 'arn:aws:s3:::b/contents/maison/anna' });
  record.note('f', { action: 's3:PutObject', resource: 'arn:aws:s3:::b/anna' });
  record.note('f', { action: 's3:ListBucket', resource: 'arn:aws:s3:::b' });
  record.note('f', { action: 'ses:SendEmail', resource: 'arn:aws:ses:x:0:identity/a.fr', context: recipients });
  expect(record.rows().map(({ action, resource }) => `${action} ${resource}`)).toEqual([
    's3:GetObject arn:aws:s3:::b/contents/*',
    's3:ListBucket arn:aws:s3:::b',
    's3:PutObject arn:aws:s3:::b/*',
    'ses:SendEmail arn:aws:ses:x:0:identity/a.fr',
    'sns:Publish +*',
  ]);
  expect(JSON.stringify(record.rows())).not.toMatch(/anna|maison|\d{6}5678/);
});

test('writes a file of its own, and none when nobody called', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calls-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  createCallRecord().write(folder);
  expect(readdirSync(folder)).toEqual([]);
  for (const caller of ['f', 'g']) {
    const record = createCallRecord();
    record.note(caller, { action: 'sns:Publish', resource: '+33612345678' });
    record.write(folder);
  }
  const written = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
  expect(written.map(([row]) => row.caller).sort()).toEqual(['f', 'g']);
});
