import { entry } from './entry.ts';

/** What API Gateway asks before each call of the application API. */
export const authorizerEntry = {
  authorize: entry(
    'api/authorize',
    'Authenticates an API key and says who calls',
    { kind: 'authorizer' },
    { grants: ['get:key', 'update:key', 'secret:root-key'] },
  ),
} as const;
