import type { ErrandWords } from '../shape/errands.ts';

export const errands: ErrandWords = {
  everywhere: 'an die Adressen und Nummern, die zu Ihrer Person gespeichert sind',
  behind: {
    intro: 'Mit einem Code können Sie:',
    choose: 'auswählen, was Sie erhalten',
    again: 'wieder erhalten, was Sie beendet haben',
    see: (name) =>
      `sehen, welche Adresse oder Nummer gespeichert ist, warum und seit wann ${name} Ihnen schreibt, welche Nachrichten gesendet wurden und wem Ihre Daten weitergegeben wurden`,
    ask: 'eine Kopie Ihrer Daten erhalten, sie berichtigen oder löschen lassen',
  },
  back: {
    heading: 'Wieder erhalten',
    changed: 'Meinung geändert? Wieder erhalten',
    use: (what) => `„${what}“ wieder erhalten`,
    elsewhere: (name) => `Um die Angebote von ${name}, die Sie abgelehnt haben, wieder zu erhalten:`,
    stopped: 'Um wieder zu erhalten, was Sie beendet haben:',
    site: (name) => `Auf der Website von ${name} wieder anmelden`,
    subject: 'Meine Auswahl und meine Daten',
    write: (name) => `An ${name} schreiben`,
    mail: (address) => `Eine E‑Mail an ${address} schreiben (öffnet Ihr E‑Mail-Programm)`,
    contact: (name, contact) => `Kontakt zu ${name}: ${contact}`,
  },
  recipients: {
    heading: 'Wem Ihre Daten weitergegeben wurden',
    given: (partner, day) => `${partner}, zuletzt am ${day}.`,
    none: {
      email: (name) => `Für diese Adresse hat ${name} keine Weitergabe von Daten an einen Partner gespeichert.`,
      phone: (name) => `Für diese Nummer hat ${name} keine Weitergabe von Daten an einen Partner gespeichert.`,
    },
    latest: (count) => `Nur die letzten ${count} stehen hier.`,
    more: (name) => `${name} um eine vollständige Antwort bitten`,
  },
  sentByUs: (name) => `Die Angebote von Partnern sendet Ihnen ${name}: Kein Partner braucht dafür Ihre Daten.`,
  knowRecipients: 'Erfahren, wem meine Daten weitergegeben wurden',
  notes: {
    access: 'Alles, was über Sie gespeichert ist, woher es kommt und wem es weitergegeben wurde.',
    rectification:
      'Zum Beispiel Ihren Namen, der hier nicht angezeigt wird: Diese Seite zeigt nur, was darüber entscheidet, welche Nachrichten Sie erhalten. Schreiben Sie unten, was falsch ist und was stattdessen dort stehen soll.',
    erasure:
      'Die Werbung endet sofort. Dass Sie keine wollen, bleibt gespeichert, damit sie nicht wieder beginnt; die Antwort sagt, was sonst noch aufbewahrt werden muss. Sie können zuerst um eine Kopie bitten: Sie erhalten sie trotz der Löschung.',
    restriction: 'Die Werbung endet sofort, und solange dies gilt.',
    question: 'Schreiben Sie sie unten.',
  },
  answer: {
    email: (name) =>
      `${name} antwortet Ihnen innerhalb eines Monats, an Ihre E‑Mail‑Adresse, die auf dieser Seite steht.`,
    phone: (name) => `${name} antwortet Ihnen innerhalb eines Monats und erreicht Sie unter Ihrer Nummer.`,
  },
  answerComes: {
    email: (name) => `Die Antwort kommt von ${name}, an Ihre E‑Mail‑Adresse. Mehr müssen Sie nicht tun.`,
    phone: (name) => `Die Antwort kommt von ${name}, unter Ihrer Nummer. Mehr müssen Sie nicht tun.`,
  },
  sentAs: {
    service: 'Servicenachricht ohne Werbung',
    relational: 'Nachricht ohne Angebot zu Ihrer Beziehung',
    renewal: 'Frage: Möchten Sie diese Nachrichten weiterhin erhalten?',
    ofPartner: (partner) => `Angebote eines Partners: ${partner}`,
    several: (sent, count) => `${sent} ${count} Nachrichten.`,
  },
  anotherCode: (moment) => `Neuer Code ${moment} angefordert: Nur er gilt.`,
  sentWhere: (where) => `Er wird ${where} gesendet.`,
  lastCode: (next) => `Einen weiteren Code können Sie ${next} anfordern.`,
  reopen:
    'Um später einen weiteren Code anzufordern, öffnen Sie diese Seite wieder über den Link, den Sie erhalten haben.',
  lateForNow: {
    email:
      'Nach zwei Minuten nichts da? Sehen Sie im Spam-Ordner nach. Ist die Adresse nicht mehr gespeichert, wird kein Code gesendet.',
    phone: 'Nach zwei Minuten nichts da? Ist die Nummer nicht mehr gespeichert, wird kein Code gesendet.',
  },
  refusedAll: (name) => `Jede Werbung von ${name} ist bereits beendet.`,
  refusedBy: (by, name) => `Jede Werbung von ${name} ${by} ist bereits beendet.`,
  agreedTo: (what, by) => `Sie gilt für „${what}“, ${by}.`,
  comes: {
    again: (what, by) => `Sie erhalten ${by} wieder „${what}“.`,
    now: (what, by) => `Sie erhalten ${by} künftig „${what}“.`,
    still: (what, by) => `Sie erhalten ${by} weiterhin „${what}“.`,
  },
  youWrote: 'Sie haben geschrieben:',
  noCode: {
    heading: 'Ohne Code',
    what: (name) =>
      `Immer noch kein Code? Sagen Sie ${name} ohne Code, was Sie möchten: ablehnen, wieder erhalten, Ihre Daten ansehen, berichtigen oder löschen, oder erfahren, wem sie weitergegeben wurden.`,
    from: {
      email: 'Schreiben Sie von der Adresse aus, die die Nachricht erhalten hat, und nennen Sie ihre Referenz.',
      phone: 'Nennen Sie die Nummer, die die Nachricht erhalten hat, und die Referenz dieser Nachricht.',
    },
    reply: (name) => `${name} antwortet Ihnen innerhalb eines Monats.`,
  },
  wrongLast: 'Dieser Code gilt nicht: Nehmen Sie den aus der letzten Nachricht.',
  limits: (anHour, aDay) =>
    `Höchstens ${anHour} Codes pro Stunde und ${aDay} pro Tag: Erledigen Sie alles auf einmal, die Seite bleibt 30 Minuten offen.`,
  oneGo: (anHour, aDay) =>
    `Erledigen Sie alles auf einmal: Diese Seite schließt sich nach 30 Minuten, und wenn Sie sie verlassen, brauchen Sie einen neuen Code (höchstens ${anHour} pro Stunde, ${aDay} pro Tag).`,
  twoButtons: 'Die erste Schaltfläche beendet nur diesen Weg, die zweite alle: E‑Mails, SMS, Anrufe.',
  others: 'Zu Ihrer Person können weitere Adressen oder Nummern gespeichert sein: Eine Kopie Ihrer Daten nennt sie.',
  askCopy: 'Um eine Kopie meiner Daten bitten',
  onPage: {
    label: 'Auf dieser Seite',
    held: 'Auswählen, was Sie erhalten, und warum Ihnen geschrieben wird',
    ask: 'Um eine Kopie, Berichtigung oder Löschung bitten',
  },
};
