import { findStyleFault } from '#shared/channels/email/styles/find-style-fault.ts';
import type { Judge } from '#tools/mails/judge/judge.ts';
import { MODES } from '#tools/mails/judge/modes.ts';
import { LEADS_TO, type Sent, sendInProcess } from '../sender.ts';
import { type Chooser, chooserOf } from '../sheets/random.ts';
import type { Property } from './properties.ts';

const LAST = 'body>:last-child';
/** The page, its body, the whole block and each of its elements. */
const TARGETS: Readonly<Record<string, string>> = {
  page: 'html',
  body: 'body',
  block: `${LAST},${LAST} *`,
  table: LAST,
  row: `${LAST} tr`,
  cell: `${LAST} td`,
  text: `${LAST} td>font`,
  link: `${LAST} a`,
  words: `${LAST} a font`,
};

/** One declaration, of an author's rule for one target. */
export interface Hostile {
  readonly target: string;
  readonly property: string;
  readonly value: string;
  readonly isImportant: boolean;
}

export const written = ({ target, property, value, isImportant }: Hostile): string =>
  `${TARGETS[target]}{${property}:${value}${isImportant ? '!important' : ''}}`;

/** A letter with this style sheet; a block of ours goes to its end. */
const letter = (declarations: readonly Hostile[]): string =>
  `<!doctype html><html lang="fr"><head><style>${declarations.map(written).join('\n')}
@keyframes away{to{opacity:0;color:transparent}}</style></head><body><p>Bonjour,</p><p>Le vin nouveau est là.</p></body></html>`;

/** Phones show less than others of what is wide or moved, and Outlook reads what is `!important` of an author's sheet. */
const LOOKED_AT = MODES.filter(({ width, colours }) => width === 375 && colours === 'light');

/** What takes a letter: the sender, or in its place what protects nothing. */
interface Sending {
  readonly refuses: (html: string) => boolean;
  readonly send: (html: string) => Sent;
}
const OURS: Sending = { refuses: (html) => findStyleFault(html) !== undefined, send: (html) => sendInProcess(html) };

const REFUSED = Symbol('refused');
/** Why the way to stop of a letter that is sent is not seen; empty where it is; `REFUSED`: none is sent. */
const blindnessOf = async (
  judge: Judge,
  { send }: Sending,
  declarations: readonly Hostile[],
): Promise<readonly string[] | typeof REFUSED> => {
  const sent = send(letter(declarations));
  if ('refused' in sent) return REFUSED;
  const { looks } = await judge.judge(sent.html, LEADS_TO, LOOKED_AT);
  return looks.filter(({ seen }) => !seen).map(({ mode, why }) => `${mode}: ${why.join('; ')}`);
};

/** Declarations that blind a letter which is sent, as few as were found to do so together. */
interface Blinding {
  readonly declarations: readonly Hostile[];
  readonly why: readonly string[];
}

/** Tries declarations together; where that is refused, or blind, in two halves, down to what cannot be halved. */
const tryTogether = async (
  judge: Judge,
  sending: Sending,
  declarations: readonly Hostile[],
): Promise<readonly Blinding[]> => {
  const why = await blindnessOf(judge, sending, declarations);
  if (why !== REFUSED && why.length === 0) return [];
  const middle = Math.floor(declarations.length / 2);
  const halves = [declarations.slice(0, middle), declarations.slice(middle)].filter(({ length }) => length > 0);
  if (halves.length < 2) return why === REFUSED ? [] : [{ declarations, why }];
  const found = [];
  for (const half of halves) found.push(...(await tryTogether(judge, sending, half)));
  return found.length > 0 || why === REFUSED ? found : [{ declarations, why }];
};

const shuffled = <T>(all: readonly T[], chooser: Chooser): readonly T[] => {
  const list = [...all];
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = chooser.below(at + 1);
    [list[at], list[other]] = [list[other] as T, list[at] as T];
  }
  return list;
};

/** What is tried together: each property once, and `all`, which would take the others back, alone. */
const inGroups = (all: readonly Hostile[], most: number): readonly (readonly Hostile[])[] => {
  const groups: Map<string, Hostile>[] = [];
  for (const each of all) {
    const isAlone = each.property === 'all';
    const group = isAlone ? undefined : groups.find((some) => some.size < most && !some.has(each.property));
    if (group === undefined)
      groups.push(new Map([[each.property, each], ...(isAlone ? [['alone', each] as const] : [])]));
    else group.set(each.property, each);
  }
  return groups.map((group) => [...new Set(group.values())]);
};

/** What a search found. */
export interface Searched {
  readonly properties: number;
  readonly declarations: number;
  /** Declarations that the sender refuses. */
  readonly refused: number;
  /** Properties of which it refuses at least one value. */
  readonly refusedProperties: ReadonlySet<string>;
  /** None, if each property that can blind the block is guarded or refused. */
  readonly blinding: readonly Blinding[];
}

/** Every declaration of these properties for every target, plain and `!important`. */
const hostileOf = (properties: readonly Property[]): readonly Hostile[] =>
  properties.flatMap(({ name: property, values }) =>
    values.flatMap((value) =>
      Object.keys(TARGETS).flatMap((target) =>
        [false, true].map((isImportant) => ({ target, property, value, isImportant })),
      ),
    ),
  );

const TOGETHER = 25;

/**
 * Sets hostile values on the elements of the block, on the page and its body, and lets the browser say of each that is not refused
 * whether the way to stop is still seen. `share` of all declarations is tried, as `seed` chooses; `judges` work side by side.
 */
export const searchProperties = async (
  judges: readonly Judge[],
  properties: readonly Property[],
  { seed, share, sending = OURS }: { readonly seed: number; readonly share: number; readonly sending?: Sending },
): Promise<Searched> => {
  const chooser = chooserOf(seed);
  const all = hostileOf(properties).filter(() => share >= 1 || chooser.chance(share));
  const refused = new Set(all.filter((each) => sending.refuses(letter([each]))));
  const sent = shuffled(
    all.filter((each) => !refused.has(each)),
    chooser,
  );
  const left = Object.keys(TARGETS).flatMap((target) =>
    inGroups(
      sent.filter((each) => each.target === target),
      TOGETHER,
    ),
  );
  const blinding: Blinding[] = [];
  const work = async (judge: Judge): Promise<void> => {
    for (let group = left.pop(); group !== undefined; group = left.pop())
      blinding.push(...(await tryTogether(judge, sending, group)));
  };
  await Promise.all(judges.map(work));
  return {
    properties: new Set(all.map(({ property }) => property)).size,
    declarations: all.length,
    refused: refused.size,
    refusedProperties: new Set([...refused].map(({ property }) => property)),
    blinding,
  };
};
