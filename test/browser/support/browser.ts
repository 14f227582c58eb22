import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, onTestFinished } from 'vitest'

/** Debian's Chromium, unless the environment names another. */
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
let browser: Promise<Browser> | undefined

const opened = (): Promise<Browser> => {
  browser ??= chromium.launch({ executablePath, args: ['--no-sandbox', '--force-color-profile=srgb'] })
  return browser
}

afterAll(async () => {
  const toClose = browser
  browser = undefined
  await (await toClose)?.close()
})

/** A page with a memory of its own, closed with the test. What the page's own script complains about fails the test. */
export const openPage = async (address: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const page = await openBlank(options)
  await page.goto(address)
  await page.getByRole('log', { name: 'Messages' }).waitFor()
  return page
}

/** The same with nothing in it. */
export const openBlank = async (options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await (await opened()).newContext({ reducedMotion: 'reduce', ...options })
  const complaints: string[] = []
  context.on('weberror', (error) => complaints.push(error.error().message))
  onTestFinished(async () => {
    await context.close()
    if (complaints.length > 0) throw new Error(`The page's script failed: ${complaints.join('\n')}`)
  })
  const page = await context.newPage()
  // What comes comes at once, but for a machine that does much else.
  page.setDefaultTimeout(30_000)
  return page
}
