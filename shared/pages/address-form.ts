import { type Html, html } from './html.ts';
import type { Language, Page } from './layout.ts';

/** What was typed before, given back to be corrected. */
interface Typed {
  readonly address: string;
  readonly sender: string;
}

const WORDS = {
  fr: {
    title: 'Ne plus recevoir de publicité',
    address: 'Votre adresse e‑mail ou votre numéro de téléphone',
    sender: 'Qui vous a écrit ? (facultatif)',
    hint: 'Le nom complet, tel que le message l’affiche. Si vous laissez ce champ vide, ou si nous ne reconnaissons pas ce nom, votre opposition vaudra pour tous les expéditeurs qui utilisent actuellement ce service.',
    act: 'Ne plus recevoir de publicité',
    explained:
      'C’est gratuit, et l’effet est immédiat. Votre opposition vaut pour cette seule adresse, ou ce seul numéro. Cette page n’indique jamais si une adresse ou un numéro figure dans nos fichiers.',
    fault: 'Ce n’est ni une adresse e‑mail ni un numéro de téléphone : vérifiez votre saisie. Rien n’a été enregistré.',
    recorded: 'Votre opposition est enregistrée',
    after:
      'Cette adresse ou ce numéro ne recevra plus de publicité des expéditeurs concernés. Un message déjà envoyé peut encore vous parvenir. Vous pouvez fermer cette page.',
  },
  en: {
    title: 'Stop receiving advertising',
    address: 'Your e‑mail address or telephone number',
    sender: 'Who wrote to you? (optional)',
    hint: 'The whole name, as the message shows it. If you leave this empty, or if we do not recognise the name, your opposition holds for every sender that uses this service today.',
    act: 'Stop advertising',
    explained:
      'It is free and takes effect at once. Your opposition holds for this address or number alone. This page never says whether an address or a number is in our files.',
    fault: 'This is neither an e‑mail address nor a telephone number: please check it. Nothing was recorded.',
    recorded: 'Your opposition is recorded',
    after:
      'This address or number will receive no more advertising from the senders concerned. A message that was already sent may still arrive. You can close this page.',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** The field to oppose by typing an address; `action` is where the form goes, beside the page that shows it. */
export const addressFields = (language: Language, action: string, typed?: Typed): Html => {
  const words = WORDS[language];
  const wrong = typed === undefined ? undefined : html` aria-invalid="true" aria-describedby="fault"`;
  const fault = typed === undefined ? undefined : html`<p id="fault" role="alert"><strong>${words.fault}</strong></p>`;
  return html`<form method="post" action="${action}">${fault}<label for="address">${words.address}</label><input id="address" name="address" type="text" inputmode="email" autocomplete="email" autocapitalize="none" spellcheck="false" maxlength="254" required value="${typed?.address ?? ''}"${wrong}><label for="sender">${words.sender}</label><p class="hint" id="hint">${words.hint}</p><input id="sender" name="sender" type="text" autocomplete="off" maxlength="120" value="${typed?.sender ?? ''}" aria-describedby="hint"><button>${words.act}</button></form>`;
};

/** The page of `GET /o`, for whoever has no link at hand; with what was `typed` when that was no address. */
export const addressForm = (language: Language, typed?: Typed): Page => ({
  status: typed === undefined ? 200 : 422,
  language,
  title: WORDS[language].title,
  content: html`<h1>${WORDS[language].title}</h1>${addressFields(language, 'o', typed)}<p>${WORDS[language].explained}</p>`,
});

/** The page after `POST /o`: the same whatever the address and the name, so that nobody learns anything from it. */
export const typedOppositionRecorded = (language: Language): Page => ({
  status: 200,
  language,
  title: WORDS[language].recorded,
  content: html`<h1 class="done">${WORDS[language].recorded}</h1><p>${WORDS[language].after}</p>`,
});
