import type { Claimed, Delivery } from '../../app/ports/answering.js'
import { type Answer, doneBefore, isRepeat, nothing, type Reply, reply } from '../answer.js'
import type { Typed } from '../incoming.js'
import { doneAlreadyView } from '../views/draft-view.js'
import { claimAmong, claimAtLast, markAmong } from './answer-claims.js'
import { saidAgain } from './answered-once.js'
import { apologyFor, withTypedAgain } from './apology.js'
import { type Debt, goIntoDebt } from './debt.js'
import type { Edge } from './edge.js'
import { commandBody } from './payloads.js'
import { keyOf } from './recent.js'
import type { Whom } from './replies.js'
import { teamOf } from './team-of.js'
import { within } from './within.js'

export type Acknowledge = (response?: unknown) => Promise<void>

/** As it can be typed again. */
const typedLine = ({ by, command = '/person', text }: Typed): string =>
  by === 'command' ? `${command} ${text}` : text

/** What the handler answers; when it fails, an apology with the text in it. Never rejects. */
export const answerTyped = async (edge: Edge, typed: Typed): Promise<Answer> => {
  try {
    return await edge.listeners.typed(typed)
  } catch (error) {
    return reply(withTypedAgain(apologyFor(error, edge.log), typedLine(typed)))
  }
}

/**
 * A command: acknowledged within 3 s and answered once. An answer that is ready at once travels in the
 * acknowledgement; one that is not is owed, and goes by response_url, as does one whose acknowledgement found its
 * connection closed.
 */
export const onCommand = async (edge: Edge, body: unknown, ack: Acknowledge): Promise<void> => {
  const command = commandBody.parse(body)
  const seenAs = keyOf('command', command.user_id, command.trigger_id)
  if (edge.seen.get(seenAs)) return quietly(ack)
  edge.seen.put(seenAs, true)
  const { typed, whom } = commandIn(edge, command)
  const delivery = { workspaceId: typed.workspaceId, id: typed.delivery }
  const work = answerOrLeave(edge, typed, delivery)
  const early = await within(work, edge.patience.commandMs)
  if (early.done && early.value.claimed === 'answered') return quietly(ack)
  if (early.done && early.value.claimed === 'mine') {
    await answerAtOnce(edge, { typed, whom, ack }, early.value.answer)
    return markAmong(edge, delivery)
  }
  const debt = await goIntoDebt(edge, { ...delivery, kind: 'command', payload: JSON.stringify(command) })
  await quietly(ack)
  const { answer, claimed } = await work
  const isOurs = () => (claimed === 'theirs' ? claimAtLast(edge, delivery) : claimed === 'mine')
  if ((await debt.isOurs()) && (await isOurs())) {
    await finish(edge, typed, whom, answer)
    await markAmong(edge, delivery)
  }
  await debt.settle()
}

type Asked = { readonly typed: Typed; readonly whom: Whom; readonly ack: Acknowledge }

const answerAtOnce = async (edge: Edge, { typed, whom, ack }: Asked, answer: Answer): Promise<void> => {
  const shown = readyReply(answer)
  if (shown === null) {
    const acknowledged = quietly(ack)
    await finish(edge, typed, whom, answer)
    return acknowledged
  }
  if (!(await taken(ack, inAcknowledgement(shown)))) await edge.replies.tell(whom, shown)
}

/** The same once more, where a process died over it. */
export const answerCommandAgain = async (edge: Edge, command: Command, debt: Debt): Promise<void> => {
  const { typed, whom } = commandIn(edge, command)
  const wasDone = await edge.listeners.carriedOut(typed.workspaceId, typed.delivery)
  const answer = wasDone ? doneBefore : await answerTyped(edge, typed)
  if (!(await debt.isOurs()) || !(await claimAtLast(edge, debt.delivery))) return
  await finish(edge, typed, whom, isRepeat(answer) ? reply(doneAlreadyView()) : answer)
  await markAmong(edge, debt.delivery)
}

type Command = ReturnType<typeof commandBody.parse>

const commandIn = (edge: Edge, command: Command): { readonly typed: Typed; readonly whom: Whom } => {
  const { user_id: userId, channel_id: channelId, trigger_id: triggerId, response_url: responseUrl } = command
  const from = { userId, channelId, threadTs: null }
  return {
    typed: {
      ...from,
      workspaceId: edge.me.workspaceId,
      teamId: teamOf(edge.me, { teams: [command.team_id], enterpriseId: command.enterprise_id }),
      delivery: triggerId,
      by: 'command',
      command: command.command,
      text: command.text,
      triggerId,
    },
    whom: { ...from, responseUrl },
  }
}

const inAcknowledgement = ({ text, blocks }: Reply) => ({
  response_type: 'ephemeral',
  text,
  blocks: [...blocks],
})

/**
 * What stands before several processes may bring one command to two of them. What one that died has carried out is answered
 * by the other; where both live, one answers, and what the other one worked out is left.
 */
const answerOrLeave = async (edge: Edge, typed: Typed, delivery: Delivery): Promise<Worked> => {
  const { isShared, listeners, owed } = edge
  const wasDone =
    isShared && (await listeners.carriedOut(delivery.workspaceId, delivery.id).catch(() => false))
  let answer = wasDone ? doneBefore : await answerTyped(edge, typed)
  if (isRepeat(answer)) {
    if (await owed.isOwed(delivery).catch(() => false)) return { answer: nothing, claimed: 'answered' }
    answer = isShared ? await saidAgain(answer) : reply(doneAlreadyView())
  }
  return { answer, claimed: await claimAmong(edge, delivery) }
}

/** `claimed`: who is to give the answer. */
type Worked = { readonly answer: Answer; readonly claimed: Claimed }

/** Does what a handler of typed text answered, where there is no acknowledgement left to carry it. */
const finish = async (edge: Edge, typed: Typed, whom: Whom, answer: Answer): Promise<void> => {
  const shown = readyReply(answer)
  if (shown !== null) return edge.replies.tell(whom, shown)
  if (answer.kind !== 'modal' || typed.triggerId === null) return
  const trouble = await edge.forms.open(typed.triggerId, answer.view, typed.userId)
  if (trouble === null) return
  edge.log.warn('A form could not be opened', { code: trouble.code })
  const sentence = 'Slack waits three seconds for a form, and this one came too late. Please try again.'
  await edge.replies.tell(whom, withTypedAgain(sentence, typedLine(typed)))
}

/** The message in an answer to typed text; null when it is a form, or nothing. */
export const readyReply = (answer: Answer): Reply | null => {
  if (answer.kind === 'reply' || answer.kind === 'replace') return answer.reply
  if (answer.kind === 'errors') return errorsAsReply(answer.errors)
  return null
}

export const errorsAsReply = (errors: Readonly<Record<string, string>>): Reply =>
  withTypedAgain(Object.values(errors).join(' '), '')

/** Whether the acknowledgement went out: a connection may have closed under it. */
export const taken = async (ack: Acknowledge, response?: unknown): Promise<boolean> => {
  try {
    await ack(response)
    return true
  } catch {
    return false
  }
}
export const quietly = async (ack: Acknowledge): Promise<void> => {
  await taken(ack)
}
