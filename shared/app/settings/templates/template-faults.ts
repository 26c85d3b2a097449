import { declaredWithoutField } from '#shared/channels/content/kinds-of-fields.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { type Content, namedContent, subjectOf } from '#shared/domain/message/content.ts';
import {
  hasProspectingBlocks,
  partsLeftEmpty,
  partsWithLooseMarks,
  withoutProspectingBlocks,
  withProspectingBlocks,
} from '#shared/domain/message/prospecting-blocks.ts';
import { carriesOppositionMeans, needsNoBasis, type TemplateVersionContent } from '#shared/domain/message/template.ts';
import { type Missing, missing, missingUnder } from '#shared/domain/missing.ts';
import { subjectFaults } from '#shared/law/readings/message-faults.ts';
import { deadTags, unfit } from '../../messages/draft-checks.ts';
import { type CostOfForms, contentTooLarge, costOfForms } from './content-room.ts';

/** The contents that a template is sent as: with its prospecting blocks, and without them where it has some. */
export interface SentForms {
  readonly whole: Content;
  /** Absent: it has no blocks. */
  readonly rest: Content | undefined;
}

/** Contents as they are sent of what was written. */
export const sentForms = (written: Content): SentForms => ({
  whole: withProspectingBlocks(written),
  rest: hasProspectingBlocks(written) ? withoutProspectingBlocks(written) : undefined,
});

const ASKED = {
  reason: missing(
    '/reason',
    {
      fr: 'Un modèle transactionnel dit ce qui appelle le message.',
      en: 'A transactional template says what calls for the message.',
    },
    {
      fr: 'Donnez reason, ou la classe prospecting si rien n’appelle le message.',
      en: 'Give reason, or the class prospecting if nothing calls for the message.',
    },
  ),
  reference: missing(
    '/reference',
    {
      fr: 'Un modèle transactionnel dit où se trouve l’acte ou la clause qui appelle le message.',
      en: 'A transactional template says where the act or clause that calls for the message is found.',
    },
    {
      fr: 'Donnez reference : l’article de vos conditions, par exemple.',
      en: 'Give reference: the article of your terms, for instance.',
    },
  ),
  approver: missing(
    '/approver',
    {
      fr: 'Un jugement sur l’objet nomme la personne qui l’a porté.',
      en: 'A judgement of the subject names the human who made it.',
    },
    { fr: 'Donnez approver, ou ôtez subjectJudgement.', en: 'Give approver, or leave subjectJudgement out.' },
  ),
} as const;

/** What is transactional needs its reason and reference (D5); what is judged, the named human who judged it. */
const incomplete = (content: TemplateVersionContent): readonly Missing[] => {
  const { class: declared, subjectJudgement } = content;
  const asked = [
    ...(declared === 'transactional' ? (['reason', 'reference'] as const) : []),
    ...(subjectJudgement === undefined ? [] : (['approver'] as const)),
  ];
  return asked.filter((field) => content[field] === undefined).map((field) => ASKED[field]);
};

const BLOCKS_OF_PROSPECTING = missing(
  '/class',
  {
    fr: 'Les blocs de prospection sont pour ce qui, sans eux, n’est pas de la prospection.',
    en: 'Prospecting blocks are for what is else no prospecting.',
  },
  {
    fr: 'Ôtez leurs marques, ou donnez la classe transactional ou relational.',
    en: 'Take their marks out, or give the class transactional or relational.',
  },
);

const looseMarks = (at: string): Missing =>
  missing(
    at,
    {
      fr: '{{#prospecting}} et {{/prospecting}} vont par paires, l’une hors de l’autre.',
      en: '{{#prospecting}} and {{/prospecting}} are expected in pairs, none inside another.',
    },
    { fr: 'Ouvrez et fermez chaque bloc.', en: 'Open and close each block.' },
  );

const nothingLeft = (at: string): Missing =>
  missing(
    at,
    { fr: 'Il ne reste rien sans ses blocs.', en: 'Nothing is left without its blocks.' },
    {
      fr: 'Laissez hors des blocs ce que la personne doit lire.',
      en: 'Leave outside the blocks what the person has to read.',
    },
  );

