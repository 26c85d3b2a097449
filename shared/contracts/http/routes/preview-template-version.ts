import * as z from 'zod/mini';
import type { Preview } from '#shared/app/preview/preview-template-version.ts';
import type { AskedPreview } from '#shared/app/preview/previewed-message.ts';
import { about, named } from '#shared/domain/about.ts';
import { ConsentFacts } from '#shared/domain/consent/consent.ts';
import { type Failure, invalidRequest } from '#shared/domain/failure.ts';
import { FinalBytes } from '#shared/domain/message/content.ts';
import { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { SaleFacts } from '#shared/domain/sale/sale.ts';
import { stated } from '#shared/domain/stated.ts';
import { AnyInstant } from '../any-instant.ts';
import { addressOf, ContactAddress } from '../contact-address.ts';
import { Cost, costView } from '../cost.ts';
import { document } from '../document.ts';
import { mergeValues, messageParts } from '../message.ts';
import { route } from '../route.ts';
import { Missing, missingViews } from '../settings/missing.ts';
import { TemplateVersionPath } from '../settings/template-version.ts';
import { Verdict, verdictView } from '../verdict/verdict.ts';
import { declareContactRoute } from './declare-contact.ts';

const { kind, language, zone, country, department, ageBand, profession, organisation } = declareContactRoute.body.shape;
const { type, soldAt, lines, form, boughtAs, coordinatesFrom } = SaleFacts.shape;

const InventedConsent = z.extend(z.omit(ConsentFacts, { imported: true }), {
  givenAt: about(ConsentFacts.shape.givenAt, AnyInstant),
});
const InventedSale = z.strictObject({
  type,
  soldAt: about(soldAt, AnyInstant),
  lines,
  form,
  boughtAs,
  coordinatesFrom,
});

/** A contact that does not exist: what is said of it is judged as if it had been recorded, and nothing is. */
const InventedContact = named(
  'InventedContact',
  z.strictObject({
    kind,
    language,
    zone,
    country,
    department,
    ageBand,
    profession,
    organisation,
    consents: about(
      'Consents as POST /v1/consents takes them, at most 10. Absent: none.',
      z._default(z.array(InventedConsent).check(z.maxLength(10)), []),
    ),
    sales: about('Sales, at most 10. Absent: none.', z._default(z.array(InventedSale).check(z.maxLength(10)), [])),
    oppositions: about(
      'What the person opposes, at most 10. Absent: nothing.',
      z._default(z.array(OppositionScope).check(z.maxLength(10)), []),
    ),
    why: about(
      'What the message is to say of why its reader gets it, where the verdict finds no basis in these facts. Absent: a consent of today.',
      z.optional(
        z.strictObject({
          basis: about(
            'What is named.',
            z.enum(['consent', 'existing-customer', 'donation', 'membership', 'legal-person']),
          ),
          since: about('Its date. Absent: today.', z.optional(AnyInstant)),
        }),
      ),
    ),
  }),
);

const PreviewRequest = z.strictObject({
  contact: about(
    'A real contact, by its address: the key needs contacts:read as well. Absent: an invented one.',
    z.optional(ContactAddress),
  ),
  invented: about('What is said of an invented contact. Absent: nothing is.', z.optional(InventedContact)),
  purpose: messageParts.purpose,
  partner: messageParts.partner,
  basis: messageParts.basis,
  sender: messageParts.sender,
  reference: messageParts.reference,
  mergeValues,
});

/** Shows the bytes of a message before anyone gets it. */
export const previewTemplateVersionRoute = route({
  name: 'preview-template-version',
  method: 'POST',
  path: '/v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}/preview',
  scope: 'templates:write',
  parameters: TemplateVersionPath,
  body: PreviewRequest,
});

type Asked = z.infer<typeof PreviewRequest>;

const NOBODY: z.infer<typeof InventedContact> = { consents: [], sales: [], oppositions: [] };

/** Whom a preview is for, as the use case takes it. Throws `invalid-request` for a contact that is both. */
export const previewReader = ({ contact, invented }: Asked): AskedPreview['reader'] => {
  if (contact === undefined) {
    const { consents, sales, oppositions, why, ...declared } = invented ?? NOBODY;
    return { invented: { declared, consents, sales, oppositions }, why };
  }
  if (invented !== undefined) throw either();
  return { address: addressOf(contact) };
};

const either = (): Failure => invalidRequest([{ pointer: '/invented', detail: 'expected only without contact' }]);

/** Bytes as they are handed over, in the form in which a request gives those of another system. */
const MessageBytes = named('MessageBytes', z.union(FinalBytes.def.options));

const PreviewAnswer = named(
  'Preview',
  z.strictObject({
    verdict: about('The verdict on it, now. It is not kept, and no message rests on it.', Verdict),
    language: about('The language of what Aval adds.', z.enum(READER_LANGUAGES)),
    asOf: about(
      'now: these bytes would be handed over now. later: at notBefore of the verdict. if-allowed: as things are, never, by the verdict or because the version is a draft or not approved; they are shown as if the message were allowed.',
      z.enum(['now', 'later', 'if-allowed']),
    ),
    bytes: about(
      'The very bytes, as POST /v1/verdicts takes them: only the link is another. Absent: none can be made, and the verdict says why.',
      z.optional(MessageBytes),
    ),
    link: about(
      'The link in them: it shows a page that says that it is a preview, and records nothing. Absent: they have none.',
      z.optional(z.string()),
    ),
    size: about(
      'How large its parts are, in bytes of UTF-8.',
      z.strictObject({
        html: about('The HTML part. Absent: it has none.', z.optional(z.int())),
        text: about('The text. Absent: no bytes can be made.', z.optional(z.int())),
      }),
    ),
    cost: about('What these bytes cost. Absent: there are none, or it is no SMS.', z.optional(Cost)),
    warnings: about(
      'What the template lacks, as GET of its version says it, and what is worth knowing; pointers are into the template as it was put. Empty: nothing.',
      z.array(Missing),
    ),
  }),
);

/** A preview, as answered. */
export const previewView = ({
  verdict,
  bytes,
  link,
  size,
  cost,
  warnings,
  ...rest
}: Preview): z.infer<typeof PreviewAnswer> => ({
  verdict: verdictView(verdict),
  ...rest,
  ...stated({ bytes, link }),
  size: { ...size },
  ...costView(cost),
  warnings: missingViews(warnings),
});

document(previewTemplateVersionRoute, () => ({
  summary: 'Shows the very bytes of a message before anyone gets it, with its verdict; nothing is written or sent',
  answers: [{ status: 200, means: 'The preview; a verdict that refuses is no error', body: PreviewAnswer }],
  problems: ['advertiser-not-found', 'template-version-not-found', 'address-expected', 'payload-too-large'],
  request: {
    invented: {
      language: 'fr',
      sales: [
        {
          type: 'order',
          soldAt: '2026-11-10T09:00:00+01:00',
          lines: [{ category: 'wine' }],
          form: { formId: 'checkout', version: '7' },
        },
      ],
    },
    mergeValues: { prenom: 'Camille' },
  },
}));
