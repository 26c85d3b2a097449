import { describe, expect, test } from 'vitest';
import type { BasisKind } from '#shared/domain/message/message.ts';
import type { Exception, Prohibition } from '#shared/law/article.ts';
import { noNaturalPerson, professionalInterest } from '#shared/law/articles/cnil/professional-exceptions.ts';
import { withoutConsent } from '#shared/law/articles/cpce/l34-5-consent.ts';
import { existingCustomer } from '#shared/law/articles/cpce/l34-5-existing-customer.ts';
import { AMENDMENTS } from '#shared/law/editions/amendments.ts';
import { REGISTER } from '#shared/law/register.ts';

const codesOf = (sentences: readonly Prohibition[] = []) => sentences.map(({ code }) => code).toSorted();
const inText = (text: string, kind: BasisKind) =>
  REGISTER.filter(({ article }) => article.id.startsWith(text)).filter(
    (each) => each.judges === 'basis' && each.bases.includes(kind),
  );

const SECOND_EXCEPTION = 'CNIL, pages antérieures à 2026 sur le courriel et les SMS, deuxième exception';

describe('L. 34-5, al. 1', () => {
  test('has al. 4, the doctrine on professionals and what is no natural person attached to it', () => {
    expect(withoutConsent.paragraph).toBe('al. 1');
    expect(withoutConsent.unless).toEqual(
      expect.arrayContaining([existingCustomer, professionalInterest, noNaturalPerson]),
    );
    expect(existingCustomer.paragraph).toBe('al. 4');
  });
  test.each<[string, Exception<never>, readonly Prohibition[]]>([
    ['al. 4', existingCustomer, inText('l34-5/', 'existing-customer')],
    ['professionals', professionalInterest, inText('cnil-b2b/', 'professional-interest')],
    ['legal persons', noNaturalPerson, inText('cnil-b2b/', 'legal-person')],
  ])('names every sentence of the text as a condition: %s', (_, exception, sentences) => {
    expect(sentences.length).toBeGreaterThan(1);
    expect(codesOf(exception.conditions)).toEqual(codesOf(sentences));
  });
});

