<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Check</name>
    <message>
        <source>Problem</source>
        <translation>Проблема</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Вопрос</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Подсказка</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Import files…</source>
        <translation>&amp;Импортировать файлы…</translation>
    </message>
    <message>
        <source>Bring in mail or an export from files.</source>
        <translation>Загрузить почту или выгрузку из файлов.</translation>
    </message>
    <message>
        <source>Import &amp;folder…</source>
        <translation>Импортировать &amp;папку…</translation>
    </message>
    <message>
        <source>Bring in a Maildir or all files of a folder.</source>
        <translation>Загрузить Maildir или все файлы папки.</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>П&amp;ечать…</translation>
    </message>
    <message>
        <source>Print the open conversation.</source>
        <translation>Напечатать открытое обращение.</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>Сохранить в P&amp;DF…</translation>
    </message>
    <message>
        <source>Save the open conversation as a PDF file.</source>
        <translation>Сохранить открытое обращение в файл PDF.</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>&amp;Закрыть окно</translation>
    </message>
    <message>
        <source>Close the window.</source>
        <translation>Закрыть окно.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Выход</translation>
    </message>
    <message>
        <source>End Aside. Drafts and the outbox are kept.</source>
        <translation>Завершить Aside. Черновики и исходящие сохранятся.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>Take back what was done to conversations last.</source>
        <translation>Отменить последнее действие с обращениями.</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>Do again what was taken back last.</source>
        <translation>Повторить отменённое действие.</translation>
    </message>
    <message>
        <source>Undo &amp;sending</source>
        <translation>Отменить отпра&amp;вку</translation>
    </message>
    <message>
        <source>Take back the reply that is still held.</source>
        <translation>Вернуть ответ, пока он придержан.</translation>
    </message>
    <message>
        <source>&amp;Find in conversation</source>
        <translation>&amp;Найти в обращении</translation>
    </message>
    <message>
        <source>Find words in the open conversation.</source>
        <translation>Найти слова в открытом обращении.</translation>
    </message>
    <message>
        <source>S&amp;earch everything</source>
        <translation>&amp;Искать везде</translation>
    </message>
    <message>
        <source>Search all conversations, also without a network.</source>
        <translation>Искать по всем обращениям, в том числе без сети.</translation>
    </message>
    <message>
        <source>&amp;Copy conversation</source>
        <translation>&amp;Скопировать обращение</translation>
    </message>
    <message>
        <source>Copy all messages of the open conversation as text.</source>
        <translation>Скопировать все сообщения открытого обращения как текст.</translation>
    </message>
    <message>
        <source>Select &amp;all conversations</source>
        <translation>Выделить вс&amp;е обращения</translation>
    </message>
    <message>
        <source>Select every conversation of this view.</source>
        <translation>Выделить все обращения этого раздела.</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Клиент</translation>
    </message>
    <message>
        <source>Show or hide what is known about the customer.</source>
        <translation>Показать или скрыть сведения о клиенте.</translation>
    </message>
    <message>
        <source>&amp;Views</source>
        <translation>&amp;Разделы</translation>
    </message>
    <message>
        <source>Show or hide the list of views.</source>
        <translation>Показать или скрыть список разделов.</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Во весь экран</translation>
    </message>
    <message>
        <source>Use the whole screen, or the window again.</source>
        <translation>Занять весь экран или вернуться к окну.</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Текст кр&amp;упнее</translation>
    </message>
    <message>
        <source>Make all text larger, up to 200 %.</source>
        <translation>Увеличить весь текст, до 200 %.</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Текст &amp;мельче</translation>
    </message>
    <message>
        <source>Make all text smaller, down to 100 %.</source>
        <translation>Уменьшить весь текст, до 100 %.</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>&amp;Обычный текст</translation>
    </message>
    <message>
        <source>Show text at its usual size.</source>
        <translation>Показывать текст обычного размера.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>Close the chosen conversations: nothing is left to do.</source>
        <translation>Закрыть выбранные обращения: всё сделано.</translation>
    </message>
    <message>
        <source>&amp;Reopen</source>
        <translation>&amp;Открыть снова</translation>
    </message>
    <message>
        <source>Put the chosen conversations back into the inbox.</source>
        <translation>Вернуть выбранные обращения во входящие.</translation>
    </message>
    <message>
        <source>&amp;Snooze…</source>
        <translation>Отло&amp;жить…</translation>
    </message>
    <message>
        <source>Hide the chosen conversations until a time or a reply.</source>
        <translation>Скрыть выбранные обращения до срока или до ответа.</translation>
    </message>
    <message>
        <source>&amp;Wake</source>
        <translation>&amp;Вернуть из отложенных</translation>
    </message>
    <message>
        <source>End the snooze of the chosen conversations.</source>
        <translation>Вернуть выбранные обращения раньше срока.</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>&amp;Метки…</translation>
    </message>
    <message>
        <source>Add or remove tags of the chosen conversations.</source>
        <translation>Добавить или снять метки у выбранных обращений.</translation>
    </message>
    <message>
        <source>&amp;Mark as read</source>
        <translation>Отметить &amp;прочитанным</translation>
    </message>
    <message>
        <source>Mark all messages of the chosen conversations as read.</source>
        <translation>Отметить все сообщения выбранных обращений прочитанными.</translation>
    </message>
    <message>
        <source>Mark as &amp;unread</source>
        <translation>Отметить &amp;непрочитанным</translation>
    </message>
    <message>
        <source>Mark the chosen conversations as unread.</source>
        <translation>Отметить выбранные обращения непрочитанными.</translation>
    </message>
    <message>
        <source>&amp;Block person</source>
        <translation>За&amp;блокировать клиента</translation>
    </message>
    <message>
        <source>Keep everything this person writes out of the inbox.</source>
        <translation>Не показывать во входящих ничего, что пишет этот человек.</translation>
    </message>
    <message>
        <source>U&amp;nblock person</source>
        <translation>&amp;Разблокировать клиента</translation>
    </message>
    <message>
        <source>Let this person&apos;s conversations into the inbox again.</source>
        <translation>Снова показывать обращения этого человека во входящих.</translation>
    </message>
    <message>
        <source>&amp;Write reply</source>
        <translation>&amp;Написать ответ</translation>
    </message>
    <message>
        <source>Go to the reply of the open conversation.</source>
        <translation>Перейти к ответу в открытом обращении.</translation>
    </message>
    <message>
        <source>Write &amp;note (team only)</source>
        <translation>Написать &amp;заметку команде</translation>
    </message>
    <message>
        <source>Write a note that no customer can read.</source>
        <translation>Написать заметку, которую клиент не увидит.</translation>
    </message>
    <message>
        <source>&amp;Send reply</source>
        <translation>&amp;Отправить ответ</translation>
    </message>
    <message>
        <source>Send what is written; it is held for a moment first.</source>
        <translation>Отправить написанное; сначала оно недолго придерживается.</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Палитра команд…</translation>
    </message>
    <message>
        <source>Find any command, view or conversation by a few letters.</source>
        <translation>Найти команду, раздел или обращение по нескольким буквам.</translation>
    </message>
    <message>
        <source>&amp;Next conversation</source>
        <translation>&amp;Следующее обращение</translation>
    </message>
    <message>
        <source>Open the next conversation of the list.</source>
        <translation>Открыть следующее обращение списка.</translation>
    </message>
    <message>
        <source>&amp;Previous conversation</source>
        <translation>П&amp;редыдущее обращение</translation>
    </message>
    <message>
        <source>Open the previous conversation of the list.</source>
        <translation>Открыть предыдущее обращение списка.</translation>
    </message>
    <message>
        <source>Next p&amp;ane</source>
        <translation>Следующая п&amp;анель</translation>
    </message>
    <message>
        <source>Move the keyboard to the next part of the window.</source>
        <translation>Перейти с клавиатуры к следующей части окна.</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>&amp;Журнал…</translation>
    </message>
    <message>
        <source>Show what the program noted about itself.</source>
        <translation>Показать, что программа записала о своей работе.</translation>
    </message>
    <message>
        <source>Open &amp;profile folder</source>
        <translation>Открыть папку &amp;профиля</translation>
    </message>
    <message>
        <source>Show the folder with everything of this profile.</source>
        <translation>Показать папку, где лежит всё этого профиля.</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Настройки…</translation>
    </message>
    <message>
        <source>Change looks, language, sending and notifications.</source>
        <translation>Изменить вид, язык, отправку и уведомления.</translation>
    </message>
    <message>
        <source>S&amp;hortcuts…</source>
        <translation>&amp;Сочетания клавиш…</translation>
    </message>
    <message>
        <source>Change the shortcut of any command.</source>
        <translation>Изменить сочетание клавиш любой команды.</translation>
    </message>
    <message>
        <source>&amp;Shortcuts at a glance</source>
        <translation>&amp;Все сочетания клавиш</translation>
    </message>
    <message>
        <source>List all commands with their shortcuts.</source>
        <translation>Показать все команды и их сочетания клавиш.</translation>
    </message>
    <message>
        <source>&amp;About Aside</source>
        <translation>&amp;О программе Aside</translation>
    </message>
    <message>
        <source>Version, licences and the libraries inside.</source>
        <translation>Версия, лицензии и используемые библиотеки.</translation>
    </message>
    <message>
        <source>&amp;Load images</source>
        <translation>За&amp;грузить изображения</translation>
    </message>
    <message>
        <source>Load the images that this message has on other servers.</source>
        <translation>Загрузить изображения этого сообщения с других серверов.</translation>
    </message>
    <message>
        <source>Ne&amp;xt question</source>
        <translation>С&amp;ледующий вопрос</translation>
    </message>
    <message>
        <source>Go to the next question of the reply check.</source>
        <translation>Перейти к следующему вопросу проверки ответа.</translation>
    </message>
    <message>
        <source>Pre&amp;vious question</source>
        <translation>Предыду&amp;щий вопрос</translation>
    </message>
    <message>
        <source>Go to the question of the reply check before this one.</source>
        <translation>Вернуться к предыдущему вопросу проверки ответа.</translation>
    </message>
    <message>
        <source>Apply &amp;fix</source>
        <translation>Ис&amp;править</translation>
    </message>
    <message>
        <source>Do what the reply check proposes.</source>
        <translation>Сделать то, что предлагает проверка ответа.</translation>
    </message>
    <message>
        <source>&amp;Give a reason…</source>
        <translation>Назвать при&amp;чину…</translation>
    </message>
    <message>
        <source>Say why a part of the reply stays.</source>
        <translation>Сказать, зачем эта часть ответа остаётся.</translation>
    </message>
    <message>
        <source>&amp;Do not ask for this draft</source>
        <translation>Не спрашивать в &amp;этом черновике</translation>
    </message>
    <message>
        <source>Switch the rule of this question off for this draft.</source>
        <translation>Выключить правило этого вопроса для этого черновика.</translation>
    </message>
    <message>
        <source>R&amp;ules of the reply check…</source>
        <translation>Правила провер&amp;ки ответа…</translation>
    </message>
    <message>
        <source>See every rule, and choose what it asks for.</source>
        <translation>Посмотреть все правила и выбрать, чего каждое требует.</translation>
    </message>
    <message>
        <source>Insert &amp;template…</source>
        <translation>Вставить &amp;шаблон…</translation>
    </message>
    <message>
        <source>Find a template and put it into the text; / in an empty line does the same.</source>
        <translation>Найти шаблон и вставить его в текст; то же делает / в пустой строке.</translation>
    </message>
    <message>
        <source>&amp;Templates…</source>
        <translation>&amp;Шаблоны…</translation>
    </message>
    <message>
        <source>Write templates, try them and answer proposals.</source>
        <translation>Писать шаблоны, пробовать их и отвечать на предложения.</translation>
    </message>
    <message>
        <source>Send late&amp;r…</source>
        <translation>Отправить позж&amp;е…</translation>
    </message>
    <message>
        <source>Send the reply at a time of your own, unless the customer writes first.</source>
        <translation>Отправить ответ в выбранное время, если клиент не напишет раньше.</translation>
    </message>
    <message>
        <source>&amp;Freeze public sending</source>
        <translation>&amp;Заморозить публичные ответы</translation>
    </message>
    <message>
        <source>Hold every public reply, or let them go again.</source>
        <translation>Придержать все публичные ответы или снова отпустить их.</translation>
    </message>
    <message>
        <source>&amp;Handbook</source>
        <translation>&amp;Руководство</translation>
    </message>
    <message>
        <source>Read how everything works; no network is needed.</source>
        <translation>Прочитать, как всё устроено; сеть не нужна.</translation>
    </message>
    <message>
        <source>Fetch &amp;now</source>
        <translation>Получить &amp;сейчас</translation>
    </message>
    <message>
        <source>Fetch what came for all accounts, also for those that are paused.</source>
        <translation>Получить то, что пришло на все учётные записи, даже на те, что на паузе.</translation>
    </message>
    <message>
        <source>Reply to &amp;all</source>
        <translation>Ответить &amp;всем</translation>
    </message>
    <message>
        <source>Answer everybody whom the customer&apos;s mail names.</source>
        <translation>Ответить всем, кого называет письмо клиента.</translation>
    </message>
    <message>
        <source>F&amp;orward…</source>
        <translation>Пере&amp;слать…</translation>
    </message>
    <message>
        <source>Pass the customer&apos;s mail on to somebody else, with its files.</source>
        <translation>Передать письмо клиента кому-то ещё вместе с файлами.</translation>
    </message>
    <message>
        <source>&amp;Cc and Bcc</source>
        <translation>Копия и скр&amp;ытая копия</translation>
    </message>
    <message>
        <source>Choose who else gets the reply by mail.</source>
        <translation>Выбрать, кто ещё получит ответ по почте.</translation>
    </message>
    <message>
        <source>&amp;Accounts…</source>
        <translation>&amp;Учётные записи…</translation>
    </message>
    <message>
        <source>Move to &amp;private…</source>
        <translation>Перейти в &amp;личную переписку…</translation>
    </message>
    <message>
        <source>Go on in private, and say so in public.</source>
        <translation>Продолжить лично и сказать об этом публично.</translation>
    </message>
    <message>
        <source>Pr&amp;omise a date…</source>
        <translation>Пообещать &amp;срок…</translation>
    </message>
    <message>
        <source>Keep in mind what you promise the customer, and by when.</source>
        <translation>Запомнить, что вы обещаете клиенту и к какому сроку.</translation>
    </message>
    <message>
        <source>Promise &amp;kept</source>
        <translation>Обещание в&amp;ыполнено</translation>
    </message>
    <message>
        <source>End the promise of the open conversation that is due first.</source>
        <translation>Завершить ближайшее обещание открытого обращения.</translation>
    </message>
    <message>
        <source>Draft about a dela&amp;y</source>
        <translation>Написать о за&amp;держке</translation>
    </message>
    <message>
        <source>Write that the promised date moves, with the new one to fill in.</source>
        <translation>Написать, что обещанный срок сдвигается; новый остаётся вписать.</translation>
    </message>
    <message>
        <source>What was &amp;done…</source>
        <translation>Что сд&amp;елано…</translation>
    </message>
    <message>
        <source>Record how it was solved in private; only the team reads it.</source>
        <translation>Записать, как вопрос решён лично; это читает только команда.</translation>
    </message>
    <message>
        <source>Close the public s&amp;ide…</source>
        <translation>Закрыть публи&amp;чную сторону…</translation>
    </message>
    <message>
        <source>Say in public that it is solved, and ask about the post.</source>
        <translation>Сказать публично, что вопрос решён, и спросить о записи.</translation>
    </message>
    <message>
        <source>Say whom of those that a public line asked into private this is.</source>
        <translation>Сказать, кто это из тех, кого публичная строка позвала в личную переписку.</translation>
    </message>
    <message>
        <source>They were asked to write &amp;here…</source>
        <translation>Его просили написать с&amp;юда…</translation>
    </message>
    <message>
        <source>See the accounts and how they are, and change, try or remove them.</source>
        <translation>Посмотреть учётные записи и как у них дела, изменить, проверить или удалить их.</translation>
    </message>
    <message>
        <source>&amp;Connect an account…</source>
        <translation>Подключить у&amp;чётную запись…</translation>
    </message>
    <message>
        <source>Connect a mailbox, a bot, a community or a feed.</source>
        <translation>Подключить почтовый ящик, бота, сообщество или ленту.</translation>
    </message>
    <message>
        <source>Log a &amp;phone call…</source>
        <translation>З&amp;аписать звонок…</translation>
    </message>
    <message>
        <source>Keep a call with the customer: who called, how long, what was said.</source>
        <translation>Сохранить звонок клиента или клиенту: кто звонил, сколько длился, что сказано.</translation>
    </message>
    <message>
        <source>&amp;Enter a mention…</source>
        <translation>В&amp;нести упоминание…</translation>
    </message>
    <message>
        <source>Take down what a customer wrote where no program can read.</source>
        <translation>Записать, что клиент написал там, где программы читать не могут.</translation>
    </message>
</context>
<context>
    <name>MailServices</name>
    <message>
        <source>You can close this page and go back to Aside.</source>
        <translation>Эту страницу можно закрыть и вернуться в Aside.</translation>
    </message>
</context>
<context>
    <name>MoveWords</name>
    <message>
        <source>The customer asked for the answer in public. Here is one to begin with.</source>
        <translation>Клиент просил ответить публично. Вот начало такого ответа.</translation>
    </message>
    <message>
        <source>The customer does not want to be contacted. Answer here, where the question is.</source>
        <translation>Клиент не хочет, чтобы ему писали. Ответьте здесь, где задан вопрос.</translation>
    </message>
    <message>
        <source>The customer was invited often enough and did not answer. Nobody is pursued: answer here instead.</source>
        <translation>Клиента уже приглашали, и он не ответил. Никого не преследуем: ответьте здесь.</translation>
    </message>
    <message>
        <source>This conversation is private already.</source>
        <translation>Это обращение уже личное.</translation>
    </message>
    <message>
        <source>There is no private way. Answer here, where the question is.</source>
        <translation>Личного пути нет. Ответьте здесь, где задан вопрос.</translation>
    </message>
    <message>
        <source>The platform allows one private answer to this message: it can be sent once.</source>
        <translation>Площадка разрешает один личный ответ на это сообщение: отправить его можно один раз.</translation>
    </message>
    <message>
        <source>We may write to the customer where the talk began.</source>
        <translation>Клиенту можно написать там же, где начался разговор.</translation>
    </message>
    <message>
        <source>There is a private talk with the customer already: it goes on there.</source>
        <translation>С клиентом уже есть личная переписка: разговор продолжится там.</translation>
    </message>
    <message>
        <source>The customer&apos;s mail address is known.</source>
        <translation>Адрес почты клиента известен.</translation>
    </message>
    <message>
        <source>Here the customer has to write first. The public line says how.</source>
        <translation>Здесь первым должен написать клиент. Публичная строка говорит, как.</translation>
    </message>
    <message>
        <source>The customer has allowed a call.</source>
        <translation>Клиент разрешил звонок.</translation>
    </message>
    <message>
        <source>A phone number is known, but not whether we may call: ask first.</source>
        <translation>Номер телефона известен, но неизвестно, можно ли звонить: сначала спросите.</translation>
    </message>
    <message>
        <source>No private way is known. The customer chooses one, and one of us takes over.</source>
        <translation>Личный путь неизвестен. Клиент выберет его сам, а дальше займётся кто-то из нас.</translation>
    </message>
    <message>
        <source>Nothing to move</source>
        <translation>Переносить нечего</translation>
    </message>
    <message>
        <source>An answer in public</source>
        <translation>Публичный ответ</translation>
    </message>
    <message>
        <source>A private answer to the comment</source>
        <translation>Личный ответ на комментарий</translation>
    </message>
    <message>
        <source>A direct message</source>
        <translation>Личное сообщение</translation>
    </message>
    <message>
        <source>A letter</source>
        <translation>Письмо</translation>
    </message>
    <message>
        <source>The customer writes to us</source>
        <translation>Клиент пишет нам</translation>
    </message>
    <message>
        <source>A call</source>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>Asking whether we may call</source>
        <translation>Вопрос, можно ли позвонить</translation>
    </message>
    <message>
        <source>A choice of ways</source>
        <translation>Выбор пути</translation>
    </message>
    <message>
        <source>the talk is private already</source>
        <translation>переписка уже личная</translation>
    </message>
    <message>
        <source>the customer asked to stay in public</source>
        <translation>клиент просил ответить публично</translation>
    </message>
    <message>
        <source>the customer does not want to be contacted</source>
        <translation>клиент не хочет, чтобы ему писали</translation>
    </message>
    <message>
        <source>invited often enough</source>
        <translation>приглашали достаточно</translation>
    </message>
    <message>
        <source>this channel has no private side</source>
        <translation>в этом канале нет личных сообщений</translation>
    </message>
    <message>
        <source>the one answer was given</source>
        <translation>единственный ответ уже дан</translation>
    </message>
    <message>
        <source>the time for it is over</source>
        <translation>время для него вышло</translation>
    </message>
    <message>
        <source>the customer has to write first</source>
        <translation>первым должен написать клиент</translation>
    </message>
    <message>
        <source>there is no talk on another channel</source>
        <translation>переписки в другом канале нет</translation>
    </message>
    <message>
        <source>no mail address is known</source>
        <translation>адрес почты неизвестен</translation>
    </message>
    <message>
        <source>no phone number is known</source>
        <translation>номер телефона неизвестен</translation>
    </message>
    <message>
        <source>we asked, and wait for the answer</source>
        <translation>мы спросили и ждём ответа</translation>
    </message>
    <message>
        <source>nobody asked whether we may</source>
        <translation>никто не спрашивал, можно ли</translation>
    </message>
    <message>
        <source>the customer said no</source>
        <translation>клиент отказал</translation>
    </message>
    <message>
        <source>the customer took the consent back</source>
        <translation>клиент отозвал согласие</translation>
    </message>
    <message>
        <source>a nearer way is open</source>
        <translation>открыт путь ближе</translation>
    </message>
    <message>
        <source>Possible until %1.</source>
        <extracomment>%1 is a time to come: &quot;tomorrow, 9:00&quot;</extracomment>
        <translation>Возможно до: %1.</translation>
    </message>
    <message>
        <source>The number to call: %1.</source>
        <extracomment>%1 is a phone number</extracomment>
        <translation>Номер для звонка: %1.</translation>
    </message>
    <message>
        <source>The private message goes first. The public line follows once it has arrived, so that it is true.</source>
        <translation>Личное сообщение уходит первым. Публичная строка следует, когда оно дошло: тогда она правдива.</translation>
    </message>
    <message>
        <source>The public line goes now. The private message waits until the customer comes, and you confirm who it is.</source>
        <translation>Публичная строка уходит сейчас. Личное сообщение ждёт, пока клиент придёт и вы подтвердите, что это он.</translation>
    </message>
    <message>
        <source>Call first. The public line says that you did.</source>
        <translation>Сначала позвоните. Публичная строка говорит, что вы это сделали.</translation>
    </message>
    <message>
        <source>The question goes now. A call is possible once the customer has said yes.</source>
        <translation>Вопрос уходит сейчас. Звонить можно, когда клиент согласится.</translation>
    </message>
    <message>
        <source>The public line goes now. One of us takes over by hand once the customer has chosen.</source>
        <translation>Публичная строка уходит сейчас. Когда клиент выберет, кто-то из нас займётся этим вручную.</translation>
    </message>
    <message>
        <source>Reply publicly on %1</source>
        <extracomment>On the button. %1 is a channel such as &quot;X&quot;</extracomment>
        <translation>Ответить публично: %1</translation>
    </message>
    <message>
        <source>Send the public line</source>
        <translation>Отправить публичную строку</translation>
    </message>
    <message>
        <source>Send the private message</source>
        <translation>Отправить личное сообщение</translation>
    </message>
    <message>
        <source>Send both</source>
        <translation>Отправить обе части</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A way that is closed, and why</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Public: everybody can read this</source>
        <translation>Публично: это прочтут все</translation>
    </message>
    <message>
        <source>Both halves wait in the outbox.</source>
        <translation>Обе части ждут в исходящих.</translation>
    </message>
    <message>
        <source>The public line waits in the outbox. The private message waits for the customer.</source>
        <translation>Публичная строка ждёт в исходящих. Личное сообщение ждёт клиента.</translation>
    </message>
    <message>
        <source>The public line waits in the outbox.</source>
        <translation>Публичная строка ждёт в исходящих.</translation>
    </message>
    <message>
        <source>Private: only %1 reads this</source>
        <extracomment>%1 is a person</extracomment>
        <translation>Лично: это прочтёт только %1</translation>
    </message>
    <message>
        <source>%1, to %2</source>
        <extracomment>%1 is a channel, %2 an address there</extracomment>
        <translation>%1, кому: %2</translation>
    </message>
    <message>
        <source>The move to private is on its way.</source>
        <translation>Перенос в личную переписку в пути.</translation>
    </message>
    <message>
        <source>This talk comes from a public conversation.</source>
        <translation>Этот разговор начался публично.</translation>
    </message>
    <message>
        <source>Waits in private for the customer since %1.</source>
        <extracomment>%1 is a time, a weekday or a date</extracomment>
        <translation>Личное сообщение ждёт клиента, с %1.</translation>
    </message>
    <message>
        <source>Continued in private since %1.</source>
        <extracomment>%1 is a time, a weekday or a date</extracomment>
        <translation>Продолжено лично, с %1.</translation>
    </message>
    <message>
        <source>Closing the public side</source>
        <translation>Закрытие публичной стороны</translation>
    </message>
    <message>
        <source>The public line goes first. The request follows once everybody can read that it is solved. Either can be left out.</source>
        <translation>Сначала уходит публичная строка. Просьба идёт за ней, когда все могут прочитать, что вопрос решён. Любую часть можно не отправлять.</translation>
    </message>
    <message>
        <source>Goes on by hand since %1.</source>
        <extracomment>%1 is a time, a weekday or a date</extracomment>
        <translation>Ведётся вручную, начато: %1.</translation>
    </message>
    <message>
        <source>Solved since %1; the public line is due by %2.</source>
        <extracomment>%1 is a time, a weekday or a date, %2 a time to come</extracomment>
        <translation>Решено: %1; публичная строка нужна к сроку: %2.</translation>
    </message>
    <message>
        <source>Solved since %1; the public line was due %2.</source>
        <extracomment>%1 and %2 are times, weekdays or dates</extracomment>
        <translation>Решено: %1; срок публичной строки прошёл: %2.</translation>
    </message>
    <message>
        <source>The public side is being closed.</source>
        <translation>Публичная сторона закрывается.</translation>
    </message>
    <message>
        <source>The public side is closed since %1.</source>
        <extracomment>%1 is a time, a weekday or a date</extracomment>
        <translation>Публичная сторона закрыта: %1.</translation>
    </message>
    <message>
        <source>Nothing of this conversation was moved to private.</source>
        <translation>Из этого обращения ничего не переходило в личную переписку.</translation>
    </message>
    <message>
        <source>The move to private has not come through yet.</source>
        <translation>Переход в личную переписку ещё не состоялся.</translation>
    </message>
    <message>
        <source>Record first what was done in private.</source>
        <translation>Сначала запишите, что сделано лично.</translation>
    </message>
    <message>
        <source>The public side is closed already.</source>
        <translation>Публичная сторона уже закрыта.</translation>
    </message>
    <message>
        <source>It is solved. Whoever read the complaint may read that. The customer is asked once, and may say no.</source>
        <translation>Вопрос решён. Пусть об этом узнают те, кто читал жалобу. Клиента просим один раз, и он может отказаться.</translation>
    </message>
    <message>
        <source>It is solved. Whoever read the complaint may read that. The customer is not asked about the post: that was done, is not wanted, or there is no talk to ask in.</source>
        <translation>Вопрос решён. Пусть об этом узнают те, кто читал жалобу. О записи клиента не просим: уже просили, он этого не хочет или негде спросить лично.</translation>
    </message>
    <message>
        <source>The customer likes to be answered there, and it is allowed.</source>
        <translation>Клиенту удобнее отвечать там, и это разрешено.</translation>
    </message>
    <message>
        <source>The customer likes short answers.</source>
        <translation>Клиент любит короткие ответы.</translation>
    </message>
    <message>
        <source>The customer likes detailed answers.</source>
        <translation>Клиент любит подробные ответы.</translation>
    </message>
    <message>
        <source>The customer wants to be addressed formally.</source>
        <translation>К клиенту обращаются на «вы».</translation>
    </message>
    <message>
        <source>The customer wants to be addressed familiarly.</source>
        <translation>К клиенту обращаются на «ты».</translation>
    </message>
    <message>
        <source>Once they write there, and you say that it is them, the private message leaves.</source>
        <translation>Когда он напишет там и вы подтвердите, что это он, личное сообщение уйдёт.</translation>
    </message>
    <message>
        <source>The move to private has stopped. The outbox says why, and what to do.</source>
        <translation>Переход в личную переписку остановился. Почему и что делать, сказано в исходящих.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Go to this view.</source>
        <translation>Перейти в этот раздел.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A conversation in the command palette: who, channel</extracomment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
</context>
<context>
    <name>SizeText</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n байт</numerusform>
            <numerusform>%n байта</numerusform>
            <numerusform>%n байт</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>a text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>дата</translation>
    </message>
    <message>
        <source>a choice</source>
        <translation>выбор из списка</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Not meant for %1</source>
        <translation>Не для канала «%1»</translation>
    </message>
    <message>
        <source>Meant for public replies</source>
        <translation>Для публичных ответов</translation>
    </message>
    <message>
        <source>Meant for private replies</source>
        <translation>Для личных ответов</translation>
    </message>
    <message>
        <source>In another language: %1</source>
        <translation>На другом языке: %1</translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation>Ещё не использовали</translation>
    </message>
    <message numerus="yes">
        <source>Used %n time(s)</source>
        <translation>
            <numerusform>Использован %n раз</numerusform>
            <numerusform>Использован %n раза</numerusform>
            <numerusform>Использован %n раз</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changed %n time(s)</source>
        <translation>
            <numerusform>изменён %n раз</numerusform>
            <numerusform>изменён %n раза</numerusform>
            <numerusform>изменён %n раз</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrote again</source>
        <translation>
            <numerusform>написал снова %n человек</numerusform>
            <numerusform>написали снова %n человека</numerusform>
            <numerusform>написали снова %n человек</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <extracomment>How a template fares: used, changed by the operators, customers who wrote again</extracomment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>обязательно</translation>
    </message>
    <message>
        <source>can be left out</source>
        <translation>можно пропустить</translation>
    </message>
    <message>
        <source>%1: %2, %3. %4 of %5</source>
        <extracomment>A place to fill in: label, kind, whether it is needed, its number of all</extracomment>
        <translation>%1: %2, %3. %4 из %5</translation>
    </message>
    <message>
        <source>the customer&apos;s name</source>
        <translation>имя клиента</translation>
    </message>
    <message>
        <source>the name to greet the customer by</source>
        <translation>имя, по которому обратиться к клиенту</translation>
    </message>
    <message>
        <source>the customer&apos;s address or nickname</source>
        <translation>адрес или ник клиента</translation>
    </message>
    <message>
        <source>the subject</source>
        <translation>тема</translation>
    </message>
    <message>
        <source>the channel</source>
        <translation>канал</translation>
    </message>
    <message>
        <source>the customer&apos;s last message</source>
        <translation>последнее сообщение клиента</translation>
    </message>
    <message>
        <source>the day of the customer&apos;s last message</source>
        <translation>день последнего сообщения клиента</translation>
    </message>
    <message>
        <source>the name of our account</source>
        <translation>имя нашей учётной записи</translation>
    </message>
    <message>
        <source>the company</source>
        <translation>компания</translation>
    </message>
    <message>
        <source>your name</source>
        <translation>ваше имя</translation>
    </message>
    <message>
        <source>your mark, “^AB”</source>
        <translation>ваша подпись, «^АБ»</translation>
    </message>
    <message>
        <source>the day of today</source>
        <translation>сегодняшний день</translation>
    </message>
    <message>
        <source>the day of tomorrow</source>
        <translation>завтрашний день</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Файл не читается.</translation>
    </message>
    <message>
        <source>The file is too large for a template.</source>
        <translation>Файл слишком велик для шаблона.</translation>
    </message>
    <message>
        <source>The file is not in UTF-8. Save it in that encoding.</source>
        <translation>Файл не в кодировке UTF-8. Сохраните его в ней.</translation>
    </message>
    <message>
        <source>A template begins with a line of +++ and its title.</source>
        <translation>Шаблон начинается со строки +++ и названия.</translation>
    </message>
    <message>
        <source>The second line of +++ is missing.</source>
        <translation>Не хватает второй строки +++.</translation>
    </message>
    <message>
        <source>This is not written as TOML wants it: %1</source>
        <translation>Запись не по правилам TOML: %1</translation>
    </message>
    <message>
        <source>The title is missing.</source>
        <translation>Нет названия.</translation>
    </message>
    <message>
        <source>“%1” holds a value of the wrong kind.</source>
        <translation>У «%1» значение не того вида.</translation>
    </message>
    <message>
        <source>Nothing is called “%1” here.</source>
        <translation>Здесь нет поля «%1».</translation>
    </message>
    <message>
        <source>There is no channel “%1”.</source>
        <translation>Нет канала «%1».</translation>
    </message>
    <message>
        <source>The audience is public, private or any, not “%1”.</source>
        <translation>Аудитория бывает public, private или any, а не «%1».</translation>
    </message>
    <message>
        <source>A field is a text, date, choice or number, not “%1”.</source>
        <translation>Поле бывает text, date, choice или number, а не «%1».</translation>
    </message>
    <message>
        <source>The field “%1” has nothing to choose from.</source>
        <translation>В поле «%1» не из чего выбирать.</translation>
    </message>
    <message>
        <source>“%1” lies outside the folder of templates.</source>
        <translation>«%1» лежит вне папки шаблонов.</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Нет файла «%1».</translation>
    </message>
    <message>
        <source>Nobody knows “%1”: a variable or a field is called otherwise.</source>
        <translation>Нет ни переменной, ни поля «%1». Проверьте имя.</translation>
    </message>
    <message>
        <source>There is no tag “%1”.</source>
        <translation>Нет тега «%1».</translation>
    </message>
    <message>
        <source>There is no filter “%1”.</source>
        <translation>Нет фильтра «%1».</translation>
    </message>
    <message>
        <source>A bracket is opened and not closed on this line.</source>
        <translation>Скобка открыта и не закрыта в этой строке.</translation>
    </message>
    <message>
        <source>“%1” has no end.</source>
        <translation>«%1» не закрыт.</translation>
    </message>
    <message>
        <source>“%1” ends what was not begun.</source>
        <translation>«%1» закрывает то, что не начато.</translation>
    </message>
    <message>
        <source>An include names one template in quotes.</source>
        <translation>Во вставке нужно имя одного шаблона в кавычках.</translation>
    </message>
    <message>
        <source>There is no template “%1” to include.</source>
        <translation>Нет шаблона «%1», чтобы вставить его.</translation>
    </message>
    <message>
        <source>The template includes itself through “%1”.</source>
        <translation>Шаблон вставляет сам себя через «%1».</translation>
    </message>
    <message>
        <source>Too many templates include one another.</source>
        <translation>Слишком длинная цепочка шаблонов, вставленных друг в друга.</translation>
    </message>
    <message>
        <source>The text it makes is too long.</source>
        <translation>Получается слишком длинный текст.</translation>
    </message>
    <message>
        <source>It cannot be filled in: %1</source>
        <translation>Шаблон не удалось заполнить: %1</translation>
    </message>
