import { inject } from 'vitest';

// Whatever starts Aval in this file, here or in a process of its own, has its tables there.
process.env.AVAL_STORE_URL = inject('storeUrl');
