import { expect, it } from 'vitest'
import { busyDay, planted } from '../support/busy-day.js'
import { onAFullDisk, type Program, passOf, startScript, throwing } from '../support/process.js'
import { aBot, type BotProcess } from '../support/process-bot.js'
import {
  aWorkspace,
  copyOf,
  customers,
  newPath,
  settingsFor,
  type Workspace,
} from '../support/process-team.js'

const locking = new URL('../support/process-locking.mjs', import.meta.url).pathname
const hookSecret = 'hook-secret-of-the-day'
const metricsToken = 'metrics-token-of-the-day'
const day = { PEOPLE_HOOK_SECRET: hookSecret, METRICS_TOKEN: metricsToken, LOG_LEVEL: 'trace' }

/** What of all that must stay out of a log stands in it. */
const found = ({ slack }: Workspace, text: string): string[] => {
  const secrets = [slack.botToken, slack.appToken, slack.signingSecret, hookSecret, metricsToken]
  const log = text.toLowerCase()
  return [...planted, ...secrets.map((secret) => secret.toLowerCase())].filter((each) => log.includes(each))
}
const all = (program: Pick<Program, 'out' | 'err'>): string => `${program.out()}\n${program.err()}`
const portOf = (bot: BotProcess): number => bot.logged().find(({ port }) => port !== undefined)?.port ?? 0

/** The next Tuesday, ten in the morning in Chicago. */
const nextTuesday = (): string => {
  const at = new Date(Date.now() + 86_400_000)
  while (at.getUTCDay() !== 2) at.setTime(at.getTime() + 86_400_000)
  return `${at.toISOString().slice(0, 10)}T16:00:00.000Z`
}

it('a busy day in which much goes wrong leaves nobody’s name, words, address or token in the log', {
  timeout: 240_000,
}, async () => {
  const workspace = await aWorkspace()
  const { slack } = workspace
  const path = await newPath()
  const settings = { ...settingsFor(workspace, path), ...day }
  const bot = await aBot(workspace, settings)
  for (const deed of busyDay) await deed({ ...workspace, port: portOf(bot), hookSecret })
  await slack.idle()

  const held = startScript(locking, path, 'begin exclusive', '13000')
  await held.says('locked')
  await workspace.types('/person note quillon zarafelt quokkas while it is locked').catch(() => null)
  await held.says('released')
  // A nudge is refused, and not an answer that waited for the database.
  const isNudge = (body: Readonly<Record<string, unknown>>) => body.channel === customers
  slack.faults.next('chat.postMessage', { kind: 'error', error: 'restricted_action' }, { when: isNudge })
  const pass = await passOf(settings, '--at', nextTuesday())
  await slack.faults.down('503')
  await slack
    .as('U0ANA')
    .command(customers, '/person quillon')
    .catch(() => null)
  await bot.says('Slack cannot be reached')
  await slack.faults.up()
  bot.kill('SIGTERM')
  expect(await bot.ended).toEqual({ code: 0, signal: null })

  const copy = { ...settings, DATABASE_URL: `file:${await copyOf(path)}` }
  const full = await aBot(workspace, { ...copy, ...onAFullDisk(4) })
  for (let n = 0; n < 5; n++)
    await workspace.types(`/person note quillon zarafelt quokkas ${n}`).catch(() => null)
  full.kill('SIGTERM')
  await full.ended

  const broken = await newPath()
  const torn = await aBot(workspace, { ...settings, DATABASE_URL: `file:${broken}` })
  await workspace.types('/person add Quillon Zarafelt')
  const tearing = startScript(locking, broken, 'begin immediate; drop table key_dates; drop table notes', '1')
  await tearing.says('released')
  for (const line of ['quillon', 'note quillon quokkas', 'date quillon 14 march: xylograph', 'find zarafelt'])
    await workspace.types(`/person ${line}`).catch(() => null)
  torn.kill('SIGTERM')
  await torn.ended

  expect(pass.said).toContain('people in them: ')
  const log = [bot, full, torn].map(all).join('\n')
  // It was a day in which the log had much to say.
  for (const what of [
    'The database was not available',
    'A reply was not confirmed by Slack',
    'A post was not confirmed by Slack',
    'A form could not be opened',
    'Slack could not be asked',
    'Slack cannot be reached',
    'Something unexpected happened',
    'A Slack library says',
  ])
    expect(`${log}${pass.said}`).toContain(what)
  expect(found(workspace, log)).toEqual([])
  expect(found(workspace, pass.said)).toEqual([])
})

it.each(['exception', 'rejection'] as const)(
  'what nobody caught (%s) ends it with a line in the log, without what it quotes',
  async (as) => {
    const workspace = await aWorkspace()
    const settings = { ...settingsFor(workspace, await newPath()), ...day }
    const text = `Unexpected token 'q', "he said "Quillon" and" is not valid\n    at xylograph (/zarafelt:1:1)\nquokkas`
    const bot = await aBot(workspace, { ...settings, ...throwing(text, as) })
    bot.kill('SIGUSR2')
    expect(await bot.ended).toEqual({ code: 1, signal: null })
    expect(all(bot)).toContain('the program ends')
    expect(all(bot)).toContain('process-throwing.mjs')
    expect(found(workspace, all(bot))).toEqual([])
  },
)
