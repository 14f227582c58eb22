import { isObject, type Json } from '../../../src/practice/json.js'
import { forgeAny } from '../../support/forging.js'
import type { Team } from '../../support/team.js'

const answers = /^(chat\.(postEphemeral|postMessage)|views\.(open|push|update)|response_url)$/

/** It was said, or there is nobody to whom it could be. */
const isTheEnd = ({ direction, name, answer }: Team['slack']['traffic'][number]): boolean => {
  if (direction !== 'in' || !isObject(answer)) return false
  const isOk = answer.ok === true || answer.status === 200
  return answers.test(name) ? isOk : name === 'conversations.open' && !isOk
}

export type Answered = {
  /** What Slack got in answer to the delivery. */
  readonly taken: string
  /** What the bot then tried to say or show. */
  readonly said: readonly string[]
}

/** Sends a payload and waits for what is said to it; in silence when nothing is to be said. */
export const answerTo = async (
  team: Team,
  payload: Json,
  silently = false,
  port?: number,
): Promise<Answered> => {
  const { slack } = team
  const before = slack.traffic.length
  const saidNow = () =>
    slack.traffic.slice(before).filter(({ direction, name }) => direction === 'in' && answers.test(name))
  const taken = await forgeAny(team, payload, port)
  if (!silently && taken === '')
    await slack.until(() => slack.traffic.slice(before).some(isTheEnd), {
      what: 'an answer',
      timeoutMs: 1_500,
    })
  await slack.idle()
  return { taken, said: saidNow().map(({ body }) => JSON.stringify(body)) }
}
