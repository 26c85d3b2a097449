import { acceptMessagesRoute } from '#shared/contracts/http/routes/accept-messages.ts';
import { annulRecordRoute } from '#shared/contracts/http/routes/annul-record.ts';
import { approveTemplateVersionRoute } from '#shared/contracts/http/routes/approve-template-version.ts';
import { createApiKeyRoute } from '#shared/contracts/http/routes/create-api-key.ts';
import { decideReviewRoute } from '#shared/contracts/http/routes/decide-review.ts';
import { declareContactRoute } from '#shared/contracts/http/routes/declare-contact.ts';
import { declareContactsRoute } from '#shared/contracts/http/routes/declare-contacts.ts';
import { getAdvertiserRoute } from '#shared/contracts/http/routes/get-advertiser.ts';
import { getAdvertiserVersionRoute } from '#shared/contracts/http/routes/get-advertiser-version.ts';
import { getContactRoute } from '#shared/contracts/http/routes/get-contact.ts';
import { getFormVersionRoute } from '#shared/contracts/http/routes/get-form-version.ts';
import { getIdentitiesRoute } from '#shared/contracts/http/routes/get-identities.ts';
import { getMessageRoute } from '#shared/contracts/http/routes/get-message.ts';
import { getOpenapiRoute } from '#shared/contracts/http/routes/get-openapi.ts';
import { getTemplateVersionRoute } from '#shared/contracts/http/routes/get-template-version.ts';
import { giveVerdictsRoute } from '#shared/contracts/http/routes/give-verdicts.ts';
import { invalidateConsentRoute } from '#shared/contracts/http/routes/invalidate-consent.ts';
import { listAdvertiserVersionsRoute } from '#shared/contracts/http/routes/list-advertiser-versions.ts';
import { listApiKeysRoute } from '#shared/contracts/http/routes/list-api-keys.ts';
import { listFormVersionsRoute } from '#shared/contracts/http/routes/list-form-versions.ts';
import { listFormsRoute } from '#shared/contracts/http/routes/list-forms.ts';
import { listMessagesRoute } from '#shared/contracts/http/routes/list-messages.ts';
import { listReviewsRoute } from '#shared/contracts/http/routes/list-reviews.ts';
import { listTemplateVersionsRoute } from '#shared/contracts/http/routes/list-template-versions.ts';
import { listTemplatesRoute } from '#shared/contracts/http/routes/list-templates.ts';
import { lookUpContactRoute } from '#shared/contracts/http/routes/look-up-contact.ts';
import { patchAdvertiserRoute } from '#shared/contracts/http/routes/patch-advertiser.ts';
import { previewTemplateVersionRoute } from '#shared/contracts/http/routes/preview-template-version.ts';
import { putAdvertiserRoute } from '#shared/contracts/http/routes/put-advertiser.ts';
import { putFormVersionRoute } from '#shared/contracts/http/routes/put-form-version.ts';
import { putIdentitiesRoute } from '#shared/contracts/http/routes/put-identities.ts';
import { putTemplateVersionRoute } from '#shared/contracts/http/routes/put-template-version.ts';
import { recordActivitiesRoute } from '#shared/contracts/http/routes/record-activities.ts';
import { recordActivityRoute } from '#shared/contracts/http/routes/record-activity.ts';
import { recordConsentRoute } from '#shared/contracts/http/routes/record-consent.ts';
import { recordConsentsRoute } from '#shared/contracts/http/routes/record-consents.ts';
import { recordSaleRoute } from '#shared/contracts/http/routes/record-sale.ts';
import { recordSalesRoute } from '#shared/contracts/http/routes/record-sales.ts';
import { registerOppositionRoute } from '#shared/contracts/http/routes/register-opposition.ts';
import { registerOppositionsRoute } from '#shared/contracts/http/routes/register-oppositions.ts';
import { revokeApiKeyRoute } from '#shared/contracts/http/routes/revoke-api-key.ts';
import { rotateApiKeyRoute } from '#shared/contracts/http/routes/rotate-api-key.ts';
import { showTimelineRoute } from '#shared/contracts/http/routes/show-timeline.ts';
import { testTemplateVersionRoute } from '#shared/contracts/http/routes/test-template-version.ts';
import { withdrawConsentRoute } from '#shared/contracts/http/routes/withdraw-consent.ts';
import { authorizerEntry } from './manifest/authorizer.ts';
import { campaignEntries } from './manifest/campaigns.ts';
import { routeEntries } from './manifest/entry.ts';
import { givenUpEntries } from './manifest/given-up.ts';
import { ADDRESSES, DECLARES, DECRYPTING, ENCRYPTING, FINDING, NAMING, RECORDS, STORES } from './manifest/grants.ts';
import { jobEntries } from './manifest/jobs.ts';
import { PUBLIC_PAGES } from './manifest/public-pages.ts';
import { recoveryEntries } from './manifest/recovery.ts';
import { rightsEntries } from './manifest/rights.ts';
import {
  APPENDING,
  BINDING,
  COMPLAINING,
  CREATING_KEYS,
  DECIDING,
  JUDGING,
  LINKING,
  LISTING_CAUSES,
  MAKING,
  OPPOSING,
  REPEATABLE,
  SETTLING,
  SHOWING,
} from './manifest/table-grants.ts';
import { workerEntries } from './manifest/workers.ts';