</context>
<context>
    <name>aside::AboutDialog</name>
    <message>
        <source>About Aside</source>
        <translation>О программе Aside</translation>
    </message>
    <message>
        <source>Aside</source>
        <translation>Aside</translation>
    </message>
    <message>
        <source>Version %1, with Qt %2</source>
        <extracomment>%1 is the version of Aside, %2 that of the library Qt</extracomment>
        <translation>Версия %1, Qt %2</translation>
    </message>
    <message>
        <source>A console for people who answer customers. Free software under the GNU General Public License, version 3 or any later one.</source>
        <translation>Рабочее место для тех, кто отвечает клиентам. Свободная программа на условиях GNU General Public License версии 3 или любой более поздней.</translation>
    </message>
    <message>
        <source>&amp;Libraries</source>
        <translation>&amp;Библиотеки</translation>
    </message>
    <message>
        <source>L&amp;icence</source>
        <translation>&amp;Лицензия</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Библиотеки</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Библиотека</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Лицензия</translation>
    </message>
    <message>
        <source>&amp;Handbook</source>
        <translation>&amp;Руководство</translation>
    </message>
</context>
<context>
    <name>aside::AccountDetails</name>
    <message>
        <source>Everything</source>
        <translation>Всю</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>За последние 30 дней</translation>
    </message>
    <message>
        <source>The last 90 days</source>
        <translation>За последние 90 дней</translation>
    </message>
    <message>
        <source>The last year</source>
        <translation>За последний год</translation>
    </message>
    <message>
        <source>Since %1</source>
        <extracomment>%1 is a date</extracomment>
        <translation>С %1</translation>
    </message>
    <message>
        <source>Name that &amp;customers see</source>
        <translation>Имя, которое видят &amp;клиенты</translation>
    </message>
    <message>
        <source>Name for the &amp;team</source>
        <translation>Имя для ко&amp;манды</translation>
    </message>
    <message>
        <source>&amp;Mail to bring over</source>
        <translation>Какую почту &amp;загрузить</translation>
    </message>
    <message>
        <source>&amp;Folders</source>
        <translation>&amp;Папки</translation>
    </message>
    <message>
        <source>File a copy &amp;of what is sent at the server</source>
        <translation>Сохранять на &amp;сервере копию отправленного</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Папки</translation>
    </message>
</context>
<context>
    <name>aside::AccountDialog</name>
    <message>
        <source>Account %1</source>
        <extracomment>%1 is a mail address</extracomment>
        <translation>Учётная запись %1</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Сохр&amp;анить</translation>
    </message>
</context>
<context>
    <name>aside::AccountTester</name>
    <message>
        <source>Looking for the password…</source>
        <translation>Поиск пароля…</translation>
    </message>
    <message>
        <source>It works: receiving and sending.</source>
        <translation>Работает: и получение, и отправка.</translation>
    </message>
    <message>
        <source>Trying it…</source>
        <translation>Идёт проверка…</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>Работает.</translation>
    </message>
</context>
<context>
    <name>aside::AccountWizard</name>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Готово</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Попробовать &amp;ещё раз</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Далее</translation>
    </message>
    <message>
        <source>This is no mail address. Please check it.</source>
        <translation>Это не адрес почты. Проверьте его.</translation>
    </message>
    <message>
        <source>There is an account with this address already.</source>
        <translation>Учётная запись с таким адресом уже есть.</translation>
    </message>
    <message>
        <source>Servers and sign-in</source>
        <translation>Серверы и вход</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>&amp;Попробовать</translation>
    </message>
    <message>
        <source>This token belongs to another account. Add that as an account of its own.</source>
        <translation>Этот токен от другой учётной записи. Добавьте её отдельно.</translation>
    </message>
    <message>
        <source>This is no list of feeds (OPML), or it names none.</source>
        <translation>Это не список лент (OPML), или в нём нет ни одной ленты.</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Подключение учётной записи</translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept.</source>
        <translation>Остановлено. Ничего не сохранено.</translation>
    </message>
    <message>
        <source>In the browser another account is signed in. Sign in there with this one, and try again.</source>
        <translation>В браузере открыта другая учётная запись. Войдите там под этой и попробуйте снова.</translation>
    </message>
</context>
<context>
    <name>aside::AccountWords</name>
    <message>
        <source>This service wants a password of its own for each program.</source>
        <translation>Этой почте нужен отдельный пароль для каждой программы.</translation>
    </message>
    <message>
        <source>Receiving works with them, so perhaps sending by mail programs has to be allowed in the settings of the mailbox.</source>
        <translation>Для получения они подходят, поэтому, возможно, отправку из почтовых программ нужно разрешить в настройках ящика.</translation>
    </message>
    <message>
        <source>If the network works, check the server&apos;s name and the port.</source>
        <translation>Если сеть работает, проверьте имя сервера и порт.</translation>
    </message>
    <message>
        <source>Check the port and the encryption: each port speaks one of the two.</source>
        <translation>Проверьте порт и шифрование: на каждом порту работает только один из двух способов.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Выключена</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Приостановлена</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Включена</translation>
    </message>
    <message>
        <source>This account is off: nothing comes and nothing goes through it.</source>
        <translation>Учётная запись выключена: через неё ничего не приходит и ничего не уходит.</translation>
    </message>
    <message>
        <source>This account is on.</source>
        <translation>Учётная запись включена.</translation>
    </message>
    <message>
        <source>This account is paused until you let it go on.</source>
        <translation>Учётная запись приостановлена, пока вы её не продолжите.</translation>
    </message>
    <message>
        <source>This account is paused until %1.</source>
        <translation>Учётная запись приостановлена до: %1.</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <extracomment>%1 is foreign text</extracomment>
        <translation>Ответ сервера: %1</translation>
    </message>
    <message>
        <source>Signing in at %1 to receive…</source>
        <extracomment>%1 is the name of a server</extracomment>
        <translation>Вход на %1 для получения…</translation>
    </message>
    <message>
        <source>Signing in at %1 to send…</source>
        <extracomment>%1 is the name of a server</extracomment>
        <translation>Вход на %1 для отправки…</translation>
    </message>
    <message>
        <source>Receiving from %1 does not work.</source>
        <translation>Получение с %1 не работает.</translation>
    </message>
    <message>
        <source>Receiving works, sending through %1 does not.</source>
        <translation>Получение работает, а отправка через %1 — нет.</translation>
    </message>
    <message>
        <source>Aside knows the servers of %1.</source>
        <extracomment>%1 is the name of a mail service</extracomment>
        <translation>Серверы службы «%1» Aside знает.</translation>
    </message>
    <message>
        <source>The web site of %1 names these servers.</source>
        <extracomment>%1 is a domain</extracomment>
        <translation>Эти серверы указаны на сайте %1.</translation>
    </message>
    <message>
        <source>The name server of %1 names these servers.</source>
        <extracomment>%1 is a domain</extracomment>
        <translation>Эти серверы называет сервер имён домена %1.</translation>
    </message>
    <message>
        <source>The mail of %1 seems to be with %2.</source>
        <extracomment>%1 is a domain, %2 the name of a mail service</extracomment>
        <translation>Похоже, почта домена %1 находится у службы «%2».</translation>
    </message>
    <message>
        <source>Nobody says which servers %1 has; these answer under the usual names.</source>
        <extracomment>%1 is a domain</extracomment>
        <translation>О серверах %1 нигде не сказано; под обычными именами отвечают эти.</translation>
    </message>
    <message>
        <source>Fill in the servers as your mail service names them.</source>
        <translation>Укажите серверы так, как их называет ваша почтовая служба.</translation>
    </message>
    <message>
        <source>The servers that %1 names work without encryption, so Aside does not use them. If you know others, fill them in.</source>
        <extracomment>%1 is a domain</extracomment>
        <translation>Серверы, которые называет %1, работают без шифрования, поэтому Aside их не использует. Если вы знаете другие, укажите их.</translation>
    </message>
    <message>
        <source>Nobody says which servers %1 has. Fill them in as your mail service names them.</source>
        <extracomment>%1 is a domain</extracomment>
        <translation>О серверах %1 нигде не сказано. Укажите их так, как их называет ваша почтовая служба.</translation>
    </message>
    <message>
        <source>The service does not let Aside in any more: its consent was taken back, or has ended. Choose “Servers and password…” in the accounts and sign in again.</source>
        <translation>Служба больше не впускает Aside: согласие отозвано или истекло. Выберите в учётных записях «Серверы и пароль…» и войдите снова.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is the name of an account, %2 its mail address</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>You paused this account: nothing comes and nothing goes through it until you let it go on.</source>
        <translation>Вы приостановили эту учётную запись: пока вы не разрешите продолжить, через неё ничего не приходит и не уходит.</translation>
    </message>
    <message>
        <source>You paused it. Let it go on in the accounts.</source>
        <translation>Вы её приостановили. Разрешите продолжить в учётных записях.</translation>
    </message>
    <message>
        <source>The service does not take the token any more. Make a new one there, and choose “New token…” in the accounts.</source>
        <translation>Служба больше не принимает токен. Создайте там новый и выберите в учётных записях «Новый токен…».</translation>
    </message>
    <message>
        <source>The token of this account is not kept on this computer. Choose “New token…” in the accounts.</source>
        <translation>Токена этой учётной записи на этом компьютере нет. Выберите в учётных записях «Новый токен…».</translation>
    </message>
    <message>
        <source>Another program fetches for this account, and the service gives each message to one alone. End the other program, or make a new token and use it here only.</source>
        <translation>Для этой учётной записи получает сообщения другая программа, а служба отдаёт каждое только одной. Остановите другую программу или создайте новый токен и используйте его только здесь.</translation>
    </message>
</context>
<context>
    <name>aside::AccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation>Учётные записи</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Учётная запись</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Учётных записей пока нет</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Добавить…</translation>
    </message>
    <message>
        <source>Chan&amp;ge…</source>
        <translation>&amp;Изменить…</translation>
    </message>
    <message>
        <source>Servers and &amp;password…</source>
        <translation>Серверы и па&amp;роль…</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Проверить</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Удалить…</translation>
    </message>
    <message>
        <source>Switch o&amp;ff</source>
        <translation>&amp;Выключить</translation>
    </message>
    <message>
        <source>Let it go &amp;on</source>
        <translation>Пр&amp;одолжить</translation>
    </message>
    <message>
        <source>Switch &amp;on</source>
        <translation>&amp;Включить</translation>
    </message>
    <message numerus="yes">
        <source>%n replies that wait for it stay in the outbox until another account can send them.</source>
        <translation>
            <numerusform>%n ответ, который её ждёт, останется в исходящих, пока его не сможет отправить другая учётная запись.</numerusform>
            <numerusform>%n ответа, которые её ждут, останутся в исходящих, пока их не сможет отправить другая учётная запись.</numerusform>
            <numerusform>%n ответов, которые её ждут, останутся в исходящих, пока их не сможет отправить другая учётная запись.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the account?</source>
        <extracomment>%1 is a mail address</extracomment>
        <translation>Удалить учётную запись?</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Удалить %1?</translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>A reply is being sent through it right now. Try again in a moment.</source>
        <translation>Через неё как раз отправляется ответ. Попробуйте чуть позже.</translation>
    </message>
    <message>
        <source>Connect what your customers write to: a mailbox, a bot, a community.</source>
        <translation>Подключите то, куда пишут ваши клиенты: почтовый ящик, бота, сообщество.</translation>
    </message>
    <message>
        <source>Connect an account…</source>
        <translation>Подключить учётную запись…</translation>
    </message>
    <message>
        <source>&amp;Health…</source>
        <translation>Со&amp;стояние…</translation>
    </message>
    <message>
        <source>New to&amp;ken…</source>
        <translation>Новый &amp;токен…</translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) added.</source>
        <translation>
            <numerusform>Добавлена %n лента.</numerusform>
            <numerusform>Добавлено %n ленты.</numerusform>
            <numerusform>Добавлено %n лент.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) were there already.</source>
        <translation>
            <numerusform>%n лента уже была.</numerusform>
            <numerusform>%n ленты уже были.</numerusform>
            <numerusform>%n лент уже было.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its conversations stay here, and nothing changes at the service. Its password or token is removed from this computer.</source>
        <translation>Её обращения останутся здесь, а у службы ничего не изменится. Её пароль или токен будет удалён с этого компьютера.</translation>
    </message>
</context>
<context>
    <name>aside::AddressFields</name>
    <message>
        <source>To</source>
        <translation>Кому</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Копия</translation>
    </message>
    <message>
        <source>Bcc</source>
        <translation>Скрытая копия</translation>
    </message>
    <message>
        <source>To: whom the letter goes to</source>
        <translation>Кому: кто получит письмо</translation>
    </message>
    <message>
        <source>Cc: who gets a copy</source>
        <translation>Копия: кто получит копию</translation>
    </message>
    <message>
        <source>Bcc: who gets a copy that nobody else knows of</source>
        <translation>Скрытая копия: кто получит копию, о которой остальные не узнают</translation>
    </message>
    <message>
        <source>From</source>
        <translation>От кого</translation>
    </message>
    <message>
        <source>From: as whom you write</source>
        <translation>От кого: от чьего имени вы пишете</translation>
    </message>
    <message>
        <source>This is no mail address: %1</source>
        <translation>Это не адрес почты: %1</translation>
    </message>
    <message>
        <source>Say whom it goes to.</source>
        <translation>Укажите, кому отправить письмо.</translation>
    </message>
</context>
<context>
    <name>aside::AddressPage</name>
    <message>
        <source>Which mailbox do your customers write to?</source>
        <translation>На какой адрес вам пишут клиенты?</translation>
    </message>
    <message>
        <source>Aside finds the servers by the address. Your domain alone is asked for them, and nothing is sent without encryption.</source>
        <translation>Aside найдёт серверы по адресу. Спрашивает он о них только ваш домен и ничего не отправляет без шифрования.</translation>
    </message>
    <message>
        <source>Mail &amp;address</source>
        <translation>&amp;Адрес почты</translation>
    </message>
    <message>
        <source>Looking for the servers of %1…</source>
        <extracomment>%1 is a domain</extracomment>
        <translation>Поиск серверов %1…</translation>
    </message>
</context>
<context>
    <name>aside::Announcement</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответить</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n новое сообщение</numerusform>
            <numerusform>%n новых сообщения</numerusform>
            <numerusform>%n новых сообщений</numerusform>
        </translation>
    </message>
    <message>
        <source>Aside</source>
        <translation>Aside</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>Title of a notification. %1 is a name, %2 a channel such as &quot;X&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Public: %1</source>
        <extracomment>%1 are the first words of a message</extracomment>
        <translation>Публично: %1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1 says how many messages are new, %2 are the first words of the last one</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more conversation(s) with new messages</source>
        <translation>
            <numerusform>Ещё %n обращение с новыми сообщениями</numerusform>
            <numerusform>Ещё %n обращения с новыми сообщениями</numerusform>
            <numerusform>Ещё %n обращений с новыми сообщениями</numerusform>
        </translation>
    </message>
    <message>
        <source>Promise overdue since %1</source>
        <extracomment>Of a promise to a customer; %1 is a date with the hour</extracomment>
        <translation>Обещание просрочено, срок был: %1</translation>
    </message>
    <message>
        <source>Promised by %1</source>
        <translation>Обещано, срок: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 says by when something was promised, %2 what</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more promise(s) due or overdue</source>
        <translation>
            <numerusform>Ещё %n обещание: срок близко или прошёл</numerusform>
            <numerusform>Ещё %n обещания: срок близко или прошёл</numerusform>
            <numerusform>Ещё %n обещаний: срок близко или прошёл</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft about a delay</source>
        <extracomment>A button of a reminder: write to the customer that the promised date moves</extracomment>
        <translation>Написать о задержке</translation>
    </message>
</context>
<context>
    <name>aside::ArrivalBar</name>
    <message>
        <source>It is them</source>
        <translation>Это он</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Это не он</translation>
    </message>
    <message>
        <source>Public conversation</source>
        <translation>Публичное обращение</translation>
    </message>
</context>
<context>
    <name>aside::ArrivalDialog</name>
    <message>
        <source>Who writes here?</source>
        <translation>Кто здесь пишет?</translation>
    </message>
    <message>
        <source>&amp;Asked to write in private, and waited for:</source>
        <translation>&amp;Просили написать лично и ждём:</translation>
    </message>
    <message>
        <source>People who are waited for</source>
        <translation>Люди, которых мы ждём</translation>
    </message>
    <message>
        <source>It is &amp;them</source>
        <translation>&amp;Это он</translation>
    </message>
</context>
<context>
    <name>aside::ArrivalWords</name>
    <message>
        <source>somebody without a name</source>
        <translation>кто-то без имени</translation>
    </message>
    <message>
        <source>This seems to be %1, whom a public line asked to write here: by its link, and from the address that we know.</source>
        <extracomment>%1 is a customer&apos;s name</extracomment>
        <translation>Похоже, это %1: публичная строка просила написать сюда, и пришли по её ссылке с известного адреса.</translation>
    </message>
    <message>
        <source>Somebody came by the link in the public line to %1, from an address that we do not know. Everybody can read that link: make sure that it is them.</source>
        <extracomment>%1 is a customer&apos;s name</extracomment>
        <translation>Кто-то пришёл по ссылке из публичной строки для %1, но с незнакомого адреса. Эту ссылку видят все: убедитесь, что это тот самый человек.</translation>
    </message>
    <message>
        <source>This seems to be %1, whom a public line asked to write here: from the address that we know, without its link.</source>
        <extracomment>%1 is a customer&apos;s name</extracomment>
        <translation>Похоже, это %1: публичная строка просила написать сюда, и пишут с известного адреса, но без её ссылки.</translation>
    </message>
    <message>
        <source>With your yes the private message that waits for them is sent.</source>
        <translation>После вашего «да» уйдёт ждущее личное сообщение.</translation>
    </message>
    <message>
        <source>Both addresses are then kept as one person.</source>
        <translation>Оба адреса станут одним человеком.</translation>
    </message>
    <message>
        <source>Both conversations are one story now.</source>
        <translation>Обе переписки теперь одна история.</translation>
    </message>
    <message>
        <source>Both conversations are one story now. The private message is on its way.</source>
        <translation>Обе переписки теперь одна история. Личное сообщение отправляется.</translation>
    </message>
    <message>
        <source>Nothing says that this is %1, whom a public line asked to write: make sure that it is them.</source>
        <extracomment>%1 is a customer&apos;s name</extracomment>
        <translation>Ничто не говорит, что это %1, кого публичная строка просила написать: убедитесь, что это тот самый человек.</translation>
    </message>
    <message>
        <source>asked %1</source>
        <extracomment>in a list: %1 is a time or a date</extracomment>
        <translation>просили: %1</translation>
    </message>
</context>
<context>
    <name>aside::AttachmentStrip</name>
    <message>
        <source>without a name</source>
        <translation>без имени</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n attachments</source>
        <translation>
            <numerusform>Показать %n вложение</numerusform>
            <numerusform>Показать все %n вложения</numerusform>
            <numerusform>Показать все %n вложений</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a file name, %2 its size</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2), runs as a program</source>
        <extracomment>%1 is a file name, %2 its size; opening the file would run it</extracomment>
        <translation>%1 (%2), это программа</translation>
    </message>
    <message>
        <source>Attachment: %1</source>
        <translation>Вложение: %1</translation>
    </message>
    <message>
        <source>%1: this picture cannot be shown here.</source>
        <translation>%1: показать эту картинку здесь нельзя.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Открыть…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>%1 (%2, at the mail server), runs as a program</source>
        <extracomment>%1 is a file name, %2 its size; it was not fetched yet, and opening it would run it</extracomment>
        <translation>%1 (%2, на почтовом сервере), это программа</translation>
    </message>
    <message>
        <source>%1 (%2, at the mail server)</source>
        <extracomment>%1 is a file name, %2 its size; it was not fetched yet</extracomment>
        <translation>%1 (%2, на почтовом сервере)</translation>
    </message>
    <message>
        <source>Stop fetching</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>%2 % of %1</source>
        <extracomment>%1 is a file name, %2 how much of it has come</extracomment>
        <translation>%2 % из %1</translation>
    </message>
</context>
<context>
    <name>aside::BrowserRow</name>
    <message>
        <source>Sign in with the &amp;browser…</source>
        <translation>Войти через &amp;браузер…</translation>
    </message>
    <message>
        <source>&amp;Stop waiting</source>
        <translation>Больше не &amp;ждать</translation>
    </message>
    <message>
        <source>Open the page a&amp;gain</source>
        <translation>Открыть страницу е&amp;щё раз</translation>
    </message>
    <message>
        <source>Copy its &amp;address</source>
        <translation>Скопировать её &amp;адрес</translation>
    </message>
</context>
<context>
    <name>aside::CallDialog</name>
    <message>
        <source>Log a call</source>
        <translation>Записать звонок</translation>
    </message>
    <message>
        <source>They called</source>
        <translation>Звонил клиент</translation>
    </message>
    <message>
        <source>We called</source>
        <translation>Звонили мы</translation>
    </message>
    <message>
        <source> min</source>
        <extracomment>After a number of minutes, with a space before it</extracomment>
        <translation> мин</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Секунды</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>After a number of seconds, with a space before it</extracomment>
        <translation> с</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>&amp;Длительность</translation>
    </message>
    <message>
        <source>&amp;Keep the call</source>
        <translation>Со&amp;хранить звонок</translation>
    </message>
    <message>
        <source>&amp;Who called</source>
        <translation>&amp;Кто звонил</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Номер</translation>
    </message>
    <message>
        <source>W&amp;hen</source>
        <translation>Ко&amp;гда</translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation>&amp;Чем кончилось</translation>
    </message>
    <message>
        <source>What was &amp;said</source>
        <translation>Что &amp;сказано</translation>
    </message>
    <message>
        <source>This customer has not allowed us to call this number. Record the consent first, in the customer&apos;s drawer, with what they said.</source>
        <translation>Клиент не разрешал звонить на этот номер. Сначала запишите согласие в панели клиента, с его словами.</translation>
    </message>
    <message>
        <source>This is no number that can be called.</source>
        <translation>По такому номеру не позвонить.</translation>
    </message>
</context>
<context>
    <name>aside::CallWords</name>
    <message>
        <source>answered</source>
        <translation>ответили</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>не ответили</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>занято</translation>
    </message>
    <message>
        <source>message left on voicemail</source>
        <translation>оставлено сообщение на автоответчике</translation>
    </message>
    <message>
        <source>to be called back</source>
        <translation>нужно перезвонить</translation>
    </message>
    <message>
        <source>We called: %1, %2.</source>
        <extracomment>%1 is how a call ended, %2 its length in minutes and seconds</extracomment>
        <translation>Мы звонили: %1, %2.</translation>
    </message>
    <message>
        <source>They called: %1, %2.</source>
        <extracomment>%1 is how a call ended, %2 its length in minutes and seconds</extracomment>
        <translation>Звонил клиент: %1, %2.</translation>
    </message>
