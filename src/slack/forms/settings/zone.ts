import { isZone, type Zone } from '../../../domain/local-time.js'
import { editDistance, fold } from '../../../domain/names.js'

/** `near`: zones that may have been meant, the nearest first; at most three. */
export type ZoneReading =
  | { readonly kind: 'zone'; readonly zone: Zone }
  | { readonly kind: 'unknown'; readonly near: readonly Zone[] }

const known: readonly Zone[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
const keyOf = (text: string): string => fold(text).replace(/[\s_]+/gu, '_')
const cityOf = (zone: Zone): string => keyOf(zone.slice(zone.lastIndexOf('/') + 1))

const longest = 60

/** A time zone by its IANA name, in any letter case, or by the city that it is named for. */
export const readZone = (typed: string): ZoneReading => {
  const key = keyOf(typed.trim().slice(0, longest))
  const exact = known.find((zone) => keyOf(zone) === key)
  if (exact !== undefined) return { kind: 'zone', zone: exact }
  const cities = known.filter((zone) => cityOf(zone) === key)
  const [only, another] = cities
  if (only !== undefined && another === undefined) return { kind: 'zone', zone: only }
  const alias = capitals(key)
  // Older names, and newer ones than this machine writes itself, are zones too: Asia/Kolkata.
  if (alias.includes('/') && isZone(alias)) return { kind: 'zone', zone: alias }
  return { kind: 'unknown', near: cities.length > 0 ? cities.slice(0, 3) : nearest(key) }
}

const capitals = (key: string): string => key.replace(/(?<=^|[/_-])\p{L}/gu, (letter) => letter.toUpperCase())

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
