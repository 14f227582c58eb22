import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultOf, longestPersonaName } from '../../../src/domain/persona.js'
import { isPersonaMessage, readPersona } from '../../../src/slack/command/persona-command.js'

const read = (text: string) => readPersona(text).command

describe('/persona', () => {
  it('reads a name and what it claims', () => {
    const written = {
      kind: 'write',
      name: 'Plant managers',
      claims: ['price comes first', 'they decide alone'],
    }
    expect(read('Plant managers: price comes first; they decide alone')).toEqual(written)
    expect(read('Plant managers\nprice comes first\n- they decide alone')).toEqual(written)
    expect(read('`/persona “Plant managers”: price comes first; they decide alone`')).toEqual(written)
    expect(read('claim Plant managers: price &amp; time count')).toEqual({
      ...{ kind: 'add', name: 'Plant managers' },
      claims: ['price & time count'],
    })
    expect(read('buyers: they meet at 10:30 sharp')).toEqual({
      ...{ kind: 'write', name: 'buyers' },
      claims: ['they meet at 10:30 sharp'],
    })
  })

  it('reads its verbs in any letters, and a name that begins like one as a name', () => {
    expect(read('')).toEqual({ kind: 'list' })
    expect(read('LIST')).toEqual({ kind: 'list' })
    expect(read('Help me')).toEqual({ kind: 'help' })
    expect(read('undo')).toEqual({ kind: 'undo' })
    expect(read('Review plant managers')).toEqual({ kind: 'review', name: 'plant managers' })
    expect(read('plant managers')).toEqual({ kind: 'show', name: 'plant managers' })
    expect(read('list makers')).toEqual({ kind: 'show', name: 'list makers' })
  })

  it('is told from a message about a person', () => {
    expect(
      ['persona', 'persona buyers', '/persona buyers: x', '`/persona buyers`'].map(isPersonaMessage),
    ).toEqual([true, true, true, true])
    expect(['personal buyers', 'note frank persona', 'person frank'].map(isPersonaMessage)).toEqual([
      false,
      false,
      false,
    ])
  })

  it('keeps nothing that cannot be kept, whatever is typed, and always says what to type next', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ maxLength: 20 }), (a, b) => {
        for (const text of [a, `${b}: ${a}`, `claim ${b}: ${a}`, `review ${a}`]) {
          const command = read(text)
          if (command.kind === 'refused') expect(command.text).toContain('`/persona ')
          if (command.kind !== 'write' && command.kind !== 'add') continue
          expect([...command.name].length).toBeLessThanOrEqual(longestPersonaName)
          expect(command.claims.length).toBeGreaterThan(0)
          expect(command.claims.map(faultOf)).toEqual(command.claims.map(() => null))
        }
      }),
    )
  })
})
