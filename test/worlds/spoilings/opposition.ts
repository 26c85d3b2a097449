import { OF_THE_PERSON, oppose, opposeBefore } from '../making/acts.ts';
import { declare } from '../making/base.ts';
import { type Body, DAY, type Draft, HOUR } from '../making/draft.ts';
import { TEXTS } from '../making/vocabulary.ts';
import type { Random } from '../random.ts';
import { PROSPECTING, type Spoiling } from './spoiling.ts';

const purposeOf = ({ message }: Draft): unknown => message.purpose ?? 'own-offers';

/** After everything that was recorded, and before the message. */
export const late = ({ at, acts }: Draft, random: Random): number => {
  const last = Math.max(at - 300 * DAY, ...acts.map(({ recordedAt }) => recordedAt));
  return random.chance(0.2) ? at : last + Math.floor((at - last) * random.next());
};

const opposed = (name: string, ofDraft: (draft: Draft, random: Random) => Body): Spoiling => ({
  name,
  on: PROSPECTING,
  applies: () => true,
  spoil: ({ draft }, random) => {
    oppose(draft, random, { of: ofDraft(draft, random), at: late(draft, random) });
  },
});

const familyOf = (channel: string): readonly string[] => {
  if (channel === 'email') return ['email'];
  return channel === 'automated-call' ? ['automated-call'] : TEXTS;
};

/** What the person says against it. */
export const OPPOSITION_SPOILINGS: readonly (readonly [weight: number, Spoiling])[] = [
  [2, opposed('the person opposed everything', () => ({ scope: 'global' }))],
  [
    2,
    opposed('the person opposed the channel', ({ channel }) => ({
      scope: 'channel',
      channels: [...familyOf(channel)],
    })),
  ],
  [
    2,
    opposed('the person opposed the purpose', (draft) => ({
      scope: 'purpose',
      channels: [draft.channel],
      purpose: purposeOf(draft),
    })),
  ],
  [
    2,
    {
      name: 'the person opposed once the message was allowed',
      on: PROSPECTING,
      applies: ({ draft }) => draft.allowedAt === undefined,
      spoil: ({ draft }, random) => {
        const scope: Body = random.chance(0.5) ? { scope: 'global' } : { scope: 'channel', channels: [draft.channel] };
        oppose(draft, random, { of: scope, at: late(draft, random) });
        const recordedAt = draft.acts.at(-1)?.recordedAt ?? draft.at;
        draft.allowedAt = recordedAt - random.pick([0, 1, 120_000, 5 * HOUR]);
      },
    },
  ],
  [
    2,
    {
      name: 'the person opposed by the message itself',
      on: PROSPECTING,
      applies: ({ draft }) => draft.channel !== 'automated-call',
      spoil: ({ draft }, random) => {
        const way =
          draft.channel === 'email'
            ? random.pick(['link', 'one-click'] as const)
            : random.pick(['link', 'sms-reply'] as const);
        opposeBefore(draft, way, { scope: 'channel', channels: [...familyOf(draft.channel)] }, late(draft, random));
      },
    },
  ],
  [
    3,
    {
      name: 'the person opposed everything at another address of theirs',
      on: PROSPECTING,
      applies: ({ draft }) => draft.declared[0]?.personRef === undefined,
      spoil: ({ draft }, random) => {
        declare(draft, { personRef: 'crm-10042' });
        const address =
          draft.addresses.push(draft.channel === 'email' ? { phone: '+33611223344' } : { email: 'j.roy@laposte.net' }) -
          1;
        draft.declared[address] = { personRef: 'crm-10042' };
        const scope: Body = random.chance(0.5) ? { scope: 'global' } : { scope: 'channel', channels: [draft.channel] };
        oppose(draft, random, { of: scope, at: late(draft, random), address, ways: OF_THE_PERSON });
      },
    },
  ],
];
