import { daysAfter } from '../oracle/calendar.js'
import type { Random } from '../random.js'

export type LineParts = {
  readonly random: Random
  readonly who: string
  readonly other: string
  readonly today: string
  /** A new word that only this place knows. */
  readonly word: () => string
  readonly newName: () => string
  readonly teammate: string
  readonly channelId: string
}
type Line = (parts: LineParts) => string

const past = ({ random, today }: LineParts): string =>
  random.weighed<string>([
    [6, ''],
    [2, ' yesterday:'],
    [1, ` ${random.between(2, 40)} days ago:`],
    [1, ` ${daysAfter(today, -random.between(0, 20))}:`],
  ])
const ahead = ({ random, today }: LineParts): string => daysAfter(today, random.between(0, 25))
const facet = ({ random }: LineParts): string =>
  random.pick(['', '', ' #feeling', ' #story', ' #thought', ' #body'])

const contact =
  (verb: string): Line =>
  (parts) => {
    const when = past(parts)
    const said = parts.random.chance(0.5) ? '' : ` ${parts.word()}`
    return `${verb} ${parts.who}${when === '' && said !== '' ? ':' : when}${said}`
  }

/** What teammates type, and how often. */
export const lines: readonly (readonly [weight: number, line: Line])[] = [
  [
    6,
    ({ newName, random }) => `add ${newName()}, ${random.pick(['buyer', 'CFO', 'plant manager'])} at Globex`,
  ],
  [8, (parts) => `note ${parts.who} ${parts.word()}${facet(parts)}`],
  [5, (parts) => `heard ${parts.who} ${parts.word()}`],
  [6, contact('met')],
  [3, contact('called')],
  [3, contact('emailed')],
  [2, contact('messaged')],
  [
    4,
    ({ who, random }) =>
      `role ${who} ${random.pick(['director', 'VP operations'])} at ${random.pick(['Initech', 'Hooli', 'Umbrella'])}`,
  ],
  [2, ({ who }) => `left ${who}`],
  [
    4,
    ({ who, random }) => `every ${who} ${random.pick(['2 weeks', '5 days', '1 month', 'never', '3 weeks'])}`,
  ],
  [2, (parts) => `situation ${parts.who} ${parts.word()}`],
  [
    4,
    (parts) => `trigger ${parts.who} ${daysAfter(parts.today, parts.random.between(1, 50))}: ${parts.word()}`,
  ],
  [6, (parts) => `promise ${parts.who} by ${ahead(parts)}: ${parts.word()}`],
  [2, (parts) => `promise ${parts.who} ${parts.word()}`],
  [4, (parts) => `step ${parts.who} by ${ahead(parts)}: ${parts.word()}`],
  [3, ({ who }) => `kept ${who}`],
  [1, ({ who }) => `broke ${who}`],
  [
    4,
    (parts) =>
      `date ${parts.who} ${daysAfter(parts.today, parts.random.between(-3, 40))}: ${parts.random.pick(['birthday', 'renewal'])} ${parts.word()}`,
  ],
  [2, (parts) => `ask ${parts.who} ${parts.word()}?`],
  [1, (parts) => `answered ${parts.who} ${parts.word()}`],
  [1, ({ who }) => `prefers ${who} a call in the morning`],
  [1, ({ who, other }) => `tie ${who} reports to ${other}`],
  [2, ({ who, teammate }) => `hand ${who} to <@${teammate}>`],
  [1, ({ who, channelId }) => `home ${who} <#${channelId}|channel>`],
  [8, () => 'undo'],
  [4, ({ who }) => who],
  [1, ({ who }) => `show ${who}`],
  [2, () => 'due'],
  [1, () => ''],
  [2, ({ random }) => `find wz0000${random.below(10)}`],
  [1, ({ who }) => `forget ${who}`],
  [1, ({ who, other }) => `merge ${who} and ${other}`],
  [1, ({ who }) => `unmerge ${who}`],
  [1, ({ random, who }) => `${random.pick(['mett', 'not', ''])} ${who} <!channel> *`],
]
