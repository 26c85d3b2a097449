import type { Random } from '../random.ts';
import { type Founded, giveConsent, sell, usualAge } from './acts.ts';
import { type Blank, declare, type Kind, offer, setAddress } from './base.ts';
import { DAY, type Draft, iso, yearsBefore } from './draft.ts';
import { HOUSE_MAILBOX, PERSONAL_MAILBOXES, ROLE_MAILBOX } from './people.ts';
import { choose, yearsKept } from './settings.ts';
import { putTemplate } from './templates.ts';
import { APPEAL, APPROVER, COURSE, FIRM_SIREN, FUNCTION, HEAT_PUMPS, OFFERED, SOLD } from './vocabulary.ts';

const TEXTS_AND_MAIL = ['email', 'email', 'sms', 'mms'] as const;
const within = (age: number, years: number): number => Math.min(age, years * 360 * DAY);

const aCustomer = ({ draft, random, where }: Blank): void => {
  setAddress(draft, where, random.pick(PERSONAL_MAILBOXES));
  if (random.chance(0.3)) declare(draft, { kind: 'consumer' });
  offer(draft, random.pick([SOLD, OFFERED]));
};

const soldAgo = ({ draft, random }: Blank): number =>
  draft.at - within(usualAge(random), yearsKept(draft.settings, 'customerYears'));

const aProfessional = (blank: Blank): void => {
  const { draft, random, where } = blank;
  setAddress(draft, where, HOUSE_MAILBOX);
  const collectedAt = draft.at - within(usualAge(random), yearsKept(draft.settings, 'prospectYears'));
  const kind = random.pick(['data-subject', 'public-source', 'third-party']);
  // Of what came from elsewhere the day is not always known: the person was told before the message all the same.
  const isDated = kind === 'data-subject' || random.chance(0.7);
  const source = { kind, ...(isDated ? { collectedAt: iso(collectedAt) } : {}) };
  declare(draft, {
    kind: random.pick(['professional', 'professional', 'sole-trader']),
    organisation: { siren: FIRM_SIREN },
    profession: {
      function: FUNCTION,
      rationale: 'Il achète les semences.',
      // Where it came from need not be known: then it is judged as from a third party (D2).
      ...(isDated || random.chance(0.5) ? { source: { ...source, reference: 'Salon du végétal' } } : {}),
      noticeGivenAt: iso(collectedAt),
      refusalOfferedAt: iso(collectedAt),
    },
  });
  offer(draft);
};

/**
 * A purchase in a professional quality, which shows that quality and nothing else: no refusal was offered with it (L5). Where nobody knows
 * when the address was collected, the first record counts (RET-1): the purchase lies within the term of a prospect.
 */
const buyAsProfessional = (draft: Draft, random: Random): void => {
  const at = draft.at - within(random.int(5, 800) * DAY, yearsKept(draft.settings, 'prospectYears'));
  const { form } = sell(draft, random, { at, body: { type: 'order', boughtAs: 'professional' } });
  delete form.refusal;
};

const decide = (draft: Draft, random: Random, cause: string, decision: 'allowed' | 'refused'): void => {
  const body = { decision, reason: 'Décidé une fois.', decider: 'Hélène Marchand' };
  draft.decisions.push({ cause, decidedAt: draft.at - random.pick([1, 3, 40]) * DAY, body });
};

const NOTHING = { act: undefined, form: undefined } as const;

/** A contract that still runs, or that ended within the term. */
const longContract = (blank: Blank): Founded => {
  const { draft, random } = blank;
  const shownBy = { contractReference: 'C-7' };
  const endedAt = soldAgo(blank);
  const ended = { state: 'ended', endedAt: iso(endedAt), ...(random.chance(0.5) ? { shownBy } : {}) };
  const relation = random.chance(0.6) ? { state: 'running', shownBy } : ended;
  const type = random.pick(['service-contract', 'paid-subscription']);
  const at = draft.at - random.int(900, 2500) * DAY;
  const sale = sell(draft, random, { at, body: { type, relation } });
  sale.act.recordedAt = Math.max(sale.act.recordedAt, endedAt);
  return sale;
};

