import type { Base } from '../making/base.ts';
import { DAY, iso } from '../making/draft.ts';
import { APPROVER, WORDS } from '../making/vocabulary.ts';
import type { Random } from '../random.ts';
import type { Spoiling } from './spoiling.ts';

const CONSENT = ['consent', 'consent-through-partner', 'consent-to-partner-offers'] as const;

/** Something wrong with the form on which the person agreed. */
const onForm = (
  name: string,
  spoil: (form: Record<string, unknown>, random: Random, base: Base) => void,
  applies: (form: Record<string, unknown>, base: Base) => boolean = () => true,
): Spoiling => ({
  name,
  on: CONSENT,
  applies: (base) => base.form !== undefined && applies(base.form, base),
  spoil: (base, random) => {
    if (base.form === undefined) return;
    spoil(base.form, random, base);
    dropUnquotable(base.form);
  },
});

/** Where the wording is another now, what was quoted of it for a sensitive use is not in it, and would not be stored. */
const dropUnquotable = (form: Record<string, unknown>): void => {
  const quoted = Array.isArray(form.explicitWords) ? form.explicitWords : [];
  if (quoted.some(({ words }) => !String(form.wording).includes(words))) delete form.explicitWords;
};

/** What many a form says, and no sensitive use. */
const NAMING_NOTHING = [
  'Je peux me désinscrire à tout moment.',
  'J’accepte d’être informé une fois par mois de vos bons plans et de vos points de vente.',
  'J’accepte aussi de donner mon opinion sur vos articles en vue de jeux-concours.',
];

const without = (form: Record<string, unknown>, ...fields: readonly string[]): void => {
  for (const field of fields) delete form[field];
};

const givenAtOf = (act: Base['act']): number => Date.parse(String(act?.body.givenAt));

const otherChannel = (channel: string): string => (channel === 'email' ? 'sms' : 'email');

