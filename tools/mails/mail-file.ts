import { globSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import PostalMime from 'postal-mime';

/** One mail of a folder, as its author wrote it. */
export interface MailFile {
  /** Path below the folder. */
  readonly name: string;
  readonly subject: string;
  /** Absent: the file has no HTML part, or cannot be read. */
  readonly html?: string | undefined;
  readonly text?: string | undefined;
}

const readMail = async (folder: string, name: string): Promise<MailFile> => {
  const bytes = readFileSync(join(folder, name));
  const title = basename(name, extname(name));
  if (extname(name).toLowerCase() !== '.eml') return { name, subject: title, html: bytes.toString('utf8') };
  const { subject, html, text } = await PostalMime.parse(bytes);
  return { name, subject: subject || title, html, text };
};

/** The mails of a folder and the folders below, by name: files that end in `.html`, `.htm` or `.eml`. */
export const readMails = async (folder: string): Promise<readonly MailFile[]> => {
  const names = globSync('**/*.{html,htm,eml,HTML,HTM,EML}', { cwd: folder, exclude: ['**/node_modules/**'] }).sort();
  const mails: MailFile[] = [];
  for (const name of names) mails.push(await readMail(folder, name));
  return mails;
};
