import { noteFiles } from '../../app/export/note-files.js'
import { plainName } from '../../documents/plain-name.js'
import type { Drawn } from '../../pictures/pictures.js'
import { type Answer, reply } from '../answer.js'
import type { HandedFile } from '../files.js'
import { type SlackTrouble, whyOf } from '../slack-error.js'
import { pictureComment, pictureFailedView, pictureView } from '../views/pictures/picture-view.js'
import { altText, numberedLine, type PictureWords, pictureTitle } from '../views/pictures/picture-words.js'
import { refused } from './answer-with.js'
import type { Bot, Turn } from './bot.js'

/** A picture and its words; `personIds`: everybody in it, with any of whom it goes. `name` begins the names of the files. */
type Handed = {
  readonly drawn: Extract<Drawn, { kind: 'drawn' }>
  readonly words: PictureWords
  readonly personIds: readonly string[]
  readonly name: string
}

/** Hands a picture over in the DM of whoever asked, as `export` does its files, since it holds what they alone may see. */
export const handPicture = async (bot: Bot, turn: Turn, handed: Handed): Promise<Answer> => {
  const { drawn, words, personIds } = handed
  const { workspaceId, userId, place } = turn.asker
  const uploaded = await bot.files.upload(userId, filesOf(handed))
  const failed = ({ kind, code }: SlackTrouble) => reply(pictureFailedView(words, { kind, why: whyOf(code) }))
  if ('kind' in uploaded) return failed(uploaded)
  const noted = await noteFiles(bot.uow, workspaceId, personIds, {
    channelId: uploaded.channelId,
    fileIds: uploaded.files.map((file) => file.id),
    text: words.lines.join('\n'),
  })
  if (!noted.ok) return refused(turn, noted.why)
  const trouble = await bot.files.show(uploaded, pictureComment)
  return trouble === null ? reply(pictureView(words, drawn.numbered, place.seenBy)) : failed(trouble)
}

/** The picture with its words; where those are longer than Slack takes with it, all of them in a file beside it. */
const filesOf = ({ drawn, words, name }: Handed): HandedFile[] => {
  const lines = [...words.lines, ...drawn.numbered.map(numberedLine)]
  const alt = altText(lines)
  const file = `${name}-${plainName(words.about, 'somebody')}`
  const title = pictureTitle(words)
  const picture = { name: `${file}.png`, title, bytes: drawn.png, alt: alt.text }
  if (alt.isAll) return [picture]
  return [picture, { name: `${file}.txt`, title: `${title}, in words`, text: `${lines.join('\n\n')}\n` }]
}
