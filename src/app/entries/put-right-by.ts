import type { Journal } from '../ports.js'

/** An entry, and who changed what it says last, where that was not whoever wrote it down. */
export type Corrected<T> = T & { readonly putRightBy?: string }
type Written = { readonly id: string; readonly by: string }

/** Says of entries who put them right: nobody's words stand in another's mouth. One look for all of them. */
export const corrections = async (
  journal: Journal,
  entries: readonly Written[],
): Promise<<T extends Written>(entry: T) => Corrected<T>> => {
  const last = await journal.putRightBy(entries.map(({ id }) => id))
  return (entry) => {
    const by = last.get(entry.id)
    return by === undefined || by === entry.by ? entry : { ...entry, putRightBy: by }
  }
}

/** The same for entries of one kind. */
export const corrected = async <T extends Written>(
  journal: Journal,
  entries: readonly T[],
): Promise<readonly Corrected<T>[]> => entries.map(await corrections(journal, entries))
