import { describe, expect, it, onTestFinished } from 'vitest'
import { welcomeInstaller } from '../../src/app/installing/welcome-installer.js'
import type { SlackUser } from '../../src/app/ports/slack.js'
import { SlackUnavailable } from '../../src/app/ports.js'
import { Workspace } from '../store/contract/workspace.js'
import { installed } from '../support/installing.js'
import { freshStore } from '../support/stores.js'

const noon = (day: number): string => new Date(Date.UTC(2026, 10, day, 12)).toISOString()
const scopeOf = (workspaceId: string) => ({ workspaceId, audience: 'everything' }) as const

const aStore = async () => {
  const store = await freshStore()
  onTestFinished(() => store.close())
  const { uow, installations } = store
  const ana: SlackUser = {
    ...{ id: 'UANA', name: 'Ana', zone: 'America/Chicago', standing: 'member', admin: true },
  }
  let down = false
  /** Workspaces that Ana is no member of. */
  const strange = new Set<string>()
  const welcomes = (workspaceId: string, day = 1) => {
    const user = async (): Promise<SlackUser> => {
      if (down) throw new SlackUnavailable('down')
      return strange.has(workspaceId) ? { ...ana, standing: 'outsider' } : ana
    }
    return welcomeInstaller({ uow, installations, directory: { user } }, workspaceId, noon(day))
  }
  const given = (workspaceId: string) =>
    uow.keep(scopeOf(workspaceId), async ({ notices, places }) => {
      const dm = await places.get('teammate:UANA')
      const told = dm === null ? [] : await notices.recall(dm.home, () => true)
      return { zone: dm?.zone ?? null, told }
    })
  return {
    ...{ store, installations, welcomes, given, strange },
    slackIs: (how: 'up' | 'down') => {
      down = how === 'down'
    },
  }
}

describe('whoever installed the bot', () => {
  it('hears from it once, by DM, however often somebody thinks of it', async () => {
    const world = await aStore()
    await world.installations.keep(installed('T1'), noon(1))
    const tries = await Promise.all([world.welcomes('T1'), world.welcomes('T1'), world.welcomes('T1')])
    expect(tries.filter(Boolean)).toHaveLength(1)
    expect(await world.welcomes('T1', 2)).toBe(false)
    expect(await world.given('T1')).toEqual({
      ...{ zone: 'America/Chicago', told: [{ kind: 'installed', isBack: false }] },
    })
  })

  it('hears days later when somebody died over it, or Slack was down; but not a week later', async () => {
    const world = await aStore()
    await world.installations.keep(installed('T1'), noon(1))
    await world.installations.keep(installed('T2'), noon(1))
    world.slackIs('down')
    expect(await world.welcomes('T1')).toBe(false)
    world.slackIs('up')
    expect(await world.welcomes('T1', 6)).toBe(true)
    expect(await world.welcomes('T2', 9)).toBe(false)
  })

  it('does not hear it again for a reinstall, nor when a token was put right', async () => {
    const world = await aStore()
    await world.installations.keep(installed('T1'), noon(1))
    await world.welcomes('T1')
    await world.installations.keep(installed('T1'), noon(2))
    expect(await world.welcomes('T1', 2)).toBe(false)
    await world.installations.markBroken('T1', 2, 'invalid_auth', noon(3), null)
    expect(await world.welcomes('T1', 3)).toBe(false)
    await world.installations.markWell('T1', noon(4))
    expect(await world.welcomes('T1', 4)).toBe(false)
  })

  it('hears that everybody is still known when it comes back', async () => {
    const world = await aStore()
    await world.installations.keep(installed('T1'), noon(1))
    await world.welcomes('T1')
    await new Workspace(world.store, 'T1').knows('Frank Ortiz', { id: 'frank' })
    await world.given('T1')
    await world.installations.fallSilent('T1', { at: noon(3), why: 'app_uninstalled', eraseAt: noon(30) })
    expect(await world.welcomes('T1', 3)).toBe(false)
    await world.installations.keep(installed('T1'), noon(5))
    expect(await world.welcomes('T1', 5)).toBe(true)
    expect((await world.given('T1')).told).toEqual([{ kind: 'installed', isBack: true }])
  })

  it('of a whole organisation hears in one of its workspaces, the first that they are in', async () => {
    const world = await aStore()
    await world.installations.keep(installed('E1'), noon(1))
    await world.installations.grant('E1', ['T1', 'T2', 'T3'], noon(1))
    world.strange.add('T1')
    // Before it is known that they are not in the first, the others wait.
    expect(await world.welcomes('T2')).toBe(false)
    expect(await world.welcomes('T1')).toBe(false)
    expect(await world.welcomes('T3')).toBe(false)
    expect(await world.welcomes('T2')).toBe(true)
    expect(await world.welcomes('T3')).toBe(false)
    await world.installations.grant('E1', ['T0'], noon(2))
    expect(await world.welcomes('T0', 2)).toBe(false)
  })
})
