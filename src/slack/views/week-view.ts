import type { SomeOf, WeekHeard } from '../../app/week/week-heard.js'
import { channelOf, type Home } from '../../domain/audience.js'
import { daysBetween, type LocalDate } from '../../domain/local-time.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button } from './blocks.js'
import { channel, command, label, named, ours, say, typed, type Words } from './copy.js'
import { around } from './excerpt.js'
import { buttons, heading, line, type Part, page } from './page.js'

/** What was heard in a week, as somebody who was there would say it. */
export const weekView = (week: WeekHeard): Reply =>
  page([
    heading(week.isOver ? 'Last week, heard' : 'The week, heard'),
    ...section(
      'Back after a silence',
      week.cameBack,
      ({ name, since, on }) => say`${named(name)}, after ${ours(silence(since, on))}`,
    ),
    ...section('They told us', week.told, ({ name, words }) => say`${named(name)}: ${quoted(words)}`),
    ...section('We asked, and know now', week.answered, ({ name, question, words }) =>
      words === null
        ? say`${named(name)}: ${short(question)}`
        : say`${named(name)}: ${short(question)} ${quoted(words)}`,
    ),
    ...section(
      'We promised, and did',
      week.kept,
      ({ name, promise }) => say`${named(name)}: ${short(promise)}`,
    ),
    ...section('Offstage still', week.offstage, ({ name, role }) =>
      role === '' ? named(name) : say`${named(name)}, ${role}`,
    ),
    buttons([button('Stop these', actionIds.weekStop, week.home)]),
  ])

const section = <T>(title: string, { shown, more }: SomeOf<T>, asLine: (one: T) => Words): Part[] =>
  shown.length === 0
    ? []
    : [
        line(
          label(title),
          ...shown.map((one) => say`• ${asLine(one)}`),
          ...(more === 0 ? [] : [say`• and ${ours(String(more))} more`]),
        ),
      ]

const quoted = (words: string): Words => say`“${short(words)}”`
/** Its beginning, in one line. */
const short = (text: string): Words => typed(around(text, []))

/** "10 weeks", "4 months", "2 years". */
const silence = (since: LocalDate, on: LocalDate): string => {
  const days = daysBetween(since, on)
  if (days < 90) return `${Math.floor(days / 7)} weeks`
  return days < 730 ? `${Math.round(days / 30.44)} months` : `${Math.floor(days / 365.25)} years`
}

/** After *Stop these*. */
export const weekStoppedView = (home: Home, wasOn: boolean): Reply => {
  const there = channel(channelOf(home) ?? '')
  return page([
    line(
      wasOn
        ? say`Then I keep the week to myself in ${there} from now on.`
        : say`I do so already: nobody in ${there} hears of the week from me.`,
      say`${command('/person settings')} there has it back, whenever you like.`,
    ),
  ])
}
