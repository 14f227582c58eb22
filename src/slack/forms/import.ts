import { whoAsks } from '../../app/asker.js'
import { type ColumnChoice, columnFields } from '../../domain/contact-file.js'
import { fieldIds } from '../action-ids.js'
import { nothing, reply } from '../answer.js'
import { refused } from '../conversation/answer-with.js'
import { takeUp } from '../conversation/drafts.js'
import { expiredView } from '../views/draft-view.js'
import { whyNotReadText } from '../views/imports/file-trouble-view.js'
import { columnField, takenView } from '../views/imports/import-forms.js'
import { type OnForm, wrongAt } from './form.js'

/** The file of `import`: what Slack says of it is looked up, and it is read behind the answer. */
export const submitImport: OnForm = async (bot, turn, { value }) => {
  const [fileId = ''] = value(fieldIds.file).split(',')
  if (fileId === '') return wrongAt(fieldIds.file, 'Which file?')
  const { asker } = turn
  const file = await bot.importing.look(fileId, asker.userId)
  if (typeof file === 'string') return wrongAt(fieldIds.file, whyNotReadText(file))
  await bot.importing.read(asker, file)
  const { seenBy } = asker.place
  return seenBy.kind === 'you' && seenBy.because === 'dm' ? nothing : reply(takenView(file.name))
}

/** Which column is what: the file is read anew, for the place where it was asked for. */
export const submitColumns: OnForm = async (bot, turn, { metadata, value }) => {
  const draft = metadata.seenId === undefined ? null : await takeUp(bot, turn, metadata.seenId)
  if (draft?.kind !== 'import-table') return reply(expiredView())
  const chosen = columnFields.flatMap((field) => {
    const at = value(columnField(field))
    const header = at === '' ? undefined : draft.headers[Number(at)]
    return header === undefined ? [] : [[field, header] as const]
  })
  const columns: ColumnChoice = Object.fromEntries(chosen)
  if (columns.name === undefined && columns.given === undefined && columns.family === undefined)
    return wrongAt(columnField('name'), 'A person has a name. Which column is it?')
  const { workspaceId, userId, at, cause } = turn.asker
  const asker = await whoAsks(bot, { workspaceId, userId, channelId: draft.channelId, at, cause })
  if ('notATeammate' in asker) return refused(turn, { reason: 'import-gone' })
  const file = await bot.importing.look(draft.fileId, userId)
  if (typeof file === 'string') return wrongAt(columnField('name'), whyNotReadText(file))
  await bot.importing.read(asker, file, columns)
  return nothing
}
