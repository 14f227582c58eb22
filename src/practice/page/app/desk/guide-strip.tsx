import { useLive } from '../live/live.js'
import { useGuide } from './guide-state.js'
import { usePutStep } from './put-step.js'

/** The guide in one line above the composer, where there is no room for the desk. */
export function GuideStrip({ openDesk }: { openDesk: () => void }) {
  const live = useLive()
  const { steps, count, isOver, skip } = useGuide()
  const put = usePutStep()
  const step = steps[count]
  if (isOver || !step) return null
  return (
    <section class="guide-strip" aria-label="Your first minute">
      <button type="button" class="guide-strip-title" onClick={openDesk}>
        {count + 1}/{steps.length} {step.title}
      </button>
      {step.type && step.done === 'typed' && (
        <button type="button" class="guide-strip-type" onClick={() => void put(step)}>
          <code>{step.type}</code>
        </button>
      )}
      {step.done === 'moved' && (
        <button
          type="button"
          class="guide-strip-type"
          onClick={() => void live.act({ do: 'clock', step: 'morning' })}
        >
          ☀️ Next working morning
        </button>
      )}
      {step.done === 'submitted' && <span class="guide-strip-look">Press “I reached out”</span>}
      <button type="button" class="link" onClick={skip}>
        Skip
      </button>
    </section>
  )
}
