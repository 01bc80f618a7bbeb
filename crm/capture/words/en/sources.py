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
    before_channel=phrases("via; via our; through; thru; from; on; over; from the; through the; through our"),
    cued_channels=phrases(
        "website; web site; webshop; shop; google; instagram; insta; facebook; youtube; tiktok; homepage; referral; kompass; twitter; webinar; newsletter; alibaba"
    ),
    fair_endings=w("expo summit fair"),
    fair_openers=w("expo salon fiera"),
    not_a_fair=w("fair show tradeshow conference expo"),
    ordinary=w(
        "the a an our this hall stand booth to at from in for of no next last big trade good great nice new visited at: lead leads contact visitor fair show expo conference and with"
    ),
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
