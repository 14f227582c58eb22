import { describe, expect, it } from 'vitest'
import { loadQuestions } from '../../src/content/questions.js'
import { questionFor } from '../../src/domain/question.js'

const bank = loadQuestions()

describe('the question worth asking', () => {
  it('is about the facet that we know least', () => {
    const known = { story: 2, intuition: 2, feeling: 2, thought: 0, body: 2, situation: 2 }
    expect(questionFor(bank, 'frank', known, [])?.facet).toBe('thought')
  })

  it('is never the one asked last time, and goes through the bank before anything comes back', () => {
    const known = { intuition: 1, feeling: 1, thought: 1, body: 1, situation: 1 }
    const asked: string[] = []
    for (let turn = 0; turn < 40; turn++) {
      const question = questionFor(bank, 'frank', known, asked)
      expect(question?.id).not.toBe(asked[0])
      asked.unshift(question?.id ?? '')
    }
    const inStory = bank.filter(({ facet }) => facet === 'story').length
    expect(new Set(asked.slice(-inStory)).size).toBe(inStory)
  })

  it('is null only for an empty bank', () => {
    expect(questionFor([], 'frank', {}, [])).toBeNull()
    const [only] = bank
    expect(only && questionFor([only], 'frank', {}, [only.id])?.id).toBe(only?.id)
  })

  it('differs between people, and stays the same for one', () => {
    const people = Array.from({ length: 20 }, (_, n) => `person-${n}`)
    const asked = people.map((id) => questionFor(bank, id, {}, [])?.id)
    expect(new Set(asked).size).toBeGreaterThan(5)
    expect(people.map((id) => questionFor(bank, id, {}, [])?.id)).toEqual(asked)
  })
})
