/** Every channel that a message or a fact may name (L. 34-5 CPCE and its neighbours): one line each, in any order. */
export { automatedCall } from './automated-call/channel.ts';
export { email } from './email/channel.ts';
export { fax } from './fax/channel.ts';
export { inApp } from './in-app/channel.ts';
export { liveCall } from './live-call/channel.ts';
export { mms } from './mms/channel.ts';
export { post } from './post/channel.ts';
export { push } from './push/channel.ts';
export { rcs } from './rcs/channel.ts';
export { sms } from './sms/channel.ts';
export { socialMessage } from './social-message/channel.ts';
export { voicemailDrop } from './voicemail-drop/channel.ts';
