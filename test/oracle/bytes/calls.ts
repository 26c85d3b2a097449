/** What the script of an automated call lacks: VOICE-1, D19; L. 221-16 C. consom. for where the name is said. */

import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { list, object, text } from '../ledger.ts';
import type { Fields, World } from '../world.ts';
import { namesOf, showsWho } from './names.ts';
import { isPaid, type Lack, registered } from './roads.ts';
import type { Needs } from './source.ts';
import { dialled } from './texts.ts';
import { placeOfName, plain, sentencesOf, tellsToOppose } from './words.ts';

type Node = DefaultTreeAdapterMap['node'];

/** The words that are heard: an alias instead of what it stands for, nothing that is silent or only there where a sound is not. */
export const heardIn = (script: string): string => {
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
  return roads.every(isHeard) ? 'none' : 'not-working';
};

/** "Au début de la conversation": among the first words that are spoken. */
const BEGINNING = 25;
const saysWhoFirst = (world: World, heard: string): boolean =>
  namesOf(world).some((name) => (placeOfName(name, heard) ?? BEGINNING) < BEGINNING) && showsWho(world, heard);

/** The codes of an automated call, whatever is asked of it. */
export const callCodes = (world: World, call: Readonly<Record<string, unknown>>, needs: Needs): string[] => {
  const heard = heardIn(text(call.script));
  const hidden = saysWhoFirst(world, heard) ? [] : ['ADVERTISER_HIDDEN'];
  if (needs.kind === 'transactional') return hidden;
  const caller = registered(world, 'calls', 'callerId', text(call.callerId));
  const callers = caller ? [caller] : list(object(world.advertiser.senders)?.calls);
  const lack = lackOfCall(callers, opposingRoads(plain(heard)));
  const isDear = isPaid(heard);
  if (needs.kind === 'relational')
    return [...hidden, ...(isDear || lack !== 'none' ? ['RELATIONAL_REFUSAL_MISSING'] : [])];
  return [
    ...hidden,
    ...(lack === 'missing' ? ['OPPOSITION_MENTION_MISSING'] : []),
    ...(lack === 'not-working' ? ['OPPOSITION_ROAD_NOT_WORKING'] : []),
    ...(isDear ? ['OPPOSITION_NOT_FREE'] : []),
    ...(needs.tellsSource(heard) ? [] : ['SOURCE_MENTION_MISSING']),
  ];
};
