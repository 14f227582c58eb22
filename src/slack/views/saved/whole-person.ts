import type { DateKept } from '../../../app/dates/keep-date.js'
import type { QuestionAnswered } from '../../../app/questions/answer-question.js'
import type { Asked } from '../../../app/questions/ask.js'
import type { Tied } from '../../../app/ties/tie-people.js'
import { teammateOf } from '../../../domain/audience.js'
import type { Person } from '../../../domain/person.js'
import { tiePhrases } from '../../../domain/tie.js'
import type { Reply } from '../../answer.js'
import type { ViewContext } from '../context.js'
import { called, command, named, ours, say, type Words } from '../copy.js'
import { day, dayOfYear, fullDay } from '../days.js'
import { line } from '../page.js'
import { quoteButton } from '../quote-view.js'
import { caution, inShort } from './in-short.js'
import { saved } from './saved.js'

/** After `date` and `trigger`. */
export const dateKeptView = (kept: DateKept, ctx: ViewContext): Reply => {
  const { person, date, nextOn } = kept
  const on = date.yearly ? `every year on ${dayOfYear(date.monthDay)}` : `on ${fullDay(nextOn, ctx.today)}`
  const said =
    date.kind === 'trigger'
      ? say`Something moves for ${named(person.name)} ${ours(on)}:`
      : say`A day to remember for ${named(person.name)}, ${ours(on)}:`
  // A year may have been added to what somebody else wrote down.
  const entry = date.by === ctx.userId ? ({ kind: 'date', id: date.id, home: date.home } as const) : null
  const parts = [line(said), ...inShort(date.text), line(raised(kept, ctx))]
  return saved(ctx, person, parts, { entry, seenIn: date.home, nudges: kept.raisedOn.length > 0 })
}

/** When it is brought up: what falls on days off is told of on a working day beside them. */
const raised = ({ date, nextOn, raisedOn }: DateKept, { today }: ViewContext): Words => {
  const [first, second] = raisedOn
  if (first === undefined)
    return date.kind === 'trigger'
      ? say`That is so soon that I will not bring it up again.`
      : say`I have brought it up for this time.`
  if (second !== undefined)
    return say`I bring it up ${ours(`${day(first, today)} and ${day(second, today)}`)}.`
  const beside = first > nextOn ? ', the next working day' : ', the last working day before'
  const because = first > nextOn || (date.kind === 'date' && first < nextOn) ? beside : ''
  return say`I bring it up ${ours(`${day(first, today)}${because}`)}.`
}

/** After `ask`. */
export const toAskView = ({ person, question }: Asked, ctx: ViewContext): Reply => {
  const then = say`It stays on the card, and comes with the next nudge, until you know: ${command(`/person answered ${called(person.name)}: the light in hall two`)}`
  const entry = { kind: 'question', id: question.id, home: question.home } as const
  const parts = [line(say`To ask ${named(person.name)}:`), ...inShort(question.text), line(then)]
  return saved(ctx, person, parts, { entry })
}

/** After `answered`. The words, where there are any, live where they were typed. */
export const questionAnsweredView = (
  { person, question, note, firstTender }: QuestionAnswered,
  ctx: ViewContext,
): Reply => {
  const who = named(person.name)
  const parts = [line(say`The question to ${who} is answered:`), ...inShort(question.text)]
  if (note === null) return saved(ctx, person, parts, { seenIn: question.home })
  const words = [line(say`Kept word for word, as ${who} said it:`), ...inShort(note.text)]
  const entry = { kind: 'note', id: note.id, home: note.home } as const
  const also = quoteButton(note, ctx.userId)
  return saved(ctx, person, [...parts, ...words, ...caution(firstTender)], { entry, also })
}

/** After `prefers`. */
export const preferredView = (person: Person, ctx: ViewContext): Reply => {
  const said = say`Good to know how ${named(person.name)} likes to be reached:`
  return saved(ctx, person, [line(said), ...inShort(person.prefers ?? ''), line(say`Nudges will say so.`)])
}

/** After `tie`. */
export const tiedView = ({ person, other, tie }: Tied, ctx: ViewContext): Reply => {
  const said = say`${named(person.name)} ${ours(tiePhrases[tie.kind])} ${named(other.name)}. Both cards show it.`
  const entry = { kind: 'tie', id: tie.id, home: tie.home } as const
  return saved(ctx, knownToFewer(person, other, ctx), [line(said)], { entry })
}

/** A tie is seen by those who may see both: the one whom fewer know decides. */
const knownToFewer = (person: Person, other: Person, { openToAll }: ViewContext): Person => {
  const fewer = ({ home }: Person): number =>
    teammateOf(home) !== null ? 2 : openToAll.includes(home) ? 0 : 1
  return fewer(other) > fewer(person) ? other : person
}
