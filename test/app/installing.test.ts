import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { eraseForgottenWorkspaces } from '../../src/app/installing/erase-forgotten-workspaces.js'
import { noteBadToken } from '../../src/app/installing/note-bad-token.js'
import { noteInstalled } from '../../src/app/installing/note-installed.js'
import { noteTakenAway } from '../../src/app/installing/note-taken-away.js'
import { revokeWorkspaces } from '../../src/app/installing/revoke-workspaces.js'
import { settleGranted } from '../../src/app/installing/settle-granted.js'
import type { Installations } from '../../src/app/ports/installations.js'
import type { Store } from '../../src/store/open-store.js'
import { Workspace } from '../store/contract/workspace.js'
import { installed, rotating } from '../support/installing.js'
import { freshStore } from '../support/stores.js'

/** Days of November 2026 and after, at noon. */
const noon = (day: number): string => new Date(Date.UTC(2026, 10, day, 12)).toISOString()

describe('installing', () => {
  let store: Store
  let installations: Installations
  let today = 1
  const now = () => noon(today)
  /** What Slack says of each installation when it is asked. */
  let slackSays: 'there' | 'gone' | 'unsure'
  let asked: string[]
  beforeEach(async () => {
    store = await freshStore()
    onTestFinished(() => store.close())
    ;({ installations } = store)
    today = 1
    slackSays = 'gone'
    asked = []
  })
  const installs = (id: string) => noteInstalled({ installations, now }, installed(id))
  const sweeps = () =>
    eraseForgottenWorkspaces({
      installations,
      now,
      stillThere: async (id) => {
        asked.push(id)
        return slackSays
      },
    })
  const knowsFrankIn = (id: string) => new Workspace(store, id).knows('Frank Ortiz', { id: 'frank' })
  const frankIn = (id: string) => new Workspace(store, id).readAll(({ people }) => people.get('frank'))

  it('what is half an installation is not kept, and it is said what is missing', async () => {
    const half = installed('T1', { botId: '', token: '' })
    expect(await noteInstalled({ installations, now }, half)).toEqual({
      ...{ kind: 'half', missing: ['botId', 'token'] },
    })
    const unrefreshable = { ...rotating('T1', 1, noon(2)), refreshToken: null }
    expect(await noteInstalled({ installations, now }, unrefreshable)).toEqual({
      ...{ kind: 'half', missing: ['refreshToken'] },
    })
    expect(await installations.get('T1')).toBeNull()
    expect(await installs('T1')).toEqual({ kind: 'installed', arrival: 'first' })
  })

  it('what was taken away is kept for thirty days, comes back whole, and is erased if nobody comes', async () => {
    await installs('T1')
    await knowsFrankIn('T1')
    expect(await noteTakenAway(installations, 'T1', { at: now(), why: 'app_uninstalled' })).toBe(true)
    today = 30
    expect(await sweeps()).toEqual({ erased: [], back: [], isMore: false })
    expect(await installs('T1')).toEqual({ kind: 'installed', arrival: 'back' })
    expect(await frankIn('T1')).toMatchObject({ name: 'Frank Ortiz' })
    await noteTakenAway(installations, 'T1', { at: now(), why: 'tokens_revoked' })
    today = 60
    expect(await sweeps()).toEqual({ erased: ['T1'], back: [], isMore: false })
    expect(await frankIn('T1')).toBeNull()
    expect(await installations.get('T1')).toBeNull()
  })

  it('nothing is erased of what Slack says is there after all', async () => {
    await installs('T1')
    await knowsFrankIn('T1')
    await noteTakenAway(installations, 'T1', { at: now(), why: 'app_uninstalled' })
    today = 31
    slackSays = 'there'
    expect(await sweeps()).toEqual({ erased: [], back: ['T1'], isMore: false })
    expect(await installations.serving('T1')).toMatchObject({ state: 'active', eraseAt: null })
    expect(await frankIn('T1')).not.toBeNull()
  })

  it('while Slack does not answer it waits, and not for more than a week', async () => {
    await installs('T1')
    await noteTakenAway(installations, 'T1', { at: now(), why: 'app_uninstalled' })
    slackSays = 'unsure'
    today = 37
    expect((await sweeps()).erased).toEqual([])
    today = 38
    expect((await sweeps()).erased).toEqual(['T1'])
  })

  it('one that is too big for a beat is gone on with at the next, and the others after it', async () => {
    for (const id of ['T1', 'T2']) {
      await installs(id)
      await noteTakenAway(installations, id, { at: now(), why: 'app_uninstalled' })
    }
    today = 31
    const parts: string[] = []
    const big: Pick<Installations, 'toErase' | 'erase' | 'get' | 'markWell'> = {
      ...installations,
      erase: async (id, at) => {
        parts.push(id)
        return parts.length < 3 ? 'rest' : installations.erase(id, at)
      },
    }
    const sweep = () => eraseForgottenWorkspaces({ installations: big, now, stillThere: async () => 'gone' })
    expect(await sweep()).toEqual({ erased: [], back: [], isMore: true })
    expect(await sweep()).toEqual({ erased: [], back: [], isMore: true })
    expect((await sweep()).erased).toHaveLength(2)
    expect(parts).toEqual(['T1', 'T1', 'T1', 'T2'])
  })

  it('an organisation is asked about once, for all of its workspaces', async () => {
    await installs('E1')
    await settleGranted(installations, 'E1', { workspaceIds: ['T1', 'T2'], at: now() })
    for (const id of ['T1', 'T2']) await knowsFrankIn(id)
    await noteTakenAway(installations, 'E1', { at: now(), why: 'app_uninstalled' })
    today = 31
    expect([...(await sweeps()).erased].sort()).toEqual(['T1', 'T2'])
    expect(asked).toEqual(['E1'])
    expect((await sweeps()).erased).toEqual(['E1'])
    expect(await installations.get('E1')).toBeNull()
  })

  it('an organisation that takes one workspace back has the others go on', async () => {
    await installs('E1')
    await settleGranted(installations, 'E1', { workspaceIds: ['T1', 'T2', 'T3'], at: now() })
    for (const id of ['T1', 'T2', 'T3']) await knowsFrankIn(id)
    today = 2
    expect(await revokeWorkspaces(installations, 'E1', { workspaceIds: ['T1'], at: now() })).toEqual(['T1'])
    // Slack's own list says that another one is gone, of which no event told.
    expect(await settleGranted(installations, 'E1', { workspaceIds: ['T3'], at: now() })).toEqual(['T2'])
    today = 32
    expect([...(await sweeps()).erased].sort()).toEqual(['T1', 'T2'])
    expect(asked).toEqual([])
    expect(await frankIn('T3')).not.toBeNull()
    expect(await installations.serving('T3')).toMatchObject({ id: 'E1' })
  })

  it('a token that went bad erases nothing, unless Slack says that the app was taken away', async () => {
    for (const id of ['T1', 'T2']) await installs(id)
    await noteBadToken({ installations, now }, 'T1', { generation: 1, code: 'invalid_refresh_token' })
    await noteBadToken({ installations, now }, 'T2', { generation: 1, code: 'account_inactive' })
    expect(await installations.get('T1')).toMatchObject({ state: 'broken', eraseAt: null })
    expect(await installations.get('T2')).toMatchObject({ state: 'broken', eraseAt: noon(31) })
    today = 400
    expect((await sweeps()).erased).toEqual(['T2'])
    expect(await installations.get('T1')).toMatchObject({ state: 'broken', why: 'invalid_refresh_token' })
  })
})
