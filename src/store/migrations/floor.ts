/**
 * Which programs work on which schema, so that two releases run beside each other while one replaces the other.
 *
 * A migration that an earlier program does not notice (a new table; a new column that may be empty, and not on a
 * journalled table, whose rows an undo writes back as it saw them) says in its name from which migration on a program
 * works after it: `0030-fits-0027-new-notes` is for programs that know 0027 or later. Every other one is for programs that
 * know it. So a release that reads what is new comes first, and the one after it writes it and takes away what is old.
 */
const fitting = /^(\d{4})-fits-(\d{4})-/
const number = /^\d{4}/

/** The migration that a program has to know at least to work after all of these; empty for none. */
export const floorOf = (done: readonly string[]): string =>
  done.reduce((floor, name) => {
    const needed = fitting.exec(name)?.[2] ?? number.exec(name)?.[0] ?? name
    return needed > floor ? needed : floor
  }, '')

/** Whether a program with these migrations may work on a schema with those. */
export const mayWorkOn = (done: readonly string[], known: readonly string[]): boolean => {
  const newest = known.at(-1)
  const unknown = done.filter((name) => !known.includes(name))
  if (unknown.length === 0) return true
  // What is unknown has to come after all that is known: else it is the schema of another program.
  if (newest === undefined || unknown.some((name) => name < newest)) return false
  return floorOf(unknown) <= (number.exec(newest)?.[0] ?? newest)
}
