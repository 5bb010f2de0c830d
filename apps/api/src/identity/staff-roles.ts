/** What an account may be in a tenant, the most powerful first. */
export const staffRoles = ['owner', 'admin', 'editor', 'support', 'viewer'] as const;
export type StaffRole = (typeof staffRoles)[number];
