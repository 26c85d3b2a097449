import { describe, expect, test } from 'vitest';
import { SCOPES, type Scope } from '#shared/domain/advertiser/api-key.ts';
import { EXAMPLES, ROUTE_NAMES, type RouteName, routeOf } from '../../support/routes.ts';
import { aWorldWithForms, SHOP } from '../support/api.ts';
import { pathParametersOf } from '../support/paths.ts';

/** What each route asks for, written by hand: nothing here is read from a route or from the manifest. */
const ACCESS: Readonly<Record<RouteName, readonly [method: string, path: string, scope: Scope | undefined]>> = {
  'get-openapi': ['GET', '/openapi.json', undefined],
  'put-advertiser': ['PUT', '/v1/advertisers/{advertiserId}', 'advertisers:write'],
  'patch-advertiser': ['PATCH', '/v1/advertisers/{advertiserId}', 'advertisers:write'],
  'get-advertiser': ['GET', '/v1/advertisers/{advertiserId}', 'advertisers:read'],
  'list-advertiser-versions': ['GET', '/v1/advertisers/{advertiserId}/versions', 'advertisers:read'],
  'get-advertiser-version': ['GET', '/v1/advertisers/{advertiserId}/versions/{settingsVersion}', 'advertisers:read'],
  'put-identities': ['PUT', '/v1/advertisers/{advertiserId}/identities', 'identities:write'],
  'get-identities': ['GET', '/v1/advertisers/{advertiserId}/identities', 'advertisers:read'],
  'put-form-version': ['PUT', '/v1/advertisers/{advertiserId}/forms/{formId}/versions/{version}', 'advertisers:write'],
  'list-forms': ['GET', '/v1/advertisers/{advertiserId}/forms', 'advertisers:read'],
  'list-form-versions': ['GET', '/v1/advertisers/{advertiserId}/forms/{formId}/versions', 'advertisers:read'],
  'get-form-version': ['GET', '/v1/advertisers/{advertiserId}/forms/{formId}/versions/{version}', 'advertisers:read'],
  'put-template-version': [
    'PUT',
    '/v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}',
    'templates:write',
  ],
  'list-templates': ['GET', '/v1/advertisers/{advertiserId}/templates', 'templates:read'],
  'list-template-versions': ['GET', '/v1/advertisers/{advertiserId}/templates/{templateId}/versions', 'templates:read'],
  'get-template-version': [
    'GET',
    '/v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}',
    'templates:read',
  ],
  'approve-template-version': [
    'POST',
    '/v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}/approval',
    'templates:approve',
  ],
  'preview-template-version': [
    'POST',
    '/v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}/preview',
    'templates:write',
  ],
  'test-template-version': [
    'POST',
    '/v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}/test',
    'templates:write',
  ],
  'declare-contact': ['PUT', '/v1/contacts', 'consents:write'],
  'record-consent': ['POST', '/v1/consents', 'consents:write'],
  'withdraw-consent': ['POST', '/v1/consents/{consentId}/withdrawal', 'consents:write'],
  'record-request': ['POST', '/v1/requests', 'requests:write'],
  'record-disclosures': ['POST', '/v1/disclosures', 'consents:write'],
  'list-partner-notifications': ['GET', '/v1/partner-notifications', 'requests:answer'],
  'give-partner-notifications': ['POST', '/v1/partner-notifications/given', 'requests:answer'],
  'list-requests': ['GET', '/v1/requests', 'requests:answer'],
  'get-request': ['GET', '/v1/requests/{requestId}', 'requests:answer'],
  'answer-request': ['POST', '/v1/requests/{requestId}/answer', 'requests:answer'],
  'change-person': ['POST', '/v1/contacts/{contactId}/person', 'consents:write'],
  'erase-contact': ['POST', '/v1/contacts/{contactId}/erasure', 'contacts:erase'],
  'invalidate-consent': ['POST', '/v1/consents/{consentId}/invalidation', 'consents:write'],
  'annul-record': ['POST', '/v1/records/{recordId}/annulment', 'records:annul'],
  'record-sale': ['POST', '/v1/sales', 'consents:write'],
  'record-activity': ['POST', '/v1/activities', 'consents:write'],
  'register-opposition': ['POST', '/v1/oppositions', 'oppositions:write'],
  'count-audience': ['POST', '/v1/audiences/count', 'campaigns:read'],
  'look-up-contact': ['POST', '/v1/contacts/lookup', 'contacts:read'],
  'get-contact': ['GET', '/v1/contacts/{contactId}', 'contacts:read'],
  'show-timeline': ['GET', '/v1/contacts/{contactId}/timeline', 'contacts:read'],
  'give-verdicts': ['POST', '/v1/verdicts', 'verdicts:read'],
  'accept-messages': ['POST', '/v1/messages', 'messages:send'],
  'get-message': ['GET', '/v1/messages/{messageId}', 'messages:read'],
  'list-former-events': ['GET', '/v1/contacts/{contactId}/former-events', 'proof:read'],
  'show-sent-message': ['GET', '/v1/messages/{messageId}/sent', 'proof:read'],
  'list-messages': ['GET', '/v1/messages', 'messages:read'],
  'list-reviews': ['GET', '/v1/reviews', 'reviews:decide'],
  'decide-review': ['POST', '/v1/reviews/{reviewId}/decision', 'reviews:decide'],
  'declare-contacts': ['POST', '/v1/contacts/batch', 'consents:write'],
  'record-consents': ['POST', '/v1/consents/batch', 'consents:write'],
  'record-sales': ['POST', '/v1/sales/batch', 'consents:write'],
  'register-oppositions': ['POST', '/v1/oppositions/batch', 'oppositions:write'],
  'record-activities': ['POST', '/v1/activities/batch', 'consents:write'],
  'create-campaign': ['POST', '/v1/campaigns', 'campaigns:write'],
  'get-campaign': ['GET', '/v1/campaigns/{campaignId}', 'campaigns:read'],
  'list-campaigns': ['GET', '/v1/campaigns', 'campaigns:read'],
  'approve-campaign': ['POST', '/v1/campaigns/{campaignId}/approval', 'campaigns:write'],
  'pause-campaign': ['POST', '/v1/campaigns/{campaignId}/pause', 'campaigns:write'],
  'resume-campaign': ['POST', '/v1/campaigns/{campaignId}/resume', 'campaigns:write'],
  'cancel-campaign': ['POST', '/v1/campaigns/{campaignId}/cancel', 'campaigns:write'],
  'begin-dry-run': ['POST', '/v1/campaigns/{campaignId}/dry-run', 'campaigns:read'],
  'begin-campaign-report': ['POST', '/v1/campaigns/{campaignId}/report', 'campaigns:read'],
  'create-upload': ['POST', '/v1/uploads', 'uploads:write'],
  'create-audience-list': ['POST', '/v1/audiences/lists', 'campaigns:write'],
  'begin-import': ['POST', '/v1/imports', 'imports:write'],
  'commit-import': ['POST', '/v1/imports/{jobId}/commit', 'imports:write'],
  'get-audience-list': ['GET', '/v1/audiences/lists/{listId}', 'campaigns:read'],
  'get-job': ['GET', '/v1/jobs/{jobId}', 'jobs:read'],
  'list-jobs': ['GET', '/v1/jobs', 'jobs:read'],
  'create-api-key': ['POST', '/v1/api-keys', 'keys:write'],
  'list-api-keys': ['GET', '/v1/api-keys', 'keys:write'],
  'rotate-api-key': ['POST', '/v1/api-keys/{apiKeyId}/rotation', 'keys:write'],
  'revoke-api-key': ['DELETE', '/v1/api-keys/{apiKeyId}', 'keys:write'],
};

