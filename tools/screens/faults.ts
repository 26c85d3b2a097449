import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexPage } from './index-page.ts';
import { readPng } from './labelled-png.ts';
import { mailOf, type Screen } from './screen.ts';

export const INDEX = 'README.md';
/** Bytes of all pictures together: whoever clones the repository loads them. */
const MOST_BYTES = 1_500_000;

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The files of a folder of pictures; the public pages have a folder of their own in it. */
export const mailFilesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));

const faultOfPicture = (screen: Screen, folder: string): string | undefined => {
  const file = `${screen.name}.png`;
  if (!existsSync(join(folder, file))) return `${file} is missing`;
  const { width, labels } = readPng(readFileSync(join(folder, file)));
  if (width !== screen.mode.width) return `${file} is ${width} px wide, not ${screen.mode.width}`;
  if (labels['Seen at'] !== screen.mode.name) return `${file} is not ${screen.mode.name}`;
  return labels.Mail === sha256(mailOf(screen))
    ? undefined
    : `${file} shows a mail that is not sent like this any more`;
};

/** What is wrong with a folder of pictures: a sentence each. Needs no browser. */
export const faultsOf = (screens: readonly Screen[], folder: string): readonly string[] => {
  const pictures = screens.flatMap((screen) => faultOfPicture(screen, folder) ?? []);
  if (pictures.length > 0) return pictures;
  const shots = screens.map((screen) => [screen, readFileSync(join(folder, `${screen.name}.png`))] as const);
  const expected = new Set([INDEX, ...screens.map(({ name }) => `${name}.png`)]);
  const others = mailFilesIn(folder).filter((file) => !expected.has(file));
  const bytes = shots.reduce((sum, [, png]) => sum + png.length, 0);
  const isFresh = existsSync(join(folder, INDEX)) && readFileSync(join(folder, INDEX), 'utf8') === indexPage(shots);
  return [
    ...others.map((file) => `${file} is not listed`),
    ...(isFresh ? [] : [`${INDEX} does not say what the pictures say`]),
    ...(bytes > MOST_BYTES ? [`the pictures take ${bytes} bytes, more than ${MOST_BYTES}`] : []),
  ];
};
