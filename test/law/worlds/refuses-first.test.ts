/**
 * The first reason of a refusal is one that refuses: what a human may still decide, and what only waits for its hour, changes nothing of it.
 * The law and the second opinion agree, each by itself.
 */
import { describe, expect, test } from 'vitest';
import { rulebookAt } from '#shared/law/editions/edition.ts';
import { replay } from '#shared/law/editions/replay.ts';
import { vet, vetBytes } from '#shared/law/fold/vet.ts';
import { consent, opposition, type Parts, sale, world } from '#test/oracle/fixtures.ts';
import { opinion } from '#test/oracle/oracle.ts';
import type { Fields } from '#test/oracle/world.ts';
import { someBytes } from '#test/support/builders.ts';
import { build } from '#test/worlds/ledger.ts';

const [JUNE, JULY, OCTOBER] = ['2026-06-01T10:00:00Z', '2026-07-01T10:00:00Z', '2026-10-01T10:00:00Z'];
const LONG_AGO = '2023-01-10T10:00:00Z';
const survey: Parts = {
  templates: { t: { class: 'relational', category: 'shoes' } },
  message: { template: { templateId: 't', version: '1' } },
};
const account = (soldAt: string) => sale(soldAt, { type: 'free-account' });
const VAGUE: Fields = {
  mode: 'web',
  wording: 'J’accepte de recevoir vos offres',
  channels: [{ channel: 'email', words: 'J’accepte de recevoir vos offres' }],
  mechanism: 'checkbox',
  defaultState: 'empty',
  notice: { version: '1', url: 'https://a.example/notice' },
  shown: { sha256: 'a'.repeat(64), mediaType: 'image/png' },
  approver: { name: 'Ada Martin', approvedAt: '2020-01-01T09:00:00Z' },
};
const vague = (when: string) => consent(when, { form: { formId: 'vague', version: '1' } });

const madeOf = (parts: Parts) => {
  const advertiser = { contact: { email: 'bonjour@alba.example' }, privacyNoticeUrl: 'https://alba.example/p' };
  return world({
    ...parts,
    forms: { vague: VAGUE, ...parts.forms },
    advertiser: { ...advertiser, ...parts.advertiser },
  });
};

/** What the law says, and that the second opinion says the same of the first. */
const saidOf = async (parts: Parts): Promise<string> => {
  const made = madeOf(parts);
  const { outcome, reasons } = await (await build(made)).verdictAt(Date.parse(made.at));
  const { outcome: also, primary } = opinion(made);
  expect(`${also} ${primary}`, 'the second opinion').toBe(`${outcome} ${reasons[0]?.code}`);
  return `${outcome} ${reasons.map(({ code }) => code).join(' ')}`;
};

describe('of a refusal, what a human may still decide comes after what refuses', () => {
  test.each<[string, string, Parts]>([
    [
      'a survey that nobody approved, to somebody who opposed everything',
      'refuse RELATIONAL_REFUSED CLASS_UNCERTAIN',
      { ...survey, acts: [consent(JUNE), opposition(JULY)] },
    ],
    ['the same, where nothing refuses it', 'review CLASS_UNCERTAIN', { ...survey, acts: [consent(JUNE)] }],
    [
      'a free account that is too old',
      'refuse RETENTION_EXPIRED_CUSTOMER SOFT_OPT_IN_FREEMIUM_REVIEW',
      { acts: [account(LONG_AGO)] },
    ],
    ['a free account', 'review SOFT_OPT_IN_FREEMIUM_REVIEW', { acts: [account(JUNE)] }],
    [
      'a free account, of which a human said that it is no sale',
      'refuse SOFT_OPT_IN_FREEMIUM_REVIEW',
      {
        acts: [account(JUNE)],
        decisions: [
          {
            cause: 'sale-type:free-account',
            decidedAt: OCTOBER,
            body: { decision: 'refused', reason: 'r', decider: 'd' },
          },
        ],
      },
    ],
    [
      'a wording that names no means, on a consent that is too old',
      'refuse RETENTION_EXPIRED CONSENT_CHANNEL_UNCERTAIN',
      { acts: [vague(LONG_AGO)] },
    ],
    [
      'two bases, each with something that a human decides: what refuses comes by its own order',
      'refuse RETENTION_EXPIRED RETENTION_EXPIRED_CUSTOMER CONSENT_CHANNEL_UNCERTAIN SOFT_OPT_IN_FREEMIUM_REVIEW',
      { acts: [vague(LONG_AGO), account(LONG_AGO)] },
    ],
    [
      'a free account, by a text at night that ends before the morning',
      'refuse VALIDITY_PASSED QUIET_HOURS_SMS SOFT_OPT_IN_FREEMIUM_REVIEW',
      {
        addresses: [{ phone: '+33639980121' }],
        at: '2026-11-24T23:00:00+01:00',
        message: { channel: 'sms', validUntil: '2026-11-25T01:00:00+01:00' },
        acts: [account(JUNE)],
      },
    ],
    [
      'a subject that deceives, on a free account',
      'refuse SUBJECT_FAKE_REPLY SOFT_OPT_IN_FREEMIUM_REVIEW',
      { acts: [account(JUNE)], message: { subject: 'RE: votre dossier' } },
    ],
  ])('%s', async (_, expected, parts) => {
    expect(await saidOf(parts)).toBe(expected);
  });
});

