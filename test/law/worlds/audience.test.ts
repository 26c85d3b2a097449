import { describe, expect, test } from 'vitest';
import { type AudienceRow, audienceRowsOf } from '#shared/domain/audience/audience-row.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import { build } from '#test/worlds/ledger.ts';
import { worldOf } from '#test/worlds/making/generate.ts';

const SEEDS = Array.from({ length: 700 }, (_, seed) => seed + 1);
const MINUTE = 60_000;

/** What the law answers where a basis of the contact supports a message: prospecting, and no other class. */
const BY_A_BASIS = ['OK_CONSENT', 'OK_SOFT_OPT_IN', 'OK_NON_COMMERCIAL_APPEAL', 'OK_B2B_INTEREST', 'OK_LEGAL_PERSON'];
const OPPOSED = ['OPPOSED_GLOBAL', 'OPPOSED_CHANNEL', 'OPPOSED_PURPOSE'];

interface Judged {
  readonly seed: number;
  readonly verdict: StoredVerdict;
  readonly standing: Standing | undefined;
  /** The row in the list that the message of the world is for. */
  readonly row: AudienceRow | undefined;
}

const judged = async (seed: number): Promise<Judged> => {
  const world = worldOf(seed);
  const { verdictAt, request } = await build(world);
  const { standing, message } = await request();
  const rows = standing === undefined ? [] : audienceRowsOf({ standing, labels: {}, revision: 0 });
  const row = rows.find(({ channel, purpose }) => channel === message.channel && purpose === message.purpose);
  return { seed, verdict: await verdictAt(Date.parse(world.at)), standing, row };
};

const codesOf = ({ verdict }: Judged): readonly string[] => verdict.reasons.map(({ code }) => code);

/** No consent was recorded after the latest opposition: nothing can have lifted any. */
const isWithoutLaterConsent = ({ standing }: Judged): boolean =>
  standing?.consents.every(({ seq }) => standing.oppositions.every((opposition) => opposition.seq > seq)) ?? false;

describe('over worlds that are built through the ledger, with the law as judge', () => {
  test('P11: whoever may be written to, now or at a later hour, has a row', { timeout: MINUTE }, async () => {
    const worlds = await Promise.all(SEEDS.map(judged));
    const allowed = worlds.filter(
      (each) =>
        each.verdict.outcome === 'defer' ||
        (each.verdict.outcome === 'allow' && codesOf(each).some((code) => BY_A_BASIS.includes(code))),
    );
    expect(allowed.length).toBeGreaterThan(140);
    expect(allowed.filter(({ row }) => row === undefined).map(({ seed }) => seed)).toEqual([]);
    // The basis that the law names is one that the row names: a segment by bases leaves nobody out.
    const KIND: Readonly<Record<string, string>> = {
      OK_CONSENT: 'consent',
      OK_SOFT_OPT_IN: 'existing-customer',
      OK_NON_COMMERCIAL_APPEAL: 'existing-customer',
      OK_B2B_INTEREST: 'professional-interest',
      OK_LEGAL_PERSON: 'legal-person',
    };
    const unnamed = allowed.filter((each) =>
      codesOf(each).some((code) => KIND[code] !== undefined && !each.row?.bases.some((basis) => basis === KIND[code])),
    );
    expect(unnamed.map(({ seed }) => seed)).toEqual([]);

    const opposed = worlds.filter(
      (each) => codesOf(each).some((code) => OPPOSED.includes(code)) && isWithoutLaterConsent(each),
    );
    expect(opposed.length).toBeGreaterThan(18);
    expect(opposed.filter(({ row }) => row !== undefined).map(({ seed }) => seed)).toEqual([]);
  });
});
