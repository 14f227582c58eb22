import { useEffect, useState } from 'preact/hooks'
import { useScene } from '../live/live.js'
import { recalled, remember } from '../live/memory.js'

type Put = (text: string) => void
let put: Put = () => {}

/** Puts a text into the channel's composer, for the guide. */
export const putIntoComposer: Put = (text) => put(text)

/** What is half typed in a place, by whom; a reload keeps it. */
export function useDraft(thread: string | undefined, focus: () => void): [string, (text: string) => void] {
  const { me, here } = useScene()
  const key = `draft.${me.id}.${here}.${thread ?? ''}`
  const [drafts, setDrafts] = useState<Record<string, string>>({})
  const text = drafts[key] ?? recalled(key)
  const set = (next: string) => {
    remember(key, next)
    setDrafts((all) => ({ ...all, [key]: next }))
  }
  useEffect(() => {
    if (thread !== undefined) return
    put = (next) => {
      set(next)
      focus()
    }
  })
  return [text, set]
}
