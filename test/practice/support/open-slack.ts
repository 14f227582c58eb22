import { afterEach } from 'vitest'
import {
  type PracticeSlack,
  type PracticeSlackOptions,
  startPracticeSlack,
} from '../../../src/practice/slack.js'
import { manifest } from './manifest.js'

const closers: (() => Promise<void>)[] = []

/** Runs when the present test ends; the last one given runs first. */
export function atEnd(close: () => Promise<void>): void {
  closers.push(close)
}

/** A practice Slack with the small manifest, closed when the test ends. */
export async function openSlack(options: Partial<PracticeSlackOptions> = {}): Promise<PracticeSlack> {
  const slack = await startPracticeSlack({ manifest, ...options })
  atEnd(() => slack.close())
  return slack
}

/** Call once in a test file that uses `openSlack` or `atEnd`. */
export function closeAfterEach(): void {
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close()
  })
}
