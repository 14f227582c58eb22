import type { ImportNow } from '../../../app/imports/import-now.js'
import { actionIds } from '../../action-ids.js'
import type { Reply } from '../../answer.js'
import { button } from '../blocks.js'
import { command, ours, say, type Words } from '../copy.js'
import { buttons, hint, line, page } from '../page.js'
import { countsWords, fileName, grouped } from './import-words.js'

/** While a file is read. `rows` so far. */
export const readingView = (name: string, rows: number): Reply =>
  page([
    line(
      rows === 0
        ? say`I am reading ${fileName(name)}.`
        : say`I am reading ${fileName(name)}: ${ours(grouped(rows))} rows so far.`,
    ),
  ])

/** What an import is doing, or did, after its preview; null for one that is not begun. */
export const importView = (now: ImportNow): Reply | null => {
  switch (now.state) {
    case 'running':
      return page([line(say`I am importing ${fileName(now.name)}: ${reached(now)}.`)])
    case 'undoing':
      return page([line(say`I am taking back what ${fileName(now.name)} brought: ${reached(now)}.`)])
    case 'done':
      return doneView(now)
    case 'undone':
      return undoneView(now)
    case 'cancelled':
      return page([line(say`${fileName(now.name)} was not imported. Nothing was written down.`)])
    default:
      return null
  }
}

const reached = ({ reached: n, rows }: ImportNow): Words => {
  const percent = rows === 0 ? 100 : Math.floor((100 * Math.min(n, rows)) / rows)
  return ours(`${grouped(n)} of ${grouped(rows)} rows, ${percent} %`)
}

const doneView = ({ id, name, counts, firstActId }: ImportNow): Reply => {
  const pressable = [
    ...(counts.unclear > 0
      ? [button('Go through the unclear ones', actionIds.importUnclear, id, 'primary')]
      : []),
    ...(firstActId === null ? [] : [button('Undo', actionIds.undo, firstActId)]),
  ]
  const unclear =
    counts.unclear === 0
      ? []
      : [
          say`${ours(counts.unclear === 1 ? 'One row waits' : `${grouped(counts.unclear)} rows wait`)} for you to say who is meant.`,
        ]
  return page([
    line(say`${fileName(name)} is in: ${countsWords(counts)}.`, ...unclear),
    ...(pressable.length === 0 ? [] : [buttons(pressable)]),
    ...(firstActId === null ? [] : [hint(say`${command('/person undo')} takes all of it back.`)]),
  ])
}

const undoneView = ({ name, stayed }: ImportNow): Reply =>
  page([
    line(
      stayed === 0
        ? say`What ${fileName(name)} brought is taken back, all of it.`
        : say`What ${fileName(name)} brought is taken back, but for ${ours(stayed === 1 ? 'one row' : `${grouped(stayed)} rows`)}, since a teammate built on that.`,
    ),
  ])

/** Somebody else's file took its place, or a day went by. */
export const importExpiredView = (): Reply =>
  page([line(say`This import is no longer there. Hand me the file again with ${command('/person import')}.`)])