describe('of a refusal, what only waits for its hour comes after what refuses', () => {
  const question: Parts = { templates: { stay: { class: 'renewal-request', category: 'shoes' } } };
  const stay = (more: Fields = {}): Parts => ({
    ...question,
    acts: [consent('2023-12-25T10:00:00Z')],
    message: { template: { templateId: 'stay', version: '1' }, validUntil: '2026-11-26T11:00:00+01:00', ...more },
  });
  test.each<[string, string, Parts]>([
    ['the question whether to stay, a day too early', 'defer RENEWAL_TOO_EARLY', stay()],
    [
      'the same, under a subject that deceives',
      'refuse SUBJECT_FAKE_REPLY RENEWAL_TOO_EARLY',
      stay({ subject: 'RE: votre dossier' }),
    ],
    [
      'the same, where it may not wait so long',
      'refuse RENEWAL_TOO_EARLY SUBJECT_FAKE_REPLY',
      stay({ subject: 'RE: votre dossier', validUntil: '2026-11-24T12:00:00+01:00' }),
    ],
  ])('%s', async (_, expected, parts) => {
    expect(await saidOf(parts)).toBe(expected);
  });
});

describe('on the final bytes', () => {
  const onBytes = async (parts: Parts, subject: string, edition = '2026-12-01.4') => {
    const request = await (await build(madeOf(parts))).request();
    const rulebook = rulebookAt(edition);
    const { outcome, reasons } = vetBytes(request, vet(request, rulebook), someBytes({ subject }), rulebook);
    return `${outcome} ${reasons.map(({ code }) => code).join(' ')}`;
  };
  const FAKE = 'RE: votre dossier';
  test('what they give against a message that waits for a human comes first', async () => {
    expect(await onBytes({ acts: [account(JUNE)] }, FAKE)).toBe(
      'refuse SUBJECT_FAKE_REPLY SOFT_OPT_IN_FREEMIUM_REVIEW',
    );
    expect(await onBytes({ acts: [account(JUNE)] }, FAKE, '2026-12-01.3')).toBe(
      'refuse SOFT_OPT_IN_FREEMIUM_REVIEW SUBJECT_FAKE_REPLY',
    );
  });
  test('and beside what was found before them, in the order of all', async () => {
    expect(await onBytes({ acts: [account(LONG_AGO)] }, FAKE)).toBe(
      'refuse RETENTION_EXPIRED_CUSTOMER SUBJECT_FAKE_REPLY SOFT_OPT_IN_FREEMIUM_REVIEW',
    );
  });
  test('what waits for a human alone, still does', async () => {
    expect(await onBytes({ acts: [account(JUNE)] }, 'Nos chaussures')).toBe('review SOFT_OPT_IN_FREEMIUM_REVIEW');
  });
});

describe('P4: a verdict of an earlier edition is given again as it was', () => {
  const BEFORE = '2026-12-01.3';
  const givenBefore = async (parts: Parts) => {
    const request = await (await build(madeOf(parts))).request();
    const stored = vet(request, rulebookAt(BEFORE));
    expect(stored.rulebookVersion).toBe(BEFORE);
    expect(replay(stored, request)).toMatchObject({ isSame: true });
    return `${stored.outcome} ${stored.reasons.map(({ code }) => code).join(' ')}`;
  };
  test('in the order that it had', async () => {
    expect(await givenBefore({ acts: [account(LONG_AGO)] })).toBe(
      'refuse SOFT_OPT_IN_FREEMIUM_REVIEW RETENTION_EXPIRED_CUSTOMER',
    );
  });
});
