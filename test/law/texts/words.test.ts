import { describe, expect, test } from 'vitest';
import type { Missing } from '#shared/domain/missing.ts';
import type { Prohibition } from '#shared/law/article.ts';
import { AMENDMENTS } from '#shared/law/editions/amendments.ts';
import { piecesAt } from '#shared/law/facts/evidence-words.ts';
import { conclude } from '#shared/law/fold/conclude.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { FORM_AWAITS_REVIEW, ofEvidence, ofReason, ofSales, ofUnbuilt } from '#shared/law/readings/form-pieces.ts';
import { EVIDENCE_OF_FORM, MISSING_FOR_SALES } from '#shared/law/readings/form-words.ts';
import { wordsOnceDecided } from '#shared/law/reasons/decided.ts';
import { REASONS } from '#shared/law/reasons/reasons.ts';
import { REGISTER, RULEBOOK } from '#shared/law/register.ts';
import { aConsent, aFormVersion, aStanding, aVetRequest, referenceOf } from '#test/support/builders.ts';

const SENTENCES: readonly Prohibition[] = [...REGISTER, ...AMENDMENTS.flatMap(({ removed }) => removed)];
/** A capital, words, and the end of a sentence. */
const WHOLE = /^[\p{Lu}«“].{9,}[.?!]$/u;
const FORM = referenceOf(aFormVersion());

const wordsOf = ({ sentence, remedy }: Missing): readonly string[] => [
  sentence.fr,
  sentence.en,
  remedy.sentence.fr,
  remedy.sentence.en,
];
const expectWhole = (pieces: readonly Missing[]): void => {
  for (const piece of pieces) for (const words of wordsOf(piece)) expect(words).toMatch(WHOLE);
};

describe('what is missing is said in whole sentences, in both languages', () => {
  test('evidence of a consent or a sale', () => {
    const pointers = [
      ...['', '/mechanism', '/defaultState', '/shown', '/notice', '/approver', '/reconstruction', '/refusal'].map(
        (piece) => `/form${piece}`,
      ),
      ...['/proof', '/lines', '/nothing-of-this-name'],
    ];
    for (const form of [FORM, undefined]) {
      const pieces = piecesAt(pointers, form);
      expect(pieces).toHaveLength(pointers.length);
      // What is done about it is done at the same place, or by a route.
      for (const { pointer, remedy } of pieces) expect([pointer, undefined]).toContain(remedy.pointer);
      expectWhole(pieces);
    }
  });
  test('a form that is named and not known, otherwise than one that is not named', () => {
    const [known, unnamed] = [FORM, undefined].map((form) => piecesAt(['/form'], form)[0]);
    expect(known?.sentence.fr).toBe('La version 1 de newsletter est inconnue.');
    expect(known?.sentence.en).toBe('Version 1 of newsletter is unknown.');
    expect(unnamed?.sentence.fr).toMatch(/^Aucune version de formulaire n’est nommée/);
  });
  test('evidence that a form lacks', () => {
    const inForm = Object.keys(EVIDENCE_OF_FORM);
    expect(inForm.length).toBeGreaterThan(5);
    expectWhole([...ofEvidence(inForm.map((piece) => `/form${piece}`)), FORM_AWAITS_REVIEW, ofUnbuilt]);
    expectWhole(Object.keys(MISSING_FOR_SALES).map(ofSales));
    expectWhole(Object.keys(REASONS).map((code) => ofReason(code)));
    expect(ofEvidence(['/proof', '/form/shown', '/form']).map(({ pointer }) => pointer)).toEqual(['/shown']);
  });
  test('what was decided, and what nobody can decide', () => {
    const said = Object.keys(REASONS).flatMap((code) =>
      ['refused:form:newsletter@3', 'no-review'].flatMap((detail) => wordsOnceDecided(code, detail) ?? []),
    );
    expect(said.length).toBeGreaterThan(12);
    for (const { says, remedy } of said)
      for (const words of [says?.fr, says?.en, remedy.sentence.fr, remedy.sentence.en].filter(
        (each) => each !== undefined,
      ))
        expect(words).toMatch(WHOLE);
  });
});

/** `15 000 euros`, `€15,000`, `15 000 €`: each amount as a number. */
const amountsIn = (text: string): readonly number[] =>
  [...text.matchAll(/€([\d,]+)|(\d[\d\s]*)(?:€|euros)/gu)].map(([, en, fr]) =>
    Number((en ?? fr ?? '').replaceAll(/[\s,]/gu, '')),
  );

describe('what breaking a sentence can cost', () => {
  const all = [...new Set(SENTENCES.flatMap(({ sanctions = [] }) => sanctions))];
  test('is said in whole sentences, in both languages', () => {
    expect(all.length).toBeGreaterThan(10);
    for (const { says, unsettled } of all) {
      for (const words of [says.fr, says.en]) expect(words).toMatch(WHOLE);
      for (const words of unsettled === undefined ? [] : [unsettled.says.fr, unsettled.says.en])
        expect(words).toMatch(WHOLE);
    }
  });
  test('is the same in both languages, and each amount that the text gives in figures is said', () => {
    for (const { says, texts } of all) {
      const [inFrench, inEnglish] = [amountsIn(says.fr), amountsIn(says.en)];
      expect(inEnglish).toEqual(inFrench);
      const inTexts = texts.flatMap(({ quote }) => amountsIn(quote ?? ''));
      expect([says.fr, inTexts.filter((amount) => !inFrench.includes(amount))]).toEqual([says.fr, []]);
    }
    expect(all.flatMap(({ says }) => amountsIn(says.fr)).length).toBeGreaterThan(10);
  });
});

describe('what a sentence of the register says of itself', () => {
  test('a text has a name and a number, and a rule of ours is called so', () => {
    for (const { article } of SENTENCES) {
      expect(article.code).toMatch(/\S{3}/);
      expect(article.number).toMatch(/\S/);
      expect([article.id, article.code === 'Règle interne']).toEqual([article.id, article.kind === 'house']);
    }
  });
  test('a rule of ours is a whole sentence, a reading too, with the day on which it was checked', () => {
    for (const { rule, reading } of SENTENCES) {
      if (rule !== undefined) expect(rule).toMatch(WHOLE);
      if (reading !== undefined) expect(reading).toMatch(/^\p{Lu}.{20,}[ ,] ?[Cc]hecked \d{4}-\d{2}-\d{2}\.$/u);
    }
  });
  test('USE_RESTRICTED names the restriction', () => {
    const lawful = prepareFacts(aVetRequest({ standing: aStanding({ consents: [aConsent()] }) }));
    const { reasons } = conclude({ ...lawful, restriction: 'a restriction' }, RULEBOOK);
    expect(reasons).toMatchObject([{ code: 'USE_RESTRICTED', factId: 'a restriction' }]);
  });
});
