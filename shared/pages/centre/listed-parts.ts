import type { ListedMessage } from '#shared/app/centre/kinds-of-sent.ts';
import type { ShownCentre } from '#shared/app/centre/show-held.ts';
import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { CENTRE_WORDS } from '#shared/words/centre.ts';
import { dayOf } from '#shared/words/day-of.ts';
import { hourOf } from '#shared/words/time-of.ts';
import { type Html, html } from '../html.ts';
import { anchorOfBack } from './way-back.ts';
import { familyWords } from './words.ts';

/** What a message was about, in the words that its purpose has elsewhere on the page. */
const kindWords = (kind: NonNullable<ListedMessage['kind']>, name: string, language: ReaderLanguage): string => {
  const { errands, purposes } = CENTRE_WORDS[language];
  const { service, relational, renewal, ofPartner } = errands.sentAs;
  if (kind.class === 'transactional') return service;
  if (kind.class === 'relational') return relational;
  if (kind.class === 'renewal-request') return renewal;
  return kind.partner === undefined ? purposes[kind.purpose](name) : ofPartner(kind.partner);
};

/** A message that left: when, by what, and what it was about. */
const sentWords = ({ at, family, kind }: ListedMessage, name: string, language: ReaderLanguage): string => {
  const sent = CENTRE_WORDS[language].open.sent(
    dayOf(language, at),
    hourOf(language, at),
    familyWords(language, [family]),
  );
  if (kind === undefined) return sent;
  const about = kindWords(kind, name, language);
  return `${sent} ${about}${/[?!.]$/.test(about) ? '' : '.'}`;
};

/** The messages of late; those whose lines are the same are one line, with their number. */
export const messagesPart = ({ messages, notice }: ShownCentre, language: ReaderLanguage): Html => {
  const { open: words, errands } = CENTRE_WORDS[language];
  const counts = new Map<string, number>();
  for (const each of messages) {
    const line = sentWords(each, notice.publicName, language);
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const lines = [...counts].map(
    ([line, count]) => html`<li>${count === 1 ? line : errands.sentAs.several(line, String(count))}</li>`,
  );
  return html`<section id="messages"><h2>${words.messages}</h2>${lines.length === 0 ? html`<p>${words.noMessages}</p>` : html`<ul>${lines}</ul>`}<p>${words.messagesOf(notice.publicName)}</p></section>`;
};

/** To whom the advertiser recorded that data went, or that nobody is on record, also where it may send offers of partners; and the way to ask, which alone is shown where that cannot be read now. */
export const recipientsPart = ({ givenTo, notice, held, address }: ShownCentre, language: ReaderLanguage): Html => {
  const { recipients, sentByUs } = CENTRE_WORDS[language].errands;
  const { heading, given, none, latest, more } = recipients;
  const hasPartners = held?.uses.some(
    ({ purpose, stoppedAt }) => purpose === 'partner-offers' && stoppedAt === undefined,
  );
  const isUnexplained = hasPartners === true && givenTo?.listed.length === 0;
  const ours = isUnexplained ? html`<p>${sentByUs(notice.publicName)}</p>` : undefined;
  const lines = givenTo?.listed.map(({ partner, at }) => html`<li>${given(partner, dayOf(language, at))}</li>`);
  const listed =
    lines?.length === 0
      ? html`<p>${none[address?.kind ?? KIND_NOT_KNOWN](notice.publicName)}</p>`
      : lines && html`<ul>${lines}</ul>`;
  const cut = givenTo?.hasMore === true ? html`<p>${latest(String(givenTo.listed.length))}</p>` : undefined;
  return html`<section id="recipients"><h2>${heading}</h2>${listed}${cut}${ours}<p><a href="#ask">${more(notice.publicName)}</a></p></section>`;
};

/** Links to the parts of the open page, so that nobody has to look for them. */
export const onPagePart = (shown: ShownCentre, language: ReaderLanguage): Html | undefined => {
  const { held, address } = shown;
  const { errands, open } = CENTRE_WORDS[language];
  const { label, held: why, ask } = errands.onPage;
  if (held === undefined || address === undefined) return undefined;
  const back = anchorOfBack(shown);
  const links = [
    ...(back === undefined ? [] : [[back, errands.back.heading] as const]),
    ['held', why],
    ['recipients', errands.recipients.heading],
    ['ask', ask],
    ['messages', open.messages],
  ] as const;
  const lines = links.map(([anchor, words]) => html`<li><a href="#${anchor}">${words}</a></li>`);
  return html`<nav aria-labelledby="on-page"><p id="on-page">${label}</p><ul>${lines}</ul></nav>`;
};
