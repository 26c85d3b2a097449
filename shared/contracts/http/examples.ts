/** Values that the examples of several routes share. */

export const EXAMPLE_SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
export const EXAMPLE_CONTACT_ID = 'v1n1.Qm9uam91ciBsZXMgZ2VucywgYydlc3QgVmFsbXkgMDE';
export const EXAMPLE_FACT_ID = `${EXAMPLE_CONTACT_ID}.Zm9ybXVsYWlyZTAx`;
export const EXAMPLE_MESSAGE_ID = 'msg_Kp3vX9qLr2TzWb7NcYd4Ef';

/** Whom the requests concern. */
export const EXAMPLE_OF_CONTACT = { advertiserId: 'maison-valmy', contact: { email: 'camille.martin@example.com' } };
