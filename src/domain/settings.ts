import { type Rhythm, rhythmText, standardRhythm } from './cadence.js'
import { isZone, type LocalDate, type Zone } from './local-time.js'
import type { ReactionMeaning } from './reaction-meaning.js'
import { standardWorkingTime, type WorkingTime } from './working-time.js'

/** What a teammate sets of a place. */
export type Settings = WorkingTime & {
  /** People in one day. */
  readonly cap: number
  /** Of those who are introduced there from now on. */
  readonly rhythm: Rhythm
  /** What reactions mean there where that differs from everywhere, by the emoji's name; null: nothing. */
  readonly reactions: Readonly<Record<string, ReactionMeaning | null>>
  /** On the last working day of each week, say what was heard from people there. */
  readonly week: boolean
  /** A quiet word to whoever speaks there of people as if they were none. */
  readonly mindful: boolean
  /** In one's own DM: how one listened lately, on one's Home. */
  readonly mirror: boolean
}

export const standardSettings = (zone: Zone): Settings => ({
  ...standardWorkingTime(zone),
  cap: standardCap,
  rhythm: standardRhythm,
  reactions: {},
  week: false,
  mindful: false,
  mirror: false,
})

/** Each thing that can be set and told of by itself, in the order in which it is told. */
export const settingNames = [
  'digest-hour',
  'days',
  'working-hours',
  'zone',
  'cap',
  'rhythm',
  'reactions',
  'holidays',
  'week',
  'mindful',
  'mirror',
] as const
export type SettingName = (typeof settingNames)[number]

/** `from` and `to` are texts of `settingText`. */
export type SettingChange = { readonly what: SettingName; readonly from: string; readonly to: string }

/** People in one place on one day, until somebody says otherwise. */
const standardCap = 5
export const mostPeopleADay = 20
/** More days off, or reactions, than these are a slip of the hand; and all must fit into one field of a form. */
export const mostHolidays = 200
export const mostReactions = 40

/** A setting as one text, the same for the same meaning: compared, kept with a notice, and put into words later. */
export const settingText: Readonly<Record<SettingName, (settings: Settings) => string>> = {
  'digest-hour': ({ digestHour }) => String(digestHour),
  days: ({ days }) => [...days].sort().join(','),
  'working-hours': ({ fromHour, toHour }) => `${fromHour},${toHour}`,
  zone: ({ zone }) => zone,
  cap: ({ cap }) => String(cap),
  rhythm: ({ rhythm }) => rhythmText(rhythm),
  reactions: ({ reactions }) =>
    Object.entries(reactions)
      .map(([emoji, meaning]) => `${emoji}:${meaning ?? 'nothing'}`)
      .sort()
      .join(','),
  holidays: ({ holidays }) => [...holidays].sort().join(','),
  week: ({ week }) => (week ? 'on' : 'off'),
  mindful: ({ mindful }) => (mindful ? 'on' : 'off'),
  mirror: ({ mirror }) => (mirror ? 'on' : 'off'),
}

/** What is set differently by now. */
export const settingsChanged = (before: Settings, after: Settings): SettingChange[] =>
  settingNames.flatMap((what) => {
    const [from, to] = [settingText[what](before), settingText[what](after)]
    return from === to ? [] : [{ what, from, to }]
  })

/** Several changes, the oldest first, as one: what was changed there and back did not change. */
export const changesTogether = (changes: readonly SettingChange[]): SettingChange[] => {
  const together = new Map<SettingName, SettingChange>()
  for (const change of changes)
    together.set(change.what, { ...change, from: together.get(change.what)?.from ?? change.from })
  return settingNames.flatMap((what) => {
    const change = together.get(what)
    return change === undefined || change.from === change.to ? [] : [change]
  })
}

/** Whether a change still holds: nobody set it differently since. */
export const stillHolds = ({ what, to }: SettingChange, settings: Settings): boolean =>
  settingText[what](settings) === to

/** The settings alone, in one order, so that the same settings read the same. */
export const settingsOf = (settings: Settings): Settings => ({
  digestHour: settings.digestHour,
  days: [...settings.days].sort(),
  fromHour: settings.fromHour,
  toHour: settings.toHour,
  zone: settings.zone,
  cap: settings.cap,
  rhythm: settings.rhythm,
  reactions: Object.fromEntries(Object.entries(settings.reactions).sort(([a], [b]) => (a < b ? -1 : 1))),
  holidays: [...new Set(settings.holidays)].sort(),
  week: settings.week,
  mindful: settings.mindful,
  mirror: settings.mirror,
})

/** The settings without days off that are over: to leave those out changes nothing. */
export const fromDay = (settings: Settings, today: LocalDate): Settings => ({
  ...settings,
  holidays: settings.holidays.filter((on) => on >= today),
})

const isHour = (hour: number, first: number, last: number): boolean =>
  Number.isInteger(hour) && hour >= first && hour <= last

/** What is on or off can be either. */
export type WrongSetting = Exclude<SettingName, 'week' | 'mindful' | 'mirror'>

/** What cannot be so, the first of it; null when all of it can. */
export const wrongSetting = (settings: Settings): WrongSetting | null => {
  const { digestHour, fromHour, toHour, days, zone, cap, holidays, reactions } = settings
  if (!isHour(fromHour, 0, 23) || !isHour(toHour, 1, 24) || fromHour >= toHour) return 'working-hours'
  if (!isHour(digestHour, fromHour, toHour - 1)) return 'digest-hour'
  if (days.length === 0 || !days.every((day) => isHour(day, 1, 7))) return 'days'
  if (!isZone(zone)) return 'zone'
  if (!isHour(cap, 1, mostPeopleADay)) return 'cap'
  if (holidays.length > mostHolidays) return 'holidays'
  return Object.keys(reactions).length > mostReactions ? 'reactions' : null
}
