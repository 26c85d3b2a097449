import {
  callBySignedHttps,
  mmsBySignedHttps,
  type SignedRoute,
  smsBySignedHttps,
} from '#shared/adapters/https/by-signed-https.ts';
import { referenceIn, type Services } from '../world/clients.ts';
import type { Process } from '../world/process.ts';
import type { Handed } from '../world/provider.ts';
import { KEYS } from './posted.ts';

/** What is posted, as far as a provider looks at it. */
interface Body {
  readonly channel: Handed['channel'];
  readonly to: string;
  readonly reference: string;
  readonly text?: string;
  readonly ssml?: string;
  readonly callbackUrl?: string;
}

const handedIn = ({ channel, to, reference, text = '', ssml = text, callbackUrl }: Body): Handed => ({
  reference: referenceIn(ssml),
  address: to,
  channel,
  messageId: reference,
  contactTag: undefined,
  link: callbackUrl?.split('/').at(-1),
});

/** Hands what is posted to the provider of the run, and answers as our contract has it. */
const postOf =
  ({ provider, onPosted }: Services, process: Process): NonNullable<SignedRoute['post']> =>
  async (_url, body, { timeoutMs }) => {
    const handed = handedIn(JSON.parse(String(body)) as Body);
    onPosted?.(handed);
    try {
      const { MessageId: providerId } = await provider(process, handed, timeoutMs);
      return { status: 202, text: JSON.stringify({ providerId }) };
    } catch (error) {
      const { $metadata } = error as { readonly $metadata?: { readonly httpStatusCode: number } };
      if ($metadata === undefined) throw error;
      return { status: $metadata.httpStatusCode, text: '{}' };
    }
  };

/** What texts and calls are handed to: the product's own adapters, over the provider of the run. */
export const routedProviders = (services: Services, process: Process) => {
  const route: SignedRoute = {
    url: 'https://provider.example/v1/messages',
    keys: async () => KEYS,
    clock: process.clock,
    mediaBytes: 300_000,
    post: postOf(services, process),
  };
  return { sms: smsBySignedHttps(route), mms: mmsBySignedHttps(route), 'automated-call': callBySignedHttps(route) };
};
