/** When the invented accounts are looked at. */
export const AT = '2026-11-20T09:00:00Z';
export const DAY = 86_400;
export const seconds = (daysAgo: number) => Math.round(Date.parse(AT) / 1000 - daysAgo * DAY);
export const iso = (daysAgo: number) => new Date(seconds(daysAgo) * 1000).toISOString();
