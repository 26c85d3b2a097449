import type { FooterColours } from '#shared/domain/advertiser/footer-colours.ts';
import type { Judge } from '#tools/mails/judge/judge.ts';
import { MODES } from '#tools/mails/judge/modes.ts';
import { LEADS_TO, type Sent, sendInProcess } from '../sender.ts';
import { sheetOf } from './generate.ts';
import { pageOf, unprotected, withSheet } from './page.ts';

/** One style sheet, tried. */
interface Tried {
  readonly seed: number;
  readonly mode: string;
  readonly html: string;
  /** True when a block without protection is not seen in this mode. */
  readonly isBlinding: boolean;
  /** Why the mail is refused; empty when it is sent. */
  readonly refused: readonly string[];
  /** Why the browser does not see the way to stop of a mail that is sent; empty when it does. */
  readonly blind: readonly string[];
  /** True when a mail is refused whose block would be seen in every mode, with dark ink and with light. */
  readonly isFalseRefusal: boolean;
}

/** A mail is refused before anybody knows which colours its advertiser will have: the usual pair, and light ink on dark. */
const PAIRS: readonly (FooterColours | undefined)[] = [undefined, { background: '#102030', ink: '#ffffff' }];

/** The HTML that would leave if nothing were refused: the mail as it leaves without its style sheet, and that put back. */
const wouldLeave = (page: string, sheet: string, colours: FooterColours | undefined): string => {
  const sent: Sent = sendInProcess(page, { colours });
  if ('refused' in sent) throw new Error('a page is refused without any style sheet');
  return withSheet(sent.html, sheet);
};

/** Most sheets that hide anything hide it in these ways: they are asked first. */
const IN_ORDER = MODES.toSorted((one, other) => one.width - other.width || Number(other.program === 'outlook') - 1);

/** Whether the way to stop would be seen under a sheet that is refused: in every mode, with either pair of colours. */
const isSeenAnyway = async (judge: Judge, page: string, sheet: string): Promise<boolean> => {
  for (const colours of PAIRS)
    for (const mode of IN_ORDER)
      if (!(await judge.judge(wouldLeave(page, sheet, colours), LEADS_TO, [mode])).seen) return false;
  return true;
};

/** Tries the style sheet of one seed: with a block of ours, in one mode; refused, in all; without protection, in one. */
const trySheet = async (judge: Judge, seed: number): Promise<Tried> => {
  const [page, sheet] = [pageOf(seed), sheetOf(seed)];
  const mode = MODES[Math.floor(seed / 3) % MODES.length] ?? MODES[0];
  const html = withSheet(page, sheet);
  const sent = sendInProcess(html, { colours: PAIRS[Math.floor(seed / 24) % PAIRS.length] });
  const plain = await judge.judge(withSheet(unprotected(page, LEADS_TO), sheet), LEADS_TO, [mode]);
  const base = { seed, mode: mode.name, html, isBlinding: !plain.seen };
  if ('html' in sent) {
    const { looks } = await judge.judge(sent.html, LEADS_TO, [mode]);
    return { ...base, refused: [], blind: looks.flatMap(({ why }) => why), isFalseRefusal: false };
  }
  return { ...base, refused: sent.refused, blind: [], isFalseRefusal: await isSeenAnyway(judge, page, sheet) };
};

/** What a campaign found. */
export interface Found {
  readonly tried: number;
  readonly blinding: number;
  readonly refused: number;
  /** Refused, although the way to stop would be seen in every mode, with dark ink and with light. */
  readonly inVain: readonly Tried[];
  /** Sheets with which a mail is sent and the way to stop is not seen: none, if all is well. */
  readonly blind: readonly Tried[];
  /** How many mails each rule refused, and how many of them in vain; lines of the mail left out. */
  readonly byRule: ReadonlyMap<string, { readonly refused: number; readonly falsely: number }>;
}

const ruleOf = (sentence: string): string =>
  sentence.replace(/^Line \d+(?:, column \d+)?: /, '').replaceAll(/[“"`][^”"`]*[”"`]/g, '…');

/** Tries so many style sheets from a seed on; `judges` work side by side. */
export const runCampaign = async (judges: readonly Judge[], from: number, count: number): Promise<Found> => {
  let [next, blinding, refused] = [from, 0, 0];
  const inVain: Tried[] = [];
  const blind: Tried[] = [];
  const byRule = new Map<string, { refused: number; falsely: number }>();
  const work = async (judge: Judge): Promise<void> => {
    while (next < from + count) {
      const seed = next;
      next += 1;
      const tried = await trySheet(judge, seed);
      if (tried.isBlinding) blinding += 1;
      if (tried.blind.length > 0) blind.push(tried);
      if (tried.refused.length === 0) continue;
      refused += 1;
      if (tried.isFalseRefusal) inVain.push(tried);
      for (const rule of new Set(tried.refused.map(ruleOf))) {
        const counts = byRule.get(rule) ?? { refused: 0, falsely: 0 };
        byRule.set(rule, { refused: counts.refused + 1, falsely: counts.falsely + (tried.isFalseRefusal ? 1 : 0) });
      }
    }
  };
  await Promise.all(judges.map(work));
  blind.sort((one, other) => one.seed - other.seed);
  return { tried: count, blinding, refused, inVain, blind, byRule };
};