</context>
<context>
    <name>aside::ChannelGuides</name>
    <message>
        <source>The mailbox that your customers write to.</source>
        <translation>Почтовый ящик, на который пишут ваши клиенты.</translation>
    </message>
    <message>
        <source>A bot of yours: people write to it in private, or talk in groups where it is.</source>
        <translation>Ваш бот: люди пишут ему лично или общаются в группах, где он есть.</translation>
    </message>
    <message>
        <source>Connect a bot of Telegram</source>
        <translation>Подключение бота Telegram</translation>
    </message>
    <message>
        <source>In Telegram open a talk with @BotFather, and send /newbot. For a bot that you have already send /mybots, choose it, then API Token.</source>
        <translation>Откройте в Telegram чат с @BotFather и отправьте /newbot. Если бот уже есть, отправьте /mybots, выберите его, затем API Token.</translation>
    </message>
    <message>
        <source>Give it the name that customers are to see.</source>
        <translation>Дайте ему имя, которое будут видеть клиенты.</translation>
    </message>
    <message>
        <source>BotFather answers with a token, such as 123456:ABC-DEF. Copy it and paste it below.</source>
        <translation>BotFather ответит токеном вида 123456:ABC-DEF. Скопируйте его и вставьте ниже.</translation>
    </message>
    <message>
        <source>To read all that is said in a group, send /setprivacy to BotFather, choose the bot, then Disable, and add the bot to the group after that. Else it sees there only what names it or answers it.</source>
        <translation>Чтобы бот читал в группе всё, отправьте BotFather команду /setprivacy, выберите бота, затем Disable, и только после этого добавьте его в группу. Иначе он увидит там лишь обращения к нему и ответы ему.</translation>
    </message>
    <message>
        <source>Private talks, groups, and the private talks of a business account that the bot is connected to.</source>
        <translation>Личные чаты, группы и личные чаты бизнес-аккаунта, к которому подключён бот.</translation>
    </message>
    <message>
        <source>Pictures and files, up to 20 MB each.</source>
        <translation>Картинки и файлы до 20 МБ каждый.</translation>
    </message>
    <message>
        <source>From public to private: a link that opens a talk with the bot.</source>
        <translation>Из публичного в личное: ссылка, которая открывает чат с ботом.</translation>
    </message>
    <message>
        <source>A bot cannot write first: the person has to open the talk.</source>
        <translation>Бот не может написать первым: чат должен открыть сам человек.</translation>
    </message>
    <message>
        <source>Telegram keeps for a day what nobody fetched, and tells nothing older.</source>
        <translation>Неполученное Telegram хранит сутки и ничего более старого не отдаёт.</translation>
    </message>
    <message>
        <source>Telegram gives each message to one program alone: connect the bot on one computer, and nowhere else.</source>
        <translation>Каждое сообщение Telegram отдаёт только одной программе: подключите бота на одном компьютере и больше нигде.</translation>
    </message>
    <message>
        <source>Tok&amp;en of the bot</source>
        <translation>Токен &amp;бота</translation>
    </message>
    <message>
        <source>Your own se&amp;rver of the Bot API</source>
        <translation>Свой &amp;сервер Bot API</translation>
    </message>
    <message>
        <source>If you run one</source>
        <translation>Если он у вас есть</translation>
    </message>
    <message>
        <source>A community of yours: comments on its wall, and messages to the community.</source>
        <translation>Ваше сообщество: комментарии на стене и сообщения сообществу.</translation>
    </message>
    <message>
        <source>Connect a community of VK</source>
        <translation>Подключение сообщества VK</translation>
    </message>
    <message>
        <source>Open your community, then Manage, API usage, Access tokens. You have to be an administrator.</source>
        <translation>Откройте своё сообщество, затем «Управление», «Работа с API», «Ключи доступа». Для этого нужно быть администратором.</translation>
    </message>
    <message>
        <source>Choose Create token, and allow what is named below.</source>
        <translation>Нажмите «Создать ключ» и разрешите то, что названо ниже.</translation>
    </message>
    <message>
        <source>In Manage, Messages switch community messages on, so that people can write in private.</source>
        <translation>В «Управление», «Сообщения» включите сообщения сообщества, чтобы люди могли писать лично.</translation>
    </message>
    <message>
        <source>Copy the token and paste it below.</source>
        <translation>Скопируйте ключ и вставьте его ниже.</translation>
    </message>
    <message>
        <source>The token needs these rights: manage, messages, photos, docs, wall.</source>
        <translation>Ключу нужны права: управление сообществом, сообщения, фотографии, файлы, стена (manage, messages, photos, docs, wall).</translation>
    </message>
    <message>
        <source>Comments on the wall and answers to them, in the name of the community.</source>
        <translation>Комментарии на стене и ответы на них от имени сообщества.</translation>
    </message>
    <message>
        <source>Messages to the community, with pictures and files.</source>
        <translation>Сообщения сообществу, с картинками и файлами.</translation>
    </message>
    <message>
        <source>From public to private: a message where the person allows it, else a link that opens a talk with the community.</source>
        <translation>Из публичного в личное: сообщение, если человек их разрешил, иначе ссылка, которая открывает диалог с сообществом.</translation>
    </message>
    <message>
        <source>The community can write only to people who wrote to it first, or who allowed it to.</source>
        <translation>Сообщество может писать только тем, кто написал ему первым или разрешил сообщения.</translation>
    </message>
    <message>
        <source>A community’s token cannot change or remove a comment, and cannot write in discussions: open the page for that.</source>
        <translation>С ключом сообщества нельзя изменить или удалить комментарий и нельзя писать в обсуждениях: для этого откройте страницу.</translation>
    </message>
    <message>
        <source>Tok&amp;en of the community</source>
        <translation>К&amp;люч сообщества</translation>
    </message>
    <message>
        <source>An account of yours at any server: posts that mention you, and their answers.</source>
        <translation>Ваша учётная запись на любом сервере: записи, где вас упоминают, и ответы на них.</translation>
    </message>
    <message>
        <source>Connect an account of Mastodon</source>
        <translation>Подключение учётной записи Mastodon</translation>
    </message>
    <message>
        <source>Posts that mention your account, with pictures and their descriptions.</source>
        <translation>Записи, где упомянута ваша учётная запись, с картинками и их описаниями.</translation>
    </message>
    <message>
        <source>Answers in public, and to the people who are mentioned alone.</source>
        <translation>Ответы публично и только упомянутым людям.</translation>
    </message>
    <message>
        <source>Other servers that speak the same language, as far as they go.</source>
        <translation>Другие серверы с тем же интерфейсом, насколько они его умеют.</translation>
    </message>
    <message>
        <source>What is posted to mentioned people alone is not encrypted: those who run the servers can read it.</source>
        <translation>Запись только для упомянутых не шифруется: её могут прочитать владельцы серверов.</translation>
    </message>
    <message>
        <source>Whoever is mentioned in such a post gets it too: name nobody else in it.</source>
        <translation>Её получит каждый, кто в ней упомянут: никого лишнего не называйте.</translation>
    </message>
    <message>
        <source>Access tok&amp;en</source>
        <translation>Токен д&amp;оступа</translation>
    </message>
    <message>
        <source>Se&amp;rver</source>
        <translation>&amp;Сервер</translation>
    </message>
    <message>
        <source>Mentions from the web: Google Alerts, or any RSS or Atom feed.</source>
        <translation>Упоминания в сети: Google Alerts или любая лента RSS или Atom.</translation>
    </message>
    <message>
        <source>Follow a feed</source>
        <translation>Подписка на ленту</translation>
    </message>
    <message>
        <source>For Google Alerts: make an alert for your name, and under Show options choose Deliver to: RSS feed. Then copy the address of the feed’s sign.</source>
        <translation>Для Google Alerts: создайте оповещение о своём названии и в настройках выберите доставку в RSS-фид. Затем скопируйте адрес значка ленты.</translation>
    </message>
    <message>
        <source>For any other page: copy the address of its feed.</source>
        <translation>Для любой другой страницы: скопируйте адрес её ленты.</translation>
    </message>
    <message>
        <source>Paste the address below. Many feeds come at once with a list (OPML) that another reader wrote.</source>
        <translation>Вставьте адрес ниже. Много лент сразу добавит список (OPML), который записала другая программа.</translation>
    </message>
    <message>
        <source>Each entry comes as a public mention, with a clock as all others.</source>
        <translation>Каждая запись приходит как публичное упоминание, со сроком ответа, как и все.</translation>
    </message>
    <message>
        <source>Nothing can be answered through a feed: Aside opens the page, and you answer there.</source>
        <translation>Ответить через ленту нельзя: Aside откроет страницу, и вы ответите там.</translation>
    </message>
    <message>
        <source>Addr&amp;ess of the feed</source>
        <translation>&amp;Адрес ленты</translation>
    </message>
    <message>
        <source>Keep a place by hand</source>
        <translation>Площадка вручную</translation>
    </message>
    <message>
        <source>You enter what came, write the answer here, copy it, and tell Aside when it is posted. Clocks and checks are as everywhere.</source>
        <translation>Вы вносите то, что пришло, пишете ответ здесь, копируете его и отмечаете, когда он опубликован. Сроки и проверки такие же, как везде.</translation>
    </message>
    <message>
        <source>Nothing comes and nothing goes by itself.</source>
        <translation>Само ничего не приходит и не уходит.</translation>
    </message>
    <message>
        <source>Nam&amp;e of the place</source>
        <translation>На&amp;звание площадки</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <extracomment>%1 is the name of a channel</extracomment>
        <translation>Подключение: %1</translation>
    </message>
    <message>
        <source>Addr&amp;ess</source>
        <translation>&amp;Адрес</translation>
    </message>
    <message>
        <source>Telegram does not know this token. Copy it again, whole, from the talk with @BotFather; /token there makes a new one.</source>
        <translation>Telegram не знает этого токена. Скопируйте его ещё раз, целиком, из чата с @BotFather; команда /token там выдаст новый.</translation>
    </message>
    <message>
        <source>VK does not take this token. Copy it again, whole, or make a new one with all the rights that are named above.</source>
        <translation>VK не принимает этот ключ. Скопируйте его ещё раз, целиком, или создайте новый со всеми правами, названными выше.</translation>
    </message>
    <message>
        <source>The server does not take this token. Check the server’s name, and copy the access token again: not the key, and not the secret.</source>
        <translation>Сервер не принимает этот токен. Проверьте имя сервера и скопируйте токен доступа ещё раз: не ключ и не секрет.</translation>
    </message>
    <message>
        <source>What lies at this address is no feed. Look on the page for the address of its RSS or Atom feed.</source>
        <translation>По этому адресу не лента. Найдите на странице адрес её ленты RSS или Atom.</translation>
    </message>
    <message>
        <source>What answers there is another service. Check the server’s name.</source>
        <translation>Там отвечает другая служба. Проверьте имя сервера.</translation>
    </message>
    <message>
        <source>This is the bot %1, %2.</source>
        <extracomment>%1 is the name of a bot, %2 its handle</extracomment>
        <translation>Это бот %1, %2.</translation>
    </message>
    <message>
        <source>This is the community %1, %2.</source>
        <extracomment>%1 is the name of a community, %2 its address</extracomment>
        <translation>Это сообщество %1, %2.</translation>
    </message>
    <message>
        <source>This is the feed %1 at %2.</source>
        <extracomment>%1 is the title of a web feed, %2 its address</extracomment>
        <translation>Это лента %1, %2.</translation>
    </message>
    <message>
        <source>This is %1, %2.</source>
        <extracomment>%1 is the name of an account, %2 its address</extracomment>
        <translation>Это %1, %2.</translation>
    </message>
    <message>
        <source>This is no address. It begins with https:// or http://, and has no name or password in it.</source>
        <translation>Это не адрес. Он начинается с https:// или http://, и в нём нет имени и пароля.</translation>
    </message>
    <message>
        <source>There is nothing at this address. Copy it again from the page.</source>
        <translation>По этому адресу ничего нет. Скопируйте его со страницы ещё раз.</translation>
    </message>
    <message>
        <source>This address lies in your own network. If it is meant to, say so below.</source>
        <translation>Этот адрес ведёт в вашу собственную сеть. Если так и задумано, отметьте это ниже.</translation>
    </message>
    <message>
        <source>Type the name of your server: what stands after the second @ of your account.</source>
        <translation>Впишите имя сервера: то, что стоит после второго знака @ в имени вашей учётной записи.</translation>
    </message>
    <message>
        <source>Sign in with the browser: a page of your server opens, and asks whether Aside may use the account. Agree there.</source>
        <translation>Войдите через браузер: откроется страница вашего сервера и спросит, можно ли Aside пользоваться учётной записью. Согласитесь там.</translation>
    </message>
    <message>
        <source>Or make a token by hand: at your server open Preferences, Development, New application, choose the scopes that are named below, submit, open it again, and copy “Your access token”.</source>
        <translation>Или создайте токен вручную: на сервере откройте «Настройки», «Разработка», «Новое приложение», выберите права, названные ниже, сохраните, откройте приложение снова и скопируйте «Ваш токен доступа».</translation>
    </message>
    <message>
        <source>To read the account, its notifications and posts, and to write posts and files. A token needs the scopes read, write:statuses, write:media.</source>
        <translation>Читать учётную запись, её уведомления и посты, писать посты и файлы. Токену нужны права read, write:statuses, write:media.</translation>
    </message>
    <message>
        <source>Review sites, forums, and whatever has no connection: you copy, post and tell Aside.</source>
        <translation>Сайты отзывов, форумы и всё, с чем нет соединения: вы копируете, публикуете и говорите об этом Aside.</translation>
    </message>
    <message>
        <source>Name the place as your team calls it, or enter the address of its page.</source>
        <translation>Назовите место так, как его зовёт ваша команда, или впишите адрес его страницы.</translation>
    </message>
    <message>
        <source>Your telephone: calls are written down beside the messages.</source>
        <translation>Ваш телефон: звонки записываются рядом с сообщениями.</translation>
    </message>
    <message>
        <source>Keep your telephone’s calls</source>
        <translation>Записывать звонки</translation>
    </message>
    <message>
        <source>Enter the number that customers call, and that you call from.</source>
        <translation>Впишите номер, на который звонят клиенты и с которого звоните вы.</translation>
    </message>
    <message>
        <source>Calls to you and from you, with how long they took and what was said.</source>
        <translation>Звонки вам и от вас: сколько длились и о чём говорили.</translation>
    </message>
    <message>
        <source>Calling a customer who allowed it: the number opens in your telephone program.</source>
        <translation>Звонок клиенту, который это разрешил: номер откроется в вашей программе для звонков.</translation>
    </message>
    <message>
        <source>Aside does not call by itself, and hears nothing.</source>
        <translation>Сам Aside не звонит и ничего не слышит.</translation>
    </message>
    <message>
        <source>A customer who did not allow it is not called: ask in writing first.</source>
        <translation>Клиенту, который этого не разрешил, не звонят: сначала спросите письменно.</translation>
    </message>
    <message>
        <source>Your numb&amp;er</source>
        <translation>Ваш ном&amp;ер</translation>
    </message>
    <message>
        <source>You or the server said no, and nothing was kept. To try again, press the button once more and agree on the page.</source>
        <translation>Вы или сервер ответили отказом, ничего не сохранено. Чтобы попробовать снова, нажмите кнопку ещё раз и дайте согласие на странице.</translation>
    </message>
    <message>
        <source>This server does not let programs sign in. Check its name, or paste an access token.</source>
        <translation>Этот сервер не даёт программам входить. Проверьте его имя или вставьте токен доступа.</translation>
    </message>
</context>
<context>
    <name>aside::ChannelPage</name>
    <message>
        <source>Where do your customers write?</source>
        <translation>Где вам пишут клиенты?</translation>
    </message>
    <message>
        <source>Each account is connected once. What you connect stays between this computer and the service.</source>
        <translation>Каждую учётную запись подключают один раз. Подключённое остаётся между этим компьютером и службой.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
</context>
<context>
    <name>aside::CheckProblems</name>
    <message>
        <source>check.toml, line %1: there is no rule “%2”. Did you mean %3?</source>
        <translation>check.toml, строка %1: правила «%2» нет. Может быть, %3?</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, строка %2: %3</translation>
    </message>
    <message>
        <source>%1: there is no dictionary, so the spelling is not looked at. Install one for Hunspell and start Aside again.</source>
        <extracomment>%1 is a language, &quot;Russian&quot;</extracomment>
        <translation>%1: словаря нет, поэтому правописание не проверяется. Установите словарь Hunspell и запустите Aside снова.</translation>
    </message>
    <message>
        <source>What does not work</source>
        <translation>Что не работает</translation>
    </message>
</context>
<context>
    <name>aside::Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Conversation</source>
        <translation>&amp;Обращение</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Сообщение</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>Пере&amp;йти</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>Инстр&amp;ументы</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Настройки</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Спр&amp;авка</translation>
    </message>
</context>
<context>
    <name>aside::ComposerCheck</name>
    <message>
        <source>G&amp;ive a reason…</source>
        <translation>Назвать при&amp;чину…</translation>
    </message>
    <message numerus="yes">
        <source>%n to answer. %1</source>
        <translation>
            <numerusform>%n вопрос без ответа. %1</numerusform>
            <numerusform>%n вопроса без ответа. %1</numerusform>
            <numerusform>%n вопросов без ответа. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>First: %1</source>
        <extracomment>On the send button. %1 is what a fix does, &quot;Remove the number&quot;</extracomment>
        <translation>Сначала: %1</translation>
    </message>
    <message numerus="yes">
        <source>Solve %n problem(s) first</source>
        <translation>
            <numerusform>Сначала решите %n проблему</numerusform>
            <numerusform>Сначала решите %n проблемы</numerusform>
            <numerusform>Сначала решите %n проблем</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer %n question(s) first</source>
        <translation>
            <numerusform>Сначала ответьте на %n вопрос</numerusform>
            <numerusform>Сначала ответьте на %n вопроса</numerusform>
            <numerusform>Сначала ответьте на %n вопросов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::ComposerPanel</name>
    <message>
        <source>Draft saved</source>
        <translation>Черновик сохранён</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Сохраняется…</translation>
    </message>
    <message>
        <source>Taken back. The text is a draft again.</source>
        <translation>Ответ возвращён, текст снова в черновике.</translation>
    </message>
    <message>
        <source>Public: everybody can read this reply</source>
        <translation>Публично: этот ответ увидят все</translation>
    </message>
    <message>
        <source>Private: only %1 will read this reply</source>
        <translation>Лично: этот ответ увидит только %1</translation>
    </message>
    <message>
        <source>Reply publicly on %1</source>
        <extracomment>On the button. %1 is a channel such as &quot;X&quot;</extracomment>
        <translation>Ответить публично: %1</translation>
    </message>
    <message>
        <source>Reply by email to %1</source>
        <translation>Ответить по почте: %1</translation>
    </message>
    <message>
        <source>Message %1 privately on %2</source>
        <translation>Написать лично: %1, %2</translation>
    </message>
    <message>
        <source>Message %1 privately by phone</source>
        <translation>Лично по телефону: %1</translation>
    </message>
    <message>
        <source>Write a public reply…</source>
        <translation>Напишите публичный ответ…</translation>
    </message>
    <message>
        <source>Write a reply…</source>
        <translation>Напишите ответ…</translation>
    </message>
    <message>
        <source>Reply text</source>
        <translation>Текст ответа</translation>
    </message>
    <message>
        <source>The reply waits in the outbox.</source>
        <translation>Ответ ждёт в исходящих.</translation>
    </message>
    <message>
        <source>Move the note into the reply?</source>
        <translation>Перенести заметку в ответ?</translation>
    </message>
    <message>
        <source>The customer will read what you wrote for the team.</source>
        <translation>Клиент прочитает то, что вы писали для команды.</translation>
    </message>
    <message>
        <source>&amp;Move into the reply</source>
        <translation>&amp;Перенести в ответ</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Note (team only)</source>
        <translation>Заметка (для команды)</translation>
    </message>
    <message>
        <source>Reply or note</source>
        <translation>Ответ или заметка</translation>
    </message>
    <message>
        <source>Ve&amp;rsions…</source>
        <translation>Верси&amp;и…</translation>
    </message>
    <message>
        <source>Note: only the team will read it</source>
        <translation>Заметка: её увидит только команда</translation>
    </message>
    <message>
        <source>Add note (team only)</source>
        <translation>Добавить заметку (для команды)</translation>
    </message>
    <message>
        <source>M&amp;ove into the reply…</source>
        <translation>Пе&amp;ренести в ответ…</translation>
    </message>
    <message>
        <source>Write a note for the team…</source>
        <translation>Напишите заметку для команды…</translation>
    </message>
    <message>
        <source>Note text</source>
        <translation>Текст заметки</translation>
    </message>
    <message>
        <source>M&amp;ove into the note</source>
        <translation>Пе&amp;ренести в заметку</translation>
    </message>
    <message>
        <source>A file is still being attached.</source>
        <translation>Файл ещё прикрепляется.</translation>
    </message>
    <message>
        <source>The reply leaves %1. It can be taken back until then.</source>
        <extracomment>%1 is a time to come</extracomment>
        <translation>Ответ уйдёт: %1. До тех пор его можно вернуть.</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Получатели</translation>
    </message>
    <message>
        <source>Reply to &amp;all</source>
        <translation>Ответить &amp;всем</translation>
    </message>
    <message>
        <source>&amp;Forward…</source>
        <translation>&amp;Переслать…</translation>
    </message>
    <message>
        <source>&amp;Cc and Bcc</source>
        <translation>&amp;Копия и скрытая копия</translation>
    </message>
    <message>
        <source>Reply to the customer &amp;only</source>
        <translation>Ответить только к&amp;лиенту</translation>
    </message>
    <message>
        <source>Forward by email</source>
        <translation>Переслать по почте</translation>
    </message>
    <message>
        <source>Private: say who will read this</source>
        <translation>Лично: укажите, кто это увидит</translation>
    </message>
    <message>
        <source>Forward by email to %1</source>
        <translation>Переслать по почте: %1</translation>
    </message>
    <message numerus="yes">
        <source>Forward by email to %1 and %n other(s)</source>
        <extracomment>On the button. %1 is a person, %n how many more</extracomment>
        <translation>
            <numerusform>Переслать по почте: %1 и ещё %n получатель</numerusform>
            <numerusform>Переслать по почте: %1 и ещё %n получателя</numerusform>
            <numerusform>Переслать по почте: %1 и ещё %n получателей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reply by email to %1 and %n other(s)</source>
        <translation>
            <numerusform>Ответить по почте: %1 и ещё %n получатель</numerusform>
            <numerusform>Ответить по почте: %1 и ещё %n получателя</numerusform>
            <numerusform>Ответить по почте: %1 и ещё %n получателей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Private: %1 and %n other(s) will read this</source>
        <translation>
            <numerusform>Лично: этот ответ увидят %1 и ещё %n получатель</numerusform>
            <numerusform>Лично: этот ответ увидят %1 и ещё %n получателя</numerusform>
            <numerusform>Лично: этот ответ увидят %1 и ещё %n получателей</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Предпросмотр</translation>
    </message>
    <message>
        <source>See the reply as its readers will</source>
        <translation>Показать ответ таким, каким его увидят</translation>
    </message>
</context>
<context>
    <name>aside::ConnectPage</name>
    <message>
        <source>Trying it…</source>
        <translation>Идёт проверка…</translation>
    </message>
    <message>
        <source>Take a list of feeds</source>
        <translation>Взять список лент</translation>
    </message>
    <message>
        <source>Lists of feeds (*.opml *.xml)</source>
        <translation>Списки лент (*.opml *.xml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Open a page about &amp;it</source>
        <translation>О&amp;ткрыть страницу об этом</translation>
    </message>
    <message>
        <source>It is kept encrypted on this computer and nowhere else.</source>
        <translation>Хранится зашифрованным и только на этом компьютере.</translation>
    </message>
    <message>
        <source>S&amp;how it</source>
        <translation>По&amp;казать</translation>
    </message>
    <message>
        <source>It lies in my own net&amp;work</source>
        <translation>Она в &amp;моей собственной сети</translation>
    </message>
    <message>
        <source>Take a &amp;list of feeds (OPML)…</source>
        <translation>&amp;Взять список лент (OPML)…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход проверки</translation>
    </message>
    <message>
        <source>What has to be allowed</source>
        <translation>Что нужно разрешить</translation>
    </message>
    <message>
        <source>What works</source>
        <translation>Что работает</translation>
    </message>
    <message>
        <source>What does not</source>
        <translation>Что не работает</translation>
    </message>
    <message>
        <source>Agree on the page of the service that is open in your browser. Aside goes on by itself when you are done.</source>
        <translation>Дайте согласие на странице сервиса, открытой в браузере. Когда закончите, Aside продолжит сам.</translation>
    </message>
    <message>
        <source>Nobody came back from the browser in time. To try again, press the button once more.</source>
        <translation>Из браузера никто не вернулся вовремя. Чтобы попробовать снова, нажмите кнопку ещё раз.</translation>
    </message>
</context>
<context>
    <name>aside::ConnectionStatus</name>
    <message>
        <source>%1 is paused: %2</source>
        <extracomment>%1 is the address of an account, %2 why nothing goes through it</extracomment>
        <translation>%1 на паузе: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n reply(s) wait</source>
        <translation>
            <numerusform>%n ответ ждёт</numerusform>
            <numerusform>%n ответа ждут</numerusform>
            <numerusform>%n ответов ждут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reply(s) want your decision</source>
        <translation>
            <numerusform>%n ответ ждёт вашего решения</numerusform>
            <numerusform>%n ответа ждут вашего решения</numerusform>
            <numerusform>%n ответов ждут вашего решения</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Нет сети с %1</translation>
    </message>
    <message>
        <source>Public replies are frozen since %1</source>
        <translation>Публичные ответы заморожены с %1</translation>
    </message>
    <message>
        <source>No account yet: replies wait in the outbox.</source>
        <translation>Учётных записей пока нет: ответы ждут в исходящих.</translation>
    </message>
    <message numerus="yes">
        <source>No account yet: %n reply(s) wait in the outbox.</source>
        <translation>
            <numerusform>Учётных записей пока нет: %n ответ ждёт в исходящих.</numerusform>
            <numerusform>Учётных записей пока нет: %n ответа ждут в исходящих.</numerusform>
            <numerusform>Учётных записей пока нет: %n ответов ждут в исходящих.</numerusform>
        </translation>
    </message>
    <message>
        <source>Online</source>
        <translation>В сети</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the address of an account, %2 why nothing can be fetched for it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Fetching mail…</source>
        <translation>Почта загружается…</translation>
    </message>
    <message>
        <source>Mail fetched %1</source>
        <extracomment>%1 is a time</extracomment>
        <translation>Почта получена: %1</translation>
    </message>
</context>
<context>
    <name>aside::ConsentDialog</name>
    <message>
        <source>It &amp;ends after</source>
        <translation>Действует &amp;по</translation>
    </message>
    <message>
        <source>Record a consent</source>
        <translation>Запись согласия</translation>
    </message>
    <message>
        <source>Last day of the consent</source>
        <translation>Последний день согласия</translation>
    </message>
    <message>
        <source>Their message, %1: %2</source>
        <extracomment>%1 is a time or a day, %2 what the customer wrote</extracomment>
        <translation>Сообщение клиента, %1: %2</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Из другого источника</translation>
    </message>
    <message>
        <source>Said so at the counter</source>
        <translation>Сказал у прилавка</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Записать</translation>
    </message>
    <message>
        <source>&amp;What is it about?</source>
        <translation>&amp;О чём речь?</translation>
    </message>
    <message>
        <source>W&amp;hat did they say?</source>
        <translation>&amp;Что ответил клиент?</translation>
    </message>
    <message>
        <source>Which &amp;address or number?</source>
        <translation>Какой &amp;адрес или номер?</translation>
    </message>
    <message>
        <source>How do you &amp;know?</source>
        <translation>Откуда это &amp;известно?</translation>
    </message>
    <message>
        <source>In your w&amp;ords</source>
        <translation>&amp;Своими словами</translation>
    </message>
    <message>
        <source>Every number</source>
        <translation>Все номера</translation>
    </message>
</context>
<context>
    <name>aside::ConsentOffer</name>
    <message>
        <source>Record it…</source>
        <translation>Записать…</translation>
    </message>
    <message>
        <source>Not a consent</source>
        <translation>Это не согласие</translation>
    </message>
</context>
<context>
    <name>aside::ConsentSection</name>
    <message>
        <source>%1 · %2: %3</source>
        <comment>a day, what it is about, what was said</comment>
        <translation>%1 · %2: %3</translation>
    </message>
    <message>
        <source>recorded on %1</source>
        <translation>записано %1</translation>
    </message>
    <message>
        <source>recorded on %1 by %2</source>
        <translation>записано %1, автор записи: %2</translation>
    </message>
    <message>
        <source>Record a consent…</source>
        <translation>Записать согласие…</translation>
    </message>
    <message>
        <source>All that was recorded</source>
        <translation>Всё, что записано</translation>
    </message>
    <message>
        <source>Show the message</source>
        <translation>Показать сообщение</translation>
    </message>
    <message>
        <source>Show the message: %1</source>
        <translation>Показать сообщение: %1</translation>
    </message>
    <message>
        <source>Nothing was recorded: no calls, no mailings.</source>
        <translation>Ничего не записано: не звоним и не шлём рассылок.</translation>
    </message>
</context>
<context>
    <name>aside::ConsentWords</name>
    <message>
        <source>Direct messages</source>
        <translation>Личные сообщения</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Звонки</translation>
    </message>
    <message>
        <source>Mailings</source>
        <translation>Рассылки</translation>
    </message>
    <message>
        <source>Being asked to update a post</source>
        <translation>Просьбы обновить запись</translation>
    </message>
    <message>
        <source>Ended</source>
        <extracomment>A consent that ended</extracomment>
        <translation>Срок истёк</translation>
    </message>
    <message>
        <source>Asked</source>
        <extracomment>They were asked for a consent</extracomment>
        <translation>Спросили</translation>
    </message>
    <message>
        <source>Allowed</source>
        <extracomment>A consent was given</extracomment>
        <translation>Разрешено</translation>
    </message>
    <message>
        <source>Refused</source>
        <extracomment>A consent was refused</extracomment>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>Taken back</source>
        <extracomment>A consent was taken back</extracomment>
        <translation>Отозвано</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: &quot;Direct messages&quot;, %2 is a channel: &quot;Telegram&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Direct messages to %1 (%2)</source>
        <translation>Личные сообщения для %1 (%2)</translation>
    </message>
    <message>
        <source>Calls to %1</source>
        <translation>Звонки на %1</translation>
    </message>
    <message>
        <source>Mailings to %1 (%2)</source>
        <translation>Рассылки на %1 (%2)</translation>
    </message>
    <message>
        <source>Asking %1 to update a post (%2)</source>
        <translation>Просьбы к %1 обновить запись (%2)</translation>
    </message>
    <message>
        <source>%1: was allowed until %2</source>
        <extracomment>%1 is what was allowed, %2 a day</extracomment>
        <translation>%1: можно было до %2</translation>
    </message>
    <message>
        <source>%1: asked on %2, no answer yet</source>
        <translation>%1: спросили %2, ответа пока нет</translation>
    </message>
    <message>
        <source>%1: allowed since %2</source>
        <translation>%1: можно с %2</translation>
    </message>
    <message>
        <source>%1: allowed since %2, until %3</source>
        <translation>%1: можно с %2 по %3</translation>
    </message>
    <message>
        <source>%1: not allowed, refused on %2</source>
        <translation>%1: нельзя, отказ %2</translation>
    </message>
    <message>
        <source>%1: not allowed, taken back on %2</source>
        <translation>%1: нельзя, согласие отозвано %2</translation>
    </message>
    <message>
        <source>%1: not asked, the question was taken back</source>
        <extracomment>%1 is what somebody wanted to ask for</extracomment>
        <translation>%1: не спрошено, вопрос отозван до отправки</translation>
    </message>
</context>
<context>
    <name>aside::ConversationList</name>
    <message>
        <source>You: %1</source>
        <extracomment>Before the first words of our own last message; %1 are those words</extracomment>
        <translation>Вы: %1</translation>
    </message>
    <message>
        <source>Outbox:</source>
        <translation>Исходящий:</translation>
    </message>
    <message>
        <source>Draft:</source>
        <extracomment>Before the first words of a conversation: somebody began a reply</extracomment>
        <translation>Черновик:</translation>
    </message>
    <message>
        <source>99+</source>
        <extracomment>More unread messages than fit into the small mark</extracomment>
        <translation>99+</translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n непрочитанное сообщение</numerusform>
            <numerusform>%n непрочитанных сообщения</numerusform>
            <numerusform>%n непрочитанных сообщений</numerusform>
        </translation>
    </message>
    <message>
        <source>has a draft</source>
        <translation>есть черновик</translation>
    </message>
    <message>
        <source>has a reply in the outbox</source>
        <translation>ответ в исходящих</translation>
    </message>
    <message>
        <source>has attachments</source>
        <translation>есть вложения</translation>
    </message>
    <message>
        <source>Reply in the outbox</source>
        <extracomment>Before the first words of a conversation, where it has any: a reply waits in the outbox</extracomment>
        <translation>Ответ в исходящих</translation>
    </message>
    <message>
        <source>Note:</source>
        <extracomment>Before the first words of a note for the team, the last that was written in a conversation</extracomment>
        <translation>Заметка:</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <extracomment>The last that was written in a conversation is a note for the team; %1 are its first words</extracomment>
        <translation>Заметка: %1</translation>
    </message>
</context>
<context>
    <name>aside::ConversationPane</name>
    <message>
        <source>No conversation chosen</source>
        <translation>Обращение не выбрано</translation>
    </message>
    <message>
        <source>Choose one on the left to read and answer it.</source>
        <translation>Выберите обращение слева, чтобы прочитать его и ответить.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>New message from %1: %2</source>
        <extracomment>To a screen reader, of a message that came into the open conversation: who, what</extracomment>
        <translation>Новое сообщение от %1: %2</translation>
    </message>
</context>
<context>
    <name>aside::DetailsPage</name>
    <message>
        <source>It works</source>
        <translation>Всё работает</translation>
    </message>
    <message>
        <source>Receiving and sending both work. How is the account called, and what is brought over?</source>
        <translation>И получение, и отправка работают. Как назвать учётную запись и что загрузить?</translation>
    </message>
</context>
<context>
    <name>aside::ErrorText</name>
    <message>
        <source>Something went wrong inside Aside. Nothing was lost; please report it.</source>
        <translation>Внутренняя ошибка Aside. Ничего не потеряно; пожалуйста, сообщите о ней.</translation>
    </message>
    <message>
        <source>Stopped. What was done so far is kept.</source>
        <translation>Остановлено. Всё сделанное до этого сохранено.</translation>
    </message>
    <message>
        <source>This value cannot be used. Please check it.</source>
        <translation>Это значение не подходит. Проверьте его.</translation>
    </message>
    <message>
        <source>It does not exist. Please check the name.</source>
        <translation>Такого нет. Проверьте имя.</translation>
    </message>
    <message>
        <source>You may not read or write it. Please check its permissions.</source>
        <translation>Нет прав на чтение или запись. Проверьте права доступа.</translation>
    </message>
    <message>
        <source>It is not an ordinary file. Please choose a file.</source>
        <translation>Это не обычный файл. Выберите файл.</translation>
    </message>
    <message>
        <source>It is a file, but a folder is needed. Please move it away or choose another place.</source>
        <translation>Это файл, а нужна папка. Переместите его или выберите другое место.</translation>
    </message>
    <message>
        <source>It is empty. There is nothing to do.</source>
        <translation>Здесь пусто. Делать нечего.</translation>
    </message>
    <message>
        <source>Aside cannot read this kind of file. It reads mbox, Maildir, .eml, Telegram exports, CSV and JSON Lines.</source>
        <translation>Aside не читает такие файлы. Подходят mbox, Maildir, .eml, выгрузки Telegram, CSV и JSON Lines.</translation>
    </message>
    <message>
        <source>This item is broken and was left out.</source>
        <translation>Этот элемент повреждён и пропущен.</translation>
    </message>
    <message>
        <source>It ends in the middle. What came before is kept; please get a complete copy.</source>
        <translation>Данные обрываются. Всё до обрыва сохранено; возьмите полную копию.</translation>
    </message>
    <message>
        <source>It is larger than Aside accepts and was left out.</source>
        <translation>Слишком большой размер; пропущено.</translation>
    </message>
    <message>
        <source>It is nested deeper than Aside accepts and was left out.</source>
        <translation>Слишком глубокая вложенность; пропущено.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was lost; make room and try again.</source>
        <translation>Диск заполнен. Ничего не потеряно; освободите место и повторите.</translation>
    </message>
    <message>
        <source>This place cannot be written to. Choose another profile folder or change its permissions.</source>
        <translation>Сюда нельзя записать. Выберите другую папку профиля или измените права доступа.</translation>
    </message>
    <message>
        <source>The disk reported an error. Nothing was lost; check the disk and try again.</source>
        <translation>Диск сообщил об ошибке. Ничего не потеряно; проверьте диск и повторите.</translation>
    </message>
    <message>
        <source>Another Aside has this profile open. Close it first, or use its window.</source>
        <translation>Профиль открыт в другом окне Aside. Закройте его или работайте в нём.</translation>
    </message>
    <message>
        <source>A newer version of Aside wrote this profile. Please update Aside; nothing was changed.</source>
        <translation>Профиль записан более новой версией Aside. Обновите Aside; ничего не изменено.</translation>
    </message>
    <message>
        <source>The database is damaged. Run &quot;asidectl doctor --repair&quot;, or restore a copy from the folder &quot;backups&quot;.</source>
        <translation>База данных повреждена. Запустите «asidectl doctor --repair» или восстановите копию из папки «backups».</translation>
    </message>
    <message>
        <source>This is not Aside&apos;s database, or its key does not fit. Nothing was changed.</source>
        <translation>Это не база данных Aside или ключ к ней не подходит. Ничего не изменено.</translation>
    </message>
    <message>
        <source>The key of this profile cannot be found. Unlock the keychain it was made with and try again; nothing was changed.</source>
        <translation>Ключ этого профиля не найден. Разблокируйте связку ключей, с которой он создан, и повторите; ничего не изменено.</translation>
    </message>
    <message>
        <source>The file settings.toml cannot be understood. Correct it or move it away; it was not changed.</source>
        <translation>Файл settings.toml не удалось разобрать. Исправьте или переместите его; он не изменён.</translation>
    </message>
    <message>
        <source>It has changed in the meantime. Please look again.</source>
        <translation>За это время данные изменились. Посмотрите ещё раз.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the network and try again.</source>
        <translation>Сервер недоступен. Проверьте сеть и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The server did not answer in time. Please try again later.</source>
        <translation>Сервер не ответил вовремя. Попробуйте позже.</translation>
    </message>
    <message>
        <source>The server cannot prove who it is, so nothing was exchanged with it.</source>
        <translation>Сервер не подтвердил свою подлинность, поэтому мы ничего ему не передали и ничего не приняли.</translation>
    </message>
    <message>
        <source>The connection would not be encrypted, so it was not made.</source>
        <translation>Соединение было бы без шифрования, поэтому мы его не установили.</translation>
    </message>
    <message>
        <source>The address leads into your own network, so it was not opened.</source>
        <translation>Адрес ведёт в вашу собственную сеть, поэтому мы его не открыли.</translation>
    </message>
    <message>
        <source>The server refused the request.</source>
        <translation>Сервер отклонил запрос.</translation>
    </message>
    <message>
        <source>This list of phrases cannot be read, or is larger than 1 MB.</source>
        <translation>Этот список фраз не читается или больше 1 МБ.</translation>
    </message>
    <message>
        <source>This is not TOML, so the whole list is left out.</source>
        <translation>Это не TOML, поэтому весь список пропущен.</translation>
    </message>
    <message>
        <source>Lists are tables, and phrases are texts in quotes.</source>
        <translation>Списки записываются таблицами, а фразы — текстом в кавычках.</translation>
    </message>
    <message>
        <source>This phrase is longer than 4,000 characters and is left out.</source>
        <translation>Эта фраза длиннее 4000 знаков и пропущена.</translation>
    </message>
    <message>
        <source>A bracket of this phrase has no other half, so it is left out.</source>
        <translation>В этой фразе у скобки нет пары, поэтому она пропущена.</translation>
    </message>
    <message>
        <source>The brackets lie too deep, or there are too many phrases.</source>
        <translation>Скобки вложены слишком глубоко, или фраз слишком много.</translation>
    </message>
    <message>
        <source>This phrase has no word that must be there, or begins or ends with a gap.</source>
        <translation>В этой фразе нет ни одного обязательного слова, или она начинается либо кончается пропуском.</translation>
    </message>
    <message>
        <source>Nobody Aside trusts vouches for the server&apos;s certificate, so nothing was exchanged with it. Ask whoever runs the server.</source>
        <translation>За сертификат сервера не ручается никто из тех, кому доверяет Aside, поэтому мы ничего ему не передали и ничего не приняли. Обратитесь к администратору сервера.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate belongs to another name, so nothing was exchanged with it. Please check the name of the server.</source>
        <translation>Сертификат сервера выдан на другое имя, поэтому мы ничего ему не передали и ничего не приняли. Проверьте имя сервера.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid today, so nothing was exchanged with it. Check the date of this computer, or ask whoever runs the server.</source>
        <translation>Сертификат сервера сегодня недействителен, поэтому мы ничего ему не передали и ничего не приняли. Проверьте дату на этом компьютере или обратитесь к администратору сервера.</translation>
    </message>
    <message>
        <source>The server does not accept the name or the password. Please check both.</source>
        <translation>Сервер не принимает имя или пароль. Проверьте и то и другое.</translation>
    </message>
    <message>
        <source>The server offers no way of signing in that Aside knows.</source>
        <translation>Сервер не предлагает ни одного способа входа, который знает Aside.</translation>
    </message>
    <message>
        <source>The server&apos;s answer cannot be understood. Nothing was lost; please try again later.</source>
        <translation>Ответ сервера не удалось понять. Ничего не потеряно; попробуйте позже.</translation>
    </message>
    <message>
        <source>There is no room left in the mailbox at the server. Make room there and try again.</source>
        <translation>В почтовом ящике на сервере не осталось места. Освободите там место и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The password of this account is not kept on this computer. Please enter it again.</source>
        <translation>Пароля этой учётной записи нет на этом компьютере. Введите его снова.</translation>
    </message>
    <message>
        <source>This system has no keychain that Aside can use.</source>
        <translation>В этой системе нет связки ключей, которой Aside мог бы пользоваться.</translation>
    </message>
    <message>
        <source>The keychain is locked or does not answer. Unlock it and try again; without one, start Aside with ASIDE_KEYCHAIN=off.</source>
        <translation>Связка ключей заблокирована или не отвечает. Разблокируйте её и повторите; если её нет, запустите Aside с ASIDE_KEYCHAIN=off.</translation>
    </message>
    <message>
        <source>The passwords of your accounts lie in an encrypted file, and nobody gave its passphrase.</source>
        <translation>Пароли ваших учётных записей лежат в зашифрованном файле, а парольная фраза к нему не введена.</translation>
    </message>
    <message>
        <source>This passphrase does not open the file with the passwords of your accounts. Nothing was changed.</source>
        <translation>Эта парольная фраза не открывает файл с паролями ваших учётных записей. Ничего не изменено.</translation>
    </message>
    <message>
        <source>The file &quot;secrets&quot; in the profile is damaged; it was not changed. Restore it from a copy, or move it away and enter the passwords of your accounts again.</source>
        <translation>Файл «secrets» в профиле повреждён; он не изменён. Восстановите его из копии или уберите и введите пароли учётных записей заново.</translation>
    </message>
    <message>
        <source>The file is still at its mail server. Open or save it in the conversation first, then try again.</source>
        <translation>Файл ещё на почтовом сервере. Сначала откройте или сохраните его в обращении, потом повторите.</translation>
    </message>
    <message>
        <source>The customer does not allow it. Ask in the conversation first, and record the answer.</source>
        <translation>Клиент этого не разрешает. Сначала спросите в переписке и запишите ответ.</translation>
    </message>
    <message>
        <source>Another program reads this account, and only one can. Stop the other program, or make a new access token and enter it here alone.</source>
        <translation>Эту учётную запись читает другая программа, а читать может только одна. Остановите её или выпустите новый ключ доступа и введите его только здесь.</translation>
    </message>
</context>
<context>
    <name>aside::EvidenceText</name>
    <message>
        <source>All of it left, and no answer came. Aside has not looked for it on the server yet.</source>
        <translation>Ответ ушёл целиком, но подтверждения нет. Aside ещё не искал его на сервере.</translation>
    </message>
    <message>
        <source>A part of it left, and no answer came. Aside has not looked for it on the server yet.</source>
        <translation>Ответ ушёл частично, подтверждения нет. Aside ещё не искал его на сервере.</translation>
    </message>
    <message>
        <source>It was found on the server.</source>
        <translation>Ответ нашёлся на сервере.</translation>
    </message>
    <message>
        <source>Aside looked for it on the server and did not find it. Look for yourself before you decide: it may have arrived all the same.</source>
        <translation>Aside искал ответ на сервере и не нашёл. Прежде чем решать, посмотрите сами: он мог всё же дойти.</translation>
    </message>
    <message>
        <source>This server cannot tell whether it has it. Look for yourself before you decide.</source>
        <translation>Этот сервер не может сказать, есть ли у него ответ. Прежде чем решать, посмотрите сами.</translation>
    </message>
    <message>
        <source>Looked for by its Message-ID in: %1</source>
        <extracomment>Names of folders at the mail server; Message-ID is the name of a header field</extracomment>
        <translation>Искали по Message-ID в папках: %1</translation>
    </message>
    <message>
        <source>The account has no folder for sent mail where one could look.</source>
        <translation>У учётной записи нет папки отправленных, где его можно было бы поискать.</translation>
    </message>
    <message>
        <source>The server answered after all.</source>
        <translation>Сервер всё же ответил.</translation>
    </message>
    <message>
        <source>The server answered after all: %1</source>
        <translation>Сервер всё же ответил: %1</translation>
    </message>
</context>
<context>
    <name>aside::FileRow</name>
    <message>
        <source>without a name</source>
        <translation>без имени</translation>
    </message>
    <message>
        <source>empty</source>
        <extracomment>The size of a file of no bytes</extracomment>
        <translation>пустой</translation>
    </message>
    <message>
        <source>What the picture shows</source>
        <translation>Что на картинке</translation>
    </message>
    <message>
        <source>What the picture %1 shows</source>
        <translation>Что на картинке %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Убрать %1</translation>
    </message>
</context>
<context>
    <name>aside::FileTray</name>
    <message>
        <source>Pasted picture</source>
        <extracomment>The name of a file</extracomment>
        <translation>Вставленная картинка</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Прикрепить файлы</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) attached</source>
        <translation>
            <numerusform>Прикреплён %n файл</numerusform>
            <numerusform>Прикреплено %n файла</numerusform>
            <numerusform>Прикреплено %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Attach…</source>
        <translation>При&amp;крепить…</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Прикреплённые файлы</translation>
    </message>
    <message>
        <source>“%1” was not attached: the files of one message may be %2 together.</source>
        <extracomment>%1 is the name of a file, %2 a size such as &quot;25 MB&quot;</extracomment>
        <translation>Файл «%1» не прикреплён: всё вместе в одном сообщении может занимать до %2.</translation>
    </message>
    <message>
        <source>“%1” was not attached. %2</source>
        <extracomment>%1 is the name of a file, %2 a sentence that says why</extracomment>
        <translation>Файл «%1» не прикреплён. %2</translation>
    </message>
