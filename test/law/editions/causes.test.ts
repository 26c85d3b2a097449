import { describe, expect, test } from 'vitest';
import type { BasisFacts } from '#shared/law/facts/basis.ts';
import type { Facts } from '#shared/law/facts/facts.ts';
import { reasonOfCause } from '#shared/law/reasons/cause.ts';
import { explain } from '#shared/law/reasons/explain.ts';
import { REGISTER } from '#shared/law/register.ts';

const FACTS = { externalMeans: ['stop.example'], templateCause: 'template:order@1', decided: {} } as unknown as Facts;
const BASIS = { form: 'newsletter@3', legalForm: 'company' } as BasisFacts;

/** Every code whose sentence asks a human, with a cause that it gives. */
const ASKED = REGISTER.flatMap((sentence): (readonly [string, string])[] => {
  if (sentence.judges === 'moment' || sentence.cause === undefined) return [];
  const cause = sentence.judges === 'message' ? sentence.cause(FACTS) : sentence.cause(BASIS, FACTS);
  return cause === undefined ? [] : [[sentence.code, cause]];
});

describe('why a cause waits for a human', () => {
  test.each(ASKED)('%s is the reason of a cause such as %s, with its text', (code, cause) => {
    const reason = reasonOfCause(cause);
    expect(reason).toMatchObject({ code, fr: expect.any(String), en: expect.any(String) });
    expect(reason?.citation).toBeDefined();
  });

  test('each kind of cause is asked about by one code', () => {
    const kinds = new Set(ASKED.map(([, cause]) => cause.split(':')[0]));
    expect(new Set(ASKED.map(([code, cause]) => `${code} ${cause.split(':')[0]}`)).size).toBe(kinds.size);
    expect(kinds.size).toBeGreaterThanOrEqual(7);
  });

  test('what is no kind of cause has none', () => {
    expect(reasonOfCause('weather:fine')).toBeUndefined();
  });
});

/** Words that ask for a decision that is still to come. */
const ASKS =
  /à examiner|il faut décider|doit (?:être|décider|vérifier)|[Ss]tatuez|[Dd]écidez|human (?:decides|checks|reviews)|[Dd]ecide (?:the|whether)/;

describe('what is said once a human decided with no (D6: it makes it final)', () => {
  const told = (code: string, detail?: string) =>
    explain({ reasons: [detail === undefined ? { code } : { code, detail }], notes: [] }).reasons[0];
  test.each(ASKED)('%s: that it was decided, and by which decision that could change (%s)', (code, cause) => {
    const [open, decided] = [told(code), told(code, `refused:${cause}`)];
    expect([decided?.fr, decided?.en]).toEqual([
      expect.stringMatching(/[Ii]l a été décidé/),
      expect.stringMatching(/[Ii]t was decided/),
    ]);
    expect([decided?.fr, decided?.en]).not.toEqual([open?.fr, open?.en]);
    const { sentence, route } = decided?.remedy ?? {};
    expect([sentence?.fr, sentence?.en, route]).toEqual([
      expect.stringContaining(`C’est décidé (${cause})`),
      expect.stringContaining(`That is decided (${cause})`),
      'POST /v1/reviews/{reviewId}/decision',
    ]);
    for (const said of [decided, sentence]) expect(`${said?.fr} ${said?.en}`).not.toMatch(ASKS);
  });
  test('open, each of them asks, or names its review', () => {
    const silent = ASKED.filter(([code]) => {
      const { fr, remedy } = told(code) ?? {};
      return !ASKS.test(`${fr} ${remedy?.sentence.fr}`) && !/exam/.test(`${fr} ${remedy?.sentence.fr}`);
    });
    expect(silent).toEqual([]);
  });
  test('a note that a template was found to be prospecting says so too', () => {
    expect(told('MIXED_CONTENT_REQUALIFIED', 'refused:template:order@1')?.fr).toContain('a été décidé');
    expect(told('MIXED_CONTENT_REQUALIFIED', 'template:order@1')?.fr).toContain('contient une offre');
  });
});

describe('what is said where no human can be asked', () => {
  const NO_TEMPLATE = { decided: {} } as unknown as Facts;
  /** Sentences on messages that ask a human, and have none to ask of free text or of means of ours. */
  const UNASKED = REGISTER.flatMap((sentence) =>
    sentence.judges === 'message' && sentence.cause !== undefined && sentence.cause(NO_TEMPLATE) === undefined
      ? [sentence.code]
      : [],
  );
  test('of the bans that a template may escape, of credit, of means and of the class', () => {
    expect(new Set(UNASKED)).toEqual(
      new Set([
        'CLASS_UNCERTAIN',
        'CREDIT_REMINDER_UNCERTAIN',
        'OPPOSITION_ROAD_NOT_WORKING',
        'SECTOR_BAN_CPF_UNCERTAIN',
        'SECTOR_BAN_UNCERTAIN',
      ]),
    );
  });
  test.each([...new Set(UNASKED)])('%s sends nobody to a review', (code) => {
    const [unasked] = explain({ reasons: [{ code, detail: 'no-review' }], notes: [] }).reasons;
    const { sentence, route } = unasked?.remedy ?? {};
    expect(String(route)).not.toContain('/reviews/');
    expect(`${sentence?.fr} ${sentence?.en}`).not.toMatch(ASKS);
    expect(sentence?.fr).not.toMatch(/faites examiner/i);
  });
});
