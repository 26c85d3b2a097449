/** The same in English as in `french.ts`. */
const MESSAGES =
  '(?:communications?|e-?mails?|texts?|sms|newsletters?|offers?|promotions?|news|updates?|marketing|mailings?|mailing list|messages|invitations?|tips)';
const BY_ITSELF = `\\b(?:our|these|such|promotional|marketing|more|the|with) ?(?:[a-z'-]+ ){0,2}${MESSAGES}\\b|\\b(?:marketing|promotional|newsletter|offers|mailing list)\\b`;
const SENDING = '(?:email|e-mail|emailing|e-mailing|write to|writing to|contact|contacting|text|texting) you\\b';
const NEWS_OF_US = /hear(?:ing)? (?:more )?from/.source;
const WISH = '(?:would you|do you|if you|want|wish|like|love|happy|prefer|confirm|say|please|need)';

/** Words after which the same is no request: what the person did. */
export const DONE_IN_ENGLISH =
  /\b(?:you(?:'ve| have)? (?:asked|requested|chose|chosen|decided)|your request|(?:has|have) (?:asked|requested)) (?:us )?to (?:re-?subscribe|receive|get|join|sign up)[^.!?,;:]*/g;

export const MESSAGES_AGAIN_IN_ENGLISH: readonly RegExp[] = [
  /\bre-?subscribe\b|\bopt(?:ing)? (?:yourself )?back in\b/,
  /\bopt(?:ing)? in (?:here|again|to (?:our|hear|receiv\w+|marketing|news\w*|offers|e-?mails?))\b/,
  /\b(?:subscribe|sign up|sign yourself up|join(?: us)?) (?:again|once more)\b|\bre-?join (?:us\b|it\b|(?:our|the) (?:mailing )?(?:list|newsletter))/,
  new RegExp(
    `\\b(?:re-?activate|re-?enable|resume|restore|(?:turn|switch)(?: back)? on|(?:turn|switch) (?:[a-z-]+ ){1,4}(?:back )?on)\\b[^.!?]{0,12}(?:${BY_ITSELF})`,
  ),
  new RegExp(`\\b(?:turn|switch) (?:[a-z-]+ ){0,2}(?:${BY_ITSELF}) (?:back )?on\\b`),
  new RegExp(
    `\\b(?:keep|continue|carry on|go on|start|begin)\\b[^.!?]{0,20}\\b(?:receiv(?:e|ing)|get(?:ting)?|send(?:ing)? you)\\b[^.!?]{0,12}(?:${BY_ITSELF})`,
  ),
  new RegExp(`\\b(?:keep|continue|carry on|go on)\\b[^.!?]{0,10}\\b${SENDING}`),
  new RegExp(`\\bstill (?:want|wish|like) to (?:receive|get) (?:${BY_ITSELF})`),
  /\b(?:stay|remain) (?:subscribed|on (?:our|the) (?:mailing )?list)\b/,
];

export const RETURN_IN_ENGLISH: readonly RegExp[] = [
  new RegExp(
    `\\b${WISH}\\b[^.!?]{0,30}\\b(?:to |keep |continue |still )?${NEWS_OF_US} (?!you\\b)(?![^.!?]{0,25}\\babout (?:your|this|the)\\b)`,
  ),
  /\bwe miss you\b|(?<!\bsorry[^.!?]{0,12})\bwe(?:'ve| have) missed you\b(?! (?:today|yesterday|at|when|this)\b)|\bcome back to us\b/,
  /\bpreferences (?:are|still) (?:up to date|correct|right|current)|\bpreferences (?:up to date|correct|right)\?/,
  /\b(?:update|review|check|refresh|complete)\b[^.!?]{0,20}\b(?:marketing|communication|contact|mailing|subscription) preferences\b/,
];

export const AGREE_IN_ENGLISH: readonly RegExp[] = [
  new RegExp(
    `\\byour (?:permission|consent|agreement|ok|okay|go-ahead)\\b[^.!?]{0,40}(?:\\b${SENDING}(?! (?:about|regarding) (?:your|this))|\\bsend(?:ing)? you (?:${BY_ITSELF})|\\b(?:for|to receive) (?:${BY_ITSELF}))`,
  ),
  new RegExp(`\\b(?:would you like|do you want|want|wish|like|agree) to (?:receive|get) (?:${BY_ITSELF})`),
  /\bmay we (?:write to|email|contact|text) you\b/,
  /\b(?:subscribe|sign up|opt in|register) (?:to|for) (?:our|the) (?:[a-z-]+ ){0,2}(?:newsletter|mailing list|offers|news|updates|e-?mails|texts|tips)\b|\bjoin (?:our|the) (?:mailing list|newsletter)\b/,
];

export const STOPPED_IN_ENGLISH = new RegExp(
  `\\b(?:no longer|not|never|don't|won't) (?:get|receive|getting|receiving)\\b[^.!?]{0,12}(?:${BY_ITSELF})|\\b(?:no longer|not|never|don't|won't) ${NEWS_OF_US} us\\b|\\bnot (?:subscribed|signed up|opted in)\\b|\\bopted out\\b|\\bunsubscribed\\b|\\b(?:turned|switched) (?:${BY_ITSELF}) off\\b|\\bmiss(?:ing)? (?:out )?on (?:${BY_ITSELF}|news\\b)|\\bleft (?:our|the) (?:mailing )?list\\b`,
);
export const INVITED_IN_ENGLISH =
  /\bchange (?:your mind|that|this|your (?:choice|preferences|settings))\b|\bchanged your mind\b|\b(?:reply|text|press|tap|click) yes\b|\bupdate your (?:[a-z-]+ )?(?:preferences|settings)\b|\b(?:turn|switch) (?:it|them|e-?mails?|texts?|these|notifications) (?:back )?on\b|\b(?:turn|switch) on (?:e-?mails?|texts?|notifications)\b|\bsubscribe (?:here|below)\b|\bsign up (?:here|below)\b/;
