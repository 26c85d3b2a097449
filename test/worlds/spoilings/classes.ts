import { giveConsent, oppose, opposeBefore } from '../making/acts.ts';
import { declare } from '../making/base.ts';
import { DAY, iso } from '../making/draft.ts';
import { PERSONAL_MAILBOXES, ROLE_MAILBOX } from '../making/people.ts';
import { namedBy, templateOf } from '../making/templates.ts';
import { FIRM_SIREN, PROOF } from '../making/vocabulary.ts';
import type { Spoiling } from './spoiling.ts';

/** What spoils a message that needs no basis, or that asks whether the person wants to stay. */
export const CLASS_SPOILINGS: readonly (readonly [weight: number, Spoiling])[] = [
  [
    5,
    {
      name: 'the template offers',
      on: ['transactional', 'renewal'],
      applies: ({ act }) => act === undefined,
      spoil: ({ draft }) => {
        Object.assign(templateOf(draft) ?? {}, { offers: true });
      },
    },
  ],
  [
    3,
    {
      name: 'the template names a surcharged number',
      on: ['transactional'],
      applies: () => true,
      spoil: ({ draft }) => {
        Object.assign(templateOf(draft) ?? {}, { names: true });
      },
    },
  ],
  [
    6,
    {
      name: 'the template incites to a surcharged call or text, whatever was decided',
      on: ['transactional', 'relational'],
      applies: ({ act }) => act === undefined,
      spoil: ({ draft }, random) => {
        Object.assign(templateOf(draft) ?? {}, { incites: random.pick(['call', 'text']) });
        const { templateId = '', version = '' } = templateOf(draft) === undefined ? {} : namedBy(draft);
        const body = { decision: 'allowed', reason: 'Relu une fois.', decider: 'Hélène Marchand' };
        if (random.chance(0.5))
          draft.decisions.push({ cause: `template:${templateId}@${version}`, decidedAt: draft.at - DAY, body });
      },
    },
  ],
  [
    6,
    {
      name: 'nobody decided on the template',
      on: ['relational'],
      applies: () => true,
      spoil: ({ draft }) => {
        draft.decisions.length = 0;
      },
    },
  ],
  [
    3,
    {
      name: 'a human called it prospecting',
      on: ['relational'],
      applies: () => true,
      spoil: ({ draft }) => {
        for (const { body } of draft.decisions) Object.assign(body, { decision: 'refused' });
      },
    },
  ],
  [
    4,
    {
      name: 'the person stopped by the means that messages carry',
      on: ['relational'],
      applies: () => true,
      spoil: ({ draft }, random) => {
        const { channel } = draft;
        const of = random.pick([
          { scope: 'channel', channels: [channel] },
          { scope: 'purpose', channels: [channel], purpose: 'own-offers' },
        ]);
        const at = draft.at - random.int(1, 300) * DAY;
        opposeBefore(draft, channel === 'email' ? random.pick(['link', 'one-click']) : 'link', of, at);
      },
    },
  ],
  [
    4,
    {
      name: 'the person refused everything, or by the means that messages carry, and agreed to offers since',
      on: ['relational'],
      isAlone: true,
      applies: () => true,
      spoil: ({ draft }, random) => {
        const { channel } = draft;
        const at = draft.at - random.int(20, 300) * DAY;
        if (random.chance(0.5)) oppose(draft, random, { of: { scope: 'global' }, at });
        else opposeBefore(draft, 'link', { scope: 'channel', channels: [channel] }, at);
        giveConsent(draft, random, { at: draft.at - 10 * DAY, channels: [channel], body: { proof: { ...PROOF } } });
      },
    },
  ],
  [
    5,
    {
      name: 'the person opposed once, whatever it was',
      on: ['renewal'],
      applies: () => true,
      spoil: ({ draft }, random) => {
        const of = random.pick([
          { scope: 'channel', channels: ['fax'] },
          { scope: 'purpose', channels: ['mms'], purpose: 'partner-offers' },
        ]);
        oppose(draft, random, { of, at: draft.at - random.int(40, 300) * DAY });
      },
    },
  ],
  [
    5,
    {
      name: 'it was asked already',
      on: ['renewal'],
      applies: () => true,
      spoil: ({ draft }, random) => {
        draft.sent.push({ channel: draft.channel, at: draft.at - random.int(1, 12) * 3_600_000, asksToRenew: true });
      },
    },
  ],
  [
    5,
    {
      name: 'it is the general address of a legal person, to which no term is set',
      on: ['renewal'],
      applies: ({ draft }) => draft.channel === 'email',
      spoil: ({ draft }, random) => {
        draft.addresses[0] = { email: ROLE_MAILBOX };
        const kind = random.pick(['legal-person', 'legal-person', 'professional', 'consumer']);
        const legalForm = random.pick(['company', 'association', 'public-body']);
        declare(draft, { kind, organisation: { siren: FIRM_SIREN, legalForm } });
      },
    },
  ],
  [
    5,
    {
      name: 'the end of the term is far',
      on: ['renewal'],
      applies: ({ act }) => act !== undefined,
      spoil: ({ draft, act }, random) => {
        const at = draft.at - random.pick([5, 200, 300]) * DAY;
        if (act?.kind === 'sale') act.body.soldAt = iso(at);
        else if (act !== undefined) act.body.givenAt = iso(at);
        if (act !== undefined) act.recordedAt = Math.max(act.recordedAt, at);
        if (draft.channel === 'email') draft.addresses[0] = { email: PERSONAL_MAILBOXES[0] };
      },
    },
  ],
];
