import { expect, test } from 'vitest';
import { starved } from './judging/campaigns/reached.ts';
import type { Judged } from './judging/campaigns/reading.ts';
import { atMinute, madeCampaign, madeInbox, madeRun } from './made-record.ts';

/** What the count of fair shares says of two advertisers who share one mail a minute, of whom the first has a second campaign. */

interface Happened {
  /** In which minutes something of each came to somebody. */
  readonly mine: readonly number[];
  readonly its: readonly number[];
  /** Why so many of the second campaign were put off, in the fifth minute. */
  readonly putOff?: { readonly count: number; readonly code: string };
}

const judged = ({ mine, its, putOff = { count: 0, code: '' } }: Happened): Judged => {
  return {
    peaceFrom: 0,
    stops: [],
    of: {
      perSecond: 0.03,
      campaigns: [madeCampaign('mine', 0), madeCampaign('its', 1), madeCampaign('waves', 0, 'waves')],
      runs: ['mine', 'its', 'waves'].map(madeRun),
      recipients: Array.from({ length: putOff.count }, (_, person) => ({
        run: 'waves',
        address: `person-${person}`,
        outcomes: [{ state: 'deferred', code: putOff.code, at: atMinute(5) }],
      })),
    },
    sink: { inbox: madeInbox({ mine, its }) },
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
