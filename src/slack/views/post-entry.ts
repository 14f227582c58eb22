import type { ClosedModel, ContactModel, EntryModel } from '../../app/nudges/post-model.js'
import type { ClaimModel } from '../../app/role-changes/claim-model.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { Answer } from '../../domain/nudge.js'
import { actionIds } from '../action-ids.js'
import { button, clip, type Pressable, select } from './blocks.js'
import { called, command, named, ours, say, teammate, type Words } from './copy.js'
import { ago, day } from './days.js'
import { didWith } from './kinds.js'
import { buttons, hint, line, type Part, quote } from './page.js'
import { putRightWords } from './put-right-words.js'
import { claimAnswered, claimButtons, claimWords } from './role-claim.js'
import { whyNow } from './why-now.js'

/** Five people with long words must be one message still. */
const shown = 300

/** One person in a post: why now, what they told us, what to ask; or one quiet line once somebody has answered. */
export const entryParts = (entry: EntryModel): Part[] =>
  entry.standing.kind === 'open' ? open(entry, entry.standing.lastTurn) : [line(settled(entry))]

const open = (entry: EntryModel, lastTurn: boolean): Part[] => {
  if (entry.why.every(({ kind }) => kind === 'role-question')) return asked(entry)
  const why = whyNow(entry)
  return [
    line(who(entry), ...(why === null ? [] : [why])),
    ...told(entry),
    ...last(entry, lastTurn),
    hint(say`${teammate(entry.ownerId)} looks after them.`),
    choices(entry),
    ...claimsOf(entry).flatMap((claim) => [...claimed(claim, entry), buttons(claimButtons(claim))]),
  ]
}

/** A change of role that is asked about, and nothing else: nobody has to reach out for that. */
const asked = (entry: EntryModel): Part[] => [
  line(who(entry)),
  ...claimsOf(entry).flatMap((claim, nth, all) => [
    ...claimed(claim, entry),
    buttons([...claimButtons(claim), ...(nth === all.length - 1 ? [later(entry)] : [])]),
  ]),
]

const claimsOf = ({ why }: EntryModel): ClaimModel[] =>
  why.flatMap((each) => (each.kind === 'role-question' ? [each.claim] : []))

const claimed = (claim: ClaimModel, { on }: EntryModel): Part[] => [
  line(claimWords(claim, on)),
  ...(claim.words === null ? [] : [quote(clip(claim.words, shown))]),
]

const who = ({ name, role }: EntryModel): Words =>
  role === '' ? named(name) : say`${named(name)} · ${clip(role, shown)}`

const told = (entry: EntryModel): Part[] => {
  if (entry.told === null) return []
  const { kind, on, text } = entry.told
  const when = say`${ago(on, entry.on)}${putRightWords(entry.told)}`
  const opening = kind === 'heard' ? say`What they told you ${when}:` : say`What you noticed ${when}:`
  return [line(opening), quote(clip(text, shown))]
}

const last = ({ question, prefers, name, why }: EntryModel, lastTurn: boolean): Part[] => {
  const lines = [
    ...(question === null ? [] : [say`Worth asking: ${clip(question, shown)}`]),
    ...(prefers === null ? [] : [say`They like to be reached by: ${clip(prefers, shown)}`]),
    ...(lastTurn ? [lastAsked(called(name), why)] : []),
  ]
  return lines.length === 0 ? [] : [line(...lines)]
}

/** About one who has been silent for long the rhythm is in question; about a promise alone, the promise. */
const lastAsked = (name: string, why: EntryModel['why']): Words => {
  const isPromised = why.some(({ kind }) => kind === 'promise' || kind === 'step')
  return isPromised && !why.some(({ kind }) => kind === 'quiet')
    ? say`This is the fourth time I ask. Is it done, or will it not be? ${command(`/person kept ${name}`)} or ${command(`/person broke ${name}`)}`
    : say`This is the fourth time I ask. A longer rhythm, or let them be? ${command(`/person every ${name} 2 months`)} or ${command(`/person every ${name} never`)}`
}

const later = ({ nudgeId }: EntryModel): Pressable =>
  select('Later', actionIds.later, [
    { label: 'In a day', value: `${nudgeId}:day` },
    { label: 'In a week', value: `${nudgeId}:week` },
    { label: 'In a month', value: `${nudgeId}:month` },
  ])

const choices = (entry: EntryModel): Part =>
  buttons([
    button('I reached out', actionIds.reachedOut, entry.nudgeId, 'primary'),
    later(entry),
    button('Not needed', actionIds.notNeeded, entry.nudgeId),
    button('Hand over', actionIds.handOver, entry.nudgeId),
    // What a source said may be wrong, and whoever reads it may know.
    ...entry.why
      .flatMap((why) =>
        (why.kind === 'new-role' || why.kind === 'left') && why.said !== null
          ? [button('Not so', actionIds.roleNotSo, why.said.questionId)]
          : [],
      )
      .slice(0, 1),
  ])

const settled = ({ name, standing, on: today }: EntryModel): Words =>
  say`${named(name)}: ${outcomeOf(standing, today)}`

const outcomeOf = (standing: EntryModel['standing'], today: LocalDate): Words => {
  if (standing.kind === 'answered') return answered(standing.answer, today)
  if (standing.kind === 'closed') return closed(standing.closed)
  if (standing.kind === 'role-answered') return claimAnswered(standing.answered.as, standing.answered.by)
  return moot(standing.kind === 'moot' ? standing.contact : null, today)
}

const closed = ({ kind, as, by }: ClosedModel): Words => {
  if (kind === 'promise')
    return as === 'kept'
      ? say`what was promised is done, says ${teammate(by)}.`
      : say`what was promised will not be done, says ${teammate(by)}.`
  return as === 'kept'
    ? say`they did what they said they would, says ${teammate(by)}.`
    : say`they did not do what they said they would, says ${teammate(by)}.`
}

const answered = (answer: Answer, today: LocalDate): Words => {
  const by = teammate(answer.by)
  switch (answer.kind) {
    case 'reached-out':
      return say`${by} reached out.`
    case 'later':
      return say`${by} said later, so they come back ${day(answer.until, today)}.`
    case 'not-needed':
      return say`${by} said that it is not needed now.`
    case 'handed-over':
      return answer.by === answer.to
        ? say`${by} looks after them now.`
        : say`${by} handed them over to ${teammate(answer.to)}.`
    case 'moved':
      return say`${by} moved them, and they come up where they live now.`
  }
}

const moot = (contact: ContactModel | null, today: LocalDate): Words =>
  contact === null
    ? ours('no longer needed.')
    : say`${teammate(contact.by)} ${didWith[contact.kind]} them ${day(contact.on, today)}.`
