import { expect, test } from 'vitest';
import { SIREN } from '../../../support/builders.ts';
import { aWorldOfCampaigns } from '../campaign-functions.ts';

/** Bodies as a developer writes them wrong: each answer points at the mistake, and says what is expected there. */
const REQUIRED = 'required';
const UNKNOWN = 'unknown field';
const OF_ANOTHER = 'cannot be given with the other fields';
const LOCAL = 'a local date and time without a zone, such as 2026-12-01T09:00';
const FORMS = 'at: now; or at and zone; or every, from, at and zone; or waves';
const AUDIENCE = 'an object with segment, or one with listId';
const EVERY = { every: 'week', from: '2026-12-01', at: '09:00', zone: 'Europe/Paris' };
const SEGMENT = { channel: 'email', purpose: 'own-offers' };
const where = (conditions: object) => ({ audience: { segment: { ...SEGMENT, where: conditions } } });

test.each([
  ['a bad time', { schedule: { ...EVERY, at: '9h' } }, [['/schedule/at', 'a time of the day, 00:00 to 23:59']]],
  [
    'a local time',
    { schedule: { ...EVERY, at: '2026-12-01T09:00' } },
    [['/schedule/at', 'a time of the day, 00:00 to 23:59']],
  ],
  ['a time of two zones', { schedule: { ...EVERY, zone: 'Paris' } }, [['/schedule/zone', 'an IANA time zone']]],
  ['no zone', { schedule: { every: 'week', from: '2026-12-01', at: '09:00' } }, [['/schedule/zone', REQUIRED]]],
  ['no from', { schedule: { every: 'week', at: '09:00', zone: 'Europe/Paris' } }, [['/schedule/from', REQUIRED]]],
  [
    'every weekday',
    { schedule: { ...EVERY, every: 'weekly' } },
    [['/schedule/every', 'must be one of day, week, month']],
  ],
  [
    'from a time',
    { schedule: { ...EVERY, from: '2026-12-01T00:00' } },
    [['/schedule/from', 'must be a date such as 2026-11-24']],
  ],
  [
    'a clock time alone',
    { schedule: { at: '09:00' } },
    [
      ['/schedule/at', LOCAL],
      ['/schedule/zone', REQUIRED],
    ],
  ],
  ['once without zone', { schedule: { at: '2026-12-01T09:00' } }, [['/schedule/zone', REQUIRED]]],
  [
    'once in UTC',
    { schedule: { at: '2026-12-01T09:00:00Z' } },
    [
      ['/schedule/at', LOCAL],
      ['/schedule/zone', REQUIRED],
    ],
  ],
  [
    'once in UTC with zone',
    { schedule: { at: '2026-12-01T09:00:00Z', zone: 'Europe/Paris' } },
    [['/schedule/at', LOCAL]],
  ],
  [
    'once with an unknown zone',
    { schedule: { at: '2026-12-01T09:00', zone: 'CET+1' } },
    [['/schedule/zone', 'an IANA time zone']],
  ],
  ['now with a zone', { schedule: { at: 'now', zone: 'Europe/Paris' } }, [['/schedule/zone', UNKNOWN]]],
  ['a text', { schedule: 'now' }, [['/schedule', FORMS]]],
  [
    'waves with a zone',
    { schedule: { waves: '2026-12-01T09:00', zone: 'Europe/Paris' } },
    [['/schedule/zone', OF_ANOTHER]],
  ],
  ['waves in UTC', { schedule: { waves: '2026-12-01T09:00:00Z' } }, [['/schedule/waves', LOCAL]]],
  ['an empty one', { schedule: {} }, [['/schedule', FORMS]]],
  ['null', { schedule: null }, [['/schedule', FORMS]]],
  [
    'type',
    { schedule: { type: 'recurring', at: '09:00' } },
    [
      ['/schedule/at', LOCAL],
      ['/schedule/zone', REQUIRED],
      ['/schedule/type', UNKNOWN],
    ],
  ],
  ['a segment as the audience', { audience: SEGMENT }, [['/audience', AUDIENCE]]],
  [
    'a segment and a list',
    { audience: { segment: SEGMENT, listId: 'lst_AAAAAAAAAAAAAAAAAAAAAA' } },
    [['/audience', AUDIENCE]],
  ],
  ['a list by another name', { audience: { list: 'lst_AAAAAAAAAAAAAAAAAAAAAA' } }, [['/audience', AUDIENCE]]],
  ['a bad list id', { audience: { listId: 'winter' } }, [['/audience/listId', 'not the id of a list']]],
  ['a list id as audience', { audience: 'lst_AAAAAAAAAAAAAAAAAAAAAA' }, [['/audience', AUDIENCE]]],
  [
    'a segment without purpose',
    { audience: { segment: { channel: 'email' } } },
    [['/audience/segment/purpose', REQUIRED]],
  ],
  [
    'labels unknown',
    where({ labels: { loyalty: ['gold'] } }),
    [['/audience/segment/where/labels/loyalty', 'not in audienceLabels of the settings']],
  ],
  [
    'labels as a text',
    where({ labels: { loyalty: 'gold' } }),
    [['/audience/segment/where/labels/loyalty', 'must be an array']],
  ],
  [
    'labels beside where',
    { audience: { segment: { ...SEGMENT, labels: { loyalty: ['gold'] } } } },
    [['/audience/segment/labels', UNKNOWN]],
  ],
  [
    'a label of a strange name',
    where({ labels: { 'fidélité 2': ['gold'] } }),
    [
      [
        '/audience/segment/where/labels/?',
        'lower-case letters, digits and hyphens, a letter first, at most 40 characters',
      ],
    ],
  ],
  [
    'recordedFrom an instant',
    where({ recordedFrom: '2026-01-01T00:00:00Z' }),
    [['/audience/segment/where/recordedFrom', 'must be a date such as 2026-11-24']],
  ],
  [
    'recordedFrom in French',
    where({ recordedFrom: '01/01/2026' }),
    [['/audience/segment/where/recordedFrom', 'must be a date such as 2026-11-24']],
  ],
  [
    'recordedFrom in the future',
    where({ recordedFrom: '2031-01-01' }),
    [['/audience/segment/where/recordedFrom', 'a day before the campaign ends: nobody is recorded from it on by then']],
  ],
  [
    'recordedBefore too early',
    where({ recordedFrom: '2026-01-02', recordedBefore: '2026-01-01' }),
    [['/audience/segment/where/recordedBefore', 'after the day from which on: nobody can be between them']],
  ],
  [
    'countries in lower case',
    where({ countries: ['fr'] }),
    [['/audience/segment/where/countries/0', 'a two-letter country']],
  ],
  ['zones as one', where({ zones: 'Europe/Paris' }), [['/audience/segment/where/zones', 'must be an array']]],
  ['a template as a text', { template: 'winter-mailing' }, [['/template', 'must be an object']]],
  [
    'a version as a number',
    { template: { templateId: 'winter-mailing', version: 1 } },
    [['/template/version', 'must be a string']],
  ],
  [
    'an end without offset',
    { endsAt: '2026-12-03T20:00' },
    [['/endsAt', 'must be an instant of ISO 8601 with its offset']],
  ],
  ['an end as a day', { endsAt: '2026-12-03' }, [['/endsAt', 'must be an instant of ISO 8601 with its offset']]],
  ['merge values as numbers', { mergeValues: { rabais: 10 } }, [['/mergeValues/rabais', 'must be a string']]],
  ['a ramp as a number', { ramp: 500 }, [['/ramp', 'must be an array']]],
  ['a ramp with 0', { ramp: [0, 500] }, [['/ramp/0', 'must be at least 1']]],
  ['an unknown field', { scheduledAt: '2026-12-01T09:00' }, [['/scheduledAt', UNKNOWN]]],
  ['a purpose of another kind', { purpose: 'marketing' }, [['/purpose', 'must be one of own-offers, partner-offers']]],
  [
    'partner-offers without partner',
    { purpose: 'partner-offers', audience: { segment: { ...SEGMENT, purpose: 'partner-offers' } } },
    [['/partner', 'expected where the purpose is partner-offers']],
  ],
  [
    'the advertiser as a partner of its own',
    {
      purpose: 'partner-offers',
      partner: { siren: SIREN, name: 'Maison Valmy' },
      audience: { segment: { ...SEGMENT, purpose: 'partner-offers' } },
    },
    [['/partner/siren', 'your own SIREN: your own offers have the purpose own-offers']],
  ],
] as const)('%s', async (_name, change, expected) => {
  const world = await aWorldOfCampaigns();
  const { status, body } = await world.call('create-campaign', { body: world.asked(change) });
  expect([status, body.errors]).toEqual([422, expected.map(([pointer, detail]) => ({ pointer, detail }))]);
  // In French as well, and none of it left in English.
  const french = await world.call('create-campaign', { body: world.asked(change), language: 'fr' });
  for (const [place, [pointer, detail]] of expected.entries()) {
    expect(french.body.errors[place].pointer).toBe(pointer);
    expect(french.body.errors[place].detail).not.toBe(detail);
  }
});

test.each(['name', 'channel', 'purpose', 'template', 'audience', 'schedule', 'endsAt'])(
  'without %s it is named',
  async (name) => {
    const world = await aWorldOfCampaigns();
    const { [name]: _left, ...body } = world.asked({}) as Record<string, unknown>;
    const answered = await world.call('create-campaign', { body });
    expect([answered.status, answered.body.errors]).toEqual([422, [{ pointer: `/${name}`, detail: 'required' }]]);
  },
);
