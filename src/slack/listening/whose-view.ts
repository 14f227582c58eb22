import type { Edge } from './edge.js'
import type { View } from './payloads.js'

type Read = { readonly view: View; readonly complaint: string | null }

const complaints = {
  'not-theirs': 'I did not show you this form, or not as it is now. Please open it again, or type /person.',
  'too-old': 'This form is more than a week old. Please open it again, or type /person.',
} as const

/** A view that came back, with what it carried when it was shown; a sentence where it is not believed. */
export const whoseView = ({ seal }: Pick<Edge, 'seal'>, view: View, userId: string): Read => {
  // A Home carries nothing: it belongs to whoever looks at it.
  if (view.type !== 'modal') return { view: { ...view, private_metadata: '' }, complaint: null }
  const read = seal.read(view, userId)
  if ('metadata' in read) return { view: { ...view, private_metadata: read.metadata }, complaint: null }
  return { view: { ...view, private_metadata: '' }, complaint: complaints[read.broken] }
}
