import { isFreeOfSurcharge } from '#shared/domain/message/surcharge.ts';
import type { BytesFacts } from '#shared/domain/message/vet.ts';
import { foreignRoads, type Road, type RoadKnowledge, roadsInHtml, roadsInText } from '../content/foreign-roads.ts';
import { fold, segmentsOf } from '../sms/render-sms.ts';
import { textOf, viewHtml } from './html/browser-view.ts';

/** The bytes of an e-mail made elsewhere. */
export interface ForeignEmail {
  readonly from: { readonly address: string; readonly name?: string | undefined };
  readonly subject: string;
  readonly html?: string | undefined;
  readonly text?: string | undefined;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

/** What the bytes are compared with: the advertiser's settings, the basis, and the roads that are ours. */
export interface ForeignRoute extends RoadKnowledge {
  /** Every name under which the advertiser may be recognised. */
  readonly names: readonly string[];
  readonly noticeUrl: string;
  /** Who the coordinates came from, where not from the person. */
  readonly sources: readonly string[];
  readonly maxSegments: number;
}

/** Words by which a reader is told that it is advertising. */
const ADVERTISING =
  /publicit|promotion|commercia|newsletter|lettre d.information|annonce|advertis|marketing|\boffres?\b/;
/** Words by which a reader is told why. Whether they are true, the bytes alone do not say (D12). */
const WHY =
  /vous (?:le |la |l.|nous )?recevez|recevez ce|parce que vous|car vous (?:avez|etes)|you (?:are )?receiv|because you/;

interface Part {
  readonly words: string;
  readonly roads: readonly Road[];
  readonly links: readonly string[];
}

const partOfHtml = (html: string, route: ForeignRoute): Part => {
  const { seen } = viewHtml(html);
  const links = seen.flatMap(({ href, text }) => (href !== undefined && text.trim() !== '' ? [href] : []));
  return { words: fold(textOf(seen)), roads: roadsInHtml(seen, route), links };
};
const partOfText = (text: string, route: ForeignRoute): Part => ({
  words: fold(text),
  roads: roadsInText(text, route),
  links: text.match(/https?:\/\/[^\s<>"')]+/g) ?? [],
});

const saysAny = (words: string, names: readonly string[]): boolean =>
  names.some((name) => name.trim() !== '' && words.includes(fold(name)));

const headerRoads = ({ headers }: ForeignEmail, route: ForeignRoute): readonly Road[] =>
  headers
    .filter(({ name }) => name.toLowerCase() === 'list-unsubscribe')
    .flatMap(({ value }) => roadsInText(`stop ${value.replaceAll(/[<>,]/g, ' ')}`, route));

/**
 * What the reader of an e-mail made elsewhere is told (P3), part by part: what one part lacks, the mail lacks. Its own
 * words are read, not ours: a road of opposition counts where words of stopping carry it, and works where it is ours; one
 * that is not, in a part or in a List-Unsubscribe header, is named for a human to decide.
 */
export const readForeignEmail = (mail: ForeignEmail, route: ForeignRoute): BytesFacts => {
  const parts = [
    ...(mail.html === undefined ? [] : [partOfHtml(mail.html, route)]),
    ...(mail.text === undefined ? [] : [partOfText(mail.text, route)]),
  ];
  const all = (says: (part: Part) => boolean) => parts.length > 0 && parts.every(says);
  const announced = [...parts.map(({ roads }) => roads), headerRoads(mail, route)].filter(({ length }) => length > 0);
  const isNamedInFrom = mail.from.name === undefined || saysAny(fold(mail.from.name), route.names);
  return {
    namesAdvertiser: isNamedInFrom && all(({ words }) => saysAny(words, route.names)),
    isRecognisableAsAdvertising: all(({ words }) => ADVERTISING.test(words)),
    carriesOppositionMeans: all(({ roads }) => roads.length > 0),
    oppositionMeansWork: announced.every((roads) => roads.some(({ isOurs }) => isOurs)),
    foreignRoad: foreignRoads(announced)[0],
    oppositionIsFree: true,
    carriesProcessingNotice: all(({ links }) => links.includes(route.noticeUrl)),
    saysWhy: all(({ words }) => WHY.test(words)),
    namesSource: route.sources.length > 0 && all(({ words }) => saysAny(words, route.sources)),
    subject: mail.subject,
  };
};

const STOP_TO = /(?:^|[^\p{L}\p{N}])STOP(?:\s+SMS)?\s*(?:au|to|=>|:)?\s*(\+?\d{5,15})(?!\d)/iu;

/** The roads of an SMS: STOP and a code; a link alone only by the advertiser's recorded setting (D19). */
const roadsOfSms = (text: string, route: ForeignRoute): readonly Road[] => {
  const code = STOP_TO.exec(text)?.[1];
  if (code !== undefined) return [{ place: code, isOurs: code === route.replyCode }];
  return route.linkAloneSuffices ? roadsInText(text, route) : [];
};

/** What the reader of a text made elsewhere is told (P3): of an SMS, or of the text part of an MMS. */
export const readForeignText = (text: string, route: ForeignRoute): BytesFacts => {
  const roads = roadsOfSms(text, route);
  const works = roads.some(({ isOurs }) => isOurs);
  return {
    namesAdvertiser: saysAny(fold(text), route.names),
    isRecognisableAsAdvertising: roads.length > 0,
    carriesOppositionMeans: roads.length > 0,
    oppositionMeansWork: roads.length === 0 || works,
    foreignRoad: foreignRoads([roads])[0],
    oppositionIsFree: roads.every(({ place }) => !/^\+?\d+$/.test(place) || isFreeOfSurcharge(place)),
    carriesProcessingNotice: route.noticeUrl !== '',
    saysWhy: true,
    namesSource: route.sources.length > 0 && saysAny(fold(text), route.sources),
  };
};

/** The same of an SMS, whose segments are counted. */
export const readForeignSms = (text: string, route: ForeignRoute): BytesFacts => ({
  ...readForeignText(text, route),
  segments: segmentsOf(text).segments,
  maxSegments: route.maxSegments,
});