/** Promotional blocks are in what is else no prospecting, whole, and never make up all of a part (D5). */
const looseBlocks = (template: TemplateVersionContent): readonly Missing[] => {
  const { key, content } = namedContent(template.content);
  if (!hasProspectingBlocks(content)) return [];
  if (!needsNoBasis(template.class)) return [BLOCKS_OF_PROSPECTING];
  const at = (part: string) => `/content/${key}/${part}`;
  return [
    ...partsWithLooseMarks(content).map((part) => looseMarks(at(part))),
    ...partsLeftEmpty(content).map((part) => nothingLeft(at(part))),
  ];
};

/** A kind is said of a field that it has: a name that is misspelt would leave its values to be judged by their words. */
const kindsOfNoField = ({ content: given, fieldKinds = {} }: TemplateVersionContent): readonly Missing[] =>
  declaredWithoutField(fieldKinds, namedContent(given).content).map((name) =>
    missing(
      `/fieldKinds/${name}`,
      { fr: 'Le contenu n’a pas ce champ.', en: 'The content does not have this field.' },
      { fr: 'Écrivez le nom comme dans le contenu, ou ôtez-le.', en: 'Spell it as the content does, or leave it out.' },
    ),
  );

/** Its blocks close and belong to it, so that it can be sent with them and without. */
export const hasSoundBlocks = (template: TemplateVersionContent): boolean => looseBlocks(template).length === 0;

/** The subject of what is prospecting may not pose as a reply (L. 34-5, al. 5). */
const ofSubject = ({ class: declared, content }: TemplateVersionContent): readonly Missing[] => {
  const { key, content: written } = namedContent(content);
  return needsNoBasis(declared) ? [] : subjectFaults(subjectOf(written), `/content/${key}/subject`);
};

const unfitForms = (template: TemplateVersionContent): readonly Missing[] => {
  const { channel, key, content } = namedContent(template.content);
  const { whole, rest } = sentForms(content);
  const found = [...deadTags(key, content, 'known'), ...unfit(channel, key, whole)];
  return found.length > 0 || rest === undefined ? found : unfit(channel, key, rest);
};

/** Why no bytes can be made that a message would have: of its blocks, else of its content. Empty: they can. */
export const faultsOfForms = (template: TemplateVersionContent): readonly Missing[] => {
  const found = looseBlocks(template);
  return found.length > 0 ? found : unfitForms(template);
};

/** The forms of a template, longest first, and whether each carries a means of opposition. */
const sizedForms = ({ class: declared, content: given }: TemplateVersionContent) => {
  const { channel, key, content } = namedContent(given);
  const { whole, rest } = sentForms(content);
  const carriesStop = carriesOppositionMeans(declared);
  const forms = [
    { content: whole, carriesStop: carriesStop || rest !== undefined },
    ...(rest === undefined ? [] : [{ content: rest, carriesStop }]),
  ];
  return { channel, forms, at: (each: Missing) => missingUnder(`/content/${key}`, each) };
};

/**
 * What can never fit its channel under these settings, with its blocks or without. Empty: one of its forms can fit. Asked of
 * a template whose forms are contents: throws for one that is empty without its blocks.
 */
export const tooLargeForms = (template: TemplateVersionContent, advertiser: Advertiser): readonly Missing[] => {
  const { channel, forms, at } = sizedForms(template);
  return contentTooLarge(channel, advertiser, forms).map(at);
};

/** What its messages cost at its longest known values, and what its author is warned of. Asked as `tooLargeForms` is. */
export const costOfTemplate = (template: TemplateVersionContent, advertiser: Advertiser): CostOfForms => {
  const { channel, forms, at } = sizedForms(template);
  const { cost, warnings } = costOfForms(channel, advertiser, forms);
  return { cost, warnings: warnings.map(at) };
};

/** What is wrong with its class, its blocks or its content; empty: its forms are contents. */
export const faultsOfContent = (template: TemplateVersionContent): readonly Missing[] => {
  const found = [
    ...incomplete(template),
    ...looseBlocks(template),
    ...ofSubject(template),
    ...kindsOfNoField(template),
  ];
  return found.length > 0 ? found : unfitForms(template);
};

/**
 * Why no message could ever be made from a template under these settings: what its class asks and it lacks, blocks that do
 * not close, content that shows nothing; where nothing of that is found, content that can never fit. Pointers are into
 * what was put. Empty: nothing. Pure.
 */
export const templateFaults = (template: TemplateVersionContent, advertiser: Advertiser): readonly Missing[] => {
  const found = faultsOfContent(template);
  return found.length > 0 ? found : tooLargeForms(template, advertiser);
};
