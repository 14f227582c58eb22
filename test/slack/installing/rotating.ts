import { onTestFinished } from 'vitest'
import type { Installations } from '../../../src/app/ports/installations.js'
import { InstallationTokens, type TokenPorts } from '../../../src/slack/installing/tokens.js'
import { rotating } from '../../support/installing.js'
import { freshStore } from '../../support/stores.js'
import { listening } from '../bot.js'
import { refused, SlackStand, type StandAnswer } from '../stand.js'
import { app } from './visiting.js'

export const hours = (n: number): number => n * 3_600_000
export const minutes = (n: number): number => n * 60_000
const noon = Date.parse('2026-11-23T12:00:00.000Z')
/** So long after the noon at which everything begins. */
export const after = (ms: number): string => new Date(noon + ms).toISOString()

/**
 * A Slack that rotates tokens over a store: a refresh token is used once, and for as long as `graceMs` says taken again.
 * Tokens are called `xoxe-T1-1`, `xoxe-T1-2`, ... and what refreshes them `refresh-T1-1`, ...
 */
export const rotatingSlack = async () => {
  const slack = await SlackStand.open()
  const store = await freshStore()
  onTestFinished(async () => {
    await slack.close()
    await store.close()
  })
  const { installations } = store
  let nowMs = noon
  let graceMs = 0
  const usedAt = new Map<string, number>()
  const newest = new Map<string, number>()
  /** Whatever happens to it on its way back to us. */
  let onTheWay: (answer: StandAnswer) => StandAnswer = (answer) => answer
  slack.on('oauth.v2.access', ({ refresh_token: used = '' }) => onTheWay(given(used)))
  const given = (used: string): StandAnswer => {
    const [, id = ''] = used.split('-')
    const at = usedAt.get(used)
    if (id === '' || (at !== undefined && nowMs - at >= graceMs)) return refused('invalid_refresh_token')
    usedAt.set(used, at ?? nowMs)
    const nth = (newest.get(id) ?? 1) + 1
    newest.set(id, nth)
    const pair = { access_token: `xoxe-${id}-${nth}`, refresh_token: `refresh-${id}-${nth}` }
    return { ok: true, token_type: 'bot', expires_in: 43_200, ...pair }
  }
  const { log, said } = listening()
  const dying: [string, string | null][] = []
  return {
    ...{ slack, store, installations, log, said, dying },
    clock: () => new Date(nowMs).toISOString(),
    passes: (ms: number) => {
      nowMs += ms
    },
    grace: (ms: number) => {
      graceMs = ms
    },
    /** What comes of each answer to a refresh; the refresh has happened. */
    delivers: (how: typeof onTheWay) => {
      onTheWay = how
    },
    installs: (id: string, lifeMs = hours(12), nth = 1) =>
      installations.keep(
        rotating(id, nth, new Date(nowMs + lifeMs).toISOString()),
        new Date(nowMs).toISOString(),
      ),
    refreshes: () => slack.to('oauth.v2.access').map(({ refresh_token: used }) => used),
    /** A process: what it remembers is its own. */
    process: (over: Partial<Installations> = {}, ports: Partial<TokenPorts> = {}) =>
      new InstallationTokens({
        installations: { ...installations, ...over },
        app: { ...app, apiUrl: slack.apiUrl },
        clock: () => new Date(nowMs).toISOString(),
        log,
        pause: async (ms) => {
          nowMs += ms
        },
        onDying: (...told) => dying.push(told),
        ...ports,
      }),
  }
}
