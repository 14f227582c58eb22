/** The emoji that people use at work, by Slack's names; the system's font draws them. Others are shown as :name:. */
const table =
  'telephone_receiver 📞 phone ☎️ envelope ✉️ email 📧 e-mail 📧 coffee ☕ handshake 🤝 speech_balloon 💬 ear 👂 memo 📝 pencil 📝 ' +
  'white_check_mark ✅ heavy_check_mark ✔️ x ❌ eyes 👀 +1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 clap 👏 wave 👋 raised_hands 🙌 ' +
  'pray 🙏 muscle 💪 ok_hand 👌 point_right 👉 point_up ☝️ heart ❤️ orange_heart 🧡 yellow_heart 💛 green_heart 💚 blue_heart 💙 ' +
  'tada 🎉 sparkles ✨ star ⭐ fire 🔥 rocket 🚀 bulb 💡 bell 🔔 no_bell 🔕 zzz 💤 hourglass ⌛ hourglass_flowing_sand ⏳ alarm_clock ⏰ ' +
  'clock9 🕘 calendar 📆 date 📅 spiral_calendar_pad 🗓️ pushpin 📌 paperclip 📎 link 🔗 mag 🔍 key 🔑 lock 🔒 unlock 🔓 ' +
  'smile 😄 smiley 😃 grinning 😀 slightly_smiling_face 🙂 blush 😊 relaxed ☺️ wink 😉 joy 😂 laughing 😆 sweat_smile 😅 ' +
  'thinking_face 🤔 neutral_face 😐 confused 😕 cry 😢 sob 😭 sunglasses 😎 heart_eyes 😍 partying_face 🥳 hugging_face 🤗 ' +
  'cake 🍰 birthday 🎂 bread 🍞 beer 🍺 champagne 🍾 pizza 🍕 apple 🍎 honey_pot 🍯 honeybee 🐝 bee 🐝 dog 🐶 cat 🐱 bird 🐦 ' +
  'seedling 🌱 sunflower 🌻 rose 🌹 sun 🌞 sunny ☀️ umbrella ☔ snowflake ❄️ rainbow 🌈 earth_africa 🌍 house 🏠 office 🏢 factory 🏭 ' +
  'car 🚗 airplane ✈️ ship 🚢 bike 🚲 gift 🎁 balloon 🎈 books 📚 book 📖 newspaper 📰 chart_with_upwards_trend 📈 moneybag 💰 ' +
  'wrench 🔧 hammer 🔨 gear ⚙️ warning ⚠️ no_entry ⛔ question ❓ exclamation ❗ heavy_plus_sign ➕ arrow_right ➡️ arrow_left ⬅️ ' +
  'robot_face 🤖 busts_in_silhouette 👥 bust_in_silhouette 👤 speaking_head_in_silhouette 🗣️ mega 📣 musical_note 🎵 art 🎨 soccer ⚽ trophy 🏆'

const words = table.split(' ')
const signs = new Map(
  words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? ''] as const] : [])),
)

/** The sign of a name, skin tone apart; undefined for one that is not known here. */
export const emojiSign = (name: string): string | undefined => signs.get(name.replace(/::skin-tone-\d$/, ''))

/** What the picker offers beside what means something to the bot. */
export const commonEmoji =
  '+1 heart tada smile joy eyes white_check_mark raised_hands clap pray fire thinking_face cake honeybee rocket sunflower'.split(
    ' ',
  )
