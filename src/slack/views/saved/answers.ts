import type { ImportNow } from '../../../app/imports/import-now.js'
import type { Again, Answered } from '../../../app/nudges/answer.js'
import type { ReactionLogged } from '../../../app/reactions/log-reaction.js'
import type { TakenBack } from '../../../app/take-back.js'
import type { ActKind } from '../../../domain/act.js'
import { channelOf, type Home } from '../../../domain/audience.js'
import type { LocalDate } from '../../../domain/local-time.js'
import { standardWorkingTime, workingDayFrom } from '../../../domain/working-time.js'
import { actionIds } from '../../action-ids.js'
import type { Reply } from '../../answer.js'
import { button } from '../blocks.js'
import { seenByLine, type ViewContext, widenButton } from '../context.js'
import { called, channel, command, joined, named, ours, say, teammate, type Words } from '../copy.js'
import { day } from '../days.js'
import { didWith } from '../kinds.js'
import { nextTurn } from '../next-turn.js'
import { buttons, hint, line, type Part, page } from '../page.js'
import { onlyQuoteButton, quoteButton } from '../quote-view.js'
import { asideParts } from './asides.js'
import { saved } from './saved.js'

/** After a reaction: what was logged about whom, with *Undo*. */
export const reactionView = (logged: ReactionLogged, ctx: ViewContext): Reply => {
  const { person, meaning, entry } = logged
  const also = meaning === 'heard' ? quoteButton({ ...entry, kind: meaning }, ctx.userId) : []
  const seenBy = seenByLine(ctx, person, entry.home)
  const wider = entry.by === ctx.userId ? widenButton(ctx, person, entry) : null
  return page([
    line(reacted(logged)),
    ...(logged.asides === null ? [] : asideParts(logged.asides, ctx)),
    ...(seenBy === null ? [] : [hint(seenBy)]),
    buttons(
      [button('Undo', actionIds.undo, logged.actId), ...(wider === null ? [] : [wider]), ...also],
      say`Taking your reaction off takes it back, and so does ${command('/person undo')}.`,
    ),
  ])
}

const reacted = ({ person, meaning, joined: together }: ReactionLogged): Words => {
  const who = named(person.name)
  if (meaning === 'heard') return say`Kept word for word, as ${who} said it.`
  if (meaning === 'note') return say`Kept as a note about ${who}.`
  return together
    ? say`Logged: you ${didWith[meaning]} ${who} too. A teammate had it down, and you are in it now.`
    : say`Logged: you ${didWith[meaning]} ${who}.`
}

/** After a press on a nudge. */
export const answeredView = (answered: Answered, ctx: ViewContext): Reply => {
  const { person, interaction, heard, asides } = answered
  const said = line(pressed(answered, ctx))
  if (interaction === null)
    return page([said, ...untilClosed(answered), hint(say`${command('/person undo')} takes it back.`)])
  const entry = { kind: 'interaction', id: interaction.id, home: interaction.home } as const
  const beside = asides === null ? [] : asideParts(asides, ctx)
  return saved(ctx, person, [said, ...beside], { entry, also: onlyQuoteButton(heard, ctx.userId) })
}

/** What is promised stays open until somebody says what became of it. */
const untilClosed = ({ person, again }: Answered): Part[] => {
  if (again === null || again.by === 'rhythm') return []
  const name = called(person.name)
  return [
    line(
      say`Is it done, or will it not be? ${command(`/person kept ${name}`)} or ${command(`/person broke ${name}`)}`,
    ),
  ]
}

const pressed = ({ person, answer, again }: Answered, { today, userId }: ViewContext): Words => {
  const who = named(person.name)
  switch (answer.kind) {
    case 'reached-out':
      return say`Thank you. That you reached out to ${who} is written down.`
    case 'later':
      return say`All right, ${who} comes back ${day(answer.until, today)}.`
    case 'not-needed':
      return say`All right, not now for ${who}.${comesAgain(again, today)}`
    case 'handed-over':
      return answer.to === userId
        ? say`You look after ${who} now.`
        : say`${teammate(answer.to)} looks after ${who} now.`
    case 'moved':
      return say`${who} comes up where they live now.`
  }
}

