import { describe, expect, it } from 'vitest'
import { dyingAfterCommit, forgetting } from '../support/process.js'
import { aBot, isCalm } from '../support/process-bot.js'
import {
  aWorkspace,
  customers,
  newPath,
  passHere,
  quiet,
  saturday,
  settingsFor,
  tuesday,
  typing,
} from '../support/process-team.js'
import { backupBytesOf, bytesAt, saidBy, tracesIn } from '../support/traces.js'

const traces = ['wendelin', 'ottokar', 'breakfast', 'marmalade', 'wo@acme.example']

/** Something is known in two places, and nudged about in one of them, together with Susan. */
const known = async () => {
  const workspace = await aWorkspace()
  const path = await newPath()
  await typing(workspace, path, saturday, [
    [customers, '/person add Wendelin Ottokar, buyer at Acme wo@acme.example'],
    [customers, '/person met wendelin 60 days ago: breakfast with marmalade'],
    [customers, '/person add Susan Bell, CFO at Globex'],
    [customers, '/person met susan 60 days ago: coffee'],
    [customers, '/person note susan: knows Wendelin Ottokar'],
    [quiet, '/person note wendelin: keeps a quokka'],
    [quiet, '/person note susan: minds the quokka of Ottokar, Wendelin'],
  ])
  await passHere(workspace, path, tuesday)
  const { slack } = workspace
  const settings = settingsFor(workspace, path)
  return { workspace, slack, path, settings }
}

const nothingSaid = ({ slack }: Awaited<ReturnType<typeof known>>) =>
  slack.until(() => tracesIn(saidBy(slack), traces).length === 0, {
    what: 'nothing in Slack',
    timeoutMs: 20_000,
  })

describe('npm run forget', () => {
  it('forgets whoever has an address, everywhere, beside a running bot, and prints counts alone', {
    timeout: 90_000,
  }, async () => {
    const scene = await known()
    const { workspace, path, settings } = scene
    const bot = await aBot(workspace, settings)
    expect(tracesIn(saidBy(scene.slack), traces)).toContain('wendelin')
    const { code, said } = await forgetting(settings, 'WO@acme.example')
    expect(code).toBe(0)
    expect(said).toContain('People forgotten: 1')
    expect(said).toContain('Notes: 1\nContacts: 1')
    expect(said).toContain('Entries about others that named them: 2')
    expect(tracesIn(said.toLowerCase(), traces)).toEqual([])
    expect(tracesIn(saidBy(scene.slack), traces)).toEqual([])
    expect(tracesIn(await bytesAt(path), traces)).toEqual([])
    expect(tracesIn(await backupBytesOf(path), traces)).toEqual([])
    expect(workspace.posts(customers).join()).toContain('Susan Bell')
    expect(await workspace.types('/person susan')).toContain('Susan Bell')
    expect(isCalm(bot)).toBe(true)
    const again = await forgetting(settings, 'wo@acme.example')
    expect(again).toMatchObject({ code: 0, said: expect.stringContaining('People forgotten: 0') })
  })

  it('killed as soon as it has forgotten, leaves the rest to the bot', { timeout: 90_000 }, async () => {
    const scene = await known()
    const killed = await forgetting({ ...scene.settings, ...dyingAfterCommit(1) }, 'wo@acme.example')
    expect(killed.signal).toBe('SIGKILL')
    expect(tracesIn(saidBy(scene.slack), traces)).not.toEqual([])
    const bot = await aBot(scene.workspace, scene.settings)
    await nothingSaid(scene)
    const clean = async () => tracesIn(await bytesAt(scene.path), traces).length === 0
    await expect.poll(clean, { timeout: 20_000, interval: 200 }).toBe(true)
    expect(isCalm(bot)).toBe(true)
  })

  it.each([[[]], [['Wendelin Ottokar']], [['wo@acme.example', 'more']], [['--all']]])(
    'takes one address, and not %j',
    async (args) => {
      const { code, said } = await forgetting({}, ...args)
      expect(code).toBe(1)
      expect(said).toContain('Usage: npm run forget -- ADDRESS')
    },
  )
})
