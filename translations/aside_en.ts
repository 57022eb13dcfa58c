<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>aside::ComposerPanel</name>
    <message numerus="yes">
        <source>Held for %n more second(s), then it goes to the outbox.</source>
        <translation>
            <numerusform>Held for %n more second, then it goes to the outbox.</numerusform>
            <numerusform>Held for %n more seconds, then it goes to the outbox.</numerusform>
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
    <name>aside::ImportBar</name>
    <message numerus="yes">
        <source>Importing: %n message(s)</source>
        <translation>
            <numerusform>Importing: %n message</numerusform>
            <numerusform>Importing: %n messages</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) imported</source>
        <translation>
            <numerusform>%n message imported</numerusform>
            <numerusform>%n messages imported</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n already here</numerusform>
            <numerusform>%n already here</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n could not be read</numerusform>
            <numerusform>%n could not be read</numerusform>
            </translation>
    </message>
    </context>
<context>
    <name>aside::MainWindow</name>
    <message numerus="yes">
        <source>No account yet: %n reply(s) wait in the outbox.</source>
        <translation>
            <numerusform>No account yet: %n reply waits in the outbox.</numerusform>
            <numerusform>No account yet: %n replies wait in the outbox.</numerusform>
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
    </context>
</TS>
