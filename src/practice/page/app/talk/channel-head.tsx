import { Icon } from '../icons.js'
import { clockTime } from '../live/days.js'
import { useScene } from '../live/live.js'
import { PlaceIcon } from '../sidebar/place-icon.js'

interface Props {
  openSidebar: () => void
  openDesk: () => void
  tab: 'messages' | 'home'
  setTab: (tab: 'messages' | 'home') => void
}

export function ChannelHead({ openSidebar, openDesk, tab, setTab }: Props) {
  const { places, here, clock, abilities, bot } = useScene()
  const place = places.find(({ id }) => id === here)
  const hasTabs = place?.kind === 'dm' && place.botIsIn && abilities.hasHome
  return (
    <header class="channel-head">
      <button
        type="button"
        class="icon-button only-narrow"
        aria-label="Places and people"
        onClick={openSidebar}
      >
        <Icon name="menu" />
      </button>
      <div class="channel-title">
        <h1>
          {place && <PlaceIcon place={place} />}
          <span dir="auto">{place?.name}</span>
          {place?.shared && <span class="badge">shared</span>}
          {place?.archived && <span class="badge">archived</span>}
        </h1>
        {place?.topic && <p dir="auto">{place.topic}</p>}
      </div>
      {hasTabs && (
        <div class="tabs" role="tablist" aria-label={bot.name}>
          {(['home', 'messages'] as const).map((each) => (
            <button
              key={each}
              type="button"
              role="tab"
              aria-selected={tab === each}
              onClick={() => setTab(each)}
            >
              {each === 'home' ? 'Home' : 'Messages'}
            </button>
          ))}
        </div>
      )}
      <button
        type="button"
        class="clock-chip only-no-desk"
        aria-label={`The clock: ${clockTime(new Date(clock.now), clock.zone)}. Move it`}
        onClick={openDesk}
      >
        <Icon name="clock" size={18} /> {clockTime(new Date(clock.now), clock.zone)}
      </button>
    </header>
  )
}
