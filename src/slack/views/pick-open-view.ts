import type { OpenCommitments } from '../../app/commitments/open-commitments.js'
import type { QuestionsOpen } from '../../app/questions/open-questions.js'
import type { Closing } from '../../domain/commitment.js'
import type { Reply } from '../answer.js'
import { clip } from './blocks.js'
import { choice } from './choices.js'
import type { ViewContext } from './context.js'
import { called, command, named, ours, say, type Words } from './copy.js'
import { day } from './days.js'
import { hint, line, type Part, page, quote } from './page.js'

/** More buttons than this are not read. */
export const mostOffered = 8
/** As much of each as tells them apart. */
const shown = 200

/** `kept` or `broke`: which promise or step was meant? Each button picks one by its id. */
export const whichCommitmentView = (
  { person, open, fitting }: OpenCommitments,
  as: Closing['as'],
  draftId: string,
  ctx: ViewContext,
): Reply => {
  const offered = open.slice(0, mostOffered)
  const who = named(person.name)
  const done = ours(as === 'kept' ? 'was kept' : 'was not kept')
  const asked = fitting
    ? say`${ours(open.length === 1 ? 'Is this the one that' : 'Which one')} ${done}, with ${who}?`
    : say`No open promise or step of ${who} has all of these words. Was it one of these?`
  const verb = as === 'kept' ? 'kept' : 'broke'
  const narrower = say`Words of it find it sooner: ${command(`/person ${verb} ${called(person.name)}: sample`)}`
  return page([
    line(asked, ...counted(offered.length, open.length, narrower)),
    ...offered.map(({ commitment }) => {
      const { kind, text, dueOn } = commitment
      const due = dueOn === null ? '' : `, due ${day(dueOn, ctx.today)}`
      const whose = kind === 'promise' ? 'We' : 'They'
      return choice(`${whose}: ${clip(text, shown)}${due}`, text, draftId, commitment.id)
    }),
    ...waiting(offered.some(({ seenWider }) => seenWider)),
  ])
}

/** `answered`: which question? What was typed as the answer waits. */
export const whichQuestionView = ({ person, open }: QuestionsOpen, text: string, draftId: string): Reply => {
  const offered = open.slice(0, mostOffered)
  const newest = say`Here are the newest ${String(offered.length)}.`
  return page([
    line(
      say`Which question did ${named(person.name)} answer?`,
      ...counted(offered.length, open.length, newest),
    ),
    ...(text === '' ? [] : [line(say`They said:`), quote(clip(text, shown))]),
    ...offered.map(({ question }) => choice(clip(question.text, shown), question.text, draftId, question.id)),
    ...waiting(
      offered.some(({ seenWider }) => seenWider),
      text === '' ? '' : ' The words stay where you typed them.',
    ),
  ])
}

const counted = (offered: number, all: number, more: Words): Words[] =>
  all > offered ? [say`${String(all)} are open. ${more}`] : []

const waiting = (isSeenWider: boolean, wordsStay = ''): Part[] => [
  ...(isSeenWider
    ? [
        hint(
          say`More people see it than can read here, so I ask first: what you choose is closed for all of them.${ours(wordsStay)}`,
        ),
      ]
    : []),
  hint(say`What you typed waits here until you choose.`),
]
