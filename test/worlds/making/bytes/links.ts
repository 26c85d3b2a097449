import type { Random } from '../../random.ts';
import type { Draft } from '../draft.ts';

const TOKEN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BOX = 'abcdefghijkmnpqrstuvwxyz23456789';

const drawn = (random: Random, letters: string, length: number): string =>
  Array.from({ length }, () => letters[random.int(0, letters.length - 1)]).join('');

/** Where pages of ours are. */
export const OUR_PAGES = 'https://aval.example';
const OUR_MAIL_DOMAIN = 'reponse.aval.example';

/** A link of ours by which one stops, made for an address; -1: for nobody who is known. */
export const linkFor = ({ links }: Draft, random: Random, address = 0, length = random.int(40, 90)): string => {
  const url = `${OUR_PAGES}/o/${drawn(random, TOKEN, length)}`;
  links.push({ url, address });
  return url;
};

/** The same as a mailbox. */
export const mailboxFor = ({ links }: Draft, random: Random, address = 0): string => {
  const mailbox = `stop-${drawn(random, BOX, 30)}@${OUR_MAIL_DOMAIN}`;
  links.push({ url: `mailto:${mailbox}`, address });
  return mailbox;
};
