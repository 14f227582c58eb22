import type { Place } from '../../wire.js'
import { Icon } from '../icons.js'
import { useScene } from '../live/live.js'
import { Avatar } from '../talk/avatar.js'

export function PlaceIcon({ place }: { place: Place }) {
  const { people, bot } = useScene()
  if (place.kind === 'dm')
    return (
      <Avatar
        size={20}
        of={people.find(({ id, name }) => (place.botIsIn ? id === bot.id : name === place.name))}
      />
    )
  if (place.kind === 'group') return <Icon name="shared" size={18} />
  return <Icon name={place.shared ? 'shared' : place.kind === 'private' ? 'lock' : 'hash'} size={18} />
}
