/**
 * D10, D15: a message that asked for a consent is judged by the bases and oppositions of that day. That no rules of the country are loaded
 * refuses what would leave today, and says nothing of it. The law and the second opinion agree.
 */
import { describe, expect, test } from 'vitest';
import { consent, contact, opposition, type Parts, sale, world } from '#test/oracle/fixtures.ts';
import { opinion } from '#test/oracle/oracle.ts';
import type { Act, Fields } from '#test/oracle/world.ts';
import { build } from '#test/worlds/ledger.ts';

const day = (date: string): string => `${date}T10:00:00Z`;
const [MAY, JUNE, JULY, AUGUST] = [day('2026-05-01'), day('2026-06-01'), day('2026-07-01'), day('2026-08-01')];
const IN_MOROCCO = contact(MAY, { country: 'MA' });
const dead = (when: string): Act => ({
  kind: 'undeliverable',
  address: 0,
  recordedAt: when,
  body: { lasts: 'permanent' },
});
const asked = (when: string, body: Fields = {}): Act => consent(when, { drawnBy: 'message', ...body });
const at = (address: number, act: Act): Act => ({ ...act, address });
const moved = (when: string, from: number, to: number): Act => ({
  ...{ kind: 'moved', address: from, recordedAt: when, body: { to, madeBy: 'person' } },
});
const PHONES: Fields[] = [{ phone: '+33639980121' }, { phone: '+212612345678' }];
const agreedTo = (channel: string, act: Act): Act => ({ ...act, body: { ...act.body, channels: [channel] } });
const PICTURES = agreedTo('mms', asked(JULY));
const NO_RULES = 'refuse RULE_PACK_MISSING';
const DEAD = 'refuse ADDRESS_UNDELIVERABLE';
const UNLAWFUL = 'refuse CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE';

/** What both say. */
const saidOf = async (parts: Parts): Promise<string> => {
  const advertiser = { contact: { email: 'bonjour@alba.example' }, privacyNoticeUrl: 'https://alba.example/p' };
  const made = world({ ...parts, advertiser: { ...advertiser, ...parts.advertiser } });
  const { outcome, reasons } = await (await build(made)).verdictAt(Date.parse(made.at));
  const theirs = opinion(made);
  expect(`${theirs.outcome} ${theirs.primary}`, 'the second opinion').toBe(`${outcome} ${reasons[0]?.code}`);
  return `${outcome} ${reasons[0]?.code}`;
};

describe('a consent that a message asked for, where mail had come back for good', () => {
  test.each<[string, string, readonly Act[]]>([
    ['shows that the address lives, by the consent before it', NO_RULES, [consent(MAY), dead(JUNE), asked(JULY)]],
    ['shows nothing where nothing carried that message', DEAD, [dead(JUNE), asked(JULY)]],
    ['nor where a purchase alone did: abroad consent alone counts', DEAD, [sale(MAY), dead(JUNE), asked(JULY)]],
    ['nor where the person had opposed it', DEAD, [consent(MAY), opposition(JUNE), dead(JUNE), asked(JULY)]],
    ['nor one that came before mail came back', DEAD, [consent(MAY), asked(JUNE), dead(JULY)]],
  ])('of somebody in a country without rules: %s', async (_, expected, acts) => {
    expect(await saidOf({ acts: [IN_MOROCCO, ...acts] })).toBe(expected);
  });
});

describe('a consent to pictures that a text asked for at a number of a country without rules, whose holder moved to France', () => {
  test.each<[string, string, readonly Act[]]>([
    ['carries one by the consent to texts before it', 'allow OK_CONSENT', [agreedTo('sms', consent(MAY)), PICTURES]],
    ['carries none where nothing carried the text that asked', UNLAWFUL, [PICTURES]],
    ['nor where a purchase alone did', UNLAWFUL, [sale(MAY), PICTURES]],
    [
      'nor where it came before that consent',
      'refuse CONSENT_WRONG_CHANNEL',
      [PICTURES, agreedTo('sms', consent(day('2026-07-02')))],
    ],
  ])('%s', async (_, expected, there) => {
    const acts = [...there.map((act) => at(1, act)), moved(AUGUST, 1, 0)];
    expect(await saidOf({ addresses: PHONES, message: { basis: 'consent', channel: 'mms' }, acts })).toBe(expected);
  });
});
