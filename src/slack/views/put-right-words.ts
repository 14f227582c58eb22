import { ours, say, teammate, type Words } from './copy.js'

/** Whose words stand there by now, where that is not whoever wrote them down; `readerId`: who is called "you". */
export const putRightWords = (
  { putRightBy }: { readonly putRightBy?: string },
  readerId: string | null = null,
): Words => {
  if (putRightBy === undefined) return []
  return say`, put right by ${putRightBy === readerId ? ours('you') : teammate(putRightBy)}`
}
