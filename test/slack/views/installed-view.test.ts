import { describe, expect, it } from 'vitest'
import { outboxView } from '../../../src/slack/views/outbox-view.js'

const said = (model: Parameters<typeof outboxView>[0]): string => {
  const { text, blocks } = outboxView(model)
  expect(blocks.length).toBeGreaterThan(0)
  return text
}

describe('the first that the bot says to whoever installed it', () => {
  it('is three lines and a command to paste, which the grammar takes', () => {
    const text = said({ kind: 'installed', isBack: false })
    expect(text).toMatch(/^Hello! I remember people.*birthday.*never write to customers/s)
    expect(text).toContain('/person add Frank Ortiz, facilities manager at Acme Lighting')
    expect(text).toContain('/invite @Personable')
  })

  it('where it was before, it says that everybody is still known', () => {
    const text = said({ kind: 'installed', isBack: true })
    expect(text).toMatch(/I am back.*still with me.*\/person due/s)
  })

  it('what went wrong with it says until when, where to go, and that nothing is lost', () => {
    const text = said({
      kind: 'install-again',
      until: '2026-11-23T20:00:00.000Z',
      url: 'https://personable.example.com/slack/install',
      zone: 'America/Chicago',
    })
    expect(text).toMatch(
      /after 23 November 2026, 14:00 .*https:\/\/personable\.example\.com\/slack\/install.*stays as it is/s,
    )
  })
})
