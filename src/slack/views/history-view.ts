import type { History, HistoryEntry } from '../../app/people/history.js'
import { teammateOf } from '../../domain/audience.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button, clip } from './blocks.js'
import type { ViewContext } from './context.js'
import { named, ours, say } from './copy.js'
import { fits } from './fitting.js'
import { titleOf } from './history-titles.js'
import { moreButtons } from './more-buttons.js'
import { blocksOf, buttons, hint, line, type Part, page, quote } from './page.js'
import { putRightWords } from './put-right-words.js'

/** How far *Newer* goes back. */
const pageLength = 10

/** Everything that is known of somebody, in full, as much at a time as a message holds. */
export const historyView = (history: History, ctx: ViewContext): Reply => {
  const { person, entries, offset, total } = history
  if (entries.length === 0)
    return page([
      line(say`There is nothing more about ${named(person.name)} yet.`),
      ...(history.isSketched === true ? [moreButtons(person.id, true)] : []),
      ...pager(person.id, offset, 0, total),
    ])
  const title = (last: number): Part =>
    line(say`${named(person.name)}, ${String(offset + 1)} to ${String(last)} of ${String(total)}:`)
  const also = offset === 0 ? [moreButtons(person.id, history.isSketched === true)] : []
  const parts: Part[] = []
  let count = 0
  for (const entry of entries) {
    const next = [...parts, ...entryParts(entry, ctx)]
    const whole = [title(total), ...also, ...next, ...pager(person.id, offset + 1, 1, total + 1)]
    if (count > 0 && !fits(blocksOf(whole))) break
    parts.splice(0, parts.length, ...next)
    count++
  }
  return page([title(offset + count), ...also, ...parts, ...pager(person.id, offset, count, total)])
}

const entryParts = (entry: HistoryEntry, ctx: ViewContext): Part[] => {
  const value = `${entry.kind}:${entry.entry.id}`
  const unseen = teammateOf(entry.entry.home) === null ? '' : ', seen by you alone'
  const text = 'text' in entry.entry ? entry.entry.text : ''
  return [
    line(
      say`${titleOf(entry, ctx)}${putRightWords(entry, ctx.userId)}${ours(unseen)}${ours(text === '' ? '' : ':')}`,
    ),
    ...(text === '' ? [] : [quote(text)]),
    ...answerParts(entry, ctx),
    buttons([button('Edit', actionIds.editEntry, value), button('Remove', actionIds.removeEntry, value)]),
  ]
}

/** The answer stands in full as an entry of its own. */
const shownOfAnswer = 500

const answerParts = (entry: HistoryEntry, ctx: ViewContext): Part[] =>
  entry.kind === 'question' && entry.answer !== null
    ? [
        line(say`The answer${putRightWords(entry.answer, ctx.userId)}:`),
        quote(clip(entry.answer.text, shownOfAnswer)),
      ]
    : []

const pager = (personId: string, offset: number, count: number, total: number): Part[] => {
  const older = offset + count
  const newer =
    offset === 0
      ? []
      : [buttons([button('Newer', actionIds.historyPage, `${personId}:${Math.max(0, offset - pageLength)}`)])]
  if (count === 0 || older >= total) return newer
  return [
    ...newer,
    buttons([button('Older', actionIds.historyPage, `${personId}:${older}`)]),
    hint(say`“Older” shows what came before.`),
  ]
}
