import type { ErrandWords } from '../shape/errands.ts';

export const errands: ErrandWords = {
  everywhere: 'at the addresses and numbers recorded as yours',
  behind: {
    intro: 'With a code you can:',
    choose: 'choose what you receive',
    again: 'receive again what you stopped',
    see: (name) =>
      `see the address or number on record, why and since when ${name} writes to you, the messages that were sent, and to whom your data were given`,
    ask: 'receive a copy of your data, have them corrected or erased',
  },
  back: {
    heading: 'Receive again',
    changed: 'Changed your mind? Receive again',
    use: (what) => `Receive again: “${what}”`,
    elsewhere: (name) => `To receive again the offers from ${name} that you refused:`,
    stopped: 'To receive again what you stopped:',
    site: (name) => `Subscribe again on the site of ${name}`,
    subject: 'My choices and my data',
    write: (name) => `Write to ${name}`,
    mail: (address) => `Write an e‑mail to ${address} (opens your mail program)`,
    contact: (name, contact) => `Contact ${name}: ${contact}`,
  },
  recipients: {
    heading: 'To whom your data were given',
    given: (partner, day) => `${partner}, most recently on ${day}.`,
    none: {
      email: (name) => `For this address, ${name} has no record of giving data to a partner.`,
      phone: (name) => `For this number, ${name} has no record of giving data to a partner.`,
    },
    latest: (count) => `Only the last ${count} are listed here.`,
    more: (name) => `Ask ${name} for a complete answer`,
  },
  sentByUs: (name) => `It is ${name} that sends you the offers from partners: no partner needs your data for that.`,
  knowRecipients: 'Know to whom my data were given',
  notes: {
    access: 'All that is recorded about you, where it comes from, and to whom it was given.',
    rectification:
      'Your name, for example, which is not shown here: this page shows only what decides which messages you receive. Write below what is wrong, and what should be there instead.',
    erasure:
      'Advertising stops at once. Your refusal of it stays on record, so that it does not begin again; the answer will say what else must be kept. You can ask for a copy first: you will receive it all the same.',
    restriction: 'Advertising stops at once, and for as long as this lasts.',
    question: 'Write it below.',
  },
  answer: {
    email: (name) => `${name} answers you within one month, at your e‑mail address shown on this page.`,
    phone: (name) => `${name} answers you within one month, and reaches you at your number.`,
  },
  answerComes: {
    email: (name) => `The answer comes from ${name}, to your e‑mail address. You need do nothing else.`,
    phone: (name) => `The answer comes from ${name}, at your number. You need do nothing else.`,
  },
  sentAs: {
    service: 'Service message, no advertising',
    relational: 'Message without an offer, about your relationship',
    renewal: 'Question: do you want to go on receiving these messages?',
    ofPartner: (partner) => `Offers from a partner: ${partner}`,
    several: (sent, count) => `${sent} ${count} messages.`,
  },
  anotherCode: (moment) => `New code asked for ${moment}: it alone works.`,
  sentWhere: (where) => `It is sent ${where}.`,
  lastCode: (next) => `You can ask for another code ${next}.`,
  reopen: 'To ask for another code later, open this page again by the link that you received.',
  lateForNow: {
    email: 'Nothing after two minutes? Look among the spam. If the address is no longer on record, no code is sent.',
    phone: 'Nothing after two minutes? If the number is no longer on record, no code is sent.',
  },
  refusedAll: (name) => `All advertising from ${name} is stopped already.`,
  refusedBy: (by, name) => `All advertising from ${name} by ${by} is stopped already.`,
  agreedTo: (what, by) => `It is for “${what}”, by ${by}.`,
  comes: {
    again: (what, by) => `You will again receive “${what}” by ${by}.`,
    now: (what, by) => `You will receive “${what}” by ${by}.`,
    still: (what, by) => `You still receive “${what}” by ${by}.`,
  },
  youWrote: 'You wrote:',
  noCode: {
    heading: 'Without a code',
    what: (name) =>
      `Still no code? Say to ${name}, without a code, what you want: to refuse, to receive again, to see, correct or erase your data, or to know to whom they were given.`,
    from: {
      email: 'Write from the address that received the message, and quote its reference.',
      phone: 'Give the number that received the message, and the reference of that message.',
    },
    reply: (name) => `${name} answers you within one month.`,
  },
  wrongLast: 'This code does not work: take the one in the last message.',
  limits: (anHour, aDay) =>
    `At most ${anHour} codes an hour, and ${aDay} a day: do everything in one go, the page stays open for 30 minutes.`,
  oneGo: (anHour, aDay) =>
    `Do everything in one go: this page closes after 30 minutes, and if you leave it you will need a new code (at most ${anHour} an hour, ${aDay} a day).`,
  twoButtons: 'The first button stops this means alone; the second all of them: e‑mails, text messages, calls.',
  others: 'Other addresses or numbers may be recorded as yours: a copy of your data names them.',
  askCopy: 'Ask for a copy of my data',
  onPage: {
    label: 'On this page',
    held: 'Choose what you receive, and why you are written to',
    ask: 'Ask for a copy, a correction or an erasure',
  },
};