</context>
<context>
    <name>aside::FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>Найти в этом обращении</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Предыдущее место</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Следующее место</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Не найдено</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 is the place that is shown, %2 the number of all places</extracomment>
        <translation>%1 из %2</translation>
    </message>
</context>
<context>
    <name>aside::FindingsPanel</name>
    <message>
        <source>%1
✓ %2</source>
        <extracomment>A question of the reply check and, below it, the operator&apos;s reason</extracomment>
        <translation>%1
✓ %2</translation>
    </message>
    <message>
        <source>Questions about this reply</source>
        <translation>Вопросы к этому ответу</translation>
    </message>
    <message>
        <source>Do &amp;not ask for this draft</source>
        <translation>Не спрашивать в &amp;этом черновике</translation>
    </message>
    <message numerus="yes">
        <source>%n to answer</source>
        <translation>
            <numerusform>Без ответа: %n</numerusform>
            <numerusform>Без ответа: %n</numerusform>
            <numerusform>Без ответа: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to answer</source>
        <translation>На всё есть ответ</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>To a screen reader: kind of the finding, its question</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>G&amp;ive a reason…</source>
        <translation>Назвать при&amp;чину…</translation>
    </message>
    <message>
        <source>Ed&amp;it the reason…</source>
        <translation>Изменить при&amp;чину…</translation>
    </message>
    <message>
        <source>More about this question</source>
        <translation>Ещё об этом вопросе</translation>
    </message>
    <message>
        <source>Wh&amp;y this rule?</source>
        <translation>Зач&amp;ем это правило?</translation>
    </message>
</context>
<context>
    <name>aside::FolderTroubleText</name>
    <message>
        <source>The folder “%1” is not at the server.</source>
        <extracomment>%1 is the name of a folder at the mail server</extracomment>
        <translation>Папки «%1» на сервере нет.</translation>
    </message>
    <message>
        <source>The folder “%1” could not be fetched and is tried again: %2</source>
        <extracomment>%1 is the name of a folder at the mail server, %2 a sentence that says why</extracomment>
        <translation>Папку «%1» получить не удалось, Aside попробует ещё раз. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) in the folder “%1” cannot be read. They stay at the server, and Aside tries again the next time it starts.</source>
        <extracomment>%1 is the name of a folder at the mail server</extracomment>
        <translation>
            <numerusform>В папке «%1» не удаётся прочитать %n письмо. Оно остаётся на сервере, и Aside попробует снова при следующем запуске.</numerusform>
            <numerusform>В папке «%1» не удаётся прочитать %n письма. Они остаются на сервере, и Aside попробует снова при следующем запуске.</numerusform>
            <numerusform>В папке «%1» не удаётся прочитать %n писем. Они остаются на сервере, и Aside попробует снова при следующем запуске.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::FoundPage</name>
    <message>
        <source>It works</source>
        <translation>Всё работает</translation>
    </message>
    <message>
        <source>How is it called here?</source>
        <translation>Как её называть здесь?</translation>
    </message>
    <message>
        <source>Name that &amp;customers see</source>
        <translation>Имя, которое видят &amp;клиенты</translation>
    </message>
    <message>
        <source>Name for the &amp;team</source>
        <translation>Имя для ко&amp;манды</translation>
    </message>
</context>
<context>
    <name>aside::GapFiller</name>
    <message>
        <source>A number goes here: type digits.</source>
        <translation>Здесь нужно число: введите цифры.</translation>
    </message>
</context>
<context>
    <name>aside::GapPopup</name>
    <message>
        <source>What can be filled in</source>
        <translation>Что можно вставить</translation>
    </message>
    <message>
        <source>The day to fill in</source>
        <translation>День, который нужно вставить</translation>
    </message>
</context>
<context>
    <name>aside::GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Общие</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Оформление</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлое</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмное</translation>
    </message>
    <message>
        <source>&amp;Density</source>
        <translation>&amp;Плотность</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Плотно</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Обычно</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Просторно</translation>
    </message>
    <message>
        <source>Size of te&amp;xt</source>
        <translation>&amp;Размер текста</translation>
    </message>
    <message>
        <source> %</source>
        <extracomment>After the size of text in percent, with a space before it</extracomment>
        <translation> %</translation>
    </message>
</context>
<context>
    <name>aside::HalfField</name>
    <message>
        <source>Public line</source>
        <translation>Публичная строка</translation>
    </message>
    <message>
        <source>Private message</source>
        <translation>Личное сообщение</translation>
    </message>
    <message>
        <source>The template %1 cannot be used: %2</source>
        <extracomment>%1 is the name of a template, %2 what is wrong with it</extracomment>
        <translation>Шаблоном %1 нельзя воспользоваться: %2</translation>
    </message>
    <message>
        <source>There is no template for this in the folder “private”. Write your own words.</source>
        <translation>Для этого нет шаблона в папке «private». Напишите своими словами.</translation>
    </message>
    <message>
        <source>Promises an answer: %1</source>
        <extracomment>%1 are times to come</extracomment>
        <translation>Обещан срок: %1</translation>
    </message>
    <message>
        <source>Send the p&amp;ublic line</source>
        <translation>Отправить пу&amp;бличную строку</translation>
    </message>
    <message>
        <source>Send the &amp;request</source>
        <translation>Отправить про&amp;сьбу</translation>
    </message>
</context>
<context>
    <name>aside::HandbookDialog</name>
    <message>
        <source>The handbook of Aside</source>
        <translation>Руководство Aside</translation>
    </message>
    <message>
        <source>Page of the handbook</source>
        <translation>Страница руководства</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>C&amp;ontents</source>
        <translation>&amp;Содержание</translation>
    </message>
</context>
<context>
    <name>aside::HealthDialog</name>
    <message>
        <source>Nobody asks the service now.</source>
        <translation>Сейчас службу никто не спрашивает.</translation>
    </message>
    <message>
        <source>Let it go &amp;on</source>
        <translation>Пр&amp;одолжить</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Па&amp;уза</translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>Сохранить отчёт</translation>
    </message>
    <message>
        <source>The report is saved. It says what was asked of the service and when, without texts, names and tokens.</source>
        <translation>Отчёт сохранён. В нём сказано, что и когда спрашивали у службы, без текстов, имён и токенов.</translation>
    </message>
    <message>
        <source>Health of %1</source>
        <extracomment>%1 is the name of an account</extracomment>
        <translation>Состояние: %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Last fetched</source>
        <translation>Получено</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation>Опрос</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Ограничения</translation>
    </message>
    <message>
        <source>Troubles</source>
        <translation>Неполадки</translation>
    </message>
    <message>
        <source>&amp;Fetch now</source>
        <translation>По&amp;лучить сейчас</translation>
    </message>
    <message>
        <source>&amp;Save a report…</source>
        <translation>&amp;Сохранить отчёт…</translation>
    </message>
    <message>
        <source>Nothing comes by itself: you enter it.</source>
        <translation>Само ничего не приходит: вносите вы.</translation>
    </message>
    <message>
        <source>There is no service to ask.</source>
        <translation>Спрашивать некого: сервиса нет.</translation>
    </message>
</context>
<context>
    <name>aside::HealthWords</name>
    <message>
        <source>Messages to chat %1</source>
        <extracomment>A limit; %1 is the number of a chat</extracomment>
        <translation>Сообщения в чат %1</translation>
    </message>
    <message>
        <source>The service asked to wait: nothing goes before %1.</source>
        <extracomment>%1 is a time</extracomment>
        <translation>Служба просит подождать: до %1 ничего не уйдёт.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) can go now.</source>
        <translation>
            <numerusform>Сейчас может уйти %n запрос.</numerusform>
            <numerusform>Сейчас могут уйти %n запроса.</numerusform>
            <numerusform>Сейчас могут уйти %n запросов.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: nothing goes before %2.</source>
        <extracomment>%1 is what is limited, as the service calls it, %2 a time</extracomment>
        <translation>%1: до %2 ничего не уйдёт.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n request(s) can go now.</source>
        <extracomment>%1 is what is limited, as the service calls it</extracomment>
        <translation>
            <numerusform>%1: сейчас может уйти %n запрос.</numerusform>
            <numerusform>%1: сейчас могут уйти %n запроса.</numerusform>
            <numerusform>%1: сейчас могут уйти %n запросов.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is being fetched for right now.</source>
        <translation>Как раз идёт получение.</translation>
    </message>
    <message>
        <source>Nothing was fetched since Aside started.</source>
        <translation>С запуска Aside ещё ничего не получено.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n new message(s).</source>
        <extracomment>%1 is a time or a date</extracomment>
        <translation>
            <numerusform>%1: %n новое сообщение.</numerusform>
            <numerusform>%1: %n новых сообщения.</numerusform>
            <numerusform>%1: %n новых сообщений.</numerusform>
        </translation>
    </message>
    <message>
        <source>The service says by itself when something comes.</source>
        <translation>Служба сама сообщает, когда что-то приходит.</translation>
    </message>
    <message>
        <source>The service is asked from time to time.</source>
        <translation>Службу время от времени спрашивают.</translation>
    </message>
    <message>
        <source>It is asked again at %1.</source>
        <extracomment>%1 is a time</extracomment>
        <translation>Следующий раз: %1.</translation>
    </message>
    <message>
        <source>Nothing holds it back.</source>
        <translation>Ничто не мешает.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Нет.</translation>
    </message>
    <message>
        <source>All requests</source>
        <extracomment>A limit of a service, for all that is asked of it</extracomment>
        <translation>Все запросы</translation>
    </message>
    <message>
        <source>Files</source>
        <extracomment>A limit of a service, for files that are sent to it</extracomment>
        <translation>Файлы</translation>
    </message>
</context>
<context>
    <name>aside::ImportBar</name>
    <message>
        <source>Stop &amp;import</source>
        <translation>Ос&amp;тановить импорт</translation>
    </message>
    <message>
        <source>Show &amp;problems</source>
        <translation>Показать о&amp;шибки</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>Import progress</source>
        <translation>Ход импорта</translation>
    </message>
    <message numerus="yes">
        <source>Importing: %Ln message(s)</source>
        <translation>
            <numerusform>Импорт: %Ln сообщение</numerusform>
            <numerusform>Импорт: %Ln сообщения</numerusform>
            <numerusform>Импорт: %Ln сообщений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) imported</source>
        <translation>
            <numerusform>импортировано %Ln сообщение</numerusform>
            <numerusform>импортировано %Ln сообщения</numerusform>
            <numerusform>импортировано %Ln сообщений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already here</source>
        <translation>
            <numerusform>%Ln уже есть</numerusform>
            <numerusform>%Ln уже есть</numerusform>
            <numerusform>%Ln уже есть</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln не удалось прочитать</numerusform>
            <numerusform>%Ln не удалось прочитать</numerusform>
            <numerusform>%Ln не удалось прочитать</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. %1.</source>
        <translation>Остановлено: %1.</translation>
    </message>
    <message>
        <source>Done. %1.</source>
        <translation>Готово: %1.</translation>
    </message>
    <message>
        <source>The import did not work. %1</source>
        <translation>Импорт не удался. %1</translation>
    </message>
</context>
<context>
    <name>aside::InboxPane</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Обращения</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Try fewer words, or another form of them.</source>
        <translation>Попробуйте меньше слов или другие формы слов.</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Здесь пока пусто</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Импортировать файлы…</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Здесь пусто</translation>
    </message>
    <message>
        <source>This view has no conversations now.</source>
        <translation>Сейчас здесь нет обращений.</translation>
    </message>
    <message>
        <source>Search (Ctrl+Shift+F)</source>
        <translation>Поиск (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <source>Order: %1. %2</source>
        <translation>Порядок: %1. %2</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>Порядок: %1</translation>
    </message>
    <message>
        <source>Connect the mailbox that your customers write to, or import mail or an export.</source>
        <translation>Подключите почтовый ящик, на который пишут клиенты, или импортируйте почту или выгрузку.</translation>
    </message>
    <message>
        <source>Order: what is due first</source>
        <translation>Порядок: сначала то, чей срок раньше</translation>
    </message>
    <message>
        <source>Connect an account…</source>
        <translation>Подключить учётную запись…</translation>
    </message>
</context>
<context>
    <name>aside::KeyboardPage</name>
    <message>
        <source>Keyboard</source>
        <translation>Клавиатура</translation>
    </message>
    <message>
        <source>Single &amp;letters are commands in the list of conversations</source>
        <translation>Одиночные &amp;буквы — команды в списке обращений</translation>
    </message>
    <message>
        <source>For example J and K go down and up, E closes. They never work while you write.</source>
        <translation>Например, J и K — вниз и вверх, E — закрыть. Пока вы пишете, они не действуют.</translation>
    </message>
    <message>
        <source>&amp;Change shortcuts…</source>
        <translation>&amp;Изменить сочетания клавиш…</translation>
    </message>
</context>
<context>
    <name>aside::LengthCounter</name>
    <message numerus="yes">
        <source>%n byte(s) too many</source>
        <translation>
            <numerusform>лишний %n байт</numerusform>
            <numerusform>лишние %n байта</numerusform>
            <numerusform>лишние %n байт</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) left</source>
        <translation>
            <numerusform>остался %n байт</numerusform>
            <numerusform>осталось %n байта</numerusform>
            <numerusform>осталось %n байт</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) too many</source>
        <translation>
            <numerusform>лишняя %n буква</numerusform>
            <numerusform>лишние %n буквы</numerusform>
            <numerusform>лишние %n букв</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) left</source>
        <translation>
            <numerusform>осталась %n буква</numerusform>
            <numerusform>осталось %n буквы</numerusform>
            <numerusform>осталось %n букв</numerusform>
        </translation>
    </message>
    <message>
        <source>The channel takes %1 at most, as it counts: links and names may count otherwise.</source>
        <extracomment>%1 is a number</extracomment>
        <translation>Канал принимает не больше %1 по своему счёту: ссылки и имена могут считаться иначе.</translation>
    </message>
</context>
<context>
    <name>aside::LogDialog</name>
    <message>
        <source>Save the log</source>
        <translation>Сохранить журнал</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Показывать</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Предупреждения и ошибки</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>&amp;Сохранить…</translation>
    </message>
</context>
<context>
    <name>aside::MainWindow</name>
    <message>
        <source>Aside</source>
        <translation>Aside</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Импорт файлов</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Импорт папки</translation>
    </message>
    <message>
        <source>A file is still being attached. The window closes when it is there.</source>
        <translation>Файл ещё прикрепляется. Окно закроется, как только он будет на месте.</translation>
    </message>
</context>
<context>
    <name>aside::MentionDialog</name>
    <message>
        <source>Only we can read it &amp;there</source>
        <translation>Читать это там можем только м&amp;ы</translation>
    </message>
    <message>
        <source>Enter a mention</source>
        <translation>Внести упоминание</translation>
    </message>
    <message>
        <source>It goes &amp;on with the open conversation: %1</source>
        <extracomment>%1 is the customer of the open conversation</extracomment>
        <translation>Это п&amp;родолжение открытого обращения: %1</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>&amp;Место</translation>
    </message>
    <message>
        <source>What they &amp;wrote</source>
        <translation>&amp;Что написали</translation>
    </message>
    <message>
        <source>&amp;Author, as the page shows them</source>
        <translation>&amp;Автор, как его показывает страница</translation>
    </message>
    <message>
        <source>A&amp;ddress of the page</source>
        <translation>А&amp;дрес страницы</translation>
    </message>
    <message>
        <source>W&amp;hen</source>
        <translation>&amp;Когда</translation>
    </message>
    <message>
        <source>That is no address of a page. Copy it from the browser: it begins with https://.</source>
        <translation>Это не адрес страницы. Скопируйте его из браузера: он начинается с https://.</translation>
    </message>
    <message>
        <source>That time is still to come. When was it written?</source>
        <translation>Это время ещё не наступило. Когда это написали?</translation>
    </message>
    <message>
        <source>That is too long to be kept: a mention has 200,000 characters at most.</source>
        <translation>Это слишком длинно: в упоминании не больше 200 000 знаков.</translation>
    </message>
</context>
<context>
    <name>aside::MergeDialog</name>
    <message>
        <source>Merge with another person</source>
        <translation>Объединить с другим клиентом</translation>
    </message>
    <message>
        <source>&amp;Who else is it?</source>
        <translation>&amp;Кто это ещё?</translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>Имя или адрес</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Nothing is lost: both notes stay, the stricter consents count, and you can separate them again.</source>
        <translation>Ничего не пропадёт: обе заметки останутся, действовать будут более строгие согласия, и их можно снова разделить.</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Объединить</translation>
    </message>
</context>
<context>
    <name>aside::MergeSection</name>
    <message>
        <source>Undo: %1</source>
        <translation>Отменить: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation>Объединить с…</translation>
    </message>
    <message>
        <source>Merge this person with another</source>
        <translation>Объединить этого клиента с другим</translation>
    </message>
    <message>
        <source>Is this the same person as %2 (%1)?</source>
        <extracomment>%1 is a channel, %2 a name or an address</extracomment>
        <translation>Это тот же человек, что %2 (%1)?</translation>
    </message>
    <message>
        <source>Same person</source>
        <extracomment>A button: both are one</extracomment>
        <translation>Один человек</translation>
    </message>
    <message>
        <source>Same person as %1</source>
        <translation>Один человек с %1</translation>
    </message>
    <message>
        <source>Different people</source>
        <translation>Разные люди</translation>
    </message>
    <message>
        <source>Different people: this one and %1</source>
        <translation>Разные люди: этот человек и %1</translation>
    </message>
    <message>
        <source>Show the message</source>
        <translation>Показать сообщение</translation>
    </message>
    <message>
        <source>Show the message: %1</source>
        <translation>Показать сообщение: %1</translation>
    </message>
    <message>
        <source>Merged with %1.</source>
        <translation>Объединён с: %1.</translation>
    </message>
    <message>
        <source>Merged with %1 by %2.</source>
        <translation>Объединён с: %1 (решение: %2).</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Заметка: %1</translation>
    </message>
    <message>
        <source>Separate again</source>
        <translation>Разделить снова</translation>
    </message>
    <message>
        <source>Separate %1 again</source>
        <translation>Снова отделить: %1</translation>
    </message>
</context>
<context>
    <name>aside::MergeWords</name>
    <message>
        <source>They came to the private talk by the link that was sent to the other.</source>
        <translation>Один из них пришёл в личную переписку по ссылке, которую отправили другому.</translation>
    </message>
    <message>
        <source>Both have the address %1.</source>
        <translation>У обоих адрес %1.</translation>
    </message>
    <message>
        <source>Both have the number %1.</source>
        <translation>У обоих номер %1.</translation>
    </message>
    <message>
        <source>One wrote %1, the address of the other.</source>
        <translation>Один написал %1, это адрес другого.</translation>
    </message>
    <message>
        <source>One wrote %1, the number of the other.</source>
        <translation>Один написал %1, это номер другого.</translation>
    </message>
    <message>
        <source>Both have the same full name, and %1 as their nickname.</source>
        <translation>У обоих одинаковые имя с фамилией и никнейм %1.</translation>
    </message>
    <message>
        <source>Unknown person</source>
        <translation>Неизвестный</translation>
    </message>
    <message>
        <source>Any length</source>
        <translation>Любая длина ответа</translation>
    </message>
    <message>
        <source>Short answers</source>
        <translation>Короткие ответы</translation>
    </message>
    <message>
        <source>Detailed answers</source>
        <translation>Подробные ответы</translation>
    </message>
    <message>
        <source>Any tone</source>
        <extracomment>How formally a person likes to be spoken to</extracomment>
        <translation>Любое обращение</translation>
    </message>
    <message>
        <source>Formal</source>
        <extracomment>How formally a person likes to be spoken to: &quot;вы&quot; in Russian</extracomment>
        <translation>На «вы»</translation>
    </message>
    <message>
        <source>Familiar</source>
        <extracomment>How formally a person likes to be spoken to: &quot;ты&quot; in Russian</extracomment>
        <translation>На «ты»</translation>
    </message>
</context>
<context>
    <name>aside::MessageActions</name>
    <message>
        <source>The link says “%1” but leads to %2.</source>
        <extracomment>%1 is what the reader sees, %2 where it really leads</extracomment>
        <translation>В ссылке написано «%1», но ведёт она на %2.</translation>
    </message>
    <message>
        <source>The link hides where it leads: to %1.</source>
        <translation>Ссылка скрывает, куда ведёт: на %1.</translation>
    </message>
    <message>
        <source>The link leads to %1, a name with letters of another script that can look like a name you know.</source>
        <translation>Ссылка ведёт на %1: в имени буквы другого письма, оно может походить на знакомое.</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>Открыть эту ссылку?</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>Всё равно открыть</translation>
    </message>
    <message>
        <source>Save attachment</source>
        <translation>Сохранить вложение</translation>
    </message>
    <message>
        <source>“%1” cannot be brought: its letter is not at the mail server any more, or lies in a folder that is not fetched.</source>
        <translation>Файл «%1» забрать нельзя: его письма больше нет на почтовом сервере, или оно лежит в папке, которую Aside не забирает.</translation>
    </message>
    <message>
        <source>“%1” was not brought from the mail server; it is still there. %2</source>
        <extracomment>%1 is a file name, %2 a sentence on the reason</extracomment>
        <translation>Файл «%1» забрать с почтового сервера не удалось, он остался там. %2</translation>
    </message>
</context>
<context>
    <name>aside::MessageText</name>
    <message>
        <source>Pictures: %1</source>
        <translation>Изображения: %1</translation>
    </message>
