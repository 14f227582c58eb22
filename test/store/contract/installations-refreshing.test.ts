import { beforeEach, expect, it, onTestFinished } from 'vitest'
import type { Installations } from '../../../src/app/ports/installations.js'
import { Cipher } from '../../../src/store/cipher/cipher.js'
import { reseal } from '../../../src/store/cipher/reseal.js'
import { connect } from '../../../src/store/dialect.js'
import { rotating } from '../../support/installing.js'
import { sealedWith } from '../../support/sealed.js'
import { freshDatabase } from '../../support/stores.js'
import { onEachEngine } from './workspace.js'

const now = '2026-11-20T15:00:00.000Z'
const inSeconds = (seconds: number): string => new Date(Date.parse(now) + seconds * 1000).toISOString()
const expiresAt = inSeconds(3_600)
const pair = (nth: number) => ({
  ...{ token: `token-${nth}`, refreshToken: `refresh-${nth}`, expiresAt: inSeconds(43_200) },
})

onEachEngine('tokens that expire', (workspace, engine) => {
  let id = ''
  let installations: Installations
  beforeEach(async () => {
    id = `T${workspace().id}`
    installations = workspace().store.installations
    await installations.keep(rotating(id, 1, expiresAt), now)
  })
  const expiringHere = async (at: string) =>
    (await installations.expiring(inSeconds(7_200), at, 1000)).filter((each) => each === id)

  it('are refreshed by one of many who want to', async () => {
    const claims = await Promise.all([1, 2, 3].map(() => installations.claimRefresh(id, 1, now)))
    expect(claims.filter(Boolean)).toHaveLength(1)
    expect(await expiringHere(now)).toEqual([])
    expect(await installations.keepRefreshed(id, 1, pair(2))).toBe(true)
    expect(await installations.tokens(id)).toEqual({ ...pair(2), generation: 2 })
    expect(await installations.claimRefresh(id, 1, inSeconds(60))).toBe(false)
    expect(await installations.claimRefresh(id, 2, now)).toBe(true)
  })

  it('are refreshed by another after half a minute, and at once when the first gives up', async () => {
    expect(await installations.claimRefresh(id, 1, now)).toBe(true)
    expect(await installations.claimRefresh(id, 1, inSeconds(29))).toBe(false)
    expect(await installations.claimRefresh(id, 1, inSeconds(30))).toBe(true)
    await installations.release(id, 1)
    expect(await installations.claimRefresh(id, 1, inSeconds(31))).toBe(true)
    await installations.release(id, 1, inSeconds(600))
    expect(await installations.claimRefresh(id, 1, inSeconds(599))).toBe(false)
    expect(await expiringHere(inSeconds(599))).toEqual([])
    expect(await expiringHere(inSeconds(600))).toEqual([id])
  })

  it('that came too late are not kept: somebody else has newer ones', async () => {
    await installations.claimRefresh(id, 1, now)
    await installations.keep(rotating(id, 7, inSeconds(43_200)), now)
    expect(await installations.keepRefreshed(id, 1, pair(2))).toBe(false)
    expect(await installations.tokens(id)).toMatchObject({ token: `xoxe-${id}-7`, generation: 2 })
    // Nor does whoever gave up the older ones hold up the newer.
    await installations.claimRefresh(id, 2, now)
    await installations.release(id, 1)
    expect(await installations.claimRefresh(id, 2, now)).toBe(false)
  })

  it('are asked for soonest first, and not while silent', async () => {
    const sooner = `${id}A`
    await installations.keep(rotating(sooner, 1, inSeconds(60)), now)
    const both = async () =>
      (await installations.expiring(inSeconds(7_200), now, 1000)).filter((each) => each.startsWith(id))
    expect(await both()).toEqual([sooner, id])
    expect(await installations.expiring(inSeconds(30), now, 1000)).not.toContain(sooner)
    const taken = { at: inSeconds(1), why: 'app_uninstalled', eraseAt: inSeconds(9) }
    await installations.fallSilent(sooner, taken)
    expect(await both()).toEqual([id])
  })

  it('are not put back to what they were by keys that change meanwhile', async () => {
    const database = await freshDatabase(engine)
    onTestFinished(() => database.drop('damaged'))
    const store = await database.open({ encryption: sealedWith('b', 'a') })
    await store.installations.keep(rotating('T1', 1, expiresAt), now)
    await store.close()
    const handle = connect(database.url, 5_000, new Cipher(sealedWith('c', 'b')))
    onTestFinished(() => handle.db.destroy())
    const other = await database.open({ encryption: sealedWith('c', 'b') })
    // Right when the rotation has its turn in that workspace, somebody has refreshed its tokens and wants to keep them.
    let refreshed: Promise<boolean> | undefined
    const lock: typeof handle.dialect.lock = async (db, name) => {
      await handle.dialect.lock(db, name)
      refreshed ??= other.installations.keepRefreshed('T1', 1, pair(2))
    }
    await reseal({ ...handle, dialect: { ...handle.dialect, lock } }, 5_000)
    expect(await refreshed).toBe(true)
    expect(await other.installations.tokens('T1')).toEqual({ ...pair(2), generation: 2 })
  })
})
