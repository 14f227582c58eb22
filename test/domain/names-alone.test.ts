import { describe, expect, it } from 'vitest'
import { needlesFor, withoutNames } from '../../src/domain/mentions.js'
import { namesAlone } from '../../src/domain/names-alone.js'

const without = (name: string, text: string): string =>
  withoutNames(text, [
    ...needlesFor({ names: [name], addresses: [], slackUserIds: [] }),
    ...namesAlone([name]).telling,
  ])

describe('a first or last name by itself', () => {
  it.each([
    ['Wendelin Ottokar', 'lunch with ottokar', 'lunch with [forgotten]'],
    ['Wendelin Ottokar', 'Wendelin’s car, WENDELIN again', '[forgotten]’s car, [forgotten] again'],
    ['Ludwig van Beethoven', 'heard van Beethoven, then Beethoven', 'heard [forgotten], then [forgotten]'],
    ['Frank Ortiz', 'she and Frank talked', 'she and [forgotten] talked'],
    ['Frank Ortiz', 'she (Frank’s boss) and “Frank” talked', 'she (Frank’s boss) and “Frank” talked'],
    ['Wendelin', 'with Wendelin to Rome', 'with [forgotten] to Rome'],
  ])('of %s goes out of %j', (name, text, left) => {
    expect(without(name, text)).toBe(left)
  })

  it.each([
    ['Frank Ortiz', 'Frank talk. Frank words: frank.'],
    ['Will May', 'Will call in May. May be he will?'],
    ['Frank Ortiz', 'met Frank Miller and Maria Ortiz'],
    ['Frank Ortiz', 'ortiz@globex.example, Ortiz-Bell, ortizes, www.ortiz.example/ortiz'],
    ['Li Wu', 'wu-wei, said Li'],
  ])('of %s stays in %j', (name, text) => {
    expect(without(name, text)).toBe(text)
  })
})
