import { documentOf } from '#shared/contracts/http/document.ts';
import type { Route } from '#shared/contracts/http/route.ts';
import { ROUTES } from '../routes.ts';
import { FILE_STEPS, IMPORT_STEPS } from './file-steps.ts';
import { OF_CAMPAIGNS } from './of-campaigns.ts';
import { OF_PARTNERS } from './of-partners.ts';
import { NOT_AGREED, OF_TEMPLATES, OF_TESTS } from './of-templates.ts';
import { FORM_AT_SALE, FREE_ACCOUNT } from './said.ts';
import type { Step } from './step.ts';

const ADVERTISER = { advertiserId: 'maison-valmy' };
const SETTINGS_1 = { ...ADVERTISER, settingsVersion: '1' };
const FORM = { ...ADVERTISER, formId: 'newsletter' };
const CAMILLE = { ...ADVERTISER, contactId: 'record-consent typical /contactId' };
const MESSAGE = 'accept-messages typical /messages/0/id';
const OF_DOMINIQUE = { contact: FREE_ACCOUNT.contact, channel: 'email', offerCategory: 'wine' };
const OTHERS = ['alix.robin@example.com', 'claude.henry@example.com', 'sacha.morel@example.com'];

/** The body of the document of a route. */
const documented = (name: string): Readonly<Record<string, unknown>> =>
  documentOf(routeNamed(name)).request as Readonly<Record<string, unknown>>;

/** A route by its name. Throws for a name that is none. */
export const routeNamed = (name: string): Route => {
  const found = ROUTES.find((route) => route.name === name);
  if (found === undefined) throw new Error(`No route is named ${name}.`);
  return found;
};

/** What a step sends; `undefined`: no body. */
export const bodyOf = ({ route, body }: Step): unknown => body ?? documented(route);

/** Of a batch: all of its items taken, one of two, none. `bad`: what is changed in an item, so that it is not taken. */
const batch = (name: string, taken: number, bad: object): readonly Step[] => {
  const { list = '' } = routeNamed(name);
  const { [list]: items, ...more } = documented(name);
  const [good] = items as readonly object[];
  const item = (index: number) => ({ ...good, contact: { email: OTHERS[index] } });
  const refused = { ...item(1), ...bad };
  return [
    { route: name, status: taken },
    { route: name, example: 'some-taken', status: 207, body: { ...more, [list]: [item(0), refused] } },
    { route: name, example: 'none-taken', status: 422, body: { ...more, [list]: [refused] } },
  ];
};

const LATER = '2027-01-04T09:00:00+01:00';
/** In seconds: longer than data of a customer are in use after the last act. */
const FOUR_YEARS = 4 * 366 * 86_400;
const UNKNOWN_TEMPLATE = { template: { templateId: 'winter', version: '1' } };

/**
 * The examples of the document as one story: whoever makes these calls in this order, on a system where nothing is stored
 * yet, gets these answers.
 */
