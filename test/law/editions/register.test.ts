import { describe, expect, test } from 'vitest';
import { addDaysTo } from '#shared/domain/time/calendar.ts';
import type { Prohibition } from '#shared/law/article.ts';
import { AMENDMENTS } from '#shared/law/editions/amendments.ts';
import { rankOf } from '#shared/law/reasons/rank.ts';
import { CODES_GIVEN_ELSEWHERE, REASONS, RESERVED_CODES, remedyOf } from '#shared/law/reasons/reasons.ts';
import { REMEDIES_BY_DETAIL } from '#shared/law/reasons/remedies/by-detail.ts';
import { REGISTER, RULEBOOK } from '#shared/law/register.ts';
import { EVERY_DAY } from '#shared/law/texts/text.ts';
import { changesOf, coverageOf, coverageReport } from '#tools/law/coverage.ts';
import { ROUTE_NAMES, routeOf } from '../../support/routes.ts';
import { BY_TWO_TEXTS, ONE_AT_A_TIME } from '../sentences/excused.ts';

const isInForce = ({ article }: Prohibition, day: string) =>
  day >= article.inForce.from && (article.inForce.until === undefined || day < article.inForce.until);
const EXCUSED: Readonly<Record<string, readonly string[]>> = { ...ONE_AT_A_TIME, ...BY_TWO_TEXTS };
const areOneAtATime = (one: Prohibition, other: Prohibition): boolean =>
  one.article.id !== other.article.id &&
  [one, other].every(({ code, article }) => EXCUSED[code]?.includes(article.id.split('/')[0] ?? ''));
/** Two sentences that may both judge one message: no channel, class or basis keeps them apart. */
const meet = (one: Prohibition, other: Prohibition): boolean => {
  if (areOneAtATime(one, other)) return false;
  const [channels, others] = [one.concerns?.channels, other.concerns?.channels];
  if (channels && others && !channels.some((each) => others.includes(each))) return false;
  const [recipient, otherRecipient] = [one.concerns?.recipient, other.concerns?.recipient];
  if (recipient && otherRecipient && recipient !== otherRecipient) return false;
  const [sector, otherSector] = [one.concerns?.referentiel, other.concerns?.referentiel];
  if (sector && otherSector && sector !== otherSector) return false;
  const [bases, otherBases] = [one, other].map((each) => (each.judges === 'basis' ? each.bases : undefined));
  return !(bases && otherBases && !bases.some((each) => otherBases.includes(each)));
};
/** Around every change of law, and the boundaries that are watched. */
const DAYS = [
  ...REGISTER.filter(({ article }) => article.inForce.from !== EVERY_DAY.from).flatMap(({ article: { inForce } }) => [
    inForce.from,
    ...(inForce.until ? [inForce.until] : []),
  ]),
  ...['2026-02-28', '2026-03-01', '2026-08-10', '2026-08-11', '2027-10-30', '2027-10-31'],
].flatMap((day) => [addDaysTo(day, -1), day, addDaysTo(day, 1)]);
/** Codes that the fold gives itself, and notes. */
const OF_THE_FOLD = [
  'ANOTHER_BASIS_HOLDS',
  'VALIDITY_PASSED',
  'MIXED_CONTENT_REQUALIFIED',
  'PROSPECTING_BLOCKS_LEFT_OUT',
  'PIXEL_STRIPPED_NO_CONSENT',
  'RULE_PACK_FALLBACK_CONSENT_ONLY',
  'RULE_PACK_EXTENSION_UNCERTAIN',
];
const reserved = new Set<string>(RESERVED_CODES);
/** Notes that ask for nothing. */
const NOTES = new Set([
  'PROSPECTING_BLOCKS_LEFT_OUT',
  'RULE_PACK_FALLBACK_CONSENT_ONLY',
  'RULE_PACK_EXTENSION_UNCERTAIN',
]);
const POSITIVE = [
  'NOT_PROSPECTING_TRANSACTIONAL',
  'NOT_PROSPECTING_RELATIONAL',
  'OK_CONSENT',
  'OK_SOFT_OPT_IN',
  'OK_B2B_INTEREST',
  'OK_LEGAL_PERSON',
  'OK_NON_COMMERCIAL_APPEAL',
  'OK_RENEWAL_REQUEST',
];

