import { addressFields } from './address-form.ts';
import { html } from './html.ts';
import type { Language, Page } from './layout.ts';

/** The page at the root of the public address, for whoever follows a link back to where a message came from. */
export const startPage = (language: Language, oppositionUrl: string): Page => ({
  status: 200,
  language,
  title: language === 'fr' ? 'Les messages de ce service' : 'Messages of this service',
  content:
    language === 'fr'
      ? html`<h1>Vous avez reçu un message ?</h1><p>Des entreprises envoient leurs messages par ce service. Chaque message indique qui vous écrit, pourquoi, et comment ne plus en recevoir.</p><h2>Ne plus recevoir de publicité</h2><p>Le plus simple est d’utiliser le lien au bas du message, ou de répondre STOP à un SMS. Si vous n’avez plus le message :</p>${addressFields(language, oppositionUrl)}`
      : html`<h1>Did you receive a message?</h1><p>Companies send their messages through this service. Each message says who writes, why, and how to stop the next.</p><h2>Stop advertising</h2><p>The shortest way is to use the link at the bottom of the message, or to reply STOP to a text message. If you no longer have the message:</p>${addressFields(language, oppositionUrl)}`,
});
