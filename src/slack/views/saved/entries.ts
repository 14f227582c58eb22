import type { Widened } from '../../../app/entries/widen.js'
import type { Logged } from '../../../app/interactions/log-contact.js'
import type { Kept } from '../../../app/notes/keep-note.js'
import type { RoleLeft } from '../../../app/roles/leave-role.js'
import type { RoleTaken } from '../../../app/roles/take-role.js'
import { channelOf } from '../../../domain/audience.js'
import type { Person } from '../../../domain/person.js'
import { roleText } from '../../../domain/role.js'
import type { Reply } from '../../answer.js'
import { clip } from '../blocks.js'
import type { ViewContext } from '../context.js'
import { called, channel, command, joined, named, say, typed } from '../copy.js'
import { ago, plainDay } from '../days.js'
import { didWith } from '../kinds.js'
import { nextTurn } from '../next-turn.js'
import { hint, line, type Part, page, quote } from '../page.js'
import { saved } from './saved.js'

/** What was kept is shown again in short: enough to see that it is the right one. */
const shown = 200
const inShort = (text: string): Part[] => (text === '' ? [] : [quote(clip(text, shown))])

/** After `note` and `heard`. */
export const keptView = ({ person, note, firstTender }: Kept, ctx: ViewContext): Reply => {
  const said =
    note.kind === 'heard'
      ? say`Kept word for word, as ${named(person.name)} said it:`
      : say`Kept for ${named(person.name)}:`
  const caution = firstTender
    ? [
        line(
          say`That is tender ground, so a word once: please never write of health, religion, politics or sex life.`,
        ),
      ]
    : []
  const entry = { kind: 'note', id: note.id, home: note.home } as const
  return saved(ctx, person, [line(said), ...inShort(note.text), ...caution], { entry })
}

/** After `met`, `called`, `emailed`, `messaged`. */
export const loggedView = ({ person, interaction, heard, dueOn }: Logged, ctx: ViewContext): Reply => {
  const said = say`You ${didWith[interaction.kind]} ${named(person.name)} ${ago(interaction.on, ctx.today)}${interaction.text === '' ? '.' : ':'}`
  const words = joined(
    heard.map((each) => say`“${clip(each, shown)}”`),
    ', ',
  )
  const kept = heard.length === 0 ? [] : [say`Kept as their own words too: ${words}`]
  const entry = { kind: 'interaction', id: interaction.id, home: interaction.home } as const
  const parts = [line(said), ...inShort(interaction.text), line(...kept, nextTurn(dueOn, ctx.today))]
  return saved(ctx, person, parts, { entry, nudges: true })
}

/** After `role`. */
export const roleTakenView = ({ person, role, closed }: RoleTaken, ctx: ViewContext): Reply => {
  const since = role.sinceOn === null ? '' : `, since ${plainDay(role.sinceOn, ctx.today)}`
  const now = say`${named(person.name)} is ${roleText(role)} now${since}.`
  const before = closed === null ? [] : [say`Before that: ${roleText(closed)}.`]
  const entry = { kind: 'role', id: role.id, home: role.home } as const
  return saved(ctx, person, [line(now, ...before)], { entry })
}

/** After `left`. */
export const roleLeftView = (
  { person, role, stillHeld, seenIn, newsId }: RoleLeft,
  ctx: ViewContext,
): Reply => {
  const until = role.untilOn === null ? '' : `, since ${plainDay(role.untilOn, ctx.today)}`
  const lines = [say`${named(person.name)} is no longer ${roleText(role)}${until}.`]
  if (stillHeld.length > 0) lines.push(say`Still: ${joined(stillHeld.map(roleText).map(typed), ', ')}.`)
  else
    lines.push(
      say`Do you know where to? ${command(`/person role ${called(person.name)} VP operations at Globex`)}`,
    )
  const entry = newsId === null ? null : ({ kind: 'news', id: newsId, home: seenIn } as const)
  return saved(ctx, person, [line(...lines)], { entry, seenIn })
}

/** After *Remove* in the history. */
export const removedView = (person: Person, _ctx: ViewContext): Reply =>
  page([
    line(say`Removed from what is known about ${named(person.name)}.`),
    hint(say`${command('/person undo')} brings it back.`),
  ])

/** After "show it to all who see them". */
export const widenedView = ({ person, home }: Widened, _ctx: ViewContext): Reply => {
  const channelId = channelOf(home)
  const where = channelId === null ? [] : say` in ${channel(channelId)}`
  return page([
    line(say`Whoever may see ${named(person.name)}${where} sees it now.`),
    hint(say`${command('/person undo')} takes it back.`),
  ])
}
