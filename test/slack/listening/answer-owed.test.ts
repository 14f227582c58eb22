import { expect, it } from 'vitest'
import type { OwedAnswer } from '../../../src/app/ports/answering.js'
import { createLog } from '../../../src/logging.js'
import { answerOwed } from '../../../src/slack/listening/answer-owed.js'
import type { Edge } from '../../../src/slack/listening/edge.js'
import type { Replies, Whom } from '../../../src/slack/listening/replies.js'

const owedAt = '2026-11-23T10:00:00.000Z'
const address = 'https://hooks.slack.com/commands/T1/1/x'
const typed = { command: '/person', text: 'note frank plays chess', response_url: address }
const pressed = { type: 'block_actions', user: { id: 'U1' }, channel: { id: 'C1' }, response_url: address }
const command = { team_id: 'T1', user_id: 'U1', channel_id: 'C1', trigger_id: 't', ...typed }
const press = { ...pressed, team: { id: 'T1' }, trigger_id: 't', actions: [{ action_id: 'p', value: 'x' }] }

/** Gives an answer that somebody died over, so many minutes later; answers whom it told what, and what is owed no more. */
const after = async (minutes: number, kind: OwedAnswer['kind'], tries = 2) => {
  const told: { whom: Whom; text: string }[] = []
  const paid: string[] = []
  const edge: Partial<Edge> = {
    log: createLog({ level: 'silent' }),
    realClock: () => new Date(Date.parse(owedAt) + minutes * 60_000).toISOString(),
    replies: {
      tell: async (whom: Whom, { text }: { text: string }) => void told.push({ whom, text }),
    } as unknown as Replies,
    owed: {
      paid: async ({ id }: { id: string }) => void paid.push(id),
      renew: async () => true,
    } as unknown as Edge['owed'],
  }
  const payload = JSON.stringify(kind === 'command' ? command : press)
  await answerOwed(edge as Edge, { workspaceId: 'T1', id: 'd1', kind, payload, owedAt, tries, by: 'me' })
  return { told, paid }
}
const here = { userId: 'U1', channelId: 'C1', threadTs: null }

it.each([
  ['command', 26, 2, address],
  ['press', 26, 2, address],
  ['command', 1, 4, address],
  // Slack takes nothing at that address any more.
  ['command', 24 * 60, 2, null],
  ['press', 24 * 60, 2, null],
] as const)(
  'a %s that is owed for %s minutes at its beginning number %s is given up, by a way that is open',
  async (kind, minutes, tries, responseUrl) => {
    const { told, paid } = await after(minutes, kind, tries)
    expect(told.map(({ whom }) => whom)).toEqual([{ ...here, responseUrl }])
    expect(told[0]?.text).toContain('Please try again')
    if (kind === 'command') expect(told[0]?.text).toContain('note frank plays chess')
    expect(paid).toEqual(['d1'])
  },
)
