<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
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
        <extracomment>On the button. %1 is a channel such as "X"</extracomment>
        <translation>Ответить публично: %1</translation>
    </message>
    <message>
        <source>Reply by email to %1</source>
        <translation>Ответить письмом: %1</translation>
    </message>
    <message>
        <source>Message %1 privately on %2</source>
        <translation>Написать лично: %1, %2</translation>
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
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>Undo sending</source>
        <translation>Отменить отправку</translation>
    </message>
    <message>
        <source>The reply waits in the outbox.</source>
        <translation>Ответ ждёт в исходящих.</translation>
    </message>
    <message numerus="yes">
        <source>Held for %n more second(s), then it goes to the outbox.</source>
        <translation>
            <numerusform>Ещё %n секунду можно отменить, затем ответ уйдёт в исходящие.</numerusform>
            <numerusform>Ещё %n секунды можно отменить, затем ответ уйдёт в исходящие.</numerusform>
            <numerusform>Ещё %n секунд можно отменить, затем ответ уйдёт в исходящие.</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>aside::ConversationList</name>
    <message>
        <source>Unknown person</source>
        <translation>Неизвестный</translation>
    </message>
    <message>
        <source>You: %1</source>
        <extracomment>Before the first words of our own last message; %1 are those words</extracomment>
        <translation>Вы: %1</translation>
    </message>
    <message>
        <source>Outbox:</source>
        <extracomment>Before the first words of a conversation: a reply waits in the outbox</extracomment>
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
    <message>
        <source>Conversations</source>
        <translation>Обращения</translation>
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
        <source>closed</source>
        <extracomment>The state of a conversation</extracomment>
        <translation>закрыто</translation>
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
        <source>The database is damaged. Run "asidectl doctor --repair", or restore a copy from the folder "backups".</source>
        <translation>База данных повреждена. Запустите «asidectl doctor --repair» или восстановите копию из папки «backups».</translation>
    </message>
    <message>
        <source>This is not Aside's database, or its key does not fit. Nothing was changed.</source>
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
</context>
<context>
    <name>aside::ImportBar</name>
    <message>
        <source>&amp;Stop import</source>
        <translation>&amp;Остановить импорт</translation>
    </message>
    <message>
        <source>Show &amp;problems</source>
        <translation>&amp;Показать ошибки</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>Import progress</source>
        <translation>Ход импорта</translation>
    </message>
    <message numerus="yes">
        <source>Importing: %n message(s)</source>
        <translation>
            <numerusform>Импорт: %n сообщение</numerusform>
            <numerusform>Импорт: %n сообщения</numerusform>
            <numerusform>Импорт: %n сообщений</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) imported</source>
        <translation>
            <numerusform>импортировано %n сообщение</numerusform>
            <numerusform>импортировано %n сообщения</numerusform>
            <numerusform>импортировано %n сообщений</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n уже есть</numerusform>
            <numerusform>%n уже есть</numerusform>
            <numerusform>%n уже есть</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n не удалось прочитать</numerusform>
            <numerusform>%n не удалось прочитать</numerusform>
            <numerusform>%n не удалось прочитать</numerusform>
            </translation>
    </message>
    <message>
        <source>Stopped. %1.</source>
        <translation>Остановлено. %1.</translation>
    </message>
    <message>
        <source>Done. %1.</source>
        <translation>Готово. %1.</translation>
    </message>
    <message>
        <source>The import did not work. %1</source>
        <translation>Импорт не удался. %1</translation>
    </message>
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
    <name>aside::InboxPane</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Поиск (Ctrl+F)</translation>
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
        <source>Import your mail or an export to begin.</source>
        <translation>Для начала импортируйте почту или выгрузку.</translation>
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
</context>
<context>
    <name>aside::MainWindow</name>
    <message>
        <source>Aside</source>
        <translation>Aside</translation>
    </message>
    <message>
        <source>No account yet: replies wait in the outbox.</source>
        <translation>Учётных записей пока нет: ответы ждут в исходящих.</translation>
    </message>
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
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Import files…</source>
        <translation>&amp;Импортировать файлы…</translation>
    </message>
    <message>
        <source>Import &amp;folder…</source>
        <translation>Импортировать &amp;папку…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Выход</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Поиск</translation>
    </message>
    <message>
        <source>&amp;Undo sending</source>
        <translation>&amp;Отменить отправку</translation>
    </message>
    <message>
        <source>&amp;Conversation</source>
        <translation>&amp;Обращение</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Следующее</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Предыдущее</translation>
    </message>
    <message>
        <source>&amp;Write reply</source>
        <translation>&amp;Написать ответ</translation>
    </message>
    <message>
        <source>&amp;Send reply</source>
        <translation>&amp;Отправить ответ</translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation>Следующая &amp;область</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Импорт файлов</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Импорт папки</translation>
    </message>
    <message numerus="yes">
        <source>No account yet: %n reply(s) wait in the outbox.</source>
        <translation>
            <numerusform>Учётных записей пока нет: %n ответ ждёт в исходящих.</numerusform>
            <numerusform>Учётных записей пока нет: %n ответа ждут в исходящих.</numerusform>
            <numerusform>Учётных записей пока нет: %n ответов ждут в исходящих.</numerusform>
            </translation>
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
        <source>Attachment: %1 (%2)</source>
        <extracomment>%1 is a file name, %2 its size</extracomment>
        <translation>Вложение: %1 (%2)</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>без имени</translation>
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
        <source>&amp;Take back</source>
        <translation>&amp;Вернуть</translation>
    </message>
    <message>
        <source>&amp;Show conversation</source>
        <translation>&amp;Показать обращение</translation>
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
</context>
<context>
    <name>aside::Sidebar</name>
    <message>
        <source>%1, %2</source>
        <extracomment>What a screen reader says: the name of a view and how many conversations are in it</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Views</source>
        <extracomment>The name of the list of views for a screen reader</extracomment>
        <translation>Разделы</translation>
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
    <message>
        <source>Close conversation</source>
        <translation>Закрыть обращение</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Открыть снова</translation>
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
        <translation>Можно вернуть</translation>
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
</context>
<context>
    <name>aside::cli</name>
    <message>
        <source>Please name a command. "asidectl help" lists them.</source>
        <translation>Укажите команду. Список команд: «asidectl help».</translation>
    </message>
    <message>
        <source>There is no command "%1". "asidectl help" lists them.</source>
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
        <source>See "asidectl help %1"; write "--" before an argument that begins with "-".</source>
        <translation>См. «asidectl help %1»; перед аргументом, который начинается с «-», пишите «--».</translation>
    </message>
    <message>
        <source>Usage: asidectl %1 %2</source>
        <translation>Использование: asidectl %1 %2</translation>
    </message>
    <message>
        <source>"%1" is no ID. An ID is a whole number.</source>
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
        <source>The text follows --text, --file or "-".</source>
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
        <source>Read the new text from a file; "-" instead reads the input.</source>
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
        <source>the key of the profile is missing</source>
        <translation>нет ключа профиля</translation>
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
        <source>There is no channel "%1".</source>
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
        <source>There is no view "%1". Views are: %2.</source>
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
        <source>Lists conversations, newest activity first.</source>
        <translation>Показывает обращения, сначала самые свежие.</translation>
    </message>
    <message>
        <source>inbox, unread, public, private, drafts, outbox or closed.</source>
        <translation>inbox, unread, public, private, drafts, outbox или closed.</translation>
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
        <source>Lists what is on its way, sends a draft, or takes it back.</source>
        <translation>Показывает исходящие, отправляет черновик или возвращает его.</translation>
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
</context>
</TS>
