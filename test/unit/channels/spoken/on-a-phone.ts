const FR = 'Pour ne plus être appelé';
const EN = 'To stop these calls';
const DE = 'Um nicht mehr angerufen zu werden';
const ES = 'Para no recibir más llamadas';
const IT = 'Per non ricevere più chiamate';
const NL = 'Om niet meer gebeld te worden';

/** What is said before a key to stop, and that key with what it is on. */
export const ON_A_PHONE: readonly (readonly [string, string])[] = [
  [FR, 'tapez neuf sur votre clavier'],
  [FR, 'tapez un sur le clavier de votre téléphone'],
  [FR, 'appuyez sur neuf de votre clavier'],
  [FR, 'faites le 9 sur votre clavier'],
  [FR, 'composez le 9 de votre téléphone'],
  [FR, 'composez le un sur le combiné'],
  [FR, 'composez neuf sur votre téléphone'],
  [FR, 'tapez neuf à partir de votre portable'],
  [EN, 'press nine on your keypad'],
  [EN, 'press one on the keypad'],
  [EN, 'press nine from your phone’s keypad'],
  [DE, 'wählen Sie die Neun auf Ihrem Telefon'],
  [DE, 'wählen Sie 9 auf der Tastatur'],
  [DE, 'drücken Sie die Neun Ihres Telefons'],
  [DE, 'drücken Sie neun auf Ihrer Telefontastatur'],
  [ES, 'pulse nueve en su teclado'],
  [ES, 'marque el 9 de su teléfono'],
  [IT, 'prema nove sulla tastiera'],
  [IT, 'digiti il 9 del suo telefono'],
  [NL, 'druk op negen op uw telefoon'],
  [NL, 'toets 9 op uw toetsenbord'],
  [NL, 'kies de negen op uw toestel'],
  [NL, 'kies 9 op uw telefoon'],
];
