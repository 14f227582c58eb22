import { useEffect } from 'preact/hooks'
import type { Place, Scene } from '../../wire.js'
import { recalled, remember } from '../live/memory.js'

const key = (me: string, place: string) => `read.${me}.${place}`

/** Whether something was said in a place since this user looked into it last. What was there at the first look is read. */
export function useUnread({ me, here, places }: Scene): (place: Place) => boolean {
  useEffect(() => {
    for (const { id, latest } of places)
      if (id === here || recalled(key(me.id, id)) === '') remember(key(me.id, id), latest || '0')
  }, [me.id, here, places])
  return ({ id, latest }) => {
    const read = recalled(key(me.id, id))
    return id !== here && read !== '' && Number(latest) > Number(read)
  }
}