const comesAgain = (again: Again | null, today: LocalDate): Words => {
  if (again === null) return ours('')
  if (again.by === 'rhythm') return say` ${nextTurn(again.on, today)}`
  const on = workingDayFrom(again.on, standardWorkingTime('UTC'))
  return again.by === 'promise'
    ? say` What was promised comes up again ${day(on, today)}, unless it is closed before.`
    : say` Their next step comes up again ${day(on, today)}, unless it is closed before.`
}

/** What an act did, with the person behind it. */
const what: Record<ActKind, string> = {
  quote: 'your word on quoting',
  add: 'what you added about',
  note: 'your note about',
  heard: 'the words of',
  met: 'meeting',
  called: 'the call with',
  emailed: 'the email with',
  messaged: 'the message with',
  role: 'the new role of',
  left: 'that a role ended for',
  'heard-role': 'what was heard of the role of',
  'role-answered': 'what you said of the role of',
  every: 'the rhythm of',
  situation: 'the situation of',
  trigger: 'the trigger for',
  promise: 'the promise to',
  step: 'the next step of',
  kept: 'closing what was promised, with',
  broke: 'closing what was promised, with',
  date: 'the date for',
  ask: 'the question for',
  answered: 'the answer of',
  prefers: 'how to reach',
  tie: 'the tie of',
  merge: 'the merging of',
  unmerge: 'the taking apart of',
  forget: 'forgetting',
  settings: 'the change of settings',
  edit: 'the change to',
  home: 'the move of',
  hand: 'the handing over of',
  widen: 'showing more people a thing about',
  remove: 'the removal from what is known about',
  reaction: 'what your reaction logged about',
  'reaction-off': 'taking your reaction off, about',
  'reached-out': 'that you reached out to',
  later: 'your “Later” for',
  'not-needed': 'your “Not needed” for',
  import: 'the import of',
  confirm: 'that you confirmed what is known of',
  sketch: 'the change to a sketch, about',
  tried: 'whether a claim holds for',
  minding: 'what you chose about',
  undo: 'the undo about',
}

/** After `undo`. */
export const takenBackView = ({ act, more, people, imported }: TakenBack, _ctx: ViewContext): Reply => {
  const again = hint(say`${command('/person undo')} again takes back what you did before that.`)
  if (imported !== null) return page([line(importTakenBack(imported)), again])
  if (act.kind === 'settings')
    return page([line(say`Taken back: how ${placeWords(act.place)} is set.`), again])
  const names = people.slice(0, 5).map(({ name }) => named(name))
  const others = people.length > names.length ? ` and ${people.length - names.length} more` : ''
  const said =
    names.length === 0
      ? act.kind === 'sketch'
        ? say`Taken back: what you changed in a sketch.`
        : say`Taken back. It is as it was before.`
      : say`Taken back: ${what[act.kind]} ${joined(names, ', ')}${ours(others)}${ours(more ? ', and what came with it' : '')}.`
  return page([line(said), again])
}

/** People on whom a teammate built since stay as they are. */
const importTakenBack = ({ state, stayed }: ImportNow): Words => {
  const stay =
    stayed === 0
      ? ours('')
      : say` What it brought about ${stayed === 1 ? ours('one person') : ours(`${stayed} people`)} stays, since more was written about them after it.`
  return state === 'undone'
    ? say`Taken back: the whole import.${stay}`
    : say`I am taking the whole import back, which takes a while.${stay}`
}

const placeWords = (home: Home): Words => {
  const channelId = channelOf(home)
  return channelId === null ? say`your DM with me` : channel(channelId)
}
