import type { Operation } from '#test/fuzz/document.ts';
import { ask } from '#test/fuzz/gateway.ts';
import { ADVERTISER, type Caller, callOf, NEIGHBOUR, SCOPES, type World } from '#test/fuzz/world.ts';
import { callAbout, KEYED, type Names, namesOf, nobodysLike, theirsIn } from './asked.ts';
import { differenceFaults, type Finding, outcomeOf, refusalFaults } from './judge.ts';

/** Answers with which a wall may refuse. */
const REFUSED = [403, 404];
/** And those by which a name is no name at all. */
const NO_NAME = [...REFUSED, 400, 422];

/** Names that look like ours or like a word of ours. */
export const LOOK_ALIKES = [
  ...['every-advertiser', 'root', '*', 'all', 'null', 'undefined', '[]', '__proto__', 'constructor', ''],
  ...[`["${ADVERTISER}"]`, `${ADVERTISER},${NEIGHBOUR}`, `${ADVERTISER} ${NEIGHBOUR}`, `${NEIGHBOUR}#${ADVERTISER}`],
  ...[
    ADVERTISER.toUpperCase(),
    `${ADVERTISER} `,
    ` ${ADVERTISER}`,
    `${ADVERTISER}2`,
    ADVERTISER.slice(0, -1),
    'maison',
  ],
  // A Cyrillic letter, a full-width one, a hyphen that breaks no line, one that is invisible, a zero.
  ...['mаison-valmy', 'ｍaison-valmy', 'maison‑valmy', 'maison\u200b-valmy', 'maison-valmy\u0000'],
  ...['%6daison-valmy', 'maison%2Dvalmy', `../${ADVERTISER}`, `${NEIGHBOUR}/../${ADVERTISER}`, `${ADVERTISER}/.`],
];

const keyFor = async (
  name: string,
  scopes: readonly string[],
  advertisers: readonly string[],
): Promise<Caller | undefined> => {
  const { status, text } = await ask(callOf('createApiKey', { body: { name, scopes, advertisers } }));
  if (status !== 201) return undefined;
  const token = `Bearer ${JSON.parse(text).key}`;
  // Its first use is noted in its item, by the authorizer: that is no write of a call that is tried.
  await ask(callOf('listApiKeys', { token }));
  return { name, token, scopes, bound: advertisers };
};

const isAbout = (operation: Operation, names: readonly string[]) =>
  namesOf(operation).some((name) => names.includes(name));

/** Another's and nobody's, asked for alike: each is refused, and both in the same words. */
const tryBoth = async (
  world: World,
  { operation, caller }: { readonly operation: Operation; readonly caller: Caller },
  theirs: Names,
  nobodys: Names,
): Promise<readonly Finding[]> => {
  const ask = async (names: Names) => ({
    outcome: await outcomeOf(world, callAbout(operation, names, caller.token)),
    asked: Object.values(names).filter((name) => name.length > 3),
  });
  const [one, other] = [await ask(theirs), await ask(nobodys)];
  const tried = `${operation.operationId} by ${caller.name} at ${theirs.advertiserId ?? 'its own'}`;
  return [...refusalFaults(operation.operationId, one.outcome, REFUSED), ...differenceFaults(one, other)].map(
    (says) => ({
      tried,
      says,
    }),
  );
};

/** Ids that the call says and that are of one advertiser alone: forms and templates have names, which anybody may give. */
const OWN_IDS = ['contactId', 'consentId', 'recordId', 'messageId', 'reviewId', 'apiKeyId'];

/** What a caller who is bound elsewhere asks of everything that belongs to the advertiser of the world. */
export const tryForeign = async (
  world: World,
  caller: Caller,
  own: string | undefined,
): Promise<readonly Finding[]> => {
  const theirs = theirsIn(world);
  const nobodys = nobodysLike(theirs);
  const found: Finding[] = [];
  for (const operation of KEYED.filter(({ scope }) => caller.scopes.includes(scope ?? ''))) {
    const who = { operation, caller };
    if (isAbout(operation, ['advertiserId', 'advertisers']))
      found.push(...(await tryBoth(world, who, theirs, nobodys)));
    if (own === undefined || !isAbout(operation, OWN_IDS)) continue;
    found.push(...(await tryBoth(world, who, { ...theirs, advertiserId: own }, { ...nobodys, advertiserId: own })));
  }
  return found;
};

/** A name that is not quite ours opens nothing, to whoever has a key. */
export const tryLookAlikes = async (world: World, caller: Caller): Promise<readonly Finding[]> => {
  const found: Finding[] = [];
  for (const operation of KEYED.filter((each) => isAbout(each, ['advertiserId', 'advertisers'])))
    for (const advertiserId of LOOK_ALIKES) {
      const names = { ...theirsIn(world), advertiserId };
      const outcome = await outcomeOf(world, callAbout(operation, names, caller.token));
      const tried = `${operation.operationId} by ${caller.name} at ${JSON.stringify(advertiserId)}`;
      found.push(...refusalFaults(operation.operationId, outcome, NO_NAME).map((says) => ({ tried, says })));
    }
  return found;
};

/** Keys bound to advertisers whose names look like ours: they reach no more than any stranger. */
export const tryBoundToLookAlikes = async (world: World): Promise<readonly Finding[]> => {
  const found: Finding[] = [];
  for (const [index, name] of LOOK_ALIKES.entries()) {
    const caller = await keyFor(`like-${index}`, SCOPES, [name]);
    if (caller !== undefined) found.push(...(await tryForeign(world, { ...caller, name: `bound to ${name}` }, name)));
  }
  return found;
};

/** Without its scope an operation is refused; and the order in which a key has its scopes says nothing. */
export const tryScopes = async (world: World): Promise<readonly Finding[]> => {
  const found: Finding[] = [];
  const names = theirsIn(world);
  const ordered = await keyFor('ordered', SCOPES, [ADVERTISER]);
  const reversed = await keyFor('reversed', [...SCOPES].reverse(), [ADVERTISER]);
  for (const scope of new Set(KEYED.map((operation) => operation.scope ?? ''))) {
    const others = SCOPES.filter((each) => each !== scope && each !== scope.replace(/:read$/, ':write'));
    const without = await keyFor(`without ${scope}`, others.reverse(), [ADVERTISER]);
    for (const operation of KEYED.filter((each) => each.scope === scope)) {
      const outcome = await outcomeOf(world, callAbout(operation, names, without?.token ?? ''));
      const tried = `${operation.operationId} without ${scope}`;
      found.push(...refusalFaults(operation.operationId, outcome, [403]).map((says) => ({ tried, says })));
      const [one, other] = [
        await outcomeOf(world, callAbout(operation, names, ordered?.token ?? '')),
        await outcomeOf(world, callAbout(operation, names, reversed?.token ?? '')),
      ];
      if (one.status !== other.status)
        found.push({
          tried: operation.operationId,
          says: `answers ${one.status}, and ${other.status} to scopes in another order`,
        });
    }
  }
  return found;
};
