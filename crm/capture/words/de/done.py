"""German: what was done, told in the past."""

from crm.capture.words.lists import phrases, table, w
from crm.capture.words.vocabulary import Done

DONE = Done(
    logs=table("""
        call: angerufen; telefoniert mit; telefoniert; gesprochen; gesprochen mit; telefonat mit; anruf bei; versucht anzurufen; zurückgerufen; durchgerufen
        call: auf die mailbox gesprochen; auf mailbox gesprochen; auf ab gesprochen; erreicht
        email: gemailt; mail geschickt; mail gesendet; e-mail geschickt; email geschickt; geschrieben; mail an; angeschrieben; prospekt geschickt; katalog geschickt; unterlagen geschickt; infos geschickt
        message: whatsapp geschickt; nachricht geschickt; sms geschickt; whatsapp geschrieben; gewhatsappt; getextet
        visit: besucht; besuch bei; war bei; waren bei; vorbeigefahren bei; vorbeigeschaut bei
        meeting: meeting mit; besprechung mit; termin gehabt mit; demo gehalten; demo gezeigt; meeting gehabt mit; essen mit; getroffen"""),
    no_answer=phrases(
        "nicht erreicht; keine antwort; geht nicht ran; ging nicht ran; niemand erreicht; nicht erreichbar; nicht da; besetzt; "
        "keiner da; nimmt nicht ab; nicht rangegangen; hebt nicht ab; nicht abgenommen; hat nicht abgenommen; ohne erfolg; erfolglos; "
        "niemand da; nicht im haus; im urlaub; in einer besprechung; im meeting; nicht am platz; nicht zu erreichen; geht keiner ran"
    ),
    voicemail=phrases(
        "mailbox; anrufbeantworter; auf ab; ab gesprochen; voicemail; nachricht hinterlassen; ab besprochen"
    ),
    wrong_number=phrases(
        "falsche nummer; nummer falsch; nummer stimmt nicht; kein anschluss; nicht vergeben; nummer existiert nicht; nummer ungültig"
    ),
    incoming=table("""
        call: rief an; rief mich an; hat angerufen; hat zurückgerufen; rief zurück; anruf von; hat mich angerufen
        email: hat gemailt; hat geschrieben; mail bekommen von; mail von; hat geantwortet; antwortete; meldete sich; hat sich gemeldet; mailte; schrieb mir; rückmeldung von; antwort von; schreibt
        message: nachricht von
        visit: kam vorbei"""),
    not_done=phrases(
        "soll; sollen; muss; müssen; möchte; möchten; will; wollen; wird; werden; wenn; hat gebeten; noch nicht; nie; kann; bittet um; wartet auf; fragt nach"
    ),
    not_done_after=phrases("werden; wird; muss; soll; müssen; sollen"),
    log_nouns=phrases(
        "telefonat mit; anruf bei; besuch bei; meeting mit; besprechung mit; essen mit; mail an; telefontermin mit"
    ),
    talked=w("""gesprochen getroffen kennengelernt geredet"""),
    spoke=w("""gesprochen geredet"""),
    ourselves=w("""ich wir habe hab haben"""),
    they_did=w(""""""),
    log_fill=w(
        """antwort mailbox ab auf die der den dem das ein eine angebot offerte an für mit von über vertrag auftrag bestellung unser unserem ihr"""
    ),
    just=w("""gerade heute wieder eben"""),
    tried=phrases("versucht anzurufen; versucht"),
    idle_outcomes=phrases("besetzt; im urlaub; im meeting; in einer besprechung"),
)