/** A batch is given what API Gateway waits for, less what it takes to answer (29 s). */
const BATCH = { timeoutSeconds: 25, memoryMb: 1024 } as const;

/** By what routes settings are judged and shown: which answers they bring, and which senders readers see. */
const SHOWING_SETTINGS = ['PROVIDER_ROUTE', 'SMS_ROUTE', 'CALL_NUMBERS'] as const;

/**
 * The table of contents of the deployment: every function with its trigger and what it may do. One list drives the CDK
 * app, the local stack, the OpenAPI document and the tests. In bundles, `infra/lean-manifest.ts` leaves of it what a
 * function reads when it runs.
 */
export const manifest = {
  ...routeEntries([
    { route: getOpenapiRoute, grants: [] },
    { route: putAdvertiserRoute, grants: SETTLING, env: SHOWING_SETTINGS },
    { route: patchAdvertiserRoute, grants: SETTLING, env: SHOWING_SETTINGS },
    { route: getAdvertiserRoute, grants: ['get:advertiser'], env: SHOWING_SETTINGS },
    { route: listAdvertiserVersionsRoute, grants: ['get:advertiser', 'query:advertiser'] },
    { route: getAdvertiserVersionRoute, grants: ['get:advertiser'], env: SHOWING_SETTINGS },
    { route: putIdentitiesRoute, grants: BINDING },
    { route: getIdentitiesRoute, grants: ['get:advertiser'] },
    { route: putFormVersionRoute, grants: ['get:advertiser', 'put:form', 'get:reviews', 'put:reviews'] },
    { route: listFormsRoute, grants: ['get:advertiser', 'query:form'] },
    { route: listFormVersionsRoute, grants: ['get:advertiser', 'query:form'] },
    { route: getFormVersionRoute, grants: ['get:advertiser', 'get:form', 'get:reviews'] },
    // What API Gateway waits for, less what it takes to answer: a model takes seconds.
    { route: putTemplateVersionRoute, grants: STORES, timeoutSeconds: 25 },
    { route: listTemplatesRoute, grants: ['get:advertiser', 'query:template'] },
    { route: listTemplateVersionsRoute, grants: ['get:advertiser', 'query:template'] },
    { route: getTemplateVersionRoute, grants: ['get:advertiser', 'get:template', 'get:reviews', 'contents:read'] },
    { route: approveTemplateVersionRoute, grants: ['get:advertiser', 'get:template', 'put:template'] },
    {
      route: previewTemplateVersionRoute,
      grants: [...MAKING, ...ADDRESSES, 'contents:read'],
      env: ['PUBLIC_BASE_URL', 'INBOX_DOMAIN', 'PROVIDER_ROUTE'],
      memoryMb: 1024,
    },
    {
      route: testTemplateVersionRoute,
      grants: [
        ...MAKING,
        ...(['get-many:contact', 'get:message', 'put:message', 'put:advertiser', 'contents:read'] as const),
        ...ENCRYPTING,
      ],
      env: ['PUBLIC_BASE_URL', 'PROVIDER_ROUTE'],
      timeoutSeconds: 20,
      memoryMb: 1024,
    },
    { route: declareContactRoute, grants: DECLARES },
    { route: declareContactsRoute, grants: [...DECLARES, ...REPEATABLE], ...BATCH },
    { route: recordConsentRoute, grants: [...RECORDS, ...JUDGING, 'put:form', 'put:reviews'] },
    { route: recordConsentsRoute, grants: [...RECORDS, ...JUDGING, 'put:form', 'put:reviews'], ...BATCH },
    { route: withdrawConsentRoute, grants: OPPOSING },
    { route: invalidateConsentRoute, grants: APPENDING },
    { route: annulRecordRoute, grants: [...APPENDING, ...LINKING] },
    { route: recordSaleRoute, grants: [...OPPOSING, 'get:advertiser', ...JUDGING, ...NAMING, ...ENCRYPTING] },
    {
      route: recordSalesRoute,
      grants: [...OPPOSING, 'get:advertiser', ...JUDGING, ...NAMING, ...ENCRYPTING],
      ...BATCH,
    },
    { route: recordActivityRoute, grants: RECORDS },
    { route: recordActivitiesRoute, grants: RECORDS, ...BATCH },
    { route: registerOppositionRoute, grants: [...OPPOSING, 'get:advertiser', ...COMPLAINING, ...NAMING] },
    {
      route: registerOppositionsRoute,
      grants: [...OPPOSING, 'get:advertiser', ...COMPLAINING, ...NAMING],
      ...BATCH,
    },
    { route: lookUpContactRoute, grants: [...SHOWING, ...ADDRESSES] },
    { route: getContactRoute, grants: [...SHOWING, 'query:contact', ...DECRYPTING] },
    {
      route: showTimelineRoute,
      grants: ['get:advertiser', 'get:contact', 'query:contact', 'get-many:message', 'list:MessagesOfContact'],
    },
    {
      route: giveVerdictsRoute,
      // Calls to other numbers of the person are counted.
      grants: [...MAKING, 'put:reviews', ...ADDRESSES, 'secret:token', 'get:contact', 'get:person'],
      env: ['PUBLIC_BASE_URL', 'INBOX_DOMAIN'],
      memoryMb: 1024,
    },
    {
      route: acceptMessagesRoute,
      grants: [
        'get:advertiser',
        'get:template',
        'get-many:contact',
        'put:message',
        ...(['get:message', 'get:text', 'put:text', 'delete:text', 'contents:read', 'contents:write'] as const),
        ...FINDING,
        ...ENCRYPTING,
      ],
      timeoutSeconds: 20,
      memoryMb: 1024,
    },
    { route: getMessageRoute, grants: ['get:message'] },
    {
      route: listMessagesRoute,
      grants: [
        'get:advertiser',
        'get-many:message',
        'list:MessagesOfDay',
        'list:MessagesOfContact',
        'list:MessagesByReference',
      ],
    },
    { route: listReviewsRoute, grants: [...LISTING_CAUSES, 'contents:read', ...DECRYPTING] },
    { route: decideReviewRoute, grants: DECIDING },
    { route: createApiKeyRoute, grants: CREATING_KEYS },
    { route: listApiKeysRoute, grants: ['get:key', 'query:keys'] },
    { route: rotateApiKeyRoute, grants: [...CREATING_KEYS, 'update:key'] },
    { route: revokeApiKeyRoute, grants: ['get:key', 'query:key', 'update:key'] },
  ]),
  ...authorizerEntry,
  ...PUBLIC_PAGES,
  ...workerEntries,
  ...givenUpEntries,
  ...recoveryEntries,
  ...campaignEntries,
  ...jobEntries,
  ...rightsEntries,
} as const;

export type FunctionName = keyof typeof manifest;
/** The environment of a function, as the infrastructure must give it: a forgotten variable does not compile. */
export type EnvOf<N extends FunctionName> = Record<(typeof manifest)[N]['env'][number], string>;
