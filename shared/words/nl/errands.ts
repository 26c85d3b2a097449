import type { ErrandWords } from '../shape/errands.ts';

export const errands: ErrandWords = {
  everywhere: 'op al uw bekende adressen en nummers',
  behind: {
    intro: 'Met een code kunt u:',
    choose: 'kiezen wat u ontvangt',
    again: 'weer ontvangen wat u hebt gestopt',
    see: (name) =>
      `zien welk adres of nummer is geregistreerd, waarom en sinds wanneer ${name} u schrijft, welke berichten zijn gestuurd en aan wie uw gegevens zijn doorgegeven`,
    ask: 'een kopie van uw gegevens ontvangen, ze laten corrigeren of wissen',
  },
  back: {
    heading: 'Weer ontvangen',
    changed: 'Van gedachten veranderd? Weer ontvangen',
    use: (what) => `“${what}” weer ontvangen`,
    elsewhere: (name) => `Om de aanbiedingen van ${name} die u hebt geweigerd weer te ontvangen:`,
    stopped: 'Om weer te ontvangen wat u hebt gestopt:',
    site: (name) => `U opnieuw aanmelden op de site van ${name}`,
    subject: 'Mijn keuzes en mijn gegevens',
    write: (name) => `Schrijven naar ${name}`,
    mail: (address) => `Een e‑mail schrijven aan ${address} (opent uw mailprogramma)`,
    contact: (name, contact) => `Contact met ${name}: ${contact}`,
  },
  recipients: {
    heading: 'Aan wie uw gegevens zijn doorgegeven',
    given: (partner, day) => `${partner}, voor het laatst op ${day}.`,
    none: {
      email: (name) => `Voor dit adres heeft ${name} geen doorgifte van gegevens aan een partner geregistreerd.`,
      phone: (name) => `Voor dit nummer heeft ${name} geen doorgifte van gegevens aan een partner geregistreerd.`,
    },
    latest: (count) => `Alleen de laatste ${count} staan hier.`,
    more: (name) => `${name} om een volledig antwoord vragen`,
  },
  sentByUs: (name) =>
    `${name} stuurt u zelf de aanbiedingen van partners: geen enkele partner heeft daarvoor uw gegevens nodig.`,
  knowRecipients: 'Weten aan wie mijn gegevens zijn doorgegeven',
  notes: {
    access: 'Alles wat er over u is geregistreerd, waar het vandaan komt en aan wie het is doorgegeven.',
    rectification:
      'Uw naam bijvoorbeeld, die hier niet wordt getoond: deze pagina toont alleen wat bepaalt welke berichten u ontvangt. Schrijf hieronder wat er fout is en wat er in plaats daarvan moet staan.',
    erasure:
      'De reclame stopt meteen. Dat u die weigert, blijft geregistreerd, zodat ze niet opnieuw begint; het antwoord zegt wat er verder moet worden bewaard. U kunt eerst een kopie vragen: u ontvangt die ondanks het wissen.',
    restriction: 'De reclame stopt meteen, en zolang dit duurt.',
    question: 'Schrijf die hieronder.',
  },
  answer: {
    email: (name) => `${name} antwoordt u binnen een maand, op uw e‑mailadres dat op deze pagina staat.`,
    phone: (name) => `${name} antwoordt u binnen een maand, op uw nummer.`,
  },
  answerComes: {
    email: (name) => `Het antwoord komt van ${name}, op uw e‑mailadres. U hoeft verder niets te doen.`,
    phone: (name) => `Het antwoord komt van ${name}, op uw nummer. U hoeft verder niets te doen.`,
  },
  sentAs: {
    service: 'Servicebericht, zonder reclame',
    relational: 'Bericht zonder aanbieding, over uw relatie',
    renewal: 'Vraag: wilt u deze berichten blijven ontvangen?',
    ofPartner: (partner) => `Aanbiedingen van een partner: ${partner}`,
    several: (sent, count) => `${sent} ${count} berichten.`,
  },
  anotherCode: (moment) => `Nieuwe code aangevraagd ${moment}: alleen deze werkt.`,
  sentWhere: (where) => `Hij wordt gestuurd ${where}.`,
  lastCode: (next) => `U kunt ${next} een andere code aanvragen.`,
  reopen: 'Om later een andere code aan te vragen, opent u deze pagina opnieuw met de link die u hebt ontvangen.',
  lateForNow: {
    email:
      'Niets na twee minuten? Kijk bij de ongewenste berichten. Als het adres niet meer is geregistreerd, wordt er geen code gestuurd.',
    phone: 'Niets na twee minuten? Als het nummer niet meer is geregistreerd, wordt er geen code gestuurd.',
  },
  refusedAll: (name) => `Alle reclame van ${name} is al gestopt.`,
  refusedBy: (by, name) => `Alle reclame van ${name} ${by} is al gestopt.`,
  agreedTo: (what, by) => `Die geldt voor “${what}”, ${by}.`,
  comes: {
    again: (what, by) => `U ontvangt weer “${what}” ${by}.`,
    now: (what, by) => `U ontvangt voortaan “${what}” ${by}.`,
    still: (what, by) => `U ontvangt nog steeds “${what}” ${by}.`,
  },
  youWrote: 'U hebt geschreven:',
  noCode: {
    heading: 'Zonder code',
    what: (name) =>
      `Nog steeds geen code? Zeg ${name} zonder code wat u wilt: weigeren, weer ontvangen, uw gegevens bekijken, corrigeren of wissen, of weten aan wie ze zijn doorgegeven.`,
    from: {
      email: 'Schrijf vanaf het adres dat het bericht heeft ontvangen, en vermeld het kenmerk ervan.',
      phone: 'Vermeld het nummer dat het bericht heeft ontvangen, en het kenmerk van dat bericht.',
    },
    reply: (name) => `${name} antwoordt u binnen een maand.`,
  },
  wrongLast: 'Deze code werkt niet: neem die uit het laatste bericht.',
  limits: (anHour, aDay) =>
    `Hoogstens ${anHour} codes per uur en ${aDay} per dag: doe alles in één keer, de pagina blijft 30 minuten open.`,
  oneGo: (anHour, aDay) =>
    `Doe alles in één keer: deze pagina sluit na 30 minuten, en als u die verlaat, hebt u een nieuwe code nodig (hoogstens ${anHour} per uur, ${aDay} per dag).`,
  twoButtons: 'De eerste knop stopt alleen dit middel; de tweede alle: e‑mail, sms, telefoon.',
  others: 'Er kunnen andere adressen of nummers als de uwe zijn geregistreerd: een kopie van uw gegevens noemt ze.',
  askCopy: 'Om een kopie van mijn gegevens vragen',
  onPage: {
    label: 'Op deze pagina',
    held: 'Kiezen wat u ontvangt, en waarom wij u schrijven',
    ask: 'Om een kopie, een correctie of wissen vragen',
  },
};