</context>
<context>
    <name>aside::MessageView</name>
    <message>
        <source>(no text)</source>
        <translation>(без текста)</translation>
    </message>
    <message>
        <source>Message: %1</source>
        <translation>Сообщение: %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 (we) · %2</source>
        <translation>%1 (мы) · %2</translation>
    </message>
    <message>
        <source>Note (team only) · %1 · %2</source>
        <translation>Заметка (только для команды) · %1 · %2</translation>
    </message>
    <message>
        <source>Event · %1</source>
        <translation>Событие · %1</translation>
    </message>
    <message>
        <source>%1, incoming, %2: %3</source>
        <translation>%1, входящее, %2: %3</translation>
    </message>
    <message>
        <source>%1, outgoing, %2: %3</source>
        <translation>%1, исходящее, %2: %3</translation>
    </message>
    <message>
        <source>%1, note for the team, %2: %3</source>
        <translation>%1, заметка для команды, %2: %3</translation>
    </message>
    <message>
        <source>Event, %1: %2</source>
        <translation>Событие, %1: %2</translation>
    </message>
    <message>
        <source>Shown as plain text: the formatted version is too long to be shown quickly.</source>
        <translation>Показано как простой текст: оформленный вариант слишком длинный, чтобы показать его быстро.</translation>
    </message>
    <message>
        <source>Shown as plain text: the formatted version is nested too deeply.</source>
        <translation>Показано как простой текст: вложенность оформленного варианта слишком велика.</translation>
    </message>
    <message>
        <source>Shown as plain text: the formatted version consists of too many parts.</source>
        <translation>Показано как простой текст: в оформленном варианте слишком много частей.</translation>
    </message>
    <message>
        <source>Show quoted text</source>
        <translation>Показать цитату</translation>
    </message>
    <message>
        <source>Hide quoted text</source>
        <translation>Скрыть цитату</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать всё</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Копировать сообщение</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Копировать ссылку</translation>
    </message>
    <message>
        <source>Show formatted</source>
        <translation>Показать с оформлением</translation>
    </message>
    <message>
        <source>Show as plain text</source>
        <translation>Показать как простой текст</translation>
    </message>
    <message>
        <source>Note · %1 · %2</source>
        <translation>Заметка · %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>Behind a list of names</extracomment>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipient(s)</source>
        <translation>
            <numerusform>%n получатель</numerusform>
            <numerusform>%n получателя</numerusform>
            <numerusform>%n получателей</numerusform>
        </translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>От: %1</translation>
    </message>
    <message>
        <source>Answers go to: %1</source>
        <translation>Отвечать на: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>Кому: %1</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <translation>Копия: %1</translation>
    </message>
    <message>
        <source>Bcc: %1</source>
        <translation>Скрытая копия: %1</translation>
    </message>
    <message>
        <source>Hide recipients: %1</source>
        <translation>Скрыть получателей: %1</translation>
    </message>
    <message>
        <source>Show recipients: %1</source>
        <translation>Показать получателей: %1</translation>
    </message>
    <message>
        <source>Removed from the mail server. It is kept here.</source>
        <translation>Удалено с почтового сервера. Здесь письмо сохранено.</translation>
    </message>
    <message>
        <source>Hide recipients</source>
        <translation>Скрыть получателей</translation>
    </message>
    <message>
        <source>Show recipients</source>
        <translation>Показать получателей</translation>
    </message>
    <message>
        <source>deleted: %1</source>
        <translation>удалено: %1</translation>
    </message>
    <message>
        <source>edited: %1</source>
        <translation>изменено: %1</translation>
    </message>
    <message>
        <source>Edited %1</source>
        <extracomment>%1 is a time</extracomment>
        <translation>Изменено %1</translation>
    </message>
    <message>
        <source>Until %1: %2</source>
        <extracomment>%1 is a time, %2 what a message said until then</extracomment>
        <translation>До %1: %2</translation>
    </message>
    <message>
        <source>Hide the earlier words: %1</source>
        <translation>Скрыть прежний текст: %1</translation>
    </message>
    <message>
        <source>Show the earlier words: %1</source>
        <translation>Показать прежний текст: %1</translation>
    </message>
    <message>
        <source>Deleted where it was written, %1. It is kept here.</source>
        <translation>Удалено там, где было написано, %1. Здесь оно сохранено.</translation>
    </message>
    <message>
        <source>Open on %1</source>
        <extracomment>%1 is a site, such as &quot;reviews.example&quot;</extracomment>
        <translation>Открыть на %1</translation>
    </message>
</context>
<context>
    <name>aside::MoveDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>О&amp;тмена</translation>
    </message>
    <message>
        <source>Move to private</source>
        <translation>Перейти в личную переписку</translation>
    </message>
    <message>
        <source>&amp;Other ways, and why not</source>
        <translation>&amp;Другие пути, и почему нет</translation>
    </message>
    <message>
        <source>The platform takes no private message any more: the time for it is over. Nothing was sent.</source>
        <translation>Платформа больше не принимает личное сообщение: время для него вышло. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>Somebody began to move this conversation already. Nothing of yours was sent.</source>
        <translation>Кто-то уже начал переносить это обращение. Ваше не отправлено.</translation>
    </message>
    <message>
        <source>This conversation is gone. Nothing was sent.</source>
        <translation>Этого обращения больше нет. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>The customer does not allow this way any more. Nothing was sent.</source>
        <translation>Клиент больше не разрешает этот путь. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>Co&amp;py the texts</source>
        <translation>&amp;Скопировать тексты</translation>
    </message>
    <message>
        <source>Both texts are on the clipboard.</source>
        <translation>Тексты в буфере обмена.</translation>
    </message>
    <message>
        <source>Keep what you wrote?</source>
        <translation>Сохранить написанное?</translation>
    </message>
    <message>
        <source>The public line goes into the draft of your reply, the private message into the draft of a note, which only the team reads.</source>
        <translation>Публичная строка попадёт в черновик ответа, личное сообщение в черновик заметки, которую читает только команда.</translation>
    </message>
    <message>
        <source>&amp;Keep as drafts</source>
        <translation>&amp;Сохранить черновиками</translation>
    </message>
    <message>
        <source>&amp;Drop</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>Go &amp;on writing</source>
        <translation>&amp;Продолжить</translation>
    </message>
    <message>
        <source>Close the public side</source>
        <translation>Закрыть публичную сторону</translation>
    </message>
    <message>
        <source>It waits in the outbox.</source>
        <extracomment>The public line or the private message</extracomment>
        <translation>Ждёт в исходящих.</translation>
    </message>
    <message>
        <source>Somebody closes the public side already, or the talk went on. Nothing of yours was sent.</source>
        <translation>Кто-то уже закрывает публичную сторону, или разговор продолжился. Из вашего ничего не отправлено.</translation>
    </message>
</context>
<context>
    <name>aside::Names</name>
    <message>
        <source>Unknown person</source>
        <translation>Неизвестный</translation>
    </message>
</context>
<context>
    <name>aside::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Скрыть</translation>
    </message>
</context>
<context>
    <name>aside::NotificationsPage</name>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>&amp;Announce new messages</source>
        <translation>Соо&amp;бщать о новых сообщениях</translation>
    </message>
    <message>
        <source>&amp;Show who wrote and the first words</source>
        <translation>&amp;Показывать, кто написал, и первые слова</translation>
    </message>
    <message>
        <source>Without this, a notification only says that something arrived.</source>
        <translation>Иначе уведомление говорит только, что что-то пришло.</translation>
    </message>
    <message>
        <source>&amp;Quiet hours</source>
        <translation>&amp;Тихие часы</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;С</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;До</translation>
    </message>
    <message>
        <source>Show an &amp;icon in the system tray</source>
        <translation>Показывать &amp;значок в системном лотке</translation>
    </message>
    <message>
        <source>Remind of a &amp;promise</source>
        <translation>Напоминать об об&amp;ещании</translation>
    </message>
    <message>
        <source> min before</source>
        <extracomment>After a number of minutes, with a space before it</extracomment>
        <translation> мин до срока</translation>
    </message>
    <message>
        <source>When it is due</source>
        <translation>Когда срок настал</translation>
    </message>
</context>
<context>
    <name>aside::OutboxDetails</name>
    <message>
        <source>The server said: %1</source>
        <translation>Сервер ответил: %1</translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s); next attempt: %1.</source>
        <translation>
            <numerusform>Была %n попытка; следующая: %1.</numerusform>
            <numerusform>Было %n попытки; следующая: %1.</numerusform>
            <numerusform>Было %n попыток; следующая: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Since you wrote this, %n message(s) came:</source>
        <translation>
            <numerusform>После этого пришло %n сообщение:</numerusform>
            <numerusform>После этого пришло %n сообщения:</numerusform>
            <numerusform>После этого пришло %n сообщений:</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>When a customer wrote, who, and the beginning of what</extracomment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Send any&amp;way</source>
        <translation>Отправи&amp;ть всё равно</translation>
    </message>
    <message>
        <source>Send &amp;again</source>
        <translation>Отправи&amp;ть снова</translation>
    </message>
    <message>
        <source>Send &amp;now</source>
        <translation>Отправи&amp;ть сейчас</translation>
    </message>
    <message>
        <source>It &amp;is there</source>
        <translation>Он та&amp;м есть</translation>
    </message>
    <message>
        <source>It is not the&amp;re</source>
        <translation>Е&amp;го там нет</translation>
    </message>
    <message>
        <source>It left, but its copy is not in the folder for sent mail.</source>
        <translation>Ответ ушёл, но его копии нет в папке отправленных.</translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s), and given up. The text stays here.</source>
        <translation>
            <numerusform>Была %n попытка, больше их не будет. Текст остаётся здесь.</numerusform>
            <numerusform>Было %n попытки, больше их не будет. Текст остаётся здесь.</numerusform>
            <numerusform>Было %n попыток, больше их не будет. Текст остаётся здесь.</numerusform>
        </translation>
    </message>
    <message>
        <source>The private message that comes before it was taken back. Send this one alone, or take it back as well.</source>
        <translation>Личное сообщение, которое должно уйти раньше, вы вернули. Отправьте этот ответ без него или тоже верните.</translation>
    </message>
    <message>
        <source>It leaves after the private message to %1 (%2).</source>
        <extracomment>%1 is a person; %2 is the state of that message: &quot;Held&quot;, &quot;Refused&quot;</extracomment>
        <translation>Уйдёт после личного сообщения для клиента: %1 (%2).</translation>
    </message>
    <message>
        <source>A public line waits until this is sent.</source>
        <translation>Его отправки ждёт публичный ответ.</translation>
    </message>
    <message>
        <source>Posted by hand. What speaks for it: %1</source>
        <translation>Опубликовано вручную. Подтверждение: %1</translation>
    </message>
    <message>
        <source>Take the text, post it there, and come back to say where it stands. It counts as sent only then.</source>
        <translation>Возьмите текст, опубликуйте его там и вернитесь сказать, где он стоит. Только тогда он считается отправленным.</translation>
    </message>
    <message>
        <source>You took the text, %1. Look whether it is posted before you post it again.</source>
        <extracomment>%1 is when the operator copied the text of a reply</extracomment>
        <translation>Вы взяли текст, %1. Посмотрите, не опубликован ли он, прежде чем публиковать снова.</translation>
    </message>
    <message>
        <source>Its page: %1</source>
        <translation>Страница: %1</translation>
    </message>
    <message>
        <source>Attach it there yourself: %1</source>
        <translation>Приложите там сами: %1</translation>
    </message>
    <message>
        <source>Cop&amp;y the text</source>
        <translation>Скоп&amp;ировать текст</translation>
    </message>
    <message>
        <source>Cop&amp;y the text and open the page</source>
        <translation>Скоп&amp;ировать текст и открыть страницу</translation>
    </message>
    <message>
        <source>It is &amp;posted…</source>
        <translation>Опу&amp;бликовано…</translation>
    </message>
</context>
<context>
    <name>aside::OutboxReasons</name>
    <message>
        <source>✓ %1</source>
        <extracomment>%1 is the operator&apos;s reason for what the reply check asked about</extracomment>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>Was switched off for this reply</source>
        <translation>Для этого ответа отключено</translation>
    </message>
    <message>
        <source>Answers to the reply check</source>
        <translation>Ответы на вопросы проверки</translation>
    </message>
</context>
<context>
    <name>aside::OutboxView</name>
    <message>
        <source>No account can send this yet; it waits here.</source>
        <translation>Пока нет учётной записи для отправки; ответ ждёт здесь.</translation>
    </message>
    <message>
        <source>It can still be taken back.</source>
        <translation>Ответ ещё можно вернуть.</translation>
    </message>
    <message>
        <source>Take &amp;back</source>
        <translation>Ве&amp;рнуть</translation>
    </message>
    <message>
        <source>Sh&amp;ow conversation</source>
        <translation>По&amp;казать обращение</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Исходящие</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Нет ответов, ожидающих отправки.</translation>
    </message>
    <message>
        <source>%1 · %2 · to %3 on %4 · %5</source>
        <translation>%1 · %2 · кому: %3, %4 · %5</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <extracomment>Head of an item in the outbox: for whom, on which channel, who can read it</extracomment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more file(s)</source>
        <extracomment>Files that go with a reply; %1 is the name of the first</extracomment>
        <translation>
            <numerusform>%1 и ещё %n файл</numerusform>
            <numerusform>%1 и ещё %n файла</numerusform>
            <numerusform>%1 и ещё %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation>Прикреплено: %1</translation>
    </message>
    <message>
        <source>It leaves on %1.</source>
        <extracomment>%1 is the date and time that was chosen for a reply</extracomment>
        <translation>Уйдёт %1.</translation>
    </message>
    <message>
        <source>Everything public is frozen.</source>
        <translation>Всё публичное заморожено.</translation>
    </message>
    <message>
        <source>The customer wrote since you wrote this.</source>
        <translation>После этого клиент написал ещё.</translation>
    </message>
    <message>
        <source>A lead reads it first.</source>
        <translation>Сначала его прочтёт руководитель.</translation>
    </message>
    <message>
        <source>You found that it was not sent.</source>
        <translation>Вы выяснили, что он не ушёл.</translation>
    </message>
    <message>
        <source>&amp;Back to the draft</source>
        <translation>Вернуть в &amp;черновик</translation>
    </message>
    <message>
        <source>It leaves once the private message has arrived.</source>
        <translation>Уйдёт, когда дойдёт личное сообщение.</translation>
    </message>
    <message>
        <source>The customer does not allow it.</source>
        <translation>Клиент этого не разрешает.</translation>
    </message>
    <message>
        <source>It leaves once the public line is there.</source>
        <translation>Уйдёт, когда появится публичная строка.</translation>
    </message>
    <message>
        <source>You post it: programs cannot write there.</source>
        <translation>Публикуете вы: программы писать туда не могут.</translation>
    </message>
    <message>
        <source>You took the text. Is it posted?</source>
        <translation>Вы взяли текст. Он опубликован?</translation>
    </message>
</context>
<context>
    <name>aside::Palette</name>
    <message>
        <source>Command palette</source>
        <translation>Палитра команд</translation>
    </message>
    <message>
        <source>Command, view or conversation</source>
        <translation>Команда, раздел или обращение</translation>
    </message>
    <message>
        <source>Type a command, a view or a customer…</source>
        <translation>Введите команду, раздел или имя клиента…</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Что подходит</translation>
    </message>
</context>
<context>
    <name>aside::PassphraseDialog</name>
    <message>
        <source>Choose a passphrase</source>
        <translation>Выбор парольной фразы</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message>
        <source>This system has no keychain. The passwords of your accounts will lie in a file of your profile that only this passphrase opens. Nobody can restore it: write it down and keep it in a safe place.</source>
        <translation>В этой системе нет связки ключей. Пароли ваших учётных записей будут лежать в файле профиля, который открывает только эта парольная фраза. Восстановить её никто не сможет: запишите её и храните в надёжном месте.</translation>
    </message>
    <message>
        <source>The passwords of your accounts lie in an encrypted file. Its passphrase opens it; Aside will not ask again before its next start.</source>
        <translation>Пароли ваших учётных записей лежат в зашифрованном файле. Его открывает парольная фраза; до следующего запуска Aside больше не спросит.</translation>
    </message>
    <message>
        <source>That was not the passphrase. Please try again.</source>
        <translation>Это не та парольная фраза. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>&amp;Взять эту фразу</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Открыть</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Парольная фраза</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>&amp;Ещё раз</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Фразы не совпадают.</translation>
    </message>
</context>
<context>
    <name>aside::PendingBubble</name>
    <message>
        <source>Take back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Show in the outbox</source>
        <translation>Показать в исходящих</translation>
    </message>
    <message>
        <source>Reply, %1: %2</source>
        <extracomment>To a screen reader: a reply that is on its way; %1 is how far it is, %2 how it begins</extracomment>
        <translation>Ответ, %1: %2</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation>Прикреплено: %1</translation>
    </message>
</context>
<context>
    <name>aside::PersonDrawer</name>
    <message>
        <source>Person</source>
        <extracomment>The name of the drawer for a screen reader</extracomment>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Обещания</translation>
    </message>
    <message>
        <source>Note about this person (team only)</source>
        <translation>Заметка о клиенте (только для команды)</translation>
    </message>
    <message>
        <source>What should everybody know who writes to this person?</source>
        <translation>Что должен знать каждый, кто пишет этому человеку?</translation>
    </message>
    <message>
        <source>Unknown person</source>
        <translation>Неизвестный</translation>
    </message>
    <message>
        <source>%1 followers</source>
        <translation>Подписчиков: %1</translation>
    </message>
    <message>
        <source>blocked</source>
        <extracomment>A person who may not reach the inbox</extracomment>
        <translation>заблокирован</translation>
    </message>
    <message>
        <source>&amp;Promise a date…</source>
        <translation>Поо&amp;бещать срок…</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n обращение</numerusform>
            <numerusform>%n обращения</numerusform>
            <numerusform>%n обращений</numerusform>
        </translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Согласия</translation>
    </message>
    <message>
        <source>not allowed to phone</source>
        <translation>звонить нельзя</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Позвонить</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Позвонить на %1</translation>
    </message>
    <message>
        <source>Likes to be answered</source>
        <translation>Как лучше отвечать</translation>
    </message>
    <message>
        <source>More about this person</source>
        <translation>Ещё об этом человеке</translation>
    </message>
    <message>
        <source>&amp;Export all that is kept…</source>
        <translation>&amp;Выгрузить всё, что хранится…</translation>
    </message>
    <message>
        <source>E&amp;rase this person…</source>
        <translation>&amp;Стереть данные человека…</translation>
    </message>
</context>
<context>
    <name>aside::PersonParts</name>
    <message>
        <source>Kept %1: %2</source>
        <translation>Выполнено %1: %2</translation>
    </message>
    <message>
        <source>Late since %1: %2</source>
        <extracomment>%1 is a date, %2 what was promised</extracomment>
        <translation>Просрочено с %1: %2</translation>
    </message>
    <message>
        <source>Due %1: %2</source>
        <translation>До %1: %2</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Moved, was due %1: %2</source>
        <extracomment>Of a promise that has another date now; %1 is its old date, %2 what was promised</extracomment>
        <translation>Перенесено, было до %1: %2</translation>
    </message>
    <message>
        <source>Did not reach them, was due %1: %2</source>
        <extracomment>Of a promise in a reply that came back; %1 is a date, %2 what was promised</extracomment>
        <translation>Ответ не дошёл, было до %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>To a screen reader, of a button: what it does, and what was promised</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Draft about a delay</source>
        <translation>Написать о задержке</translation>
    </message>
    <message>
        <source>closed</source>
        <extracomment>The state of a conversation</extracomment>
        <translation>закрыто</translation>
    </message>
    <message>
        <source>snoozed</source>
        <extracomment>The state of a conversation</extracomment>
        <translation>отложено</translation>
    </message>
</context>
<context>
    <name>aside::PostedDialog</name>
    <message>
        <source>The reply is posted</source>
        <translation>Ответ опубликован</translation>
    </message>
    <message>
        <source>It is &amp;posted</source>
        <translation>Оп&amp;убликовано</translation>
    </message>
    <message>
        <source>&amp;Address of the page where it stands</source>
        <translation>&amp;Адрес страницы, где он стоит</translation>
    </message>
    <message>
        <source>Or what &amp;else speaks for it: the number of a case, who saw it</source>
        <translation>Или что е&amp;щё это подтверждает: номер обращения, кто видел</translation>
    </message>
    <message>
        <source>That is no address of a page, or too long. Copy it from the browser: it begins with https://.</source>
        <translation>Это не адрес страницы, или он слишком длинный. Скопируйте его из браузера: он начинается с https://.</translation>
    </message>
    <message>
        <source>It is not waiting to be posted any more. See the outbox.</source>
        <translation>Он больше не ждёт публикации. Посмотрите в исходящих.</translation>
    </message>
</context>
<context>
    <name>aside::PreferenceSection</name>
    <message>
        <source>Preferred channel</source>
        <translation>Предпочитаемый канал</translation>
    </message>
    <message>
        <source>Preferred length of answers</source>
        <translation>Предпочитаемая длина ответов</translation>
    </message>
    <message>
        <source>Preferred tone</source>
        <translation>Предпочитаемое обращение</translation>
    </message>
    <message>
        <source>Any channel</source>
        <translation>Любой канал</translation>
    </message>
</context>
<context>
    <name>aside::PreviewDialog</name>
    <message>
        <source>As it looks on %1</source>
        <extracomment>%1 is the name of a channel</extracomment>
        <translation>Как это выглядит: %1</translation>
    </message>
    <message>
        <source>Signs for bold, code or links are seen as they are typed.</source>
        <translation>Знаки полужирного, кода или ссылок видны как набраны.</translation>
    </message>
    <message>
        <source>Links are shown shorter than they are.</source>
        <translation>Ссылки показываются короче, чем они есть.</translation>
    </message>
    <message>
        <source>Several empty lines become one.</source>
        <translation>Несколько пустых строк становятся одной.</translation>
    </message>
    <message>
        <source>Whoever is named here is told of it.</source>
        <translation>Тот, кто здесь назван, узнает об этом.</translation>
    </message>
    <message>
        <source>Empty lines before and after the text are left out.</source>
        <translation>Пустые строки до и после текста исчезают.</translation>
    </message>
    <message>
        <source>It looks as you wrote it.</source>
        <translation>Выглядит так, как вы написали.</translation>
    </message>
    <message>
        <source>A button goes along that shares their phone number with you.</source>
        <translation>С ответом уйдёт кнопка: нажав её, клиент поделится с вами номером телефона.</translation>
    </message>
    <message>
        <source>Readers see the warning first, and open the text behind it themselves.</source>
        <translation>Читатели сначала видят предупреждение, а текст за ним открывают сами.</translation>
    </message>
</context>
<context>
    <name>aside::Printing</name>
    <message>
        <source>Received</source>
        <translation>Получено</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Note, team only</source>
        <translation>Заметка, только для команды</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
    <message>
        <source>Attached: %1 (%2)</source>
        <extracomment>%1 is a file name, %2 its size</extracomment>
        <translation>Вложение: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>aside::ProblemsDialog</name>
    <message>
        <source>What could not be imported</source>
        <translation>Что не удалось импортировать</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Ошибки</translation>
    </message>
</context>
<context>
    <name>aside::PromiseDialog</name>
    <message>
        <source>Promise a date</source>
        <translation>Пообещать срок</translation>
    </message>
    <message>
        <source>The refund is on the account</source>
        <translation>Деньги вернутся на счёт</translation>
    </message>
    <message>
        <source>&amp;Promise</source>
        <translation>&amp;Пообещать</translation>
    </message>
    <message>
        <source>&amp;What is promised</source>
        <translation>&amp;Что обещано</translation>
    </message>
    <message>
        <source>&amp;By when</source>
        <translation>&amp;К какому сроку</translation>
    </message>
</context>
<context>
    <name>aside::PromiseOfferBar</name>
    <message>
        <source>You gave a new date: %1 (until now: %2). “%3”</source>
        <translation>Вы назвали новый срок: %1 (раньше: %2). «%3»</translation>
    </message>
    <message>
        <source>You promised: by %1. “%2”</source>
        <translation>Вы обещали, срок: %1. «%2»</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>To a screen reader, of a button: what it does, and with which date</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Move the promise</source>
        <translation>Перенести</translation>
    </message>
    <message>
        <source>A second one</source>
        <translation>Ещё одно</translation>
    </message>
    <message>
        <source>Keep in mind</source>
        <translation>Запомнить</translation>
    </message>
    <message>
        <source>Not a promise</source>
        <translation>Не обещание</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Срок…</translation>
    </message>
</context>
<context>
    <name>aside::ProposalsPage</name>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Принять</translation>
    </message>
    <message>
        <source>&amp;Give back</source>
        <translation>&amp;Вернуть</translation>
    </message>
    <message>
        <source>Proposals, newest first</source>
        <translation>Предложения, сначала новые</translation>
    </message>
    <message>
        <source>What the proposal changes</source>
        <translation>Что меняет предложение</translation>
    </message>
    <message>
        <source>Words to its author</source>
        <translation>Слова автору</translation>
    </message>
    <message>
        <source>What should be different?</source>
        <translation>Что сделать иначе?</translation>
    </message>
    <message>
        <source>%1
%2 · %3</source>
        <extracomment>A proposal: the template, who proposes, when</extracomment>
        <translation>%1
%2 · %3</translation>
    </message>
    <message>
        <source>No proposal waits for an answer.</source>
        <translation>Предложений, которые ждут ответа, нет.</translation>
    </message>
    <message>
        <source>Accepted. It is the team&apos;s template now.</source>
        <translation>Принято. Теперь это шаблон команды.</translation>
    </message>
    <message>
        <source>Given back to its author.</source>
        <translation>Возвращено автору.</translation>
    </message>
    <message>
        <source>%1 gave no reason.</source>
        <extracomment>Who proposes a change, and why; what he wrote stands as it is</extracomment>
        <translation>%1: причина не указана.</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: «%2»</translation>
    </message>
</context>
<context>
    <name>aside::ProposeDialog</name>
    <message>
        <source>Propose to the team</source>
        <translation>Предложение команде</translation>
    </message>
    <message>
        <source>Why should the team&apos;s template say this? A lead reads it beside your change.</source>
        <translation>Почему шаблон команды должен быть таким? Руководитель прочтёт это рядом с вашей правкой.</translation>
    </message>
    <message>
        <source>Why the team should change it</source>
        <translation>Почему команде стоит его изменить</translation>
    </message>
    <message>
        <source>The customer learns the date first…</source>
        <translation>Клиент сразу узнаёт дату…</translation>
    </message>
    <message>
        <source>&amp;Propose it</source>
        <translation>&amp;Предложить</translation>
    </message>
</context>
<context>
    <name>aside::ReasonDialog</name>
    <message>
        <source>Why am I adding this?</source>
        <translation>Зачем я это добавляю?</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>So that the customer…</source>
        <translation>Чтобы клиент…</translation>
    </message>
    <message>
        <source>Reasons given before</source>
        <translation>Причины, названные раньше</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Оставить</translation>
    </message>
</context>
<context>
    <name>aside::RefusalWords</name>
    <message>
        <source>Nobody can answer here. Open the page, answer there, and close the conversation.</source>
        <translation>Здесь ответить нельзя. Откройте страницу, ответьте там и закройте обращение.</translation>
    </message>
    <message>
        <source>The customer has blocked us there: no message reaches them. The text is kept; choose another way.</source>
        <translation>Клиент нас там заблокировал: сообщения до него не доходят. Текст сохранён; выберите другой путь.</translation>
    </message>
    <message>
        <source>The customer&apos;s account there is deleted. The text is kept; choose another way.</source>
        <translation>Учётная запись клиента там удалена. Текст сохранён; выберите другой путь.</translation>
    </message>
    <message>
        <source>The customer has to write to us there first. The text is kept; invite them with a link.</source>
        <translation>Клиент должен сначала сам написать нам там. Текст сохранён; пригласите его ссылкой.</translation>
    </message>
    <message>
        <source>We may not write there: we were removed, or lack the right. The text is kept; ask who runs the place, then send it again.</source>
        <translation>Писать туда нам нельзя: нас удалили или нет права. Текст сохранён; обратитесь к тому, кто там главный, и отправьте снова.</translation>
    </message>
</context>
<context>
    <name>aside::RemoteBar</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 и ещё %n</numerusform>
            <numerusform>%1 и ещё %n</numerusform>
            <numerusform>%1 и ещё %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) not loaded: %1.</source>
        <extracomment>%1 is why, as &quot;the server cannot be reached&quot;</extracomment>
        <translation>
            <numerusform>%n изображение не загружено: %1.</numerusform>
            <numerusform>%n изображения не загружены: %1.</numerusform>
            <numerusform>%n изображений не загружены: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Images from %1 are not loaded: loading them tells their sender that you read this.</source>
        <extracomment>%1 are names of servers</extracomment>
        <translation>Изображения с %1 не загружены: при загрузке отправитель узнает, что вы это читали.</translation>
    </message>
    <message numerus="yes">
        <source>Loading %n image(s)…</source>
        <translation>
            <numerusform>Загружается %n изображение…</numerusform>
            <numerusform>Загружаются %n изображения…</numerusform>
            <numerusform>Загружаются %n изображений…</numerusform>
        </translation>
    </message>
    <message>
        <source>Images from %1 are never loaded: the connection would not be encrypted.</source>
        <extracomment>%1 are names of servers</extracomment>
        <translation>Изображения с %1 не загружаются никогда: соединение было бы без шифрования.</translation>
    </message>
    <message>
        <source>Load images</source>
        <translation>Загрузить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать ещё раз</translation>
    </message>
    <message>
        <source>Always load images from %1</source>
        <translation>Всегда загружать изображения от %1</translation>
    </message>
    <message>
        <source>Ask before loading images from %1</source>
        <translation>Спрашивать перед загрузкой изображений от %1</translation>
    </message>
    <message>
        <source>the server cannot be reached</source>
        <translation>сервер недоступен</translation>
    </message>
    <message>
        <source>the server does not answer in time</source>
        <translation>сервер не ответил вовремя</translation>
    </message>
    <message>
        <source>the server cannot prove who it is</source>
        <translation>сервер не подтвердил свою подлинность</translation>
    </message>
    <message>
        <source>the connection would not be encrypted</source>
        <translation>соединение было бы без шифрования</translation>
    </message>
    <message>
        <source>the address leads into your own network</source>
        <translation>адрес ведёт в вашу собственную сеть</translation>
    </message>
    <message>
        <source>the server refuses to give it</source>
        <translation>сервер отказался его отдать</translation>
    </message>
    <message>
        <source>it is no longer there</source>
        <translation>его там больше нет</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>слишком большой файл</translation>
    </message>
    <message>
        <source>it is no PNG, JPEG, GIF or WebP image</source>
        <translation>это не PNG, JPEG, GIF или WebP</translation>
    </message>
    <message>
        <source>loading was stopped</source>
        <translation>загрузка остановлена</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>файл повреждён</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Загружается…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>in the place of an image: what it shows, and why it is not there</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>aside::ResolutionDialog</name>
    <message>
        <source>&amp;Not now</source>
        <translation>Не се&amp;йчас</translation>
    </message>
    <message>
        <source>&amp;Record as solved</source>
        <translation>&amp;Записать как решённое</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Что сделано</translation>
    </message>
    <message>
        <source>&amp;Solved: what did we do?</source>
        <translation>&amp;Решено: что мы сделали?</translation>
    </message>
    <message>
        <source>Only the team reads this. It stays with your name and the time, and opens the way to close the public side.</source>
        <translation>Это читает только команда. Запись остаётся с вашим именем и временем; после неё можно закрыть публичную сторону.</translation>
    </message>
    <message>
        <source>Nothing is open here any more that could be solved. Nothing was recorded.</source>
        <translation>Здесь больше нет открытого вопроса. Ничего не записано.</translation>
    </message>
</context>
<context>
    <name>aside::RowChips</name>
    <message>
        <source>Promise late: %1</source>
        <extracomment>A mark in the list; %1 is a time</extracomment>
        <translation>Обещание просрочено: %1</translation>
    </message>
    <message>
        <source>Promised: %1</source>
        <extracomment>A mark in the list; %1 is a time</extracomment>
        <translation>Обещано: %1</translation>
    </message>
    <message>
        <source>Blocked</source>
        <extracomment>A mark in the list: this person is blocked</extracomment>
        <translation>Заблокирован</translation>
    </message>
    <message>
        <source>Until a reply</source>
        <translation>До ответа</translation>
    </message>
    <message>
        <source>Closed</source>
        <extracomment>A mark in the list: this conversation is done</extracomment>
        <translation>Закрыто</translation>
    </message>
    <message numerus="yes">
        <source>Promise: %n min left</source>
        <extracomment>A mark in the list: how long it is until a promise is due</extracomment>
        <translation>
            <numerusform>Обещание: осталась %n мин</numerusform>
            <numerusform>Обещание: осталось %n мин</numerusform>
            <numerusform>Обещание: осталось %n мин</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Promise: %n h left</source>
        <extracomment>A mark in the list: how long it is until a promise is due</extracomment>
        <translation>
            <numerusform>Обещание: остался %n ч</numerusform>
            <numerusform>Обещание: осталось %n ч</numerusform>
            <numerusform>Обещание: осталось %n ч</numerusform>
        </translation>
    </message>
    <message>
        <source>late: %1</source>
        <extracomment>Beside a warning sign: a promise is late; %1 is since when</extracomment>
        <translation>срок прошёл: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>осталась %n мин</numerusform>
            <numerusform>осталось %n мин</numerusform>
            <numerusform>осталось %n мин</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation>
            <numerusform>остался %n ч</numerusform>
            <numerusform>осталось %n ч</numerusform>
            <numerusform>осталось %n ч</numerusform>
        </translation>
    </message>
    <message>
        <source>Public line overdue</source>
        <extracomment>A mark in the list: solved in private, and the line that says so in public is still to be written</extracomment>
        <translation>Закрыть публично: срок прошёл</translation>
    </message>
    <message>
        <source>Public line due</source>
        <translation>Пора закрыть публично</translation>
    </message>
