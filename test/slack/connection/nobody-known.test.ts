import { expect, it, onTestFinished } from 'vitest'
import { StoreUnavailable } from '../../../src/app/ports.js'
import { readConfig } from '../../../src/config.js'
import { unmetered } from '../../../src/metering.js'
import { connect } from '../../../src/slack/connection/connect.js'
import { openDoor } from '../../../src/slack/connection/door.js'
import type { EdgeOf } from '../../../src/slack/listening/edge-of.js'
import { InFlight } from '../../../src/slack/listening/in-flight.js'
import { commandOf, listening, quickSockets } from '../bot.js'
import { SlackStand } from '../stand.js'

const gone: EdgeOf = async () => {
  throw new StoreUnavailable('gone', 'gone')
}
const silent: EdgeOf = () => new Promise(() => {})

/** A bot of many workspaces that cannot look up whose a delivery is: its database is out of reach. */
const withoutItsDatabase = async (edgeOf: EdgeOf = gone) => {
  const slack = await SlackStand.open()
  onTestFinished(() => slack.close())
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_API_URL: slack.apiUrl,
    HOST: '127.0.0.1',
    PORT: '0',
  })
  if ('problem' in config) throw new Error(config.problem)
  const { log, said } = listening(slack.nudge)
  const door = await openDoor({ port: 0, host: '127.0.0.1', log })
  if ('problem' in door) throw new Error(door.problem)
  const connection = await connect({
    config,
    door,
    edgeOf,
    hearsOfInstallations: async () => false,
    inFlight: new InFlight(),
    log,
    tuning: { sockets: quickSockets, drainMs: 500, edgeMs: 20 },
    meter: unmetered,
  })
  if ('problem' in connection) throw new Error(connection.problem)
  onTestFinished(() => connection.stop())
  const socket = await slack.until(() => slack.open[0])
  return { slack, socket, said }
}

it('a command is answered with a sentence, and with what was typed', async () => {
  const { slack, socket } = await withoutItsDatabase()
  socket.deliver('e1', 'slash_commands', commandOf('add Frank Ortiz', 't1', slack))
  await slack.until(() => socket.acks.has('e1'))
  expect(socket.acks.get('e1')).toMatchObject({
    response_type: 'ephemeral',
    text: expect.stringMatching(/cannot reach my database.*\/person add Frank Ortiz/),
  })
})

it('a command is answered in time when the database does not answer at all', async () => {
  let asked = 0
  const { slack, socket } = await withoutItsDatabase(() => {
    asked += 1
    return new Promise(() => {})
  })
  socket.deliver('e1', 'slash_commands', commandOf('add Frank Ortiz', 't1', slack))
  await slack.until(() => socket.acks.has('e1'))
  expect(socket.acks.get('e1')).toMatchObject({
    text: expect.stringMatching(/notebook is busy.*\/person add Frank Ortiz/),
  })
  // Bolt and the bot wait for one and the same answer.
  expect(asked).toBe(1)
})

it.each([
  ['is away', gone],
  ['does not answer', silent],
])('an event is not acknowledged when the database %s, so that it comes again', async (_, edgeOf) => {
  const { slack, socket, said } = await withoutItsDatabase(edgeOf)
  const event = { type: 'channel_shared', channel: 'C1' }
  socket.deliver('e1', 'events_api', { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event })
  await slack.until(() => said('could not be processed').length > 0)
  // What comes behind it is acknowledged, so this one would have been by then.
  socket.deliver('e2', 'slash_commands', commandOf('help', 't2', slack))
  await slack.until(() => socket.acks.has('e2'))
  expect(socket.acks.has('e1')).toBe(false)
})
