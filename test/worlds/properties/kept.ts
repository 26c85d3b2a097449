import type { Instant } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import { expiryOf, type SettingsOfEnd } from '#shared/law/readings/retention.ts';
import type { World } from '../../oracle/world.ts';
import { build } from '../ledger.ts';
import { DAY, HOUR, iso } from '../making/draft.ts';
import { randomOf } from '../random.ts';
import { excluded, type Found, type Given, givenAt, HELD, inWords, type Property } from './property.ts';
import { hasMoreToCome, withoutValidity } from './time.ts';

/** When the use of a contact ends, by whoever is asked. */
export type EndOf = (standing: Standing, advertiser: SettingsOfEnd) => Instant | undefined;

/** From a basis that is on record: what rests on none is judged without it, and is as lawful once it is gone. */
const restsOnRecord = ({ outcome, reasons }: StoredVerdict): boolean =>
  (outcome === 'allow' || outcome === 'defer') && reasons.every(({ code }) => !code.startsWith('NOT_PROSPECTING'));

/** Transactional, or of a relation: nothing of the person is asked for it but that they did not oppose. */
const isNoProspecting = ({ reasons }: StoredVerdict, { message }: World): boolean =>
  reasons.some(({ code }) => code.startsWith('NOT_PROSPECTING')) || message.template !== undefined;

const AFTER = [1, HOUR, 30 * HOUR, 200 * DAY, 1100 * DAY] as const;

/** What is allowed by what is recorded is not deleted, asked of this end of use. */
export const whatIsAllowedIsKept = (endOf: EndOf): Property => ({
  name: 'kept',
  says: 'what a verdict allows by what is recorded has not expired, and what has expired allows nothing',
  tryAt: async (seed: number, given: Given = givenAt(seed)): Promise<Found> => {
    if (hasMoreToCome(given.world)) return excluded('more is recorded later');
    const { standing, advertiser } = await (await given.built()).request();
    if (standing === undefined) return excluded('nothing is recorded');
    const end = endOf(standing, advertiser);
    if (end === undefined) return excluded('nothing ends it');
    const ended = Math.max(Date.parse(given.world.at), Date.parse(end) + randomOf(seed + 0x4e91).pick(AFTER));
    const world = { ...withoutValidity(given.world), at: iso(ended) };
    const verdict = await (await build(world)).verdictAt(ended);
    if (isNoProspecting(verdict, world)) return excluded('it needs nothing that is recorded');
    if (verdict.decisions?.some((each) => each.startsWith('address-class:')) === true)
      return excluded('a human decided whose the address is, of which nothing recorded shows it');
    if (!restsOnRecord(verdict)) return HELD;
    return { found: 'broken', says: `expired on ${end}, and later ${inWords(verdict)}`, worlds: [world] };
  },
});

/** (g) What may be needed is kept. */
export const kept: Property = whatIsAllowedIsKept(expiryOf);
