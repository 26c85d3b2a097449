import * as z from 'zod/mini';
import type { TemplateContents as Contents } from '#shared/app/settings/templates/template-fields.ts';
import { about, named } from '#shared/domain/about.ts';
import { FieldKind } from '#shared/domain/message/fields/kinds.ts';

const position = {
  pointer: about('The part that it is in, as a JSON Pointer into what was put: /content/email/html.', z.string()),
  line: about('Its line in that part, from 1.', z.int()),
  column: about('Its column in that line, in characters from 1.', z.int()),
};

/** A merge field that a template has. */
const TemplateField = named(
  'TemplateField',
  z.strictObject({
    name: about('Its name, as its author first spelt it; a value is found whatever the case.', z.string()),
    required: about(
      'True: a message without a value for it is refused. False: it has a fallback wherever it is used.',
      z.boolean(),
    ),
    kind: about('What fieldKinds says that it holds; text where it says nothing of it.', FieldKind),
    uses: about(
      'Every position where its value is shown.',
      z.array(
        z.strictObject({
          ...position,
          fallback: about(
            'What is shown there where no value is given. Absent: there is none.',
            z.optional(z.string()),
          ),
        }),
      ),
    ),
  }),
);

/** What the content of a template holds, for its author to compare with what was meant. */
export const TEMPLATE_CONTENTS = {
  fields: about('Its merge fields, in order. Empty: every message reads the same.', z.array(TemplateField)),
  oppositionLinks: about(
    'Where its author put the personal link, or a link that it takes the place of; the footer has it in any case.',
    z.array(
      z.strictObject({
        ...position,
        replaces: about(
          'tag: the way to stop, in our spelling or that of another tool. link: a link or mailbox by which another system, or nobody, would be asked to stop.',
          z.enum(['tag', 'link']),
        ),
      }),
    ),
  ),
  size: about(
    'The size of each part as it was put, before fields and footer.',
    z.array(z.strictObject({ pointer: position.pointer, bytes: about('Its bytes, in UTF-8.', z.int()) })),
  ),
};

/** What is in it, as answered. */
export const templateContentsView = ({ fields, oppositionLinks, sizes }: Contents) => ({
  fields: fields.map(({ name, isRequired, kind, uses }) => ({ name, required: isRequired, kind, uses: [...uses] })),
  oppositionLinks: [...oppositionLinks],
  size: [...sizes],
});
