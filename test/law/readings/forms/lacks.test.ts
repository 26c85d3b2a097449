import { describe, expect, test } from 'vitest';
import { CollectionMode, FormVersionContent } from '#shared/domain/consent/form-version.ts';
import type { Missing } from '#shared/domain/missing.ts';
import type { DecisionOn } from '#shared/domain/review/review.ts';
import { missingForSales, usabilityOfForm } from '#shared/law/readings/form-usability.ts';
import { aFormVersion, anAdvertiser, instant, NOW } from '#test/support/builders.ts';

type Changes = Parameters<typeof aFormVersion>[0];
/** What a reader must learn, in French and in English. */
type Learnt = readonly [fr: RegExp, en: RegExp];
interface Row {
  readonly lack: string;
  readonly changes: Changes;
  readonly pointer: string;
  readonly says: Learnt;
  readonly mend: Learnt;
  readonly decisions?: DecisionOn;
}

const ANOTHER: Learnt = [/nouvelle version/, /new version/];
const BY_VERSION = 'PUT /v1/advertisers/{advertiserId}/forms/{formId}/versions/{version}';
const BY_DECISION = 'POST /v1/reviews/{reviewId}/decision';
const refusing: DecisionOn = () =>
  ({ decision: 'refused', decidedAt: instant('2026-01-01T00:00:00Z') }) as ReturnType<DecisionOn>;
const rebuilt = (until: string, more: Changes = {}): Changes => ({
  reconstruction: { from: '2025-01-01', until, sources: ['archive.example'] },
  ...more,
});
const CHANNELS_UNSAID: Changes = { channels: [], wording: 'J’accepte de recevoir vos offres.' };

/** Each word that a value of a property may take, as the contract has it. */
const valuesOf = (name: 'mechanism' | 'defaultState'): readonly string[] =>
  (FormVersionContent.shape[name].def.innerType.options ?? []) as readonly string[];

const check = ({ sentence, remedy, pointer }: Missing, row: Row, route: string): void => {
  const learnt = [sentence.fr, sentence.en, remedy.sentence.fr, remedy.sentence.en];
  for (const [index, each] of [...row.says, ...row.mend].entries()) expect(learnt[index]).toMatch(each);
  for (const words of learnt) expect(words).toMatch(/^\p{Lu}.{15,}\.$/u);
  expect({ pointer, route: remedy.route }).toEqual({ pointer: row.pointer, route });
  expect(remedy.pointer).toBe(route === BY_VERSION ? row.pointer : undefined);
};
const byVersion = (piece: Missing | undefined, row: Row): void => {
  if (piece === undefined) throw new Error(`nothing is missing: ${row.lack}`);
  check(piece, row, BY_VERSION);
};

/** GDPR 7(1) and PROOF-1; GDPR 4(11); L. 34-5, al. 1; R. 223-1 of the Code de la consommation. */
const OF_CONSENTS: readonly Row[] = [
  {
    ...{ lack: 'the act', changes: { mechanism: undefined }, pointer: '/mechanism' },
    ...{ says: [/par quel acte/, /what act/], mend: [/checkbox.*spoken-yes/, /checkbox.*spoken-yes/] },
  },
  {
    ...{ lack: 'the state before it', changes: { defaultState: undefined }, pointer: '/defaultState' },
    ...{ says: [/cochée avant/, /ticked before/], mend: [/empty.*ticked/, /empty.*ticked/] },
  },
  {
    ...{ lack: 'its picture', changes: { shown: undefined }, pointer: '/shown' },
    ...{
      says: [/tel que les personnes l’ont vu/, /as people saw it/],
      mend: [/capture.*SHA-256/, /screenshot.*SHA-256/],
    },
  },
  {
    ...{ lack: 'a notice', changes: { notice: undefined }, pointer: '/notice' },
    ...{
      says: [/information sur le traitement/, /no information on the processing|without .*notice|no notice/i],
      mend: [/notice/, /notice/],
    },
  },
  {
    ...{ lack: 'who approved it', changes: { approver: undefined }, pointer: '/approver' },
    ...{ says: [/approuvé/, /approved/], mend: [/approuver par une personne nommée/, /named human approve/] },
  },
  {
    ...{ lack: 'the days of what was rebuilt', changes: rebuilt('no day'), pointer: '/reconstruction' },
    ...{ says: [/jours de la reconstitution/, /days of the reconstruction/], mend: [/AAAA-MM-JJ/, /YYYY-MM-DD/] },
  },
  {
    ...{ lack: 'an act of one’s own', changes: { defaultState: 'ticked' }, pointer: '/mechanism' },
    ...{ says: [/case précochée/, /pre-ticked/], mend: ANOTHER },
  },
  {
    ...{ lack: 'freedom', changes: { isConditionOfService: true }, pointer: '/mechanism' },
    ...{ says: [/ne vaut pas consentement.*contrainte/, /not a consent.*condition of service/], mend: ANOTHER },
  },
  {
    ...{ lack: 'a purpose', changes: { purposes: [] }, pointer: '/purposes' },
    ...{ says: [/finalité/, /purpose/], mend: ANOTHER },
  },
  {
    ...{ lack: 'the names of partners', changes: { purposes: ['partner-offers'] }, pointer: '/partnersNamed' },
    ...{ says: [/formulaire nommait/, /form named/], mend: ANOTHER },
  },
  {
    lack: 'a channel that its words do not carry',
    changes: { channels: [{ channel: 'email', words: 'par courrier' }] },
    pointer: '/channels',
    ...{ says: [/ce canal/, /this channel/], mend: ANOTHER },
  },
  {
    ...{ lack: 'the age of a child', changes: { childDirected: true }, pointer: '' },
    ...{ says: [/quinze ans/, /fifteen/], mend: ANOTHER },
  },
  {
    ...{ lack: 'a channel, as was decided', changes: CHANNELS_UNSAID, pointer: '/channels', decisions: refusing },
    ...{ says: [/décidé que les mots .* ne portent pas/, /decided that the words .* do not carry/], mend: ANOTHER },
  },
  {
    ...{
      lack: 'proof, as was decided',
      changes: rebuilt('2026-06-30'),
      pointer: '/reconstruction',
      decisions: refusing,
    },
    ...{ says: [/décidé que cette version reconstituée/, /decided that this rebuilt/], mend: ANOTHER },
  },
];

