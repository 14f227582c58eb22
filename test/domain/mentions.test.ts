import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forgottenMark, names, needlesFor, withoutNames } from '../../src/domain/mentions.js'

const needles = (name: string, addresses: readonly string[] = []) =>
  needlesFor({ names: [name], addresses, slackUserIds: [] })

describe('what names somebody', () => {
  const frank = needles('Frank Ortiz', ['frank@acme.example', 'https://www.acme.example/team/Frank/'])

  it.each([
    ['lunch with Frank Ortiz', 'lunch with [forgotten]'],
    ['FRANK\n ortiz, again FrÁnk Ortíz', '[forgotten], again [forgotten]'],
    ['Frank Ortiz’s lease; (Frank Ortiz)', '[forgotten]’s lease; ([forgotten])'],
    ['Ortiz, Frank: called', '[forgotten]: called'],
    ['Frank Ortiz-Bell', '[forgotten]-Bell'],
    ['write to Frank@Acme.example.', 'write to [forgotten].'],
    ['see HTTPS://acme.example/team/frank/photo', 'see HTTPS://[forgotten]/photo'],
    ['Ｆｒａｎｋ Ortiz 👍🏽 and 👍', '[forgotten] 👍🏽 and 👍'],
  ])('%j becomes %j', (text, without) => {
    expect(withoutNames(text, frank)).toBe(without)
    expect(names(text, frank)).toBe(true)
  })

  it.each([
    'Frank called; Ortiz too',
    'Frank Ortizes',
    'Hefrank Ortiz',
    'Ortiz Frank',
    'jo.frank@acme.example',
    'frank@acme.example.org',
    '',
  ])('%j stays as it is', (text) => {
    expect(withoutNames(text, frank)).toBe(text)
    expect(names(text, frank)).toBe(false)
  })

  it('is no single word, unless its script writes names without spaces', () => {
    expect(withoutNames('May may come in May', needles('May'))).toBe('May may come in May')
    expect(withoutNames('今日は王小明に会った', needles('王小明'))).toBe('今日は[forgotten]に会った')
    expect(withoutNames('Someone came', needles('Someone'))).toBe('Someone came')
  })

  it('is a mention of the Slack user that they are', () => {
    const linked = needlesFor({ names: [], addresses: [], slackUserIds: ['U0FRANK01'] })
    expect(withoutNames('ask @U0FRANK01, not @U0FRANK012', linked)).toBe('ask [forgotten], not @U0FRANK012')
  })

  it('is found in whatever stands around it, which stays sign for sign', () => {
    const around = fc.string({ unit: 'grapheme', maxLength: 20 })
    fc.assert(
      fc.property(around, around, (before, behind) => {
        const text = withoutNames(`${before} Frank Ortiz ${behind}`, needles('Frank Ortiz'))
        expect(text).toBe(`${before} ${forgottenMark} ${behind}`)
      }),
    )
  })
})
