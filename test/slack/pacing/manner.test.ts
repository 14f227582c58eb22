import { AsyncLocalStorage } from 'node:async_hooks'
import { afterEach, expect, test, vi } from 'vitest'
import { again, inBackground, mannerNow, withSomebodyWaiting } from '../../../src/slack/pacing/manner.js'
import { gate } from '../listening/delivering.js'

afterEach(() => vi.restoreAllMocks())

test('a manner goes along with all that is called in it, and with nothing else', async () => {
  const seen = await inBackground(async () => {
    await Promise.resolve()
    const before = mannerNow()
    const inner = await again(async () => withSomebodyWaiting(async () => mannerNow()))
    return [before, inner, mannerNow()]
  })
  expect(seen).toEqual([
    { urgency: 'background' },
    { urgency: 'interactive', isAgain: true },
    { urgency: 'background' },
  ])
  expect(mannerNow()).toEqual({})
})

test('what ends takes the manner of nothing that is still under way, and the last one puts the storage away', async () => {
  const putAway = vi.spyOn(AsyncLocalStorage.prototype, 'disable')
  const { opened, open } = gate()
  const long = inBackground(async () => {
    await opened
    return mannerNow()
  })
  await inBackground(async () => {})
  const failing = again(async () => {
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(putAway).not.toHaveBeenCalled()
  open()
  expect(await long).toEqual({ urgency: 'background' })
  expect(putAway).toHaveBeenCalledOnce()
})
