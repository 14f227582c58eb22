import { useEffect, useState } from 'preact/hooks'
import { Behind, type BehindView } from './behind/behind.js'
import { Composer } from './compose/composer.js'
import { Desk } from './desk/desk.js'
import { GuideStrip } from './desk/guide-strip.js'
import { useLive } from './live/live.js'
import { useMedia } from './live/media.js'
import { Asking } from './overlay/asking.js'
import { Banners } from './overlay/banners.js'
import { Modal } from './overlay/modal.js'
import { Sidebar } from './sidebar/sidebar.js'
import { ChannelHead } from './talk/channel-head.js'
import { Home } from './talk/home.js'
import { MessageList } from './talk/message-list.js'
import { Thread } from './talk/thread.js'

/** From these widths on there is room for the desk, and for the sidebar. */
const deskFits = '(min-width: 72rem)'
const sidebarFits = '(min-width: 48rem)'

export function App() {
  const live = useLive()
  const { scene } = live
  const hasDesk = useMedia(deskFits)
  const hasSidebar = useMedia(sidebarFits)
  const [open, setOpen] = useState<'sidebar' | 'desk'>()
  const [behind, setBehind] = useState<BehindView>()
  const [thread, setThread] = useState<string>()
  const [tab, setTab] = useState<'messages' | 'home'>('messages')
  useEffect(() => {
    setThread(undefined)
    setTab('messages')
  }, [scene?.here])
  const here = scene?.places.find(({ id }) => id === scene.here)
  const isBotsDm = here?.kind === 'dm' && here.botIsIn
  // Slack tells the bot of a look at either tab.
  useEffect(() => {
    if (isBotsDm && tab === 'messages') void live.keep({ do: 'home', tab: 'messages' })
  }, [scene?.here, scene?.me.id, isBotsDm, tab])
  if (!scene)
    return (
      <p class="loading" role="status">
        Setting the scene…
      </p>
    )
  const shut = () => setOpen(undefined)
  const hasThread = thread !== undefined && scene.messages.some(({ ts }) => ts === thread)
  const place = scene.places.find(({ id }) => id === scene.here)
  const isHome = tab === 'home' && place?.kind === 'dm' && scene.abilities.hasHome
  return (
    <div class={`page${hasDesk || hasThread ? '' : ' is-deskless'}`}>
      <a class="skip" href={isHome ? '#home' : '#composer'}>
        {isHome ? 'Skip to Home' : 'Skip to the message box'}
      </a>
      {(hasSidebar || open === 'sidebar') && (
        <Sidebar
          close={shut}
          openBehind={() => {
            shut()
            setBehind('traffic')
          }}
        />
      )}
      <main class="channel">
        <ChannelHead
          openSidebar={() => setOpen('sidebar')}
          openDesk={() => setOpen('desk')}
          tab={isHome ? 'home' : 'messages'}
          setTab={setTab}
        />
        <Banners openBehind={setBehind} />
        {isHome ? (
          <Home />
        ) : (
          <>
            <MessageList openThread={setThread} />
            {!hasDesk && <GuideStrip openDesk={() => setOpen('desk')} />}
            <Composer />
          </>
        )}
      </main>
      {hasThread && <Thread ts={thread} close={() => setThread(undefined)} />}
      {!hasThread && (hasDesk || open === 'desk') && <Desk isDrawer={!hasDesk} close={shut} />}
      {open && <button type="button" class="shade" aria-label="Close" tabIndex={-1} onClick={shut} />}
      {behind && <Behind first={behind} close={() => setBehind(undefined)} />}
      <Modal />
      <Asking />
    </div>
  )
}
