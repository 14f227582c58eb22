import { type Asker, whoAsks } from '../../app/asker.js'
import { inTheOpen } from '../../app/in-the-open.js'
import { type StepEnd, stepFailed } from '../answer.js'
import { plainText } from '../command/words.js'
import type { Bot } from '../conversation/bot.js'
import type { Step } from '../incoming.js'
import { stepWords } from '../views/step-words.js'
import { addPerson } from './add-person.js'
import { findPerson } from './find-person.js'
import { markedIn, runnerIn } from './inputs.js'
import { logConversation } from './log-conversation.js'
import { isOffered, offeredSteps, type StepId } from './offered.js'
import type { RunStep } from './step.js'

const steps: Readonly<Record<StepId, RunStep>> = {
  find_person: findPerson,
  log_conversation: logConversation,
  add_person: addPerson,
}

/**
 * A step of somebody's workflow. It acts for whoever ran the workflow, which is what Slack says and not what whoever
 * built it chose; and it knows and keeps what every full member of the workspace may see, since what it answers goes
 * wherever the workflow takes it. See docs/adr/0030.
 */
export const onStep =
  (bot: Bot) =>
  async ({ stepId, inputs, workspaceId, delivery }: Step): Promise<StepEnd> => {
    if (!isOffered(stepId)) return stepFailed(stepWords.unknown)
    const userId = runnerIn(inputs)
    if (userId === null) return stepFailed(stepWords.nobodyRan)
    const isKept = 'channel' in offeredSteps[stepId].inputs
    const channelId = isKept ? plainText(markedIn(inputs, 'channel') ?? '') : null
    const asker = await whoAsks(bot, {
      workspaceId,
      userId,
      channelId: channelId || null,
      at: bot.clock(),
      cause: delivery,
    })
    if ('notATeammate' in asker) return stepFailed(stepWords.notATeammate)
    if (isKept) {
      const closed = await whyClosed(bot, asker)
      if (closed !== null) return stepFailed(closed)
    }
    const from = {
      workspaceId,
      teamId: workspaceId,
      userId,
      channelId: channelId || null,
      threadTs: null,
      delivery,
    }
    return steps[stepId](bot, { asker: inTheOpen(asker), from, triggerId: null, typed: '' }, inputs)
  }

/** Why nothing can be kept there; null where every full member may read. */
const whyClosed = async ({ directory }: Bot, { place }: Asker): Promise<string | null> => {
  const { channelId, seenBy } = place
  if (channelId === null) return stepWords.noChannel
  if (seenBy.kind === 'members') return stepWords.notPublic
  if (seenBy.kind === 'you')
    return seenBy.because === 'hidden' ? stepWords.notPublic : stepWords.notHere[seenBy.because]
  return (await directory.presentChannel(channelId)).archived ? stepWords.notHere.archived : null
}
