import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ADVERTISER } from '#demo/campaign/advertiser.ts';
import { CSV_PATH } from '#demo/export/csv-path.ts';
import { makeCsv } from '#demo/export/make-csv.ts';
import { MAILINGS, type Row, readRows } from '#demo/export/rows.ts';
import { mismatchesOf } from '#demo/judge.ts';
import { textAnswersIn } from '#functions/manifest/routes/text-answers.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { BytesFacts, VetRequest } from '#shared/domain/message/vet.ts';
import { arrivesFrom } from '#shared/domain/sending/text-answers.ts';
import type { Rulebook } from '#shared/law/fold/rulebook.ts';
import { vet, vetBytes } from '#shared/law/fold/vet.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import { rulebookWithout } from '../../support/rulebook-without.ts';
import { demoWorld } from './demo-world.ts';

const rows = readRows();
const { questions, invalid } = await demoWorld(rows);

/** A text of which nothing is to be said but whether its STOP arrives. */
const READS_WELL: BytesFacts = {
  ...{ namesAdvertiser: true, isRecognisableAsAdvertising: true, carriesOppositionMeans: true, oppositionIsFree: true },
  ...{ oppositionMeansWork: true, carriesProcessingNotice: true, saysWhy: true, namesSource: true },
};
/** What Amazon SNS brings back, by which the texts of the demo leave. */
const ANSWERS = textAnswersIn('none').sms ?? {};
const [{ replyCode: CODE }] = ADVERTISER.senders.sms;

/** As the sender judges: a text also by whether who reads it can answer its code (docs/decisions/0105). */
const judged = (request: VetRequest, rulebook: Rulebook): StoredVerdict => {
  const first = vet(request, rulebook);
  if (request.message.channel !== 'sms' || first.outcome !== 'allow') return first;
  const oppositionMeansWork = arrivesFrom(ANSWERS, CODE, request.address);
  return vetBytes(request, first, { ...READS_WELL, oppositionMeansWork }, rulebook);
};

/** What differs from the file when these lines are judged under a rulebook. */
const mismatchesUnder = (rulebook: Rulebook, of: readonly Row[] = rows) => {
  const asked = questions
    .filter(({ asked: { row } }) => of.includes(row))
    .map(({ asked: question, request }) => {
      if (request === undefined) return { ...question, outcome: 'invalid' };
      const { outcome, reasons } = judged(request, rulebook);
      return outcome === 'allow' ? { ...question, outcome } : { ...question, outcome, code: reasons[0]?.code };
    });
  return mismatchesOf(of, asked, []);
};
const expecting = (code: string) =>
  rows.filter((row) => MAILINGS.some((mailing) => row.expected[mailing]?.code === code));

const expectations = rows.flatMap((row) => MAILINGS.flatMap((mailing) => row.expected[mailing] ?? []));
const coveredCodes = [...new Set(expectations.flatMap(({ code }) => code ?? []))].sort();

describe('the file of the demo', () => {
  test('is the one that its generator makes', () => {
    expect(readFileSync(CSV_PATH, 'utf8')).toBe(makeCsv());
  });

  test('holds at least 1,000 contacts in at least 40 kinds of situation, varied within each', () => {
    const bySituation = Map.groupBy(
      rows.filter(({ fault }) => fault === undefined),
      ({ situation }) => situation,
    );
    const distinct = [...bySituation.values()].map((of) => new Set(of.map(({ cells }) => JSON.stringify(cells))).size);
    expect(rows.length).toBeGreaterThanOrEqual(1000);
    expect(bySituation.size).toBeGreaterThanOrEqual(40);
    expect(Math.min(...distinct)).toBeGreaterThan(1);
  });

  test('never names a domain or mailbox that could exist', () => {
    const domains = rows.flatMap(({ cells }) => cells.EMAIL?.split('@')[1] ?? []);
    const reserved = /(^|\.)example(\.(com|net|org))?$|^courrier$|^$/;
    expect(domains.filter((domain) => !reserved.test(domain))).toEqual([]);
  });

  test('comes out under the whole law as its columns say', () => {
    expect(mismatchesUnder(RULEBOOK)).toEqual([]);
  });

  test('names line and column of everything that cannot be used, and loses no other line', () => {
    const expected = rows.filter(
      ({ expected: { '1': one, sms } }) => one?.outcome === 'invalid' || sms?.outcome === 'invalid',
    );
    expect(invalid.map(({ line }) => line)).toEqual(expected.map(({ line }) => line));
    expect(new Set(invalid.map(({ column }) => column))).toEqual(
      new Set(['EMAIL', 'SMS', 'CONSENT_DATE', '(whole line)']),
    );
  });

  test('P11: lets more than 1,000 lawful messages go', () => {
    expect(expectations.filter(({ outcome }) => outcome === 'allow').length).toBeGreaterThan(1000);
  });

  test('covers at least thirty codes', () => {
    expect(coveredCodes.length).toBeGreaterThanOrEqual(30);
  });
});

describe('each prohibition that the file covers', () => {
  test.each(coveredCodes)('%s is missed when it is taken out of the law', (code) => {
    expect(mismatchesUnder(rulebookWithout(code), expecting(code)).length).toBeGreaterThan(0);
  });
});
