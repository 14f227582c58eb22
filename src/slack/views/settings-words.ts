import type { ReactionMeaning } from '../../domain/reaction-meaning.js'
import type { SettingChange, SettingName } from '../../domain/settings.js'
import { joined, ours, say, typed, type Words } from './copy.js'
import { longDay } from './days.js'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** More than these are counted and not named. */
const mostNamed = 5

/** "Monday to Friday", "Monday, Wednesday and Friday". */
export const daysWords = (days: readonly number[]): string => {
  const [first, ...rest] = days
  const last = rest.at(-1)
  const name = (day: number | undefined): string => weekdays[(day ?? 1) - 1] ?? ''
  if (last === undefined) return name(first)
  if (rest.length >= 2 && days.every((day, nth) => day === (first ?? 0) + nth))
    return `${name(first)} to ${name(last)}`
  return `${days.slice(0, -1).map(name).join(', ')} and ${name(last)}`
}

const meaningWords: Readonly<Record<ReactionMeaning | 'nothing', string>> = {
  met: 'you met them',
  called: 'you called them',
  emailed: 'you emailed them',
  messaged: 'you messaged them',
  heard: 'their words, to be kept',
  note: 'a note, to be kept',
  nothing: 'nothing',
}

/** One change as part of a sentence: "people come up at 10 instead of 9". */
const changeWords: Readonly<Record<SettingName, (change: SettingChange) => Words>> = {
  'digest-hour': ({ from, to }) => say`people come up at ${ours(to)} instead of ${ours(from)}`,
  days: ({ from, to }) => say`the working days are ${ours(daysIn(to))} instead of ${ours(daysIn(from))}`,
  'working-hours': ({ from, to }) =>
    say`working time is ${ours(hoursIn(to))} instead of ${ours(hoursIn(from))}`,
  zone: ({ from, to }) => say`the time zone is ${typed(to)} instead of ${typed(from)}`,
  cap: ({ from, to }) =>
    say`at most ${ours(to === '1' ? 'one person comes' : `${to} people come`)} up in a day instead of ${ours(from)}`,
  rhythm: ({ from, to }) => say`people introduced here from now on ${ours(rhythmIn(from, to))}`,
  reactions: ({ from, to }) => reactionsChanged(from, to),
  holidays: ({ from, to }) => holidaysChanged(from, to),
  week: ({ to }) =>
    to === 'on'
      ? say`at the end of each week I say what we heard`
      : say`at the end of a week I do not say what we heard any more`,
  mindful: ({ to }) =>
    to === 'on'
      ? say`whoever speaks of people as if they were numbers hears a quiet word from me, alone, at most once a week`
      : say`I leave it to you how people are spoken of`,
  mirror: ({ to }) =>
    to === 'on' ? say`your mirror stands on your Home` : say`your mirror is gone from your Home`,
}

/** All that changed, in one sentence without its end. */
export const changesWords = (changes: readonly SettingChange[]): Words =>
  joined(
    changes.map((change) => changeWords[change.what](change)),
    '; ',
  )

const daysIn = (text: string): string => daysWords(text.split(',').map(Number))
const hoursIn = (text: string): string => text.split(',').join(' to ')
const rhythmIn = (from: string, to: string): string => {
  if (to === 'never') return `do not come up by themselves any more; it was every ${from}`
  return from === 'never'
    ? `come up every ${to}; until now they did not by themselves`
    : `come up every ${to} instead of every ${from}`
}
const listed = (text: string): string[] => (text === '' ? [] : text.split(','))

const holidaysChanged = (from: string, to: string): Words => {
  const [before, after] = [listed(from), listed(to)]
  const more = after.filter((on) => !before.includes(on))
  const fewer = before.filter((on) => !after.includes(on))
  const parts = [
    ...(more.length === 0 ? [] : [`${dayList(more)} ${more.length === 1 ? 'is a day off' : 'are days off'}`]),
    ...(fewer.length === 0
      ? []
      : [`${dayList(fewer)} ${fewer.length === 1 ? 'is no day off' : 'are no days off'} any more`]),
  ]
  return ours(parts.join('; '))
}

/** "25 December 2026 and 1 January 2027", "12 days". */
export const dayList = (days: readonly string[]): string => {
  if (days.length > mostNamed) return `${days.length} days`
  const names = days.map(longDay)
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

const reactionsChanged = (from: string, to: string): Words => {
  const [before, after] = [listed(from), listed(to)]
  const nameOf = (pair: string): string => pair.slice(0, pair.lastIndexOf(':'))
  const gone = before.filter((pair) => !after.some((other) => nameOf(other) === nameOf(pair)))
  const anew = after.filter((pair) => !before.includes(pair))
  if (anew.length + gone.length > mostNamed)
    return say`${ours(String(anew.length + gone.length))} reactions mean something else`
  return joined(
    [...anew.map(reactionWords), ...gone.map((pair) => say`${nameOf(pair)} means what it means everywhere`)],
    '; ',
  )
}

/** "tada means their words, to be kept". `pair` is `EMOJI:MEANING`. */
export const reactionWords = (pair: string): Words => {
  const at = pair.lastIndexOf(':')
  const means = Object.entries(meaningWords).find(([meaning]) => meaning === pair.slice(at + 1))
  return say`${pair.slice(0, at)} means ${ours(means?.[1] ?? '')}`
}
