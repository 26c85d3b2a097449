import type { OppositionNotice } from '#shared/app/oppositions/show-opposition-page.ts';
import { deName } from '#shared/domain/french.ts';
import { typedOppositionRecorded } from './address-form.ts';
import { type Html, html } from './html.ts';
import type { Language, Page } from './layout.ts';
import { howToContact, who } from './opposition-page.ts';
import { channelWords } from './opposition-words.ts';

/**
 * The choice after the first: everything from this advertiser, which also covers the person's linked contacts (D1).
 */
const widerChoice = ({ publicName }: OppositionNotice, language: Language): Html =>
  language === 'fr'
    ? html`<section><h2>Refuser toute publicité ${deName(publicName)} ?</h2><p>Vous pouvez refuser toute publicité ${deName(publicName)}, quel que soit le moyen (e‑mail, SMS, appel), à toutes les adresses et à tous les numéros enregistrés à votre nom.</p><form method="post"><button class="second" name="scope" value="all">Ne plus rien recevoir ${deName(publicName)}</button></form></section>`
    : html`<section><h2>Refuse all advertising from ${publicName}?</h2><p>You can refuse all advertising from ${publicName}, by any means (e‑mail, text message, call), at all the addresses and numbers recorded as yours.</p><form method="post"><button class="second" name="scope" value="all">Receive nothing more from ${publicName}</button></form></section>`;

/** The way to the preference centre, once the opposition is recorded and never in place of it. */
const otherChoices = (token: string | undefined, language: Language): Html | undefined => {
  const words = { fr: 'Voir mes autres choix et mes droits', en: 'See my other choices and my rights' }[language];
  return token === undefined ? undefined : html`<p><a href="../p/${token}">${words}</a></p>`;
};

const french = (notice: OppositionNotice, isEverything: boolean, token: string | undefined): Html => {
  const { ofMessages, address } = channelWords('fr', notice.channel);
  const whatEnds = isEverything
    ? html`<p>${notice.publicName} ne vous adressera plus aucune publicité, par aucun moyen.</p>`
    : html`<p>${notice.publicName} ne vous enverra plus ${ofMessages} ${address}.</p>`;
  return html`<p class="who">${who(notice)}</p><h1 class="done">Votre opposition est enregistrée</h1>${whatEnds}<p>Un message déjà envoyé peut encore vous parvenir. Vous pouvez fermer cette page.</p>${isEverything ? undefined : widerChoice(notice, 'fr')}${otherChoices(token, 'fr')}${howToContact(notice, 'fr')}`;
};

const english = (notice: OppositionNotice, isEverything: boolean, token: string | undefined): Html => {
  const { messages, address } = channelWords('en', notice.channel);
  const whatEnds = isEverything
    ? html`<p>${notice.publicName} will send you no more advertising, by any means.</p>`
    : html`<p>${notice.publicName} will send you no more ${messages} ${address}.</p>`;
  return html`<p class="who">${who(notice)}</p><h1 class="done">Your opposition is recorded</h1>${whatEnds}<p>A message that was already sent may still arrive. You can close this page.</p>${isEverything ? undefined : widerChoice(notice, 'en')}${otherChoices(token, 'en')}${howToContact(notice, 'en')}`;
};

/**
 * The page after `POST /o/{token}`: recorded, in which scope, the wider choice once, and by the `token` of the link the way to the preference
 * centre. Without a `notice`, who wrote cannot be shown now: it is recorded all the same.
 */
export const oppositionRecorded = (
  notice: OppositionNotice | undefined,
  isEverything: boolean,
  language: Language,
  token?: string,
): Page => {
  const recorded = typedOppositionRecorded(language);
  if (notice === undefined) return recorded;
  const content = (language === 'fr' ? french : english)(notice, isEverything, token);
  return { ...recorded, content };
};
