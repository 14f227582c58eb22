import { scopeOf } from '../../app/asker.js'
import type { Outcome } from '../../app/outcome.js'
import { showPerson } from '../../app/people/show-person.js'
import type { PersonName } from '../../app/ports.js'
import { answerRoleQuestion, type SaidOfRole } from '../../app/role-changes/answer-role-question.js'
import { leaveRole } from '../../app/roles/leave-role.js'
import { takeRole } from '../../app/roles/take-role.js'
import { hearPasted, type Pasted, type PastedHeard, pastedSpoke } from '../../app/sources/hear-pasted.js'
import { type Reading, readPasted } from '../../domain/reading/reading.js'
import { fieldIds } from '../action-ids.js'
import { type Answer, type Reply, reply } from '../answer.js'
import { answerWith, refused } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { takeUp } from '../conversation/drafts.js'
import { foundIn, openUnderstood } from '../conversation/read-message.js'
import { furtherAct } from '../conversation/turn.js'
import { understoodView } from '../views/saved/understood.js'
import { roleLeftView, roleTakenView } from '../views/saved-views.js'
import { isAsWide } from '../views/seen-wider.js'
import { type Filled, type OnForm, wrongAt } from './form.js'

/** What was pasted: the next form shows what was understood. */
export const submitPaste: OnForm = async (bot, turn, { metadata, value }) => {
  const text = value(fieldIds.text)
  const about = await personNamed(bot, turn, metadata.personId)
  const opened = await openUnderstood(bot, turn, { text, about, writtenAt: null, inView: false })
  return 'complaint' in opened ? wrongAt(fieldIds.text, opened.complaint) : opened
}

/** What was understood, put right by a teammate who says whether it is so. */
export const submitUnderstood: OnForm = async (bot, turn, filled) => {
  const { metadata, value } = filled
  const draft = metadata.seenId === undefined ? null : await takeUp(bot, turn, metadata.seenId)
  if (draft?.kind !== 'reading') return refused(turn, { reason: 'entry-gone' })
  const reading = readPasted(draft.text)
  const person = await personNamed(bot, turn, metadata.personId || value(fieldIds.people))
  if (person === null) return wrongAt(fieldIds.people, 'Whose is it? Choose somebody whom you know here.')
  const role = roleIn(reading, filled)
  if (reading.kind === 'signature' && role === null && value(fieldIds.keep) === '')
    return wrongAt(fieldIds.title, 'What is their title, or their company?')
  const kept = value(fieldIds.keep).split(',')
  if (draft.isSeenWider === false && value(fieldIds.keep) !== '' && (await isWiderNow(bot, turn, person)))
    return wrongAt(
      fieldIds.keep,
      'More people know them than when this was opened, and all of them would see it.',
    )
  const heard = await hearPasted(bot, turn.asker, {
    personId: person.id,
    source: reading.kind === 'signature' ? 'signature' : 'auto-reply',
    role,
    successor: successorIn(filled),
    addresses: foundIn(reading).filter((address) => kept.includes(address)),
    observedAt: draft.writtenAt ?? turn.asker.at,
    words: draft.text.trim().slice(0, mostWords),
  })
  if (!heard.ok) return refused(turn, heard.why)
  await pastedSpoke(bot, turn.asker)
  return answered(bot, turn, heard.value, role, saidIn(value(fieldIds.answer)))
}
/** How somebody is reached has no home of its own; they may have been moved while the form was open. */
const isWiderNow = async (bot: Bot, turn: Turn, { id }: PersonName): Promise<boolean> => {
  const known = await showPerson(bot.uow, turn.asker, id)
  return known.ok && !isAsWide(viewContext(turn), known.value.home)
}

/** As much of it as is kept as evidence. */
const mostWords = 1_000

const personNamed = async (bot: Bot, turn: Turn, id: string): Promise<PersonName | null> => {
  if (id === '') return null
  const [person] = await bot.uow.read(scopeOf(turn.asker), ({ people }) => people.names([id]))
  return person ?? null
}

const roleIn = (reading: Reading, { value }: Filled): Pasted['role'] => {
  const [title, company] = [value(fieldIds.title), value(fieldIds.company)]
  if (reading.kind === 'left') return { title: '', company, left: true }
  return title === '' && company === '' ? null : { title, company, left: false }
}

const successorIn = ({ value }: Filled): Pasted['successor'] => {
  const name = value(fieldIds.successor)
  return name === '' ? null : { name, address: value(fieldIds.successorAddress) || null }
}

const saidIn = (answer: string): SaidOfRole | null =>
  answer === 'so' || answer === 'beside' || answer === 'not-so' ? answer : null

/** What the teammate said to it, in the same act as far as `undo` goes. */
const answered = async (
  bot: Bot,
  turn: Turn,
  heard: PastedHeard,
  role: Pasted['role'],
  said: SaidOfRole | null,
): Promise<Answer> => {
  const ctx = viewContext(turn)
  const { question, verdict, person, actId } = heard
  const further = actId === null ? { bot, turn } : furtherAct(bot, turn, actId)
  if (said !== null && question !== null) {
    const outcome = await answerRoleQuestion(further.bot, further.turn.asker, { question }, said)
    return answerWith(turn, outcome, (value) => understoodView(heard, value, ctx))
  }
  const isLate = verdict?.kind === 'contact-since' || verdict?.kind === 'older'
  if (role === null || isLate || (said !== 'so' && said !== 'beside'))
    return reply(understoodView(heard, null, ctx))
  // Nothing was known that it could be compared with: it is so because the teammate says it.
  const { bot: ports, turn: then } = further
  const show = <T>(outcome: Outcome<T>, view: (value: T) => Reply): Answer =>
    outcome.ok || heard.kept.length === 0
      ? answerWith(turn, outcome, view)
      : reply(understoodView(heard, null, ctx))
  if (role.left) {
    const leaving = { personId: person.id, company: role.company || null, on: null }
    return show(await leaveRole(ports, then.asker, leaving), (left) => roleLeftView(left, ctx))
  }
  const taking = { title: role.title, company: role.company || null, sinceOn: null, also: said === 'beside' }
  const taken = await takeRole(ports, then.asker, { personId: person.id, ...taking })
  return show(taken, (value) => roleTakenView(value, ctx))
}
