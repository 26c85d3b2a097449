import type { Base, Founding } from '../making/base.ts';
import type { Body } from '../making/draft.ts';
import { rebuild } from '../making/forms.ts';
import { SHOWN } from '../making/vocabulary.ts';
import type { Random } from '../random.ts';
import type { Spoiling } from './spoiling.ts';

const ON_FORMS: readonly Founding[] = [
  'consent',
  'consent-through-partner',
  'consent-to-partner-offers',
  'sale',
  'sale-by-free-account',
];

const isReference = (named: unknown): named is { formId: string; version: string } =>
  typeof named === 'object' && named !== null && 'formId' in named;

/** The form of the act is rebuilt anew, as if it had not been, and then spoilt. */
const onRebuilt = (name: string, spoil: (form: Body, base: Base, random: Random) => void): Spoiling => ({
  name,
  on: ON_FORMS,
  applies: ({ form, act }) => form !== undefined && isReference(act?.body.form),
  spoil: (base, random) => {
    const { draft, form, act } = base;
    const named = act?.body.form;
    if (form === undefined || act === undefined || !isReference(named)) return;
    rebuild(draft, form, named, Date.parse(String(act.body.givenAt ?? act.body.soldAt)));
    form.shown ??= { ...SHOWN };
    spoil(form, base, random);
  },
});

const decisionsOf = ({ draft }: Base): readonly { readonly cause: string; readonly body: Body }[] =>
  draft.decisions.filter(({ cause }) => cause.startsWith('rebuilt-form:'));

/** What is wrong with a form that was rebuilt from an archive (D9). */
export const REBUILT_SPOILINGS: readonly (readonly [weight: number, Spoiling])[] = [
  [
    2,
    onRebuilt('nobody reviewed the rebuilt form', (_, base) => {
      const ofForms = decisionsOf(base);
      const others = base.draft.decisions.filter((each) => !ofForms.includes(each));
      base.draft.decisions.splice(0, base.draft.decisions.length, ...others);
    }),
  ],
  [
    1,
    onRebuilt('the rebuilt form was refused', (_, base) => {
      for (const { body } of decisionsOf(base)) Object.assign(body, { decision: 'refused' });
    }),
  ],
  [
    1,
    onRebuilt('the rebuilt form was not shown then', (form, _, random) => {
      const period = random.chance(0.5)
        ? { from: '2001-01-01', until: '2001-12-31' }
        : { from: '2031-01-01', until: '2031-12-31' };
      form.reconstruction = { ...period, sources: ['Archive du site'] };
    }),
  ],
  [1, onRebuilt('nobody answers for the rebuilt form', (form) => void delete form.approver)],
];
