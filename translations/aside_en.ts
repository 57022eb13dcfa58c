<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>SizeText</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message numerus="yes">
        <source>Used %n time(s)</source>
        <translation>
            <numerusform>Used %n time</numerusform>
            <numerusform>Used %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changed %n time(s)</source>
        <translation>
            <numerusform>changed %n time</numerusform>
            <numerusform>changed %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrote again</source>
        <translation>
            <numerusform>%n wrote again</numerusform>
            <numerusform>%n wrote again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::AccountsDialog</name>
    <message numerus="yes">
        <source>%n replies that wait for it stay in the outbox until another account can send them.</source>
        <translation>
            <numerusform>%n reply that waits for it stays in the outbox until another account can send it.</numerusform>
            <numerusform>%n replies that wait for it stay in the outbox until another account can send them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) added.</source>
        <translation>
            <numerusform>%n feed added.</numerusform>
            <numerusform>%n feeds added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) were there already.</source>
        <translation>
            <numerusform>%n feed was there already.</numerusform>
            <numerusform>%n feeds were there already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::Announcement</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more conversation(s) with new messages</source>
        <translation>
            <numerusform>%n more conversation with new messages</numerusform>
            <numerusform>%n more conversations with new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more promise(s) due or overdue</source>
        <translation>
            <numerusform>%n more promise due or overdue</numerusform>
            <numerusform>%n more promises due or overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::AttachmentStrip</name>
    <message numerus="yes">
        <source>Show all %n attachments</source>
        <translation>
            <numerusform>Show %n attachment</numerusform>
            <numerusform>Show all %n attachments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::ComposerCheck</name>
    <message numerus="yes">
        <source>%n to answer. %1</source>
        <translation>
            <numerusform>%n to answer. %1</numerusform>
            <numerusform>%n to answer. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Solve %n problem(s) first</source>
        <translation>
            <numerusform>Solve %n problem first</numerusform>
            <numerusform>Solve %n problems first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer %n question(s) first</source>
        <translation>
            <numerusform>Answer %n question first</numerusform>
            <numerusform>Answer %n questions first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::ComposerPanel</name>
    <message numerus="yes">
        <source>Forward by email to %1 and %n other(s)</source>
        <extracomment>On the button. %1 is a person, %n how many more</extracomment>
        <translation>
            <numerusform>Forward by email to %1 and %n other</numerusform>
            <numerusform>Forward by email to %1 and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reply by email to %1 and %n other(s)</source>
        <translation>
            <numerusform>Reply by email to %1 and %n other</numerusform>
            <numerusform>Reply by email to %1 and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Private: %1 and %n other(s) will read this</source>
        <translation>
            <numerusform>Private: %1 and %n other will read this</numerusform>
            <numerusform>Private: %1 and %n others will read this</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::ConnectionStatus</name>
    <message numerus="yes">
        <source>%n reply(s) wait</source>
        <translation>
            <numerusform>%n reply waits</numerusform>
            <numerusform>%n replies wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reply(s) want your decision</source>
        <translation>
            <numerusform>%n reply wants your decision</numerusform>
            <numerusform>%n replies want your decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No account yet: %n reply(s) wait in the outbox.</source>
        <translation>
            <numerusform>No account yet: %n reply waits in the outbox.</numerusform>
            <numerusform>No account yet: %n replies wait in the outbox.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::ConversationList</name>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n unread message</numerusform>
            <numerusform>%n unread messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::FileTray</name>
    <message numerus="yes">
        <source>%n file(s) attached</source>
        <translation>
            <numerusform>%n file attached</numerusform>
            <numerusform>%n files attached</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::FindingsPanel</name>
    <message numerus="yes">
        <source>%n to answer</source>
        <translation>
            <numerusform>%n to answer</numerusform>
            <numerusform>%n to answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::FolderTroubleText</name>
    <message numerus="yes">
        <source>%n letter(s) in the folder “%1” cannot be read. They stay at the server, and Aside tries again the next time it starts.</source>
        <extracomment>%1 is the name of a folder at the mail server</extracomment>
        <translation>
            <numerusform>%n letter in the folder “%1” cannot be read. It stays at the server, and Aside tries again the next time it starts.</numerusform>
            <numerusform>%n letters in the folder “%1” cannot be read. They stay at the server, and Aside tries again the next time it starts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::HealthWords</name>
    <message numerus="yes">
        <source>%n request(s) can go now.</source>
        <translation>
            <numerusform>%n request can go now.</numerusform>
            <numerusform>%n requests can go now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n request(s) can go now.</source>
        <extracomment>%1 is what is limited, as the service calls it</extracomment>
        <translation>
            <numerusform>%1: %n request can go now.</numerusform>
            <numerusform>%1: %n requests can go now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n new message(s).</source>
        <extracomment>%1 is a time or a date</extracomment>
        <translation>
            <numerusform>%1: %n new message.</numerusform>
            <numerusform>%1: %n new messages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::ImportBar</name>
    <message numerus="yes">
        <source>Importing: %Ln message(s)</source>
        <translation>
            <numerusform>Importing: %Ln message</numerusform>
            <numerusform>Importing: %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) imported</source>
        <translation>
            <numerusform>%Ln message imported</numerusform>
            <numerusform>%Ln messages imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already here</source>
        <translation>
            <numerusform>%Ln already here</numerusform>
            <numerusform>%Ln already here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln could not be read</numerusform>
            <numerusform>%Ln could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::LengthCounter</name>
    <message numerus="yes">
        <source>%n byte(s) too many</source>
        <translation>
            <numerusform>%n byte too many</numerusform>
            <numerusform>%n bytes too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) left</source>
        <translation>
            <numerusform>%n byte left</numerusform>
            <numerusform>%n bytes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) too many</source>
        <translation>
            <numerusform>%n letter too many</numerusform>
            <numerusform>%n letters too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) left</source>
        <translation>
            <numerusform>%n letter left</numerusform>
            <numerusform>%n letters left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::MessageView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>Behind a list of names</extracomment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipient(s)</source>
        <translation>
            <numerusform>%n recipient</numerusform>
            <numerusform>%n recipients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::OutboxDetails</name>
    <message numerus="yes">
        <source>Tried %n time(s); next attempt: %1.</source>
        <translation>
            <numerusform>Tried %n time; next attempt: %1.</numerusform>
            <numerusform>Tried %n times; next attempt: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Since you wrote this, %n message(s) came:</source>
        <translation>
            <numerusform>Since you wrote this, %n message came:</numerusform>
            <numerusform>Since you wrote this, %n messages came:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s), and given up. The text stays here.</source>
        <translation>
            <numerusform>Tried %n time, and given up. The text stays here.</numerusform>
            <numerusform>Tried %n times, and given up. The text stays here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::OutboxView</name>
    <message numerus="yes">
        <source>%1 and %n more file(s)</source>
        <extracomment>Files that go with a reply; %1 is the name of the first</extracomment>
        <translation>
            <numerusform>%1 and %n more file</numerusform>
            <numerusform>%1 and %n more files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::PersonDrawer</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::RemoteBar</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) not loaded: %1.</source>
        <extracomment>%1 is why, as &quot;the server cannot be reached&quot;</extracomment>
        <translation>
            <numerusform>%n image not loaded: %1.</numerusform>
            <numerusform>%n images not loaded: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loading %n image(s)…</source>
        <translation>
            <numerusform>Loading %n image…</numerusform>
            <numerusform>Loading %n images…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::RowChips</name>
    <message numerus="yes">
        <source>Promise: %n min left</source>
        <extracomment>A mark in the list: how long it is until a promise is due</extracomment>
        <translation>
            <numerusform>Promise: %n min left</numerusform>
            <numerusform>Promise: %n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Promise: %n h left</source>
        <extracomment>A mark in the list: how long it is until a promise is due</extracomment>
        <translation>
            <numerusform>Promise: %n h left</numerusform>
            <numerusform>Promise: %n h left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n min left</numerusform>
            <numerusform>%n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation>
            <numerusform>%n h left</numerusform>
            <numerusform>%n h left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::RowExplanation</name>
    <message numerus="yes">
        <source>Waiting for %n hour(s), since %1</source>
        <translation>
            <numerusform>Waiting for %n hour, since %1</numerusform>
            <numerusform>Waiting for %n hours, since %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %n day(s), since %1</source>
        <translation>
            <numerusform>Waiting for %n day, since %1</numerusform>
            <numerusform>Waiting for %n days, since %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the team answers within %n working hour(s)</source>
        <translation>
            <numerusform>the team answers within %n working hour</numerusform>
            <numerusform>the team answers within %n working hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the team answers within %n working day(s)</source>
        <translation>
            <numerusform>the team answers within %n working day</numerusform>
            <numerusform>the team answers within %n working days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <extracomment>How many conversations are selected</extracomment>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::SendUndoBar</name>
    <message numerus="yes">
        <source>Held for %n more second(s), then it goes to the outbox.</source>
        <translation>
            <numerusform>Held for %n more second, then it goes to the outbox.</numerusform>
            <numerusform>Held for %n more seconds, then it goes to the outbox.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The note is added. It can be taken back for %n more second(s).</source>
        <translation>
            <numerusform>The note is added. It can be taken back for %n more second.</numerusform>
            <numerusform>The note is added. It can be taken back for %n more seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing has left yet: it can be undone for %n more second(s).</source>
        <translation>
            <numerusform>Nothing has left yet: it can be undone for %n more second.</numerusform>
            <numerusform>Nothing has left yet: it can be undone for %n more seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::TemplatePage</name>
    <message numerus="yes">
        <source>%n thing(s) to look at.</source>
        <translation>
            <numerusform>%n thing to look at.</numerusform>
            <numerusform>%n things to look at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::ThreadHeader</name>
    <message numerus="yes">
        <source>%1 · %2 · %n message(s)</source>
        <translation>
            <numerusform>%1 · %2 · %n message</numerusform>
            <numerusform>%1 · %2 · %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n message(s)</source>
        <translation>
            <numerusform>%1 · %n message</numerusform>
            <numerusform>%1 · %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::TimeLeft</name>
    <message numerus="yes">
        <source>%n min left</source>
        <extracomment>The time until a reply is due</extracomment>
        <translation>
            <numerusform>%n min left</numerusform>
            <numerusform>%n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <extracomment>The time until a reply is due</extracomment>
        <translation>
            <numerusform>%n h left</numerusform>
            <numerusform>%n h left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d left</source>
        <extracomment>The time until a reply is due</extracomment>
        <translation>
            <numerusform>%n d left</numerusform>
            <numerusform>%n d left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>overdue by %n min</source>
        <extracomment>A reply was due some time ago</extracomment>
        <translation>
            <numerusform>overdue by %n min</numerusform>
            <numerusform>overdue by %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>overdue by %n h</source>
        <extracomment>A reply was due some time ago</extracomment>
        <translation>
            <numerusform>overdue by %n h</numerusform>
            <numerusform>overdue by %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>overdue by %n d</source>
        <extracomment>A reply was due some time ago</extracomment>
        <translation>
            <numerusform>overdue by %n d</numerusform>
            <numerusform>overdue by %n d</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::TriageWords</name>
    <message numerus="yes">
        <source>%n conversation(s) closed.</source>
        <translation>
            <numerusform>%n conversation closed.</numerusform>
            <numerusform>%n conversations closed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) reopened.</source>
        <translation>
            <numerusform>%n conversation reopened.</numerusform>
            <numerusform>%n conversations reopened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) snoozed.</source>
        <translation>
            <numerusform>%n conversation snoozed.</numerusform>
            <numerusform>%n conversations snoozed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) woken.</source>
        <translation>
            <numerusform>%n conversation woken.</numerusform>
            <numerusform>%n conversations woken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) marked as read.</source>
        <translation>
            <numerusform>%n conversation marked as read.</numerusform>
            <numerusform>%n conversations marked as read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) marked as unread.</source>
        <translation>
            <numerusform>%n conversation marked as unread.</numerusform>
            <numerusform>%n conversations marked as unread.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) tagged “%1”.</source>
        <translation>
            <numerusform>%n conversation tagged “%1”.</numerusform>
            <numerusform>%n conversations tagged “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag “%1” removed from %n conversation(s).</source>
        <translation>
            <numerusform>Tag “%1” removed from %n conversation.</numerusform>
            <numerusform>Tag “%1” removed from %n conversations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) blocked.</source>
        <translation>
            <numerusform>%n person blocked.</numerusform>
            <numerusform>%n people blocked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) unblocked.</source>
        <translation>
            <numerusform>%n person unblocked.</numerusform>
            <numerusform>%n people unblocked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::VersionsDialog</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) fewer, struck out</source>
        <translation>
            <numerusform>%n word fewer, struck out</numerusform>
            <numerusform>%n words fewer, struck out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) more, underlined</source>
        <translation>
            <numerusform>%n word more, underlined</numerusform>
            <numerusform>%n words more, underlined</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::WindowPersonFiles</name>
    <message numerus="yes">
        <source>Their name, addresses, notes, drafts, files and the texts of %n conversation(s) are erased from this computer. It stays known that there were messages and when, and that something was refused. Copies at servers and in backups stay. This cannot be taken back.</source>
        <translation>
            <numerusform>Their name, addresses, notes, drafts, files and the texts of %n conversation are erased from this computer. It stays known that there were messages and when, and that something was refused. Copies at servers and in backups stay. This cannot be taken back.</numerusform>
            <numerusform>Their name, addresses, notes, drafts, files and the texts of %n conversations are erased from this computer. It stays known that there were messages and when, and that something was refused. Copies at servers and in backups stay. This cannot be taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) to them are on their way, so nothing was erased. Send them or take them back first.</source>
        <translation>
            <numerusform>%n message to them is on its way, so nothing was erased. Send it or take it back first.</numerusform>
            <numerusform>%n messages to them are on their way, so nothing was erased. Send them or take them back first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aside::cli</name>
    <message numerus="yes">
        <source>%1: %n new message(s)</source>
        <translation>
            <numerusform>%1: %n new message</numerusform>
            <numerusform>%1: %n new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s), and given up.</source>
        <translation>
            <numerusform>Tried %n time, and given up.</numerusform>
            <numerusform>Tried %n times, and given up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erases person %1, %2: their name, addresses, notes, drafts, files and the texts of %n conversation(s). This cannot be taken back.</source>
        <translation>
            <numerusform>Erases person %1, %2: their name, addresses, notes, drafts, files and the texts of %n conversation. This cannot be taken back.</numerusform>
            <numerusform>Erases person %1, %2: their name, addresses, notes, drafts, files and the texts of %n conversations. This cannot be taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) added.</source>
        <translation>
            <numerusform>%n feed added.</numerusform>
            <numerusform>%n feeds added.</numerusform>
        </translation>
    </message>
</context>
</TS>
