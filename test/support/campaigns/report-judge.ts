/**
 * Judges the files of a report by what the providers got and what the test itself did to each recipient. It reads no row of ours and
 * shares nothing with the code that wrote them.
 */
export interface TrueRecipient {
  readonly contactId: string;
  /** How often a provider took a message for them. */
  readonly taken: number;
  /** The law kept the message from them: the test made it so. */
  readonly kept: boolean;
  /** The wave that they are in; absent: none is asked for. */
  readonly wave?: string | undefined;
}

export interface Files {
  readonly csv: string;
  readonly json: string;
  readonly html: string;
}

/** Cells of a table as any program reads them. */
const rowsOf = (csv: string): readonly (readonly string[])[] =>
  csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
    );

const countBy = <T>(all: readonly T[], name: (one: T) => string): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const one of all) counts[name(one)] = (counts[name(one)] ?? 0) + 1;
  return counts;
};
const sorted = (counts: Readonly<Record<string, number>>): string =>
  JSON.stringify(Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Numbers of a table of the page, by its caption. */
const numbersUnder = (html: string, caption: RegExp): readonly number[] => {
  const table = html.split('<table').find((each) => caption.test(each)) ?? '';
  return [...table.matchAll(/<td class="number">([\d\s\u202f\u00a0,]+)<\/td>/g)].map(([, text]) =>
    Number(text?.replace(/\D/g, '')),
  );
};

const MAY_HAVE_LEFT = ['sent', 'unknown', 'unknown-final'];

/** What is wrong with a report: nothing, where it is empty. `notSelected`: so many of the audience were not taken up yet. */
export const faultsOfReport = (
  { csv, json, html }: Files,
  truth: readonly TrueRecipient[],
  notSelected = 0,
): readonly string[] => {
  const faults: string[] = [];
  const [heading = [], ...rows] = rowsOf(csv);
  const at = (name: string) => heading.indexOf(name);
  const stateOf = new Map<string, string>();
  for (const row of rows) {
    const [contactId = '', state = ''] = [row[at('contactId')], row[at('state')]];
    if (stateOf.has(contactId)) faults.push('a recipient is in the table twice');
    stateOf.set(contactId, state);
    if (row.some((cell) => /^[=+\-@\t\r]/.test(cell))) faults.push('a cell may be taken for a formula');
    if ((row[at('reason')] ?? '') === '') faults.push(`no reason in words for ${state}`);
  }
  for (const { contactId, taken, kept } of truth) {
    const state = stateOf.get(contactId);
    if (state === undefined) faults.push('a recipient is missing');
    else if (taken > 0 && !MAY_HAVE_LEFT.includes(state)) faults.push(`${state}, and a provider has it`);
    else if (taken === 0 && state === 'sent') faults.push('sent, and no provider has it');
    else if (kept && state !== 'refused') faults.push(`${state}, and the law keeps it`);
    if (taken > 1) faults.push('a provider has it twice');
  }
  if (stateOf.size > truth.length) faults.push('somebody is in the table whom nobody selected');
  const whole = JSON.parse(json);
  const states = countBy([...stateOf.values()], (state) => state);
  if (sorted(whole.sums.totals) !== sorted(states)) faults.push('the totals are not those of the table');
  const listed = countBy(whole.recipients as { state: string }[], ({ state }) => state);
  if (sorted(listed) !== sorted(states)) faults.push('the file for programs is not the table');
  if (whole.sums.audience !== truth.length) faults.push('the audience is not who was selected');
  const headings = numbersUnder(html, /<caption>(?:Chaque destinataire|Every recipient)/);
  const sum = headings.at(-1) ?? 0;
  if (sum !== truth.length + notSelected || headings.slice(0, -1).reduce((a, b) => a + b, 0) !== sum)
    faults.push('the headings of the page do not add up to the audience');
  const funnel = numbersUnder(html, /<caption>(?:Du public|From the audience)/);
  const [selected, , sent] = notSelected === 0 ? funnel : funnel.slice(1);
  if (notSelected > 0 && funnel[0] !== truth.length + notSelected) faults.push('the page has another audience');
  if (selected !== truth.length) faults.push('the page has another audience');
  if (sent !== (states.sent ?? 0)) faults.push('the page has another number of sent');
  const waves = countBy(
    truth.filter(({ wave }) => wave !== undefined),
    ({ wave = '' }) => wave,
  );
  const ofWaves = Object.fromEntries(
    Object.entries(whole.sums.waves as Record<string, Record<string, number>>).map(([wave, totals]) => [
      wave,
      Object.values(totals).reduce((a, b) => a + b, 0),
    ]),
  );
  if (sorted(ofWaves) !== sorted(waves)) faults.push('a wave is not whole');
  const reasons = (whole.reasons as { count: number }[]).reduce((all, { count }) => all + count, 0);
  if (reasons !== truth.length) faults.push('the reasons do not add up to the audience');
  if (/[\w.-]+@[\w-]+\.|\+33/.test(`${csv}${json}${html}`)) faults.push('an address is in it');
  return [...new Set(faults)];
};
