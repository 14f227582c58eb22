import type { GuideStep } from '../../wire.js'
import { Icon } from '../icons.js'
import { useLive } from '../live/live.js'
import { useGuide } from './guide-state.js'
import { usePutStep } from './put-step.js'

/** The first minute: three things to type, each with what to look for. */
export function Guide() {
  const { steps, count, isOver, skip, begin } = useGuide()
  if (steps.length === 0) return null
  if (isOver)
    return (
      <button type="button" class="guide-again" onClick={begin}>
        Show the first minute again
      </button>
    )
  const isDone = count === steps.length
  return (
    <section class="card guide" aria-label="Your first minute">
      <div class="guide-head">
        <h2>Your first minute</h2>
        <button type="button" class="link" onClick={skip}>
          {isDone ? 'Put it away' : 'Skip it'}
        </button>
      </div>
      <ol>
        {steps.map((step, index) => (
          <li
            key={step.title}
            class={stepClass(index, count)}
            aria-current={index === count ? 'step' : undefined}
          >
            <span class="guide-mark" aria-hidden="true">
              {index < count ? <Icon name="check" size={14} /> : index + 1}
            </span>
            <div>
              <p class="guide-title">
                {step.title}
                {index < count && <span class="visually-hidden"> (done)</span>}
              </p>
              {index === count && <Step step={step} />}
            </div>
          </li>
        ))}
      </ol>
      {isDone && (
        <p class="guide-end">
          That is all of it. Be somebody else and see what they see; react to Ana’s call with Susan; or move
          the clock by three weeks.
        </p>
      )}
    </section>
  )
}

const stepClass = (index: number, count: number): string =>
  index < count ? 'is-done' : index === count ? 'is-now' : 'is-later'

function Step({ step }: { step: GuideStep }) {
  const live = useLive()
  const put = usePutStep()
  return (
    <>
      {step.type && step.done === 'typed' && (
        <button
          type="button"
          class="guide-type"
          onClick={() => void put(step)}
          title="Put it into the message box"
        >
          <code>{step.type}</code>
          <span>Put it in the box</span>
        </button>
      )}
      {step.how && <p class="guide-look">{step.how}</p>}
      {step.done === 'moved' && (
        <button
          type="button"
          class="guide-move"
          onClick={() => void live.act({ do: 'clock', step: 'morning' })}
        >
          <Icon name="sun" size={16} /> Next working morning
        </button>
      )}
      <p class="guide-look">
        <strong>Look for:</strong> {step.look}
      </p>
    </>
  )
}
