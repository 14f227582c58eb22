import type { PersonExport } from '../../app/export/export-person.js'
import type { Commitment } from '../../domain/commitment.js'
import { type KeyDate, occurrenceIn } from '../../domain/key-date.js'
import { type Html, html, none } from './html.js'
import { dayOfYear, longDate } from './long-dates.js'
import { correctedBy, list, type Section, source, teammateNamed, words, writtenBy } from './section.js'

/** What we promised them, or what they said they would do. */
export const promises = (known: PersonExport, kind: Commitment['kind']): Section => ({
  id: `${kind}s`,
  title: kind === 'promise' ? 'What we promised you' : 'What you said you would do',
  body: list(
    known.dossier.commitments
      .filter((commitment) => commitment.kind === kind)
      .map((commitment): Html => {
        const { text, on, dueOn, closed, by, putRightBy } = commitment
        const made =
          kind === 'promise'
            ? html`Promised by ${teammateNamed(known, by)} on ${longDate(on)}`
            : html`Written down by ${teammateNamed(known, by)} on ${longDate(on)}`
        const due = dueOn === null ? none : html`, to be done by ${longDate(dueOn)}`
        const end =
          closed === null
            ? html`It is still open.`
            : html`It was ${closed.as === 'kept' ? 'kept' : 'not kept'}, as ${teammateNamed(known, closed.by)} noted on ${longDate(closed.on)}.`
        return html`${words(text)}${source(html`${made}${due}${correctedBy(known, putRightBy)}. ${end}`)}`
      }),
  ),
})

/** Birthdays and the like, and the days that force a change. */
export const daysInMind = (known: PersonExport): Section => ({
  id: 'days',
  title: 'Days that we keep in mind',
  body: list(
    known.dossier.dates.map(
      (date) => html`<p>${whenOf(date)}:</p>${words(date.text)}${source(writtenBy(known, date))}`,
    ),
  ),
})

const whenOf = (date: KeyDate): Html => {
  const { monthDay, year, yearly } = date
  if (yearly) return html`${dayOfYear(monthDay)}, every year${year === null ? '' : ` since ${year}`}`
  const on = year === null ? null : occurrenceIn(date, year)
  return on === null ? html`${dayOfYear(monthDay)}` : longDate(on)
}

/** What we want to ask, and what was answered. */
export const questions = (known: PersonExport): Section => ({
  id: 'questions',
  title: 'What we would like to ask you, or have asked',
  body: list(
    known.dossier.questions.map((question) => {
      const { text, answered } = question
      const answer = known.dossier.notes.find(({ id }) => id === answered?.noteId)
      const end =
        answered === null
          ? html`Not asked yet.`
          : html`Answered on ${longDate(answered.on)}, as ${teammateNamed(known, answered.by)} noted.`
      const said = answer === undefined ? none : html`<blockquote>${words(answer.text)}</blockquote>`
      return html`${words(text)}${said}${source(html`${writtenBy(known, question)} ${end}`)}`
    }),
  ),
})
