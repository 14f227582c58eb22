import { isZone, type Zone } from '../../../domain/local-time.js'
import { editDistance, fold } from '../../../domain/names.js'

/** `near`: zones that may have been meant, the nearest first; at most three. */
export type ZoneReading =
  | { readonly kind: 'zone'; readonly zone: Zone }
  | { readonly kind: 'unknown'; readonly near: readonly Zone[] }

/** Zones that have another name by now than the one that this machine may write: the data of Unicode keeps the old. */
const renamed: readonly Zone[] = [
  'Africa/Asmara',
  'America/Argentina/Buenos_Aires',
  'America/Argentina/Catamarca',
  'America/Argentina/Cordoba',
  'America/Argentina/Jujuy',
  'America/Argentina/Mendoza',
  'America/Atikokan',
  'America/Indiana/Indianapolis',
  'America/Kentucky/Louisville',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
  'Pacific/Chuuk',
  'Pacific/Kanton',
  'Pacific/Pohnpei',
].filter(isZone)
const known: readonly Zone[] = [...new Set(['UTC', ...renamed, ...Intl.supportedValuesOf('timeZone')])]
const keyOf = (text: string): string => fold(text).replace(/[\s_]+/gu, '_')
const cityOf = (zone: Zone): string => keyOf(zone.slice(zone.lastIndexOf('/') + 1))
/** The name that this machine writes for a zone, in whatever letter case and by whichever name it was typed. */
const writtenAs = (zone: Zone): Zone =>
  new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone

const longest = 60

/** A time zone by its IANA name, in any letter case, or by the city that it is named for. */
export const readZone = (typed: string): ZoneReading => {
  const key = keyOf(typed.trim().slice(0, longest))
  const exact = known.find((zone) => keyOf(zone) === key)
  if (exact !== undefined) return { kind: 'zone', zone: exact }
  const cities = known.filter((zone) => cityOf(zone) === key)
  // Under its old name and its new one it is one zone.
  const [only, another] = cities.filter((zone, n) => cities.map(writtenAs).indexOf(writtenAs(zone)) === n)
  if (only !== undefined && another === undefined) return { kind: 'zone', zone: only }
  // Older names are zones too: US/Pacific.
  if (key.includes('/') && isZone(key)) return { kind: 'zone', zone: writtenAs(key) }
  return { kind: 'unknown', near: cities.length > 0 ? cities.slice(0, 3) : nearest(key) }
}

const nearest = (key: string): Zone[] => {
  if (key === '') return []
  const city = key.slice(key.lastIndexOf('/') + 1)
  return known
    .map((zone) => ({ zone, distance: cityOf(zone).startsWith(city) ? 0 : editDistance(city, cityOf(zone)) }))
    .filter(({ distance }) => city.length > 2 && distance <= 2)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ zone }) => zone)
}
