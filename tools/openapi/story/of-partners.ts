import { documentOf } from '#shared/contracts/http/document.ts';
import { givePartnerNotificationsRoute } from '#shared/contracts/http/routes/give-partner-notifications.ts';
import { recordDisclosuresRoute } from '#shared/contracts/http/routes/record-disclosures.ts';
import type { Step } from './step.ts';

const ADVERTISER = { advertiserId: 'maison-valmy' };
const DUE = 'list-partner-notifications typical /notifications/0/id';
const UNKNOWN = `v1n1.${'A'.repeat(43)}.${'B'.repeat(16)}`;

const disclosures = Object(documentOf(recordDisclosuresRoute).request);
const of = (email: string, more: object = {}) => ({ ...disclosures.disclosures[0], contact: { email }, ...more });
const refused = of('claude.henry@example.com', { disclosedAt: '2027-01-04T09:00:00+01:00' });
const disclosed = (status: number, example: string, ...items: readonly object[]): Step => ({
  route: 'record-disclosures',
  example,
  status,
  body: { ...disclosures, disclosures: items },
});

const givenOf = (status: number, example: string, ...ids: readonly string[]): Step => ({
  route: 'give-partner-notifications',
  example,
  status,
  body: { ...Object(documentOf(givePartnerNotificationsRoute).request), notifications: ids.map((id) => ({ id })) },
});

/** Who else has the data is notified of what the person did. */
export const OF_PARTNERS: readonly Step[] = [
  { route: 'record-disclosures', status: 201 },
  disclosed(207, 'some-taken', of('alix.robin@example.com'), refused),
  disclosed(422, 'none-taken', refused),
  { route: 'list-partner-notifications', status: 200, parameters: ADVERTISER },
  givenOf(200, 'typical', DUE),
  givenOf(207, 'some-taken', DUE, UNKNOWN),
  givenOf(422, 'none-taken', UNKNOWN),
];
