import { describe, expect, test } from 'vitest'
import { createLog } from '../../src/logging.js'
import { slackLogger } from '../../src/slack/library-log.js'

const listening = () => {
  const lines: string[] = []
  return { lines, library: slackLogger(createLog({ level: 'trace', write: (line) => lines.push(line) })) }
}

describe("Of what Slack's libraries say", () => {
  test('debug lines, which hold whole payloads, are dropped', () => {
    const { library, lines } = listening()
    library.debug('http request body: {"text":"his daughter"}')
    expect(lines).toEqual([])
  })

  test('the rest is kept for whoever looks closely, without what it quotes', () => {
    const { library, lines } = listening()
    library.warn('Failed with "his daughter" and xoxb-1-2', { text: 'his daughter' })
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 20, said: 'Failed with [quoted] and [secret]' })
    expect(lines.join('')).not.toContain('daughter')
  })
})
