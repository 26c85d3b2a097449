import { describe, expect, test, vi } from 'vitest';
import { EXAMPLES } from '../../support/routes.ts';
import { aWorldWithForms, eventsOf, STRANGER, type World } from '../support/api.ts';

const CONTACT = { email: 'camille.martin@example.com' };
const ADVERTISER = { advertiserId: 'maison-valmy' };

const mail = (subject: string) => ({
  contact: CONTACT,
  channel: 'email',
  offerCategory: 'wine',
  content: { email: { subject, html: '<p>Bonjour</p>', text: 'Bonjour' } },
});

/** A consent, then for some hours an activity and a message each, then an opposition. */
const aLife = async (hours: number) => {
  const world = await aWorldWithForms();
  const { body: consent } = await world.call('record-consent', { body: EXAMPLES['record-consent'] });
  for (let hour = 1; hour <= hours; hour += 1) {
    vi.setSystemTime(new Date(Date.UTC(2026, 10, 24, 10 + hour)));
    const act = { ...ADVERTISER, contact: CONTACT, act: 'visit', occurredAt: new Date().toISOString() };
    await world.call('record-activity', { body: act });
    vi.setSystemTime(new Date(Date.UTC(2026, 10, 24, 10 + hour, 30)));
    await world.call('accept-messages', { body: { ...ADVERTISER, messages: [mail(`Heure ${hour}`)] } });
  }
  await world.call('register-opposition', { body: EXAMPLES['register-opposition'] });
  return { world, contactId: String(consent.contactId) };
};

interface Entry {
  readonly at: string;
  readonly event?: { readonly seq: number; readonly type: string };
  readonly message?: { readonly id: string };
}

const pagesOf = async (world: World, contactId: string, query: Record<string, string>) => {
  const pages: Entry[][] = [];
  let cursor: string | undefined;
  do {
    const asked = { ...ADVERTISER, ...query, ...(cursor === undefined ? {} : { cursor }) };
    const { body } = await world.call('show-timeline', { path: { contactId }, query: asked });
    pages.push(body.timeline);
    cursor = body.nextCursor;
  } while (cursor !== undefined);
  return pages;
};
const nameOf = ({ event, message }: Entry): string => event?.type ?? `message ${message?.id}`;

describe('GET /v1/contacts/{contactId}/timeline', () => {
  test.each(['1', '3', '4', '100'])(
    'pages of %s hold every event and every message once, latest first',
    async (limit) => {
      const { world, contactId } = await aLife(4);
      const pages = await pagesOf(world, contactId, { limit });
      const entries = pages.flat();
      for (const page of pages) expect(page.length).toBeLessThanOrEqual(Number(limit));
      expect(entries).toHaveLength(10);
      expect(new Set(entries.map((entry) => entry.event?.seq ?? nameOf(entry))).size).toBe(10);
      expect(entries.map(({ at }) => at)).toEqual(
        entries
          .map(({ at }) => at)
          .toSorted()
          .reverse(),
      );
      expect([nameOf(entries[0] as Entry), nameOf(entries[9] as Entry)]).toEqual([
        'opposition-registered',
        'consent-given',
      ]);
    },
  );

  test('only events is the ledger, only messages what was sent', async () => {
    const { world, contactId } = await aLife(3);
    const events = (await pagesOf(world, contactId, { only: 'events', limit: '2' })).flat();
    expect(events.map(({ event }) => event?.seq)).toEqual([5, 4, 3, 2, 1]);
    const messages = (await pagesOf(world, contactId, { only: 'messages', limit: '2' })).flat();
    expect(messages.map(({ message }) => typeof message?.id)).toEqual(['string', 'string', 'string']);
    expect(await eventsOf(world, contactId)).toHaveLength(5);
  });

  test('refuses the cursor of another list', async () => {
    const { world, contactId } = await aLife(0);
    const cursor = Buffer.from('2026-11-24T10:00:00.000Z').toString('base64url');
    const query = { ...ADVERTISER, cursor };
    const { status, body } = await world.call('show-timeline', { path: { contactId }, query });
    expect([status, body.errors[0].parameter]).toEqual([422, 'cursor']);
  });

  test('P9: neither a contact of another advertiser nor an unknown one has a timeline', async () => {
    const { world, contactId } = await aLife(1);
    const stranger = { path: { contactId }, query: ADVERTISER, caller: STRANGER };
    expect((await world.call('show-timeline', stranger)).status).toBe(404);
    const unknown = { path: { contactId: `v1n1.${'a'.repeat(43)}` }, query: ADVERTISER };
    expect((await world.call('show-timeline', unknown)).body.code).toBe('contact-not-found');
  });
});
