import { addressFields } from './address-form.ts';
import { type Html, html } from './html.ts';
import type { Language, Page } from './layout.ts';

/** A link that cannot be read: nothing was recorded, and what the reader can do instead, the field of `/o` among it. */
export const unreadableLink = (language: Language): Page => ({
  status: 404,
  language,
  title: language === 'fr' ? 'Ce lien ne peut pas être lu' : 'This link cannot be read',
  content:
    language === 'fr'
      ? html`<h1>Ce lien ne peut pas être lu</h1><p><strong>Rien n’a été enregistré.</strong> Le lien est sans doute incomplet.</p><h2>Que faire ?</h2><ul><li>Ouvrez à nouveau le lien complet depuis le message.</li><li>Ou écrivez à l’expéditeur, dont le nom et les coordonnées figurent au bas du message : il suffit de dire que vous ne voulez plus de publicité.</li><li>Si c’est un SMS, répondez STOP au numéro indiqué dans le message.</li><li>Ou indiquez ci‑dessous votre adresse ou votre numéro :</li></ul>${addressFields(language, '../o')}`
      : html`<h1>This link cannot be read</h1><p><strong>Nothing was recorded.</strong> The link is probably incomplete.</p><h2>What to do</h2><ul><li>Open the complete link again from the message.</li><li>Or write to the sender, whose name and contact details are at the bottom of the message: it is enough to say that you want no more advertising.</li><li>If it is a text message, reply STOP to the number given in it.</li><li>Or give your address or number below:</li></ul>${addressFields(language, '../o')}`,
});

/** The link of a message that was only looked at: no reader ever gets it. */
export const linkOfPreview = (language: Language): Page => ({
  status: 200,
  language,
  title: language === 'fr' ? 'Lien d’aperçu' : 'A preview link',
  content:
    language === 'fr'
      ? html`<h1>Ce lien est celui d’un aperçu</h1><p><strong>Rien n’a été enregistré, et rien ne peut l’être ici.</strong></p><p>Dans le message envoyé, chaque destinataire a son propre lien à cet endroit : il montre qui écrit, et un bouton pour s’opposer.</p>`
      : html`<h1>This is the link of a preview</h1><p><strong>Nothing was recorded, and nothing can be recorded here.</strong></p><p>In the message as sent, each reader has a link of their own in this place: it shows who writes, and one button to oppose.</p>`,
});

/** A form that was sent, with the `fields` that it had, to be sent again as it was. */
export interface Again {
  readonly isForm: boolean;
  readonly fields: Readonly<Record<string, string>>;
}

const againForm = (language: Language, { isForm, fields }: Again): Html | undefined => {
  const words = language === 'fr' ? 'Réessayer' : 'Try again';
  const same = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return isForm ? html`<form method="post">${same}<button>${words}</button></form>` : undefined;
};

/**
 * Our store cannot be reached: nothing is confirmed yet. Where a form was sent, its `fields` can be sent again as they
 * were.
 */
export const notRecordedNow = (language: Language, again: Again): Page => {
  const form = againForm(language, again);
  return {
    status: 503,
    language,
    title: language === 'fr' ? 'Réessayez dans un instant' : 'Try again in a moment',
    content:
      language === 'fr'
        ? html`<h1>Votre opposition n’a pas pu être enregistrée</h1><p><strong>Votre opposition n’est pas encore enregistrée.</strong> Notre service est momentanément indisponible : réessayez dans quelques minutes.</p>${form}`
        : html`<h1>Your opposition could not be recorded</h1><p><strong>Your opposition is not recorded yet.</strong> Our service is unavailable for the moment: try again in a few minutes.</p>${form}`,
  };
};

/** The same in the preference centre, whatever was asked of it. */
export const notDoneNow = (language: Language, again: Again): Page => {
  const { content: _ofAnOpposition, ...page } = notRecordedNow(language, again);
  const form = againForm(language, again);
  return {
    ...page,
    content:
      language === 'fr'
        ? html`<h1>Réessayez dans un instant</h1><p><strong>Votre demande n’est pas encore enregistrée.</strong> Notre service est momentanément indisponible : réessayez dans quelques minutes.</p>${form}`
        : html`<h1>Try again in a moment</h1><p><strong>Your request is not recorded yet.</strong> Our service is unavailable for the moment: try again in a few minutes.</p>${form}`,
  };
};
