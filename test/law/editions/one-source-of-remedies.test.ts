import { describe, expect, test } from 'vitest';
import { inWords } from '#shared/app/campaigns/report/report-view.ts';
import { usabilityView } from '#shared/contracts/http/usability.ts';
import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { usabilityOfConsent, usabilityOfSale } from '#shared/law/readings/usability.ts';
import { DECIDED, NOT_ASKED } from '#shared/law/reasons/decided.ts';
import { explain } from '#shared/law/reasons/explain.ts';
import { remedyOf } from '#shared/law/reasons/reasons.ts';
import { REMEDIES_BY_DETAIL } from '#shared/law/reasons/remedies/by-detail.ts';
import { REMEDIES_OF_SALES } from '#shared/law/reasons/remedies/of-basis.ts';
import {
  HANGS_ON_A_DECISION,
  HANGS_ON_WHAT_WAS_FOUND,
  remedyOfMany,
} from '#shared/law/reasons/remedies/remedy-of-many.ts';
import { readSources } from '../../support/architecture/sources.ts';
import { aConsent, aFormVersion, aProposedMessage, aSale, aStanding, aVetRequest } from '../../support/builders.ts';

type Consent = Parameters<typeof aConsent>[0];
type Sale = Parameters<typeof aSale>[0];

const asked = (standing: Parameters<typeof aStanding>[0], form: FormVersion) =>
  aVetRequest({
    standing: aStanding(standing),
    forms: [form],
    message: aProposedMessage({ offerCategory: 'wine' }),
  });

/** What a verdict by e-mail says to do of the faults of one record. */
const doneByVerdict = (request: ReturnType<typeof asked>, id: string) => {
  const { reasons, notes } = explain(vet(request));
  const held = [...reasons, ...notes].filter(({ factId, code }) => factId === id && !code.startsWith('OK_'));
  return held.map(({ code, remedy }) => `${code}: ${remedy?.sentence.fr}`).toSorted();
};
const doneByAnswer = ({ reasons }: ReturnType<typeof usabilityView>) =>
  reasons.map(({ code, remedy }) => `${code}: ${remedy.sentence.fr}`).toSorted();

const ofConsent = (changes: Consent, form: Parameters<typeof aFormVersion>[0] = {}) => {
  const consent = aConsent({ channels: ['email'], ...changes });
  const request = asked({ consents: [consent] }, aFormVersion(form));
  const standing = aStanding({ consents: [consent] });
  return [
    doneByVerdict(request, consent.id),
    doneByAnswer(usabilityView(usabilityOfConsent({ ...request, standing }, consent))),
  ];
};
const ofSale = (changes: Sale, form: Parameters<typeof aFormVersion>[0] = {}) => {
  const sale = aSale(changes);
  const request = asked({ sales: [sale] }, aFormVersion(form));
  const standing = aStanding({ sales: [sale] });
  const answer = usabilityView(usabilityOfSale({ ...request, standing }, sale));
  return [doneByVerdict(request, sale.id), doneByAnswer(answer)];
};