/** What allows a message beside a consent, each with how often it is drawn. */
export const OTHER_BASES: readonly (readonly [weight: number, Kind])[] = [
  [
    12,
    {
      founding: 'sale',
      channels: TEXTS_AND_MAIL,
      lay: (blank) => {
        aCustomer(blank);
        return sell(blank.draft, blank.random, { at: soldAgo(blank) });
      },
    },
  ],
  [
    4,
    {
      founding: 'sale',
      channels: TEXTS_AND_MAIL,
      lay: (blank) => {
        aCustomer(blank);
        return longContract(blank);
      },
    },
  ],
  [
    2,
    {
      founding: 'sale',
      channels: TEXTS_AND_MAIL,
      lay: (blank) => {
        aCustomer(blank);
        offer(blank.draft, HEAT_PUMPS);
        const contract = longContract(blank);
        // What an invoice alone shows to run was invoiced in the last year, and recorded since.
        const invoicedAt = blank.draft.at - blank.random.int(2, 360) * DAY;
        const issuedOn = iso(invoicedAt).slice(0, 10);
        contract.act.recordedAt = Math.max(contract.act.recordedAt, invoicedAt + DAY);
        Object.assign(contract.act.body, {
          lines: [{ category: HEAT_PUMPS }],
          relation: { state: 'running', shownBy: { lastInvoice: { reference: 'F-12', issuedOn } } },
        });
        return contract;
      },
    },
  ],
  [
    2,
    {
      founding: 'sale',
      channels: TEXTS_AND_MAIL,
      lay: (blank) => {
        aCustomer(blank);
        offer(blank.draft, COURSE);
        const contract = longContract(blank);
        const relation = { state: 'running', shownBy: { contractReference: 'C-8' } };
        Object.assign(contract.act.body, { type: 'service-contract', lines: [{ category: COURSE }], relation });
        return contract;
      },
    },
  ],
  [
    2,
    {
      founding: 'sale',
      channels: ['automated-call'],
      lay: (blank) => {
        aCustomer(blank);
        choose(blank.draft.settings, 'existing-customers-by-automated-call');
        choose(blank.draft.settings, 'automated-calls-by-l34-5-alone');
        return sell(blank.draft, blank.random, { at: soldAgo(blank) });
      },
    },
  ],
  [
    3,
    {
      founding: 'sale-by-free-account',
      channels: TEXTS_AND_MAIL,
      lay: (blank) => {
        aCustomer(blank);
        if (blank.random.chance(0.4)) choose(blank.draft.settings, 'free-account-is-a-sale');
        else decide(blank.draft, blank.random, 'sale-type:free-account', 'allowed');
        return sell(blank.draft, blank.random, { at: soldAgo(blank), body: { type: 'free-account' } });
      },
    },
  ],
  [
    3,
    {
      founding: 'support',
      channels: TEXTS_AND_MAIL,
      lay: (blank) => {
        const { draft, random } = blank;
        aCustomer(blank);
        offer(draft, APPEAL);
        choose(draft.settings, 'non-commercial-appeals');
        const lines = [{ category: random.pick([APPEAL, SOLD]) }];
        return sell(draft, random, {
          at: soldAgo(blank),
          body: { type: random.pick(['donation', 'membership']), lines },
        });
      },
    },
  ],
  [
    7,
    {
      founding: 'profession',
      channels: TEXTS_AND_MAIL,
      lay: (blank) => {
        aProfessional(blank);
        return NOTHING;
      },
    },
  ],
  [
    4,
    {
      founding: 'profession',
      channels: TEXTS_AND_MAIL,
      lay: (blank) => {
        const { draft, random, where } = blank;
        aProfessional(blank);
        delete draft.declared[0]?.organisation;
        setAddress(draft, where, random.pick(PERSONAL_MAILBOXES));
        buyAsProfessional(draft, random);
        return NOTHING;
      },
    },
  ],
  [
    2,
    {
      founding: 'profession',
      channels: ['automated-call'],
      lay: (blank) => {
        aProfessional(blank);
        choose(blank.draft.settings, 'professionals-by-automated-call');
        return NOTHING;
      },
    },
  ],
  [
    5,
    {
      founding: 'legal-person',
      channels: ['email'],
      lay: ({ draft, random, where }) => {
        setAddress(draft, where, ROLE_MAILBOX);
        const legalForm = random.pick(['company', 'company', 'association', 'public-body']);
        const shown = random.pick([{ siren: FIRM_SIREN }, { siren: FIRM_SIREN, source: 'RCS Nantes' }, {}]);
        if (shown.siren === undefined) buyAsProfessional(draft, random);
        declare(draft, {
          kind: 'legal-person',
          organisation: { ...shown, legalForm },
          // No text forbids to guess or gather the general address of a legal person (FR-B2B-2).
          source: random.pick(['public-source', 'data-subject', 'third-party', 'guessed', 'scraped']),
        });
        offer(draft);
        return NOTHING;
      },
    },
  ],
  [
    2,
    {
      founding: 'legal-person',
      channels: ['sms', 'mms'],
      lay: ({ draft }) => {
        // A mobile of a company is somebody's.
        draft.addresses[0] = { phone: '+33145671234' };
        declare(draft, {
          kind: 'legal-person',
          organisation: { siren: FIRM_SIREN, legalForm: 'company' },
          source: 'public-source',
        });
        choose(draft.settings, 'sms-to-legal-person');
        offer(draft);
        return NOTHING;
      },
    },
  ],
  [
    5,
    {
      founding: 'transactional',
      channels: ['email', 'sms', 'sms', 'mms'],
      lay: ({ draft, random, where }) => {
        setAddress(draft, where, random.pick(PERSONAL_MAILBOXES));
        const reason = random.pick(['order', 'delivery', 'invoice', 'security', 'legal-notice']);
        putTemplate(draft, 'notice', {
          class: 'transactional',
          category: SOLD,
          reason,
          reference: 'CGV, art. 4',
          approver: { ...APPROVER },
        });
        draft.message.reference = 'F-1';
        return NOTHING;
      },
    },
  ],
  [
    3,
    {
      founding: 'relational',
      channels: ['email', 'sms'],
      lay: ({ draft, random, where }) => {
        setAddress(draft, where, random.pick(PERSONAL_MAILBOXES));
        putTemplate(draft, 'survey', { class: 'relational', category: SOLD, approver: { ...APPROVER } });
        decide(draft, random, 'template:survey@1', 'allowed');
        return NOTHING;
      },
    },
  ],
  [5, { founding: 'renewal', channels: ['email', 'sms'], lay: (blank) => lastDays(blank) }],
];

/** In the last thirty days of a term one asks whether the person wants to stay. */
const lastDays = ({ draft, random, where }: Blank) => {
  setAddress(draft, where, random.pick(PERSONAL_MAILBOXES));
  putTemplate(draft, 'stay', { class: 'renewal-request', category: SOLD, approver: { ...APPROVER } });
  const left = random.int(1, 28) * DAY;
  if (random.chance(0.5)) {
    const at = yearsBefore(draft.at + left, yearsKept(draft.settings, 'customerYears'));
    return sell(draft, random, { at });
  }
  const at = yearsBefore(draft.at + left, yearsKept(draft.settings, 'prospectYears'));
  return giveConsent(draft, random, { at, channels: [draft.channel] });
};
