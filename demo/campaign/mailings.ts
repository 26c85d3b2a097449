import { readFileSync } from 'node:fs';
import type { Mailing } from '../export/rows.ts';
import { PARTNER } from './forms.ts';

/** One of the four messages of the demo, as a client asks for it. */
export interface DemoMailing {
  readonly mailing: Mailing;
  /** What the table calls it. */
  readonly title: string;
  readonly channel: 'email' | 'sms';
  readonly purpose: 'own-offers' | 'partner-offers';
  readonly partner?: { readonly siren: string; readonly name: string };
  readonly offerCategory: string;
  readonly content: Readonly<Record<string, unknown>>;
}

const read = (name: string): string => readFileSync(new URL(`../newsletters/${name}`, import.meta.url), 'utf8');

/** Newsletter 1 sells coffee, 2 coffee machines, 3 is the offer of a named partner; the SMS sells coffee. */
export const DEMO_MAILINGS: readonly DemoMailing[] = [
  {
    mailing: '1',
    title: 'newsletter 1, coffee (MJML)',
    channel: 'email',
    purpose: 'own-offers',
    offerCategory: 'coffee',
    content: { email: { subject: 'La nouvelle récolte est arrivée', html: read('1-new-harvest.html') } },
  },
  {
    mailing: '2',
    title: 'newsletter 2, machines (tables)',
    channel: 'email',
    purpose: 'own-offers',
    offerCategory: 'coffee-machines',
    content: { email: { subject: 'Machines à levier : la série d’hiver', html: read('2-machines.html') } },
  },
  {
    mailing: '3',
    title: 'newsletter 3, a partner (Outlook)',
    channel: 'email',
    purpose: 'partner-offers',
    partner: PARTNER,
    offerCategory: 'weekend-trips',
    content: {
      email: {
        subject: 'Un week-end en Limousin avec Gîtes du Limousin',
        html: read('3-partner-weekend.html'),
        text: 'Bonjour {{PRENOM}},\n\nDeux nuits au bord de l’étang à partir de 118 €, le café offert.\n',
      },
    },
  },
  {
    mailing: 'sms',
    title: 'SMS, coffee',
    channel: 'sms',
    purpose: 'own-offers',
    offerCategory: 'coffee',
    content: { sms: { text: read('sms.txt').trim() } },
  },
];

export const mailingOf = (wanted: Mailing): DemoMailing => {
  const found = DEMO_MAILINGS.find(({ mailing }) => mailing === wanted);
  if (!found) throw new Error(`No mailing ${wanted}.`);
  return found;
};
