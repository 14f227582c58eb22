import { type CommitmentState, commitmentStates, type EntryFields } from '../../app/entries/fields.js'
import type { ShownEntry } from '../../app/entries/show-entry.js'
import { calendarDay } from '../../domain/calendar-day.js'
import type { LocalDate } from '../../domain/local-time.js'
import { tieKinds, tiePhrases } from '../../domain/tie.js'
import { fieldIds } from '../action-ids.js'
import { ours } from './copy.js'
import { dayOfYear, longDay } from './days.js'
import { choiceInput, dayInput, textInput } from './form-inputs.js'
import type { Field } from './meanwhile-view.js'

/** The fields of an entry's form, filled with what is known or with what was typed. */
export const entryFields = (
  { found }: Pick<ShownEntry, 'found'>,
  filled: EntryFields,
  today: LocalDate,
): Field[] => {
  switch (filled.kind) {
    case 'note':
      return [written(noteLabel(found), filled.text), dayField('on', fieldIds.on, 'On', filled.on)]
    case 'interaction':
      return [written('What was said', filled.text, true), dayField('on', fieldIds.on, 'On', filled.on)]
    case 'role':
      return [
        shortField('title', fieldIds.title, 'Title', filled.title),
        shortField('company', fieldIds.company, 'Company', filled.company),
        dayField('sinceOn', fieldIds.sinceOn, 'Since', filled.sinceOn, true),
        dayField('untilOn', fieldIds.untilOn, 'Until', filled.untilOn, true),
      ]
    case 'commitment': {
      const isStep = found.kind === 'commitment' && found.entry.kind === 'step'
      return [
        written(isStep ? 'What they said they would do' : 'What was promised', filled.text),
        dayField('dueOn', fieldIds.dueOn, 'By', filled.dueOn, true),
        stateField(filled.state),
      ]
    }
    case 'date': {
      const isTrigger = found.kind === 'date' && found.entry.kind === 'trigger'
      const what = written(isTrigger ? 'What happens then' : 'What it is', filled.text)
      return isTrigger
        ? [what, calendarField(filled, today)]
        : [what, calendarField(filled, today), repeatsField(filled)]
    }
    case 'question':
      return [written('What to ask them', filled.text)]
    case 'tie':
      return [relationField(filled.relation)]
  }
}

const noteLabel = (found: ShownEntry['found']): string => {
  if (found.kind !== 'note' || found.entry.kind === 'note') return 'Note'
  return found.entry.kind === 'heard' ? 'Their words' : 'What is going on for them'
}

const written = (label: string, text: string, optional = false): Field => ({
  key: 'text',
  label,
  input: textInput(fieldIds.text, label, { initial: text, optional, multiline: true }),
  reads: { text },
})

const shortField = (key: string, id: string, label: string, text: string): Field => ({
  key,
  label,
  input: textInput(id, label, { initial: text, optional: true }),
  reads: { text },
})

const dayField = (key: string, id: string, label: string, on: LocalDate | null, optional = false): Field => ({
  key,
  label,
  input: dayInput(id, label, on, optional),
  reads: { words: ours(on === null ? 'no day' : longDay(on)) },
})

const stateLabels: Record<CommitmentState, string> = {
  open: 'Still open',
  kept: 'Kept',
  broken: 'Not kept',
}

const stateField = (state: CommitmentState): Field => ({
  key: 'state',
  label: 'How it stands',
  input: choiceInput(
    fieldIds.state,
    'How it stands',
    commitmentStates.map((each) => ({ label: stateLabels[each], value: each })),
    state,
  ),
  reads: { words: ours(stateLabels[state].toLowerCase()) },
})

type DateFields = Extract<EntryFields, { kind: 'date' }>

const calendarField = ({ day }: DateFields, today: LocalDate): Field => ({
  key: 'day',
  label: 'Day',
  input: dayInput(fieldIds.on, 'Day', calendarDay(day, today)),
  reads: { words: ours(day.year === null ? dayOfYear(day.monthDay) : longDay(calendarDay(day, today))) },
})

/** A calendar wants a year; the third choice says that there is none to know, as of most birthdays. */
const repeats = {
  once: 'Once',
  yearly: 'Every year, from that one on',
  'yearly-no-year': 'Every year, whatever the year above',
} as const
export type Repeats = keyof typeof repeats
export const repeatsKinds = ['once', 'yearly', 'yearly-no-year'] as const
export const repeatsOf = ({ yearly, day }: DateFields): Repeats => {
  if (!yearly) return 'once'
  return day.year === null ? 'yearly-no-year' : 'yearly'
}

const repeatsField = (filled: DateFields): Field => ({
  key: 'yearly',
  label: 'How often it comes',
  input: choiceInput(
    fieldIds.repeats,
    'How often it comes',
    repeatsKinds.map((each) => ({ label: repeats[each], value: each })),
    repeatsOf(filled),
  ),
  reads: { words: ours(filled.yearly ? 'every year' : 'once') },
})

const relationField = (relation: keyof typeof tiePhrases): Field => ({
  key: 'relation',
  label: 'How they stand to each other',
  input: choiceInput(
    fieldIds.relation,
    'How they stand to each other',
    tieKinds.map((kind) => ({ label: tiePhrases[kind], value: kind })),
    relation,
  ),
  reads: { words: ours(tiePhrases[relation]) },
})
