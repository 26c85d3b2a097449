import { ACKNOWLEDGEMENT } from '#shared/domain/rights/acknowledgement.ts';
import type { CentreWords } from '../shape/centre.ts';
import { errands } from './errands.ts';
import { held } from './held.ts';

export const centre: CentreWords = {
  stopAll: (name) => `Receive no more advertising from ${name}`,
  closed: {
    title: (name) => `Your choices at ${name}`,
    free: 'The two buttons that stop advertising are free, take effect at once, and need no code.',
    part: 'To refuse only a part of it is free too: at once with a code, or on request without one.',
    rest: (name) => `Choose more precisely, see or erase what ${name} has recorded about you`,
    restForRequest: 'Confirm that the request is yours',
    where: {
      message: {
        email: 'to the e‑mail address that received the message',
        phone: 'to the number that received the message',
      },
      request: {
        email: 'to the e‑mail address that the request is about',
        phone: 'to the number that the request is about',
      },
    },
    why: (where) => `For this we must know that it is you: a code of six digits is sent ${where}.`,
    whyForRequest: (where) =>
      `To confirm that the request is yours, and to show you what is recorded about you, we must know that it is you: a code of six digits is sent ${where}.`,
    send: 'Send me a code',
    again: 'Send me another code',
    have: 'I already have a code',
    late: {
      email:
        'Nothing after two minutes? Look in your spam folder, then ask for another code. If the address is no longer on record, no code is sent.',
      phone: 'Nothing after two minutes? Ask for another code. If the number is no longer on record, no code is sent.',
    },
    type: 'The code you received',
    hint: 'Six digits, valid for 10 minutes, once only, five tries. A code received before no longer works.',
    last: 'Only the last code that you received works, if it is less than 10 minutes old and was not used yet. Six digits, five tries.',
    typeLast: 'The last code received',
    open: 'Continue',
  },
  said: {
    sent: (where, moment) => `Code asked for ${moment}: it is sent ${where}.`,
    'too-many': 'Too many codes asked for.',
    'has-code': 'Type the last code that you received.',
    'no-sender': 'No code can be sent by this means: write to the contact given below.',
    'wrong-code': 'This code does not work: take the one in the last message, or ask for another one.',
    closed:
      'This page closed after 30 minutes: nothing new was recorded. What you did before remains recorded. Ask for a code to go on.',
    kept: 'Your text is kept: you will find it again after the code.',
    stopped: {
      everything: (name) => `Done: you refuse all advertising from ${name}, by any means.`,
      means: (by, name) => `Done: you refuse all advertising from ${name} by ${by}.`,
      purpose: (what, by) => `Done: you refuse “${what}” by ${by}.`,
    },
    recorded: (what) => `Your request is recorded: ${what}.`,
    agreed: 'Your agreement is recorded.',
    withdraw: 'You can withdraw this agreement here at any time.',
    confirmed: 'Your confirmation is recorded: this request is yours.',
    settled: 'This request no longer waits for a confirmation. Nothing was recorded.',
    'not-understood': 'This request could not be read. Nothing was recorded.',
  },
  open: {
    title: (name) => `Your choices and your data at ${name}`,
    noKind: 'First choose what you would like to ask for. Nothing was sent.',
    missing: {
      rectification: 'Write what is wrong, and what should be there instead. Nothing was sent.',
      question: 'Write your question. Nothing was sent.',
    },
    wrongWords: 'Your text is too long, or contains characters that cannot be read. Nothing was recorded.',
    nothing: (name) => `${name} no longer holds your address, nor anything else in your name here.`,
    address: {
      email: (address) => `Your e‑mail address: ${address}`,
      phone: (address) => `Your telephone number: ${address}`,
    },
    only: {
      email: (name) =>
        `Apart from the button that stops all advertising, this page is about this e‑mail address alone. For text messages from ${name}, reply STOP to the number given at the end of one that you received; for calls, do what is said during the call, or write to the contact below.`,
      phone: (name) =>
        `Apart from the button that stops all advertising, this page is about this number alone. For an e‑mail address, use the link at the end of an e‑mail from ${name}.`,
    },
    since: (day) =>
      `Your address or number has been on record here since ${day}; an agreement or a purchase may be older.`,
    restricted: 'Following a request that was received, your data are kept and not used.',
    none: 'No agreement and no purchase is recorded that would allow advertising to you.',
    refused: 'What you refuse',
    declared: 'Other details about you are recorded: ask for a copy of your data to receive them.',
    use: (what, by) => `${what}, by ${by}`,
    stop: {
      'own-offers': 'Receive no more of these offers',
      'partner-offers': 'Receive no more of these offers from partners',
      tracking: 'Stop this tracking',
    },
    stoppedSince: (day) => `Stopped since ${day}.`,
    awaiting: {
      heading: 'Request received in your name',
      why: (name) => `${name} received what follows, and must know whether it comes from you before it answers.`,
      notMine:
        'If this request is not yours, do nothing: as long as it is not established who made it, no data are given, corrected or erased.',
      received: (kind, day, way) => `${kind}. Request received on ${day}, ${way}.`,
      byOther: 'Made by somebody who says that they act for you.',
      mine: 'This request is mine',
      ways: {
        phone: 'by telephone',
        onPaper: 'by letter',
        shop: 'in a shop',
        email: 'by e‑mail',
        account: 'from an account',
        partner: 'from a partner',
        'preference-page': 'on this page',
      },
    },
    requests: {
      heading: 'Your requests',
      due: (what, received, due) => `${what}. Received on ${received}, answer by ${due}.`,
      late: (what, received) => `${what}. Received on ${received}; the answer is late.`,
      answered: (what, received, answered) => `${what}. Received on ${received}, answered on ${answered}.`,
    },
    agree: 'What you can agree to',
    free: 'Nothing obliges you to: if you do nothing, nothing changes. You can withdraw your agreement here at any time.',
    act: 'I agree',
    formNotice: 'How your data are used',
    messages: 'Messages sent in the last 30 days',
    messagesOf: (name) => `Messages from ${name} only, without codes and confirmations of your requests.`,
    noMessages: 'None.',
    texts:
      'Your name, the text of the messages and messages of more than 30 days ago are not shown here: ask for a copy of your data to receive them.',
    sent: (day, hour, by) => `On ${day} at ${hour}, by ${by}.`,
    ask: 'Make a request',
    kind: 'What would you like to ask for?',
    words: 'Your question, or what should be corrected',
    hint: 'To be filled in for a correction and for a question. Do not send any identity document.',
    send: 'Send the request',
    ends: 'This page closes after 30 minutes.',
    kinds: {
      access: 'Receive a copy of my data',
      recipients: errands.knowRecipients,
      portability: 'Receive my data in a file that can be used elsewhere',
      rectification: 'Correct a mistake in my data',
      erasure: 'Erase my data',
      restriction: 'Keep my data, but stop using them',
      question: 'Ask a question',
    },
    asked: {
      access: 'Copy of your data, and to whom they were given',
      recipients: 'To whom your data were given, with a copy of your data',
      portability: 'File of your data',
      rectification: 'Correction of your data',
      erasure: 'Erasure of your data',
      restriction: 'Your data kept and not used',
      question: 'Question',
    },
  },
  moments: {
    today: (hour) => `at ${hour} (Paris time)`,
    onDay: (day, hour) => `on ${day} at ${hour} (Paris time)`,
    clock: (hours, minutes) => `${hours}:${minutes}`,
  },
  acknowledgement: ACKNOWLEDGEMENT.en,
  byText: (name) => name,
  families: { email: 'e‑mail', text: 'text message', voice: 'telephone call', other: 'other means' },
  purposes: {
    'own-offers': (name) => `Offers from ${name}`,
    'partner-offers': (name) => `Offers from partners, sent to you by ${name}`,
    tracking: () => 'Tracking of opens and clicks',
  },
  errands,
  ...held,
};
