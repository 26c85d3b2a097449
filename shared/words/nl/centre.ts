import type { CentreWords } from '../shape/centre.ts';
import { errands } from './errands.ts';
import { held } from './held.ts';

export const centre: CentreWords = {
  stopAll: (name) => `Geen reclame meer van ${name} ontvangen`,
  closed: {
    title: (name) => `Uw keuzes bij ${name}`,
    free: 'De twee knoppen die reclame stoppen zijn gratis, werken meteen en er is geen code voor nodig.',
    part: 'Ook een deel weigeren is gratis: met een code, of op verzoek zonder.',
    rest: (name) => `Preciezer kiezen, bekijken of laten wissen wat ${name} over u heeft geregistreerd`,
    restForRequest: 'Bevestigen dat het verzoek van u is',
    where: {
      message: {
        email: 'naar het e‑mailadres dat het bericht heeft ontvangen',
        phone: 'naar het nummer dat het bericht heeft ontvangen',
      },
      request: {
        email: 'naar het e‑mailadres waarop het verzoek betrekking heeft',
        phone: 'naar het nummer waarop het verzoek betrekking heeft',
      },
    },
    why: (where) => `Daarvoor moeten wij weten dat u het bent: er wordt een code van zes cijfers gestuurd ${where}.`,
    whyForRequest: (where) =>
      `Om te bevestigen dat het verzoek van u is en u te tonen wat er over u is geregistreerd, moeten wij weten dat u het bent: er wordt een code van zes cijfers gestuurd ${where}.`,
    send: 'Stuur mij een code',
    again: 'Stuur mij een nieuwe code',
    have: 'Ik heb al een code',
    late: {
      email:
        'Niets na twee minuten? Kijk bij de ongewenste berichten en vraag daarna een nieuwe code aan. Als het adres niet meer is geregistreerd, wordt er geen code gestuurd.',
      phone:
        'Niets na twee minuten? Vraag een nieuwe code aan. Als het nummer niet meer is geregistreerd, wordt er geen code gestuurd.',
    },
    type: 'De ontvangen code',
    hint: 'Zes cijfers, 10 minuten en maar één keer geldig, vijf pogingen. Een eerder ontvangen code werkt niet meer.',
    last: 'Alleen de laatst ontvangen code werkt, als die nog geen 10 minuten oud is en nog niet is gebruikt. Zes cijfers, vijf pogingen.',
    typeLast: 'De laatst ontvangen code',
    open: 'Doorgaan',
  },
  said: {
    sent: (where, moment) => `Code aangevraagd ${moment}: hij wordt gestuurd ${where}.`,
    'too-many': 'Te veel codes aangevraagd.',
    'has-code': 'Voer de laatste code in die u hebt ontvangen.',
    'no-sender': 'Langs deze weg kan geen code worden gestuurd: schrijf naar het contact dat hieronder staat.',
    'wrong-code': 'Deze code werkt niet: neem die uit het laatste bericht of vraag een nieuwe aan.',
    closed:
      'Deze pagina is na 30 minuten gesloten: er is niets nieuws geregistreerd. Wat u daarvoor hebt gedaan, blijft geregistreerd. Vraag een code aan om verder te gaan.',
    kept: 'Uw tekst is bewaard: u vindt hem na de code terug.',
    stopped: {
      everything: (name) => `Gedaan: u weigert alle reclame van ${name}, op elke manier.`,
      means: (by, name) => `Gedaan: u weigert alle reclame van ${name} ${by}.`,
      purpose: (what, by) => `Gedaan: u weigert “${what}” ${by}.`,
    },
    recorded: (what) => `Uw verzoek is geregistreerd: ${what}.`,
    agreed: 'Uw toestemming is geregistreerd.',
    withdraw: 'U kunt deze toestemming hier op elk moment intrekken.',
    confirmed: 'Uw bevestiging is geregistreerd: dit verzoek is van u.',
    settled: 'Dit verzoek wacht niet meer op een bevestiging. Er is niets geregistreerd.',
    'not-understood': 'Dit verzoek kon niet worden gelezen. Er is niets geregistreerd.',
  },
  open: {
    title: (name) => `Uw keuzes en uw gegevens bij ${name}`,
    noKind: 'Kies eerst wat u vraagt. Er is niets verstuurd.',
    missing: {
      rectification: 'Schrijf wat er fout is en wat er in plaats daarvan moet staan. Er is niets verstuurd.',
      question: 'Schrijf uw vraag. Er is niets verstuurd.',
    },
    wrongWords: 'Uw tekst is te lang of bevat tekens die niet kunnen worden gelezen. Er is niets geregistreerd.',
    nothing: (name) => `${name} bewaart hier uw adres niet meer, en ook niets anders op uw naam.`,
    address: {
      email: (address) => `Uw e‑mailadres: ${address}`,
      phone: (address) => `Uw telefoonnummer: ${address}`,
    },
    only: {
      email: (name) =>
        `Behalve de knop die alle reclame stopt, gaat deze pagina alleen over dit e‑mailadres. Voor sms’en van ${name} antwoordt u STOP op het nummer aan het einde van een ontvangen sms; voor oproepen doet u wat tijdens de oproep wordt gezegd, of schrijf naar het contact hieronder.`,
      phone: (name) =>
        `Behalve de knop die alle reclame stopt, gaat deze pagina alleen over dit nummer. Voor een e‑mailadres gebruikt u de link onderaan een e‑mail van ${name}.`,
    },
    since: (day) =>
      `Uw adres of nummer staat hier geregistreerd sinds ${day}; een toestemming of een aankoop kan ouder zijn.`,
    restricted: 'Naar aanleiding van een ontvangen verzoek worden uw gegevens bewaard zonder te worden gebruikt.',
    none: 'Er is geen toestemming of aankoop geregistreerd op grond waarvan u reclame mag ontvangen.',
    refused: 'Wat u weigert',
    declared: 'Er zijn andere gegevens over u geregistreerd: vraag om een kopie van uw gegevens om ze te ontvangen.',
    use: (what, by) => `${what}, ${by}`,
    stop: {
      'own-offers': 'Deze aanbiedingen niet meer ontvangen',
      'partner-offers': 'Deze aanbiedingen van partners niet meer ontvangen',
      tracking: 'Deze meting stoppen',
    },
    stoppedSince: (day) => `Gestopt sinds ${day}.`,
    awaiting: {
      heading: 'Verzoek dat op uw naam is ontvangen',
      why: (name) => `${name} heeft het volgende ontvangen en moet weten of het van u komt voordat er antwoord komt.`,
      notMine:
        'Als dit verzoek niet van u is, doe dan niets: zolang niet vaststaat wie het heeft gedaan, worden er geen gegevens verstrekt, gerectificeerd of gewist.',
      received: (kind, day, way) => `${kind}. Verzoek ontvangen op ${day}, ${way}.`,
      byOther: 'Gedaan door iemand die zegt namens u te handelen.',
      mine: 'Dit verzoek is van mij',
      ways: {
        phone: 'per telefoon',
        onPaper: 'per brief',
        shop: 'in een winkel',
        email: 'per e‑mail',
        account: 'via een account',
        partner: 'via een partner',
        'preference-page': 'op deze pagina',
      },
    },
    requests: {
      heading: 'Uw verzoeken',
      due: (what, received, due) => `${what}. Ontvangen op ${received}, antwoord uiterlijk op ${due}.`,
      late: (what, received) => `${what}. Ontvangen op ${received}; het antwoord is te laat.`,
      answered: (what, received, answered) => `${what}. Ontvangen op ${received}, beantwoord op ${answered}.`,
    },
    agree: 'Waarvoor u toestemming kunt geven',
    free: 'Niets verplicht u daartoe: als u niets doet, verandert er niets. U kunt uw toestemming hier op elk moment intrekken.',
    act: 'Ik geef toestemming',
    formNotice: 'Hoe uw gegevens worden gebruikt',
    messages: 'Berichten die in de afgelopen 30 dagen zijn gestuurd',
    messagesOf: (name) => `Alleen de berichten van ${name}, zonder codes en bevestigingen van uw verzoeken.`,
    noMessages: 'Geen.',
    texts:
      'Uw naam, de tekst van de berichten en berichten van meer dan 30 dagen geleden staan hier niet: vraag om een kopie van uw gegevens om ze te ontvangen.',
    sent: (day, hour, by) => `Op ${day} om ${hour}, ${by}.`,
    ask: 'Een verzoek indienen',
    kind: 'Wat vraagt u?',
    words: 'Uw vraag, of wat er gecorrigeerd moet worden',
    hint: 'In te vullen voor een correctie en voor een vraag. Stuur geen identiteitsbewijs.',
    send: 'Verzoek versturen',
    ends: 'Deze pagina sluit na 30 minuten.',
    kinds: {
      access: 'Een kopie van mijn gegevens ontvangen',
      recipients: errands.knowRecipients,
      portability: 'Mijn gegevens ontvangen in een bestand dat elders bruikbaar is',
      rectification: 'Een fout in mijn gegevens corrigeren',
      erasure: 'Mijn gegevens wissen',
      restriction: 'Mijn gegevens bewaren, maar niet meer gebruiken',
      question: 'Een vraag stellen',
    },
    asked: {
      access: 'Kopie van uw gegevens, en aan wie ze zijn doorgegeven',
      recipients: 'Aan wie uw gegevens zijn doorgegeven, met een kopie van uw gegevens',
      portability: 'Bestand met uw gegevens',
      rectification: 'Correctie van uw gegevens',
      erasure: 'Wissen van uw gegevens',
      restriction: 'Bewaring van uw gegevens zonder gebruik',
      question: 'Vraag',
    },
  },
  moments: {
    today: (hour) => `om ${hour} (tijd in Parijs)`,
    onDay: (day, hour) => `op ${day} om ${hour} (tijd in Parijs)`,
    clock: (hours, minutes) => `${hours}.${minutes}\u00a0uur`,
  },
  acknowledgement: {
    received: (day) => `Wij hebben uw verzoek op ${day} ontvangen.`,
    atOnce: {
      opposition: 'Het geldt al.',
      restriction: 'Intussen gebruiken wij uw gegevens niet.',
      erasure:
        'Wat bij dit adres of nummer is geregistreerd, wordt gewist, behalve wat volgens de wet mag worden bewaard, zoals uw weigering van reclame of een factuur: het antwoord zegt wat. Wij sturen u geen reclame meer, ook later niet, tenzij u opnieuw toestemming geeft. Als u eerder om een kopie hebt gevraagd, krijgt u die ook.',
    },
    answered: (day) => `Het is op ${day} beantwoord.`,
    late: 'Het antwoord is te laat: u krijgt het zonder verder uitstel.',
    due: (day) => `U krijgt uiterlijk op ${day} antwoord.`,
  },
  byText: (name) => `per ${name.toLowerCase()}`,
  families: { email: 'per e‑mail', text: 'per sms of mms', voice: 'per telefoon', other: 'op een andere manier' },
  purposes: {
    'own-offers': (name) => `Aanbiedingen van ${name}`,
    'partner-offers': (name) => `Aanbiedingen van partners die ${name} u stuurt`,
    tracking: () => 'Meten van openen en klikken',
  },
  errands,
  ...held,
};
