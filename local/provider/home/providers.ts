import type { RequestListener, ServerResponse } from 'node:http';
import type { NumberIn } from '../../aws/sms/sms-replies.ts';
import type { BootBase } from '../../boot/boot-base.ts';
import type { StackOptions } from '../../stack/options.ts';
import type { LocalProvider } from '../handover.ts';
import { createReferenceServer } from '../reference-server.ts';
import { atHome, type HomeAccount } from './account.ts';
import type { ProviderAccounts } from './accounts.ts';
import { OUTSIDE } from './outside-path.ts';
import { smsmodeAtHome } from './smsmode.ts';
import { spotHitAtHome } from './spot-hit.ts';
import { vonageCallsAtHome } from './vonage-calls.ts';
import { vonageTextsAtHome } from './vonage-sms.ts';

/** All providers of a stack, seen as one, and what they have under way. */
export interface OpenProviders extends LocalProvider {
  readonly pending: () => number;
}

const accountsOf = (
  { smsmode, vonage, spotHit }: ProviderAccounts,
  now: () => string,
  numberIn: NumberIn,
): readonly HomeAccount[] => [
  ...(smsmode === undefined ? [] : [smsmodeAtHome(smsmode.apiKey, now, numberIn)]),
  ...(vonage === undefined ? [] : [vonageTextsAtHome(vonage, now, numberIn), vonageCallsAtHome(vonage, now)]),
  ...(spotHit === undefined ? [] : [spotHitAtHome(spotHit, now)]),
];

/** A picture that is kept here, at whatever host: its hash is the last part of its path, whatever query follows. */
const giveOutside = (path: string, { held }: Pick<LocalProvider, 'held'>, response: ServerResponse): void => {
  const picture = held(/([0-9a-f]{64})(?:\.\w+)?(?:\?.*)?$/.exec(path)?.[1] ?? '');
  response.writeHead(picture === undefined ? 404 : 200, { 'content-type': picture?.type ?? 'text/plain' });
  response.end(picture?.content);
};

/** The id of the secret of the providers, as the environment of the function says it that hands over; empty: nothing says it. */
export const providerSecretId = (
  { functionNamed }: Pick<BootBase['deployment'], 'functionNamed'>,
  { sender, secretIn }: NonNullable<StackOptions['provider']>,
): string => functionNamed(sender)?.environment[secretIn] ?? '';

/** Serves the providers of a stack: without any nothing is taken. */
export const openProviders = (
  { deployment, publicPorts, clock }: BootBase,
  secrets: ReadonlyMap<string, string>,
  { provider: asked, smsReplies }: StackOptions,
): OpenProviders => {
  const { now } = clock;
  const secret = () => (asked && secrets.get(providerSecretId(deployment, asked))) ?? '{}';
  const { provider, listener } = createReferenceServer({ secret, now });
  const urls = new Map([...publicPorts.apis].map(([name, { url }]) => [name, url]));
  const accounts = asked?.accounts?.(secret(), urls) ?? {};
  const home = accountsOf(accounts, now, (text) => smsReplies?.numberIn(text)).map((each) => atHome(each, now));
  const serve: RequestListener = (request, response) => {
    const path = request.url ?? '';
    if (path.startsWith(OUTSIDE)) return giveOutside(path, provider, response);
    (home.find(({ takes }) => takes(path))?.listener ?? listener)(request, response);
  };
  publicPorts.provider?.serve(serve);
  return {
    ...provider,
    taken: () => [...provider.taken(), ...home.flatMap(({ taken }) => taken())],
    report: (id, report) =>
      (home.find(({ taken }) => taken().some((each) => each.id === id)) ?? provider).report(id, report),
    pending: () => home.reduce((sum, { pending }) => sum + pending(), 0),
  };
};
