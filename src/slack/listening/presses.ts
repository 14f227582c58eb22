import type { Delivery } from '../../app/ports/answering.js'
import { type Answer, isRepeat, nothing, reply } from '../answer.js'
import type { Press } from '../incoming.js'
import type { SlackTrouble } from '../slack-error.js'
import { doneAlreadyView } from '../views/draft-view.js'
import { claimAtLast, markAmong } from './answer-claims.js'
import { saidAgain } from './answered-once.js'
import { apologyFor, withoutTyped } from './apology.js'
import { type Debt, goIntoDebt } from './debt.js'
import type { Edge } from './edge.js'
import { heldValue } from './element-value.js'
import { showInView } from './in-view.js'
import { openedFrom } from './opened-from.js'
import { pressBody } from './payloads.js'
import { keyOf } from './recent.js'
import type { Whom } from './replies.js'
import { teamOf } from './team-of.js'
import { type Acknowledge, quietly, readyReply } from './typed.js'
import { whoseView } from './whose-view.js'
import { within } from './within.js'

type PressBody = ReturnType<typeof pressBody.parse>

const unknownButton = withoutTyped('This button is from an older message and no longer works. Type /person.')
const tooLate = withoutTyped('Slack waits three seconds for a form, and this one came too late. Press again.')

/**
 * A button, a menu, a choice: acknowledged when it is answered, or as late as Slack allows when the answer is owed. One over
 * which the bot dies before that is not acknowledged, and Slack says so beside the button.
 */
export const onPress = async (edge: Edge, body: unknown, ack: Acknowledge): Promise<void> => {
  const pressed = pressBody.parse(body)
  const seenAs = keyOf('press', pressed.user.id, pressed.trigger_id)
  if (edge.seen.get(seenAs)) return quietly(ack)
  edge.seen.put(seenAs, true)
  let debt: Debt | null = null
  const isOurs = async () => debt === null || (await debt.isOurs())
  const work = answered(edge, pressed, isOurs, (press) => answerPress(edge, press))
  const early = await within(
    work.catch(() => {}),
    edge.patience.commandMs,
  )
  if (!early.done) {
    const payload = JSON.stringify(pressed)
    debt = await goIntoDebt(edge, { ...deliveryOf(edge, pressed), kind: 'press', payload })
  }
  try {
    // What nobody else would answer is acknowledged when it is done; until then Slack says that something is wrong.
    if (early.done || debt?.isWritten) await quietly(ack)
    await work
  } finally {
    await debt?.settle()
  }
  await quietly(ack)
  // Also where nothing was done: what was pressed may stand there though it is not so any more.
  if (pressed.view?.type === 'home') await edge.homes.anew(pressed.user.id)
}

/** The same once more, where a process died over it. */
export const answerPressAgain = async (edge: Edge, pressed: PressBody, debt: Debt): Promise<void> => {
  const wasDone = await edge.listeners.carriedOut(edge.me.workspaceId, pressed.trigger_id)
  const again = reply(doneAlreadyView())
  await answered(edge, pressed, debt.isOurs, async (press) => {
    const answer = wasDone ? again : await answerPress(edge, press)
    return isRepeat(answer) ? again : answer
  })
}

/** Carries it out and shows what came of it, unless somebody else does. */
const answered = async (
  edge: Edge,
  { view, ...parsed }: PressBody,
  isOurs: () => Promise<boolean>,
  answering: (press: Press) => Promise<Answer>,
): Promise<void> => {
  const whose = view ? whoseView(edge, view, parsed.user.id) : null
  const pressed: PressBody = { ...parsed, view: whose?.view }
  const press = pressOf(edge, pressed)
  const complaint = whose?.complaint ?? null
  const delivery = deliveryOf(edge, parsed)
  const worked = complaint === null ? await answering(press) : reply(withoutTyped(complaint))
  const answer = await unlessOwed(edge, delivery, worked)
  await noteDown(edge, press, answer)
  if (answer.kind === 'nothing' || !(await isOurs()) || !(await claimAtLast(edge, delivery))) return
  await show(edge, press, pressed, answer)
  await markAmong(edge, delivery)
}

