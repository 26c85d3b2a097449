import { dayOf } from '../day-of.ts';
import type { CodeWords, FooterWords, TextWords } from '../shape/messages.ts';

const on = (instant: string): string => dayOf('en', instant);

export const footer: FooterWords = {
  service: (who) => `This message is sent to you by ${who}.`,
  advertising: (who) => `This is an advertising e-mail from ${who}.`,
  why: (why, publicName) => {
    switch (why.basis) {
      case 'consent':
        return `You receive it because you agreed on ${on(why.since)}${why.collectedBy === undefined ? '' : `, with ${why.collectedBy},`} to get offers from ${why.areOffersOfPartners ? 'partners of ' : ''}${publicName} by e-mail.`;
      case 'existing-customer':
        return `You receive it because you are a customer of ${publicName} (purchase or contract of ${on(why.since)})${why.asksToRenew ? '' : ' and this offer is about similar goods or services'}.`;
      case 'donation':
        return `You receive it because you made a donation to ${publicName} on ${on(why.since)}.`;
      case 'membership':
        return `You receive it because you became a member of ${publicName} on ${on(why.since)}.`;
      case 'professional-interest':
        return `You receive it in your professional capacity${why.asksToRenew ? '' : ', because this offer concerns your function'}; your details come from this source: ${why.source}${why.since === undefined ? '' : ` (${on(why.since)})`}.`;
      case 'legal-person':
        return `You receive it at the general address of a legal person${why.asksToRenew ? '' : ' that this offer may interest'}.`;
      case 'relation':
        return `It follows up on your relation with ${publicName}; you can refuse such messages without giving a reason.`;
      case 'test':
        return `You receive it because you agreed on ${on(why.since)} to get test messages from ${publicName}.`;
      case 'service':
        return '';
    }
  },
  stop: 'Stop receiving these e-mails',
  stopEnd: ': it is free, and you need not say why.',
  stopHint: 'free, no reason needed',
  choices:
    'By the same link, without stopping anything: choose what you receive, see, correct or erase what is recorded about you.',
  choicesLink: 'Without stopping anything: choose what you receive, see, correct or erase what is recorded about you.',
  notice: 'How your data are used',
  noticeEnd: ': the privacy notice.',
  colon: ': ',
  sources: {
    'data-subject': 'yourself',
    'public-source': 'a public source',
    'third-party': 'a third party',
    guessed: 'a guess',
    scraped: 'automatic collection',
  },
};

export const codes: CodeWords = {
  subject: (code) => `Your code: ${code}`,
  mail: (code, name) => `Hello,

Your code is ${code}

Type it on the page where you asked for it: you will see what ${name} holds about you, and can exercise your rights. It is valid for 10 minutes and works once.

Give it to nobody. If you asked for nothing, ignore this message: without this code nobody sees your data.

${name}
`,
  named: (code, name) => `${name}: your code is ${code}, valid for 10 minutes. Give it to nobody.`,
  bare: (code) => `Your code is ${code}, valid for 10 minutes. Give it to nobody.`,
  asked: {
    subject: 'Your request is recorded',
    mail: (what, said, name, contact) => `Hello,

Your request is recorded: ${what}

${said}

Keep this message. If you asked for nothing, contact ${name}: ${contact}

${name}
`,
    named: (day, name) => `${name}: your request is recorded. You will have an answer by ${day}.`,
    bare: (day) => `Your request is recorded. You will have an answer by ${day}.`,
  },
};

export const texts: TextWords = {
  source: 'source',
  whoWrites: (name, contact) => `${name}: you can reach us at ${contact}`,
  stopped: {
    named: (name) => `${name}: your request is recorded. You will get no more marketing texts from us.`,
    bare: 'Your request is recorded. You will get no more marketing texts from us.',
  },
};
