"""Dutch: what was done, told in the past."""

from crm.capture.words.lists import phrases, table, w
from crm.capture.words.vocabulary import Done

DONE = Done(
    logs=table("""
        call: gebeld; gebeld met; belde; gebeld naar; getelefoneerd met; opgebeld; nagebeld; teruggebeld; geprobeerd te bellen;
        call: gesproken met; gesproken; telefonisch gesproken; telefoontje met; belletje met; voicemail ingesproken; voicemail ingesproken bij; ingesproken bij
        email: gemaild; gemaild met; gemaild naar; mail gestuurd aan; mail gestuurd naar; mail gestuurd; mailtje gestuurd; mailtje gestuurd naar; e-mail gestuurd naar; teruggemaild; brochure gestuurd naar; brochure gestuurd; folder gestuurd
        message: geappt; geappt met; appje gestuurd; appje gestuurd naar; ge-appt met; sms gestuurd; bericht gestuurd naar; bericht gestuurd
        visit: bezocht; langsgeweest bij; langs geweest bij; op bezoek geweest bij; bezoek gebracht aan; bezoek aan; bezoek bij; geweest bij
        meeting: afspraak gehad met; meeting gehad met; overleg gehad met; demo gegeven aan; geluncht met; koffie gedronken met; overlegd met; vergaderd met"""),
    no_answer=phrases(
        "geen gehoor; niet opgenomen; nam niet op; neemt niet op; geen antwoord; niet bereikbaar; niet bereikt; in gesprek; "
        "geen reactie; niet te pakken; afwezig; niet aanwezig; was er niet; is er niet; bezet; kreeg geen gehoor; "
        "niet thuis; onbereikbaar; neemt niet op; niet te bereiken; zonder succes; met vakantie"
    ),
    voicemail=phrases("voicemail; ingesproken; voice mail; vm; antwoordapparaat; bericht achtergelaten"),
    wrong_number=phrases(
        "verkeerd nummer; nummer klopt niet; fout nummer; nummer bestaat niet; niet in gebruik; nummer niet in gebruik"
    ),
    incoming=table("""
        call: belde mij; belde me; belde ons; belde terug; gebeld door; telefoontje van; teruggebeld door; heeft gebeld; heeft teruggebeld; belde net; belde vandaag
        email: mailde terug; mailde me; mailde mij; gemaild door; kreeg mail van; mail van; mail gekregen van; antwoord gekregen van; kreeg antwoord van; heeft gemaild; reactie van; reageerde; mailde; antwoordde
        message: appte me; appte
        visit: kwam langs"""),
    not_done=phrases(
        "wil; willen; moet; moeten; zal; zullen; graag; worden; wordt; kan; als; nog niet; nooit; vraagt; vraagt om; gevraagd; gevraagd om; wacht op; ga; gaat"
    ),
    not_done_after=phrases("aanvraag; moet worden; moet; te worden; worden; wordt; moeten"),
    log_nouns=phrases("bezoek aan; bezoek bij; meeting met; bezoek; afspraak met"),
    talked=w("""gesproken sprak ontmoet kennisgemaakt"""),
    spoke=w("""gesproken sprak"""),
    ourselves=w("""ik wij we heb hebben"""),
    they_did=w("""belde mailde appte"""),
    log_fill=w(
        """gehoor antwoord reactie voicemail de het een offerte prijsopgave voorstel naar aan voor bij met van over opgenomen contract order opdracht overeenkomst onze hun zijn haar"""
    ),
    just=w("""net vandaag zojuist weer"""),
    tried=phrases("geprobeerd te bellen; geprobeerd"),
    idle_outcomes=phrases("bezet; afwezig; in gesprek; met vakantie"),
)
