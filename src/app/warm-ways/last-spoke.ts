import type { LastSpoke } from '../../domain/warm-way.js'
import type { Stores } from '../ports.js'

/** When somebody was last spoken to, as far as the asker knows; each person is looked up once. */
export const lastSpokeWith = ({ interactions }: Pick<Stores, 'interactions'>) => {
  const known = new Map<string, Promise<LastSpoke | null>>()
  const lookUp = async (personId: string): Promise<LastSpoke | null> => {
    const [last = null] = await interactions.of(personId, { limit: 1, offset: 0 })
    return last
  }
  return (personId: string): Promise<LastSpoke | null> => {
    const found = known.get(personId) ?? lookUp(personId)
    known.set(personId, found)
    return found
  }
}
export type SpokeWith = ReturnType<typeof lastSpokeWith>
