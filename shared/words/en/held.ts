import type { HeldWords } from '../shape/held.ts';

export const held: HeldWords = {
  sales: {
    order: (day) => `You are a customer: your order of ${day}.`,
    'service-contract': (day) => `You are a customer: your contract of ${day}.`,
    'paid-subscription': (day) => `You are a customer: your subscription of ${day}.`,
    'free-account': (day) => `Your free account, since ${day}.`,
    donation: (day) => `Your donation of ${day}.`,
    membership: (day) => `Your membership of ${day}.`,
    'account-only': (day) => `Your account, since ${day}.`,
    quote: (day) => `Your request for a quote of ${day}.`,
    lead: (day) => `Your enquiry of ${day}.`,
    contest: (day) => `Your entry in a contest, on ${day}.`,
    basket: (day) => `Your basket of ${day}.`,
  },
  consents: {
    given: (day) => `Your agreement of ${day}.`,
    pending: (day) => `Your agreement of ${day}, which is not confirmed.`,
    withdrawn: (day, ended) => `Your agreement of ${day}, which you withdrew on ${ended}.`,
    invalidated: (day, ended) => `Your agreement of ${day}, set aside on ${ended}.`,
  },
  collectedBy: (partner) => `Given with ${partner}.`,
  capacities: {
    professional: 'In your professional capacity, for offers that concern your function.',
    legalPerson:
      'General contact details of a legal person (company, association, public body) that these offers may interest.',
    source: (source) => `Your contact details come from this source: ${source}.`,
    sourceOn: (source, day) => `Your contact details come from this source: ${source} (${day}).`,
  },
  refusals: {
    received: {
      phone: 'You said so by telephone.',
      onPaper: 'You wrote so by letter.',
      shop: 'You said so in a shop.',
      email: 'You wrote so by e-mail.',
      account: 'You chose so in your account.',
      partner: 'A list or a partner passed it on.',
      complaint: 'You complained.',
    },
    agreedSince: ', except what you agreed to since',
    afterErasure: 'This follows a request for erasure.',
    everything: (day) => `All advertising, since ${day}.`,
    means: (by, day) => `All advertising by ${by}, since ${day}.`,
    purpose: (what, by, day) => `“${what}” by ${by}, since ${day}.`,
  },
};
