import { describe, expect, it } from 'vitest'
import { names, needlesFor, withoutNames } from '../../src/domain/mentions.js'
import { nothingTaken, takenFurther } from '../../src/domain/merge.js'

describe('what a third takes over of what was taken over', () => {
  const before = { addresses: ['frank@acme.example'], slackUserId: 'UF', prefers: 'text', met: true }

  it('is all of it where they had nothing of it', () => {
    expect(takenFurther(before, before)).toEqual(before)
  })

  it('is nothing where they had their own', () => {
    const own = { addresses: ['555 0134'], slackUserId: 'UG', prefers: 'calls', met: false }
    expect(takenFurther(before, own)).toEqual(nothingTaken)
  })
})

describe('a name without a letter in it', () => {
  it('is found and goes, too', () => {
    const needles = needlesFor({ names: ['🦊 🐻'], addresses: [], slackUserIds: [] })
    expect(names('lunch with 🦊', needles)).toBe(false)
    expect(withoutNames('lunch with 🦊  🐻 on Monday', needles)).toBe('lunch with [forgotten] on Monday')
  })
})
