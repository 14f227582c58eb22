import { useState } from 'preact/hooks'
import type { ClockStep } from '../../wire.js'
import { Icon } from '../icons.js'
import { clockTime, dayOfMonth, longDay, weekday, zoneName } from '../live/days.js'
import { useLive, useScene } from '../live/live.js'

const steps: readonly { step: ClockStep; label: string }[] = [
  { step: 'morning', label: 'Next working morning' },
  { step: 'hour', label: 'An hour' },
  { step: 'weeks', label: 'Three weeks' },
]

/** The clock that one can move: everything that falls due on the way happens. */
export function ClockCard() {
  const live = useLive()
  const { clock } = useScene()
  const [said, setSaid] = useState('')
  const now = new Date(clock.now)
  const move = async (step: ClockStep) => {
    const outcome = await live.act({ do: 'clock', step })
    const at = new Date(live.scene?.clock.now ?? '')
    if (!outcome.error) setSaid(`It is ${longDay(at, clock.zone)}, ${clockTime(at, clock.zone)} now.`)
  }
  return (
    <section class={`card clock${clock.isMoving ? ' is-moving' : ''}`} aria-label="Clock">
      <div class="clock-face">
        <time dateTime={clock.now} class="clock-time">
          {clockTime(now, clock.zone)}
        </time>
        <div class="clock-day">
          <strong>{weekday(now, clock.zone)}</strong>
          <span>
            {dayOfMonth(now, clock.zone)}, {zoneName(clock.zone)}
          </span>
        </div>
      </div>
      <p class="clock-label" id="move-label">
        Move the clock by
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons, no fields */}
      <div class="clock-steps" role="group" aria-labelledby="move-label">
        {steps.map(({ step, label }) => (
          <button
            key={step}
            type="button"
            class={`step is-${step}`}
            disabled={clock.isMoving}
            onClick={() => void move(step)}
          >
            {step === 'morning' && <Icon name="sun" size={17} />}
            {label}
          </button>
        ))}
      </div>
      <p class="visually-hidden" role="status">
        {clock.isMoving ? 'The clock is moving.' : said}
      </p>
    </section>
  )
}
