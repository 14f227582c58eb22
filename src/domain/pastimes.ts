/**
 * What people do for joy, by its English names: what two people share here is told, so nothing of belief, health, politics
 * or drink is in it. A name that is not here is not understood, which is better than to take a product for a pastime.
 */
const known = `
  chess bridge crosswords puzzles sudoku backgammon scrabble boardgames
  jazz blues opera folk reggae bluegrass techno classical_music choral_music choir choirs concerts festivals vinyl
  piano guitar violin cello drums trumpet saxophone clarinet flute accordion banjo bass ukulele organ trombone harmonica
  singing dancing salsa tango ballet swing drawing painting watercolours watercolors sketching photography pottery ceramics
  theatre theater cinema films movies poetry novels reading museums calligraphy origami
  football soccer rugby cricket baseball basketball volleyball handball softball hockey ice_hockey lacrosse
  tennis badminton squash padel pickleball table_tennis golf bowling darts snooker billiards curling
  running jogging marathons triathlons cycling biking mountain_biking swimming rowing sailing kayaking canoeing surfing
  windsurfing kitesurfing diving scuba_diving snorkelling snorkeling skiing snowboarding skating ice_skating skateboarding
  climbing bouldering mountaineering hiking walking camping caravanning fishing fly_fishing angling archery fencing judo
  karate taekwondo boxing wrestling yoga pilates horses riding horse_riding ponies
  gardening roses orchids bees beekeeping birdwatching birding birds astronomy stargazing geology fossils
  cooking baking bread barbecue sourdough
  knitting crochet sewing quilting embroidery woodworking woodwork carpentry whittling model_trains model_railways trains
  steam_engines old_cars vintage_cars classic_cars motorbikes motorcycles old_motorbikes tractors clocks watches stamps
  coins antiques maps lego drones kites gliding flying ham_radio
  dogs cats genealogy history archaeology travelling traveling languages
`
  .trim()
  .split(/\s+/u)
  .map((name) => name.replaceAll('_', ' '))

/** The longest first, since "ice hockey" is not hockey. */
export const pastimes: readonly string[] = known.sort((a, b) => b.length - a.length)
