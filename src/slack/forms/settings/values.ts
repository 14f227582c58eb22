import type { LocalDate } from '../../../domain/local-time.js'
import {
  mostHolidays,
  mostPeopleADay,
  mostReactions,
  type Settings,
  settingsOf,
  type WrongSetting,
  wrongSetting,
} from '../../../domain/settings.js'
import { fieldIds, isOn } from '../../action-ids.js'
import { readRhythm } from '../../command/rhythm-details.js'
import { readHolidays } from './holidays.js'
import { readReactions } from './reactions.js'
import { readZone } from './zone.js'

type Errors = Readonly<Record<string, string>>

/** What the form holds, or what is wrong with it, by field. `seen`: what it was filled with, where that is known. */
export const settingsIn = (
  value: (field: string) => string,
  today: LocalDate,
  seen: Settings | null,
): { readonly settings: Settings } | { readonly errors: Errors } => {
  const typedZone = value(fieldIds.zone)
  // Slack may know it by another name: what nobody touched stays as it is.
  const zone = typedZone === seen?.zone ? ({ kind: 'zone', zone: typedZone } as const) : readZone(typedZone)
  const rhythm = readRhythm(value(fieldIds.rhythm))
  const reactions = readReactions(value(fieldIds.reactions))
  const holidays = readHolidays(value(fieldIds.holidays), today, seen?.holidays ?? null)
  const errors: Record<string, string> = {}
  if (zone.kind === 'unknown') errors[fieldIds.zone] = noSuchZone(zone.near)
  if (rhythm.kind === 'refusal') errors[fieldIds.rhythm] = 'Say it like "3 weeks", "2 months" or "never".'
  if (reactions.kind === 'complaint') errors[fieldIds.reactions] = reactions.complaint
  if (holidays.kind === 'complaint') errors[fieldIds.holidays] = holidays.complaint
  const number = (field: string): number => Number(value(field) || Number.NaN)
  const settings = settingsOf({
    digestHour: number(fieldIds.digestHour),
    days: value(fieldIds.days).split(',').filter(Boolean).map(Number),
    fromHour: number(fieldIds.fromHour),
    toHour: number(fieldIds.toHour),
    zone: zone.kind === 'zone' ? zone.zone : 'UTC',
    cap: number(fieldIds.cap),
    rhythm: rhythm.kind === 'refusal' ? 'never' : rhythm.rhythm,
    reactions: reactions.kind === 'complaint' ? {} : reactions.reactions,
    holidays: holidays.kind === 'complaint' ? [] : holidays.holidays,
    week: value(fieldIds.week) === isOn,
    mindful: value(fieldIds.mindful) === isOn,
    mirror: value(fieldIds.mirror) === isOn,
  })
  const wrong = wrongSetting(settings)
  if (wrong !== null) errors[fieldOf[wrong]] ??= complaints[wrong](settings)
  return Object.keys(errors).length > 0 ? { errors } : { settings }
}

const noSuchZone = (near: readonly string[]): string =>
  near.length === 0
    ? 'I know no such time zone. Name it as "America/Chicago", or by its city.'
    : `I know no such time zone. Did you mean ${near.join(' or ')}?`

/** Where each thing is complained about. */
const fieldOf: Readonly<Record<WrongSetting, string>> = {
  'digest-hour': fieldIds.digestHour,
  days: fieldIds.days,
  'working-hours': fieldIds.toHour,
  zone: fieldIds.zone,
  cap: fieldIds.cap,
  rhythm: fieldIds.rhythm,
  reactions: fieldIds.reactions,
  holidays: fieldIds.holidays,
}

const complaints: Readonly<Record<WrongSetting, (settings: Settings) => string>> = {
  'digest-hour': ({ fromHour, toHour }) =>
    `That is outside working hours. Pick an hour from ${fromHour} to ${toHour - 1}.`,
  days: () => 'Pick at least one day.',
  'working-hours': () => 'Working hours end after they begin.',
  zone: () => noSuchZone([]),
  cap: () => `Pick from 1 to ${mostPeopleADay} people.`,
  rhythm: () => 'Say it like "3 weeks", "2 months" or "never".',
  reactions: () => `Please keep it to ${mostReactions} lines.`,
  holidays: () => `Please keep it to ${mostHolidays} days.`,
}
