import type { GatewayWords, PageWords } from '../shape/pages.ts';

export const pages: PageWords = {
  family: {
    email: { messages: 'Werbe‑E‑Mails', all: 'allen Werbe‑E‑Mails', address: 'an diese Adresse' },
    text: { messages: 'Werbe‑SMS und ‑MMS', all: 'allen Werbe‑SMS und ‑MMS', address: 'an diese Nummer' },
    voice: { messages: 'Werbeanrufe', all: 'allen Werbeanrufen', address: 'unter dieser Nummer' },
    other: {
      messages: 'Werbung auf diesem Weg',
      all: 'jeder Werbung auf diesem Weg',
      address: 'unter diesen Kontaktdaten',
    },
  },
  contact: {
    at: 'Kontakt:',
    reference: 'Referenz der Nachricht:',
    notice: 'Wie Ihre Daten verwendet werden',
    newTab: '(neuer Tab)',
  },
  ask: {
    title: (name, { messages }) => `Keine ${messages} mehr von ${name}`,
    heading: (name, { messages }) => `Keine ${messages} mehr von ${name}?`,
    act: ({ messages }) => `Keine ${messages} mehr erhalten`,
    means: (name, { all, address }) => `Mit dieser Schaltfläche widersprechen Sie ${all} von ${name} ${address}.`,
    free: 'Das ist kostenlos und wirkt sofort. Wir senden Ihnen keine mehr, außer Sie bitten selbst darum.',
    beyond: 'Auch die anderen Wege ablehnen (E‑Mails, SMS, Anrufe): Das bietet die nächste Seite an.',
    choices:
      'Nur bestimmte Angebote ablehnen (etwa die von Partnern), wieder erhalten, meine Daten ansehen oder löschen',
    already:
      'Sie haben hier schon abgelehnt? Es ist gespeichert: Sie müssen nichts wiederholen, außer Sie haben seither wieder eingewilligt.',
  },
  recorded: {
    title: 'Ihr Widerspruch ist registriert',
    everything: (name) => `Sie erhalten von ${name} auf keinem Weg mehr Werbung.`,
    family: (name, { messages, address }) => `Sie erhalten von ${name} keine ${messages} mehr ${address}.`,
    mayArrive: 'Eine bereits versandte Nachricht kann Sie noch erreichen.',
    close: 'Sie können diese Seite schließen.',
    widerTitle: (name) => `Jede Werbung von ${name} ablehnen?`,
    wider: (name) =>
      `Sie können jede Werbung von ${name} ablehnen, gleich auf welchem Weg (E‑Mail, SMS, Anruf), an alle Adressen und Nummern, die zu Ihrer Person gespeichert sind.`,
    widerAct: (name) => `Keine Werbung mehr von ${name} erhalten`,
    changedMind: 'Meinung geändert? Die Seite mit Ihrer Auswahl sagt, wie Sie diese Nachrichten wieder erhalten.',
    otherChoices: 'Meine Auswahl und meine Daten verwalten',
  },
  reason: {
    title: 'Warum möchten Sie keine Werbung mehr? (freiwillig)',
    hint: 'Ihr Widerspruch ist registriert, ob Sie antworten oder nicht. Die Antworten werden gezählt; von wem sie kommen, wird nicht festgehalten.',
    label: 'Ihr Grund',
    choose: 'Wählen Sie einen Grund',
    choices: {
      'too-many': 'Zu viele Nachrichten',
      'not-interested': 'Diese Angebote interessieren mich nicht',
      'never-asked': 'Ich habe nie um diese Nachrichten gebeten',
      other: 'Ein anderer Grund',
    },
    act: 'Diese Antwort senden',
    thanks: 'Danke. Ihr Widerspruch ist registriert; diese Antwort ändert daran nichts.',
  },
  form: {
    title: 'Keine Werbung mehr erhalten',
    address: 'Ihre E‑Mail‑Adresse',
    phone: 'Oder Ihre Telefonnummer',
    sender: 'Wer hat Ihnen geschrieben? (freiwillig)',
    hint: 'Der vollständige Name, wie ihn die Nachricht anzeigt. Wenn Sie dieses Feld leer lassen oder wir den Namen nicht erkennen, gilt Ihr Widerspruch für alle Absender, die diesen Dienst derzeit nutzen.',
    act: 'Keine Werbung mehr erhalten',
    explained:
      'Das ist kostenlos und wirkt sofort. Ihr Widerspruch gilt für das, was Sie angeben: diese Adresse, diese Nummer, keine andere. Diese Seite verrät nie, ob eine Adresse oder eine Nummer bei uns gespeichert ist.',
    neither: (typed) => `„${typed}“ ist weder eine E‑Mail‑Adresse noch eine Telefonnummer und wurde nicht gespeichert.`,
    check:
      'Bitte prüfen Sie Ihre Eingabe. Eine nicht französische Nummer schreiben Sie mit + und der Landesvorwahl, zum Beispiel +32.',
    kept: (typed) => `Gespeichert: An „${typed}“ senden die betreffenden Absender keine Werbung mehr.`,
    nothing: 'Geben Sie Ihre E‑Mail‑Adresse oder Ihre Telefonnummer an.',
    none: 'Es wurde nichts gespeichert.',
    after:
      'Sie erhalten unter diesen Kontaktdaten keine Werbung mehr von den betreffenden Absendern. Eine bereits versandte Nachricht kann Sie noch erreichen. Sie können diese Seite schließen.',
  },
  start: {
    title: 'Die Nachrichten dieses Dienstes',
    heading: 'Haben Sie eine Nachricht erhalten?',
    intro:
      'Unternehmen versenden ihre Nachrichten über diesen Dienst. Jede Nachricht gibt an, wer Ihnen schreibt, warum, und wie Sie weitere abbestellen.',
    stop: 'Keine Werbung mehr erhalten',
    shortest:
      'Am einfachsten ist es, den Link am Ende der Nachricht zu verwenden oder auf eine SMS mit STOP zu antworten. Wenn Sie die Nachricht nicht mehr haben:',
  },
  unreadable: {
    title: 'Dieser Link kann nicht gelesen werden',
    nothing: 'Es wurde nichts gespeichert.',
    because: 'Der Link ist wahrscheinlich unvollständig.',
    whatToDo: 'Was können Sie tun?',
    steps: [
      'Öffnen Sie den vollständigen Link noch einmal aus der Nachricht.',
      'Oder schreiben Sie dem Absender, dessen Name und Kontaktdaten am Ende der Nachricht stehen: Es genügt, dass Sie keine Werbung mehr wünschen.',
      'Wenn es eine SMS ist, antworten Sie mit STOP an die darin angegebene Nummer.',
      'Oder geben Sie hier Ihre Adresse oder Nummer ein:',
    ],
  },
  preview: {
    title: 'Link einer Vorschau',
    heading: 'Dies ist der Link einer Vorschau',
    nothing: 'Es wurde nichts gespeichert, und hier kann auch nichts gespeichert werden.',
    explained:
      'In der versandten Nachricht steht an dieser Stelle für jede Person ein eigener Link: Er zeigt, wer schreibt, und eine Schaltfläche für den Widerspruch.',
  },
  notNow: {
    title: 'Bitte versuchen Sie es gleich noch einmal',
    heading: 'Ihr Widerspruch ist noch nicht bestätigt',
    opposition: 'Wir können noch nicht bestätigen, dass Ihr Widerspruch gespeichert ist.',
    request: 'Wir können noch nicht bestätigen, dass Ihre Anfrage gespeichert ist.',
    because: 'Unser Dienst ist vorübergehend nicht verfügbar: Bitte versuchen Sie es in einigen Minuten noch einmal.',
    again: 'Noch einmal versuchen',
  },
};

export const gateway: GatewayWords = {
  notThere: {
    title: 'Diese Seite gibt es nicht',
    text: 'Es wurde nichts gespeichert. Wenn Sie einem Link gefolgt sind, ist er wahrscheinlich unvollständig: Öffnen Sie ihn noch einmal aus der Nachricht, oder schreiben Sie dem Absender, dass Sie keine Werbung mehr wünschen.',
  },
  tooMany: {
    title: 'Zu viele Anfragen zur gleichen Zeit',
    text: 'Ihre Anfrage ist nicht gespeichert. Versuchen Sie es in einigen Minuten noch einmal, oder schreiben Sie dem Absender, dass Sie keine Werbung mehr wünschen.',
  },
  unavailable: {
    title: 'Ihre Anfrage ist noch nicht bestätigt',
    text: 'Unser Dienst ist vorübergehend nicht verfügbar. Bitte versuchen Sie es in einigen Minuten noch einmal.',
  },
  unreadable: {
    title: 'Diese Anfrage kann nicht gelesen werden',
    text: 'Es wurde nichts gespeichert. Gehen Sie zur vorherigen Seite zurück und beginnen Sie noch einmal.',
  },
};
