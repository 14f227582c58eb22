import { expect, it } from 'vitest'
import { openPage } from './support/browser.js'
import { startPractice } from './support/practice.js'

it('leads a newcomer to a nudge about Frank, with nothing typed but what the page suggests', async () => {
  const { address } = await startPractice()
  const page = await openPage(`${address}/?in=customers`)
  const messages = page.getByRole('log', { name: 'Messages' })
  const guide = page.getByRole('region', { name: 'Your first minute' })

  await guide.getByRole('button', { name: /\/person frank/ }).click()
  await page.keyboard.press('Enter')
  const card = messages.getByRole('article', { name: /only visible to you/ }).first()
  await card.getByText('Worth asking').waitFor()
  for (const known of ['moving day at the old plant', 'my daughter starts at Ohio State', 'to draw Dolores'])
    expect(await card.innerText()).toContain(known)

  await guide.getByRole('button', { name: /\/person heard frank/ }).click()
  await page.keyboard.press('Enter')
  await guide.getByRole('button', { name: 'Next working morning' }).click()

  const nudge = messages.getByRole('article').filter({ hasText: 'People who would be glad to hear from you' })
  await nudge.getByText('Frank Ortiz').waitFor()
  // What was just typed comes back in the morning.
  expect(await nudge.innerText()).toContain('my daughter got the room with the view')
  expect(await nudge.innerText()).toMatch(/moving day.*you promised.*last met them 23 days ago\./)
  expect(await nudge.innerText()).toContain('Which is harder to pack, her room or the old plant?')
  await page.getByRole('region', { name: 'Clock' }).getByText('09:01', { exact: true }).waitFor()

  await nudge.getByRole('button', { name: 'I reached out' }).click()
  const form = page.getByRole('dialog', { name: 'I reached out' })
  await form.getByRole('button', { name: 'Put it in' }).click()
  await form.getByRole('button', { name: 'Write it down' }).click()
  await form.waitFor({ state: 'hidden' })
  await messages.getByText('reached out.').first().waitFor()

  await guide.getByRole('button', { name: /\/person at acme/ }).click()
  await page.keyboard.press('Enter')
  await messages.getByText('Offstage, not met yet').waitFor()
  await guide.getByText('That is all of it').waitFor()
})

it('comes to what one asked for, and to the morning, from wherever one was reading', async () => {
  const { address } = await startPractice()
  const page = await openPage(`${address}/?in=customers`, { viewport: { width: 1360, height: 500 } })
  const messages = page.getByRole('log', { name: 'Messages' })
  const scrolled = () => page.evaluate<number>(`document.querySelector('[role=log]').scrollTop`)
  const below = () =>
    page.evaluate<number>(`(() => {
      const box = document.querySelector('[role=log]')
      return box.scrollHeight - box.scrollTop - box.clientHeight
    })()`)
  const readsAbove = async () => {
    await messages.hover()
    await page.mouse.wheel(0, -5_000)
    await expect.poll(scrolled).toBe(0)
    expect(await below()).toBeGreaterThan(100)
  }
  await readsAbove()
  await page.getByRole('textbox', { name: 'Message #customers' }).fill('/person frank')
  await page.keyboard.press('Enter')
  await messages.getByText('Worth asking').waitFor()
  await expect.poll(below).toBeLessThan(2)
  await readsAbove()
  await page.getByRole('button', { name: 'Next working morning' }).last().click()
  await messages.getByText('People who would be glad to hear from you').waitFor()
  await expect.poll(below).toBeLessThan(2)
})

it('can be skipped, and starts again with nothing left of before', async () => {
  const { address } = await startPractice()
  const page = await openPage(`${address}/?in=customers`)
  await page.getByRole('button', { name: 'Skip it' }).click()
  await page.getByRole('button', { name: 'Show the first minute again' }).waitFor()
  await page.getByRole('textbox', { name: 'Message #customers' }).fill('a line that goes')
  await page.keyboard.press('Enter')
  await page.getByText('a line that goes').waitFor()

  page.on('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: 'Start again' }).click()
  await page.getByText('a line that goes').waitFor({ state: 'hidden', timeout: 30_000 })
  await page.getByRole('region', { name: 'Your first minute' }).waitFor()
  await page.getByText('Has anybody heard from Frank lately?').waitFor()
})

it('shows what the bot thinks of next, and lives through three weeks', async () => {
  const { address } = await startPractice()
  const page = await openPage(`${address}/?in=customers`)
  const next = page.getByRole('region', { name: 'What Personable thinks of next' })
  await next.getByText('Frank Ortiz').waitFor()
  expect(await next.innerText()).toContain('Mon 23 Nov, 09:00 · #customers')
  await page
    .getByRole('group', { name: 'Move the clock by' })
    .getByRole('button', { name: 'Three weeks' })
    .click()
  await page.getByText('13 Dec, New York').waitFor({ timeout: 50_000 })
  const digests = page.getByText('People who would be glad to hear from you')
  expect(await digests.count()).toBeGreaterThan(1)
})
