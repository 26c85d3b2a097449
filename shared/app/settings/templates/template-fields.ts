import { positionsIn } from '#shared/channels/content/content-fault.ts';
import { kindOfField } from '#shared/channels/content/kinds-of-fields.ts';
import { fieldsByName } from '#shared/channels/content/merge-fields.ts';
import { linksOfTags } from '#shared/channels/content/own-links.ts';
import { LINKS } from '#shared/channels/links.ts';
import { namedContent, partsOf } from '#shared/domain/message/content.ts';
import type { FieldKind } from '#shared/domain/message/fields/kinds.ts';
import type { TemplateVersionContent } from '#shared/domain/message/template.ts';

/** Where something is in a template that was put: a pointer to its part, line and column from 1. */
interface TemplatePosition {
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
}

/** A merge field of a template, and each position where its value is shown. */
interface TemplateField {
  /** As its author first spelt it. */
  readonly name: string;
  /** A position has no fallback: a message without a value is refused. */
  readonly isRequired: boolean;
  /** What it is declared to hold; `text` where nothing is said. */
  readonly kind: FieldKind;
  readonly uses: readonly (TemplatePosition & { readonly fallback?: string })[];
}

/** A position of the author where the personal link goes. */
interface TemplateLink extends TemplatePosition {
  /** What is there: a tag, or a link or mailbox by which another system would be asked to stop. */
  readonly replaces: 'tag' | 'link';
}

/** What the content of a template holds for each message to fill, and how large its parts are. */
export interface TemplateContents {
  readonly fields: readonly TemplateField[];
  readonly oppositionLinks: readonly TemplateLink[];
  /** Bytes of each part as it was written, in UTF-8. */
  readonly sizes: readonly { readonly pointer: string; readonly bytes: number }[];
}

/** What is in content as it was put, marks of blocks included; pointers are into the template. */
export const contentsOf = ({
  content: inline,
  fieldKinds,
}: Pick<TemplateVersionContent, 'content' | 'fieldKinds'>): TemplateContents => {
  const { channel, key, content } = namedContent(inline);
  const parts = partsOf(content);
  const positions = new Map(Object.entries(parts).map(([part, text = '']) => [part, positionsIn(text)]));
  const at = (part: string, offset: number): TemplatePosition => ({
    pointer: `/content/${key}/${part}`,
    ...(positions.get(part)?.(offset) ?? { line: 1, column: 1 }),
  });
  return {
    fields: [...fieldsByName(content)].map(([name, uses]) => ({
      name,
      isRequired: uses.some(({ field }) => field.fallback === undefined),
      kind: kindOfField(fieldKinds, name) ?? 'text',
      uses: uses.map(({ part, start, field: { fallback } }) => ({
        ...at(part, start),
        ...(fallback === undefined ? {} : { fallback }),
      })),
    })),
    oppositionLinks: (LINKS[channel]?.(content) ?? linksOfTags(content)).map(({ part, start, replaces }) => ({
      ...at(part, start),
      replaces,
    })),
    sizes: Object.entries(parts).flatMap(([part, text]) =>
      text === undefined ? [] : [{ pointer: `/content/${key}/${part}`, bytes: Buffer.byteLength(text) }],
    ),
  };
};
