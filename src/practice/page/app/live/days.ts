/** Days and times as people read them, in a given zone. */
const locale = 'en-GB'

export const clockTime = (at: Date, zone: string): string =>
  at.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone })

export const longDay = (at: Date, zone: string): string =>
  at.toLocaleDateString(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone })

export const weekday = (at: Date, zone: string): string =>
  at.toLocaleDateString(locale, { weekday: 'long', timeZone: zone })

export const dayOfMonth = (at: Date, zone: string): string =>
  at.toLocaleDateString(locale, { day: 'numeric', month: 'short', timeZone: zone })

export const shortDay = (at: Date, zone: string): string =>
  at.toLocaleDateString(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone })

/** YYYY-MM-DD. */
export const dayKey = (at: Date, zone: string): string => at.toLocaleDateString('sv-SE', { timeZone: zone })

/** "Today", "Yesterday", or the day. */
export const dayName = (at: Date, now: Date, zone: string): string => {
  const key = dayKey(at, zone)
  if (key === dayKey(now, zone)) return 'Today'
  const yesterday = new Date(now.getTime() - 24 * 3_600_000)
  return key === dayKey(yesterday, zone) ? 'Yesterday' : longDay(at, zone)
}

/** "New York" of America/New_York. */
export const zoneName = (zone: string): string => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone

/** When a message was said, from its stamp. */
export const saidAt = (ts: string): Date => new Date(Number(ts) * 1_000)