/** What a process that stands beside this one has carried out, and died before it said so, is said to be done. */
const unlessOwed = async (edge: Edge, delivery: Delivery, answer: Answer): Promise<Answer> => {
  if (!edge.isShared || !isRepeat(answer)) return answer
  return (await edge.owed.isOwed(delivery).catch(() => false)) ? nothing : saidAgain(answer)
}

const deliveryOf = ({ me }: Edge, { trigger_id: id }: PressBody): Delivery => ({
  workspaceId: me.workspaceId,
  id,
})

const pressOf = (edge: Edge, body: PressBody): Press => {
  const [action] = body.actions
  const place = openedFrom(body.view?.private_metadata ?? '')
  const ts = body.message?.ts ?? body.container?.message_ts ?? null
  return {
    workspaceId: edge.me.workspaceId,
    teamId: teamOf(edge.me, { teams: [body.user.team_id, body.team?.id], enterpriseId: body.enterprise?.id }),
    userId: body.user.id,
    channelId: body.channel?.id ?? body.container?.channel_id ?? place.channelId,
    threadTs: body.message?.thread_ts ?? body.container?.thread_ts ?? place.threadTs,
    delivery: body.trigger_id,
    actionId: action?.action_id ?? '',
    value: action === undefined ? '' : heldValue(action),
    triggerId: body.trigger_id,
    held: heldIn(body.state.values),
    message: ts === null ? null : { ts, ephemeral: body.container?.is_ephemeral ?? false },
  }
}

const heldIn = (values: PressBody['state']['values']): Record<string, string> =>
  Object.fromEntries(
    Object.values(values)
      .flatMap((elements) => Object.entries(elements))
      .map(([actionId, element]) => [actionId, heldValue(element)]),
  )

const answerPress = async (edge: Edge, press: Press): Promise<Answer> => {
  const handler = Object.hasOwn(edge.listeners.presses, press.actionId)
    ? edge.listeners.presses[press.actionId]
    : undefined
  if (handler === undefined) {
    edge.log.warn('Pressed something that nobody listens to', { actionId: press.actionId })
    return press.value === '' ? nothing : reply(unknownButton)
  }
  try {
    return await handler(press)
  } catch (error) {
    return reply(withoutTyped(apologyFor(error, edge.log)))
  }
}

/** What is pressed in a DM and stays there was about the same people as what it led to. */
const noteDown = async (edge: Edge, { workspaceId, channelId, message }: Press, answer: Answer) => {
  const shown = readyReply(answer)
  if (shown === null || channelId === null || message === null || message.ephemeral) return
  try {
    const told = await edge.listeners.telling(workspaceId, shown.text, shown.about)
    await told({ kind: 'message', channelId, ref: message.ts })
  } catch (error) {
    edge.log.error('Where an answer stands could not be written down', { err: error })
  }
}

const show = async (edge: Edge, press: Press, body: PressBody, answer: Answer): Promise<void> => {
  const { userId, channelId, threadTs } = press
  const whom: Whom = { userId, channelId, threadTs, responseUrl: body.response_url }
  const shown = readyReply(answer)
  if (body.view || answer.kind === 'modal') {
    const trouble = await showAsView(edge, press, body, answer)
    if (trouble === null) return
    edge.log.warn('A form could not be opened', { code: trouble.code })
    await edge.replies.tell(whom, shown ?? tooLate)
  } else if (shown !== null) {
    // A nudge in a channel is everybody's: it is answered beside, and put right by the outbox.
    const replaces = answer.kind === 'replace' && press.message?.ephemeral === true
    await edge.replies.tell(whom, shown, replaces)
  }
}

const showAsView = async (
  edge: Edge,
  press: Press,
  { view }: PressBody,
  answer: Answer,
): Promise<SlackTrouble | null> => {
  if (view) return showInView(edge, press, view, answer)
  return answer.kind === 'modal' ? edge.forms.open(press.triggerId, answer.view, press.userId) : null
}
