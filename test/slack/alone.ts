import type { HomeOf } from '../../src/app/ports/open-homes.js'
import type { Among } from '../../src/slack/connection/edge-for.js'

/** What processes would know of each other, in the memory of the only one. */
export const alone = (): Among => {
  const asked = new Map<string, number>()
  const homes = new Map<string, HomeOf>()
  const due = new Map<string, number>()
  const keyOf = ({ workspaceId, userId }: HomeOf): string => `${workspaceId} ${userId}`
  const more = (home: HomeOf): number => {
    const count = (asked.get(keyOf(home)) ?? 0) + 1
    asked.set(keyOf(home), count)
    homes.set(keyOf(home), home)
    return count
  }
  const owed = new Set<string>()
  const answered = new Set<string>()
  return {
    isShared: false,
    homes: {
      opened: async (home) => more(home),
      ask: async (home) => (asked.has(keyOf(home)) ? more(home) : null),
      askAll: async (workspaceId) => {
        for (const home of homes.values())
          if (home.workspaceId === workspaceId) due.set(keyOf(home), more(home))
      },
      shown: async (home) => {
        const since = asked.get(keyOf(home)) ?? 0
        return since === home.asked ? null : since
      },
      notShown: async (home) => void due.set(keyOf(home), asked.get(keyOf(home)) ?? 0),
      take: async () => {
        const taken = [...homes.values()].flatMap((home) => {
          const count = due.get(keyOf(home))
          return count === undefined ? [] : [{ ...home, asked: count }]
        })
        due.clear()
        return taken
      },
      forget: async () => {},
      sweep: async () => {},
    },
    answers: {
      claim: async ({ id }) => (answered.has(id) ? 'answered' : 'mine'),
      done: async ({ id }) => void answered.add(id),
      release: async () => {},
      sweep: async () => {},
    },
    owed: {
      owe: async ({ id }) => {
        const isNew = !owed.has(id)
        owed.add(id)
        return isNew
      },
      renew: async ({ id }) => owed.has(id),
      paid: async ({ id }) => void owed.delete(id),
      isOwed: async ({ id }) => owed.has(id),
      take: async () => [],
    },
    tell: async () => {},
  }
}
