import type { Bilingual, Missing } from '#shared/domain/missing.ts';
import { lineAt } from '../content/content-fault.ts';
import type { Mentions } from '../content/mentions.ts';
import { findFields } from '../content/merge-fields.ts';
import { bytesOf } from '../content/rendered-size.ts';
import { fillTemplate, plainHole, templateOf } from '../content/template.ts';
import { pixelShown, pixelShownInFrench } from '../content/tracking-pixel.ts';
import type { EmailContent } from './channel.ts';
import { footerHtml } from './footer/footer.ts';
import { textFromHtml } from './html/text-from-html.ts';
import { withoutTrackingPixels } from './html/tracking-pixels.ts';

/** Gmail shows about the first 102 KB of the HTML of a mail; nobody publishes where exactly, so that less is counted on. */
const GMAIL_SHOWS = 100_000;
/** A footer of names of ordinary length: what a reader gets differs by some bytes. */
const ORDINARY: Mentions = {
  language: 'fr',
  advertiserNames: ['Maison Valmy SARL'],
  publicName: 'Maison Valmy',
  legalName: 'Maison Valmy SARL',
  postalAddress: '3 rue du Port, 33000 Bordeaux',
  contact: 'bonjour@maison-valmy.invalid',
  noticeUrl: 'https://maison-valmy.invalid/donnees-personnelles',
  oppositionUrl: `https://stop.maison-valmy.invalid/o/${'x'.repeat(120)}`,
  why: { basis: 'consent', since: '2026-01-01T00:00:00.000Z' },
};
/** Words of the mail by which its author finds where it is cut. */
const WORDS_SHOWN = 40;

const warning = (sentence: Bilingual, remedy: Bilingual): Missing => ({
  pointer: '/html',
  sentence,
  remedy: { sentence: remedy, pointer: '/html' },
});

/** The HTML with its fallbacks in place and its other fields empty. */
const withFallbacks = (html: string): string => {
  const empty = templateOf(html, findFields(html), plainHole);
  const holes = empty.holes.map((hole) =>
    hole.kind === 'value' ? { ...hole, field: { ...hole.field, name: '', fallback: hole.field.fallback ?? '' } } : hole,
  );
  return fillTemplate({ ...empty, holes }, { values: {}, mentions: ORDINARY, link: () => '', footer: () => '' });
};

/** As much of a text as fits into so many bytes of UTF-8. */
const firstBytes = (text: string, bytes: number): string =>
  new TextDecoder().decode(new TextEncoder().encode(text).slice(0, bytes));

/** Gmail would cut it: where, and that the footer is beyond. */
const clipped = (html: string): readonly Missing[] => {
  const whole = withFallbacks(html);
  const footer = bytesOf(footerHtml(ORDINARY));
  const size = bytesOf(whole) + footer;
  if (size <= GMAIL_SHOWS) return [];
  const shown = firstBytes(whole, GMAIL_SHOWS);
  const words = textFromHtml(shown).replace(/\s+/g, ' ').trim().slice(-WORDS_SHOWN);
  const line = lineAt(shown, shown.length);
  const kilobytes = Math.ceil(size / 1000);
  const isOnlyFooter = shown.length >= whole.length;
  const cut: Bilingual = isOnlyFooter
    ? { fr: 'le pied de message, avec le moyen de s’opposer,', en: 'the footer, with the way to stop,' }
    : {
        fr: `ce qui suit « ${words} » (ligne ${line}), et le pied de message avec le moyen de s’opposer,`,
        en: `what follows "${words}" (line ${line}), and the footer with the way to stop,`,
      };
  return [
    warning(
      {
        fr: `Ce courriel fait ${kilobytes} Ko de HTML avec son pied, et Gmail en montre 102 environ : ${cut.fr} n’y apparaîtrait qu’après un clic.`,
        en: `This mail has ${kilobytes} KB of HTML with its footer, and Gmail shows about 102: there ${cut.en} would be seen after a click only.`,
      },
      {
        fr: `Ramenez le HTML à ${Math.floor((GMAIL_SHOWS - footer) / 1000)} Ko : ôtez commentaires, blancs et styles qui ne servent pas.`,
        en: `Bring the HTML down to ${Math.floor((GMAIL_SHOWS - footer) / 1000)} KB: take out comments, white space and styles without use.`,
      },
    ),
  ];
};

/** Images that leave only to readers who agreed to be counted. */
const counting = (html: string): readonly Missing[] => {
  const { pixels } = withoutTrackingPixels(html);
  if (pixels.length === 0) return [];
  const more = pixels.length > 5 ? ` (+ ${pixels.length - 5})` : '';
  const listed = (shown: typeof pixelShown, between: string): string =>
    pixels.slice(0, 5).map(shown).join(between) + more;
  return [
    warning(
      {
        fr: `Ces images comptent qui ouvre le courriel, et en sont ôtées pour qui n’y a pas consenti : ${listed(pixelShownInFrench, ' ; ')}.`,
        en: `These images count who opens the mail, and are taken out for who did not agree to it: ${listed(pixelShown, '; ')}.`,
      },
      {
        fr: 'Ôtez-les, ou recueillez un consentement au suivi (tracking).',
        en: 'Take them out, or collect a consent to tracking.',
      },
    ),
  ];
};

/** What the author of a mail that can be sent should know of it. Pointers are into the content. */
export const warningsOfEmail = ({ html }: EmailContent): readonly Missing[] =>
  html === undefined ? [] : [...clipped(html), ...counting(html)];
