/** How a report stands with its authority; `withdrawn` before it was delivered, because its claim was revoked. */
export const reportStates = ['queued', 'accepted', 'rejected', 'failed', 'withdrawn'] as const;
export type ReportState = (typeof reportStates)[number];
