import { html } from './html.ts';
import type { Language, Page } from './layout.ts';

/** A link that cannot be read: nothing was recorded, and what the reader can do instead. */
export const unreadableLink = (language: Language): Page => ({
  status: 404,
  language,
  title: language === 'fr' ? 'Ce lien ne peut pas être lu' : 'This link cannot be read',
  content:
    language === 'fr'
      ? html`<h1>Ce lien ne peut pas être lu</h1><p><strong>Rien n’a été enregistré.</strong> Le lien est sans doute incomplet ou abîmé.</p><h2>Que faire ?</h2><ul><li>Ouvrez-le de nouveau depuis le message, en entier.</li><li>Ou écrivez à l’expéditeur : son nom et son contact figurent au bas du message. Dire que vous ne voulez plus de publicité suffit.</li><li>Par SMS, répondez STOP au numéro indiqué dans le message.</li></ul>`
      : html`<h1>This link cannot be read</h1><p><strong>Nothing was recorded.</strong> The link is probably incomplete or damaged.</p><h2>What to do</h2><ul><li>Open it again from the message, the whole of it.</li><li>Or write to the sender, whose name and contact stand at the bottom of the message. Saying that you want no more advertising is enough.</li><li>For a text message, reply STOP to the number given in it.</li></ul>`,
});

/** Our store cannot be reached: nothing was recorded yet. A form lets the reader try again where one was sent. */
export const notRecordedNow = (language: Language, again: { isForm: boolean; everything: boolean }): Page => {
  const words = language === 'fr' ? 'Réessayer' : 'Try again';
  const scope = again.everything ? html` name="scope" value="all"` : undefined;
  const form = again.isForm ? html`<form method="post"><button${scope}>${words}</button></form>` : undefined;
  return {
    status: 503,
    language,
    title: language === 'fr' ? 'Réessayez dans un instant' : 'Try again in a moment',
    content:
      language === 'fr'
        ? html`<h1>Nous ne pouvons pas l’enregistrer pour l’instant</h1><p><strong>Votre opposition n’est pas encore confirmée.</strong> Un incident de notre côté nous en empêche. Le lien reste valable : réessayez dans quelques minutes.</p>${form}`
        : html`<h1>We cannot record it right now</h1><p><strong>Your opposition is not confirmed yet.</strong> A fault on our side prevents it. The link stays valid: try again in a few minutes.</p>${form}`,
  };
};
