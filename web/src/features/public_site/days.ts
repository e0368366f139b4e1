// SPDX-License-Identifier: Apache-2.0

/** Today where the system's laws apply, as YYYY-MM-DD. */
export const dayIn = (zone: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date());
