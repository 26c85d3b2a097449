import type { Act, Decision, Fields, Sent, Versioned, World } from '../../oracle/world.ts';
import { rendered } from './bytes/render.ts';
import { type Body, DAY, type Draft, type DraftAct, iso } from './draft.ts';

const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
const latestIn = (body: Body): number =>
  Math.max(0, ...(JSON.stringify(body).match(INSTANT) ?? []).map((instant) => Date.parse(instant)));

/** What is declared of an address is told as early as anything of it, but not before it happened. */
const declarations = ({ at, declared, acts, grewUp }: Draft): readonly DraftAct[] => {
  const first = declared.flatMap((body, address) => {
    if (Object.keys(body).length === 0) return [];
    const times = acts.filter((act) => act.address === address).map(({ recordedAt }) => recordedAt);
    const recordedAt = Math.min(at, Math.max(latestIn(body), Math.min(at - DAY, ...times)));
    return [{ kind: 'contact' as const, address, recordedAt, body }];
  });
  if (!grewUp) return first;
  const [child, adult] = [{ ageBand: 'under-15' }, { ageBand: 'adult' }];
  const asChild = first.map((act) => (act.address === 0 ? { ...act, body: { ...act.body, ...child } } : act));
  return [...asChild, { kind: 'contact', address: 0, recordedAt: at, body: { ...adult, ...declared[0] } }];
};

/** In the order in which they were recorded; what undoes an act that is not there is not there either. */
const inOrder = (acts: readonly DraftAct[]): readonly Act[] => {
  const there = acts.filter(({ of }) => of === undefined || acts.includes(of));
  const sorted = there.toSorted((a, b) => a.recordedAt - b.recordedAt);
  return sorted.map(({ of, recordedAt, ...act }) => ({
    ...act,
    recordedAt: iso(recordedAt),
    ...(of === undefined ? {} : { ofAct: sorted.indexOf(of) }),
  }));
};

const messageOf = (draft: Draft): Pick<World, 'message' | 'links'> => {
  const bytes = rendered(draft);
  if (bytes === undefined) return { message: draft.message };
  return { message: { ...draft.message, bytes }, ...(draft.links.length === 0 ? {} : { links: draft.links }) };
};

/** The world as plain data, with its acts in the order in which they were recorded. */
export const finish = (draft: Draft): World => ({
  advertiser: draft.settings as Fields,
  forms: draft.forms satisfies readonly Versioned[],
  templates: draft.templates satisfies readonly Versioned[],
  addresses: draft.addresses,
  acts: inOrder([...declarations(draft), ...draft.acts]),
  decisions: draft.decisions.map((each): Decision => ({ ...each, decidedAt: iso(each.decidedAt) })),
  sent: draft.sent.toSorted((a, b) => a.at - b.at).map((each): Sent => ({ ...each, at: iso(each.at) })),
  ...messageOf(draft),
  ...(draft.allowedAt === undefined ? {} : { allowedAt: iso(draft.allowedAt) }),
  at: iso(draft.at),
});
