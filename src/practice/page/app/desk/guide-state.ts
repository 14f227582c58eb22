import { useEffect, useState } from 'preact/hooks'
import type { Deed, GuideStep } from '../../wire.js'
import { useLive, useScene } from '../live/live.js'
import { recalled, remember } from '../live/memory.js'

const key = 'guide'
const listeners = new Set<() => void>()

/** How many steps are done; more than there are: it was put away. */
const done = (): number => Number(recalled(key) || 0)

function set(count: number): void {
  remember(key, String(count))
  for (const listener of listeners) listener()
}

/** Where one stands in the guided first minute; deeds that fit move it on. */
export function useGuide() {
  const live = useLive()
  const { abilities, era } = useScene()
  const steps = abilities.guide
  const [, draw] = useState(0)
  useEffect(() => {
    const again = () => draw((count) => count + 1)
    listeners.add(again)
    return () => void listeners.delete(again)
  }, [])
  useEffect(
    () =>
      live.onDone((deed, outcome) => {
        const step = steps[done()]
        if (step && fits(step, deed) && !outcome.errors) set(done() + 1)
      }),
    [live, era, steps.length],
  )
  const count = done()
  return {
    steps,
    count,
    isOver: steps.length === 0 || count > steps.length,
    skip: () => set(steps.length + 1),
    begin: () => set(0),
  }
}

function fits(step: GuideStep, deed: Deed): boolean {
  switch (step.done) {
    case 'typed':
      return deed.do === 'type' && deed.text.toLowerCase().startsWith(step.begins ?? step.type ?? '')
    case 'moved':
      return deed.do === 'clock' && deed.step !== 'hour'
    case 'submitted':
      return deed.do === 'submit'
  }
}

/** What the guide suggests to type into the modal that is open. */
export function useGuideHint(): string | undefined {
  const { abilities } = useScene()
  const step = abilities.guide[done()]
  return step?.done === 'submitted' ? step.type : undefined
}
