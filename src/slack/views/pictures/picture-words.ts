/** What a picture shows, in words: for whoever does not see it, and where nothing can be drawn. Plain text, not markup. */
export type PictureWords = {
  /** Whom the picture shows: the people at, or a year of, a company or person as typed. */
  readonly of: 'The people at' | 'A year of'
  readonly about: string
  /** Together they say all that the picture says. */
  readonly lines: readonly string[]
}

/** What the picture is called. */
export const pictureTitle = ({ of, about }: PictureWords): string => `${of} ${about}`

/** Slack takes so much with a picture. */
const longestAlt = 1_000
const goesOn = ' All of it stands in the file beside this picture.'

/** The alternative text of a picture; `isAll`: it says everything. */
export const altText = (lines: readonly string[]): { readonly text: string; readonly isAll: boolean } => {
  const whole = lines.join(' ')
  if (whole.length <= longestAlt) return { text: whole, isAll: true }
  const cut = whole.slice(0, longestAlt - goesOn.length - 1)
  // Neither half a word nor half a sign.
  const end = cut.lastIndexOf(' ')
  return { text: `${cut.slice(0, end > 0 ? end : cut.length)}…${goesOn}`, isAll: false }
}

/** What a number in the picture stands for. */
export const numberedLine = ({ number, name }: { readonly number: number; readonly name: string }): string =>
  `No. ${number} in the picture is ${name}.`
