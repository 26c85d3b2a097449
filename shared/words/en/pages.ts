import type { GatewayWords, PageWords } from '../shape/pages.ts';

export const pages: PageWords = {
  family: {
    email: { messages: 'advertising e‑mails', all: 'all advertising e‑mails', address: 'at this address' },
    text: { messages: 'advertising text messages', all: 'all advertising text messages', address: 'at this number' },
    voice: { messages: 'advertising calls', all: 'all advertising calls', address: 'at this number' },
    other: { messages: 'advertising of this kind', all: 'all advertising of this kind', address: 'at these details' },
  },
  contact: {
    at: 'Contact:',
    reference: 'Message reference:',
    notice: 'How your data are used',
    newTab: '(new tab)',
  },
  ask: {
    title: (name, { messages }) => `Stop ${messages} from ${name}`,
    heading: (name, { messages }) => `Stop ${messages} from ${name}?`,
    act: ({ messages }) => `Stop ${messages}`,
    means: (name, { all, address }) => `By pressing the button you object to ${all} from ${name} ${address}.`,
    free: 'It is free and takes effect at once. We send you no more of them unless you ask for them yourself.',
    beyond: 'To refuse the other means as well (e‑mails, text messages, calls): the next page offers it.',
    choices: 'Refuse certain offers only (those from partners, for example), receive again, see or erase my data',
    already: 'Refused here already? It is recorded: you need not do it again, unless you have agreed again since.',
  },
  recorded: {
    title: 'Your opposition is recorded',
    everything: (name) => `${name} will send you no more advertising, by any means.`,
    family: (name, { messages, address }) => `You will receive no more ${messages} from ${name} ${address}.`,
    mayArrive: 'A message that was already sent may still arrive.',
    close: 'You can close this page.',
    widerTitle: (name) => `Refuse all advertising from ${name}?`,
    wider: (name) =>
      `You can refuse all advertising from ${name}, by any means (e‑mail, text message, call), at all the addresses and numbers recorded as yours.`,
    widerAct: (name) => `Receive no more advertising from ${name}`,
    changedMind: 'Changed your mind? The page of your choices says how to receive these messages again.',
    otherChoices: 'Manage my choices and my data',
  },
  reason: {
    title: 'Why do you no longer want these messages? (optional)',
    hint: 'Your opposition is recorded, whether you answer or not. Answers are counted, without keeping whose they are.',
    label: 'Your reason',
    choose: 'Choose a reason',
    choices: {
      'too-many': 'Too many messages',
      'not-interested': 'These offers do not interest me',
      'never-asked': 'I never asked for these messages',
      other: 'Another reason',
    },
    act: 'Send this answer',
    thanks: 'Thank you. Your opposition is recorded: this answer does not change it.',
  },
  form: {
    title: 'Stop receiving advertising',
    address: 'Your e‑mail address',
    phone: 'Or your telephone number',
    sender: 'Who wrote to you? (optional)',
    hint: 'The whole name, as the message shows it. If you leave this empty, or if we do not recognise the name, your opposition holds for every sender that uses this service today.',
    act: 'Stop advertising',
    explained:
      'It is free and takes effect at once. Your opposition holds for what you type: this address, this number, no other. This page never says whether an address or a number is in our files.',
    neither: (typed) => `“${typed}” is neither an e‑mail address nor a telephone number, and is not recorded.`,
    check: 'Please check it. A number that is not French is written with + and its country code, for example +32.',
    kept: (typed) => `Recorded: the senders concerned will send no more advertising to “${typed}”.`,
    nothing: 'Type your e‑mail address, or your telephone number.',
    none: 'Nothing was recorded.',
    after:
      'You will receive no more advertising from the senders concerned at these contact details. A message that was already sent may still arrive. You can close this page.',
  },
  start: {
    title: 'Messages of this service',
    heading: 'Did you receive a message?',
    intro:
      'Companies send their messages through this service. Each message says who writes, why, and how to stop the next.',
    stop: 'Stop advertising',
    shortest:
      'The shortest way is to use the link at the bottom of the message, or to reply STOP to a text message. If you no longer have the message:',
  },
  unreadable: {
    title: 'This link cannot be read',
    nothing: 'Nothing was recorded.',
    because: 'The link is probably incomplete.',
    whatToDo: 'What to do',
    steps: [
      'Open the complete link again from the message.',
      'Or write to the sender, whose name and contact details are at the bottom of the message: it is enough to say that you want no more advertising.',
      'If it is a text message, reply STOP to the number given in it.',
      'Or give your address or number below:',
    ],
  },
  preview: {
    title: 'A preview link',
    heading: 'This is the link of a preview',
    nothing: 'Nothing was recorded, and nothing can be recorded here.',
    explained:
      'In the message as sent, each reader has a link of their own in this place: it shows who writes, and one button to oppose.',
  },
  notNow: {
    title: 'Try again in a moment',
    heading: 'Your opposition is not confirmed yet',
    opposition: 'We cannot confirm yet that your opposition is recorded.',
    request: 'We cannot confirm yet that your request is recorded.',
    because: 'Our service is unavailable for the moment: try again in a few minutes.',
    again: 'Try again',
  },
};

export const gateway: GatewayWords = {
  notThere: {
    title: 'There is no such page',
    text: 'Nothing was recorded. If you followed a link, it is probably incomplete: open it again from the message, or write to the sender that you want no more advertising.',
  },
  tooMany: {
    title: 'Too many requests at the same time',
    text: 'Your request is not recorded. Try again in a few minutes, or write to the sender that you want no more advertising.',
  },
  unavailable: {
    title: 'Your request is not confirmed yet',
    text: 'Our service is unavailable for the moment. Try again in a few minutes.',
  },
  unreadable: {
    title: 'This request cannot be read',
    text: 'Nothing was recorded. Go back to the page before and start again.',
  },
};
