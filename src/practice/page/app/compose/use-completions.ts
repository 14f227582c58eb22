import { useEffect, useRef, useState } from 'preact/hooks'
import { useLive, useScene } from '../live/live.js'
import { type Completion, completing } from './completion.js'

const most = 8

/** The completions of what stands before the caret; names come a moment later, from the bot's own knowledge. */
export function useCompletions(text: string, isOn: boolean) {
  const live = useLive()
  const scene = useScene()
  const [names, setNames] = useState<{ of: string; found: Completion[] }>({ of: '', found: [] })
  const newest = useRef('')
  newest.current = text
  const { ready, names: query } = isOn ? completing(text, scene) : { ready: [], names: undefined }
  useEffect(() => {
    if (!query) return
    void live.names(query.typed).then((found) => {
      // A slower answer to what was typed before must not replace this one.
      if (newest.current !== text) return
      setNames({
        of: text,
        found: found.map((name) => ({ label: name, about: 'somebody you know', text: query.put(name) })),
      })
    })
  }, [text, isOn])
  if (!isOn) return []
  const known = query && names.of === text ? names.found : []
  return [...known, ...ready].slice(0, most)
}
