import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openPage } from './support/browser.js'
import { startPractice } from './support/practice.js'

it('says in plain words that the bot crashed, and a bot started again has lost nothing', async () => {
  const { address } = await startPractice()
  const page = await openPage(`${address}/?in=customers`)
  const box = page.getByRole('textbox', { name: 'Message #customers' })
  await box.fill('/person heard frank the new plant smells of oranges')
  await page.keyboard.press('Enter')
  await page
    .getByRole('article', { name: /only visible to you/ })
    .getByText('oranges')
    .first()
    .waitFor()

  await page.getByRole('button', { name: 'Behind the scenes' }).click()
  await page.getByRole('tab', { name: 'Make trouble' }).click()
  await page.getByRole('button', { name: 'Make it crash' }).click()
  await page.getByText('Nothing is lost: start it again').waitFor()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await box.fill('/person frank')
  await page.keyboard.press('Enter')
  await page.getByText('failed with the error').waitFor()

  await page.getByRole('button', { name: 'Start it again' }).click()
  await page.getByText('Nothing is lost: start it again').waitFor({ state: 'hidden', timeout: 30_000 })
  await box.fill('/person frank')
  await page.keyboard.press('Enter')
  await page.getByText('Worth asking').waitFor()
  expect(await page.getByText('oranges').count()).toBeGreaterThan(1)
})

it('takes Slack down and back, with the nudges late and not lost', async () => {
  const { address } = await startPractice()
  const page = await openPage(`${address}/?in=customers`)
  await page.getByRole('button', { name: 'Behind the scenes' }).click()
  await page.getByRole('tab', { name: 'Make trouble' }).click()
  await page.getByRole('switch', { name: 'Slack is down' }).click()
  await page.getByText('Slack is down, because you switched it off').waitFor()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page
    .getByRole('group', { name: 'Move the clock by' })
    .getByRole('button', { name: 'Next working morning' })
    .click()
  await page.getByRole('region', { name: 'Clock' }).getByText('09:01', { exact: true }).waitFor()
  expect(await page.getByText('People who would be glad').count()).toBe(0)
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await page.getByText('is not connected just now').waitFor({ state: 'hidden', timeout: 30_000 })
  // The bot looks again once a minute, by the real clock.
  await page.getByText('People who would be glad to hear from you').waitFor({ timeout: 100_000 })
}, 150_000)

it('posts once when an answer is lost', async () => {
  const { address } = await startPractice()
  const page = await openPage(`${address}/?in=customers`)
  await page.getByRole('button', { name: 'Behind the scenes' }).click()
  await page.getByRole('tab', { name: 'Make trouble' }).click()
  const lose = page.getByRole('switch', { name: /Lose the answer/ })
  await lose.click()
  await page.getByRole('switch', { name: /Lose the answer/, checked: true }).waitFor()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page
    .getByRole('group', { name: 'Move the clock by' })
    .getByRole('button', { name: 'Next working morning' })
    .click()
  await page.getByText('People who would be glad to hear from you').first().waitFor()
  await page
    .getByRole('group', { name: 'Move the clock by' })
    .getByRole('button', { name: 'An hour' })
    .click()
  await page.getByRole('region', { name: 'Clock' }).getByText('10:01', { exact: true }).waitFor()
  expect(await page.getByText('People who would be glad to hear from you').count()).toBe(1)
  await page.getByRole('button', { name: 'Behind the scenes' }).click()
  await page.getByText('fault on request: lost_after').waitFor()
})

it('takes the next free port when one is busy, and says so', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void taken.close())
  const { port } = taken.address() as AddressInfo
  const { address, printed } = await startPractice(
    { PRACTICE_PORT: String(port) },
    /open: http:\/\/127\.0\.0\.1:\d+/,
  )
  expect(address).not.toContain(`:${port}`)
  expect(printed()).toContain(`Port ${port} is busy`)
})

it('shows a broken manifest in plain words, and opens once it is mended', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'personable-manifest-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const manifest = join(folder, 'manifest.json')
  await writeFile(manifest, '{ "features": {} }')
  const free = createServer()
  await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve))
  const { port } = free.address() as AddressInfo
  await new Promise((resolve) => free.close(resolve))
  const { address } = await startPractice({ PRACTICE_MANIFEST: manifest, PRACTICE_PORT: String(port) })
  const shown = await (await fetch(address)).text()
  expect(shown).toContain('The practice workspace cannot open yet')
  expect(shown).toContain('manifest.json has no display_information.name')
  await copyFile(new URL('../../manifest.yml', import.meta.url), manifest)
  const title = async () => /<title>(.*)<.title>/.exec(await (await fetch(address)).text())?.[1]
  await expect.poll(() => title().catch(() => ''), { timeout: 20_000 }).toBe('Practice workspace')
})

it('listens on the loopback address alone', async () => {
  const { address } = await startPractice()
  const { port } = new URL(address)
  const others = Object.values(networkInterfaces())
    .flat()
    .filter((one) => one !== undefined && one.family === 'IPv4' && !one.internal)
  for (const other of others) await expect(fetch(`http://${other?.address}:${port}/`)).rejects.toThrow()
  expect((await fetch(address)).status).toBe(200)
})