const names = Object.keys(ACCESS) as readonly RouteName[];
const keyed = names.flatMap((name) => {
  const [, , scope] = ACCESS[name];
  return scope === undefined ? [] : [{ name, scope, path: pathParametersOf(name) }];
});

describe('P9: the access that each route asks for', () => {
  test('is written in the route as in this table', () => {
    const found = ROUTE_NAMES.map((name) => {
      const { method, path, scope } = routeOf(name);
      return [name, [method, path, scope]];
    });
    expect(Object.fromEntries(found)).toEqual(ACCESS);
  });

  test('is all that there is to ask for: no scope is issued that no route wants', () => {
    const wanted = names.flatMap((name) => ACCESS[name][2] ?? []);
    // Asked for beside the scope of the route: by POST /v1/messages of what is no prospecting.
    expect(new Set<Scope>([...wanted, 'messages:transactional'])).toEqual(new Set(SCOPES));
  });

  test('is a caller: without one, every route of this table with a scope answers 401', async () => {
    const { call } = await aWorldWithForms();
    for (const { name, path } of keyed) {
      const { status, body, headers } = await call(name, { caller: undefined, path });
      expect([name, status, body.code]).toEqual([name, 401, 'unauthenticated']);
      expect(headers['www-authenticate']).toBe('Bearer');
    }
  });

  test('is no other scope: with every scope but its own, a key gets 403', async () => {
    const { call } = await aWorldWithForms();
    for (const { name, scope, path } of keyed) {
      // Who may write something may read it.
      const others = SCOPES.filter((each) => each !== scope && each !== scope.replace(/:read$/, ':write'));
      for (const scopes of [others, ...others.map((each) => [each])]) {
        const { status, body } = await call(name, { caller: { ...SHOP, scopes }, path });
        expect([name, scopes, status, body.code]).toEqual([name, scopes, 403, 'insufficient-scope']);
      }
    }
  });

  test('is its own scope: with that one alone, a key is served', async () => {
    const { call } = await aWorldWithForms();
    for (const { name, scope, path } of keyed) {
      const body = name === 'create-api-key' ? { ...(EXAMPLES[name] as object), scopes: [scope] } : EXAMPLES[name];
      // Identities are for those who operate the deployment.
      const advertisers = name === 'put-identities' ? 'every-advertiser' : SHOP.advertisers;
      const asked = {
        caller: { ...SHOP, advertisers, scopes: [scope] },
        path,
        ...(body === undefined ? {} : { body }),
      };
      const { status } = await call(name, asked);
      expect([name, [401, 403].includes(status) ? status : 'served']).toEqual([name, 'served']);
    }
  });

  test('is nothing for the document: without a caller it is served', async () => {
    const { call } = await aWorldWithForms();
    expect((await call('get-openapi', { caller: undefined })).status).toBe(200);
  });
});
