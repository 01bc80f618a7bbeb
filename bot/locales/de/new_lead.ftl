lead-ask-name = Wer ist es?
lead-ask-organisation = Von welcher Firma?
lead-ask-phone = Telefon?
lead-ask-email = E-Mail?
lead-ask-step = Was als Nächstes, und wann? Z. B. „Dienstag 10:00 anrufen“
lead-ask-note = Noch etwas zu merken?
