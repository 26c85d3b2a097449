/** RFC 3834: no machine answers it. */
export const BY_MACHINE = { name: 'Auto-Submitted', value: 'auto-generated' } as const;
