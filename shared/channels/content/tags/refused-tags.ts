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

const inPart = (part: string, source: string, blocks: 'known' | 'refused'): readonly Missing[] => {
  const found = tagsIn(source, formOf(part)).flatMap(({ start, end, fault }) =>
    fault === undefined || (blocks === 'known' && BLOCK_MARK.test(source.slice(start, end)))
      ? []
      : [missingOf(contentFault(part, source, start, troubleOf(fault)))],
  );
  return found.length > MOST ? [...found.slice(0, MOST), others(part, found.length - MOST)] : found;
};

/**
 * What has the form of a tag in a content and is no field: each with its line and column, and what to do. Pointers are
 * relative to the content. `blocks`: whether marks of prospecting blocks are known there, as in templates. Empty: nothing.
 */
export const refusedTags = (content: Content, blocks: 'known' | 'refused'): readonly Missing[] =>
  Object.entries(partsOf(content)).flatMap(([part, source = '']) => inPart(part, source, blocks));
