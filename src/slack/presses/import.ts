import { beginImport, cancelImport } from '../../app/imports/begin-import.js'
import { decideRow, type RowDecision } from '../../app/imports/decide-row.js'
import { unclearRows } from '../../app/imports/unclear-rows.js'
import { type Outcome, ok } from '../../app/outcome.js'
import { actionIds } from '../action-ids.js'
import { type Answer, modal, nothing, type Reply, replace, reply } from '../answer.js'
import { refused } from '../conversation/answer-with.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { takeUp } from '../conversation/drafts.js'
import { formMetadata } from '../forms/metadata.js'
import type { Press } from '../incoming.js'
import { runImport } from '../subcommands/import.js'
import { expiredView } from '../views/draft-view.js'
import { notice } from '../views/form-inputs.js'
import { columnsForm } from '../views/imports/import-forms.js'
import { rhythmChosen } from '../views/imports/preview-view.js'
import { noneUnclearView, unclearView } from '../views/imports/unclear-view.js'
import { type OnPress, twoParts } from './press.js'

/** A button in a message, which could open no form by itself. */
export const pressImportOpen: OnPress = (bot, turn) => runImport(bot, turn)

/** Which column is what, in a table that nobody knows. */
export const pressImportColumns: OnPress = async (bot, turn, press) => {
  const draft = await takeUp(bot, turn, press.value)
  if (draft?.kind !== 'import-table') return reply(expiredView())
  return modal(columnsForm(draft, formMetadata(turn, { personId: '', seenId: press.value })))
}

/** The choice goes with *Import*. */
export const pressImportRhythm: OnPress = async () => nothing

/** The message itself says from now on how it goes. */
export const pressImportBegin: OnPress = async (bot, turn, press) => {
  const rhythm = rhythmChosen(press.held[actionIds.importRhythm] ?? '')
  if (rhythm === null) return refused(turn, { reason: 'import-gone' })
  const outcome = await beginImport(bot, turn.asker, press.value, { rhythm })
  return outcome.ok ? followed(bot, turn, press) : refused(turn, outcome.why)
}

export const pressImportLeave: OnPress = async (bot, turn, press) => {
  const outcome = await cancelImport(bot, turn.asker, press.value)
  return outcome.ok ? followed(bot, turn, press) : refused(turn, outcome.why)
}

const followed = async (bot: Bot, { asker }: Turn, { value, message, channelId }: Press): Promise<Answer> => {
  if (message !== null && !message.ephemeral && channelId !== null)
    await bot.importing.follow(value, channelId, message.ts, asker.userId)
  bot.importing.changed()
  return nothing
}

/** The rows that only a teammate can place, one after the other, in a view of their own. */
export const pressImportUnclear: OnPress = async (bot, turn, press) => {
  const next = await nextUnclear(bot, turn, press.value)
  if (!next.ok) return refused(turn, next.why)
  await followed(bot, turn, press)
  const { channelId, threadTs } = turn.from
  const private_metadata = JSON.stringify({ channelId, threadTs, inView: true })
  return modal({ ...notice('Who is meant?', next.value.blocks), private_metadata })
}

/** What is decided of one row, `IMPORT:ROW`; and then the next one. */
const deciding =
  (decisionOf: (rest: string) => RowDecision | null): OnPress =>
  async (bot, turn, press) => {
    const [importId, value] = twoParts(press.value)
    const [row, rest] = twoParts(value)
    const decision = /^\d{1,9}$/.test(row) ? decisionOf(rest) : null
    if (decision === null) return refused(turn, { reason: 'import-gone' })
    const outcome = await decideRow(bot, turn.asker, importId, Number(row), decision)
    // Decided a moment ago, as by a second press: the next one is shown all the same.
    if (!outcome.ok && outcome.why.reason !== 'row-decided') return refused(turn, outcome.why)
    bot.importing.changed()
    const next = await nextUnclear(bot, turn, importId)
    return next.ok ? replace(next.value) : refused(turn, next.why)
  }

export const pressImportSame = deciding((personId) => ({ is: 'same', personId }))
export const pressImportNew = deciding((rest) => (rest === '' ? { is: 'new' } : null))
export const pressImportOut = deciding((rest) => (rest === '' ? { is: 'left-out' } : null))

const nextUnclear = async (bot: Bot, { asker }: Turn, importId: string): Promise<Outcome<Reply>> => {
  const outcome = await unclearRows(bot, asker, importId, { limit: 1, offset: 0 })
  if (!outcome.ok) return outcome
  const [row] = outcome.value
  return ok(row === undefined ? noneUnclearView() : unclearView(importId, row))
}
