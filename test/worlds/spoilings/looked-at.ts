import { type Base, offer } from '../making/base.ts';
import { type Body, iso } from '../making/draft.ts';
import { namedBy, putTemplate, templateOf } from '../making/templates.ts';
import { APPROVER, INSULATION, LOAN, WORKSHOP } from '../making/vocabulary.ts';
import type { Random } from '../random.ts';
import { type Spoiling, TO_CONSUMERS } from './spoiling.ts';

/** What a human decided of a template, so that it does not cover the message: refused, ended, of others; or nothing. */
const decidedOtherwise = ({ draft }: Base, random: Random, prefix: string): void => {
  if (random.chance(0.3)) return;
  const more = random.pick<Body>([
    { decision: 'refused' },
    { until: iso(draft.at) },
    { appliesTo: { channels: ['fax'] } },
    { appliesTo: { offerCategories: ['wine'] } },
  ]);
  const { templateId = '', version = '' } = namedBy(draft);
  const body = { decision: 'allowed', reason: 'Relu une fois.', decider: 'Hélène Marchand', ...more };
  draft.decisions.push({ cause: `${prefix}:${templateId}@${version}`, decidedAt: draft.at - 86_400_000, body });
};

const fromTemplate = ({ draft }: Base): void => {
  if (templateOf(draft) === undefined)
    putTemplate(draft, 'catalogue', { class: 'prospecting', approver: { ...APPROVER } });
};

const isByMail = ({ draft }: Base): boolean => draft.channel === 'email' && draft.message.template === undefined;
/** Since 2 July 2025, in Paris. */
const isBanned = ({ draft }: Base): boolean => draft.at >= Date.parse('2025-07-02T00:00:00+02:00');
/** Since 21 December 2022, in Paris. */
const isTrainingBanned = ({ draft }: Base): boolean => draft.at >= Date.parse('2022-12-21T00:00:00+01:00');

/** Offers that a human looks at once, in the template (L. 312-9, L. 223-8, L. 6323-8-1). */
export const LOOKED_AT_SPOILINGS: readonly (readonly [weight: number, Spoiling])[] = [
  [
    3,
    {
      name: 'a loan by e-mail, from a template on which nothing was decided that covers it',
      on: TO_CONSUMERS,
      applies: isByMail,
      spoil: (base, random) => {
        fromTemplate(base);
        offer(base.draft, LOAN);
        decidedOtherwise(base, random, 'credit');
      },
    },
  ],
  [
    2,
    {
      name: 'a loan by e-mail, in free text',
      on: TO_CONSUMERS,
      applies: isByMail,
      spoil: ({ draft }) => offer(draft, LOAN),
    },
  ],
  [
    2,
    {
      name: 'goods that touch on home energy, and a decision that does not cover them',
      on: TO_CONSUMERS,
      applies: (base) => base.draft.message.template === undefined && isBanned(base),
      spoil: (base, random) => {
        fromTemplate(base);
        offer(base.draft, INSULATION);
        decidedOtherwise(base, random, 'sector');
      },
    },
  ],
  [
    2,
    {
      name: 'goods that touch on home energy, in free text',
      on: TO_CONSUMERS,
      applies: (base) => base.draft.message.template === undefined && isBanned(base),
      spoil: ({ draft }) => offer(draft, INSULATION),
    },
  ],
  [
    2,
    {
      name: 'training that a personal account could pay for, and a decision that does not cover it',
      on: TO_CONSUMERS,
      applies: (base) => base.draft.message.template === undefined && isTrainingBanned(base),
      spoil: (base, random) => {
        fromTemplate(base);
        offer(base.draft, WORKSHOP);
        decidedOtherwise(base, random, 'cpf');
      },
    },
  ],
  [
    2,
    {
      name: 'training that a personal account could pay for, in free text',
      on: TO_CONSUMERS,
      applies: (base) => base.draft.message.template === undefined && isTrainingBanned(base),
      spoil: ({ draft }) => offer(draft, WORKSHOP),
    },
  ],
];
