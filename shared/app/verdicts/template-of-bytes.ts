import type { ExternalMessage } from '#shared/channels/content/external.ts';
import type { Mentions, Why } from '#shared/channels/content/mentions.ts';
import { withoutOwnFooter } from '#shared/channels/email/footer/own-footer.ts';
import { type Advertiser, namesOf } from '#shared/domain/advertiser/advertiser.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { type OfferSign, together } from '#shared/domain/message/offer-sign.ts';
import { offerSignsIn } from '#shared/domain/message/offer-signs.ts';
import { type TemplateVersion, templateCauseOf } from '#shared/domain/message/template.ts';
import type { BytesFacts, NamedTemplate, ProposedMessage } from '#shared/domain/message/vet.ts';
import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { mentionsOf } from '../messages/compose-message.ts';
import { namedTemplate } from '../messages/resolve-content.ts';
import { whysOfRenewal } from '../messages/why-you.ts';
import { saidFor } from '../settings/said-for.ts';
import { withoutLabelledNames } from './without-labelled-names.ts';
import { withoutNames } from './without-names.ts';

/** Bytes made by another system, and whether their caller left the template's blocks that promote out of them. */
interface MadeElsewhere extends Pick<BytesFacts, 'withoutProspectingBlocks'> {
  readonly external: ExternalMessage;
  readonly standing: Standing | undefined;
}

/** It is prospecting whatever its bytes show: by its template, or as a whole with blocks that promote. */
const isProspecting = (
  template: TemplateVersion,
  { withoutProspectingBlocks }: Pick<BytesFacts, 'withoutProspectingBlocks'>,
): boolean =>
  template.class === 'prospecting' ||
  (template.withoutBlocksSha256 !== undefined && withoutProspectingBlocks === undefined);

/** The footers that a verdict may have given for such bytes, in each language. */
const ownFooters = (
  { class: declared }: TemplateVersion,
  standing: Standing | undefined,
  advertiser: Advertiser,
): readonly Mentions[] =>
  READER_LANGUAGES.flatMap((language) => {
    const whys: readonly Why[] =
      declared === 'renewal-request'
        ? whysOfRenewal(standing, language)
        : [{ basis: 'service' }, { basis: 'relation' }];
    return whys.map((why) => ({
      ...mentionsOf({ advertiser, standing, sends: [], why, oppositionUrl: '', ofSender: {} }),
      language,
    }));
  });

/**
 * They show a sign that was not found in the template when it was stored, so that no human saw it. Who writes, and our own
 * footer, are no sign: a template may leave these to the system that sends. Nor is the language of what comes after a label, as
 * the reader's own name and address do.
 */
const showMore = (
  template: TemplateVersion,
  { external, standing }: MadeElsewhere,
  advertiser: Advertiser,
): boolean => {
  const written = withoutOwnFooter(external.texts(), ownFooters(template, standing, advertiser));
  const texts = withoutNames(written, namesOf(advertiser));
  const said = saidFor(template, advertiser);
  const isBrought = (sign: OfferSign): boolean =>
    sign !== 'language' || offerSignsIn(withoutLabelledNames(texts), said).includes(sign);
  return offerSignsIn(texts, said).some((sign) => !template.offerSigns.includes(sign) && isBrought(sign));
};

/** With the signs that a model overruled: it read the template, and these bytes were read by words alone. */
const asOfWords = (template: TemplateVersion): TemplateVersion => ({
  ...template,
  offerSigns: together(template.offerSigns, template.assessment?.overruled ?? []),
});

/** A template version as the law asks of it, with what bytes made by another system bring beside it (D5). */
export const templateOfBytes = (read: TemplateVersion, made: MadeElsewhere, advertiser: Advertiser): NamedTemplate =>
  ofBytes(asOfWords(read), made, advertiser);

const ofBytes = (template: TemplateVersion, made: MadeElsewhere, advertiser: Advertiser): NamedTemplate => ({
  ...namedTemplate(template, {}, advertiser),
  bringsOffer: !isProspecting(template, made) && showMore(template, made, advertiser),
});

/** The cause under which a human looks at a template that by words alone, as its bytes are read, shows a sign. `undefined`: it shows none more. */
export const causeOfBytes = (shown: ProposedMessage, stated: ProposedMessage): string | undefined => {
  const signsOf = ({ template }: ProposedMessage): number => template?.offerSigns.length ?? 0;
  const { template } = shown;
  return template !== undefined && signsOf(shown) > 0 && signsOf(stated) === 0 ? templateCauseOf(template) : undefined;
};
