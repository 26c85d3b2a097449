import { expect, test } from 'vitest';
import { starved } from './judging/campaigns/reached.ts';
import type { Judged } from './judging/campaigns/reading.ts';

/** What the count of fair shares says of two advertisers who share one mail a minute, of whom the first has a second campaign. */

const of = (minute: number): number => minute * 60_000;

interface Happened {
  /** In which minutes something of each came to somebody. */
  readonly mine: readonly number[];
  readonly its: readonly number[];
  /** Why so many of the second campaign were put off, in the fifth minute. */
  readonly putOff?: { readonly count: number; readonly code: string };
}

const judged = ({ mine, its, putOff = { count: 0, code: '' } }: Happened): Judged => {
  const run = (name: string) => ({ run: name, campaignId: name, scheduledAt: 0, startedAt: of(1), state: 'finished' });
  const campaign = (name: string, place: number, kind: string) => ({
    ...{ reference: name, campaignId: name, of: place, channel: 'email', schedule: { kind }, at: 0, asked: [] },
  });
  const came = (name: string, minutes: readonly number[]) => minutes.map((at) => ({ run: name, at: of(at) }));
  return {
    peaceFrom: 0,
    stops: [],
    of: {
      perSecond: 0.03,
      campaigns: [campaign('mine', 0, 'now'), campaign('its', 1, 'now'), campaign('waves', 0, 'waves')],
      runs: [run('mine'), run('its'), run('waves')],
      recipients: Array.from({ length: putOff.count }, (_, person) => ({
        run: 'waves',
        address: `person-${person}`,
        outcomes: [{ state: 'deferred', code: putOff.code, at: of(5) }],
      })),
    },
    sink: { inbox: [...came('mine', mine), ...came('its', its)].toSorted((a, b) => a.at - b.at) },
  } as unknown as Judged;
};

const [odd, even] = [
  [5, 7, 9, 11],
  [4, 6, 8, 10],
];

test('each has every second minute: nobody is starved; one of them has one in four: that one is', () => {
  expect(starved(judged({ mine: odd, its: even }))).toEqual([]);
  expect(starved(judged({ mine: [4, 5, 7, 8, 9, 10, 11, 12, 14], its: [6, 13] }))).toEqual([
    'one advertiser sent 8 while another who shared with it sent 2, until 1970-01-01T01:13',
  ]);
});

test('whoever the law put off took a place of their advertiser, and whoever waits for their wave did not', () => {
  expect(starved(judged({ mine: odd, its: even, putOff: { count: 9, code: 'WAVE_LATER' } }))).toEqual([]);
  expect(starved(judged({ mine: odd, its: even, putOff: { count: 9, code: 'OUTSIDE_HOURS' } }))).toEqual([
    'one advertiser sent 12 while another who shared with it sent 4, until 1970-01-01T01:10',
  ]);
});
