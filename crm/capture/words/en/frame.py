"""English: what frames a message: headers, labels, greetings, closings."""

from crm.capture.words.lists import phrases, table, w
from crm.capture.words.vocabulary import FrameWords

FRAME = FrameWords(
    labels=table("""
        name: name; contact; contact person; contact name; full name
        first: first name
        last: last name; surname
        organisation: company; organisation; organization; firm; employer; business; account; company name
        title: role; title; job title; position; function; job
        reach: email; e-mail; mail; phone; tel; telephone; mobile; mob; cell; direct; web; website; office; t; m; e; w; p; d; phone number; email address; whatsapp; url
        source: event; source; fair
        value: budget; value; deal value; amount; deal
        next: next; next step; next action; action; follow up; follow-up; todo; to do
        note: notes; note; interest; interested in; needs; comment; comments; remarks"""),
    headers=table("""
        from: from; reply-to
        to: to; cc; bcc
        date: sent; date
        subject: subject; re"""),
    closings=phrases(
        "kind regards; best regards; regards; warm regards; best wishes; many thanks; thanks; cheers; "
        "best; yours sincerely; sincerely; yours faithfully; thank you; rgds; br; kr; thx; all the best; "
        "with kind regards; warmly; thanks and regards; with best regards; thanks in advance"
    ),
    greetings=phrases("hi; hello; hey; dear; good morning; good afternoon; good evening; morning; greetings"),
    fax=phrases("fax; f; telefax; fx"),
    identifiers=phrases(
        "vat; vat no; vat number; vat id; vat reg; order; order no; order number; po; po number; invoice; "
        "iban; bic; account no; account number; reg no; company no; company number; registered in; "
        "ref; reference; ticket; serial; serial no; art no; part no; article; quotation; p.iva; eori; "
        "sort code; zip; postcode; p.o. box; po box; quote no; siret; cnpj; ean; sku; item no"
    ),
    forwarded=phrases("begin forwarded message; fwd; fw"),
    sent_from=phrases("sent from my; outlook for"),
    chat_self=phrases("you; me"),
    ends_in=phrases("ends in; ends with; ending in"),
    number_marks=phrases("no; number; id"),
    phone_labels=phrases("telephone; phone; mob; mobile; cell; direct; office; whatsapp; tel; t; m; p; d"),
    openers=phrases("new lead; lead; new contact"),
    spoken_at=w("at"),
    spoken_dot=w("dot point"),
)
