import { expect, it, onTestFinished } from 'vitest'
import { composeBot } from '../../../src/compose.js'
import { createLog } from '../../../src/logging.js'
import { actionIds } from '../../../src/slack/action-ids.js'
import { forgeAny } from '../../support/forging.js'
import { answerTo } from './answering.js'
import { aCaughtWorld } from './catching.js'
import { differing, everythingKept } from './state.js'

it('what was sent once does nothing more when it is sent again, to this bot or to another beside it', async () => {
  const { world, caught } = await aCaughtWorld()
  const { team } = world
  const other = await composeBot({
    config: team.config,
    log: createLog({ level: 'silent' }),
    clock: team.clock,
  })
  if ('problem' in other) throw new Error(other.problem)
  onTestFinished(() => other.stop())
  const payloads = [...caught.presses, ...caught.forms].flatMap(([id, [first]]) =>
    first && !backAndForth.has(id) ? [first] : [],
  )
  const untouched = await everythingKept(team)
  for (const payload of payloads) await answerTo(team, payload, false).catch(() => null)
  // A beat that comes by itself in between finds nothing left to fix or to send.
  for (const bot of [team.bot, other]) await bot.beat()
  await team.slack.idle()
  const once = await everythingKept(team)
  expect(once).not.toBe(untouched)
  for (const port of [team.bot.port, other.port]) {
    for (const payload of payloads) await forgeAny(team, payload, port)
    // Whatever came before it has been dealt with once this is answered.
    await answerTo(team, lookingFor(world.team.ana, world.quiet, `after-${port}`), false, port)
    await team.slack.idle()
    expect(differing(once, await everythingKept(team))).toEqual([])
  }
  expect(payloads.length).toBeGreaterThan(60)
}, 300_000)

/** What changed nothing when it came is not known again; these change something after one another. Slack repeats no press that was acknowledged. */
const backAndForth: ReadonlySet<string> = new Set(['stop-minding', 'mind-again', 'mirror-on', 'mirror-off'])

const lookingFor = (userId: string, channelId: string, word: string) => ({
  type: 'block_actions',
  user: { id: userId },
  trigger_id: word,
  channel: { id: channelId },
  container: { type: 'message', channel_id: channelId, message_ts: '1.1', is_ephemeral: true },
  actions: [{ type: 'plain_text_input', action_id: actionIds.homeFind, block_id: 'b', value: word }],
})
