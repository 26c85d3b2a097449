import { countedBy, type Rules } from './counts.ts';
import type { Record } from './record.ts';

/**
 * The second opinion on a run. It reads what was asked and acknowledged, what people received and what was asked of the
 * providers; it shares no code with the product, and states anew what the product promises.
 */

type Message = Record['messages'][number];

const SECOND = 1_000;
const DAY = 24 * 3_600 * SECOND;
/** What was acknowledged holds for what is handed over two seconds later, whatever was read before. */
const GRACE = 2 * SECOND;
/** Clocks of workers are wrong by so much at most, and a call takes its time. */
const CLOCKS = 10 * SECOND;
/** A claim may come to the table after its client has given up. */
const LATE_CALLS = 20 * SECOND;

const CLOCKS_BY_ZONE = new Map<string, Intl.DateTimeFormat>();
/** `2026-11-24 21:05:00`, as a clock on a wall there shows it. */
const clockIn = (zone: string, at: number): string => {
  const styles = { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' } as const;
  const clock = CLOCKS_BY_ZONE.get(zone) ?? new Intl.DateTimeFormat('sv-SE', styles);
  CLOCKS_BY_ZONE.set(zone, clock);
  return clock.format(at);
};

/** Single messages: recipients of campaigns are judged with their runs. */
const single = ({ run }: { readonly run: string | undefined }): boolean => run === undefined;

const twice = ({ sink }: Record): readonly string[] =>
  Object.entries(Object.groupBy(sink.inbox.filter(single), ({ reference }) => reference)).flatMap(
    ([reference, received = []]) =>
      received.length > 1 ? [`${reference} came ${received.length} times to ${received[0]?.address}`] : [],
  );

const withoutBasis = ({ people, sink }: Record): readonly string[] =>
  sink.handOffs.flatMap(({ reference, address }) =>
    people.some((person) => person.address === address && person.consents)
      ? []
      : [`${reference} was handed over for ${address}, who never agreed`],
  );

const afterOpposition = ({ oppositions, sink }: Record): readonly string[] =>
  sink.handOffs.flatMap(({ reference, address, at, deliveredAt, readAt }) =>
    oppositions.flatMap(({ address: opposed, acknowledgedAt }) => {
      if (opposed !== address || acknowledgedAt === undefined) return [];
      const says = (why: string) => [
        `${reference} was handed over for ${address}, ${at - acknowledgedAt} ms after the opposition was acknowledged: ${why}`,
      ];
      if (at > acknowledgedAt + GRACE) return says('more than two seconds');
      return (readAt ?? deliveredAt) > acknowledgedAt ? says('and it was read after that') : [];
    }),
  );

/** When nothing of a channel may leave, as its reader's clock has it. A machine calls from Monday to Friday, and not over lunch. */
const HOURS = {
  email: [['00:00:00', '24:00:00']],
  sms: [['08:00:00', '21:30:00']],
  mms: [['08:00:00', '21:30:00']],
  'automated-call': [
    ['10:00:00', '13:00:00'],
    ['14:00:00', '20:00:00'],
  ],
} as const;

const isOutside = (channel: keyof typeof HOURS, zone: string, at: number): boolean => {
  const [now, before] = [clockIn(zone, at), clockIn(zone, at - CLOCKS)];
  const isWeekend =
    channel === 'automated-call' && [0, 6].includes(new Date(`${now.slice(0, 10)}T12:00:00Z`).getUTCDay());
  return isWeekend || !HOURS[channel].some(([from, until]) => now.slice(11) >= from && before.slice(11) <= until);
};

const outsideHours = ({ people, sink }: Record): readonly string[] =>
  sink.handOffs.flatMap(({ reference, address, channel, at }) => {
    const zones = people.find((person) => person.address === address)?.zones ?? [];
    const night = zones.find((zone) => isOutside(channel, zone, at));
    return channel !== 'email' && night !== undefined
      ? [`${reference} was handed over at ${clockIn(night, at).slice(11)} of ${night}`]
      : [];
  });

const tooLate = ({ messages, sink }: Record): readonly string[] =>
  sink.handOffs.filter(single).flatMap(({ reference, at }) => {
    const validUntil = messages.find((message) => message.reference === reference)?.validUntil ?? 0;
    return at > validUntil + CLOCKS ? [`${reference} was handed over ${at - validUntil} ms after its end`] : [];
  });

/**
 * On which day of a zone it counts; around midnight nobody can tell, since clocks differ and a hand-off takes its time. The day is of the
 * calendar of whoever receives it (D8): a number of Martinique has its midnight five hours after Paris.
 */
const countedDay = (zone: string, at: number): string => {
  const [before, after] = [clockIn(zone, at - 60 * SECOND), clockIn(zone, at + CLOCKS)].map((each) =>
    each.slice(0, 10),
  );
  return before === after ? `on ${after}` : 'around midnight';
};

const aboveCeiling = ({ people, sink, ceiling }: Record): readonly string[] =>
  Object.entries(Object.groupBy(sink.inbox, ({ address }) => address)).flatMap(([address, received = []]) => {
    const zones = people.find((person) => person.address === address)?.zones ?? ['Europe/Paris'];
    const tooMany = zones.map((zone) =>
      Object.entries(Object.groupBy(received, ({ at }) => countedDay(zone, at))).flatMap(([day, own = []]) =>
        own.length > ceiling && !day.endsWith('midnight')
          ? [`${own.length} came to ${address} ${day}, where ${ceiling} may`]
          : [],
      ),
    );
    // Of a number that is of several zones, it is too many where it is in each of them.
    return tooMany.every((own) => own.length > 0) ? tooMany.flat() : [];
  });

const whileHalted = ({ halts, sink }: Record): readonly string[] =>
  sink.handOffs.flatMap(({ reference, deliveredAt, at }) =>
    halts.some(
      ({ acknowledgedAt, liftedAt = Number.POSITIVE_INFINITY }) =>
        acknowledgedAt !== undefined && acknowledgedAt < deliveredAt && at < liftedAt,
    )
      ? [`${reference} was taken up and handed over while an operator had stopped it`]
      : [],
  );

const ENDS = ['sent', 'refused', 'unknown-final', 'undelivered'];

const withoutEnd = ({ messages }: Record): readonly string[] =>
  messages.flatMap(({ reference, acceptedAt, status }) => {
    if (status === undefined) return acceptedAt === undefined ? [] : [`${reference} was accepted and is lost`];
    return ENDS.includes(status) ? [] : [`${reference} has no end: it is ${status}`];
  });

const untrueEnd = ({ messages, sink }: Record): readonly string[] =>
  messages.flatMap(({ reference, status }) => {
    const received = sink.inbox.filter((each) => each.reference === reference);
    const hasCome = received.length > 0;
    if (status === 'refused' && hasCome) return [`${reference} is refused, and it came`];
    if (status === 'undelivered' && received.some(({ isDropped }) => isDropped !== true))
      return [`${reference} is undelivered, and it came`];
    if (status === 'sent' && sink.failures.some((each) => each.reference === reference))
      return [`${reference} is sent, and its provider said that it reached nobody`];
    return status === 'sent' && !hasCome ? [`${reference} is sent, and it never came`] : [];
  });

const firstOf = (instants: readonly number[]): number | undefined => instants.toSorted((a, b) => a - b)[0];

/** An end without an answer needs a fault between its claim and the answer, and a day in which one may still come. */
const unexcused = ({ messages, sink }: Record): readonly string[] =>
  messages.flatMap(({ reference, status, messageId = '' }) => {
    if (status !== 'unknown-final') return [];
    const claims = sink.claims.get(messageId) ?? [];
    const excuses = sink.excuses.filter(({ message }) => message === messageId);
    const isExcused = excuses.some(({ at }) => claims.some((claimed) => at >= claimed - LATE_CALLS));
    if (!isExcused) return [`${reference} ended without an answer, and nothing had gone wrong`];
    const finalAt = sink.finalWithoutAnswer.get(messageId) ?? 0;
    const began = firstOf(claims) ?? 0;
    return finalAt < began + DAY - CLOCKS
      ? [`${reference} ended without an answer ${Math.round((finalAt - began) / SECOND)} s after its claim`]
      : [];
  });

/** Long enough after peace to leave, whatever the day and its ceiling were. */
const LONG_ENOUGH = 4 * DAY;

const leftOut = ({ messages, people, oppositions, sink, peaceFrom }: Record): readonly string[] =>
  messages.flatMap(({ reference, to, acceptedAt, status, validUntil }: Message) => {
    const person = people[to];
    const mayBeRefused =
      person === undefined ||
      !person.consents ||
      acceptedAt === undefined ||
      validUntil < peaceFrom + LONG_ENOUGH ||
      oppositions.some(({ address }) => address === person.address);
    if (mayBeRefused || status === 'unknown-final') return [];
    const hasCome = sink.inbox.some((received) => received.reference === reference);
    return hasCome ? [] : [`${reference} never came to ${person.address}, who agreed to it: it is ${status}`];
  });

/** Where the number of a put-back could not be noted, two entries may have it. */
const multiplied = ({ sink, messages }: Record): readonly string[] =>
  Object.values(Object.groupBy(sink.putBacks, ({ message, number }) => `${message}/${number}`)).flatMap((puts = []) => {
    const [first] = puts;
    const isExcused = sink.excuses.some(({ message, why }) => message === first?.message && why.includes('MESSAGE#'));
    if (first === undefined || isExcused || new Set(puts.map(({ delivery }) => delivery)).size < 2) return [];
    const reference = messages.find(({ messageId }) => messageId === first.message)?.reference;
    return [`${reference} was put back twice as number ${first.number}: its entries multiply`];
  });

/** Each count by its name. */
const RULES: Rules<Record> = {
  twice: twice,
  'without a basis': withoutBasis,
  'after an opposition': afterOpposition,
  'outside the hours': outsideHours,
  'past its end': tooLate,
  'above the ceiling': aboveCeiling,
  'while halted': whileHalted,
  'without an end': withoutEnd,
  'an untrue end': untrueEnd,
  'an end without excuse': unexcused,
  'left out': leftOut,
  multiplied: multiplied,
};

/** What a run did wrong, in sentences that begin with the name of a count; nothing: it kept every promise. */
export const faultsIn = (record: Record): readonly string[] => countedBy(RULES, record);