</context>
<context>
    <name>aside::RowExplanation</name>
    <message>
        <source>Nobody waits: we wrote last</source>
        <translation>Никто не ждёт: последними писали мы</translation>
    </message>
    <message>
        <source>Waiting since %1</source>
        <translation>Ждёт с %1</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %n hour(s), since %1</source>
        <translation>
            <numerusform>Ждёт %n час, с %1</numerusform>
            <numerusform>Ждёт %n часа, с %1</numerusform>
            <numerusform>Ждёт %n часов, с %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %n day(s), since %1</source>
        <translation>
            <numerusform>Ждёт %n день, с %1</numerusform>
            <numerusform>Ждёт %n дня, с %1</numerusform>
            <numerusform>Ждёт %n дней, с %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Public: everybody watches</source>
        <translation>Публично: видят все</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Лично</translation>
    </message>
    <message>
        <source>%1 followers</source>
        <translation>Подписчиков: %1</translation>
    </message>
    <message>
        <source>&amp;Urgency</source>
        <translation>По &amp;срочности</translation>
    </message>
    <message>
        <source>&amp;Waiting longest</source>
        <translation>Кто ждёт &amp;дольше</translation>
    </message>
    <message>
        <source>&amp;Newest first</source>
        <translation>Сначала &amp;новые</translation>
    </message>
    <message>
        <source>&amp;Oldest first</source>
        <translation>Сначала с&amp;тарые</translation>
    </message>
    <message>
        <source>First who has waited longest for our answer.</source>
        <translation>Сначала те, кто дольше всех ждёт нашего ответа.</translation>
    </message>
    <message>
        <source>First where somebody wrote last.</source>
        <translation>Сначала там, где писали недавно.</translation>
    </message>
    <message>
        <source>First where nobody has written for the longest time.</source>
        <translation>Сначала там, где дольше всего не писали.</translation>
    </message>
    <message>
        <source>Last message: %1</source>
        <translation>Последнее сообщение: %1</translation>
    </message>
    <message>
        <source>%1 · First what is due first</source>
        <extracomment>Why a conversation is where it is; %1 says by when something was promised</extracomment>
        <translation>%1 · Сначала то, чей срок раньше</translation>
    </message>
    <message>
        <source>“%1”</source>
        <extracomment>Words of a customer</extracomment>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Neutral words</source>
        <extracomment>Neither a complaint nor praise</extracomment>
        <translation>Слова нейтральные</translation>
    </message>
    <message>
        <source>Negative: %1</source>
        <extracomment>A complaint; %1 are the words of it</extracomment>
        <translation>Жалоба: %1</translation>
    </message>
    <message>
        <source>Positive: %1</source>
        <extracomment>Praise, which wants an answer as well; %1 are the words of it</extracomment>
        <translation>Похвала: %1</translation>
    </message>
    <message numerus="yes">
        <source>the team answers within %n working hour(s)</source>
        <translation>
            <numerusform>команда отвечает за %n рабочий час</numerusform>
            <numerusform>команда отвечает за %n рабочих часа</numerusform>
            <numerusform>команда отвечает за %n рабочих часов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the team answers within %n working day(s)</source>
        <translation>
            <numerusform>команда отвечает за %n рабочий день</numerusform>
            <numerusform>команда отвечает за %n рабочих дня</numerusform>
            <numerusform>команда отвечает за %n рабочих дней</numerusform>
        </translation>
    </message>
    <message>
        <source>it was promised</source>
        <translation>так обещали</translation>
    </message>
    <message>
        <source>the channel takes no answer after that</source>
        <translation>позже канал ответа не примет</translation>
    </message>
    <message>
        <source>Reply by %1 (%2): %3</source>
        <extracomment>%1 is a time, %2 how much is left until then (&quot;3 h left&quot;), %3 the reason</extracomment>
        <translation>Ответить до: %1 (%2): %3</translation>
    </message>
    <message>
        <source>then %1: %2</source>
        <extracomment>Another, later deadline: %1 is a time, %2 the reason</extracomment>
        <translation>затем %1: %2</translation>
    </message>
    <message>
        <source>&amp;Reply-by first</source>
        <translation>По сроку &amp;ответа</translation>
    </message>
    <message>
        <source>First what grows worst by waiting: public before private, negative before neutral, wide reach before narrow, then who waits longest.</source>
        <translation>Сначала то, чему ожидание вредит больше: публичное раньше личного, жалобы раньше нейтрального, известные авторы раньше прочих, затем кто ждёт дольше.</translation>
    </message>
    <message>
        <source>First whose reply is due first: by the team&apos;s target, a promise or the channel.</source>
        <translation>Сначала те, кому нужно ответить раньше: по сроку команды, по обещанию или пока принимает канал.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A public holiday: %1 is its date, %2 its name</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, not counting %2</source>
        <extracomment>%1 says within which time the team answers, %2 the public holidays in it</extracomment>
        <translation>%1, не считая праздников (%2)</translation>
    </message>
    <message>
        <source>Solved in private since %1; the public line was due %2</source>
        <extracomment>%1 and %2 are times, weekdays or dates</extracomment>
        <translation>Решено лично: %1; срок публичной строки прошёл: %2</translation>
    </message>
    <message>
        <source>Solved in private since %1; say so in public by %2</source>
        <extracomment>%1 is a time, a weekday or a date, %2 a time to come</extracomment>
        <translation>Решено лично: %1; написать об этом публично к сроку: %2</translation>
    </message>
</context>
<context>
    <name>aside::RuleDialog</name>
    <message>
        <source>Rather not</source>
        <translation>Лучше не так</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Лучше так</translation>
    </message>
</context>
<context>
    <name>aside::RulesDialog</name>
    <message>
        <source>Rules of the reply check</source>
        <translation>Правила проверки ответа</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>What it asks for</source>
        <translation>Чего требует</translation>
    </message>
    <message>
        <source>&amp;Why this rule?</source>
        <translation>&amp;Зачем это правило?</translation>
    </message>
    <message>
        <source>As delivered: %1</source>
        <extracomment>%1 is &quot;Problem&quot;, &quot;Question&quot; or &quot;Hint&quot;</extracomment>
        <translation>Как было: %1</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Выключено</translation>
    </message>
</context>
<context>
    <name>aside::SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <extracomment>How many conversations are selected</extracomment>
        <translation>
            <numerusform>Выделено: %n</numerusform>
            <numerusform>Выделено: %n</numerusform>
            <numerusform>Выделено: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Select only one again</source>
        <translation>Снять выделение с остальных</translation>
    </message>
</context>
<context>
    <name>aside::SendLaterMenu</name>
    <message>
        <source>Send later</source>
        <translation>Отправить позже</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A choice in the menu of times: a name, and when that is</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>&amp;Date and time…</source>
        <translation>&amp;Дата и время…</translation>
    </message>
    <message>
        <source>&amp;Send on</source>
        <translation>О&amp;тправить</translation>
    </message>
    <message>
        <source>Send &amp;later</source>
        <translation>Отправить &amp;позже</translation>
    </message>
</context>
<context>
    <name>aside::SendUndoBar</name>
    <message numerus="yes">
        <source>Held for %n more second(s), then it goes to the outbox.</source>
        <translation>
            <numerusform>Ещё %n секунду можно отменить, затем ответ уйдёт в исходящие.</numerusform>
            <numerusform>Ещё %n секунды можно отменить, затем ответ уйдёт в исходящие.</numerusform>
            <numerusform>Ещё %n секунд можно отменить, затем ответ уйдёт в исходящие.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The note is added. It can be taken back for %n more second(s).</source>
        <translation>
            <numerusform>Заметка добавлена. Ещё %n секунду её можно вернуть.</numerusform>
            <numerusform>Заметка добавлена. Ещё %n секунды её можно вернуть.</numerusform>
            <numerusform>Заметка добавлена. Ещё %n секунд её можно вернуть.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing has left yet: it can be undone for %n more second(s).</source>
        <translation>
            <numerusform>Ещё ничего не ушло: %n секунду это можно отменить.</numerusform>
            <numerusform>Ещё ничего не ушло: %n секунды это можно отменить.</numerusform>
            <numerusform>Ещё ничего не ушло: %n секунд это можно отменить.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>От&amp;менить</translation>
    </message>
    <message>
        <source>Undo sending</source>
        <translation>Отменить отправку</translation>
    </message>
    <message>
        <source>Take the note back</source>
        <translation>Вернуть заметку</translation>
    </message>
    <message>
        <source>Send &amp;now</source>
        <translation>Отправить сей&amp;час</translation>
    </message>
    <message>
        <source>Time left to undo</source>
        <translation>Осталось времени для отмены</translation>
    </message>
</context>
<context>
    <name>aside::SendingPage</name>
    <message>
        <source>Sending</source>
        <translation>Отправка</translation>
    </message>
    <message>
        <source>Hold a &amp;reply for</source>
        <translation>&amp;Придерживать ответ</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>After a number of seconds, with a space before it</extracomment>
        <translation> с</translation>
    </message>
    <message>
        <source>Do not hold</source>
        <translation>Не придерживать</translation>
    </message>
    <message>
        <source>While a reply is held, it can be taken back and stays a draft.</source>
        <translation>Пока ответ придержан, его можно вернуть в черновики.</translation>
    </message>
</context>
<context>
    <name>aside::ServerFields</name>
    <message>
        <source>Receiving (IMAP)</source>
        <translation>Получение (IMAP)</translation>
    </message>
    <message>
        <source>Sending (SMTP)</source>
        <translation>Отправка (SMTP)</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Шифрование</translation>
    </message>
    <message>
        <source>Server for receiving</source>
        <translation>Сервер для получения</translation>
    </message>
    <message>
        <source>Server for sending</source>
        <translation>Сервер для отправки</translation>
    </message>
    <message>
        <source>Port for receiving</source>
        <translation>Порт для получения</translation>
    </message>
    <message>
        <source>Port for sending</source>
        <translation>Порт для отправки</translation>
    </message>
    <message>
        <source>Encryption when receiving</source>
        <translation>Шифрование при получении</translation>
    </message>
    <message>
        <source>Encryption when sending</source>
        <translation>Шифрование при отправке</translation>
    </message>
    <message>
        <source>TLS from the beginning</source>
        <translation>TLS с самого начала</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
</context>
<context>
    <name>aside::ServersPage</name>
    <message>
        <source>Outside of %2: %1. Your password goes there: agree only if this is your mail service.</source>
        <extracomment>%1 are names of servers, %2 is a domain</extracomment>
        <translation>Вне домена %2: %1. Ваш пароль попадёт туда: соглашайтесь, только если это ваша почтовая служба.</translation>
    </message>
    <message>
        <source>The servers</source>
        <translation>Серверы</translation>
    </message>
    <message>
        <source>Name to sign &amp;in with</source>
        <translation>&amp;Имя для входа</translation>
    </message>
    <message>
        <source>&amp;Yes, this is our mail service</source>
        <translation>Да, &amp;это наша почтовая служба</translation>
    </message>
</context>
<context>
    <name>aside::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
</context>
<context>
    <name>aside::ShortcutSheet</name>
    <message>
        <source>%1 in the list</source>
        <extracomment>%1 are shortcuts, %2 a letter that does the same while the list has the keyboard</extracomment>
        <translation>%1 в списке</translation>
    </message>
    <message>
        <source>%1, or %2 in the list</source>
        <translation>%1 или %2 в списке</translation>
    </message>
    <message>
        <source>Shortcuts at a glance</source>
        <translation>Все сочетания клавиш</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Поиск по командам и клавишам</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Commands and their shortcuts</source>
        <translation>Команды и их сочетания клавиш</translation>
    </message>
    <message>
        <source>Copy &amp;text</source>
        <translation>&amp;Копировать текст</translation>
    </message>
    <message>
        <source>C&amp;hange shortcuts…</source>
        <translation>&amp;Изменить сочетания…</translation>
    </message>
</context>
<context>
    <name>aside::ShortcutsDialog</name>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Клавиши</translation>
    </message>
    <message>
        <source>&amp;Key for “%1”</source>
        <translation>&amp;Клавиши для «%1»</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <translation>%1 уже у команды «%2».</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Filter by command or key</source>
        <translation>Отбор по команде или клавише</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Отбор</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Сбросить</translation>
    </message>
    <message>
        <source>&amp;Move it here</source>
        <translation>&amp;Перенести сюда</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>Сбросить &amp;все</translation>
    </message>
</context>
<context>
    <name>aside::ShortcutsModel</name>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Сочетание</translation>
    </message>
</context>
<context>
    <name>aside::Sidebar</name>
    <message>
        <source>Views</source>
        <extracomment>The name of the list of views for a screen reader</extracomment>
        <translation>Разделы</translation>
    </message>
</context>
<context>
    <name>aside::SidebarModel</name>
    <message>
        <source>Tags</source>
        <extracomment>Headings in the sidebar</extracomment>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Каналы</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>What a screen reader says: the name of a view and how many conversations are in it</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>aside::SignInPage</name>
    <message>
        <source>Signing in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>With the password of the mailbox. It is kept encrypted on this computer and nowhere else.</source>
        <translation>По паролю от ящика. Он хранится в зашифрованном виде на этом компьютере и больше нигде.</translation>
    </message>
    <message>
        <source>In the &amp;browser</source>
        <translation>В &amp;браузере</translation>
    </message>
    <message>
        <source>With an app passw&amp;ord</source>
        <translation>По паро&amp;лю приложения</translation>
    </message>
    <message>
        <source>With a passw&amp;ord</source>
        <translation>По паро&amp;лю</translation>
    </message>
    <message>
        <source>App &amp;password</source>
        <translation>&amp;Пароль приложения</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Пароль</translation>
    </message>
    <message>
        <source>S&amp;how it</source>
        <translation>По&amp;казать</translation>
    </message>
    <message>
        <source>Your team registers Aside at the service once and gets a client ID. Then your browser opens the page of the service; Aside never sees your password.</source>
        <translation>Ваша команда один раз регистрирует Aside у почтовой службы и получает идентификатор клиента. Затем браузер откроет страницу службы; вашего пароля Aside не увидит.</translation>
    </message>
    <message>
        <source>&amp;Client ID</source>
        <translation>&amp;Идентификатор клиента</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>С&amp;екрет клиента</translation>
    </message>
    <message>
        <source>If the service gave one</source>
        <translation>Если он есть</translation>
    </message>
    <message>
        <source>Open the page of the ser&amp;vice</source>
        <translation>Открыть страницу слу&amp;жбы</translation>
    </message>
</context>
<context>
    <name>aside::SnoozeDialog</name>
    <message>
        <source>Snooze</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>&amp;Show again on</source>
        <translation>&amp;Показать снова</translation>
    </message>
    <message>
        <source>S&amp;nooze</source>
        <translation>&amp;Отложить</translation>
    </message>
</context>
<context>
    <name>aside::SnoozeMenu</name>
    <message>
        <source>&amp;Later today</source>
        <translation>&amp;Позже сегодня</translation>
    </message>
    <message>
        <source>This &amp;evening</source>
        <translation>Сегодня &amp;вечером</translation>
    </message>
    <message>
        <source>&amp;Tomorrow</source>
        <translation>&amp;Завтра</translation>
    </message>
    <message>
        <source>Next &amp;Monday</source>
        <translation>В п&amp;онедельник</translation>
    </message>
    <message>
        <source>In a &amp;week</source>
        <translation>Через &amp;неделю</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A choice in the snooze menu: a name, and when that is</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>&amp;Date and time…</source>
        <translation>&amp;Дата и время…</translation>
    </message>
    <message>
        <source>Until they &amp;reply</source>
        <translation>До &amp;ответа клиента</translation>
    </message>
</context>
<context>
    <name>aside::SpellingChoice</name>
    <message>
        <source>Russian</source>
        <translation>Русский</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Английский</translation>
    </message>
    <message>
        <source>&amp;Spelling in this reply:</source>
        <translation>&amp;Правописание в этом ответе:</translation>
    </message>
    <message>
        <source>Spelling in this reply</source>
        <translation>Правописание в этом ответе</translation>
    </message>
    <message>
        <source>By the conversation</source>
        <translation>По языку обращения</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>Не проверять</translation>
    </message>
</context>
<context>
    <name>aside::SpokenText</name>
    <message>
        <source>Shared the phone number %1.</source>
        <extracomment>In place of a message: the customer pressed the button for it; %1 is their phone number</extracomment>
        <translation>Поделился номером телефона %1.</translation>
    </message>
    <message>
        <source>Pressed &quot;Start&quot;.</source>
        <extracomment>In place of a message: the customer pressed the button of that name, and said nothing yet</extracomment>
        <translation>Кнопка «Старт» нажата.</translation>
    </message>
    <message>
        <source>Came by an invitation link.</source>
        <extracomment>In place of a message: the customer opened the talk by an invitation link, and said nothing yet</extracomment>
        <translation>Переход по ссылке-приглашению.</translation>
    </message>
</context>
<context>
    <name>aside::StoryBar</name>
    <message>
        <source>Private conversation</source>
        <translation>Личное обращение</translation>
    </message>
    <message>
        <source>Public conversation</source>
        <translation>Публичное обращение</translation>
    </message>
    <message>
        <source>Close the public side…</source>
        <translation>Закрыть публичную сторону…</translation>
    </message>
    <message>
        <source>What was done…</source>
        <translation>Что сделано…</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Больше не ждать</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Исходящие</translation>
    </message>
</context>
<context>
    <name>aside::SubstanceGauge</name>
    <message>
        <source>only %1 % answers</source>
        <extracomment>Beside the composer: how much of the reply is an answer. %1 is a number</extracomment>
        <translation>по делу только %1 %</translation>
    </message>
    <message>
        <source>%1 % answers</source>
        <translation>по делу %1 %</translation>
    </message>
    <message>
        <source>How much of the reply answers the customer. The rest is greeting, signature, links and the like.</source>
        <translation>Какая часть текста отвечает клиенту. Остальное — приветствие, подпись, ссылки и тому подобное.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A share; %1 is a number</extracomment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>aside::TagDialog</name>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>New tag or first letters</source>
        <translation>Новая метка или первые буквы</translation>
    </message>
</context>
<context>
    <name>aside::TemplateEditor</name>
    <message>
        <source>Names that fit here</source>
        <translation>Имена, которые подходят сюда</translation>
    </message>
</context>
<context>
    <name>aside::TemplateInserter</name>
    <message>
        <source>The template is in the text.</source>
        <translation>Шаблон вставлен в текст.</translation>
    </message>
</context>
<context>
    <name>aside::TemplatePage</name>
    <message>
        <source>The file of the template</source>
        <translation>Файл шаблона</translation>
    </message>
    <message>
        <source>What it says in the open conversation</source>
        <translation>Что получится в открытом обращении</translation>
    </message>
    <message>
        <source>What the template says in the open conversation shows here.</source>
        <translation>Здесь видно, что скажет шаблон в открытом обращении.</translation>
    </message>
    <message>
        <source>Problems and questions</source>
        <translation>Ошибки и вопросы</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <extracomment>A problem of a template: its line, what it is</extracomment>
        <translation>Строка %1: %2</translation>
    </message>
    <message>
        <source>Nothing to mend.</source>
        <translation>Всё в порядке.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at.</source>
        <translation>
            <numerusform>Посмотрите: %n замечание.</numerusform>
            <numerusform>Посмотрите: %n замечания.</numerusform>
            <numerusform>Посмотрите: %n замечаний.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::TemplatePicker</name>
    <message>
        <source>Templates</source>
        <translation>Шаблоны</translation>
    </message>
    <message>
        <source>Find a template</source>
        <translation>Найти шаблон</translation>
    </message>
    <message>
        <source>Type a key or words of a template…</source>
        <translation>Введите ключ или слова из шаблона…</translation>
    </message>
    <message>
        <source>Templates that fit</source>
        <translation>Подходящие шаблоны</translation>
    </message>
    <message>
        <source>Enter puts it into the reply, Esc goes back, / once more writes a slash.</source>
        <translation>Enter вставит шаблон в ответ, Esc вернёт назад, ещё раз / напишет косую черту.</translation>
    </message>
    <message>
        <source>There is no template yet. Make one in the window of templates.</source>
        <translation>Шаблонов пока нет. Создайте первый в окне шаблонов.</translation>
    </message>
    <message>
        <source>No template fits these words.</source>
        <translation>По этим словам шаблонов не нашлось.</translation>
    </message>
</context>
<context>
    <name>aside::TemplateRemover</name>
    <message>
        <source>Remove this template?</source>
        <translation>Удалить этот шаблон?</translation>
    </message>
    <message>
        <source>“%1” is removed, with its file.</source>
        <translation>«%1» будет удалён вместе с файлом.</translation>
    </message>
    <message>
        <source>The file cannot be read, so this cannot be undone.</source>
        <translation>Файл не читается, поэтому отменить удаление не получится.</translation>
    </message>
    <message>
        <source>&amp;Remove it</source>
        <translation>&amp;Удалить</translation>
    </message>
</context>
<context>
    <name>aside::TemplateSheet</name>
    <message>
        <source>The text for this conversation</source>
        <translation>Текст для этого обращения</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <extracomment>The three parts of a service standard</extracomment>
        <translation>Зачем: %1</translation>
    </message>
    <message>
        <source>The customer feels: %1</source>
        <translation>Что почувствует клиент: %1</translation>
    </message>
    <message>
        <source>How: %1</source>
        <translation>Как: %1</translation>
    </message>
    <message>
        <source>With files: %1</source>
        <translation>С файлами: %1</translation>
    </message>
</context>
<context>
    <name>aside::TemplateShelf</name>
    <message>
        <source>Templates by folder</source>
        <translation>Шаблоны по папкам</translation>
    </message>
    <message>
        <source>There is no template yet. Write one on the right and save it.</source>
        <translation>Шаблонов пока нет. Напишите первый справа и сохраните.</translation>
    </message>
    <message>
        <source>These files cannot be used:</source>
        <translation>Этими файлами нельзя пользоваться:</translation>
    </message>
    <message>
        <source>Files that cannot be used</source>
        <translation>Файлы, которыми нельзя пользоваться</translation>
    </message>
    <message>
        <source>&amp;New template</source>
        <translation>&amp;Новый шаблон</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Удалить…</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <extracomment>A broken template: its file, the line, what is wrong</extracomment>
        <translation>%1, строка %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>aside::TemplateWindow</name>
    <message>
        <source>&amp;Save as mine</source>
        <translation>&amp;Сохранить себе</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Шаблоны</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Предложения</translation>
    </message>
    <message>
        <source>Name of the file, with its folder</source>
        <translation>Имя файла вместе с папкой</translation>
    </message>
    <message>
        <source>folder/name</source>
        <translation>папка/имя</translation>
    </message>
    <message>
        <source>Leave this template?</source>
        <translation>Уйти с этого шаблона?</translation>
    </message>
    <message>
        <source>What you changed in it is not saved.</source>
        <translation>Изменения в нём не сохранены.</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;Не сохранять</translation>
    </message>
    <message>
        <source>Give the template a name first.</source>
        <translation>Сначала дайте шаблону имя.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Сохранено.</translation>
    </message>
    <message>
        <source>Proposed. A lead will answer.</source>
        <translation>Предложение отправлено. Руководитель ответит.</translation>
    </message>
    <message>
        <source>Close the templates?</source>
        <translation>Закрыть шаблоны?</translation>
    </message>
    <message>
        <source>What you changed is not saved.</source>
        <translation>Изменения не сохранены.</translation>
    </message>
    <message>
        <source>Removed “%1”.</source>
        <translation>Шаблон «%1» удалён.</translation>
    </message>
    <message>
        <source>&amp;Propose to the team…</source>
        <translation>&amp;Предложить команде…</translation>
    </message>
</context>
<context>
    <name>aside::ThreadHeader</name>
    <message>
        <source>(no subject)</source>
        <translation>(без темы)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 · %n message(s)</source>
        <translation>
            <numerusform>%1 · %2 · %n сообщение</numerusform>
            <numerusform>%1 · %2 · %n сообщения</numerusform>
            <numerusform>%1 · %2 · %n сообщений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n message(s)</source>
        <translation>
            <numerusform>%1 · %n сообщение</numerusform>
            <numerusform>%1 · %n сообщения</numerusform>
            <numerusform>%1 · %n сообщений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::ThreadView</name>
    <message>
        <source>%1, %2:</source>
        <translation>%1, %2:</translation>
    </message>
    <message>
        <source>Whole message</source>
        <translation>Сообщение целиком</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Сохранено: %1.</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>Новые сообщения</translation>
    </message>
    <message>
        <source>%1 · New messages</source>
        <translation>%1 · Новые сообщения</translation>
    </message>
    <message>
        <source>Loading the images of this message.</source>
        <translation>Загружаем изображения этого сообщения.</translation>
    </message>
    <message>
        <source>There are no images to load here.</source>
        <translation>Здесь нет изображений для загрузки.</translation>
    </message>
</context>
<context>
    <name>aside::TimeLeft</name>
    <message numerus="yes">
        <source>%n min left</source>
        <extracomment>The time until a reply is due</extracomment>
        <translation>
            <numerusform>осталась %n мин</numerusform>
            <numerusform>осталось %n мин</numerusform>
            <numerusform>осталось %n мин</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <extracomment>The time until a reply is due</extracomment>
        <translation>
            <numerusform>остался %n ч</numerusform>
            <numerusform>осталось %n ч</numerusform>
            <numerusform>осталось %n ч</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d left</source>
        <extracomment>The time until a reply is due</extracomment>
        <translation>
            <numerusform>остался %n дн.</numerusform>
            <numerusform>осталось %n дн.</numerusform>
            <numerusform>осталось %n дн.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>overdue by %n min</source>
        <extracomment>A reply was due some time ago</extracomment>
        <translation>
            <numerusform>просрочено на %n мин</numerusform>
            <numerusform>просрочено на %n мин</numerusform>
            <numerusform>просрочено на %n мин</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>overdue by %n h</source>
        <extracomment>A reply was due some time ago</extracomment>
        <translation>
            <numerusform>просрочено на %n ч</numerusform>
            <numerusform>просрочено на %n ч</numerusform>
            <numerusform>просрочено на %n ч</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>overdue by %n d</source>
        <extracomment>A reply was due some time ago</extracomment>
        <translation>
            <numerusform>просрочено на %n дн.</numerusform>
            <numerusform>просрочено на %n дн.</numerusform>
            <numerusform>просрочено на %n дн.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::TimelineSection</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is what it is about (&quot;Calls&quot;), %2 what was said (&quot;Refused&quot;)</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Promised: %1</source>
        <translation>Обещано: %1</translation>
    </message>
    <message>
        <source>Promise kept: %1</source>
        <translation>Обещание выполнено: %1</translation>
    </message>
    <message>
        <source>Merged with %1</source>
        <translation>Объединён с: %1</translation>
    </message>
</context>
<context>
    <name>aside::TriageWords</name>
    <message numerus="yes">
        <source>%n conversation(s) closed.</source>
        <translation>
            <numerusform>Закрыто %n обращение.</numerusform>
            <numerusform>Закрыто %n обращения.</numerusform>
            <numerusform>Закрыто %n обращений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) reopened.</source>
        <translation>
            <numerusform>Открыто снова %n обращение.</numerusform>
            <numerusform>Открыто снова %n обращения.</numerusform>
            <numerusform>Открыто снова %n обращений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) snoozed.</source>
        <translation>
            <numerusform>Отложено %n обращение.</numerusform>
            <numerusform>Отложено %n обращения.</numerusform>
            <numerusform>Отложено %n обращений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) woken.</source>
        <translation>
            <numerusform>Возвращено %n обращение.</numerusform>
            <numerusform>Возвращено %n обращения.</numerusform>
            <numerusform>Возвращено %n обращений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) marked as read.</source>
        <translation>
            <numerusform>Отмечено прочитанным %n обращение.</numerusform>
            <numerusform>Отмечено прочитанными %n обращения.</numerusform>
            <numerusform>Отмечено прочитанными %n обращений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) marked as unread.</source>
        <translation>
            <numerusform>Отмечено непрочитанным %n обращение.</numerusform>
            <numerusform>Отмечено непрочитанными %n обращения.</numerusform>
            <numerusform>Отмечено непрочитанными %n обращений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) tagged “%1”.</source>
        <translation>
            <numerusform>Метка «%1» добавлена %n обращению.</numerusform>
            <numerusform>Метка «%1» добавлена %n обращениям.</numerusform>
            <numerusform>Метка «%1» добавлена %n обращениям.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag “%1” removed from %n conversation(s).</source>
        <translation>
            <numerusform>Метка «%1» снята с %n обращения.</numerusform>
            <numerusform>Метка «%1» снята с %n обращений.</numerusform>
            <numerusform>Метка «%1» снята с %n обращений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) blocked.</source>
        <translation>
            <numerusform>Заблокирован %n человек.</numerusform>
            <numerusform>Заблокировано %n человека.</numerusform>
            <numerusform>Заблокировано %n человек.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) unblocked.</source>
        <translation>
            <numerusform>Разблокирован %n человек.</numerusform>
            <numerusform>Разблокировано %n человека.</numerusform>
            <numerusform>Разблокировано %n человек.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::TrialPage</name>
    <message>
        <source>Open the page a&amp;gain</source>
        <translation>Открыть страницу &amp;снова</translation>
    </message>
    <message>
        <source>Copy its add&amp;ress</source>
        <translation>Скопировать её ад&amp;рес</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход проверки</translation>
    </message>
    <message>
        <source>Waiting for your browser</source>
        <translation>Ожидание браузера</translation>
    </message>
    <message>
        <source>Agree on the page of the service that is open in your browser. Aside goes on by itself when you are done.</source>
        <translation>Дайте согласие на странице службы, открытой в браузере. Затем Aside продолжит сам.</translation>
    </message>
    <message>
        <source>Trying it</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>It does not work yet</source>
        <translation>Пока не работает</translation>
    </message>
    <message>
        <source>It works</source>
        <translation>Всё работает</translation>
    </message>
    <message>
        <source>Receiving and sending both work.</source>
        <translation>И получение, и отправка работают.</translation>
    </message>
</context>
<context>
    <name>aside::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>aside::UpgradeWindow</name>
    <message>
        <source>Stopping…</source>
        <translation>Останавливаем…</translation>
    </message>
    <message>
        <source>1 of 3: Checking that nothing is damaged</source>
        <translation>1 из 3: проверяем, всё ли цело</translation>
    </message>
    <message>
        <source>2 of 3: Keeping a copy of it as it is</source>
        <translation>2 из 3: сохраняем копию как есть</translation>
    </message>
    <message>
        <source>3 of 3: Putting everything in its new place</source>
        <translation>3 из 3: раскладываем всё по новым местам</translation>
    </message>
    <message>
        <source>Aside</source>
        <translation>Aside</translation>
    </message>
    <message>
        <source>Your profile could not be prepared</source>
        <translation>Не удалось подготовить профиль</translation>
    </message>
    <message>
        <source>Preparing your profile for this version</source>
        <translation>Готовим ваш профиль к новой версии</translation>
    </message>
    <message>
        <source>%1

Your profile is as it was before.</source>
        <translation>%1

Профиль остался таким, каким был.</translation>
    </message>
    <message>
        <source>Aside opens by itself when this is done. Many conversations take a few minutes. You can stop at any time: then everything stays as it was.</source>
        <translation>Когда всё будет готово, Aside откроется сам. Если переписки много, это займёт несколько минут. Остановиться можно в любой момент — всё останется как было.</translation>
    </message>
    <message>
        <source>Progress of this step</source>
        <translation>Ход этого шага</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Остановить</translation>
    </message>
</context>
<context>
    <name>aside::VersionsDialog</name>
    <message>
        <source>&amp;Use this version</source>
        <translation>&amp;Взять эту версию</translation>
    </message>
    <message>
        <source>Versions of this draft</source>
        <translation>Версии черновика</translation>
    </message>
    <message>
        <source>Versions, newest first</source>
        <translation>Версии, сначала новые</translation>
    </message>
    <message>
        <source>What this version changes</source>
        <translation>Что меняет эта версия</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(пусто)</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n знак</numerusform>
            <numerusform>%n знака</numerusform>
            <numerusform>%n знаков</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2
%3</source>
        <extracomment>A version of a draft: when, how long, its first words</extracomment>
        <translation>%1 · %2
