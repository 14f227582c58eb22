import { describe, expect, it } from 'vitest'
import { passOf, startPass } from '../support/process.js'
import { contentOf } from '../support/process-database.js'
import {
  aWorkspace,
  copyOf,
  customers,
  eachOnce,
  newPath,
  passHere,
  raised,
  settingsFor,
  threeAreDue,
  tuesday,
} from '../support/process-team.js'

const due = async () => {
  const workspace = await aWorkspace()
  const path = await copyOf(await threeAreDue())
  return { workspace, path, settings: settingsFor(workspace, path), slack: workspace.slack }
}

describe('two passes at once', () => {
  it('post every nudge once, and both end well', { timeout: 90_000 }, async () => {
    const { workspace, settings, path, slack } = await due()
    const both = [startPass(settings, '--at', tuesday), startPass(settings, '--at', tuesday)]
    const endings = await Promise.all(both.map(({ ended }) => ended))
    expect(endings).toEqual([
      { code: 0, signal: null },
      { code: 0, signal: null },
    ])
    expect(raised(workspace)).toEqual(eachOnce)
    expect(await passHere(workspace, path, tuesday)).toEqual([0, 0])
    expect(slack.problems).toEqual([])
  })

  it('wait for each other: the second ends when what the first is sending is sent', {
    timeout: 90_000,
  }, async () => {
    const { workspace, settings, slack } = await due()
    const posting = slack.faults.slow('chat.postMessage')
    const first = startPass(settings, '--at', tuesday)
    await posting.arrived
    const second = startPass(settings, '--at', tuesday)
    const posts = () => slack.traffic.filter(({ name }) => name === 'chat.postMessage').length
    await slack.until(() => posts() === 3, { what: 'the posts that nobody else has', timeoutMs: 20_000 })
    // As long as another pass takes as a whole, it is still there.
    await passOf(settings, '--at', tuesday, '--dry-run')
    expect(second.isRunning()).toBe(true)
    posting.release()
    expect(await first.ended).toMatchObject({ code: 0 })
    expect(await second.ended).toMatchObject({ code: 0 })
    expect(second.out()).toContain('Still waiting: 0')
    expect(raised(workspace)).toEqual(eachOnce)
  })
})

describe('--dry-run', () => {
  it('says what would be posted where, and why; posts and writes nothing', async () => {
    const { workspace, settings, path, slack } = await due()
    const before = contentOf(path)
    const { code, said } = await passOf(settings, '--at', tuesday, '--dry-run')
    expect(code).toBe(0)
    for (const what of ['Frank Ortiz', 'Susan Lee', 'Lily Chen', 'digest', 'quiet', customers])
      expect(said).toContain(what)
    expect(raised(workspace)).toEqual({ Frank: 0, Susan: 0, Lily: 0 })
    expect(contentOf(path)).toEqual(before)
    const asked = new Set(slack.traffic.filter(({ kind }) => kind === 'method').map(({ name }) => name))
    for (const name of asked) expect(name).toMatch(/^(auth\.test|users\.info|conversations\.(info|members))$/)
  })

  it('says when Slack did not answer about a place', async () => {
    const { settings, slack } = await due()
    slack.faults.while('conversations.info', { kind: 'status', status: 500 })
    const { code, said } = await passOf(settings, '--at', tuesday, '--dry-run')
    expect(code).toBe(1)
    expect(said).toContain('Slack did not answer')
  })
})

describe('the options', () => {
  it.each([
    [['--at', 'next tuesday'], '--at takes an instant such as 2026-12-01T15:00:00Z'],
    [['--at', '2026-02-30T10:00:00Z'], '--at takes an instant'],
    [['--at', '2026-12-01T15:00:00'], '--at takes an instant'],
    [['--at', ''], '--at takes an instant'],
    [['--at'], '--at'],
    [['--sometime'], '--sometime'],
    [['now'], 'now'],
  ])('%j are refused with a sentence and the usage', async (args, sentence) => {
    const { workspace, path } = { workspace: await aWorkspace(), path: await newPath() }
    const { code, said } = await passOf(settingsFor(workspace, path), ...args)
    expect(code).toBe(1)
    expect(said).toContain(sentence)
    expect(said).toContain('Usage: npm run nudge')
    expect(said).not.toContain('    at ')
  })
})
