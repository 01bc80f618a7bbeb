welcome-owner = Du bist der Inhaber. Stell Zone, Land und Arbeitszeiten einmal ein, oder fang einfach an:
welcome-member = Du bist dabei: { $workspace }.
welcome-example = Schreib, wen du getroffen hast, z. B. „Anna de Vries, Philips, 0151 12345678, Dienstag anrufen“
stranger = Ich arbeite auf Einladung für ein Team. Bitte jemanden, der mich nutzt, um einen Einladungslink.
invite-unknown = Der Link ist verbraucht, abgelaufen oder war nie gültig. Bitte um einen neuen.
last-owner = Der letzte Inhaber kann nicht entfernt werden. Mach erst jemand anderen zum Inhaber.
trouble-yet = Ich habe deine Nachricht, konnte sie aber noch nicht verarbeiten.
    Nichts ist verloren, du musst sie nicht noch einmal senden.
trouble-parked = Es hängt noch. Der Inhaber weiß Bescheid.
alarm-parked = ⚠️ Eine Nachricht ließ sich nach drei Versuchen nicht verarbeiten. Sie ist aufbewahrt: siehe handslag doctor.
set-up-offer = Du bist der Inhaber. Zone, Land und Arbeitszeiten frage ich einmal, wann es dir passt:
