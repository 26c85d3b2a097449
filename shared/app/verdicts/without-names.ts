import { escapeHtml } from '#shared/channels/content/escape.ts';

/**
 * An address keeps its host, though the host is a name. A mailbox is read from its first character alone: from each of them,
 * a long word would be read as often as it has letters.
 */
const ADDRESS = String.raw`https?:\/\/[^\s<>"')\]]+|(?<![\w.+-])[\w.+-]+@[\w.-]+`;

const asPattern = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join(String.raw`\s+`);

/**
 * Texts (plain or HTML) without these names, whatever their case: whole words alone, so that "Profitez" stays what it is
 * for an advertiser named "Pro".
 */
export const withoutNames = (texts: readonly string[], names: readonly string[]): readonly string[] => {
  const given = names.map((name) => name.trim()).filter((name) => name !== '');
  if (given.length === 0) return texts;
  const written = [...new Set(given.flatMap((name) => [name, escapeHtml(name)]))];
  const any = written
    .toSorted((a, b) => b.length - a.length)
    .map(asPattern)
    .join('|');
  const found = new RegExp(String.raw`(${ADDRESS})|(?<![\p{L}\p{N}])(?:${any})(?![\p{L}\p{N}])`, 'giu');
  return texts.map((text) => text.replace(found, (_, address: string | undefined) => address ?? ''));
};
