/** What the script of an automated call lacks: VOICE-1, D19; L. 221-16 C. consom. for where the name is said, and that something is sold. */

import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import type { Reason } from '../codes.ts';
import { list, object, text } from '../ledger.ts';
import type { Fields, World } from '../world.ts';
import { namesOf, showsWho } from './names.ts';
import { isPaid, joinLacks, type Lack, reasonsOfLacks, refuse, registered } from './roads.ts';
import type { Needs } from './source.ts';
import { dialled } from './texts.ts';
import { plain, sentencesOf, tellsItSells, tellsToOppose } from './words.ts';

type Node = DefaultTreeAdapterMap['node'];

/** The words that are heard: an alias instead of what it stands for, nothing that is silent or only there where a sound is not. */
const heardIn = (script: string): string => {
  if (!/<[a-z!/]/i.test(script)) return script;
  const listen = (node: Node): string => {
    if (node.nodeName === '#text' && 'value' in node) return node.value;
    if (!('childNodes' in node)) return '';
    const inside = (): string => node.childNodes.map(listen).join('');
    if (!('tagName' in node)) return inside();
    const said = (name: string): string | undefined => node.attrs.find((each) => each.name === name)?.value;
    if (['audio', 'desc', 'metadata', 'lexicon', 'script', 'style'].includes(node.tagName)) return '';
    if (node.tagName === 'prosody' && said('volume') === 'silent') return '';
    if (node.tagName === 'sub') return said('alias') ?? inside();
    if (node.tagName === 'break') return `, ${inside()}`;
    return ['p', 's'].includes(node.tagName) ? `\n${inside()}\n` : inside();
  };
  return listen(parseFragment(script.replace(/<([a-z][\w:-]*)([^<>]*)\/>/gi, '<$1$2></$1>')));
};

const KEY =
  /\b(?:appuy\w*|tap(?:ez|er|ant)|press(?:ez|ing)?|compos\w*|saisi\w*|faites|hit|dial|enter|touche|key)\b[^\d.*#]{0,40}([\d*#](?![\s.-]?\d)|etoile|diese|star|hash|pound)/g;
const NUMBER =
  /\b(?:r?appel\w*|compos\w*|telephon\w*|joign\w*|call\w*|dial|ring|numero|number)\b[^\d+]{0,40}(\+?\d(?:[\s.-]?\d){3,})/g;
const SPOKEN = /\b(?:dites|dire|repondez|say|answer)\b[^.]{0,15}\b(?:stop|non|no|oppos\w*)\b/;

interface Road {
  readonly key?: string;
  readonly number?: string;
}
const roadsOf = (clause: string): Road[] => [
  ...[...clause.matchAll(KEY)].map((found) => ({ key: found[1] ?? '' })),
  ...[...clause.matchAll(NUMBER)].map((found) => ({ number: dialled(found[1] ?? '') })),
  ...(SPOKEN.test(clause) ? [{}] : []),
];
const isAim = (clause: string): boolean => /^\s*(?:et |ou |and |or )?(?:pour|si|afin|to|if)\b/.test(clause);

/** The roads by which the script says that further calls can be refused: in the clause that says so, or beside it. */
const opposingRoads = (script: string): Road[] =>
  sentencesOf(script).flatMap((sentence) => {
    const clauses = sentence.split(/[,?]/);
    return clauses.flatMap((clause, place) => {
      const aims = clauses.slice(0, place + 1).filter((each) => isAim(each) || tellsToOppose(each) !== undefined);
      const next = clauses[place + 1] ?? '';
      const isMeant =
        tellsToOppose(clause) !== undefined ||
        (aims.length > 0
          ? tellsToOppose(aims.at(-1) ?? '') !== undefined
          : isAim(next) && tellsToOppose(next) !== undefined);
      return isMeant ? roadsOf(clause) : [];
    });
  });

/** D19: a key only where keys are heard, a number only where oppositions are received; what is spoken is heard by no route. */
const lackOfCall = (callers: readonly Fields[], roads: readonly Road[]): Lack => {
  if (roads.length === 0) return 'missing';
  const numbers = callers.map((caller) => text(caller.oppositionNumber)).filter((number) => number !== '');
  const isHeard = ({ key, number }: Road): boolean =>
    key !== undefined
      ? callers.some((caller) => caller.acceptsKeyPress === true)
      : number !== undefined && numbers.map(dialled).includes(number);
  const lost = roads.filter((road) => !isHeard(road)).map(({ number }) => number);
  return joinLacks(lost.map((number) => (number === undefined ? 'not-working' : [number])));
};

/** The first and the last words, some twenty seconds each: whoever hangs up early, or answers late, hears who calls and how to stop it. */
const EDGE = 50;
const edgesOf = (heard: string): string[] => {
  const found = [...heard.matchAll(/\S+/g)];
  const end = found[EDGE]?.index ?? heard.length,
    start = found.length > EDGE ? (found.at(-EDGE)?.index ?? 0) : 0;
  return [withoutHalf(heard.slice(0, end), heard.slice(end)), withoutRest(heard.slice(0, start), heard.slice(start))];
};
/** Of a number in groups that goes on beyond the edge, the half on this side is none. */
const BEGUN = /(?:^|\s)\+?\d[\d\s.-]*$/,
  GOES_ON = /^\d[\d\s.-]*/;
const withoutHalf = (words: string, next: string): string =>
  BEGUN.test(words) && GOES_ON.test(next) ? words.replace(BEGUN, ' ') : words;
const withoutRest = (before: string, words: string): string =>
  BEGUN.test(before) && GOES_ON.test(words) ? words.replace(GOES_ON, '') : words;

/** L. 221-16 al. 1: "au début de la conversation […] la nature commerciale de celui-ci", of a consumer. */
const hidesThatItSells = (world: World, heard: string, { ofConsumer }: Needs): boolean =>
  ofConsumer && !tellsItSells(edgesOf(heard)[0] ?? '', namesOf(world));

/** The codes of an automated call, whatever is asked of it. */
export const callCodes = (world: World, call: Readonly<Record<string, unknown>>, needs: Needs): Reason[] => {
  const heard = heardIn(text(call.script));
  const hidden = edgesOf(heard).every((edge) => showsWho(world, edge)) ? [] : [refuse('ADVERTISER_HIDDEN')];
  if (needs.kind === 'transactional') return hidden;
  const caller = registered(world, 'calls', 'callerId', text(call.callerId));
  const callers = caller ? [caller] : list(object(world.advertiser.senders)?.calls);
  const lack = joinLacks(edgesOf(heard).map((edge) => lackOfCall(callers, opposingRoads(plain(edge)))));
  const isDear = isPaid(heard);
  if (needs.kind === 'relational')
    return [...hidden, ...(isDear || lack !== 'none' ? [refuse('RELATIONAL_REFUSAL_MISSING')] : [])];
  return [
    ...hidden,
    ...reasonsOfLacks([lack], needs.decided),
    ...(isDear ? [refuse('OPPOSITION_NOT_FREE')] : []),
    ...(needs.tellsSource(heard) ? [] : [refuse('SOURCE_MENTION_MISSING')]),
    ...(hidesThatItSells(world, heard, needs) ? [refuse('AD_NOT_RECOGNISABLE')] : []),
  ];
};