describe('the register over time', () => {
  test.each([...new Set(DAYS)].sort())('on %s no two sentences in force give one code for the same message', (day) => {
    const inForce = REGISTER.filter((each) => isInForce(each, day));
    const both = inForce.flatMap((one, index) =>
      inForce.slice(index + 1).filter((other) => one.code === other.code && meet(one, other)),
    );
    expect(both.map(({ code, article }) => `${code} (${article.id})`)).toEqual([]);
  });
  test('from its first version on, every code has one version each day, and none has ended but what became a rule of ours', () => {
    const covered = coverageOf(REGISTER);
    expect(covered.filter(({ faults }) => faults.length > 0)).toEqual([]);
    const ended = covered.filter(({ versions }) => versions.at(-1)?.until !== undefined);
    expect(ended.flatMap(({ code, versions }) => [code, ...versions.map(({ id }) => id)])).toEqual([
      'PUBLIC_HOLIDAY',
      'af2m-sms/2024-09-01',
    ]);
    expect(REGISTER.filter(({ code }) => code === 'PUBLIC_HOLIDAY').map(({ article }) => article.kind)).toEqual([
      'charter',
      'house',
    ]);
  });
  test('a day without a version, or with two, is reported', () => {
    const [one] = REGISTER;
    if (one === undefined) throw new Error('the register is not empty');
    const version = (from: string, until?: string): Prohibition => ({
      ...one,
      article: { ...one.article, id: `text/${from}`, inForce: until === undefined ? { from } : { from, until } },
    });
    const faultsOf = (...versions: readonly Prohibition[]) => coverageOf(versions)[0]?.faults;
    expect(faultsOf(version('2024-01-01', '2025-01-01'), version('2025-01-01'))).toEqual([]);
    expect(faultsOf(version('2025-01-02'), version('2024-01-01', '2025-01-01'))).toEqual([
      'none from 2025-01-01 to 2025-01-02',
    ]);
    expect(faultsOf(version('2024-01-01', '2025-01-02'), version('2025-01-01'))).toEqual([
      'two versions on 2025-01-01',
    ]);
    expect(faultsOf(version('2024-01-01'), version('2025-01-01'))).toEqual(['two versions on 2025-01-01']);
    expect(coverageReport([version('2024-01-01'), version('2025-01-01')]).isWhole).toBe(false);
  });
  test('on 31 October 2027 nothing changes but that some sanctions are no longer settled', () => {
    const [change] = changesOf(REGISTER).filter(({ day }) => day === '2027-10-31');
    expect(change?.what.filter((each) => !each.endsWith(': a sanction that is no longer settled'))).toEqual([]);
    expect(change?.what).toContain('CONSENT_MISSING: a sanction that is no longer settled');
    expect(change?.what).not.toContain('SENSITIVE_TARGETING: a sanction that is no longer settled');
  });
  test('an article’s id names its first day, or the day of what is no law', () => {
    const dayOf = ({ inForce, asOf, takenOn }: Prohibition['article']) =>
      inForce.from === EVERY_DAY.from ? (asOf ?? takenOn) : inForce.from;
    const others = REGISTER.filter(({ article }) => !article.id.endsWith(`/${dayOf(article)}`));
    // The day of the statute: its art. 20 was read in a copy of a later day.
    expect(others.map(({ article }) => article.id)).toEqual(['lcen-20/2004-06-21']);
  });
  test('what is no law says on which day we took it, unless it had ended by then, and a house rule has no day in law', () => {
    const notLaw = REGISTER.filter(({ article }) => ['doctrine', 'charter', 'house'].includes(article.kind));
    expect(notLaw.length).toBeGreaterThan(15);
    const former = new Set(AMENDMENTS.flatMap(({ removed }) => removed.map(({ article }) => article.id)));
    const since = new Map(
      AMENDMENTS.flatMap(({ edition, added }) =>
        added.filter(({ article }) => !former.has(article.id)).map(({ article }) => [article.id, edition.slice(0, 10)]),
      ),
    );
    for (const { article } of notLaw) {
      const taken = article.inForce.until === undefined ? (since.get(article.id) ?? '2026-11-24') : undefined;
      expect([article.id, article.takenOn]).toEqual([article.id, taken]);
    }
    const house = REGISTER.filter(({ article }) => article.kind === 'house');
    for (const { article } of house) expect([article.id, article.inForce]).toEqual([article.id, EVERY_DAY]);
  });
  test('on 31 October 2027 the prohibitions stay as they were the day before', () => {
    expect(RULEBOOK.rulesOn('2027-10-31', 'email')).toEqual(RULEBOOK.rulesOn('2027-10-30', 'email'));
  });
});

