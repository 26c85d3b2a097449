import { type Html, html } from '../html.ts';
import type { Language } from '../layout.ts';
import { timeOf } from '../time.ts';

const NUMBER = { fr: new Intl.NumberFormat('fr-FR'), en: new Intl.NumberFormat('en-GB') };

/** A number as people of this language read it. */
export const shown = (language: Language, number: number): string => NUMBER[language].format(number);
/** How far the clock of Paris is from UTC, as people of this language write it. */
const OFFSET = {
  fr: new Intl.DateTimeFormat('fr-FR', { timeZoneName: 'shortOffset', timeZone: 'Europe/Paris' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZoneName: 'shortOffset', timeZone: 'Europe/Paris' }),
};
const offsetOf = (language: Language, at: string): string =>
  OFFSET[language].formatToParts(new Date(at)).find(({ type }) => type === 'timeZoneName')?.value ?? '';

/** The same of instants of one list: an hour that the clock shows twice, since it was put back, with how far it is from UTC. */
export const timesIn = (language: Language, instants: readonly string[]): readonly string[] => {
  const times = instants.map((at) => timeOf(language, at));
  return times.map((time, index) => {
    const at = instants[index] ?? '';
    return times.filter((each) => each === time).length > 1 ? `${time} (${offsetOf(language, at)})` : time;
  });
};

/** A table: the first column names each row, the others are numbers. */
interface TableOf {
  readonly caption: string;
  readonly columns: readonly [string, ...string[]];
  readonly rows: readonly (readonly [string, ...string[]])[];
  readonly foot?: readonly [string, ...string[]];
}

const rowOf = ([head, ...numbers]: readonly [string, ...string[]]): Html =>
  html`<tr><th scope="row">${head}</th>${numbers.map((number) => html`<td class="number">${number}</td>`)}</tr>`;

/** A table with its caption; `foot`: its sums. */
export const table = ({ caption, columns: [first, ...others], rows, foot }: TableOf): Html =>
  html`<table><caption>${caption}</caption><thead><tr><th scope="col">${first}</th>${others.map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead><tbody>${rows.map(rowOf)}</tbody>${foot === undefined ? undefined : html`<tfoot>${rowOf(foot)}</tfoot>`}</table>`;