export const STORY: readonly Step[] = [
  { route: 'get-openapi', status: 200, members: ['openapi', 'info'] },

  // Who writes, and what people read.
  { route: 'put-advertiser', status: 201, parameters: ADVERTISER },
  { route: 'put-advertiser', status: 200, parameters: ADVERTISER },
  { route: 'get-advertiser', status: 200, parameters: ADVERTISER },
  { route: 'get-advertiser-version', status: 200, parameters: SETTINGS_1 },
  { route: 'patch-advertiser', status: 200, parameters: ADVERTISER },
  { route: 'list-advertiser-versions', status: 200, parameters: { ...ADVERTISER, limit: '1' } },
  {
    route: 'list-advertiser-versions',
    example: 'next-page',
    status: 200,
    parameters: { ...ADVERTISER, limit: '1', cursor: 'list-advertiser-versions typical /nextCursor' },
  },
  { route: 'get-identities', status: 200, parameters: ADVERTISER },
  { route: 'put-identities', status: 200, parameters: { advertiserId: 'maison-neuve' } },
  { route: 'put-form-version', status: 201, parameters: { ...FORM, version: '3' } },
  { route: 'put-form-version', status: 200, parameters: { ...FORM, version: '3' } },
  {
    route: 'put-form-version',
    example: 'at-the-sale',
    status: 201,
    parameters: { ...ADVERTISER, formId: 'checkout', version: '7' },
    body: FORM_AT_SALE,
  },
  { route: 'get-form-version', status: 200, parameters: { ...FORM, version: '3' } },
  { route: 'list-forms', status: 200, parameters: ADVERTISER },
  { route: 'list-form-versions', status: 200, parameters: FORM },

  ...OF_TEMPLATES,

  // What is known of people.
  { route: 'record-consent', status: 201 },
  ...batch('record-consents', 201, { form: undefined, channels: undefined }),
  { route: 'record-sale', status: 201 },
  { route: 'record-sale', example: 'free-account', status: 201, body: { ...ADVERTISER, ...FREE_ACCOUNT } },
  ...batch('record-sales', 201, { soldAt: LATER }),
  { route: 'declare-contact', status: 200 },
  ...batch('declare-contacts', 200, { language: 'zz' }),
  { route: 'record-activity', status: 201 },
  ...batch('record-activities', 201, { occurredAt: LATER }),
  { route: 'look-up-contact', status: 200 },
  { route: 'count-audience', status: 200 },
  ...FILE_STEPS,
  { route: 'get-contact', status: 200, parameters: CAMILLE },

  // May this be sent?
  ...batch('give-verdicts', 200, UNKNOWN_TEMPLATE),
  { route: 'give-verdicts', example: 'review', status: 200, body: { ...ADVERTISER, messages: [OF_DOMINIQUE] } },
  { route: 'list-reviews', status: 200, parameters: ADVERTISER },
  {
    route: 'decide-review',
    status: 200,
    parameters: { ...ADVERTISER, reviewId: 'list-reviews typical /reviews/0/id' },
  },
  { route: 'list-reviews', example: 'decided', status: 200, parameters: { ...ADVERTISER, status: 'decided' } },

  // Sent, and what became of it.
  ...batch('accept-messages', 202, { content: undefined, ...UNKNOWN_TEMPLATE }),
  { route: 'get-message', status: 200, parameters: { ...ADVERTISER, messageId: MESSAGE } },
  { route: 'show-sent-message', status: 200, parameters: { ...ADVERTISER, messageId: MESSAGE } },
  { route: 'list-messages', status: 200, parameters: { ...CAMILLE, status: 'sent' } },
  {
    route: 'list-messages',
    example: 'quoted',
    status: 200,
    parameters: { ...ADVERTISER, reference: 'get-message typical /shortReference' },
  },
  { route: 'show-timeline', status: 200, parameters: { ...CAMILLE, limit: '2' } },
  // What was said is taken back, and what was wrong is undone.
  {
    route: 'annul-record',
    status: 200,
    parameters: { ...ADVERTISER, recordId: 'record-sales typical /sales/0/id' },
  },
  {
    route: 'invalidate-consent',
    status: 200,
    parameters: { ...ADVERTISER, consentId: 'record-consents typical /consents/0/id' },
  },
  {
    route: 'withdraw-consent',
    status: 200,
    parameters: { ...ADVERTISER, consentId: 'record-consent typical /id' },
  },
  { route: 'register-opposition', status: 201 },
  ...batch('register-oppositions', 201, { occurredAt: LATER }),
  { route: 'rotate-api-key', status: 201, parameters: { apiKeyId: 'create-api-key typical /id' } },
  {
    route: 'revoke-api-key',
    status: 204,
    parameters: { apiKeyId: 'create-api-key typical /id', withCreated: 'true' },
  },

  ...OF_TESTS,
  ...OF_CAMPAIGNS,
  ...IMPORT_STEPS,

  // What people ask of their data.
  { route: 'record-request', status: 201 },
  { route: 'list-requests', status: 200, parameters: ADVERTISER },
  { route: 'get-request', status: 200, parameters: { ...ADVERTISER, requestId: 'record-request typical /id' } },
  { route: 'answer-request', status: 200, parameters: { ...ADVERTISER, requestId: 'record-request typical /id' } },
  ...OF_PARTNERS,
  { route: 'change-person', status: 200, parameters: { ...ADVERTISER, contactId: NOT_AGREED } },
  { route: 'erase-contact', status: 200, parameters: CAMILLE },
  // Years later nothing of a customer is in use.
  { route: 'list-former-events', status: 200, parameters: { ...ADVERTISER, contactId: NOT_AGREED }, after: FOUR_YEARS },
];
