import { giveConsent } from '../making/acts.ts';
import { type Base, type Founding, offer } from '../making/base.ts';
import { type Body, DAY, type Draft, type DraftAct, iso, yearsBefore } from '../making/draft.ts';
import { yearsKept } from '../making/settings.ts';
import { FOREIGN_GOODS, PROOF, SISTER } from '../making/vocabulary.ts';
import type { Random } from '../random.ts';
import { altered } from './consent.ts';
import type { Spoiling } from './spoiling.ts';

const BOUGHT = ['sale', 'sale-by-free-account'] as const;
const SALE = [...BOUGHT, 'support'] as const;

const onSale = (
  name: string,
  spoil: (body: Body, random: Random, base: Base) => void,
  on: readonly Founding[] = SALE,
): Spoiling => ({
  name,
  on,
  applies: ({ act }) => act?.kind === 'sale',
  spoil: (base, random) => {
    if (base.act !== undefined) spoil(base.act.body, random, base);
  },
});

/** The sale is told again as cancelled: the same reference replaces it. */
const cancel = (draft: Draft, random: Random, sale: DraftAct | undefined): void => {
  if (sale === undefined) return;
  const recordedAt = sale.recordedAt + Math.floor((draft.at - sale.recordedAt) * random.next());
  draft.acts.push({ ...sale, recordedAt, body: { ...sale.body, cancelledAt: iso(recordedAt) } });
};

/** A refusal that covers the message: by its scope, by words whose scope is not recorded, or by nothing recorded. */
const refusalOf = ({ channel }: Draft, random: Random): Body =>
  random.pick<Body>([
    {},
    { words: 'Je ne souhaite pas recevoir vos offres.' },
    { of: { scope: 'global' } },
    { of: { scope: 'channel', channels: [channel] } },
    { of: { scope: 'purpose', channels: [channel], purpose: 'own-offers' } },
  ]);

/** Agreed later by an act of their own, which lifts what the refusal opposed; the message relies on the sale all the same. */
const agreedLater = ({ draft, act }: Base, random: Random): void => {
  if (act === undefined) return;
  act.body.refusal = { of: { scope: 'purpose', channels: [draft.channel], purpose: 'own-offers' } };
  act.recordedAt = Math.min(act.recordedAt, draft.at - 2);
  const at = draft.at - 1;
  const consent = giveConsent(draft, random, { at, channels: [draft.channel], body: { proof: { ...PROOF } } });
  consent.act.recordedAt = draft.at;
  draft.message.basis = 'existing-customer';
};

const onCheckout = (name: string, spoil: (form: Body, random: Random, draft: Draft) => unknown): Spoiling => ({
  name,
  on: SALE,
  applies: ({ form }) => form !== undefined,
  spoil: ({ form, draft }, random) => {
    if (form !== undefined) spoil(form, random, draft);
  },
});

/** Words by which a checkout offers a refusal of nothing that comes by the channel, or one that costs. */
const REFUSES_NOTHING = [
  'Je ne souhaite pas recevoir vos offres par courrier postal.',
  'Pour refuser nos offres, appelez le 0 899 12 34 56.',
  'Pour refuser nos offres, appelez le 3900 (0,80 €/min).',
  'Pour refuser, envoyez NON au 81234.',
  'Pour refuser nos offres, appelez le 3260.',
  'Pour refuser, composez le 01 84 80 00 00 (20 centimes par minute).',
  'Je ne souhaite pas recevoir les offres de vos partenaires.',
  'Je refuse que mes données soient transmises à des tiers.',
  'Je refuse les cookies.',
  'I do not want to receive offers from third parties.',
  'Je ne souhaite pas participer à l’enquête de satisfaction.',
  'Conformément au RGPD, vous disposez d’un droit d’accès et d’opposition.',
  'Vous pourrez vous désabonner dans chacun de nos e-mails.',
  'You can unsubscribe at any time using the link in our emails.',
  'Après votre commande, vous pourrez gérer vos préférences dans votre compte.',
] as const;
/** With one that refuses calls, where no machine is to call. */
const REFUSES_CALLS = [...REFUSES_NOTHING, 'Je refuse la prospection téléphonique.'] as const;

