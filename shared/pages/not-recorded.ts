import { html } from './html.ts';
import type { Language, Page } from './layout.ts';

/** A link that cannot be read: nothing was recorded, and what the reader can do instead. */
export const unreadableLink = (language: Language): Page => ({
  status: 404,
  language,
  title: language === 'fr' ? 'Ce lien ne peut pas être lu' : 'This link cannot be read',
  content:
    language === 'fr'
      ? html`<h1>Ce lien ne peut pas être lu</h1><p><strong>Rien n’a été enregistré.</strong> Le lien est sans doute incomplet.</p><h2>Que faire ?</h2><ul><li>Ouvrez à nouveau le lien complet depuis le message.</li><li>Ou écrivez à l’expéditeur, dont le nom et le contact figurent au bas du message : il suffit de dire que vous ne voulez plus de publicité.</li><li>Si c’est un SMS, répondez STOP au numéro indiqué dans le message.</li></ul>`
      : html`<h1>This link cannot be read</h1><p><strong>Nothing was recorded.</strong> The link is probably incomplete.</p><h2>What to do</h2><ul><li>Open the complete link again from the message.</li><li>Or write to the sender, whose name and contact are at the bottom of the message: it is enough to say that you want no more advertising.</li><li>If it is a text message, reply STOP to the number given in it.</li></ul>`,
});

/** Our store cannot be reached: nothing was recorded yet. A form lets the reader try again where one was sent. */
export const notRecordedNow = (language: Language, again: { isForm: boolean; everything: boolean }): Page => {
  const words = language === 'fr' ? 'Réessayer' : 'Try again';
  const whatEnds = again.everything ? html` name="scope" value="all"` : undefined;
  const form = again.isForm ? html`<form method="post"><button${whatEnds}>${words}</button></form>` : undefined;
  return {
    status: 503,
    language,
    title: language === 'fr' ? 'Réessayez dans un instant' : 'Try again in a moment',
    content:
      language === 'fr'
        ? html`<h1>Votre opposition n’a pas pu être enregistrée</h1><p><strong>Votre opposition n’est pas encore enregistrée.</strong> Notre service est momentanément indisponible. Le lien reste valable : réessayez dans quelques minutes.</p>${form}`
        : html`<h1>Your opposition could not be recorded</h1><p><strong>Your opposition is not recorded yet.</strong> Our service is unavailable for the moment. The link stays valid: try again in a few minutes.</p>${form}`,
  };
};
