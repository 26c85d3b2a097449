import { entry } from './entry.ts';
import { ADDRESSES, ENCRYPTING, NAMING, TEXTING } from './grants.ts';
import { FINDING_RECIPIENTS, JUDGING, OPPOSING } from './table-grants.ts';

/** The pages for whoever receives messages: no key opens them, and no program calls them but one-click (RFC 8058). */
export const PUBLIC_PAGES = {
  'show-opposition-page': entry(
    'public/show-opposition-page',
    'Shows who writes, and one button to oppose; writes nothing',
    { kind: 'http', api: 'public', method: 'GET', path: '/o/{token}' },
    { grants: ['get:advertiser', 'secret:token'] },
  ),
  'oppose-by-link': entry(
    'public/oppose-by-link',
    'Registers the opposition of a link or of an RFC 8058 one-click',
    { kind: 'http', api: 'public', method: 'POST', path: '/o/{token}' },
    { grants: [...OPPOSING, ...FINDING_RECIPIENTS, ...ADDRESSES, 'get:advertiser', 'get:template', 'secret:token'] },
  ),
  'show-preference-centre': entry(
    'public/show-preference-centre',
    'Shows who writes, what stops at once, and how to see the rest; writes nothing',
    { kind: 'http', api: 'public', method: 'GET', path: '/p/{token}' },
    { grants: ['get:advertiser', 'secret:token'] },
  ),
  'use-preference-centre': entry(
    'public/use-preference-centre',
    'Stops; sends a code to the address of a link and, once it is typed, shows what is held and records consents and requests',
    { kind: 'http', api: 'public', method: 'POST', path: '/p/{token}' },
    {
      grants: [
        ...OPPOSING,
        'query:opposed',
        ...FINDING_RECIPIENTS,
        ...NAMING,
        ...ENCRYPTING,
        ...([
          'get:advertiser',
          ...JUDGING,
          'get:template',
          'put:rights',
          'query:partner',
          'get:code',
          'put:code',
          'update:code',
        ] as const),
        ...(['secret:token', 'email:send', 'tenants:make'] as const),
        ...TEXTING,
      ],
      env: ['PROVIDER_ROUTE', 'PUBLIC_BASE_URL'],
      timeoutSeconds: 20,
    },
  ),
  'receive-provider-report': entry(
    'public/receive-provider-report',
    'Applies what a provider outside AWS reports of a message: what became of it, and how its reader answered',
    { kind: 'http', api: 'public', method: 'POST', path: '/r/{token}' },
    {
      grants: [
        ...OPPOSING,
        ...FINDING_RECIPIENTS,
        ...ADDRESSES,
        ...(['get:advertiser', 'update:message', 'secret:token', 'secret:provider'] as const),
        // The review of a doubtful reply.
        ...(['get-many:contact', 'put:reviews'] as const),
        'sms-replies:publish',
      ],
      env: ['PROVIDER_ROUTE'],
      timeoutSeconds: 20,
    },
  ),
  'receive-pushed-reply': entry(
    'public/receive-pushed-reply',
    'Takes what people answer, where a provider outside AWS calls one URL of its account, by GET',
    { kind: 'http', api: 'public', method: 'GET', path: '/s/{code}' },
    { grants: ['secret:provider', 'sms-replies:publish'] },
  ),
  'receive-posted-reply': entry(
    'public/receive-posted-reply',
    'Takes what people answer, where a provider outside AWS posts it to one URL of its application',
    { kind: 'http', api: 'public', method: 'POST', path: '/s/{code}' },
    { grants: ['secret:provider', 'sms-replies:publish'], env: ['PROVIDER_ROUTE'] },
  ),
  'show-start-page': entry(
    'public/show-start-page',
    'Shows what this address is for; writes nothing',
    { kind: 'http', api: 'public', method: 'GET', path: '/' },
    { grants: [], env: ['PUBLIC_BASE_URL'] },
  ),
  'show-address-form': entry(
    'public/show-address-form',
    'Shows the field to oppose by typing an address; writes nothing',
    { kind: 'http', api: 'public', method: 'GET', path: '/o' },
    { grants: [] },
  ),
  'oppose-by-address': entry(
    'public/oppose-by-address',
    'Registers the opposition of an address typed by a person, at one advertiser or at all',
    { kind: 'http', api: 'public', method: 'POST', path: '/o' },
    // It may write at every advertiser before it answers; API Gateway waits for 29 s.
    {
      grants: [...OPPOSING, 'get:advertiser', 'query:advertisers', ...NAMING],
      timeoutSeconds: 25,
      memoryMb: 1024,
    },
  ),
} as const;