describe('what to do about a record is said alike by a verdict and by the answer that judges it', () => {
  test.each<[string, Consent, Parameters<typeof aFormVersion>[0]]>([
    ['tied', {}, { isConditionOfService: true }],
    ['misleading', {}, { design: { misleading: true } }],
    ['pre-ticked', {}, { defaultState: 'ticked' }],
    ['tied and misleading', {}, { isConditionOfService: true, design: { misleading: true } }],
    ['invalidated', { state: 'invalidated' }, {}],
    ['of a former address', { state: 'invalidated', endedBecause: 'moved' }, {}],
    ['of a wrong address', { state: 'invalidated', endedBecause: 'corrected' }, {}],
    ['withdrawn', { state: 'withdrawn' }, {}],
    ['without a picture', {}, { shown: undefined }],
  ])('a consent: %s', (_, consent, form) => {
    const [verdict, answer] = ofConsent(consent, form);
    expect(verdict).not.toEqual([]);
    expect(answer).toEqual(verdict);
  });
  test.each<[string, Sale, Parameters<typeof aFormVersion>[0]]>([
    ['without a picture of the checkout', {}, { shown: undefined }],
    ['that offered no refusal', {}, { refusal: undefined }],
    ['of which nobody knows the form', { form: undefined }, {}],
  ])('a sale: %s', (_, sale, form) => {
    const [verdict, answer] = ofSale(sale, form);
    expect(verdict).not.toEqual([]);
    expect(answer).toEqual(verdict);
  });
  test('each fault of one code with its own', () => {
    const [, answer] = ofConsent({}, { isConditionOfService: true, design: { misleading: true } });
    expect(answer?.filter((each) => each.startsWith('CONSENT_MECHANISM_INVALID'))).toHaveLength(2);
  });
});

describe('what to do about a code that many share', () => {
  test('hangs on what was found where remedies by what was found are written', () => {
    const written = [...Object.keys(REMEDIES_BY_DETAIL), ...Object.keys(REMEDIES_OF_SALES)];
    expect([...HANGS_ON_WHAT_WAS_FOUND].toSorted()).toEqual([...new Set(written)].toSorted());
  });
  test('hangs on a decision where words of one are written, and no remedy by what was found says so', () => {
    const written = [...Object.keys(DECIDED), ...Object.keys(NOT_ASKED)];
    expect(written.filter((code) => !HANGS_ON_A_DECISION.has(code) && !HANGS_ON_WHAT_WAS_FOUND.has(code))).toEqual([]);
    expect([...HANGS_ON_A_DECISION].filter((code) => !written.includes(code))).toEqual([]);
    expect([...HANGS_ON_A_DECISION].filter((code) => HANGS_ON_WHAT_WAS_FOUND.has(code))).toEqual([]);
  });
  test.each([...HANGS_ON_A_DECISION])('of a refusal by %s, a report asks for no decision alone', (code) => {
    const { remedy } = inWords('refused', code);
    expect(remedy?.fr).toMatch(
      /Si c’est déjà décidé, ou si personne ne peut en décider, un verdict .* dit ce qu’il faut faire\.$/,
    );
    expect(remedy?.en).toMatch(/If that is decided already, or nobody can decide it, a verdict .* says what to do\.$/);
  });
  test.each(['ADVERTISER_HIDDEN', 'VALIDITY_PASSED', 'OPPOSITION_ROAD_NOT_WORKING'])(
    'of a refusal by %s, a report says nothing of persons: sender, moment and means are the same for all',
    (code) => {
      const { remedy } = inWords('refused', code);
      expect(remedy?.fr).not.toMatch(/dépend parfois de la personne/);
      expect(remedy?.fr).toMatch(/dépend de ce qui a été constaté/);
    },
  );
  test('says then where to look, and else what a verdict says', () => {
    for (const code of HANGS_ON_WHAT_WAS_FOUND)
      expect(remedyOfMany(code)?.sentence.en).toContain(`${remedyOf(code)?.sentence.en} What to do hangs on`);
    expect(remedyOfMany('OPPOSED_GLOBAL')).toEqual(remedyOf('OPPOSED_GLOBAL'));
    expect(remedyOfMany('OK_CONSENT')).toBeUndefined();
  });
  test('is asked of one source: nothing outside of the law takes the remedy of a code alone', () => {
    const takers = [...readSources()]
      .filter(([file]) => !file.startsWith('test/') && !file.startsWith('shared/law/reasons/'))
      .filter(([, source]) =>
        /\bremedyOf\b[^;]*from '#shared\/law|REMEDIES_[A-Z_]+[^;]*from '#shared\/law/.test(source),
      )
      .map(([file]) => file);
    expect(takers).toEqual([]);
  });
});
