import type { HistoryEntry } from '../../app/people/history.js'
import type { SaidBy } from '../../app/role-changes/claim-model.js'
import type { Commitment } from '../../domain/commitment.js'
import type { KeyDate } from '../../domain/key-date.js'
import { occurrenceIn } from '../../domain/key-date.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { Note } from '../../domain/note.js'
import type { OpenQuestion } from '../../domain/open-question.js'
import { roleText } from '../../domain/role.js'
import { tiePhrases } from '../../domain/tie.js'
import type { Reader } from './context.js'
import { joined, named, ours, say, teammate, type Words } from './copy.js'
import { ago, day, dayOfYear, longDay, plainDay } from './days.js'
import { fromSource } from './from-source.js'
import { didWith } from './kinds.js'
import { asSaidWords } from './role-claim.js'

/** What an entry is, when, and by whom: what stands above its words. */
export const titleOf = (entry: HistoryEntry, reader: Reader): Words => {
  switch (entry.kind) {
    case 'note':
      return noteTitle(entry.entry, entry.on, reader)
    case 'interaction': {
      const together = joined(
        entry.entry.teammates.map((userId) => who(userId, reader)),
        ' and ',
      )
      return say`${ours(capital(didWith[entry.entry.kind]))} ${ours(ago(entry.on, reader.today))} by ${together}`
    }
    case 'role': {
      const { sinceOn, untilOn } = entry.entry
      const since = sinceOn === null ? '' : `, since ${plainDay(sinceOn, reader.today)}`
      const until = untilOn === null ? '' : `, until ${plainDay(untilOn, reader.today)}`
      const said = (by: SaidBy | null) => (by === null ? [] : say`, ${asSaidWords(by, reader.today)}`)
      const [begun, ended] = [said(entry.begunBy), said(entry.endedBy)]
      return say`Role: ${roleText(entry.entry)}${ours(since)}${begun}${ours(until)}${ended}, written down by ${who(entry.entry.by, reader)}`
    }
    case 'commitment':
      return commitmentTitle(entry.entry, reader)
    case 'date':
      return dateTitle(entry.entry, reader)
    case 'question':
      return questionTitle(entry.entry, reader)
    case 'tie': {
      const stands = say`${named(entry.from)} ${ours(tiePhrases[entry.entry.kind])} ${named(entry.to)}`
      return say`${stands}, written down ${ours(ago(entry.on, reader.today))} by ${who(entry.entry.by, reader)}`
    }
  }
}

const who = (userId: string, { userId: readerId }: Reader): Words =>
  userId === readerId ? ours('you') : teammate(userId)

const noteTitle = ({ kind, by, source = null }: Note, on: LocalDate, reader: Reader): Words => {
  const when = ours(ago(on, reader.today))
  if (source !== null) return say`Noted, ${fromSource(source)}, imported ${when} by ${who(by, reader)}`
  if (kind === 'heard') return say`They said ${when}, to ${who(by, reader)}`
  return kind === 'situation'
    ? say`What is going on for them, noted ${when} by ${who(by, reader)}`
    : say`Noticed ${when} by ${who(by, reader)}`
}

const commitmentTitle = ({ kind, by, on, dueOn, closed }: Commitment, reader: Reader): Words => {
  const { today } = reader
  const made =
    kind === 'promise'
      ? say`Promised ${ours(ago(on, today))} by ${who(by, reader)}`
      : say`Their own step, written down ${ours(ago(on, today))} by ${who(by, reader)}`
  const due = dueOn === null ? [] : say`, due ${ours(day(dueOn, today))}`
  if (closed === null) return say`${made}${due}, still open`
  const ended = closed.as === 'kept' ? 'kept' : 'not kept'
  return say`${made}${due}, ${ours(ended)}, as ${who(closed.by, reader)} said ${ours(ago(closed.on, today))}`
}

const dateTitle = (date: KeyDate, reader: Reader): Words => {
  const what = date.kind === 'trigger' ? 'What forces a move' : 'A day to remember'
  return say`${ours(what)}, ${ours(whenOf(date))}, written down ${ours(ago(date.on, reader.today))} by ${who(date.by, reader)}`
}

/** "14 March every year", "3 March every year since 2019", "1 March 2027". */
const whenOf = (date: KeyDate): string => {
  const { monthDay, year, yearly } = date
  if (yearly) return `${dayOfYear(monthDay)} every year${year === null ? '' : ` since ${year}`}`
  const on = year === null ? null : occurrenceIn(date, year)
  return on === null ? dayOfYear(monthDay) : longDay(on)
}

const questionTitle = ({ on, by, answered }: OpenQuestion, reader: Reader): Words => {
  const { today } = reader
  const asked = say`To ask them, written down ${ours(ago(on, today))} by ${who(by, reader)}`
  return answered === null
    ? asked
    : say`${asked}, answered ${ours(ago(answered.on, today))} to ${who(answered.by, reader)}`
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
