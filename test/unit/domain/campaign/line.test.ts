import { describe, expect, test } from 'vitest';
import { lastLeavesAt, leaveAt, lineOf, nextTurn, storedLine, takeTurn } from '#shared/domain/campaign/duration.ts';
import type { Speed } from '#shared/domain/campaign/times/line.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addSeconds, later, toInstant } from '#shared/domain/time/instant.ts';
import { instant } from '#test/support/builders.ts';

const START = instant('2026-12-01T07:00:00Z');
const aLine = () => lineOf({ startsAt: START, planned: {}, leaving: {} });

/** The next lawful instant of a text in Paris, in winter and on a day that is no Sunday: from 08:00 to 21:30. */
const lawfulFrom = (at: Instant): Instant => {
  const minutes = Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16)) + 60;
  if (minutes >= 8 * 60 && minutes < 21 * 60 + 30) return at;
  const day = minutes < 8 * 60 ? at : addSeconds(at, 86_400);
  return later(at, instant(`${day.slice(0, 10)}T07:00:00Z`));
};

/** Everyone in turn, again from their lawful hour where it is not one. Resolves to when each leaves. */
const allLeave = (count: number, speed: Speed): readonly Instant[] => {
  const line = aLine();
  return Array.from({ length: count }, () => {
    let from = START;
    for (;;) {
      const turn = nextTurn(line, from, speed);
      takeTurn(line, turn);
      from = lawfulFrom(turn.at);
      if (from === turn.at) break;
    }
    leaveAt(line, from);
    return from;
  });
};

describe('turns', () => {
  test('of 100,000 texts from Tuesday at 08:00, 48 a minute: the last leaves on Thursday at 15:43, as reckoned by hand', () => {
    const speed = { perMinute: 48, ramp: [] };
    const left = allLeave(100_000, speed);
    // 810 minutes of a day: 38,880 on Tuesday, as many on Wednesday, and 22,240 in 464 minutes of Thursday.
    const byDay = Object.groupBy(left, (at) => at.slice(0, 10));
    expect(Object.entries(byDay).map(([day, ofDay]) => [day, ofDay?.length])).toEqual([
      ['2026-12-01', 38_880],
      ['2026-12-02', 38_880],
      ['2026-12-03', 22_240],
    ]);
    expect(lastLeavesAt(left.toSorted().at(-1), speed)).toBe('2026-12-03T14:44:00.000Z');
  });

  test('of 100,000 mails with 5,000 a day, of which a fifth is kept, take 25 days', () => {
    const speed = { perMinute: 672, ramp: [], perDay: 4_000 };
    const line = aLine();
    let turn = nextTurn(line, START, speed);
    for (let one = 0; one < 100_000; one += 1) {
      turn = nextTurn(line, START, speed);
      takeTurn(line, turn);
      leaveAt(line, turn.at);
    }
    expect(turn.at.slice(0, 10)).toBe('2026-12-25');
  });

  /** Small numbers by a seed. */
  const drawn = (seed: number) => {
    let state = seed * 2_654_435_761 + 1;
    return (below: number): number => {
      state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
      return (state >>> 8) % below;
    };
  };

  test.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'take no more than minute, ramp and 24 hours have (%i)',
    (seed) => {
      const draw = drawn(seed);
      const speed: Speed = {
        perMinute: 1 + draw(4),
        ramp: draw(2) === 0 ? [] : [1 + draw(9), 5 + draw(30)],
        perDay: draw(3) === 0 ? undefined : 4 + draw(20),
        spent: draw(2) === 0 ? undefined : { count: draw(4), until: addSeconds(START, draw(30) * 3_600) },
      };
      const froms = Array.from({ length: 1 + draw(5) }, () => addSeconds(START, draw(40) * 1_800));
      const inMinute = new Map<Instant, number>();
      const left: number[] = [];
      let line = aLine();
      for (let one = 0; one < 150; one += 1) {
        // As between two parts of a job.
        if (one % 37 === 0) line = lineOf(storedLine(line));
        const from = froms[draw(froms.length)] ?? START;
        const turn = nextTurn(line, from, speed);
        expect(turn.at >= from).toBe(true);
        takeTurn(line, turn);
        inMinute.set(turn.at, (inMinute.get(turn.at) ?? 0) + 1);
        if (draw(4) === 0) continue;
        leaveAt(line, turn.at);
        left.push(Math.floor((Date.parse(turn.at) - Date.parse(START)) / 3_600_000));
      }
      expect(Math.max(...inMinute.values())).toBeLessThanOrEqual(speed.perMinute);
      const leftIn = (begins: number, ends: number) => left.filter((hour) => hour >= begins && hour < ends).length;
      for (const [day, most] of speed.ramp.entries()) expect(leftIn(day * 24, day * 24 + 24)).toBeLessThanOrEqual(most);
      const { perDay = Number.POSITIVE_INFINITY, spent } = speed;
      for (let hour = 0; hour <= Math.max(...left); hour += 1) {
        const before = spent !== undefined && addSeconds(START, hour * 3_600) < spent.until ? spent.count : 0;
        if (leftIn(hour, hour + 1) > 0) expect(leftIn(hour - 23, hour + 1) + before).toBeLessThanOrEqual(perDay);
      }
    },
  );

  test('from many instants are found at once: stretches that touch are one', () => {
    const from = (minutes: number) => toInstant(Date.parse(START) + minutes * 60_000);
    const line = aLine();
    const one = { perMinute: 1, ramp: [] };
    for (let minute = 999; minute >= 0; minute -= 1) takeTurn(line, nextTurn(line, from(minute), one));
    expect(storedLine(line).planned).toEqual({ [START]: 1_000 });
    const before = process.cpuUsage();
    for (let time = 0; time < 2_000; time += 1) expect(nextTurn(line, START, one).at).toBe(from(1_000));
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
  });

  test('of a stretch that is full up to the next are those of the next as well', () => {
    const speed = { perMinute: 2, ramp: [] };
    const line = aLine();
    const third = toInstant(Date.parse(START) + 3 * 60_000);
    takeTurn(line, nextTurn(line, third, speed));
    for (let one = 0; one < 5; one += 1) takeTurn(line, nextTurn(line, START, speed));
    expect(storedLine(line).planned).toEqual({ [START]: 5, [third]: 1 });
    takeTurn(line, nextTurn(line, START, speed));
    expect(storedLine(line).planned).toEqual({ [START]: 7 });
    expect(nextTurn(line, START, speed).at).toBe(third);
  });

  test('leave no minute of the line unused that somebody may have', () => {
    const line = aLine();
    const speed = { perMinute: 2, ramp: [] };
    const from = (minutes: number) => toInstant(Date.parse(START) + minutes * 60_000);
    const minutes = [5, 0, 0, 0, 5, 5, 0, 0, 0, 0, 0, 0, 0, 0].map((at) => {
      const turn = nextTurn(line, from(at), speed);
      takeTurn(line, turn);
      return (Date.parse(turn.at) - Date.parse(START)) / 60_000;
    });
    expect(minutes).toEqual([5, 0, 0, 1, 5, 6, 1, 2, 2, 3, 3, 4, 4, 6]);
  });
});
