import { commitmentStates, type EntryFields } from '../../app/entries/fields.js'
import { calendarDay } from '../../domain/calendar-day.js'
import { isLocalDate, type LocalDate } from '../../domain/local-time.js'
import { tieKinds } from '../../domain/tie.js'
import { fieldIds } from '../action-ids.js'
import { longestPart } from '../command/role-details.js'
import { type Repeats, repeatsKinds, repeatsOf } from '../views/entry-fields.js'
import type { Filled } from './form.js'

/** What is wrong, and at which field. */
export type Complaint = { readonly field: string; readonly complaint: string }
type Values = Filled['value']
type Of<K extends EntryFields['kind']> = Extract<EntryFields, { kind: K }>

const wrong = (field: string, complaint: string): Complaint => ({ field, complaint })
const whichDay = 'Which day was it?'

/** What the form was filled with, and what is known now: what stands in either is not typed anew. */
export type Standing = { readonly before: EntryFields; readonly now: EntryFields }

/** A form that was handed in, as fields of its entry. What is past may stay past; a day without a year stays one. */
export const readFields = (
  value: Values,
  { before, now }: Standing,
  today: LocalDate,
): EntryFields | Complaint => {
  switch (now.kind) {
    case 'note':
    case 'interaction':
      return readWords(value, now.kind, today)
    case 'role':
      return readRole(value)
    case 'commitment':
      return readCommitment(value, before.kind === now.kind ? [before, now] : [now], today)
    case 'date':
      return readDate(value, before.kind === now.kind ? [before, now] : [now], today)
    case 'question': {
      const text = value(fieldIds.text)
      return text === '' ? noText('the question') : { kind: 'question', text }
    }
    case 'tie': {
      const relation = tieKinds.find((kind) => kind === value(fieldIds.relation))
      return relation === undefined
        ? wrong(fieldIds.relation, 'How do they stand to each other?')
        : { kind: 'tie', relation }
    }
  }
}

const noText = (what: string): Complaint => wrong(fieldIds.text, `Remove ${what} instead, or say something.`)

const readWords = (
  value: Values,
  kind: 'note' | 'interaction',
  today: LocalDate,
): EntryFields | Complaint => {
  const [text, on] = [value(fieldIds.text), value(fieldIds.on)]
  if (text === '' && kind === 'note') return noText('the note')
  if (!isLocalDate(on)) return wrong(fieldIds.on, whichDay)
  return on > today ? wrong(fieldIds.on, 'That day is still to come.') : { kind, text, on }
}

const readRole = (value: Values): EntryFields | Complaint => {
  const [title, company] = [value(fieldIds.title), value(fieldIds.company)]
  if (title === '' && company === '') return wrong(fieldIds.title, 'A title, a company, or both.')
  for (const [field, text] of [
    [fieldIds.title, title],
    [fieldIds.company, company],
  ] as const)
    if ([...text].length > longestPart) return wrong(field, `Please keep it under ${longestPart} letters.`)
  const [sinceOn, untilOn] = [value(fieldIds.sinceOn) || null, value(fieldIds.untilOn) || null]
  for (const [field, on] of [
    [fieldIds.sinceOn, sinceOn],
    [fieldIds.untilOn, untilOn],
  ] as const)
    if (on !== null && !isLocalDate(on)) return wrong(field, whichDay)
  return sinceOn !== null && untilOn !== null && untilOn < sinceOn
    ? wrong(fieldIds.untilOn, 'It ended before it began. Which day is it?')
    : { kind: 'role', title, company, sinceOn, untilOn }
}

const readCommitment = (
  value: Values,
  standing: readonly Of<'commitment'>[],
  today: LocalDate,
): EntryFields | Complaint => {
  const [text, dueOn] = [value(fieldIds.text), value(fieldIds.dueOn) || null]
  if (text === '') return noText('it')
  if (dueOn !== null && !isLocalDate(dueOn)) return wrong(fieldIds.dueOn, 'By which day?')
  const state = commitmentStates.find((each) => each === value(fieldIds.state))
  if (state === undefined) return wrong(fieldIds.state, 'How does it stand?')
  const isNew = standing.every((each) => dueOn !== each.dueOn || state !== each.state)
  return state === 'open' && isNew && dueOn !== null && dueOn < today
    ? wrong(
        fieldIds.dueOn,
        'That day has passed, and it is still open. Pick a day to come, or leave it empty.',
      )
    : { kind: 'commitment', text, dueOn, state }
}

/** A form about a trigger asks for no repeating: it comes as often as it did. */
const readDate = (
  value: Values,
  standing: readonly Of<'date'>[],
  today: LocalDate,
): EntryFields | Complaint => {
  const [text, on] = [value(fieldIds.text), value(fieldIds.on)]
  if (text === '') return noText('it')
  if (!isLocalDate(on) || on < '1900') return wrong(fieldIds.on, 'Which day is it?')
  const untouched = standing.find(({ day }) => on === calendarDay(day, today))
  const repeats = readRepeats(value(fieldIds.repeats), untouched ?? standing[0])
  if (repeats === undefined) return wrong(fieldIds.repeats, 'Once, or every year?')
  const yearly = repeats !== 'once'
  const isNew = untouched === undefined || untouched.yearly !== yearly
  if (!yearly && isNew && on < today)
    return wrong(fieldIds.on, 'That day has passed. Pick one that is still to come.')
  const monthDay = untouched?.day.monthDay ?? on.slice(5)
  const year = repeats === 'yearly-no-year' ? null : Number(on.slice(0, 4))
  return { kind: 'date', text, day: { monthDay, year }, yearly }
}

const readRepeats = (asked: string, before: Of<'date'> | undefined): Repeats | undefined =>
  asked === '' && before !== undefined ? repeatsOf(before) : repeatsKinds.find((each) => each === asked)
