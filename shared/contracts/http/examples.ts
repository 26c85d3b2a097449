/** Values that the examples of several routes share. */

export const EXAMPLE_SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** Whom the requests concern. */
export const EXAMPLE_OF_CONTACT = { advertiserId: 'maison-valmy', contact: { email: 'camille.martin@example.com' } };

/** A file of those who opposed, as it is uploaded: one of its rows names nobody. */
export const EXAMPLE_OPPOSED = {
  text: 'email;channels;via;occurredAt\npersonne@example.com;email;letter;12/03/2024\nsans adresse;;;\n',
  length: 91,
  sha256: '9dcd9af8bf11a39e70f2ef64e2a562b501b2b8787a2b84b5fe39d8474e2c7be6',
};

/** A file of two rows, as it is uploaded. */
export const EXAMPLE_FILE = {
  text: 'email\ncamille.martin@example.com\npersonne@example.com\n',
  length: 54,
  sha256: 'adbee2cd035b3f6c7c2afc8ebbafd9896431a266454762d21acbfe2149ccedcf',
};
