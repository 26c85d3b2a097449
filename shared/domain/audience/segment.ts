import * as z from 'zod/mini';
import { about, named } from '../about.ts';
import { CountryCode, LanguageCode, ZoneName } from '../contact/codes.ts';
import { ContactKind } from '../contact/contact.ts';
import { Channel, Purpose } from '../message/channel.ts';
import { BasisKind } from '../message/message.ts';
import { Day } from '../time/day.ts';
import { AttributeName, AttributeValue } from './attributes.ts';

const VALUES = 20;
/** Labels that a segment may ask for at the most. */
export const MOST_LABELS = 10;
const anyOf = <S extends z.ZodMiniType>(value: S) => z.array(value).check(z.minLength(1), z.maxLength(VALUES));

/** What a contact must meet to be in a segment: all that is said here, and any value of each list. */
export const SegmentConditions = named(
  'SegmentConditions',
  z.strictObject({
    zones: about(
      'The time zones, as the tz database writes them, at most {max}; a former name of a zone is the same zone. Absent: all.',
      z.optional(anyOf(ZoneName)),
    ),
    languages: about('The declared languages, at most {max}. Absent: all.', z.optional(anyOf(LanguageCode))),
    countries: about('The countries, at most {max}. Absent: all.', z.optional(anyOf(CountryCode))),
    kinds: about('What the holder of the address is declared to be. Absent: all.', z.optional(anyOf(ContactKind))),
    bases: about(
      'A basis of one of these kinds is recorded; whether it can be used is for the verdict. Absent: any.',
      z.optional(anyOf(BasisKind)),
    ),
    recordedFrom: about('First recorded on this day in UTC, or later. Absent: no bound.', z.optional(Day)),
    recordedBefore: about('First recorded before this day in UTC. Absent: no bound.', z.optional(Day)),
    lastActFrom: about('The latest known act is of this day in UTC, or later. Absent: no bound.', z.optional(Day)),
    lastActBefore: about(
      'The latest known act is of before this day in UTC; a contact without any is not in it. Absent: no bound.',
      z.optional(Day),
    ),
    labels: about(
      'Attributes that the settings keep for segments (audienceLabels): each name with its possible values. Absent: any.',
      z.optional(
        z
          .record(AttributeName, anyOf(AttributeValue))
          .check(z.refine((labels) => Object.keys(labels).length <= MOST_LABELS, 'at most 10 labels')),
      ),
    ),
  }),
);
export type SegmentConditions = z.infer<typeof SegmentConditions>;

/** Contacts that may perhaps be written to by a channel and for a purpose, and that meet the conditions. */
export const Segment = named(
  'Segment',
  z.strictObject({
    channel: about('The channel.', Channel),
    purpose: about('The purpose.', Purpose),
    where: about('What the contacts must meet. Absent: nothing more.', z.optional(SegmentConditions)),
  }),
);
export type Segment = z.infer<typeof Segment>;
