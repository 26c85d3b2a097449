import { fieldNames } from '#shared/channels/content/merge-fields.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { hostsOf } from '#shared/domain/advertiser/own-hosts.ts';
import { invalidRequest } from '#shared/domain/failure.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { SentChannel } from '#shared/domain/message/channel.ts';
import { type Content, namedContent, partsOf } from '#shared/domain/message/content.ts';
import type { TemplateReference } from '#shared/domain/message/message.ts';
import { offerSignsIn, type SaidFor } from '#shared/domain/message/offer-signs.ts';
import {
  hasProspectingBlocks,
  partsLeftEmpty,
  partsWithLooseMarks,
  withoutProspectingBlocks,
  withProspectingBlocks,
} from '#shared/domain/message/prospecting-blocks.ts';
import {
  needsNoBasis,
  needsReview,
  type TemplateVersion,
  type TemplateVersionContent,
  templateCauseOf,
} from '#shared/domain/message/template.ts';
import type { Clock } from '../clock.port.ts';
import { knownAdvertiser, refuseFuture } from '../contacts/contact-of.ts';
import type { Contents } from '../messages/contents.port.ts';
import { refuseLargeContent, refuseUnfit } from '../messages/draft-checks.ts';
import type { Reviews } from '../reviews/reviews.port.ts';
import type { Advertisers } from './advertisers.port.ts';
import { contentTooLarge, refuseTooLarge } from './content-room.ts';
import { type SeenTemplate, seenTemplate } from './get-template-version.ts';
import type { TemplateVersions } from './versions.port.ts';

interface Ports {
  readonly advertisers: Advertisers;
  readonly templates: TemplateVersions;
  readonly contents: Pick<Contents, 'put'>;
  readonly reviews: Pick<Reviews, 'open'>;
  readonly clock: Clock;
}

/** Categories that the advertiser's settings speak of: the names of goods that are known here. */
const productsOf = ({ analogies, offers, professionalOffers }: Advertiser): readonly string[] => [
  ...analogies.flatMap(({ sold, offered }) => [sold, ...offered]),
  ...offers.map(({ category }) => category),
  ...professionalOffers.flatMap(({ offered }) => offered),
];

/** What its texts are held against: only a transactional template has a reason to keep to. */
const saidFor = ({ class: declared, reason }: TemplateVersionContent, advertiser: Advertiser): SaidFor => ({
  reason: declared === 'transactional' ? reason : undefined,
  ownHosts: hostsOf(advertiser),
  products: productsOf(advertiser),
});

const textsOf = (content: Content): readonly string[] => Object.values(partsOf(content)).map((text) => text ?? '');

/**
 * Stores a template version with its content, with a hash of its canonical JSON. Immutable: the same again is the
 * same version. One that is relational, or that says it offers nothing and shows signs of an offer, opens its review
 * (D5). Throws
 * `invalid-request` for what its class asks and for content that no message could carry or that can never fit, `version-immutable`,
 * `advertiser-not-found`, `payload-too-large`.
 */
export const putTemplateVersion = async (
  ports: Ports,
  command: {
    readonly access: AdvertiserAccess;
    readonly template: TemplateReference;
    readonly content: TemplateVersionContent;
    readonly apiKeyId: string;
  },
): Promise<SeenTemplate & { readonly isNew: boolean }> => {
  const { access, template, content } = command;
  const now = ports.clock.now();
  refuseFuture(now, { '/approver/approvedAt': content.approver?.approvedAt });
  refuseIncomplete(content);
  refuseLooseBlocks(content);
  const { channel, key, content: given } = namedContent(content.content);
  const whole = withProspectingBlocks(given);
  const rest = hasProspectingBlocks(given) ? withoutProspectingBlocks(given) : undefined;
  for (const each of rest === undefined ? [whole] : [whole, rest]) refuseUnusable(channel, key, each);
  const advertiser = await knownAdvertiser(ports.advertisers, access);
  const isService = needsNoBasis(content.class);
  const forms = [
    { content: whole, isService: isService && rest === undefined },
    ...(rest === undefined ? [] : [{ content: rest, isService }]),
  ];
  refuseTooLarge(key, contentTooLarge(channel, advertiser, forms));
  const { content: _, ...described } = content;
  const version: TemplateVersion = {
    ...described,
    ...template,
    advertiserId: access.advertiserId,
    recordedAt: now,
    putBy: command.apiKeyId,
    sha256: sha256OfJson(content),
    channelKind: channel,
    contentSha256: await ports.contents.put(access, whole),
    ...(rest === undefined
      ? {}
      : {
          writtenSha256: await ports.contents.put(access, given),
          withoutBlocksSha256: await ports.contents.put(access, rest),
          fieldsOutsideBlocks: [...fieldNames(rest)],
        }),
    offerSigns: [...offerSignsIn(textsOf(rest ?? whole), saidFor(content, advertiser))],
  };
  const isNew = (await ports.templates.put(access, version)) === 'stored';
  const stored = isNew ? version : ((await ports.templates.get(access, template)) ?? version);
  if (needsReview(stored)) await ports.reviews.open(access, templateCauseOf(template), now);
  const approval = await ports.templates.approvalOf(access, template);
  return { ...seenTemplate(stored, { written: given, whole, rest }, approval, advertiser), isNew };
};

/** What is transactional needs its reason and reference (D5); what is judged, the named human who judged it. */
const refuseIncomplete = (content: TemplateVersionContent): void => {
  const asked = {
    prospecting: [],
    relational: [],
    'renewal-request': [],
    transactional: ['reason', 'reference'],
  } as const;
  const judged = content.subjectJudgement === undefined ? [] : (['approver'] as const);
  const missing = [...new Set([...asked[content.class], ...judged])].filter((field) => content[field] === undefined);
  if (missing.length === 0) return;
  throw invalidRequest(
    missing.map((field) => ({
      pointer: `/${field}`,
      detail: `asked of a ${judged.length > 0 ? 'judged' : content.class} template`,
    })),
  );
};

/** Promotional blocks are in what is else no prospecting, whole, and never make up all of a part (D5). */
const refuseLooseBlocks = (template: TemplateVersionContent): void => {
  const { key, content } = namedContent(template.content);
  if (!hasProspectingBlocks(content)) return;
  if (!needsNoBasis(template.class))
    throw invalidRequest([{ pointer: '/class', detail: 'prospecting blocks are for what is else no prospecting' }]);
  const at = (part: string) => `/content/${key}/${part}`;
  const faults = [
    ...partsWithLooseMarks(content).map((part) => ({
      pointer: at(part),
      detail: '{{#prospecting}} and {{/prospecting}} are expected in pairs',
    })),
    ...partsLeftEmpty(content).map((part) => ({ pointer: at(part), detail: 'nothing is left without its blocks' })),
  ];
  if (faults.length > 0) throw invalidRequest(faults);
};

const refuseUnusable = (channel: SentChannel, key: string, content: Content): void => {
  refuseLargeContent(content);
  refuseUnfit(channel, key, content);
};