const judged = ({ changes, decisions }: Row) => {
  const form = aFormVersion(changes);
  const context = { advertiser: anAdvertiser(), at: NOW, decisions };
  const pieces = Object.values(usabilityOfForm(form, context)).map((each) => (each === true ? [] : each.missing));
  return { pieces, forSales: missingForSales(form, context) };
};

describe('what consents given on a form lack is said of it, and what to do', () => {
  test.each(OF_CONSENTS)('$lack', (row) => {
    const { pieces } = judged(row);
    expect(pieces.length).toBeGreaterThan(0);
    for (const [first, ...others] of pieces) {
      byVersion(first, row);
      expect(others).toEqual([]);
    }
  });
  test('the acts and the states that may be said are those of the contract', () => {
    const remedyOf = (changes: Changes) => {
      const [first] = judged({ changes } as Row).pieces.flat();
      return first?.remedy.sentence ?? { fr: '', en: '' };
    };
    const [acts, states] = [valuesOf('mechanism'), valuesOf('defaultState')];
    expect([acts.length, states.length]).toEqual([7, 3]);
    // The first four are acts of one's own.
    for (const act of acts.slice(0, 4))
      for (const words of Object.values(remedyOf({ mechanism: undefined }))) expect(words).toContain(act);
    for (const state of states)
      for (const words of Object.values(remedyOf({ defaultState: undefined }))) expect(words).toContain(state);
  });
  test.each<Row>([
    {
      ...{ lack: 'whether its words carry a channel', changes: CHANNELS_UNSAID, pointer: '/channels' },
      ...{ says: [/mots cités.*jugé/, /words quoted.*judged/], mend: [/examen/, /review/] },
    },
    {
      ...{ lack: 'whether it shows what people saw', changes: rebuilt('2026-06-30'), pointer: '/reconstruction' },
      ...{ says: [/archives.*jugé/, /archives.*judged/], mend: [/examen/, /review/] },
    },
  ])('a human decides $lack', (row) => {
    for (const [first, ...others] of judged(row).pieces) {
      if (first === undefined) throw new Error('nothing is missing');
      check(first, row, BY_DECISION);
      expect(others).toEqual([]);
    }
  });
  test('a channel without verdicts has no remedy in the form', () => {
    const fax: Changes = { channels: [{ channel: 'fax', words: 'par fax' }], wording: 'J’accepte vos offres par fax.' };
    const [piece, ...others] = judged({ changes: fax } as Row).pieces.flat();
    expect(others).toEqual([]);
    expect(piece?.sentence.fr).toMatch(/^Aucun message ne part sur ce canal.*verdict\.$/);
    expect(piece?.sentence.en).toMatch(/^No message leaves on this channel.*verdict on it\.$/);
    expect(piece?.remedy.sentence.fr).toMatch(/^Rien n’est à corriger.*sont gardés\.$/);
    expect(piece?.remedy.sentence.en).toMatch(/^Nothing is to be mended.*are kept\.$/);
    expect([piece?.pointer, piece?.remedy.pointer, piece?.remedy.route]).toEqual(['/channels', undefined, undefined]);
  });
  // D9: of each act there, we have our own record.
  test.each(CollectionMode.options)('a page of ours alone shows itself: %s', (mode) => {
    const { pieces, forSales } = judged({ changes: { mode, shown: undefined } } as Row);
    const lacking = mode === 'hosted' ? [] : ['/shown'];
    expect(pieces.map((each) => each.map(({ pointer }) => pointer))).toEqual(pieces.map(() => lacking));
    expect(forSales.map(({ pointer }) => pointer)).toEqual(['/shown']);
    expect(judged({ changes: { mode } } as Row).pieces.flat()).toEqual([]);
  });
});
