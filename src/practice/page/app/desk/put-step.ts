import type { GuideStep } from '../../wire.js'
import { putIntoComposer } from '../compose/draft.js'
import { useLive, useScene } from '../live/live.js'

/** Goes to where a step is to be typed, and puts it into the composer there. */
export function usePutStep(): (step: GuideStep) => Promise<void> {
  const live = useLive()
  const { places, here } = useScene()
  return async (step) => {
    const place = places.find(({ name }) => name === step.place)
    if (place && place.id !== here) {
      await live.go(place.id)
      // The composer of the place that one goes to is drawn first.
      await new Promise((drawn) => requestAnimationFrame(drawn))
    }
    putIntoComposer(step.type ?? '')
  }
}
