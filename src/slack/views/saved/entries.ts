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
import { hint, line, page } from '../page.js'
import { onlyQuoteButton, quoteButton } from '../quote-view.js'
import { asideParts, sameForParts } from './asides.js'
import { caution, inShort, shown } from './in-short.js'
import { whoIsThereWords } from './role-answered.js'
import { saved } from './saved.js'

/** After `note`, `heard` and `situation`. */
export const keptView = ({ person, note, firstTender, sameFor }: Kept, ctx: ViewContext): Reply => {
  const who = named(person.name)
  const said = {
    note: say`Kept for ${who}:`,
    heard: say`Kept word for word, as ${who} said it:`,
    situation: say`Kept, as what is going on for ${who} now:`,
  }[note.kind]
  const entry = { kind: 'note', id: note.id, home: note.home } as const
  const parts = [line(said), ...inShort(note.text), ...caution(firstTender), ...sameForParts(sameFor)]
  return saved(ctx, person, parts, { entry, also: quoteButton(note, ctx.userId) })
}

/** After `met`, `called`, `emailed`, `messaged`. */
export const loggedView = (
  { person, interaction, heard, dueOn, asides }: Logged,
  ctx: ViewContext,
): Reply => {
  const said = say`You ${didWith[interaction.kind]} ${named(person.name)} ${ago(interaction.on, ctx.today)}${interaction.text === '' ? '.' : ':'}`
  const words = joined(
    heard.map((each) => say`“${clip(each.text, shown)}”`),
    ', ',
  )
  const kept = heard.length === 0 ? [] : [say`Kept as their own words too: ${words}`]
  const entry = { kind: 'interaction', id: interaction.id, home: interaction.home } as const
  const parts = [
    line(said),
    ...inShort(interaction.text),
    line(...kept, nextTurn(dueOn, ctx.today)),
    ...asideParts(asides, ctx),
  ]
  return saved(ctx, person, parts, { entry, nudges: true, also: onlyQuoteButton(heard, ctx.userId) })
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
  { person, role, stillHeld, seenIn, newsId, threads }: RoleLeft,
  ctx: ViewContext,
): Reply => {
  const until = role.untilOn === null ? '' : `, since ${plainDay(role.untilOn, ctx.today)}`
  const lines = [say`${named(person.name)} is no longer ${roleText(role)}${until}.`]
  if (stillHeld.length > 0) lines.push(say`Still: ${joined(stillHeld.map(roleText).map(typed), ', ')}.`)
  else
    lines.push(
      say`Do you know where to? ${command(`/person role ${called(person.name)} VP operations at Globex`)}`,
    )
  if (threads.whoIsThere) lines.push(whoIsThereWords(role))
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
