import { exportPerson } from '../../app/export/export-person.js'
import { noteFiles } from '../../app/export/note-files.js'
import type { PersonName } from '../../app/ports.js'
import { personFiles } from '../../documents/person-files.js'
import type { Person } from '../../domain/person.js'
import { type Answer, reply } from '../answer.js'
import { refused } from '../conversation/answer-with.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { type SlackTrouble, whyOf } from '../slack-error.js'
import { exportedView, exportFailedView, filesComment } from '../views/export-view.js'

/** `export WHO`: three files in the asker's DM with the bot. They hold what the asker may see, so nobody else gets them. */
export const runExport = async (bot: Bot, turn: Turn, { id }: PersonName): Promise<Answer> => {
  const { workspaceId, userId, place } = turn.asker
  const outcome = await exportPerson(bot, turn.asker, id)
  if (!outcome.ok) return refused(turn, outcome.why)
  const { dossier } = outcome.value
  const files = personFiles(outcome.value)
  const uploaded = await bot.files.upload(userId, files)
  if ('kind' in uploaded) return reply(failed(dossier.person, uploaded))
  const fileIds = uploaded.files.map((file) => file.id)
  const noted = await noteFiles(bot.uow, workspaceId, [id], {
    channelId: uploaded.channelId,
    fileIds,
    text: files.map(({ text }) => text).join('\n'),
  })
  if (!noted.ok) return refused(turn, noted.why)
  const trouble = await bot.files.show(uploaded, filesComment)
  return reply(trouble === null ? exportedView(dossier, place.seenBy) : failed(dossier.person, trouble))
}

const failed = (person: Person, { kind, code }: SlackTrouble) =>
  exportFailedView(person, { kind, why: whyOf(code) })
