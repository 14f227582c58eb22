import type { Acting } from './table.js'

/** How the stores of sketches are asked that a teammate’s act can write to. */
export const sketches: Pick<Acting, 'personas' | 'personaClaims' | 'trials'> = {
  personas: {
    add: (s, a) => {
      const { personId: _, ...written } = a.written('personas')
      return s.add({ ...written, name: a.text(), quiet: a.one(true, false) })
    },
    change: (s, a) => s.change(a.id('personas'), { quiet: a.one(true, false) }),
    remove: (s, a) => s.remove(a.id('personas')),
  },
  personaClaims: {
    add: (s, a) => {
      const { personId: _, ...written } = a.written('persona_claims')
      const words = { text: a.text(), wording: a.one('first', 'next'), told: null }
      return s.add({ ...written, personaId: a.id('personas'), ...words })
    },
    change: (s, a) => s.change(a.id('persona_claims'), { text: a.text(), wording: a.one('first', 'next') }),
    remove: (s, a) => s.remove(a.id('persona_claims')),
    removeAllOf: (s, a) => s.removeAllOf(a.id('personas')),
  },
  trials: {
    add: (s, a) =>
      s.add({
        ...a.written('persona_trials'),
        ...{ claimId: a.id('persona_claims'), wording: a.one('first', 'next'), on: a.day() },
        ...{ holds: a.one(true, false), noteId: a.one(null, a.id('notes')) },
      }),
    change: (s, a) => s.change(a.id('persona_trials'), { holds: a.one(true, false), personId: a.person() }),
    remove: (s, a) => s.remove(a.id('persona_trials')),
    removeAllOn: (s, a) => s.removeAllOn(a.id('persona_claims')),
  },
}
