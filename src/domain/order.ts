/** The order of days, instants and ids, which all compare as text: for `sort`. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
