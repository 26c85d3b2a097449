import { type Base, declare } from '../making/base.ts';
import { type Body, DAY, type DraftAct, HOUR, iso, yearsBefore } from '../making/draft.ts';
import { HOUSE_MAILBOX, PERSONAL_MAILBOXES, ROLE_AT_PUBLIC_HOST } from '../making/people.ts';
import { yearsKept } from '../making/settings.ts';
import { OTHER_FUNCTION, SISTER } from '../making/vocabulary.ts';
import type { Random } from '../random.ts';
import type { Spoiling } from './spoiling.ts';

const professionOf = ({ draft }: Base): Body => {
  const profession = draft.declared[0]?.profession;
  return typeof profession === 'object' && profession !== null ? { ...profession } : {};
};
const onProfession = (name: string, change: (profession: Body, random: Random, base: Base) => void): Spoiling => ({
  name,
  on: ['profession'],
  applies: () => true,
  spoil: (base, random) => {
    const profession = professionOf(base);
    change(profession, random, base);
    declare(base.draft, { profession });
  },
});
const purchaseOf = ({ draft }: Base): DraftAct | undefined =>
  draft.acts.find(({ kind, body }) => kind === 'sale' && body.boughtAs === 'professional');
const FROM_PERSON = { kind: 'data-subject' } as const;

/** What spoils a professional's interest or the freedom of a legal person's address. */
export const PROFESSIONAL_SPOILINGS: readonly (readonly [weight: number, Spoiling])[] = [
  [
    3,
    onProfession('the offer has nothing to do with the function', (profession, random) =>
      Object.assign(profession, { function: random.chance(0.7) ? OTHER_FUNCTION : undefined }),
    ),
  ],
  [
    3,
    onProfession('nobody informed the person', (profession, random) => {
      delete profession[random.pick(['noticeGivenAt', 'refusalOfferedAt'])];
    }),
  ],
  [
    2,
    onProfession('the person gave the card on a day that nobody knows', (profession) => {
      const { collectedAt: _, ...source } = { ...sourceOf(profession), kind: 'data-subject' } as Body;
      Object.assign(profession, { source });
    }),
  ],
  [
    2,
    onProfession('told and offered a refusal a day after the card was given', (profession, random, { draft }) => {
      const collected = draft.at - random.int(40, 300) * DAY;
      const later = iso(collected + DAY + random.pick([1, HOUR, 20 * DAY]));
      Object.assign(profession, {
        source: { ...FROM_PERSON, collectedAt: iso(collected) },
        noticeGivenAt: iso(collected),
        refusalOfferedAt: iso(collected),
        [random.pick(['noticeGivenAt', 'refusalOfferedAt'])]: later,
      });
    }),
  ],
  [
    2,
    onProfession('the address was guessed', (profession) =>
      Object.assign(profession, { source: { ...sourceOf(profession), kind: 'guessed' } }),
    ),
  ],
  [
    2,
    onProfession('the address was scraped', (profession) =>
      Object.assign(profession, { source: { ...sourceOf(profession), kind: 'scraped' } }),
    ),
  ],
  [
    3,
    onProfession('the last contact is too long ago', (profession, random, { draft }) => {
      const collectedAt = iso(
        yearsBefore(draft.at, yearsKept(draft.settings, 'prospectYears')) - random.pick([1, DAY, 90 * DAY]),
      );
      Object.assign(profession, {
        source: { ...FROM_PERSON, collectedAt },
        noticeGivenAt: collectedAt,
        refusalOfferedAt: collectedAt,
      });
    }),
  ],
  [
    3,
    {
      name: 'nothing shows a professional',
      on: ['profession'],
      applies: (base) => base.draft.channel === 'email' && purchaseOf(base) === undefined,
      spoil: ({ draft }, random) => {
        draft.addresses[0] = { email: random.pick(PERSONAL_MAILBOXES) };
        delete draft.declared[0]?.organisation;
      },
    },
  ],
  [
    8,
    {
      name: 'the purchase shows no quality',
      on: ['profession', 'legal-person'],
      applies: (base) => purchaseOf(base) !== undefined,
      spoil: (base, random) => {
        const purchase = purchaseOf(base);
        if (purchase === undefined) return;
        const { body, recordedAt } = purchase;
        Object.assign(
          body,
          random.pick([
            { boughtAs: 'consumer' },
            { boughtAs: undefined },
            { type: random.pick(['quote', 'basket', 'free-account']) },
            { sellerSiren: SISTER.siren },
            { coordinatesFrom: 'marketplace' },
            { cancelledAt: iso(Math.min(recordedAt, Date.parse(String(body.soldAt)) + HOUR)) },
          ]),
        );
      },
    },
  ],
  [
    1,
    {
      name: 'a consumer is declared',
      on: ['profession'],
      applies: () => true,
      spoil: ({ draft }) => declare(draft, { kind: 'consumer' }),
    },
  ],
  [
    2,
    {
      name: 'professionals are called, and no other reading was chosen',
      on: ['profession'],
      applies: ({ draft }) => draft.channel === 'automated-call',
      spoil: ({ draft }) => {
        delete draft.settings.readings;
      },
    },
  ],
  [
    12,
    {
      name: 'a text to a legal person, and no other reading was chosen',
      on: ['legal-person'],
      applies: ({ draft }) => draft.channel !== 'email',
      spoil: ({ draft }) => {
        delete draft.settings.readings;
      },
    },
  ],
  [
    4,
    {
      name: 'a firm of one, or of unknown form',
      on: ['legal-person'],
      applies: () => true,
      spoil: ({ draft }, random) => {
        const legalForm = random.pick(['single-member-company', 'sole-trader']);
        declare(draft, { organisation: random.chance(0.3) ? {} : { legalForm } });
      },
    },
  ],
  [
    2,
    {
      name: 'nothing shows the legal form',
      on: ['legal-person'],
      // Whoever bought as a professional has shown it.
      applies: (base) => base.draft.channel === 'email' && purchaseOf(base) === undefined,
      spoil: ({ draft }, random) => {
        const said = random.chance(0.5) ? { source: 'on nous l’a dit' } : {};
        declare(draft, { organisation: { legalForm: 'company', ...said } });
      },
    },
  ],
  [
    2,
    {
      name: 'a mailbox named after a person',
      on: ['legal-person'],
      applies: ({ draft }) => draft.channel === 'email',
      spoil: ({ draft }) => {
        draft.addresses[0] = { email: HOUSE_MAILBOX };
      },
    },
  ],
  [
    2,
    {
      name: 'the generic address is at a host of mailboxes',
      on: ['legal-person'],
      applies: ({ draft }) => draft.channel === 'email',
      spoil: ({ draft }, random) => {
        draft.addresses[0] = { email: random.pick(ROLE_AT_PUBLIC_HOST) };
        if (random.chance(0.5)) delete draft.declared[0]?.organisation;
      },
    },
  ],
  [
    2,
    {
      name: 'it brings the offers of a partner that it does not name',
      on: ['legal-person'],
      applies: () => true,
      spoil: ({ draft }) => {
        draft.message.purpose = 'partner-offers';
      },
    },
  ],
];

const sourceOf = (profession: Body): Body => {
  const source = profession.source;
  return typeof source === 'object' && source !== null ? { ...source } : {};
};
