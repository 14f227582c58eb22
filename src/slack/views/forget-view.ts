import type { Forgotten } from '../../app/forgetting/forget.js'
import type { WhatGoes } from '../../app/forgetting/goes-with.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button } from './blocks.js'
import { command, joined, named, ours, say, type Words } from './copy.js'
import { buttons, hint, line, page } from './page.js'

/** `forget WHO`: what goes, before anything does. */
export const forgetView = (goes: WhatGoes): Reply => {
  const { person } = goes
  const { mentions, maybe } = goes
  return page([
    line(
      say`Forget ${named(person.name)} for good? ${ours('This cannot be undone')}, not by ${command('/person undo')} either.`,
      say`What goes, as far as you can see it: ${counted(goes)}.`,
      ...(mentions === 0
        ? []
        : [
            say`${ours(many(mentions, 'entry about somebody else names', 'entries about others name'))} them: those stay, without the name.`,
          ]),
      ...(maybe.entries === 0
        ? []
        : [
            say`${ours(many(maybe.entries, 'entry has', 'entries have'))} one of these names where it may be a word, or somebody else: ${joined(
              maybe.words.map((word) => say`${word}`),
              ', ',
            )}. That stays as it is; ${command(`/person find ${maybe.words[0] ?? ''}`)} shows it, if you want to look first.`,
          ]),
      say`What is known of them where you do not see it goes too, and so do my messages about them, as far as Slack lets me.`,
    ),
    buttons(
      [button('Forget for good', actionIds.forget, person.id, 'danger')],
      say`The button “Forget for good” does it.`,
    ),
    hint(say`To keep them, do nothing.`),
  ])
}

/** After it: nothing in these words says who it was. */
export const forgottenView = (gone: Forgotten): Reply =>
  page([
    line(
      say`Done. That person is forgotten: ${counted(gone)}.`,
      ...(gone.mentions === 0
        ? []
        : [
            say`The name is taken out of ${ours(many(gone.mentions, 'entry about somebody else', 'entries about others'))}.`,
          ]),
    ),
    hint(say`It cannot be taken back. No import brings them back by itself; ${command('/person add')} does.`),
  ])

const kinds = [
  ['notes', 'note', 'notes'],
  ['contacts', 'contact', 'contacts'],
  ['commitments', 'promise or step', 'promises and steps'],
  ['dates', 'date', 'dates'],
  ['questions', 'question', 'questions'],
  ['ties', 'tie', 'ties'],
  ['roles', 'role', 'roles'],
  ['said', 'word of a source', 'words of sources'],
  ['nudges', 'nudge', 'nudges'],
] as const

/** The person, and how many there are of each kind of thing known about them. */
const counted = (goes: Forgotten): Words => {
  const some = kinds.filter(([kind]) => goes[kind] > 0)
  const list = some.map(([kind, one, more]) => ours(many(goes[kind], one, more)))
  return joined([ours('name and addresses'), ...list], ', ')
}

const many = (n: number, one: string, more: string): string =>
  `${new Intl.NumberFormat('en').format(n)} ${n === 1 ? one : more}`
