import type { Planned } from '../../app/nudges/plan.js'
import type { Home } from '../../domain/audience.js'
export const plannedText = (
  planned: readonly Planned[],
  placeName: (home: Home) => string = (home) => home,
): string => planned.map((p) => placeName(p.place.home)).join('\n')
