import type { Answer, Client } from '#tools/api-client.ts';
import { verdictsOn } from '../ask.ts';
import { question, recordingCalls } from '../requests.ts';
import type { Fields, World } from '../world.ts';
import { type FalseStatement, liesAbout } from './lies.ts';
import { inMergeValues } from './merge-values.ts';
import { type Twin, twinsOf } from './twins.ts';

const NO_GAIN = 'Nothing was gained: told as what it is, it is allowed as well.';

const FACTS = ['contact', 'sale', 'consent', 'activity'];

/** A key of its own, bound to this advertiser, with these scopes and no more. */
const callerWith = async (root: Client, world: World, scopes: readonly string[]): Promise<Client> => {
  const { advertiserId } = world.identity;
  const body = { name: `forged: ${scopes.join(' ')}`, scopes, advertisers: [advertiserId] };
  const answer = await root.call('POST', '/v1/api-keys', body, `forged-${advertiserId}-${scopes.join('-')}`);
  if (typeof answer.body.key !== 'string') throw new Error(`POST /v1/api-keys answered ${answer.status} without a key`);
  return root.as(answer.body.key);
};

const inMessages = async (caller: Client, world: World): Promise<readonly FalseStatement[]> => {
  const lies = liesAbout(world);
  const { advertiserId } = world.identity;
  const given = await verdictsOn(
    caller,
    advertiserId,
    lies.map(({ message }) => message),
  );
  const truths = await verdictsOn(
    caller,
    advertiserId,
    lies.map(({ message, truth = message }) => truth),
  );
  return lies.map(({ field, lie, ifUncaught, truth }, index) => {
    const { outcome = 'error', codes = [] } = given[index] ?? {};
    const told = truths[index];
    const isCaught = outcome !== 'allow';
    const isNoGain = truth !== undefined && told?.outcome === 'allow';
    const wouldBe = truth === undefined ? '' : ` Told as it is: ${told?.outcome} ${told?.codes.join(' ')}.`;
    const uncaught = isNoGain ? NO_GAIN : `${ifUncaught}${wouldBe}`;
    return { field, lie, given: outcome, isCaught, by: isCaught ? codes.join(' ') : uncaught };
  });
};

const byScope = (field: string, lie: string, { status, body }: Answer): FalseStatement => ({
  field,
  lie,
  given: String(status),
  isCaught: status >= 400,
  by: status >= 400 ? String(body.code ?? status) : 'Nothing did.',
});

const beyondItsKey = async (caller: Client, world: World): Promise<readonly FalseStatement[]> => {
  const { stranger, advertiserId } = world.identity;
  const elsewhere = { advertiserId: 'another-house', messages: [question(world)] };
  const consent: Fields = {
    advertiserId,
    contact: stranger,
    channels: [world.facts.channel],
    givenAt: '2026-01-05T09:00:00Z',
  };
  return [
    byScope('advertiserId', 'it speaks for another advertiser', await caller.call('POST', '/v1/verdicts', elsewhere)),
    byScope(
      'recorded facts',
      'it records a consent itself',
      await caller.call('POST', '/v1/consents', consent, `forged-${advertiserId}`),
    ),
  ];
};

/** Whoever may record facts can invent them: told to the end, for nothing can catch it but a human with the file. */
const inventedFacts = async (recorder: Client, world: World): Promise<readonly FalseStatement[]> => {
  if (world.template !== undefined) return [];
  const invented = { ...world, identity: { ...world.identity, contact: world.identity.stranger } };
  for (const { method, kind, path, body } of recordingCalls(invented)) {
    if (FACTS.includes(kind))
      await recorder.call(
        method,
        path,
        body,
        method === 'POST' ? `invented-${kind}-${world.identity.advertiserId}` : undefined,
      );
  }
  const message = { ...question(world), contact: world.identity.stranger };
  const [given] = await verdictsOn(recorder, world.identity.advertiserId, [message]);
  const isCaught = given?.outcome !== 'allow';
  return [
    {
      field: 'recorded facts',
      lie: 'a key that may record facts invents them for a stranger',
      given: given?.outcome ?? 'error',
      isCaught,
      by: isCaught
        ? (given?.codes.join(' ') ?? '')
        : 'Nothing can: stored as declared, under the id of that key, in a chain that keeps it; only a human who asks for the proof file finds out.',
    },
  ];
};

/** What a caller tried on an allowed message, and the lawful messages that look like what it tried. */
export interface Forged {
  readonly lies: readonly FalseStatement[];
  readonly twins: readonly Twin[];
}

/**
 * One forged caller for an allowed message: a key of its own, and a lie in every field that it controls. What is caught
 * is said with its codes, what cannot be is said too.
 */
export const forgedCaller = async (root: Client, world: World): Promise<Forged> => {
  const caller = await callerWith(root, world, ['verdicts:read']);
  const recorder = await callerWith(root, world, ['consents:write', 'verdicts:read']);
  const sender = await callerWith(root, world, ['messages:send', 'messages:read', 'messages:transactional']);
  const values = await inMergeValues(sender, world);
  return {
    lies: [
      ...(await inMessages(caller, world)),
      ...(await beyondItsKey(caller, world)),
      ...(await inventedFacts(recorder, world)),
      ...values.lies,
    ],
    twins: [...(await twinsOf(caller, world)), ...values.twins],
  };
};
