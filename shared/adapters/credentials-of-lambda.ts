/** What the bundles use instead of the SDK's chain of credential providers: see `infra/bundle.ts`. */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