%3</translation>
    </message>
    <message>
        <source>Nothing was written here yet.</source>
        <translation>Здесь ещё ничего не писали.</translation>
    </message>
    <message>
        <source>This is the text you have now.</source>
        <translation>Это ваш нынешний текст.</translation>
    </message>
    <message>
        <source>Against your text: %1, %2.</source>
        <extracomment>%1 and %2 are &quot;3 words …&quot;: what would change against the text that is written now</extracomment>
        <translation>По сравнению с вашим текстом: %1, %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) fewer, struck out</source>
        <translation>
            <numerusform>на %n слово меньше (зачёркнуто)</numerusform>
            <numerusform>на %n слова меньше (зачёркнуто)</numerusform>
            <numerusform>на %n слов меньше (зачёркнуто)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) more, underlined</source>
        <translation>
            <numerusform>на %n слово больше (подчёркнуто)</numerusform>
            <numerusform>на %n слова больше (подчёркнуто)</numerusform>
            <numerusform>на %n слов больше (подчёркнуто)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::Window</name>
    <message>
        <source>There is no conversation with %1 yet. Aside cannot begin a new mail; it answers those who wrote.</source>
        <translation>Обращений от %1 ещё нет. Aside не начинает новых писем, а отвечает тем, кто написал.</translation>
    </message>
    <message>
        <source>The link has the subject “%1”; a reply keeps that of its conversation.</source>
        <translation>В ссылке указана тема «%1», но у ответа остаётся тема его обращения.</translation>
    </message>
    <message>
        <source>The link asks for a copy to %1; a reply goes to the customer alone.</source>
        <extracomment>%1 are mail addresses</extracomment>
        <translation>Ссылка просит отправить копию на %1, но ответ получит только клиент.</translation>
    </message>
    <message>
        <source>The conversation went into another one; what you wrote is in its draft.</source>
        <translation>Обращение вошло в другое; написанное лежит в его черновике.</translation>
    </message>
    <message>
        <source>What was written: %1</source>
        <extracomment>The subject of a new conversation; %1 is that of one that was removed</extracomment>
        <translation>Было написано: %1</translation>
    </message>
    <message>
        <source>This conversation is gone. What you wrote there is a note in the inbox now: “%1”.</source>
        <extracomment>%1 is the subject of a conversation</extracomment>
        <translation>Этого обращения больше нет. Написанное в нём теперь заметка во входящих: «%1».</translation>
    </message>
    <message>
        <source>This conversation is gone, and what you wrote there could not be kept. It is on the clipboard: paste it somewhere now.</source>
        <translation>Этого обращения больше нет, и сохранить написанное не удалось. Текст лежит в буфере обмена: вставьте его куда-нибудь прямо сейчас.</translation>
    </message>
    <message>
        <source>The file check.toml cannot be understood, so the reply check goes on as before. Correct it or move it away; it was not changed.</source>
        <translation>Файл check.toml непонятен, поэтому проверка ответа работает как раньше. Исправьте его или уберите; он не изменён.</translation>
    </message>
</context>
<context>
    <name>aside::WindowArrivals</name>
    <message>
        <source>The move does not wait any more: it was taken back, or somebody else was quicker.</source>
        <translation>Этого клиента больше не ждут: перенос отменён или вас опередили.</translation>
    </message>
    <message>
        <source>Whoever was asked into private writes in a private conversation. This one is public.</source>
        <translation>Те, кого просили написать лично, пишут в личном обращении. Это обращение публичное.</translation>
    </message>
    <message>
        <source>Open a conversation first.</source>
        <translation>Сначала откройте обращение.</translation>
    </message>
    <message>
        <source>Nobody is waited for, or this conversation continues a public one already.</source>
        <translation>Никого не ждём, или это обращение уже продолжает публичное.</translation>
    </message>
</context>
<context>
    <name>aside::WindowCallOffer</name>
    <message>
        <source>%1 seems to allow you to phone. Record it, with the message as evidence?</source>
        <translation>Похоже, %1 разрешает позвонить. Записать это, с сообщением как основанием?</translation>
    </message>
    <message>
        <source>%1 seems not to want a call. Record it, with the message as evidence?</source>
        <translation>Похоже, %1 не хочет звонков. Записать это, с сообщением как основанием?</translation>
    </message>
</context>
<context>
    <name>aside::WindowCalls</name>
    <message>
        <source>Open a conversation first.</source>
        <translation>Сначала откройте обращение.</translation>
    </message>
    <message>
        <source>The call is kept.</source>
        <translation>Звонок сохранён.</translation>
    </message>
</context>
<context>
    <name>aside::WindowConsents</name>
    <message>
        <source>The message is not here any more. What was recorded of it stays.</source>
        <translation>Этого сообщения здесь больше нет. Запись о нём остаётся.</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>Записано.</translation>
    </message>
    <message>
        <source>Not allowed to phone %1: no consent is recorded for that number. Ask for it in writing, and record the answer in the drawer &quot;Person&quot;.</source>
        <translation>Звонить на %1 нельзя: согласия на звонки по этому номеру не записано. Попросите о нём письменно и запишите ответ в боковой панели «Клиент».</translation>
    </message>
</context>
<context>
    <name>aside::WindowDelay</name>
    <message>
        <source>The draft says that the date moves. Fill in the new date: Tab goes there.</source>
        <translation>В черновике сказано, что срок сдвигается. Впишите новый: к нему ведёт Tab.</translation>
    </message>
</context>
<context>
    <name>aside::WindowMentions</name>
    <message>
        <source>First connect a place that is kept by hand: Tools, Connect an account.</source>
        <translation>Сначала подключите место, которое ведут вручную: «Инструменты», «Подключить учётную запись».</translation>
    </message>
    <message>
        <source>The mention is in the inbox.</source>
        <translation>Упоминание во входящих.</translation>
    </message>
    <message>
        <source>The mention is known already.</source>
        <translation>Это упоминание уже есть.</translation>
    </message>
</context>
<context>
    <name>aside::WindowMoveUndo</name>
    <message>
        <source>One of both has left already. The other is a draft again.</source>
        <translation>Одна из частей уже ушла. Другая снова в черновиках.</translation>
    </message>
    <message>
        <source>It has left already and cannot be taken back any more.</source>
        <translation>Уже ушло, вернуть нельзя.</translation>
    </message>
</context>
<context>
    <name>aside::WindowNotifications</name>
    <message>
        <source>Aside</source>
        <translation>Aside</translation>
    </message>
    <message>
        <source>Show Aside</source>
        <translation>Показать Aside</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
</context>
<context>
    <name>aside::WindowOutbox</name>
    <message>
        <source>The reply goes as soon as it can.</source>
        <translation>Ответ уйдёт, как только это будет возможно.</translation>
    </message>
    <message>
        <source>The reply counts as sent.</source>
        <translation>Ответ считается отправленным.</translation>
    </message>
    <message>
        <source>The reply was not sent. Send it again, or take it back.</source>
        <translation>Ответ не был отправлен. Отправьте его снова или верните в черновик.</translation>
    </message>
    <message>
        <source>The text is copied. Post it, then say here that it is posted.</source>
        <translation>Текст скопирован. Опубликуйте его, затем скажите здесь, что он опубликован.</translation>
    </message>
</context>
<context>
    <name>aside::WindowPersonFiles</name>
    <message>
        <source>Export all that is kept</source>
        <translation>Выгрузить всё, что хранится</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>Файлы JSON (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>All that is kept of the person was written to %1.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>Всё, что хранится об этом человеке, записано в %1.</translation>
    </message>
    <message>
        <source>Erase this person</source>
        <translation>Стереть данные человека</translation>
    </message>
    <message>
        <source>Erase this person?</source>
        <translation>Стереть данные этого человека?</translation>
    </message>
    <message>
        <source>Erase %1?</source>
        <translation>Стереть данные: %1?</translation>
    </message>
    <message numerus="yes">
        <source>Their name, addresses, notes, drafts, files and the texts of %n conversation(s) are erased from this computer. It stays known that there were messages and when, and that something was refused. Copies at servers and in backups stay. This cannot be taken back.</source>
        <translation>
            <numerusform>С этого компьютера исчезнут имя, адреса, заметки, черновики, файлы и тексты %n обращения. Останется известно, что сообщения были и когда и что в чём-то было отказано. Копии на серверах и в резервных копиях останутся. Вернуть стёртое нельзя.</numerusform>
            <numerusform>С этого компьютера исчезнут имя, адреса, заметки, черновики, файлы и тексты %n обращений. Останется известно, что сообщения были и когда и что в чём-то было отказано. Копии на серверах и в резервных копиях останутся. Вернуть стёртое нельзя.</numerusform>
            <numerusform>С этого компьютера исчезнут имя, адреса, заметки, черновики, файлы и тексты %n обращений. Останется известно, что сообщения были и когда и что в чём-то было отказано. Копии на серверах и в резервных копиях останутся. Вернуть стёртое нельзя.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Erase</source>
        <translation>&amp;Стереть</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>О&amp;тмена</translation>
    </message>
    <message>
        <source>Erased.</source>
        <translation>Стёрто.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) to them are on their way, so nothing was erased. Send them or take them back first.</source>
        <translation>
            <numerusform>%n сообщение этому человеку ещё не ушло, поэтому ничего не стёрто. Сначала отправьте его или верните.</numerusform>
            <numerusform>%n сообщения этому человеку ещё не ушли, поэтому ничего не стёрто. Сначала отправьте их или верните.</numerusform>
            <numerusform>%n сообщений этому человеку ещё не ушли, поэтому ничего не стёрто. Сначала отправьте их или верните.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::WindowPersons</name>
    <message>
        <source>Merged: both are shown as one person.</source>
        <translation>Объединено: оба показаны как один клиент.</translation>
    </message>
    <message>
        <source>Two people: they are not proposed again.</source>
        <translation>Разные люди: больше не предлагается.</translation>
    </message>
    <message>
        <source>Separated: each has what is theirs.</source>
        <translation>Разделено: у каждого осталось своё.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Отменено.</translation>
    </message>
</context>
<context>
    <name>aside::WindowPreferences</name>
    <message>
        <source>&amp;Keep a copy and start afresh</source>
        <translation>&amp;Сохранить копию и начать заново</translation>
    </message>
</context>
<context>
    <name>aside::WindowPrint</name>
    <message>
        <source>Saved as %1.</source>
        <translation>Сохранено: %1.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранить в PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Файлы PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Print conversation</source>
        <translation>Печать обращения</translation>
    </message>
</context>
<context>
    <name>aside::WindowPrivate</name>
    <message>
        <source>Open a conversation first.</source>
        <translation>Сначала откройте обращение.</translation>
    </message>
    <message>
        <source>This conversation is private already.</source>
        <translation>Это обращение уже личное.</translation>
    </message>
    <message>
        <source>Recorded. The public side can be closed now.</source>
        <translation>Записано. Теперь можно закрыть публичную сторону.</translation>
    </message>
    <message>
        <source>Nothing was sent: both texts are here again.</source>
        <translation>Ничего не ушло: оба текста снова здесь.</translation>
    </message>
    <message>
        <source>Nobody is waited for any more. The private text is in the note.</source>
        <translation>Больше никого не ждём. Личный текст — в заметке.</translation>
    </message>
</context>
<context>
    <name>aside::WindowPromises</name>
    <message>
        <source>Promised: %1. It is in the view “Promises due” until it is kept.</source>
        <extracomment>%1 is a date with the hour</extracomment>
        <translation>Обещано, срок: %1. Пока не выполнено, это в разделе «Обещания».</translation>
    </message>
    <message>
        <source>The promise is kept.</source>
        <translation>Обещание выполнено.</translation>
    </message>
</context>
<context>
    <name>aside::Words</name>
    <message>
        <source>Email</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>VK</source>
        <translation>ВКонтакте</translation>
    </message>
    <message>
        <source>Telegram</source>
        <translation>Telegram</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Mastodon</source>
        <translation>Mastodon</translation>
    </message>
    <message>
        <source>Facebook</source>
        <translation>Facebook</translation>
    </message>
    <message>
        <source>Instagram</source>
        <translation>Instagram</translation>
    </message>
    <message>
        <source>Discourse</source>
        <translation>Discourse</translation>
    </message>
    <message>
        <source>Feed</source>
        <extracomment>A web feed, as a channel where customers write (comments)</extracomment>
        <translation>Лента</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Entered by hand</source>
        <extracomment>A conversation typed in by hand</extracomment>
        <translation>Введено вручную</translation>
    </message>
    <message>
        <source>MAX</source>
        <extracomment>The name of a messenger</extracomment>
        <translation>MAX</translation>
    </message>
    <message>
        <source>Odnoklassniki</source>
        <extracomment>The name of a social network (ok.ru)</extracomment>
        <translation>Одноклассники</translation>
    </message>
    <message>
        <source>Bluesky</source>
        <translation>Bluesky</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>YouTube</source>
        <translation>YouTube</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Отзывы</translation>
    </message>
    <message>
        <source>Private</source>
        <extracomment>Only the customer and we can read the conversation</extracomment>
        <translation>Лично</translation>
    </message>
    <message>
        <source>Public</source>
        <extracomment>Everybody can read the conversation</extracomment>
        <translation>Публично</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Входящие</translation>
    </message>
    <message>
        <source>Unread</source>
        <extracomment>A list of conversations with unread messages</extracomment>
        <translation>Непрочитанные</translation>
    </message>
    <message>
        <source>Public</source>
        <comment>view</comment>
        <extracomment>A list of conversations that everybody can read</extracomment>
        <translation>Публичные</translation>
    </message>
    <message>
        <source>Private</source>
        <comment>view</comment>
        <extracomment>A list of conversations that only the customer and we can read</extracomment>
        <translation>Личные</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Черновики</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Исходящие</translation>
    </message>
    <message>
        <source>Closed</source>
        <extracomment>A list of conversations that are done</extracomment>
        <translation>Закрытые</translation>
    </message>
    <message>
        <source>Held back</source>
        <extracomment>The state of a reply: it can still be taken back</extracomment>
        <translation>Придержан</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <extracomment>The state of a reply: no account can send it yet</extracomment>
        <translation>Ждёт отправки</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Отправляется</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <extracomment>The state of a reply: the server said no</extracomment>
        <translation>Отклонён сервером</translation>
    </message>
    <message>
        <source>Perhaps sent, please check</source>
        <extracomment>The state of a reply: it left and no answer came</extracomment>
        <translation>Возможно, отправлен — проверьте</translation>
    </message>
    <message>
        <source>Taken back</source>
        <extracomment>The state of a reply: somebody took it back</extracomment>
        <translation>Возвращён</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <extracomment>A list of conversations that come back at a time or with a reply</extracomment>
        <translation>Отложенные</translation>
    </message>
    <message>
        <source>Blocked</source>
        <extracomment>A list of the conversations of blocked persons</extracomment>
        <translation>Заблокированные</translation>
    </message>
    <message>
        <source>Promises due</source>
        <extracomment>A list of conversations with a date that was given to the customer</extracomment>
        <translation>Обещания</translation>
    </message>
    <message>
        <source>tomorrow, %1</source>
        <extracomment>A time to come; %1 is the hour</extracomment>
        <translation>завтра, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A time to come: weekday and date, then the hour</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date format</comment>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>Waiting longest</source>
        <extracomment>A list of conversations where a customer waits, the longest wait first</extracomment>
        <translation>Ждут дольше всех</translation>
    </message>
    <message>
        <source>Reply-by soon</source>
        <extracomment>A list of conversations whose reply is due, the earliest deadline first</extracomment>
        <translation>Ближайшие сроки</translation>
    </message>
</context>
<context>
    <name>aside::WorkingHoursPage</name>
    <message>
        <source>Working hours</source>
        <translation>Рабочие часы</translation>
    </message>
    <message>
        <source>%1 stays as it was: “%2” is not understood.</source>
        <extracomment>%1 is a weekday, %2 what was typed</extracomment>
        <translation>%1: осталось как было, «%2» непонятно.</translation>
    </message>
    <message>
        <source>The special days stay as they were: “%1” is not understood.</source>
        <translation>Особые дни остались как были: «%1» непонятно.</translation>
    </message>
    <message>
        <source>Answer &amp;within</source>
        <translation>&amp;Отвечать за</translation>
    </message>
    <message>
        <source>No target</source>
        <translation>Без срока</translation>
    </message>
    <message>
        <source>Coun&amp;ted in</source>
        <translation>С&amp;читать</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>Рабочие дни</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>Часовой &amp;пояс</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>Выходной</translation>
    </message>
    <message>
        <source>As “09:00-13:00, 14:00-18:00”. Nothing means a day off.</source>
        <translation>Например, «09:00-13:00, 14:00-18:00». Пустая строка — выходной.</translation>
    </message>
    <message>
        <source>S&amp;pecial days</source>
        <translation>Осо&amp;бые дни</translation>
    </message>
    <message>
        <source>One a line: “2026-11-04” is a holiday, “01-01” one in each year, “2026-11-07 09:00-16:00” a day with hours of its own.</source>
        <translation>По одному в строке: «2026-11-04» — праздник, «01-01» — праздник каждый год, «2026-11-07 09:00-16:00» — день со своими часами.</translation>
    </message>
    <message>
        <source>The holidays of a country or region are days off once you choose it.</source>
        <translation>Выберите страну или регион, и их праздники станут выходными.</translation>
    </message>
    <message>
        <source>No public holidays are known of it.</source>
        <translation>Праздники этой страны неизвестны.</translation>
    </message>
    <message>
        <source>Days off; a special day below goes before them. Next: %1, %2.</source>
        <extracomment>%1 is a date, %2 the name of a holiday</extracomment>
        <translation>Выходные дни; особый день ниже важнее. Ближайший праздник: %1, %2.</translation>
    </message>
    <message>
        <source>P&amp;ublic holidays</source>
        <translation>Пр&amp;аздники</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>No public holidays</extracomment>
        <translation>Не учитывать</translation>
    </message>
</context>
<context>
    <name>aside::cli</name>
    <message>
        <source>Please name a command. &quot;asidectl help&quot; lists them.</source>
        <translation>Укажите команду. Список команд: «asidectl help».</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;. &quot;asidectl help&quot; lists them.</source>
        <translation>Команды «%1» нет. Список команд: «asidectl help».</translation>
    </message>
    <message>
        <source>Use this profile directory.</source>
        <translation>Использовать эту папку профиля.</translation>
    </message>
    <message>
        <source>Answer in JSON, on one line.</source>
        <translation>Отвечать в JSON, одной строкой.</translation>
    </message>
    <message>
        <source>Where a profile is made: do not encrypt it.</source>
        <translation>При создании профиля: не шифровать его.</translation>
    </message>
    <message>
        <source>Explain the command.</source>
        <translation>Объяснить команду.</translation>
    </message>
    <message>
        <source>See &quot;asidectl help %1&quot;; write &quot;--&quot; before an argument that begins with &quot;-&quot;.</source>
        <translation>См. «asidectl help %1»; перед аргументом, который начинается с «-», пишите «--».</translation>
    </message>
    <message>
        <source>Usage: asidectl %1 %2</source>
        <translation>Использование: asidectl %1 %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no ID. An ID is a whole number.</source>
        <translation>«%1» не является номером. Номер — целое число.</translation>
    </message>
    <message>
        <source>--%1 needs a whole number from 0 to %2.</source>
        <translation>Для --%1 нужно целое число от 0 до %2.</translation>
    </message>
    <message>
        <source>Conversation %1</source>
        <translation>Обращение %1</translation>
    </message>
    <message>
        <source>Database file</source>
        <translation>Файл базы данных</translation>
    </message>
    <message>
        <source>Links between rows</source>
        <translation>Связи между строками</translation>
    </message>
    <message>
        <source>Search index</source>
        <translation>Поисковый индекс</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Вложения</translation>
    </message>
    <message>
        <source>Leftover files</source>
        <translation>Лишние файлы</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Шаблоны</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Права доступа</translation>
    </message>
    <message>
        <source>good</source>
        <translation>в порядке</translation>
    </message>
    <message>
        <source>worth a look</source>
        <translation>стоит проверить</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>повреждено</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>исправлено</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Число</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Examines the profile and repairs what can be repaired without a loss.</source>
        <translation>Проверяет профиль и исправляет то, что можно исправить без потерь.</translation>
    </message>
    <message>
        <source>Repair; the profile must not be open elsewhere.</source>
        <translation>Исправить; профиль не должен быть открыт в другой программе.</translation>
    </message>
    <message>
        <source>The text is not in UTF-8.</source>
        <translation>Текст не в кодировке UTF-8.</translation>
    </message>
    <message>
        <source>--text, --file, - and --versions exclude each other.</source>
        <translation>--text, --file, - и --versions исключают друг друга.</translation>
    </message>
    <message>
        <source>The text follows --text, --file or &quot;-&quot;.</source>
        <translation>Текст указывают после --text, --file или «-».</translation>
    </message>
    <message>
        <source>Saved as version %1.</source>
        <translation>Сохранено как версия %1.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>There is no draft.</source>
        <translation>Черновика нет.</translation>
    </message>
    <message>
        <source>Saves the draft of a conversation, or shows it.</source>
        <translation>Сохраняет черновик обращения или показывает его.</translation>
    </message>
    <message>
        <source>The new text; an empty one ends the draft.</source>
        <translation>Новый текст; пустой удаляет черновик.</translation>
    </message>
    <message>
        <source>Read the new text from a file; &quot;-&quot; instead reads the input.</source>
        <translation>Прочитать новый текст из файла; «-» — со стандартного ввода.</translation>
    </message>
    <message>
        <source>Show all saved versions, newest first.</source>
        <translation>Показать все сохранённые версии, сначала новые.</translation>
    </message>
    <message>
        <source>The note for the team, not the reply.</source>
        <translation>Заметка для команды, а не ответ.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>выполнено</translation>
    </message>
    <message>
        <source>something failed (disk error, conflict, bad settings)</source>
        <translation>сбой (ошибка диска, конфликт, неверные настройки)</translation>
    </message>
    <message>
        <source>wrong usage</source>
        <translation>неверные аргументы</translation>
    </message>
    <message>
        <source>no such file, conversation, attachment or profile</source>
        <translation>нет такого файла, обращения, вложения или профиля</translation>
    </message>
    <message>
        <source>another program has the profile open</source>
        <translation>профиль открыт в другой программе</translation>
    </message>
    <message>
        <source>no permission, or a place that cannot be written</source>
        <translation>нет прав или место недоступно для записи</translation>
    </message>
    <message>
        <source>the input is empty, broken or of an unknown format</source>
        <translation>данные пусты, повреждены или в неизвестном формате</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>диск заполнен</translation>
    </message>
    <message>
        <source>the database is newer, damaged or not ours</source>
        <translation>база данных новее, повреждена или не наша</translation>
    </message>
    <message>
        <source>stopped by Ctrl+C; what came in is kept</source>
        <translation>остановлено по Ctrl+C; полученное сохранено</translation>
    </message>
    <message>
        <source>doctor found damage that remains</source>
        <translation>doctor нашёл неисправленные повреждения</translation>
    </message>
    <message>
        <source>--format is mbox, json or pdf.</source>
        <translation>--format принимает mbox, json или pdf.</translation>
    </message>
    <message>
        <source>Please name the file with --out.</source>
        <translation>Укажите файл через --out.</translation>
    </message>
    <message>
        <source>The file exists already. Add --force to replace it.</source>
        <translation>Файл уже существует. Чтобы заменить его, добавьте --force.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>Writes a conversation to a file, or to the output.</source>
        <translation>Записывает обращение в файл или выводит его.</translation>
    </message>
    <message>
        <source>mbox (usual), json or pdf.</source>
        <translation>mbox (по умолчанию), json или pdf.</translation>
    </message>
    <message>
        <source>The file; the output where it is not given.</source>
        <translation>Файл; если не указан — вывод на экран.</translation>
    </message>
    <message>
        <source>Replace the file if there is one.</source>
        <translation>Заменить файл, если он есть.</translation>
    </message>
    <message>
        <source>Usage: asidectl [--profile DIR] [--json] COMMAND [ARGUMENTS]</source>
        <translation>Использование: asidectl [--profile DIR] [--json] КОМАНДА [АРГУМЕНТЫ]</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Команды:</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>Параметры всех команд:</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>Коды завершения:</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Примеры:</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Параметры:</translation>
    </message>
    <message>
        <source>Explains a command, or all of them and the exit codes.</source>
        <translation>Объясняет команду или все команды и коды завершения.</translation>
    </message>
    <message>
        <source>Says which version this is.</source>
        <translation>Показывает версию программы.</translation>
    </message>
    <message>
        <source>--map needs FIELD=COLUMN, divided by commas.</source>
        <translation>Для --map нужно ПОЛЕ=СТОЛБЕЦ, через запятую.</translation>
    </message>
    <message>
        <source>--audience is public or private.</source>
        <translation>--audience принимает public или private.</translation>
    </message>
    <message>
        <source>--own needs a mail address, or @shop.example for a whole domain.</source>
        <translation>Для --own нужен адрес почты или @shop.example для всего домена.</translation>
    </message>
    <message>
        <source>There is no channel &quot;%1&quot;.</source>
        <translation>Канала «%1» нет.</translation>
    </message>
    <message>
        <source>asidectl: there are more of these; --json lists them.</source>
        <translation>asidectl: это ещё не всё; полный список даёт --json.</translation>
    </message>
    <message>
        <source>Imported: %1, known already: %2, left out: %3, new conversations: %4</source>
        <translation>Импортировано: %1, уже известно: %2, пропущено: %3, новых обращений: %4</translation>
    </message>
    <message>
        <source>asidectl: stopped. Run it again to go on from here.</source>
        <translation>asidectl: остановлено. Запустите ещё раз, чтобы продолжить с этого места.</translation>
    </message>
    <message>
        <source>Imports mbox, Maildir, .eml, Telegram exports, CSV and JSON Lines.</source>
        <translation>Импортирует mbox, Maildir, .eml, выгрузки Telegram, CSV и JSON Lines.</translation>
    </message>
    <message>
        <source>An address of ours, or @domain; may be given more than once and is kept.</source>
        <translation>Наш адрес или @домен; можно указать несколько раз, запоминается.</translation>
    </message>
    <message>
        <source>For tables: our field is their column.</source>
        <translation>Для таблиц: наше поле — их столбец.</translation>
    </message>
    <message>
        <source>For tables: where the messages come from.</source>
        <translation>Для таблиц: откуда сообщения.</translation>
    </message>
    <message>
        <source>For tables: public or private.</source>
        <translation>Для таблиц: public или private.</translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>сообщений: %1</translation>
    </message>
    <message>
        <source>%1 %, %2 messages</source>
        <translation>%1 %, сообщений: %2</translation>
    </message>
    <message>
        <source>There is no view &quot;%1&quot;. Views are: %2.</source>
        <translation>Раздела «%1» нет. Разделы: %2.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Кто видит</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Непрочит.</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Последнее</translation>
    </message>
    <message>
        <source>No conversations.</source>
        <translation>Обращений нет.</translation>
    </message>
    <message>
        <source>At most so many; 0 means all.</source>
        <translation>Не больше стольких; 0 — все.</translation>
    </message>
    <message>
        <source>held, can be undone</source>
        <translation>придержан, можно отменить</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>ждёт отправки</translation>
    </message>
    <message>
        <source>waits for an account</source>
        <translation>ждёт учётной записи</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>отправляется</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>отправлен</translation>
    </message>
    <message>
        <source>refused by the server</source>
        <translation>отклонён сервером</translation>
    </message>
    <message>
        <source>uncertain whether it was sent</source>
        <translation>неизвестно, отправлен ли</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>возвращён</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>Здесь пусто.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Обращение</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Создан</translation>
    </message>
    <message>
        <source>Item %1: %2</source>
        <translation>Ответ %1: %2</translation>
    </message>
    <message>
        <source>There is no draft to send.</source>
        <translation>Нет черновика для отправки.</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>Ответ %1</translation>
    </message>
    <message>
        <source>It has left already and cannot be undone.</source>
        <translation>Ответ уже ушёл, отменить нельзя.</translation>
    </message>
    <message>
        <source>How long it can be undone: 0 to 60, usually 10.</source>
        <translation>Сколько секунд можно отменить: от 0 до 60, обычно 10.</translation>
    </message>
    <message>
        <source>Public: everybody can read it</source>
        <translation>Публично: видят все</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Личное</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Получено</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Note, team only</source>
        <translation>Заметка, только для команды</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
    <message>
        <source>Attached: %1 (%2)</source>
        <translation>Вложено: %1 (%2)</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Ничего не найдено.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Searches all messages; newest hits first.</source>
        <translation>Ищет по всем сообщениям, сначала новые.</translation>
    </message>
    <message>
        <source>received</source>
        <translation>получено</translation>
    </message>
    <message>
        <source>note, team only</source>
        <translation>заметка, только для команды</translation>
    </message>
    <message>
        <source>event</source>
        <translation>событие</translation>
    </message>
    <message>
        <source>public: everybody can read it</source>
        <translation>публично: видят все</translation>
    </message>
    <message>
        <source>private</source>
        <translation>лично</translation>
    </message>
    <message>
        <source>Attachment %1: %2 (%3, %4)</source>
        <translation>Вложение %1: %2 (%3, %4)</translation>
    </message>
    <message>
        <source>%1, %2, with %3</source>
        <translation>%1, %2, собеседник: %3</translation>
    </message>
    <message>
        <source>Attachment %1</source>
        <translation>Вложение %1</translation>
    </message>
    <message>
        <source>The file exists already. Please choose another name.</source>
        <translation>Файл уже существует. Выберите другое имя.</translation>
    </message>
    <message>
        <source>Shows a conversation, or saves one of its attachments.</source>
        <translation>Показывает обращение или сохраняет его вложение.</translation>
    </message>
    <message>
        <source>Save this attachment.</source>
        <translation>Сохранить это вложение.</translation>
    </message>
    <message>
        <source>The file to save to; it must not exist yet.</source>
        <translation>Куда сохранить; такого файла ещё не должно быть.</translation>
    </message>
    <message>
        <source>--attachment and --out belong together.</source>
        <translation>--attachment и --out указывают вместе.</translation>
    </message>
    <message>
        <source>There is no order &quot;%1&quot;. Orders are: %2.</source>
        <translation>Порядка «%1» нет. Есть: %2.</translation>
    </message>
    <message>
        <source>Only this channel.</source>
        <translation>Только этот канал.</translation>
    </message>
    <message>
        <source>Only what carries this tag.</source>
        <translation>Только с этой меткой.</translation>
    </message>
    <message>
        <source>--json and --format exclude each other.</source>
        <translation>--json и --format вместе не употребляются.</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot;. Formats are: %2.</source>
        <translation>Формата «%1» нет. Есть: %2.</translation>
    </message>
    <message>
        <source>The audience is public or private, not &quot;%1&quot;.</source>
        <translation>Читатели бывают public или private, а не «%1».</translation>
    </message>
    <message>
        <source>There is no language &quot;%1&quot;. Languages are: %2.</source>
        <translation>Языка «%1» нет. Есть: %2.</translation>
    </message>
    <message>
        <source>There is no .md or .txt file in this folder.</source>
        <translation>В этой папке нет файлов .md и .txt.</translation>
    </message>
    <message>
        <source>--list-rules is printed as text or json.</source>
        <translation>--list-rules выводится как text или json.</translation>
    </message>
    <message>
        <source>Checks replies and templates; answers 0 clean, 1 findings, 2 not checked.</source>
        <translation>Проверяет ответы и шаблоны; код 0: чисто, 1: есть замечания, 2: проверить не удалось.</translation>
    </message>
    <message>
        <source>The channel they are written for.</source>
        <translation>Канал, для которого они написаны.</translation>
    </message>
    <message>
        <source>Who will read them: public or private.</source>
        <translation>Кто их прочтёт: public (все) или private (один человек).</translation>
    </message>
    <message>
        <source>The language they are written in.</source>
        <translation>Язык, на котором они написаны.</translation>
    </message>
    <message>
        <source>text, json or sarif.</source>
        <translation>text, json или sarif.</translation>
    </message>
    <message>
        <source>List the rules instead.</source>
        <translation>Показать вместо этого список правил.</translation>
    </message>
    <message>
        <source>Please name a file, a folder or &quot;-&quot;.</source>
        <translation>Назовите файл, папку или «-».</translation>
    </message>
    <message>
        <source>The file cannot be understood (%1). Correct it or move it away.</source>
        <translation>Файл не удаётся понять (%1). Исправьте его или уберите в другое место.</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Публично</translation>
    </message>
    <message>
        <source>What it finds</source>
        <translation>Что находит</translation>
    </message>
    <message>
        <source>Each --alt describes the file of one --attach.</source>
        <translation>Каждый --alt описывает файл одного --attach.</translation>
    </message>
    <message>
        <source>--attach and --versions exclude each other.</source>
        <translation>--attach и --versions нельзя указать вместе.</translation>
    </message>
    <message>
        <source>The files of one draft may be %1 together.</source>
        <translation>Файлы одного черновика вместе могут занимать до %1.</translation>
    </message>
    <message>
        <source>Attached: %1 (%2), %3</source>
        <translation>Прикреплено: %1 (%2), %3</translation>
    </message>
    <message>
        <source>Lay a file with the draft; may be given several times.</source>
        <translation>Приложить файл к черновику; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>What the attached picture shows, for who cannot see it.</source>
        <translation>Что на приложенной картинке: для тех, кто её не видит.</translation>
    </message>
    <message>
        <source>a server cannot be reached, is not trusted, or refuses</source>
        <translation>сервер недоступен, не вызывает доверия или отказывает</translation>
    </message>
    <message>
        <source>The text is too long: only the first %1 characters were checked.</source>
        <translation>Текст слишком длинный: проверены только первые %1 знаков.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Чей</translation>
    </message>
    <message>
        <source>No templates.</source>
        <translation>Шаблонов нет.</translation>
    </message>
    <message>
        <source>Lists templates, shows one, or fills one in.</source>
        <translation>Показывает список шаблонов, один шаблон или заполняет его.</translation>
    </message>
    <message>
        <source>The templates of this folder, not the profile&apos;s.</source>
        <translation>Шаблоны из этой папки, а не из профиля.</translation>
    </message>
    <message>
        <source>What stands in a field; may be given often.</source>
        <translation>Что стоит в поле; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>Fill it in for this conversation.</source>
        <translation>Заполнить для этого обращения.</translation>
    </message>
    <message>
        <source>--set and --conversation belong to render.</source>
        <translation>--set и --conversation относятся к render.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one of: %2.</source>
        <translation>«%1» принимает одно из значений: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a number.</source>
        <translation>«%1» это число.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a date, like 2026-12-01.</source>
        <translation>«%1» это дата, например 2026-12-01.</translation>
    </message>
    <message>
        <source>The template has no field or variable &quot;%1&quot;.</source>
        <translation>В шаблоне нет поля или переменной «%1».</translation>
    </message>
    <message>
        <source>%1:%2: %3 %4</source>
        <extracomment>A file, its line, what is wrong with a phrase in it, the phrase</extracomment>
        <translation>%1:%2: %3 %4</translation>
    </message>
    <message>
        <source>There is no rule &quot;%1&quot;. Did you mean %2?</source>
        <translation>Правила «%1» нет. Может быть, %2?</translation>
    </message>
    <message>
        <source>the reply check has problems or questions without an answer; nothing was sent</source>
        <translation>у проверки ответа остались проблемы или вопросы без ответа; ничего не отправлено</translation>
    </message>
    <message>
        <source>Why something stays that the reply check asks about; may be given several times.</source>
        <translation>Зачем нужно то, о чём спрашивает проверка ответа; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>The reply check has problems or questions without an answer, and nothing was sent. Change the text, or answer a question with --reason RULE=TEXT.</source>
        <translation>У проверки ответа остались проблемы или вопросы без ответа, и ничего не отправлено. Измените текст или ответьте на вопрос: --reason ПРАВИЛО=ТЕКСТ.</translation>
    </message>
    <message>
        <source>A reason is written as RULE=TEXT, not &quot;%1&quot;.</source>
        <translation>Причина записывается как ПРАВИЛО=ТЕКСТ, а не «%1».</translation>
    </message>
    <message>
        <source>--at needs a time to come, such as 2030-12-01T09:00.</source>
        <translation>Для --at нужно время в будущем, например 2030-12-01T09:00.</translation>
    </message>
    <message>
        <source>Lists what is on its way, sends a draft, takes it back, or decides.</source>
        <translation>Показывает исходящие, отправляет черновик, возвращает его или решает его судьбу.</translation>
    </message>
    <message>
        <source>Send it then: 2030-12-01T09:00, in your own time.</source>
        <translation>Отправить в это время: 2030-12-01T09:00, по вашим часам.</translation>
    </message>
    <message>
        <source>Send it although the customer wrote since.</source>
        <translation>Отправить, хотя клиент с тех пор написал.</translation>
    </message>
    <message>
        <source>held until %1</source>
        <translation>придержан до %1</translation>
    </message>
    <message>
        <source>held: everything public is frozen</source>
        <translation>придержан: всё публичное заморожено</translation>
    </message>
    <message>
        <source>held: the customer wrote since</source>
        <translation>придержан: клиент с тех пор написал</translation>
    </message>
    <message>
        <source>held for review</source>
        <translation>ждёт проверки руководителя</translation>
    </message>
    <message>
        <source>held: it was not sent</source>
        <translation>придержан: он не был отправлен</translation>
    </message>
    <message>
        <source>Attempts: %1, the last one %2</source>
        <translation>Попыток: %1, последняя %2</translation>
    </message>
    <message>
        <source>Next attempt: %1</source>
        <translation>Следующая попытка: %1</translation>
    </message>
    <message>
        <source>The server said: %1</source>
        <translation>Сервер ответил: %1</translation>
    </message>
    <message>
        <source>%1, %2 wrote:</source>
        <translation>%1, пишет %2:</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>The server said</source>
        <translation>Ответ сервера</translation>
    </message>
    <message>
        <source>In its state, that cannot be done.</source>
        <translation>В его нынешнем состоянии это невозможно.</translation>
    </message>
    <message>
        <source>The customer wrote since. &quot;--anyway&quot; sends it all the same.</source>
        <translation>Клиент с тех пор написал. С «--anyway» ответ уйдёт всё равно.</translation>
    </message>
    <message>
        <source>Nothing public leaves since %1.</source>
        <translation>Публичные ответы не уходят с %1.</translation>
    </message>
    <message>
        <source>Public replies leave as usual.</source>
        <translation>Публичные ответы уходят как обычно.</translation>
    </message>
    <message>
        <source>the key of the profile, a password or the passphrase is missing or wrong</source>
        <translation>нет ключа профиля, пароля или парольной фразы, или они не подходят</translation>
    </message>
    <message>
        <source>The value for &quot;%1&quot; is missing or makes no sense.</source>
        <extracomment>%1 is the name of a setting such as imap.port</extracomment>
        <translation>Значение «%1» не задано или не имеет смысла.</translation>
    </message>
    <message>
        <source>Account %1 is added. &quot;asidectl account test %1&quot; tries it.</source>
        <translation>Учётная запись %1 добавлена. Проверить её: «asidectl account test %1».</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выключена</translation>
    </message>
    <message>
        <source>on</source>
        <translation>включена</translation>
    </message>
    <message>
        <source>paused: %1</source>
        <translation>на паузе: %1</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Учётная запись</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <extracomment>%1 is IMAP or SMTP, %2 a server, %3 what came of signing in there</extracomment>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>вход выполнен</translation>
    </message>
    <message>
        <source>The new password is kept.</source>
        <translation>Новый пароль сохранён.</translation>
    </message>
    <message>
        <source>Account %1 and its password are removed; its conversations stay.</source>
        <translation>Учётная запись %1 и её пароль удалены; её обращения остались.</translation>
    </message>
    <message>
        <source>The server for incoming mail.</source>
        <translation>Сервер входящей почты.</translation>
    </message>
    <message>
        <source>The server for outgoing mail.</source>
        <translation>Сервер исходящей почты.</translation>
    </message>
    <message>
        <source>tls (the usual) or starttls.</source>
        <translation>tls (обычно) или starttls.</translation>
    </message>
    <message>
        <source>The name to sign in with, where it is not the address.</source>
        <translation>Имя для входа, если это не адрес.</translation>
    </message>
    <message>
        <source>What your team calls the account.</source>
        <translation>Как учётную запись называет ваша команда.</translation>
    </message>
    <message>
        <source>The name that customers see.</source>
        <translation>Имя, которое видят клиенты.</translation>
    </message>
    <message>
        <source>Leave mail from before this day at the server.</source>
        <translation>Оставить на сервере почту, пришедшую до этого дня.</translation>
    </message>
    <message>
        <source>The server files sent mail by itself.</source>
        <translation>Сервер сам сохраняет отправленное.</translation>
    </message>
    <message>
        <source>Password of %1: </source>
        <extracomment>%1 is a mail address; the person types behind it</extracomment>
        <translation>Пароль для %1: </translation>
    </message>
    <message>
        <source>There is no terminal to ask for the password. Name --password-file or --password-env.</source>
        <translation>Нет терминала, чтобы спросить пароль. Укажите --password-file или --password-env.</translation>
    </message>
    <message>
        <source>Read the password from the first line of a file, or of the standard input (-).</source>
        <translation>Взять пароль из первой строки файла или стандартного ввода (-).</translation>
    </message>
    <message>
        <source>Read the password from an environment variable.</source>
        <translation>Взять пароль из переменной окружения.</translation>
    </message>
    <message>
        <source>Name only one of --password-file and --password-env.</source>
        <translation>Укажите только одно: --password-file или --password-env.</translation>
    </message>
    <message>
        <source>The password is empty.</source>
        <translation>Пароль пуст.</translation>
    </message>
    <message>
        <source>There is no such account. &quot;asidectl account list&quot; shows all.</source>
        <translation>Такой учётной записи нет. Все показывает «asidectl account list».</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n new message(s)</source>
        <translation>
            <numerusform>%1: %n новое сообщение</numerusform>
            <numerusform>%1: %n новых сообщения</numerusform>
            <numerusform>%1: %n новых сообщений</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetch what came for your accounts, once.</source>
        <translation>Один раз получить то, что пришло на ваши учётные записи.</translation>
    </message>
    <message>
        <source>Only this one, by its number or address; also where it is paused.</source>
        <translation>Только эта, по номеру или адресу; даже если она на паузе.</translation>
    </message>
    <message>
        <source>There is no account to fetch for.</source>
        <translation>Нет учётных записей, для которых можно получить почту.</translation>
    </message>
    <message>
        <source>There is no keychain here, so passwords go into an encrypted file of the profile.
