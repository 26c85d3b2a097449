import { expect, test } from 'vitest';
import { showTimeline, type TimelinePorts } from '#shared/app/contacts/show-timeline.ts';
import { timelineView } from '#shared/contracts/http/routes/show-timeline.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, FactId, Instant } from '#shared/domain/ids.ts';
import type { Erasure } from '#shared/domain/ledger/erasure.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import { ADVERTISER_ID, anAdvertiser, NOW } from '../../support/builders.ts';

const access = admit(ADVERTISER_ID);
const contactId = `con_${'a'.repeat(22)}` as ContactId;
const EARLIER = '2026-10-01T08:00:00.000Z' as Instant;

const erasedAt = (seq: number, recordedAt: Instant) =>
  ({
    ...{ type: 'contact-erased', id: `erased-${seq}` as FactId, seq, recordedAt, occurredAt: recordedAt },
    ...{ actor: { by: 'api-key', apiKeyId: 'shop' }, kept: [] },
  }) as const;
const opposed = { ...erasedAt(2, NOW), type: 'use-restricted' } as const;
const noted = (seq: number, at: Instant, addressKind: Erasure['addressKind']): Erasure => ({
  ...{ id: `erased-${seq}` as FactId, advertiserId: ADVERTISER_ID, contactId, addressKind, firstSeq: seq, seq },
  erasedAt: at,
});

/** The timeline of these events, where these erasures are noted, and how often they were asked for. */
const timelineOf = async (events: readonly object[], erasures: readonly Erasure[]) => {
  let asked = 0;
  const ports = {
    advertisers: { get: async () => anAdvertiser() },
    events: {
      standing: async () => ({
        ...emptyStanding({ advertiserId: ADVERTISER_ID, contactId, addressKind: 'email' }, NOW),
      }),
      latest: async () => events,
    },
    messageLists: { list: async () => ({ items: [] }) },
    handOffs: { of: async () => [] },
    clock: { now: () => NOW },
    erasures: {
      of: async () => {
        asked += 1;
        return erasures;
      },
    },
  } as unknown as TimelinePorts;
  const { items } = await showTimeline(ports, { access, contactId, page: { limit: 100, after: undefined } });
  return { shown: items.map(timelineView), asked };
};
const keptIn = (entry: object | undefined) =>
  (entry as { readonly kept?: readonly { readonly where: string; readonly until?: Instant }[] }).kept;
const wheresIn = (entry: object | undefined) => keptIn(entry)?.map(({ where }) => where);

test('erasures are asked for once, however many events of a page erased, and not where none did', async () => {
  const both = [noted(3, NOW, 'email'), noted(1, EARLIER, 'email')];
  const { shown, asked } = await timelineOf([erasedAt(3, NOW), opposed, erasedAt(1, EARLIER)], both);
  expect([asked, shown.map((each) => keptIn(each) !== undefined)]).toEqual([1, [true, false, true]]);
  const until = (entry: object | undefined) => keptIn(entry)?.find(({ where }) => where === 'backup')?.until;
  expect([until(shown[0]), until(shown[2])]).toEqual(['2026-12-29T10:00:00.000Z', '2026-11-05T08:00:00.000Z']);
  expect((await timelineOf([opposed], both)).asked).toBe(0);
});

test('where nothing is noted of an erasure any more, what may remain of either kind of address is said', async () => {
  const { shown } = await timelineOf([erasedAt(3, NOW)], []);
  const { shown: ofNumber } = await timelineOf([erasedAt(3, NOW)], [noted(3, NOW, 'phone')]);
  const { shown: ofMail } = await timelineOf([erasedAt(3, NOW)], [noted(3, NOW, 'email')]);
  expect(wheresIn(shown[0])).toEqual(wheresIn(ofNumber[0]));
  expect(wheresIn(ofMail[0])?.length).toBeLessThan(wheresIn(shown[0])?.length ?? 0);
});
