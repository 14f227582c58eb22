import type { Asker } from '../../src/app/asker.js'
import { commit } from '../../src/app/commitments/commit.js'
import { keepDate } from '../../src/app/dates/keep-date.js'
import type { EntryRef } from '../../src/app/entries/entry.js'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { keepNote } from '../../src/app/notes/keep-note.js'
import type { Outcome } from '../../src/app/outcome.js'
import { history } from '../../src/app/people/history.js'
import { answerQuestion } from '../../src/app/questions/answer-question.js'
import { ask } from '../../src/app/questions/ask.js'
import { takeRole } from '../../src/app/roles/take-role.js'
import { tiePeople } from '../../src/app/ties/tie-people.js'
import type { Office } from './office.js'

/** What a use case answered; a refusal ends the test. */
export const done = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`not written: ${outcome.why.reason}`)
  return outcome.value
}

/** One of everything about somebody, typed where the asker is. */
export const oneOfEach = async (office: Office, asker: Asker, personId: string): Promise<EntryRef[]> => {
  const other = await office.knows(await office.asker(), { name: 'Susan Bell' })
  const met = { personId, kind: 'met', on: '2026-11-20', text: 'secret "own words"' } as const
  const also = { personId, title: 'secret agent', company: null, sinceOn: null, also: true }
  const promised = { personId, kind: 'promise', text: 'secret sample', dueOn: '2026-11-27' } as const
  const born = { personId, kind: 'date', text: 'secret birthday', monthDay: '02-29' } as const
  const { note } = done(await keepNote(office, asker, personId, 'situation', 'secret lease'))
  const { interaction } = done(await logContact(office, asker, met))
  const { role } = done(await takeRole(office, asker, also))
  const { commitment } = done(await commit(office, asker, promised))
  const { date } = done(await keepDate(office, asker, { ...born, year: null, yearly: true }))
  const { question } = done(await ask(office, asker, personId, 'secret question'))
  done(await answerQuestion(office, asker, question.id, 'secret answer'))
  const { tie } = done(await tiePeople(office, asker, { personId, kind: 'listens to', otherId: other.id }))
  return [
    { kind: 'note', id: note.id },
    { kind: 'interaction', id: interaction.id },
    { kind: 'role', id: role.id },
    { kind: 'commitment', id: commitment.id },
    { kind: 'date', id: date.id },
    { kind: 'question', id: question.id },
    { kind: 'tie', id: tie.id },
  ]
}

/** Everything, page after page. */
export const texts = async (office: Office, asker: Asker, personId: string): Promise<string> => {
  const pages: string[] = []
  for (let offset = 0; ; offset += 10) {
    const seen = await history(office.uow, asker, personId, offset)
    if (!seen.ok) return JSON.stringify(seen.why)
    if (seen.value.entries.length === 0) return pages.join()
    pages.push(JSON.stringify(seen.value.entries))
  }
}