Choose a passphrase for it; nobody can restore it. Passphrase: </source>
        <translation>Здесь нет связки ключей, поэтому пароли попадут в зашифрованный файл профиля.
Придумайте для него парольную фразу; восстановить её нельзя. Парольная фраза: </translation>
    </message>
    <message>
        <source>Passphrase of the file with the passwords: </source>
        <translation>Парольная фраза файла с паролями: </translation>
    </message>
    <message>
        <source>That was not the passphrase. Passphrase of the file with the passwords: </source>
        <translation>Это не та парольная фраза. Парольная фраза файла с паролями: </translation>
    </message>
    <message>
        <source>The same again: </source>
        <translation>Ещё раз: </translation>
    </message>
    <message>
        <source>Way: %1 (%2)</source>
        <translation>Способ: %1 (%2)</translation>
    </message>
    <message>
        <source>To call: %1</source>
        <translation>Номер для звонка: %1</translation>
    </message>
    <message>
        <source>Possible until %1</source>
        <translation>Возможно до %1</translation>
    </message>
    <message>
        <source>For everybody to read:</source>
        <translation>Публично, прочитают все:</translation>
    </message>
    <message>
        <source>In private (%1), once they write:</source>
        <extracomment>%1 is a channel: &quot;vk&quot;</extracomment>
        <translation>Лично (%1), когда клиент напишет:</translation>
    </message>
    <message>
        <source>In private (%1):</source>
        <translation>Лично (%1):</translation>
    </message>
    <message>
        <source>To record: %1</source>
        <translation>Записать: %1</translation>
    </message>
    <message>
        <source>Not possible: %1</source>
        <translation>Невозможно: %1</translation>
    </message>
    <message>
        <source>Once it is solved: %1</source>
        <translation>После решения: %1</translation>
    </message>
    <message>
        <source>Promised for: %1</source>
        <translation>Обещано к сроку: %1</translation>
    </message>
    <message>
        <source>It left, but its copy is not in the folder for sent mail.</source>
        <translation>Ответ ушёл, но его копии нет в папке отправленных.</translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s), and given up.</source>
        <translation>
            <numerusform>Была %n попытка, больше их не будет.</numerusform>
            <numerusform>Было %n попытки, больше их не будет.</numerusform>
            <numerusform>Было %n попыток, больше их не будет.</numerusform>
        </translation>
    </message>
    <message>
        <source>held: the private message has not arrived</source>
        <translation>придержан: личное сообщение не дошло</translation>
    </message>
    <message>
        <source>held: the customer does not allow it</source>
        <translation>придержан: клиент этого не разрешает</translation>
    </message>
    <message>
        <source>It leaves after item %1.</source>
        <extracomment>%1 is a number of the outbox: the private message that goes first</extracomment>
        <translation>Уйдёт после ответа %1.</translation>
    </message>
    <message>
        <source>every address</source>
        <extracomment>Every address of a person on a channel</extracomment>
        <translation>все адреса</translation>
    </message>
    <message>
        <source>message %1</source>
        <extracomment>Where it is said</extracomment>
        <translation>сообщение %1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>О чём</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Сказано</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Основание</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Записано</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Кто записал</translation>
    </message>
    <message>
        <source>Nobody is known as the customer of this conversation.</source>
        <translation>Кто клиент в этом обращении, неизвестно.</translation>
    </message>
    <message>
        <source>Person %1</source>
        <translation>Клиент %1</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>Ничего не записано.</translation>
    </message>
    <message>
        <source>--until needs a day to come, such as 2030-12-01.</source>
        <translation>Для --until нужен будущий день, например 2030-12-01.</translation>
    </message>
    <message>
        <source>--channel is needed where no conversation says it.</source>
        <translation>Без обращения нужно указать --channel.</translation>
    </message>
    <message>
        <source>--to needs one of dm, phone, mailing, removal.</source>
        <translation>Для --to нужно одно из: dm, phone, mailing, removal.</translation>
    </message>
    <message>
        <source>A consent needs --evidence or --words: how do we know?</source>
        <translation>Согласию нужно --evidence или --words: откуда это известно?</translation>
    </message>
    <message>
        <source>Only a consent that is given can end.</source>
        <translation>Срок бывает только у данного согласия.</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>Сообщение %1</translation>
    </message>
    <message>
        <source>Shows and records what a person allows.</source>
        <translation>Показывает и записывает, что разрешил клиент.</translation>
    </message>
    <message>
        <source>What it is about: dm, phone, mailing or removal.</source>
        <translation>О чём речь: dm, phone, mailing или removal.</translation>
    </message>
    <message>
        <source>Where it counts; usually the channel of the conversation.</source>
        <translation>Где это действует; обычно в канале обращения.</translation>
    </message>
    <message>
        <source>The address or number; usually that of the conversation.</source>
        <translation>Адрес или номер; обычно тот, что в обращении.</translation>
    </message>
    <message>
        <source>The message that says so.</source>
        <translation>Сообщение, в котором это сказано.</translation>
    </message>
    <message>
        <source>The last day of a consent: 2030-12-01.</source>
        <translation>Последний день согласия: 2030-12-01.</translation>
    </message>
    <message>
        <source>How you know, where no message says it.</source>
        <translation>Откуда это известно, если не из сообщения.</translation>
    </message>
    <message>
        <source>Only one text can come from the input.</source>
        <translation>Из стандартного ввода можно взять только один текст.</translation>
    </message>
    <message>
        <source>What everybody reads, instead of the drafted text.</source>
        <translation>Текст для всех вместо подготовленного.</translation>
    </message>
    <message>
        <source>What the person reads, instead of the drafted text.</source>
        <translation>Текст для клиента вместо подготовленного.</translation>
    </message>
    <message>
        <source>Writes and checks both halves, and sends nothing.</source>
        <translation>Пишет и проверяет обе половины, но ничего не отправляет.</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>Переход %1</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Переход</translation>
    </message>
    <message>
        <source>Private talk</source>
        <translation>Личный разговор</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Способ</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>This way has no such half.</source>
        <translation>При этом способе такой половины нет.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Ничего не отправлено.</translation>
    </message>
    <message>
        <source>Another move to private is on its way.</source>
        <translation>Другой переход этого разговора в личный ещё не закончен.</translation>
    </message>
    <message>
        <source>It is private already.</source>
        <translation>Разговор уже личный.</translation>
    </message>
    <message>
        <source>late</source>
        <extracomment>State of a promise in a table: its time is over</extracomment>
        <translation>просрочено</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Обещание</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Кому</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Обращения</translation>
    </message>
    <message>
        <source>Of --due and --all only one makes sense.</source>
        <translation>Параметры --due и --all не имеют смысла вместе.</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Обещания</translation>
    </message>
    <message>
        <source>There is no such promise.</source>
        <translation>Таких обещаний нет.</translation>
    </message>
    <message>
        <source>Promise %1</source>
        <translation>Обещание %1</translation>
    </message>
    <message>
        <source>It is not open any more: another date took its place, or the reply that gave it came back.</source>
        <translation>Оно уже не действует: назван другой срок, или ответ с ним вернулся.</translation>
    </message>
    <message>
        <source>Lists the dates given to customers, and says which were kept.</source>
        <translation>Показывает сроки, названные клиентам, и отмечает выполненные.</translation>
    </message>
    <message>
        <source>Only what is due today or late.</source>
        <translation>Только то, чей срок сегодня или прошёл.</translation>
    </message>
    <message>
        <source>Also what is not open any more.</source>
        <translation>И то, что уже не действует.</translation>
    </message>
    <message>
        <source>Lists conversations, what grows worst by waiting first unless told otherwise.</source>
        <translation>Показывает обращения, сначала то, чему ожидание вредит больше, если не сказано иное.</translation>
    </message>
    <message>
        <source>inbox, waiting, reply-by, unread, public, private, drafts, outbox, closed, snoozed, blocked or promises.</source>
        <translation>inbox, waiting, reply-by, unread, public, private, drafts, outbox, closed, snoozed, blocked или promises.</translation>
    </message>
    <message>
        <source>urgency, reply-by (earliest deadline first), waiting (longest first), newest or oldest.</source>
        <translation>urgency, reply-by (сначала ближайший срок), waiting (сначала кто ждёт дольше), newest или oldest.</translation>
    </message>
    <message>
        <source>Nothing is recorded as solved here, or it is closed already. See &quot;private resolve&quot;.</source>
        <translation>Здесь ничего не записано как решённое, или всё уже закрыто. См. «private resolve».</translation>
    </message>
    <message>
        <source>held: the public line is not there yet</source>
        <translation>придержано: публичной строки ещё нет</translation>
    </message>
    <message>
        <source>Say what was done: --what TEXT.</source>
        <translation>Скажите, что сделано: --what TEXT.</translation>
    </message>
    <message>
        <source>Plans how a public conversation goes on in private, moves it, and ends it in public.</source>
        <translation>Планирует, как публичное обращение продолжится лично, переводит его и завершает публично.</translation>
    </message>
    <message>
        <source>Leaves out one of both halves: public or private.</source>
        <translation>Не отправлять одну из частей: public или private.</translation>
    </message>
    <message>
        <source>What was done, for the team alone.</source>
        <translation>Что сделано; только для команды.</translation>
    </message>
    <message>
        <source>No talk was moved to private here that could be solved.</source>
        <translation>Здесь нет перехода в личную переписку, который можно решить.</translation>
    </message>
    <message>
        <source>--without takes public or private.</source>
        <translation>--without принимает public или private.</translation>
    </message>
    <message>
        <source>Nothing would be left to send.</source>
        <translation>Отправлять было бы нечего.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Решение</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Другой</translation>
    </message>
    <message>
        <source>May be the same as person %1, %2: %3</source>
        <extracomment>%1 is a number, %2 a name, %3 what speaks for it</extracomment>
        <translation>Возможно, это тот же человек, что клиент %1, %2: %3</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Заметка: %1</translation>
    </message>
    <message>
        <source>Merged with person %1, %2</source>
        <translation>Объединён с клиентом %1, %2</translation>
    </message>
    <message>
        <source>Person %1 is shown as person %2 from now on.</source>
        <translation>Теперь клиент %1 показан как клиент %2.</translation>
    </message>
    <message>
        <source>Person %1 is no longer shown as person %2.</source>
        <translation>Клиент %1 больше не показан как клиент %2.</translation>
    </message>
    <message>
        <source>Person %1 and person %2 are two people.</source>
        <translation>Клиент %1 и клиент %2: разные люди.</translation>
    </message>
    <message>
        <source>Shows, exports and erases a person, and says who is the same as whom.</source>
        <translation>Показывает, выгружает и стирает данные клиента, отмечает, кто с кем один человек.</translation>
    </message>
    <message>
        <source>The file to export to.</source>
        <translation>Файл для выгрузки.</translation>
    </message>
    <message>
        <source>Erase without asking.</source>
        <translation>Стереть без вопроса.</translation>
    </message>
    <message numerus="yes">
        <source>Erases person %1, %2: their name, addresses, notes, drafts, files and the texts of %n conversation(s). This cannot be taken back.</source>
        <translation>
            <numerusform>Будут стёрты данные клиента %1, %2: имя, адреса, заметки, черновики, файлы и тексты %n обращения. Отменить это нельзя.</numerusform>
            <numerusform>Будут стёрты данные клиента %1, %2: имя, адреса, заметки, черновики, файлы и тексты %n обращений. Отменить это нельзя.</numerusform>
            <numerusform>Будут стёрты данные клиента %1, %2: имя, адреса, заметки, черновики, файлы и тексты %n обращений. Отменить это нельзя.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type %1 to erase:</source>
        <translation>Чтобы стереть, введите %1:</translation>
    </message>
    <message>
        <source>Replies to this person have not left yet. Send or take back first: %1</source>
        <translation>Ответы этому клиенту ещё не ушли. Сначала отправьте или отмените их: %1</translation>
    </message>
    <message>
        <source>Erased. It stays known that there were %1 messages, and that something was refused %2 times, without a name.</source>
        <translation>Стёрто. Остаётся известно без имени: сообщений было %1, отказов %2.</translation>
    </message>
    <message>
        <source>Copies at servers and backups made before are not touched.</source>
        <translation>Копии на серверах и ранее сделанные резервные копии не затронуты.</translation>
    </message>
    <message>
        <source>With --json nobody is asked: add --yes to erase.</source>
        <translation>С --json вопросов не бывает: чтобы стереть, добавьте --yes.</translation>
    </message>
    <message>
        <source>Nothing was erased.</source>
        <translation>Ничего не стёрто.</translation>
    </message>
    <message>
        <source>All that is kept of the person was written to %1.</source>
        <translation>Всё, что хранится о клиенте, записано в %1.</translation>
    </message>
    <message>
        <source>The customer prefers: %1</source>
        <translation>Клиент предпочитает: %1</translation>
    </message>
    <message>
        <source>The feed may lie in your own network, and without TLS.</source>
        <translation>Лента может лежать в вашей собственной сети, в том числе без TLS.</translation>
    </message>
    <message>
        <source>A feed has an address that begins with https:// or http://.</source>
        <translation>Адрес ленты начинается с https:// или http://.</translation>
    </message>
    <message>
        <source>This is no list of feeds (OPML), or it names none.</source>
        <translation>Это не список лент (OPML), или в нём нет ни одной ленты.</translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) added.</source>
        <translation>
            <numerusform>Добавлена %n лента.</numerusform>
            <numerusform>Добавлены %n ленты.</numerusform>
            <numerusform>Добавлено %n лент.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is waited for who it may be.</source>
        <translation>Никого из тех, кого ждут, это не напоминает.</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Признак</translation>
    </message>
    <message>
        <source>A server has an address that begins with https:// or http://.</source>
        <translation>Адрес сервера начинается с https:// или http://.</translation>
    </message>
    <message>
        <source>It answers.</source>
        <translation>Отвечает.</translation>
    </message>
    <message>
        <source>paused by you</source>
        <translation>на паузе, вы её приостановили</translation>
    </message>
    <message>
        <source>The server of the service, where it is not the usual one.</source>
        <translation>Сервер службы, если он не обычный.</translation>
    </message>
    <message>
        <source>The address of your server of Mastodon.</source>
        <translation>Адрес вашего сервера Mastodon.</translation>
    </message>
    <message>
        <source>Aside may use the account now. This page can be closed.</source>
        <translation>Aside теперь может пользоваться учётной записью. Эту страницу можно закрыть.</translation>
    </message>
    <message>
        <source>Open this page in a browser and allow Aside to use the account:</source>
        <translation>Откройте эту страницу в браузере и разрешите Aside пользоваться учётной записью:</translation>
    </message>
    <message>
        <source>End when all that was there has come, which is the usual.</source>
        <translation>Закончить, когда пришло всё, что было; это и есть обычное.</translation>
    </message>
    <message>
        <source>Nothing was due.</source>
        <translation>Отправлять пока нечего.</translation>
    </message>
    <message>
        <source>Send a draft at once, and what waits in the outbox.</source>
        <translation>Отправить черновик сразу, а с ним и то, что ждёт в исходящих.</translation>
    </message>
    <message>
        <source>A call needs --in or --out, --length 4:05, and --outcome answered, no-answer, busy, voicemail or call-back.</source>
        <translation>Звонку нужны --in или --out, --length 4:05 и --outcome answered, no-answer, busy, voicemail или call-back.</translation>
    </message>
    <message>
        <source>--at needs a time, such as 2026-11-20T14:30.</source>
        <translation>Для --at нужно время, например 2026-11-20T14:30.</translation>
    </message>
    <message>
        <source>We may not call this number: there is no consent to phone. See &quot;consent grant&quot;.</source>
        <translation>На этот номер звонить нельзя: согласия на звонок нет. См. «consent grant».</translation>
    </message>
    <message>
        <source>That is no call: it needs a number, at most a day, and no time to come.</source>
        <translation>Это не звонок: нужен номер, длительность не больше суток и время не в будущем.</translation>
    </message>
    <message>
        <source>Keep a call with the customer of a conversation.</source>
        <translation>Сохранить звонок с клиентом обращения.</translation>
    </message>
    <message>
        <source>They called.</source>
        <translation>Звонил клиент.</translation>
    </message>
    <message>
        <source>We called: only with their consent.</source>
        <translation>Звонили мы: только с согласия клиента.</translation>
    </message>
    <message>
        <source>How long, in minutes and seconds.</source>
        <translation>Длительность в минутах и секундах.</translation>
    </message>
    <message>
        <source>answered, no-answer, busy, voicemail or call-back.</source>
        <translation>answered, no-answer, busy, voicemail или call-back.</translation>
    </message>
    <message>
        <source>The number, where it is not the one that is known.</source>
        <translation>Номер, если он не тот, что известен.</translation>
    </message>
    <message>
        <source>What was said.</source>
        <translation>Что сказано.</translation>
    </message>
    <message>
        <source>When it began; now, where it is not said.</source>
        <translation>Когда начался; если не указано, сейчас.</translation>
    </message>
    <message>
        <source>A telephone has a number, such as &quot;+7 495 123-45-67&quot;.</source>
        <translation>У телефона есть номер, например «+7 495 123-45-67».</translation>
    </message>
    <message>
        <source>A place has a name of at most 200 characters.</source>
        <translation>У места есть имя, не больше 200 знаков.</translation>
    </message>
    <message>
        <source>Add, try, list or remove an account: mail, a bot, a feed, or a place by hand.</source>
        <translation>Добавить, проверить, показать или убрать учётную запись: почту, бота, ленту или место, которое ведут вручную.</translation>
    </message>
    <message>
        <source>The customer wrote nothing there.</source>
        <translation>Клиент там ничего не писал.</translation>
    </message>
    <message>
        <source>A mention needs --text, or --file with its text.</source>
        <translation>Упоминанию нужен --text или --file с его текстом.</translation>
    </message>
    <message>
        <source>This account brings its messages by itself. Mentions are entered for accounts of the kinds manual, phone and feed.</source>
        <translation>Эта учётная запись получает сообщения сама. Упоминания вносят для записей manual, phone и feed.</translation>
    </message>
    <message>
        <source>A mention needs a text.</source>
        <translation>Упоминанию нужен текст.</translation>
    </message>
    <message>
        <source>--at needs a time that is past.</source>
        <translation>Для --at нужно прошедшее время.</translation>
    </message>
    <message>
        <source>--page needs an address that begins with https:// or http://.</source>
        <translation>Для --page нужен адрес, который начинается с https:// или http://.</translation>
    </message>
    <message>
        <source>It is kept in conversation %1.</source>
        <translation>Записано в обращение %1.</translation>
    </message>
    <message>
        <source>It is known already, in conversation %1.</source>
        <translation>Это уже есть, в обращении %1.</translation>
    </message>
    <message>
        <source>Enter what a customer wrote where no program can read.</source>
        <translation>Внести то, что клиент написал там, где программы читать не могут.</translation>
    </message>
    <message>
        <source>What was written.</source>
        <translation>Что написано.</translation>
    </message>
    <message>
        <source>The file that holds it; - reads the input.</source>
        <translation>Файл с текстом; - читает ввод.</translation>
    </message>
    <message>
        <source>Who wrote it, as the page shows them.</source>
        <translation>Кто написал, как показывает страница.</translation>
    </message>
    <message>
        <source>The page where it stands.</source>
        <translation>Страница, где это стоит.</translation>
    </message>
    <message>
        <source>Its title.</source>
        <translation>Заголовок.</translation>
    </message>
    <message>
        <source>When it was written; now, where it is not said.</source>
        <translation>Когда написано; если не указано, сейчас.</translation>
    </message>
    <message>
        <source>Nobody but us can read it there.</source>
        <translation>Читать это там можем только мы.</translation>
    </message>
    <message>
        <source>The conversation that it goes on with.</source>
        <translation>Обращение, которое это продолжает.</translation>
    </message>
    <message>
        <source>Where it stands since you posted it by hand.</source>
        <translation>Где он стоит, опубликованный вручную.</translation>
    </message>
    <message>
        <source>What else speaks for that it is posted.</source>
        <translation>Что ещё подтверждает, что он опубликован.</translation>
    </message>
    <message>
        <source>to be posted by hand</source>
        <translation>ждёт публикации вручную</translation>
    </message>
    <message>
        <source>taken to be posted by hand</source>
        <translation>взят для публикации вручную</translation>
    </message>
    <message>
        <source>Posted by hand. What speaks for it: %1</source>
        <translation>Опубликовано вручную. Подтверждение: %1</translation>
    </message>
    <message>
        <source>It must not be posted now: %1.</source>
        <translation>Сейчас его публиковать нельзя: %1.</translation>
    </message>
    <message>
        <source>Its page: %1</source>
        <translation>Страница: %1</translation>
    </message>
    <message>
        <source>It needs --page with an address that begins with https://, or --proof with a few words that speak for it.</source>
        <translation>Нужен --page с адресом, который начинается с https://, или --proof с несколькими словами, которые это подтверждают.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Use this profile folder.</source>
        <translation>Использовать эту папку профиля.</translation>
    </message>
    <message>
        <source>en or ru.</source>
        <translation>en или ru.</translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation>light, dark или system.</translation>
    </message>
    <message>
        <source>Fill an empty profile with made-up conversations.</source>
        <translation>Заполнить пустой профиль вымышленными обращениями.</translation>
    </message>
    <message>
        <source>Save a picture of the window and end.</source>
        <translation>Сохранить снимок окна и завершить работу.</translation>
    </message>
    <message>
        <source>Save pictures of every screen and end.</source>
        <translation>Сохранить снимки всех экранов и завершить работу.</translation>
    </message>
    <message>
        <source>Answer customers, calmly.</source>
        <translation>Спокойно отвечайте клиентам.</translation>
    </message>
    <message>
        <source>Aside</source>
        <translation>Aside</translation>
    </message>
    <message>
        <source>Of these, the ones whose name begins so.</source>
        <translation>Из них те, чьё имя начинается так.</translation>
    </message>
    <message>
        <source>Answer the newest mail of this address.</source>
        <translation>Ответить на последнее письмо с этого адреса.</translation>
    </message>
</context>
</TS>
