import { createHash } from 'node:crypto';
import { shardOf } from '#shared/adapters/dynamodb/keys.ts';
import { changePerson } from '#shared/app/people/change-person.ts';
import { AUDIENCE_SHARDS } from '#shared/domain/audience/audience-row.ts';
import type { Random } from '#test/worlds/random.ts';
import { instantsOf } from '../judging/campaigns/expected.ts';
import type { Person, PlannedOpposition, Story } from '../story.ts';
import type { askingOf } from '../world/asking.ts';
import { FINGERPRINTS } from '../world/ports.ts';
import type { Simulation } from '../world/process.ts';
import { ADVERTISERS } from '../world/setup.ts';
import type { AskedMove, PlannedCampaign, PlannedMove } from './planned.ts';

const MINUTE = 60_000;
/** Of runs with some twenty people, how many have somebody who takes another address, and how many of those who may do. */
const MOVING = 0.3;
const MOVERS = 0.4;
/** The number of the first address that is taken: nobody has it before. */
const FIRST = 9_000_000;

/** Of those who take another address, how many have just had a message at the former one. */
const READS_FIRST = 0.6;
/** Shards of the audience are read one after the other: the turn of who is in one of the last is long in coming. */
const LAST_SHARDS = Math.floor((3 * AUDIENCE_SHARDS) / 4);
const MOST_TRIED = 100;

/** Another address of theirs, whose turn comes late. */
const takenBy = (by: number, of: Person['of']): string => {
  const { advertiserId } = ADVERTISERS[of].access;
  const addresses = Array.from(
    { length: MOST_TRIED },
    (_, tried) => `lecteur-${FIRST + MOST_TRIED * by + tried}@example.fr`,
  );
  const isLate = (value: string): boolean =>
    shardOf(FINGERPRINTS.contactIdOf(advertiserId, { kind: 'email', value }), AUDIENCE_SHARDS) >= LAST_SHARDS;
  return addresses.find(isLate) ?? `lecteur-${FIRST}${by}@example.fr`;
};

/** Who takes another address of those who agreed to mails, take them and object to nothing: most while a campaign goes on. */
export const movesIn = (
  random: Random,
  {
    people,
    oppositions,
    campaigns,
  }: {
    readonly people: readonly Person[];
    readonly oppositions: readonly PlannedOpposition[];
    readonly campaigns: readonly PlannedCampaign[];
  },
): readonly PlannedMove[] => {
  const byMail = campaigns.filter(({ channel }) => channel === 'email');
  if (byMail.length === 0 || !random.chance(MOVING)) return [];
  return people.flatMap(({ channel, consents, isDead, of }, by): readonly PlannedMove[] => {
    const isSteady = channel === 'email' && consents && isDead !== true && oppositions.every((each) => each.by !== by);
    if (!isSteady || !random.chance(MOVERS)) return [];
    const campaign = random.pick(byMail);
    const [begins = campaign.at] = instantsOf({ ...campaign, awaits: false }) ?? [];
    const to = takenBy(by, of);
    if (random.chance(READS_FIRST)) return [{ by, to, at: begins, afterReading: random.int(500, 2 * MINUTE) }];
    const after = random.pick([random.int(-MINUTE, 4 * MINUTE), random.int(MINUTE, 25 * MINUTE)]);
    return [{ by, to, at: begins + after }];
  });
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** People who take another address, and say so themselves. */
export const moversOf = (sim: Simulation, story: Story, ask: ReturnType<typeof askingOf>) => {
  const { schedule } = sim;
  const asked: AskedMove[] = [];
  const planned = story.moves ?? [];
  const atOnce = planned.filter(({ afterReading }) => afterReading === undefined);
  const later = planned.filter(({ afterReading }) => afterReading !== undefined);
  const reading = new Set(later);
  let left = atOnce.length;

  const move = async ({ by, to }: PlannedMove): Promise<void> => {
    const { address: from, of } = story.people[by] ?? expectOne();
    const { access } = ADVERTISERS[of];
    const contactId = FINGERPRINTS.contactIdOf(access.advertiserId, { kind: 'email', value: from });
    const own: AskedMove = { from, to, of, channel: 'email', askedAt: schedule.now() };
    asked.push(own);
    const request = { requestId: sha256(`move/${from}`), bodySha256: sha256(to) };
    own.acknowledgedAt = await ask(`${from} is written to at ${to} from now on`, (ports) =>
      changePerson(
        { ...ports, oppositionLists: { of: async () => [] } },
        { access, contactId, actor: { by: 'system' } },
        { action: 'change-address', address: { kind: 'email', value: to }, madeBy: 'person', request },
      ),
    );
    left -= 1;
  };

  return {
    asked,
    /** Nobody moves any more. */
    isDone: (): boolean => left === 0,
    /** Something came to somebody. */
    onTaken: (address: string): void => {
      for (const each of reading)
        if (story.people[each.by]?.address === address && schedule.now() >= each.at) {
          reading.delete(each);
          left += 1;
          schedule.after(each.afterReading ?? 0, () => void move(each));
        }
    },
    begin: (): void => {
      for (const each of atOnce) schedule.after(Math.max(0, each.at - schedule.now()), () => void move(each));
    },
  };
};

const expectOne = (): never => {
  throw new Error('nobody has this place');
};

/** What the table calls the addresses that are taken. */
export const contactsTaken = ({ people, moves = [] }: Story): readonly (readonly [address: string, pk: string])[] =>
  moves.flatMap(({ by, to }) => {
    const person = people[by];
    if (person === undefined) return [];
    const { advertiserId } = ADVERTISERS[person.of].access;
    const contactId = FINGERPRINTS.contactIdOf(advertiserId, { kind: 'email', value: to });
    return [[to, `CONTACT#${advertiserId}#${contactId}`] as const];
  });
