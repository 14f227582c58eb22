import type { MyConversations } from '../app/ports/week.js'
import { mostConversations } from '../domain/mirror.js'
import type { Bound } from './bound.js'
import { interactionCodec } from './codec.js'
import { openQuestionCodec } from './knowledge-codec.js'

/** Several people may be met in one conversation. */
const mostContacts = 4 * mostConversations
const mostBeside = 500

/** Three reads, however much a teammate ever wrote down. */
export const conversationsOf = async (bound: Bound, userId: string): Promise<MyConversations> => {
  const rows = await contactsByQuery(bound, userId).execute()
  const contacts = rows.map(interactionCodec.decode)
  if (contacts.length === 0) return { contacts, heard: [], questions: [] }
  const personIds = [...new Set(contacts.map(({ personId }) => personId))]
  const days = [...new Set(contacts.map(({ on }) => on))]
  const heard = await bound
    .notes()
    .select(['e.person_id', 'e.happened_on'])
    .where(bound.dialect.oneOf('e.person_id', personIds))
    .where(bound.dialect.among('e.happened_on', days))
    .where('e.written_by', '=', userId)
    .where('e.kind', '=', 'heard')
    .limit(mostBeside)
    .execute()
  const questions = await bound
    .openQuestions()
    .selectAll('e')
    .where(bound.dialect.oneOf('e.person_id', personIds))
    .where((eb) => eb.or([eb('e.written_by', '=', userId), eb('e.answered_by', '=', userId)]))
    .orderBy('e.happened_on', 'desc')
    .limit(mostBeside)
    .execute()
  return {
    contacts,
    heard: heard.map((row) => ({ personId: row.person_id, on: row.happened_on })),
    questions: questions.map(openQuestionCodec.decode),
  }
}

export const contactsByQuery = (bound: Bound, userId: string) =>
  bound
    .interactions()
    .selectAll('e')
    .where('e.written_by', '=', userId)
    .orderBy('e.written_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(mostContacts)