/** What spoils the exception for existing customers. */
export const SALE_SPOILINGS: readonly (readonly [weight: number, Spoiling])[] = [
  [2, altered(SALE)],
  [
    3,
    onCheckout('its refusal is of something else, or costs', (form, random, { channel }) =>
      Object.assign(form, {
        refusal: { words: random.pick(channel === 'automated-call' ? REFUSES_NOTHING : REFUSES_CALLS) },
      }),
    ),
  ],
  [1, onCheckout('refusing had a price', (form) => Object.assign(form, { lacking: ['freedom'] }))],
  [
    3,
    onSale('it is no sale', (body, random) =>
      Object.assign(body, { type: random.pick(['account-only', 'quote', 'lead', 'contest', 'basket']) }),
    ),
  ],
  [
    2,
    onSale('an order of years ago that is said to run', (body, random, { draft }) =>
      Object.assign(body, {
        type: 'order',
        soldAt: iso(yearsBefore(draft.at, yearsKept(draft.settings, 'customerYears')) - random.int(1, 300) * DAY),
        relation: { state: 'running', shownBy: { contractReference: 'C-9' } },
      }),
    ),
  ],
  [2, onSale('it was cancelled', (_, random, { draft, act }) => cancel(draft, random, act))],
  [3, onSale('a sister company sold', (body) => Object.assign(body, { sellerSiren: SISTER.siren }))],
  [
    3,
    onSale('the address came from elsewhere', (body, random) =>
      Object.assign(body, { coordinatesFrom: random.pick(['marketplace', 'group-company', 'third-party']) }),
    ),
  ],
  [3, onSale('other goods were sold', (body) => Object.assign(body, { lines: [{ category: FOREIGN_GOODS }] }), BOUGHT)],
  [
    3,
    onSale('the person refused at the checkout', (body, random, { draft }) =>
      Object.assign(body, { refusal: refusalOf(draft, random) }),
    ),
  ],
  [
    3,
    {
      name: 'refused at the checkout, agreed later, and the message relies on the sale',
      on: ['sale'],
      applies: () => true,
      spoil: agreedLater,
    },
  ],
  [1, onSale('no checkout form is known', (body) => delete body.form)],
  [3, onCheckout('no notice was shown', (form) => delete form.notice)],
  [3, onCheckout('no refusal was offered', (form) => delete form.refusal)],
  [3, onCheckout('no picture of the checkout was kept', (form) => delete form.shown)],
  [2, onCheckout('the design of the checkout misled', (form) => Object.assign(form, { design: { misleading: true } }))],
  [
    3,
    onSale('the relation ended too long ago', (body, random, { draft }) => {
      const term = yearsBefore(draft.at, yearsKept(draft.settings, 'customerYears'));
      const endedAt = iso(term - random.pick([1, 1, DAY, 300 * DAY]));
      const isContract = body.relation !== undefined;
      Object.assign(body, { soldAt: endedAt, ...(isContract ? { relation: { state: 'ended', endedAt } } : {}) });
    }),
  ],
  [
    2,
    {
      name: 'nobody chose the reading on appeals',
      on: ['support'],
      applies: () => true,
      spoil: ({ draft }) => {
        delete draft.settings.readings;
      },
    },
  ],
  [
    2,
    { name: 'goods are offered to a donor', on: ['support'], applies: () => true, spoil: ({ draft }) => offer(draft) },
  ],
  [
    12,
    {
      name: 'nobody decided on free accounts',
      on: ['sale-by-free-account'],
      applies: () => true,
      spoil: ({ draft }) => {
        draft.decisions.length = 0;
        delete draft.settings.readings;
      },
    },
  ],
  [
    5,
    {
      name: 'free accounts were refused',
      on: ['sale-by-free-account'],
      applies: ({ draft }) => draft.settings.readings === undefined,
      spoil: ({ draft }) => {
        for (const { body } of draft.decisions) Object.assign(body, { decision: 'refused' });
      },
    },
  ],
  [
    5,
    {
      name: 'the decision on free accounts ended, or is for others',
      on: ['sale-by-free-account'],
      applies: ({ draft }) => draft.settings.readings === undefined,
      spoil: ({ draft }, random) => {
        const more = random.pick<Body>([
          { until: iso(draft.at) },
          { appliesTo: { channels: ['fax'] } },
          { appliesTo: { offerCategories: ['wine'] } },
        ]);
        for (const { body } of draft.decisions) Object.assign(body, more);
      },
    },
  ],
  [
    3,
    {
      name: 'a customer is called, and no other reading was chosen',
      on: ['sale'],
      applies: ({ draft }) => draft.channel === 'automated-call',
      spoil: ({ draft }) => {
        delete draft.settings.readings;
      },
    },
  ],
];