describe('the reasons', () => {
  test('every code is given by a prohibition, by the fold, elsewhere, or is reserved', () => {
    const given = new Set([
      ...REGISTER.map(({ code }) => code),
      ...OF_THE_FOLD,
      ...POSITIVE,
      ...RESERVED_CODES,
      ...CODES_GIVEN_ELSEWHERE,
    ]);
    expect(Object.keys(REASONS).filter((code) => !given.has(code))).toEqual([]);
  });
  test('no reserved code is given by a prohibition', () => {
    const reserved: readonly string[] = RESERVED_CODES;
    expect(REGISTER.filter(({ code }) => reserved.includes(code))).toEqual([]);
  });
  test('every code speaks French and English', () => {
    for (const [code, { fr, en }] of Object.entries(REASONS))
      expect([code, fr.length > 9, en.length > 9]).toEqual([code, true, true]);
  });
  test('every code that stops or delays a message says what to do, in French and English', () => {
    const stopping = Object.keys(REASONS).filter(
      (code) =>
        !(code.startsWith('OK_') || code.startsWith('NOT_PROSPECTING_') || reserved.has(code) || NOTES.has(code)),
    );
    expect(stopping.length).toBeGreaterThan(60);
    for (const code of stopping) {
      const { fr, en } = remedyOf(code)?.sentence ?? { fr: '', en: '' };
      expect([code, /^[A-ZÀ-Ý«].*[.?]$/.test(fr), /^[A-Z].*\.$/.test(en)]).toEqual([code, true, true]);
      // And where: a part of the message asked for, or a call.
      const { pointer, route } = remedyOf(code) ?? {};
      expect([code, pointer ?? route]).toEqual([code, expect.any(String)]);
    }
  });
  test('a route that a remedy names is one that there is', () => {
    const routes = new Set(ROUTE_NAMES.map((name) => `${routeOf(name).method} ${routeOf(name).path}`));
    const byDetail = Object.values(REMEDIES_BY_DETAIL).flatMap((remedies) => Object.values(remedies));
    const named = [...Object.keys(REASONS).map((code) => remedyOf(code)), ...byDetail].flatMap(
      (remedy) => remedy?.route ?? [],
    );
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((route) => !routes.has(route))).toEqual([]);
  });
  test('an opposition is shown before anything about the basis, and the moment comes last', () => {
    const codes = ['QUIET_HOURS_SMS', 'EVIDENCE_INCOMPLETE', 'CONSENT_EXPIRED', 'OPPOSED_PURPOSE', 'OPPOSED_GLOBAL'];
    expect(codes.toSorted((a, b) => rankOf(a) - rankOf(b))).toEqual([
      'OPPOSED_GLOBAL',
      'OPPOSED_PURPOSE',
      'CONSENT_EXPIRED',
      'EVIDENCE_INCOMPLETE',
      'QUIET_HOURS_SMS',
    ]);
  });
});
