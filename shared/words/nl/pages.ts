import type { GatewayWords, PageWords } from '../shape/pages.ts';

export const pages: PageWords = {
  family: {
    email: { messages: 'reclame per e‑mail', all: 'alle reclame per e‑mail', address: 'op dit adres' },
    text: { messages: 'reclame per sms en mms', all: 'alle reclame per sms en mms', address: 'op dit nummer' },
    voice: { messages: 'reclame per telefoon', all: 'alle reclame per telefoon', address: 'op dit nummer' },
    other: {
      messages: 'reclame op deze manier',
      all: 'alle reclame op deze manier',
      address: 'op deze contactgegevens',
    },
  },
  contact: {
    at: 'Contact:',
    reference: 'Kenmerk van het bericht:',
    notice: 'Hoe uw gegevens worden gebruikt',
    newTab: '(nieuw tabblad)',
  },
  ask: {
    title: (name, { messages }) => `Geen ${messages} meer van ${name}`,
    heading: (name, { messages }) => `Geen ${messages} meer van ${name} ontvangen?`,
    act: ({ messages }) => `Geen ${messages} meer ontvangen`,
    means: (name, { all, address }) =>
      `Door op de knop te drukken maakt u bezwaar tegen ${all} van ${name} ${address}.`,
    free: 'Dat is gratis en werkt meteen. Wij sturen u die niet meer, tenzij u er zelf om vraagt.',
    beyond: 'Ook de andere manieren weigeren (e‑mail, sms, telefoon): dat biedt de volgende pagina.',
    choices:
      'Alleen bepaalde aanbiedingen weigeren (bijvoorbeeld die van partners), weer ontvangen, mijn gegevens bekijken of wissen',
    already:
      'Hebt u hier al geweigerd? Dat is geregistreerd: u hoeft niets opnieuw te doen, tenzij u sindsdien weer toestemming hebt gegeven.',
  },
  recorded: {
    title: 'Uw bezwaar is geregistreerd',
    everything: (name) => `${name} stuurt u geen reclame meer, op geen enkele manier.`,
    family: (name, { messages, address }) => `U ontvangt ${address} geen ${messages} meer van ${name}.`,
    mayArrive: 'Een bericht dat al is verzonden, kan nog aankomen.',
    close: 'U kunt deze pagina sluiten.',
    widerTitle: (name) => `Alle reclame van ${name} weigeren?`,
    wider: (name) =>
      `U kunt alle reclame van ${name} weigeren, op welke manier ook (e‑mail, sms, telefoon), op al uw bekende adressen en nummers.`,
    widerAct: (name) => `Geen reclame meer van ${name} ontvangen`,
    changedMind: 'Van gedachten veranderd? De pagina met uw keuzes zegt hoe u deze berichten weer ontvangt.',
    otherChoices: 'Mijn keuzes en mijn gegevens beheren',
  },
  reason: {
    title: 'Waarom wilt u deze berichten niet meer ontvangen? (niet verplicht)',
    hint: 'Uw bezwaar is geregistreerd, of u nu antwoordt of niet. De antwoorden worden geteld; van wie ze komen, wordt niet bewaard.',
    label: 'Uw reden',
    choose: 'Kies een reden',
    choices: {
      'too-many': 'Te veel berichten',
      'not-interested': 'Deze aanbiedingen interesseren mij niet',
      'never-asked': 'Ik heb nooit om deze berichten gevraagd',
      other: 'Een andere reden',
    },
    act: 'Dit antwoord versturen',
    thanks: 'Dank u. Uw bezwaar is geregistreerd; dit antwoord verandert dat niet.',
  },
  form: {
    title: 'Geen reclame meer ontvangen',
    address: 'Uw e‑mailadres',
    phone: 'Of uw telefoonnummer',
    sender: 'Van wie was het bericht? (niet verplicht)',
    hint: 'De volledige naam, zoals die in het bericht staat. Als u dit veld leeg laat, of als wij de naam niet herkennen, geldt uw bezwaar voor alle afzenders die deze dienst op dit moment gebruiken.',
    act: 'Geen reclame meer ontvangen',
    explained:
      'Dat is gratis en werkt meteen. Uw bezwaar geldt voor wat u invult: dit adres, dit nummer, geen ander. Deze pagina zegt nooit of een adres of een nummer in onze bestanden staat.',
    neither: (typed) => `‘${typed}’ is geen e‑mailadres en geen telefoonnummer, en is niet geregistreerd.`,
    check:
      'Controleer wat u hebt ingevuld. Een nummer dat niet Frans is, schrijft u met + en de landcode, bijvoorbeeld +32.',
    kept: (typed) => `Geregistreerd: de betrokken afzenders sturen geen reclame meer naar ‘${typed}’.`,
    nothing: 'Vul uw e‑mailadres of uw telefoonnummer in.',
    none: 'Er is niets geregistreerd.',
    after:
      'U ontvangt op deze contactgegevens geen reclame meer van de betrokken afzenders. Een bericht dat al is verzonden, kan nog aankomen. U kunt deze pagina sluiten.',
  },
  start: {
    title: 'De berichten van deze dienst',
    heading: 'Hebt u een bericht ontvangen?',
    intro:
      'Bedrijven versturen hun berichten via deze dienst. In elk bericht staat wie u schrijft, waarom, en hoe u er geen meer ontvangt.',
    stop: 'Geen reclame meer ontvangen',
    shortest:
      'Het eenvoudigst is de link onderaan het bericht te gebruiken, of een sms met STOP te beantwoorden. Als u het bericht niet meer hebt:',
  },
  unreadable: {
    title: 'Deze link kan niet worden gelezen',
    nothing: 'Er is niets geregistreerd.',
    because: 'De link is waarschijnlijk onvolledig.',
    whatToDo: 'Wat kunt u doen?',
    steps: [
      'Open de volledige link nog een keer vanuit het bericht.',
      'Of schrijf naar de afzender, van wie de naam en de contactgegevens onderaan het bericht staan: het is genoeg om te zeggen dat u geen reclame meer wilt.',
      'Als het een sms is, antwoord dan STOP op het nummer dat erin staat.',
      'Of vul hieronder uw adres of nummer in:',
    ],
  },
  preview: {
    title: 'Link van een voorbeeld',
    heading: 'Dit is de link van een voorbeeld',
    nothing: 'Er is niets geregistreerd, en hier kan niets worden geregistreerd.',
    explained:
      'In het verzonden bericht heeft elke ontvanger hier een eigen link: die toont wie schrijft, en een knop om bezwaar te maken.',
  },
  notNow: {
    title: 'Probeer het zo dadelijk opnieuw',
    heading: 'Uw bezwaar is nog niet bevestigd',
    opposition: 'We kunnen nog niet bevestigen dat uw bezwaar is geregistreerd.',
    request: 'We kunnen nog niet bevestigen dat uw verzoek is geregistreerd.',
    because: 'Onze dienst is tijdelijk niet beschikbaar: probeer het over enkele minuten opnieuw.',
    again: 'Opnieuw proberen',
  },
};

export const gateway: GatewayWords = {
  notThere: {
    title: 'Deze pagina bestaat niet',
    text: 'Er is niets geregistreerd. Als u een link hebt gevolgd, is die waarschijnlijk onvolledig: open hem nog een keer vanuit het bericht, of schrijf de afzender dat u geen reclame meer wilt.',
  },
  tooMany: {
    title: 'Te veel verzoeken tegelijk',
    text: 'Uw verzoek is niet geregistreerd. Probeer het over enkele minuten opnieuw, of schrijf de afzender dat u geen reclame meer wilt.',
  },
  unavailable: {
    title: 'Uw verzoek is nog niet bevestigd',
    text: 'Onze dienst is tijdelijk niet beschikbaar. Probeer het over enkele minuten opnieuw.',
  },
  unreadable: {
    title: 'Dit verzoek kan niet worden gelezen',
    text: 'Er is niets geregistreerd. Ga terug naar de vorige pagina en begin opnieuw.',
  },
};
