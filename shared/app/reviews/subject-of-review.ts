import { textFromHtml } from '#shared/channels/email/html/text-from-html.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import type { FormId, TemplateId } from '#shared/domain/ids.ts';
import { type Content, partsOf, subjectOf } from '#shared/domain/message/content.ts';
import type { TemplateVersion } from '#shared/domain/message/template.ts';
import { isOfReply } from '#shared/domain/review/reply-review.ts';
import type { Review } from '#shared/domain/review/review.ts';
import type { Contents } from '../messages/contents.port.ts';
import type { FormVersions, TemplateVersions } from '../settings/versions.port.ts';
import type { DoubtfulReplies } from './doubtful-replies.port.ts';

/** What a human reads to decide a cause: the form as shown, or the template with its content; else the cause itself. */
export type SubjectOfReview =
  | { readonly kind: 'form'; readonly form: FormVersion }
  | {
      readonly kind: 'template';
      readonly template: TemplateVersion;
      readonly subject: string | undefined;
      /** Without markup; absent: the content is not there. */
      readonly text: string | undefined;
    }
  /** A doubtful reply, until it is decided. Absent words: the key of the contact is there no more, or it is decided. */
  | { readonly kind: 'reply'; readonly words: string | undefined };

export interface SubjectPorts {
  readonly doubtfulReplies: Pick<DoubtfulReplies, 'wordsOf'>;
  readonly formVersions: FormVersions;
  readonly templates: TemplateVersions;
  readonly contents: Pick<Contents, 'get'>;
}

/** `form:newsletter@3` in its three parts. */
const VERSION = /^(form|rebuilt-form|template|sector|cpf|credit):([^@]+)@(.+)$/;

const textOf = (content: Content): string | undefined => {
  const { text, html } = partsOf(content);
  return text ?? (html === undefined ? undefined : textFromHtml(html));
};

/** What the cause speaks of, where it is a version that is stored. */
export const subjectOfReview = async (
  ports: SubjectPorts,
  access: AdvertiserAccess,
  review: Review,
): Promise<SubjectOfReview | undefined> => {
  if (isOfReply(review)) return { kind: 'reply', words: await ports.doubtfulReplies.wordsOf(access, review) };
  const [, kind, id, version] = VERSION.exec(review.cause) ?? [];
  if (id === undefined || version === undefined) return undefined;
  if (kind === 'form' || kind === 'rebuilt-form') {
    const form = await ports.formVersions.get(access, { formId: id as FormId, version });
    return form && { kind: 'form', form };
  }
  const template = await ports.templates.get(access, { templateId: id as TemplateId, version });
  if (template === undefined) return undefined;
  const content = await ports.contents.get(access, template.contentSha256);
  return { kind: 'template', template, subject: content && subjectOf(content), text: content && textOf(content) };
};
