import type { Words } from './words.ts';

/** What each channel is called to whom the data are of. */
export const CHANNELS: Words = {
  email: ['e-mail', 'e-mail'],
  sms: ['SMS', 'SMS'],
  mms: ['MMS', 'MMS'],
  rcs: ['RCS', 'RCS'],
  'automated-call': ['appel automatique', 'automated call'],
  'live-call': ['appel d’une personne', 'call by a person'],
  'voicemail-drop': ['message sur répondeur', 'voicemail'],
  fax: ['télécopie', 'fax'],
  push: ['notification d’application', 'push notification'],
  'in-app': ['message dans une application', 'message in an application'],
  'social-message': ['message sur un réseau social', 'message on a social network'],
  post: ['courrier postal', 'post'],
};