/** What is wrong with the form of a consent. */
export const FORM_SPOILINGS: readonly (readonly [weight: number, Spoiling])[] = [
  [
    2,
    onForm('the box was ticked', (form) =>
      Object.assign(form, { mode: 'web', mechanism: 'checkbox', defaultState: 'ticked' }),
    ),
  ],
  [
    2,
    onForm('the act was none of its own', (form, random) =>
      Object.assign(form, {
        mode: 'web',
        defaultState: 'empty',
        mechanism: random.pick(['terms-acceptance', 'implied', 'bundled-submit']),
      }),
    ),
  ],
  [
    2,
    onForm(
      'no words of the wording name the sensitive use, or it denies them',
      (form, random) => {
        const [use] = Array.isArray(form.explicitWords) ? form.explicitWords : [];
        if (use === undefined) return;
        const wording = String(form.wording);
        const spoilt = random.pick<Record<string, unknown>>([
          { explicitWords: undefined, explicitFor: [use.category] },
          { explicitWords: [{ ...use, words: 'vos offres' }] },
          ...NAMING_NOTHING.map((words) => ({
            wording: `${wording} ${words}`,
            explicitWords: [{ ...use, words }],
          })),
          {
            wording: `${wording} Je ne veux pas d’offres de soins.`,
            explicitWords: [{ ...use, words: 'd’offres de soins' }],
          },
        ]);
        Object.assign(form, spoilt);
      },
      ({ explicitWords }) => explicitWords !== undefined,
    ),
  ],
  [1, onForm('the contract depended on it', (form) => Object.assign(form, { isConditionOfService: true }))],
  [1, onForm('the design misled', (form) => Object.assign(form, { design: { misleading: true } }))],
  [1, onForm('it did not inform', (form) => Object.assign(form, { lacking: ['information'] }))],
  [
    2,
    onForm('the form lacks evidence', (form, random) => without(form, random.pick(['mechanism', 'shown', 'notice']))),
  ],
  [
    2,
    onForm(
      'the form was approved after the consent',
      (form, random, { act, draft }) => {
        const approvedAt = Math.min(draft.at, givenAtOf(act) + random.pick([DAY, 3 * DAY, 200 * DAY]));
        Object.assign(form, { approver: { ...APPROVER, approvedAt: iso(approvedAt) } });
      },
      // Whoever rebuilds a form approves it afterwards; and an hour later is still the same day.
      ({ reconstruction }, { act, draft }) => reconstruction === undefined && draft.at - givenAtOf(act) >= DAY,
    ),
  ],
  [
    1,
    onForm('the wording names another channel', (form, _, { draft }) => {
      const other = otherChannel(draft.channel);
      const words = WORDS[other] ?? other;
      Object.assign(form, {
        wording: `Oui, je souhaite recevoir vos offres ${words}.`,
        channels: [{ channel: other, words }],
      });
    }),
  ],
  [
    1,
    onForm('the wording is quoted as a whole, and denies the channel', (form, _, { draft }) => {
      const [by, notBy] = [otherChannel(draft.channel), draft.channel].map((channel) => WORDS[channel] ?? channel);
      const wording = `Oui, je souhaite recevoir vos offres ${by} mais jamais ${notBy}.`;
      Object.assign(form, { wording, channels: [{ channel: draft.channel, words: wording }] });
    }),
  ],
  [
    1,
    onForm('the words quoted for the channel name another', (form, _, { draft }) => {
      const words = WORDS[otherChannel(draft.channel)] ?? '';
      const wording = `Oui, je souhaite recevoir vos offres ${words}.`;
      Object.assign(form, { wording, channels: [{ channel: draft.channel, words }] });
    }),
  ],
  [
    2,
    onForm('the words quoted for the channel name none', (form, random, { draft }) => {
      const words = random.pick([
        'la prospection commerciale',
        'vos offres par tous moyens',
        'vos offres sur mon mobile',
      ]);
      const wording = `J’accepte ${words}. Je peux m’y opposer à tout moment.`;
      Object.assign(form, { wording, channels: [{ channel: draft.channel, words }] });
    }),
  ],
  [
    1,
    onForm(
      'the form speaks of electronic means',
      (form, _, { draft }) => {
        const words = 'par voie électronique';
        const wording = `Oui, je souhaite recevoir vos offres ${words}.`;
        Object.assign(form, { wording, channels: [{ channel: draft.channel, words }] });
      },
      // That is e-mail (D9).
      (_, { draft }) => draft.channel !== 'email',
    ),
  ],
  [
    1,
    onForm('the wording is in a language that is not read', (form, _, { draft }) => {
      const words = WORDS[draft.channel] ?? draft.channel;
      Object.assign(form, { language: 'pt', channels: [{ channel: draft.channel, words }] });
      form.wording = `Aceito receber as vossas ofertas ${words}.`;
    }),
  ],
  [
    3,
    onForm(
      'the words speak of something else than own offers, or of a time that nobody declared',
      (form, random, { act, draft }) => {
        const words = WORDS[draft.channel] ?? draft.channel;
        delete form.agreedFor;
        const isOfPartners = act?.body.collector !== undefined || draft.message.purpose === 'partner-offers';
        const wording = random.pick([
          ...(isOfPartners ? [] : [`Oui, je souhaite recevoir les offres de vos partenaires ${words}.`]),
          `Oui, je souhaite recevoir une réponse à ma question ${words}.`,
          `Oui, je souhaite recevoir mon ticket de caisse ${words}.`,
          `Oui, je souhaite participer à vos enquêtes ${words}.`,
          `Oui, je souhaite recevoir vos offres ${words} pendant six mois.`,
          `Oui, je souhaite recevoir vos offres ${words} jusqu’au 31 décembre 2030.`,
          ...(draft.channel === 'automated-call'
            ? [`Oui, je souhaite recevoir vos offres ${words} le lundi de 10 h à 12 h.`]
            : []),
        ]);
        Object.assign(form, { wording, channels: [{ channel: draft.channel, words }] });
      },
    ),
  ],
  [
    2,
    onForm(
      'the time for which the person agreed has passed',
      (form, random, { act, draft }) => {
        const days = Math.floor((draft.at - givenAtOf(act)) / DAY) - random.pick([2, 3, 10, 30]);
        const declared = [
          { days },
          { months: Math.max(1, Math.floor(days / 31)) },
          { until: iso(givenAtOf(act) + days * DAY).slice(0, 10) },
        ];
        Object.assign(form, { agreedFor: random.pick<Record<string, unknown>>(declared) });
      },
      (_, { act, draft }) => draft.at - givenAtOf(act) >= 40 * DAY,
    ),
  ],
  [
    2,
    onForm('the box is one of refusal', (form, random, { draft }) => {
      const words = WORDS[draft.channel] ?? draft.channel;
      const wording = random.pick([
        `Je m’oppose à la réception d’offres ${words}.`,
        `Cochez cette case pour refuser nos offres ${words}.`,
        `Je ne souhaite plus recevoir vos offres ${words}.`,
        `Vous recevrez nos offres ${words}. Cochez si vous ne le souhaitez pas.`,
      ]);
      Object.assign(form, { wording, channels: [{ channel: draft.channel, words }] });
    }),
  ],
  [
    3,
    onForm('the wording names no channel', (form) =>
      Object.assign(form, { wording: 'Oui, à vos offres.', channels: [] }),
    ),
  ],
];