describe('every exception', () => {
  test('is attached to the sentence that it lifts, and to no other', () => {
    const fromOf = ({ paragraph, source }: Exception<never>) => paragraph ?? source ?? 'the text itself';
    const attached = REGISTER.flatMap(({ code, unless = [] }) => unless.map((each) => `${code}: ${fromOf(each)}`));
    const l223 = (number: string) => `C. consom., art. L. 223-${number}`;
    expect(attached.toSorted()).toEqual([
      // Both versions of the decree: an hour that was agreed, and the reading by which it is no matter of automated calls.
      ...new Array(2).fill(`ATTEMPT_QUOTA: ${l223('7')}`),
      'B2B_NOTICE_MISSING: RGPD, art. 14, § 3, b',
      'B2B_PROFESSION_LINK_NOT_SHOWN: CNIL, délibération 2021-131',
      'BASIS_NOT_AVAILABLE_FOR_CHANNEL: CNIL, page de janvier 2022 sur les automates d’appel',
      `CONSENT_EXPIRED: ${l223('1, al. 4')}`,
      `CONSENT_EXPIRED: ${l223('7')}`,
      'CONSENT_MISSING: CNIL, prospection des professionnels',
      'CONSENT_MISSING: L. 34-5, al. 1, « une personne physique » ; CNIL, prospection des professionnels',
      'CONSENT_MISSING: RGPD, art. 7, § 1',
      'CONSENT_MISSING: al. 4',
      'CREDIT_REMINDER_UNCERTAIN: CNIL, délibération 2021-131',
      'LEGAL_PERSON_BY_TEXT: L. 34-5, al. 1, « une personne physique »',
      // By law for a consent, by a rule of ours for other bases.
      'MINOR_CONSENT_INVALID: al. 2',
      'MINOR_CONSENT_INVALID: the text itself',
      'MINOR_CONSENT_UNCERTAIN: the text itself',
      // By a rule of ours; of calls before 11 August 2026, al. 2 of the decree itself.
      'PUBLIC_HOLIDAY: the text itself',
      `PUBLIC_HOLIDAY_VOICE: ${l223('1, al. 6')}`,
      ...new Array(2).fill(`PUBLIC_HOLIDAY_VOICE: ${l223('7')}`),
      'PUBLIC_HOLIDAY_VOICE: al. 2',
      'QUIET_HOURS_SMS: the text itself',
      `QUIET_HOURS_VOICE: ${l223('1, al. 6')}`,
      ...new Array(2).fill(`QUIET_HOURS_VOICE: ${l223('7')}`),
      'QUIET_HOURS_VOICE: al. 2',
      // Both versions of the article.
      ...new Array(2).fill('SECTOR_BAN_CPF: CNIL, délibération 2021-131'),
      ...new Array(2).fill('SECTOR_BAN_CPF: al. 1-3'),
      ...new Array(2).fill('SECTOR_BAN_CPF_UNCERTAIN: CNIL, délibération 2021-131'),
      ...new Array(2).fill('SECTOR_BAN_CPF_UNCERTAIN: al. 1-3'),
      ...new Array(2).fill('SECTOR_BAN_CPF_UNCERTAIN: the text itself'),
      // By call since 11 August 2026; by message, al. 1 of L. 223-8; by call before that day, al. 3 of L. 223-1.
      `SECTOR_BAN_HOME_ENERGY: ${l223('1, al. 4')}`,
      ...new Array(3).fill('SECTOR_BAN_HOME_ENERGY: CNIL, délibération 2021-131'),
      'SECTOR_BAN_HOME_ENERGY: al. 1',
      'SECTOR_BAN_HOME_ENERGY: al. 3',
      `SECTOR_BAN_UNCERTAIN: ${l223('1, al. 4')}`,
      ...new Array(3).fill('SECTOR_BAN_UNCERTAIN: CNIL, délibération 2021-131'),
      'SECTOR_BAN_UNCERTAIN: al. 1',
      'SECTOR_BAN_UNCERTAIN: al. 3',
      ...new Array(3).fill('SECTOR_BAN_UNCERTAIN: the text itself'),
      // Both versions of the charter: an ordinary number, of which the numbering plan speaks.
      ...new Array(2).fill('SENDER_ID_INVALID: Arcep, décision n° 2018-0881 modifiée, annexe 1, § 2.3.2 f'),
      // Both versions of the charter: a functional short code, and a generic word that is a name.
      ...new Array(4).fill('SENDER_ID_INVALID: the text itself'),
      'SENSITIVE_TARGETING: CNIL, délibération 2021-131',
      'SENSITIVE_TARGETING: § 2, a',
      `SOFT_OPT_IN_CHANNEL_NOT_COVERED: ${l223('1, al. 4')}`,
      `SOFT_OPT_IN_CHANNEL_NOT_COVERED: ${l223('7')}`,
      'SOFT_OPT_IN_CHANNEL_NOT_COVERED: CNIL, page de janvier 2022 sur les automates d’appel',
      'SOFT_OPT_IN_FREEMIUM_REVIEW: CJUE, C-654/23',
      'SOFT_OPT_IN_NOT_ANALOGOUS: CNIL, délibération 2021-131',
      `SOFT_OPT_IN_NOT_ANALOGOUS: ${SECOND_EXCEPTION}`,
      'SOFT_OPT_IN_NO_SALE: CJUE, C-654/23',
      `SOFT_OPT_IN_NO_SALE: ${SECOND_EXCEPTION}`,
      // Both versions of the charter: closed in every place for one reason. The rule of the house: the same, and before it.
      ...new Array(7).fill('TIMEZONE_AMBIGUOUS: the text itself'),
    ]);
  });
  test('says in words what it lifts for, and where it comes from or that it is of the text itself', () => {
    const former = AMENDMENTS.flatMap(({ removed }) => removed);
    const exceptions: readonly Exception<never>[] = [...REGISTER, ...former].flatMap(
      ({ unless }): readonly Exception<never>[] => unless ?? [],
    );
    expect(exceptions.length).toBeGreaterThan(60);
    for (const { says, paragraph, source } of exceptions) {
      for (const words of [says.fr, says.en]) expect(words).toMatch(/^\p{Ll}.*[^.]$/u);
      expect(says.fr).not.toBe(says.en);
      for (const from of [paragraph, source]) if (from !== undefined) expect(from).toMatch(/\S/);
    }
  });
  test('lifts no sentence that is one of its own conditions', () => {
    for (const sentence of REGISTER) {
      const conditions = (sentence.unless ?? []).flatMap((each): readonly Prohibition[] => each.conditions ?? []);
      expect(conditions).not.toContain(sentence);
    }
  });
});
