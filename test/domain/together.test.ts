import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { together } from '../../src/domain/together.js'

const later = <T>() => {
  let answer: (value: T) => void = () => {}
  let fail: (error: Error) => void = () => {}
  const promise = new Promise<T>((resolve, reject) => {
    answer = resolve
    fail = reject
  })
  return { promise, answer, fail }
}

it('answers are told by name, whichever comes first', async () => {
  const [name, year] = [later<string>(), later<number>()]
  const both = together({ name: name.promise, year: year.promise })
  year.answer(1999)
  name.answer('Frank')
  expect(await both).toEqual({ name: 'Frank', year: 1999 })
})

it('what failed first is told, after all the others are over', async () => {
  const [one, two, three] = [later(), later(), later()]
  let isTold = false
  const all = together({ one: one.promise, two: two.promise, three: three.promise }).catch((error) => {
    isTold = true
    return error
  })
  three.fail(new Error('first'))
  one.fail(new Error('second'))
  // Whatever follows from the two has followed by then.
  await nextTurn()
  expect(isTold).toBe(false)
  two.answer(2)
  expect(await all).toEqual(new Error('first'))
})
