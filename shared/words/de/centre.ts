import type { CentreWords } from '../shape/centre.ts';
import { errands } from './errands.ts';
import { held } from './held.ts';

export const centre: CentreWords = {
  stopAll: (name) => `Keine Werbung mehr von ${name} erhalten`,
  closed: {
    title: (name) => `Ihre Wahlmöglichkeiten bei ${name}`,
    free: 'Die beiden Knöpfe, die Werbung beenden, sind kostenlos, wirken sofort und brauchen keinen Code.',
    part: 'Nur einen Teil abzulehnen ist ebenfalls kostenlos: sofort mit einem Code oder auf Anfrage ohne Code.',
    rest: (name) => `Genauer auswählen, ansehen oder löschen lassen, was ${name} über Sie gespeichert hat`,
    restForRequest: 'Bestätigen, dass die Anfrage von Ihnen ist',
    where: {
      message: {
        email: 'an die E‑Mail‑Adresse, die die Nachricht erhalten hat,',
        phone: 'an die Nummer, die die Nachricht erhalten hat,',
      },
      request: {
        email: 'an die E‑Mail‑Adresse, die die Anfrage betrifft,',
        phone: 'an die Nummer, die die Anfrage betrifft,',
      },
    },
    why: (where) => `Dafür müssen wir wissen, dass Sie es sind: Ein sechsstelliger Code wird ${where} gesendet.`,
    whyForRequest: (where) =>
      `Um zu bestätigen, dass die Anfrage von Ihnen ist, und Ihnen zu zeigen, was über Sie gespeichert ist, müssen wir wissen, dass Sie es sind: Ein sechsstelliger Code wird ${where} gesendet.`,
    send: 'Code anfordern',
    again: 'Weiteren Code anfordern',
    have: 'Ich habe schon einen Code',
    late: {
      email:
        'Nach zwei Minuten nichts da? Sehen Sie im Spam-Ordner nach und fordern Sie dann einen weiteren Code an. Ist die Adresse nicht mehr gespeichert, wird kein Code gesendet.',
      phone:
        'Nach zwei Minuten nichts da? Fordern Sie einen weiteren Code an. Ist die Nummer nicht mehr gespeichert, wird kein Code gesendet.',
    },
    type: 'Der erhaltene Code',
    hint: 'Sechs Ziffern, 10 Minuten und nur einmal gültig, fünf Versuche. Ein früher erhaltener Code gilt nicht mehr.',
    last: 'Nur der letzte erhaltene Code gilt, wenn er keine 10 Minuten alt ist und noch nicht verwendet wurde. Sechs Ziffern, fünf Versuche.',
    typeLast: 'Der letzte erhaltene Code',
    open: 'Weiter',
  },
  said: {
    sent: (where, moment) => `Code ${moment} angefordert: Er wird ${where} gesendet.`,
    'too-many': 'Zu viele Codes angefordert.',
    'has-code': 'Geben Sie den zuletzt erhaltenen Code ein.',
    'no-sender': 'Auf diesem Weg kann kein Code gesendet werden: Schreiben Sie an den unten genannten Kontakt.',
    'wrong-code': 'Dieser Code gilt nicht: Nehmen Sie den aus der letzten Nachricht oder fordern Sie einen neuen an.',
    closed:
      'Diese Seite wurde nach 30 Minuten geschlossen: Es wurde nichts Neues gespeichert. Was Sie vorher getan haben, bleibt gespeichert. Fordern Sie einen Code an, um fortzufahren.',
    kept: 'Ihr Text ist noch da: Sie finden ihn nach dem Code wieder.',
    stopped: {
      everything: (name) => `Erledigt: Sie lehnen jede Werbung von ${name} ab, auf allen Wegen.`,
      means: (by, name) => `Erledigt: Sie lehnen jede Werbung von ${name} ${by} ab.`,
      purpose: (what, by) => `Erledigt: Sie lehnen „${what}“ ${by} ab.`,
    },
    recorded: (what) => `Ihre Anfrage ist registriert: ${what}.`,
    agreed: 'Ihre Einwilligung ist registriert.',
    withdraw: 'Sie können diese Einwilligung hier jederzeit widerrufen.',
    confirmed: 'Ihre Bestätigung ist registriert: Diese Anfrage ist von Ihnen.',
    settled: 'Diese Anfrage wartet nicht mehr auf eine Bestätigung. Es wurde nichts gespeichert.',
    'not-understood': 'Diese Anfrage konnte nicht gelesen werden. Es wurde nichts gespeichert.',
  },
  open: {
    title: (name) => `Ihre Wahlmöglichkeiten und Ihre Daten bei ${name}`,
    noKind: 'Wählen Sie zuerst aus, was Sie möchten. Es wurde nichts gesendet.',
    missing: {
      rectification: 'Schreiben Sie, was falsch ist und was stattdessen dort stehen soll. Es wurde nichts gesendet.',
      question: 'Schreiben Sie Ihre Frage. Es wurde nichts gesendet.',
    },
    wrongWords:
      'Ihr Text ist zu lang oder enthält Zeichen, die nicht gelesen werden können. Es wurde nichts gespeichert.',
    nothing: (name) => `${name} hat hier weder Ihre Adresse noch sonst etwas zu Ihrer Person gespeichert.`,
    address: {
      email: (address) => `Ihre E‑Mail‑Adresse: ${address}`,
      phone: (address) => `Ihre Telefonnummer: ${address}`,
    },
    only: {
      email: (name) =>
        `Außer dem Knopf, der jede Werbung beendet, betrifft diese Seite nur diese E‑Mail‑Adresse. Für SMS von ${name} antworten Sie mit STOP an die Nummer am Ende einer erhaltenen SMS; für Anrufe tun Sie, was im Anruf gesagt wird, oder schreiben Sie an den unten genannten Kontakt.`,
      phone: (name) =>
        `Außer dem Knopf, der jede Werbung beendet, betrifft diese Seite nur diese Nummer. Für eine E‑Mail‑Adresse verwenden Sie den Link am Ende einer E‑Mail von ${name}.`,
    },
    since: (day) =>
      `Ihre Adresse oder Nummer ist hier seit dem ${day} gespeichert; eine Einwilligung oder ein Kauf kann älter sein.`,
    restricted: 'Aufgrund einer eingegangenen Anfrage werden Ihre Daten aufbewahrt und nicht verwendet.',
    none: 'Es ist weder eine Einwilligung noch ein Kauf gespeichert, der Werbung an Sie erlauben würde.',
    refused: 'Was Sie ablehnen',
    declared:
      'Zu Ihrer Person sind weitere Angaben gespeichert: Bitten Sie um eine Kopie Ihrer Daten, um sie zu erhalten.',
    use: (what, by) => `${what}, ${by}`,
    stop: {
      'own-offers': 'Diese Angebote nicht mehr erhalten',
      'partner-offers': 'Diese Angebote von Partnern nicht mehr erhalten',
      tracking: 'Diese Messung beenden',
    },
    stoppedSince: (day) => `Beendet seit dem ${day}.`,
    awaiting: {
      heading: 'In Ihrem Namen eingegangene Anfrage',
      why: (name) => `${name} hat Folgendes erhalten und muss vor der Antwort wissen, ob es von Ihnen kommt.`,
      notMine:
        'Wenn diese Anfrage nicht von Ihnen ist, tun Sie nichts: Solange nicht feststeht, wer sie gestellt hat, werden keine Daten herausgegeben, berichtigt oder gelöscht.',
      received: (kind, day, way) => `${kind}. Anfrage eingegangen am ${day}, ${way}.`,
      byOther: 'Gestellt von einer Person, die angibt, für Sie zu handeln.',
      mine: 'Diese Anfrage ist von mir',
      ways: {
        phone: 'telefonisch',
        onPaper: 'per Brief',
        shop: 'in einer Filiale',
        email: 'per E‑Mail',
        account: 'über ein Kundenkonto',
        partner: 'über einen Partner',
        'preference-page': 'auf dieser Seite',
      },
    },
    requests: {
      heading: 'Ihre Anfragen',
      due: (what, received, due) => `${what}. Eingegangen am ${received}, Antwort spätestens am ${due}.`,
      late: (what, received) => `${what}. Eingegangen am ${received}; die Antwort ist verspätet.`,
      answered: (what, received, answered) => `${what}. Eingegangen am ${received}, beantwortet am ${answered}.`,
    },
    agree: 'Worin Sie einwilligen können',
    free: 'Sie sind zu nichts verpflichtet: Wenn Sie nichts tun, ändert sich nichts. Sie können Ihre Einwilligung hier jederzeit widerrufen.',
    act: 'Ich willige ein',
    formNotice: 'Wie Ihre Daten verwendet werden',
    messages: 'In den letzten 30 Tagen gesendete Nachrichten',
    messagesOf: (name) => `Nur Nachrichten von ${name}, ohne Codes und Bestätigungen Ihrer Anfragen.`,
    noMessages: 'Keine.',
    texts:
      'Ihr Name, der Text der Nachrichten und Nachrichten, die älter als 30 Tage sind, stehen hier nicht: Bitten Sie um eine Kopie Ihrer Daten, um sie zu erhalten.',
    sent: (day, hour, by) => `Am ${day} um ${hour}, ${by}.`,
    ask: 'Eine Anfrage stellen',
    kind: 'Was möchten Sie?',
    words: 'Ihre Frage oder was zu berichtigen ist',
    hint: 'Auszufüllen für eine Berichtigung und für eine Frage. Senden Sie kein Ausweisdokument.',
    send: 'Anfrage senden',
    ends: 'Diese Seite schließt sich nach 30 Minuten.',
    kinds: {
      access: 'Eine Kopie meiner Daten erhalten',
      recipients: errands.knowRecipients,
      portability: 'Meine Daten als Datei erhalten, die sich anderswo verwenden lässt',
      rectification: 'Einen Fehler in meinen Daten berichtigen',
      erasure: 'Meine Daten löschen',
      restriction: 'Meine Daten behalten, aber nicht mehr verwenden',
      question: 'Eine Frage stellen',
    },
    asked: {
      access: 'Kopie Ihrer Daten, und wem sie weitergegeben wurden',
      recipients: 'Wem Ihre Daten weitergegeben wurden, mit einer Kopie Ihrer Daten',
      portability: 'Datei mit Ihren Daten',
      rectification: 'Berichtigung Ihrer Daten',
      erasure: 'Löschung Ihrer Daten',
      restriction: 'Aufbewahrung Ihrer Daten ohne Verwendung',
      question: 'Frage',
    },
  },
  moments: {
    today: (hour) => `um ${hour} (Pariser Zeit)`,
    onDay: (day, hour) => `am ${day} um ${hour} (Pariser Zeit)`,
    clock: (hours, minutes) => `${hours}:${minutes}\u00a0Uhr`,
  },
  acknowledgement: {
    received: (day) => `Wir haben Ihre Anfrage am ${day} erhalten.`,
    atOnce: {
      opposition: 'Der Widerspruch gilt bereits.',
      restriction: 'In der Zwischenzeit verwenden wir Ihre Daten nicht.',
      erasure:
        'Was zu dieser Adresse oder Nummer gespeichert ist, wird gelöscht, außer dem, was nach dem Gesetz aufbewahrt werden darf, etwa Ihre Ablehnung der Werbung oder eine Rechnung: Die Antwort sagt, was das ist. Wir senden Ihnen keine Werbung mehr, auch später nicht, außer Sie willigen erneut ein. Haben Sie vorher um eine Kopie gebeten, erhalten Sie auch diese.',
    },
    answered: (day) => `Sie wurde am ${day} beantwortet.`,
    late: 'Die Antwort ist verspätet: Sie erhalten sie unverzüglich.',
    due: (day) => `Sie erhalten spätestens am ${day} eine Antwort.`,
  },
  byText: (name) => `per ${name}`,
  families: {
    email: 'per E‑Mail',
    text: 'per SMS oder MMS',
    voice: 'per Telefon',
    other: 'auf anderem Weg',
  },
  purposes: {
    'own-offers': (name) => `Angebote von ${name}`,
    'partner-offers': (name) => `Angebote von Partnern, die ${name} Ihnen sendet`,
    tracking: () => 'Messung von Öffnungen und Klicks',
  },
  errands,
  ...held,
};
