"""English: fairs and channels."""

from crm.capture.words.lists import phrases, table, w
from crm.capture.words.vocabulary import Sources

SOURCES = Sources(
    fair_words=w(
        "fair expo show conference summit congress tradeshow convention exhibition forum symposium webinar "
        "roadshow meetup"
    ),
    fair_lead_in=phrases("at; at the; from the; from; @; during; visited us at; booth at; stand at; the"),
    via=w("via through thru"),
    channels=table("""
        LinkedIn: linkedin
        Xing: xing
        website: website; web site
        webshop: webshop
        Instagram: instagram
        Facebook: facebook
        Google Ads: google ads
        contact form: contact form
        web form: web form
        newsletter: newsletter
        cold call: cold call
        cold calling: cold calling
        Google: google
        TikTok: tiktok
        YouTube: youtube
        trade press: trade press
        live chat: live chat
        Twitter: twitter
        webinar: webinar
        referral: referral
        IndiaMART: indiamart
        Alibaba: alibaba
        Europages: europages
        Kompass: kompass
        Product Hunt: product hunt"""),
    on_the_fair=(),
    talk_nouns=w("chat talk conversation"),
)
