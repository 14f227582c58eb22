import type { ReadQuote } from '../../app/quotes/as-read.js'
import { type InTheirWords, mostExported, quotesOnAPage } from '../../app/quotes/in-their-words.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button, clip } from './blocks.js'
import { command, ours, say } from './copy.js'
import type { ExportFailure } from './export-view.js'
import { buttons, hint, line, type Part, page, quote, row } from './page.js'
import { saidBy } from './quote-words.js'

const longestTopic = 200

/** `words TOPIC`: what people said about it. */
export const theirWordsView = (found: InTheirWords, topic: string, draftId: string): Reply => {
  const { quotes, offset, wholeWords } = found
  const about = clip(topic, longestTopic)
  const pages = pager(found, draftId)
  const shown = { about: found.personIds }
  if (quotes.length === 0 && !found.more)
    return {
      ...page([
        line(
          offset === 0
            ? say`Nobody has been quoted on “${about}” so far.`
            : say`Nobody else has been quoted on “${about}”.`,
          ...(offset === 0
            ? [
                say`A shorter or plainer word may find more. When somebody tells you, keep it with ${command('/person heard frank the light is too cold')} and press “May be quoted”.`,
              ]
            : []),
        ),
        ...(wholeWords ? [line(encrypted)] : []),
        ...pages,
      ]),
      ...shown,
    }
  return {
    ...page([
      line(say`In their words, on “${about}”, newest first:`),
      ...quotes.flatMap((said) => [quote(said.words), beneath(said)]),
      ...(wholeWords ? [line(encrypted)] : []),
      ...pages,
      hint(say`No names: whoever wrote it down let these words be quoted, and can take that back.`),
    ]),
    ...shown,
  }
}

/** Who said it; beside what the reader let be quoted they take it back, also where they read no more what it was said in. */
const beneath = (said: ReadQuote): Part => {
  const words = ours(saidBy(said))
  if (said.ownNoteId === null) return line(words)
  return row([words], button('No longer quoted', actionIds.unquote, said.ownNoteId))
}

const encrypted = say`What was said is encrypted here: whole words find it, and beginnings do not.`

const pager = ({ offset, more, quotes }: InTheirWords, draftId: string): Part[] => {
  const to = (label: string, at: number) => button(label, actionIds.wordsPage, `${draftId}:${at}`)
  const elements = [
    ...(more ? [to('More', offset + quotesOnAPage)] : []),
    ...(offset > 0 ? [to('Back', Math.max(0, offset - quotesOnAPage))] : []),
    ...(quotes.length > 0 ? [button('Export as Markdown', actionIds.wordsExport, draftId)] : []),
  ]
  if (elements.length === 0) return []
  return [
    buttons(
      elements,
      more ? say`“More” shows the rest.` : say`“Export as Markdown” hands them to you as a file.`,
    ),
  ]
}

/** After *Export as Markdown*. */
export const wordsExportedView = ({ quotes, more }: InTheirWords, topic: string): Reply =>
  page([
    line(
      say`The file is in your direct messages with me: ${String(quotes.length)} ${ours(quotes.length === 1 ? 'quote' : 'quotes')} on “${clip(topic, longestTopic)}”.`,
      ...(more ? [say`There are more than ${String(mostExported)}; these are the newest.`] : []),
    ),
    hint(say`When somebody in it is forgotten, I take the file away again.`),
  ])

export const wordsFailedView = ({ kind, why }: ExportFailure, topic: string): Reply => {
  const again = command(`/person words ${clip(topic, longestTopic)}`)
  if (kind === 'uncertain')
    return page([
      line(
        say`Slack did not say whether it took the file. Look into your direct messages with me.`,
        say`If it is not there: ${again}`,
      ),
    ])
  const next =
    kind === 'temporary'
      ? say`In a minute, once more: ${again}`
      : say`Whoever runs Personable, or the workspace, can mend that. Then: ${again}`
  return page([line(say`Slack did not take the file, so none was sent. ${ours(why)}`, next)])
}
