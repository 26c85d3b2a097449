import { describe, expect, test } from 'vitest';
import { piecesAt } from '#shared/law/facts/evidence-words.ts';
import { aFormVersion, referenceOf } from '#test/support/builders.ts';

/** What a reader must learn of a missing piece: what it is, in French and English, and what to add, which both languages name alike. */
const LEARNT: readonly (readonly [pointer: string, fr: RegExp, en: RegExp, toAdd: RegExp])[] = [
  ['/form/mechanism', /par quel geste/, /by which act/, /\(mechanism\)/],
  ['/form/defaultState', /vide ou cochée/, /empty or ticked/, /\(defaultState\)/],
  ['/form/shown', /aucune image/i, /no picture/i, /\(shown\)/],
  ['/form/notice', /aucune mention d’information/, /no privacy notice/, /\(notice\)/],
  ['/form/approver', /personne n’a approuvé/i, /nobody approved/i, /\(approver\).*\(reconstruction\)/],
  [
    '/form/approver/approvedAt',
    /qu’après l’acte/,
    /after the act only/,
    /\(approver\.approvedAt\).*\(reconstruction\)/,
  ],
  ['/form/reconstruction', /hors de la période/, /outside the period/, /\(reconstruction\)/],
  ['/form/refusal', /moyen simple et gratuit de refuser/, /free and simple means to refuse/, /\(refusal\)/],
];
const FORM = referenceOf(aFormVersion());
const pieceAt = (pointer: string, form?: typeof FORM) => piecesAt([pointer], form)[0];

describe('what is missing of a proof, and what to do about it', () => {
  test.each(LEARNT)('%s: a new version of the form, then the fact again', (pointer, fr, en, toAdd) => {
    for (const form of [FORM, undefined]) {
      const { sentence, remedy } = pieceAt(pointer, form) ?? {};
      expect(sentence).toEqual({ fr: expect.stringMatching(fr), en: expect.stringMatching(en) });
      expect(remedy).toEqual({
        sentence: {
          fr: expect.stringMatching(/nouvelle version du formulaire avec .*, puis renvoyez le fait/),
          en: expect.stringMatching(/new version of the form with .*, then send the fact again/),
        },
        route: 'PUT /v1/advertisers/{advertiserId}/forms/{formId}/versions/{version}',
      });
      for (const each of [remedy?.sentence.fr, remedy?.sentence.en]) expect(each).toMatch(toAdd);
    }
  });
  test.each([
    [
      '/form',
      /aucune version de formulaire n’est nommée/i,
      /no form version is named/i,
      /nommez la version/i,
      /name the version/i,
    ],
    ['/proof', /aucune trace de l’acte/i, /no trace of this person’s act/i, /empreinte du fichier/, /hash of the file/],
    ['/lines', /ce qui a été vendu/, /what was sold/, /catégories vendues/, /categories that were sold/],
  ])('%s: what was recorded lacks it, and it is added there', (pointer, fr, en, doFr, doEn) => {
    expect(pieceAt(pointer)).toEqual({
      pointer,
      sentence: { fr: expect.stringMatching(fr), en: expect.stringMatching(en) },
      remedy: { sentence: { fr: expect.stringMatching(doFr), en: expect.stringMatching(doEn) }, pointer },
    });
  });
  test('a form that is named and not known is stored, or its name corrected', () => {
    expect(pieceAt('/form', FORM)).toEqual({
      pointer: '/form',
      sentence: { fr: expect.stringMatching(/1 de newsletter est inconnue/), en: expect.stringMatching(/unknown/) },
      remedy: {
        sentence: { fr: expect.stringMatching(/corrigez le nom/), en: expect.stringMatching(/correct its name/) },
        route: 'PUT /v1/advertisers/{advertiserId}/forms/{formId}/versions/{version}',
      },
    });
  });
  test('what has no words of its own is said to be missing, and nothing more', () => {
    expect(pieceAt('/of-no-name', FORM)).toEqual({
      pointer: '/of-no-name',
      sentence: { fr: expect.stringMatching(/preuve manque/), en: expect.stringMatching(/evidence is missing/i) },
      remedy: { sentence: { fr: expect.stringMatching(/complétez/i), en: expect.stringMatching(/complete/i) } },
    });
  });
  test('each piece keeps its order, and no two are said alike', () => {
    const pointers = [...LEARNT.map(([pointer]) => pointer), '/form', '/proof', '/lines', '/of-no-name'];
    const pieces = piecesAt(pointers, FORM);
    expect(pieces.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(new Set(pieces.map(({ sentence }) => sentence.fr)).size).toBe(pointers.length);
    expect(new Set(pieces.map(({ remedy }) => remedy.sentence.fr)).size).toBe(pointers.length);
  });
});
