import type { Place } from '../../../app/asker.js'
import type { Reply } from '../../answer.js'
import { named, ours, say, typed, type Words } from '../copy.js'
import type { ExportFailure } from '../export-view.js'
import { hint, line, page } from '../page.js'
import { numberedLine, type PictureWords } from './picture-words.js'

/** What stands above a picture. It names nobody: the picture can be taken away with whoever is forgotten. */
export const pictureComment = 'The picture that you asked for, for your eyes.'

/** After a press: where the picture is. `numbered`: whose names no font here can write. */
export const pictureView = (
  { of, about }: PictureWords,
  numbered: readonly { readonly number: number; readonly name: string }[],
  seenBy: Place['seenBy'],
): Reply => {
  const isHere = seenBy.kind === 'you' && seenBy.because === 'dm'
  const where: Words = ours(isHere ? 'here, in this conversation' : 'in your direct messages with me')
  return page([
    line(say`${ours(of)} ${named(about)}, as a picture and in words: ${where}.`),
    ...(numbered.length === 0
      ? []
      : [
          line(
            say`I have no letters for some of the names, so they are numbers:`,
            ...numbered.map((each) => typed(numberedLine(each))),
          ),
        ]),
    hint(say`It shows what you may see. Before you pass it on, think of who may not.`),
  ])
}

/** Nothing draws here, or not now: the same in words. */
export const undrawnView = (words: PictureWords, because: 'no-library' | 'busy' | 'failed'): Reply =>
  page([line(ours(why[because]), say`The same in words:`), ...words.lines.map((each) => line(typed(each)))])

const why: Readonly<Record<'no-library' | 'busy' | 'failed', string>> = {
  'no-library': 'I cannot draw on the machine that I run on: what I draw with is not made for it.',
  busy: 'I am drawing for several others just now; in a minute I can draw this too.',
  failed: 'I could not draw that just now; another press may do.',
}

export const pictureFailedView = (words: PictureWords, { kind, why }: ExportFailure): Reply => {
  if (kind === 'uncertain')
    return page([
      line(
        say`Slack did not say whether it took the picture about ${named(words.about)}. Look into your direct messages with me.`,
        say`If it is not there, press once more.`,
      ),
    ])
  const next =
    kind === 'temporary'
      ? say`In a minute, press once more.`
      : say`Whoever runs Personable, or the workspace, can mend that.`
  return page([
    line(
      say`Slack did not take the picture about ${named(words.about)}, so none was sent. ${ours(why)}`,
      next,
    ),
  ])
}
