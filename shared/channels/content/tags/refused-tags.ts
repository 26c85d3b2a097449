import { type Content, partsOf } from '#shared/domain/message/content.ts';
import { type Missing, missing } from '#shared/domain/missing.ts';
import { contentFault, missingOf } from '../content-fault.ts';
import { formOf } from '../merge-fields.ts';
import { tagsIn } from './tags-in.ts';
import { troubleOf } from './troubles.ts';

/** Marks of blocks that promote: they mean something in templates, and are taken out before anything is sent. */
const BLOCK_MARK = /^\{\{\s*[#/]\s*prospecting\s*\}\}$/;

/** So many are reported of each part; the rest are counted. */
const MOST = 20;

const others = (part: string, count: number): Missing =>
  missing(
    `/${part}`,
    { fr: `Et ${count} autres balises que rien ne remplit.`, en: `And ${count} more tags that nothing fills.` },
    { fr: 'Corrigez-les de la même façon.', en: 'Mend them in the same way.' },
  );

/** The first of what was found in a part, reported one by one; the rest are counted. Only what is reported is looked up in the source. */
export const reportedOf = <T>(part: string, found: readonly T[], report: (one: T) => Missing): readonly Missing[] => {
  const reported = found.slice(0, MOST).map(report);
  return found.length > MOST ? [...reported, others(part, found.length - MOST)] : reported;
};

const inPart = (part: string, source: string, blocks: 'known' | 'refused'): readonly Missing[] => {
  const found = tagsIn(source, formOf(part)).flatMap(({ start, end, fault }) =>
    fault === undefined || (blocks === 'known' && BLOCK_MARK.test(source.slice(start, end))) ? [] : [{ start, fault }],
  );
  return reportedOf(part, found, ({ start, fault }) => missingOf(contentFault(part, source, start, troubleOf(fault))));
};

/**
 * What has the form of a tag in a content and is no field: each with its line and column, and what to do. Pointers are
 * relative to the content. `blocks`: whether marks of prospecting blocks are known there, as in templates. Empty: nothing.
 */
export const refusedTags = (content: Content, blocks: 'known' | 'refused'): readonly Missing[] =>
  Object.entries(partsOf(content)).flatMap(([part, source = '']) => inPart(part, source, blocks));
