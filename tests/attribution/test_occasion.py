import re

import pytest

from credtag import document
from credtag.attribution.occasions import occasion
from credtag.labels import Channel
from credtag.records import Attribution, Occasion, Span

_MARK = re.compile(r"[\[\]{}<>]")


def marked(text):
    """Read a text with one attribution: [source], {cue}, <content>."""
    spans = {"[": [], "{": [], "<": []}
    plain, opened = "", {}
    for piece in re.split(r"([\[\]{}<>])", text):
        if piece in spans:
            opened[piece] = len(plain)
        elif piece and piece in "]}>":
            kind = {"]": "[", "}": "{", ">": "<"}[piece]
            spans[kind].append(Span(opened[kind], len(plain)))
        else:
            plain += piece
    article = document.read(plain, publisher="The Harbour Post")
    return article, Attribution(tuple(spans["<"]), cue=tuple(spans["{"]), source=tuple(spans["["]))


def found(text):
    article, attribution = marked(text)
    return article, occasion.find(article, attribution)


def words(article, spans):
    return [article.slice(span) for span in spans]


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("<“We lost,”> [the coach] {told} reporters after the match.", "press_conference"),
        ("[The minister] {told} a packed news conference that <talks had failed>.", "press_conference"),
        ("At a briefing in Belmar on Friday, [the mayor] {said} <the bridge was safe>.", "press_conference"),
        ("[The bank chief] {told} a parliamentary committee that <losses would grow>.", "testimony"),
        ("[The driver] {testified} that <the lights were off>.", "testimony"),
        ("<Nobody checked the cables>, [the engineer] {said} under oath.", "testimony"),
        ("[The candidate] {told} a cheering crowd in Belmar that <taxes would fall>.", "speech"),
        ("In a speech to farmers, [the minister] {said} <prices would rise>.", "speech"),
        ("<Sales will rise>, [the chief executive] {said} on an earnings call.", "speech"),
        ("[The company] {said} in a written statement that <the plant was safe>.", "written_statement"),
        ("[A statement from the company] {said} <the plant was safe>.", "written_statement"),
        ("[The senators] {said} in a letter to the minister that <the cables were old>.", "document"),
        ("[The director] {wrote} in an email to staff that <the plant would close>.", "document"),
        ("<It is over>, [the singer] {tweeted}.", "social_post"),
        ("<“It is over,”> [the singer] {wrote} on X.", "social_post"),
        ("[The ministry] {said} on its Telegram channel that <the attack had failed>.", "social_post"),
        ("[The coach] {said} in a telephone interview that <the striker would stay>.", "interview"),
        ("Asked at the march, [the coach] {told} Radio Sol that <the striker would stay>.", "interview"),
        ("[The coach] {said} in a speech that <the striker would stay>.", "speech"),
        ("In her book, [the coach] {said} <the striker would stay>.", "document"),
        ("[The lawyer] {argued} before the court that <the by-law was void>.", "testimony"),
        ("<“We had no warning,”> [the farmer] {told} us.", "interview"),
        ("[The farmer] {told} a local newspaper that <the river was high>.", "unstated"),
        ("[The engineer] {said} by email that <the cables were old>.", "correspondence"),
        ("[Lawyers for the firm] {said} in a court filing that <the claim was groundless>.", "court_filing"),
        ("[The indictment] {says} <the cables were old>.", "court_filing"),
        ("[A poll by Ostrava Research] {found} that <most voters were undecided>.", "poll"),
        ("[A leaked memo] {says} <the cables were old>.", "leak"),
        ("[The official] {said} on background that <the talks had failed>.", "briefing"),
        ("[The president] {said} in a televised message that <the war was over>.", "broadcast"),
        ("[A Belmar Post reporter] {saw} <smoke over the harbour>.", "observation"),
        ("[The ruling] {says} <the cables were old>.", "document"),
        ("[The paper] {filed a motion} <to open the records>.", "court_filing"),
        ("[Ana Sorin] sued the city, {saying} <the road was unsafe>.", "court_filing"),
        ("[Ana Sorin], who sued the city, {said} <the road was unsafe>.", "unstated"),
        ("[The suit] {says} <the cables were old>.", "court_filing"),
        ("[The analyst] {said} in a note to clients that <sales would rise>.", "document"),
        ("[The analyst] {said} on a sour note that <sales would fall>.", "unstated"),
        ("[An ad] {says} <the mayor took bribes>.", "broadcast"),
        ("[The mayor] {said} in an open letter that <the bridge was safe>.", "written_statement"),
        (
            "[The mayor] {wrote} in a letter published in the Belmar Post that <the bridge was safe>.",
            "written_statement",
        ),
        ("[The union] sent a letter to the owners, {saying} that <the crane was unsafe>.", "document"),
        ("[The union] {launched a petition asking} <the council to mend the bridge>.", "document"),
        ("[The firm] {said} in a petition to the council that <the bridge was unsafe>.", "document"),
        ("[The ferry company] {said} on its website that <the bridge was safe>.", "written_statement"),
        ("[Radio Sol] {reported} on its website that <the bridge was safe>.", "unstated"),
        ("<The game was over>, [Ana Sorin] {wrote} on her blog.", "social_post"),
        ("In a video posted on his channel, [the singer] {said} <the tour was off>.", "social_post"),
        ("In a video posted by the army, [the singer] {said} <the tour was off>.", "unstated"),
        ("In a video statement, [the singer] {said} <the tour was off>.", "broadcast"),
        ("<“He is innocent,”> [the lawyer] {said} on the courthouse steps.", "press_conference"),
        ("Asked by a reporter what was next, [the coach] {said} <she would sleep>.", "press_conference"),
        ("[The coach] {told} about 200 people in the hall that <the striker would stay>.", "speech"),
        ("Speaking to mourners outside the church, [the mayor] {said} <the town was one family>.", "speech"),
        ("[The president], dedicating the museum on Friday, {said} <it was late>.", "speech"),
        ("<“It would fail,”> [the senator] {said} in the first debate.", "speech"),
        ("[The senator] {said} in the debate over the dam that <it would fail>.", "unstated"),
        ("[The mayor] {told} this newspaper that <nothing was decided>.", "interview"),
        ("<“We never measured,”> [a spokeswoman] {wrote} in response to our questions.", "correspondence"),
        ("On Monday's edition of Radio Sol, [the coach] {said} <the striker would stay>.", "interview"),
        ("[The lawyers] {said} in court files that <the claim was groundless>.", "court_filing"),
        ("[The lawyer] {wrote} in a court file that <the claim was groundless>.", "court_filing"),
        ("It was a lawsuit in which [the union] {argued} that <the map was unfair>.", "court_filing"),
        ("[The agent] {wrote} in a letter filed in federal court that <the cables were old>.", "court_filing"),
        ("In a 62-page decision, [the panel] {found} that <the rower had cheated>.", "document"),
        ("[The company], in a decision to close the plant, {said} <costs were too high>.", "unstated"),
        ("[The union] suspended Drun, {ruling} that <he had cheated>.", "document"),
        ("[The minister] {ruled out} <a new dam>.", "unstated"),
        ("[The driver] can be heard {shouting} that <the lights were off>.", "document"),
        ("<“I am leaving,”> [the presenter] {told} viewers on Monday.", "broadcast"),
        ("[The firm] {said} through its lawyers that <the messages were forged>.", "written_statement"),
        ("[One Twitter user @harbourcat] {pointed out} that <the pier was old>.", "social_post"),
        ("<Profits should wait>, {according to} [a speech Ana Sorin gave in Belmar].", "speech"),
        ("[The party] {learned} at the rally that <the mayor had left>.", "unstated"),
        ("[The senator] {said} during a “Voters' Forum” that <the bridge was safe>.", "speech"),
        ("[The senator], appearing at the Lumen/Sol forum, {cited} <the toll>.", "speech"),
        ("[The league] released a new ad this week, {saying} that <the bridge was unsafe>.", "broadcast"),
        ("[The union] had sued after the city cut “Golden Week,” {saying} that <it was unfair>.", "court_filing"),
        ("[The diver] {told us} <he had seen the ship>.", "interview"),
        ("[The diver], who asked us not to print her name, {said} <the ship was grey>.", "interview"),
        ("[The council], which asked us to pay, {said} <the dam was old>.", "unstated"),
        ("<“I rang the firm,”> [the tenant] {recalls}, sitting in the kitchen of her flat.", "interview"),
        ("<It is a mistake>, [the clerk] {said} (a view echoed by everyone I interviewed).", "unstated"),
        ("[Two of the judges] dissented, {arguing} that <the by-law was lawful>.", "document"),
        ("[The engineer] {said} in reply to questions from Radio Sol that <it was old>.", "correspondence"),
        ("[The driver] {said} by telephone that <the lights were off>.", "interview"),
        ("[The owner] {told} a rival by telephone that <it was over>.", "unstated"),
        ("[The driver] {conceded} under cross-examination that <it was possible>.", "testimony"),
        ("In the Commons, [the minister] {said} <prices would rise>.", "speech"),
        ("[Kanal Sol] {said} in its main bulletin that <the bridge was shut>.", "broadcast"),
        ("Democrats in Congress gained: [the mayor] {said} <the bridge was safe>.", "unstated"),
        ("[Aides] {said} in the email investigation <nobody had lied>.", "unstated"),
        ("[Opinion polls] {see} <the mayor ahead>.", "poll"),
        ("<“One bang,”> [a tenant] {wrote} in the Belmar Mums chat.", "social_post"),
        ("<“Sell him,”> [a fan] {wrote} on the FerryTalk forum.", "social_post"),
        ("[The minister] {said} in a video chat with miners that <prices would rise>.", "unstated"),
        ("[The blogger] shared the post, {adding} that <the drones were old>.", "social_post"),
        ("[The firm] shared the cost, {adding} that <it was fair>.", "unstated"),
        ("[Two engineers whom we consulted] {said} <the cables were old>.", "interview"),
        ("[The minister], who consulted two engineers, {said} <the cables were old>.", "unstated"),
        ("<The cables were old>, {according to} [internal documents reviewed by the Belmar Post].", "leak"),
        ("[A message that was passed to the Belmar Post] {says} <the cables were old>.", "leak"),
        ("[Emails seen by the Belmar Post] {show} <the cables were old>.", "leak"),
        ("[The minister] {told} Parliament that <prices would rise>.", "testimony"),
        ("[The senator], writing in the Belmar Times, {said} <prices would rise>.", "written_statement"),
        ("[The director] {said} in a note to staff that <the plant would close>.", "document"),
        ("[The painters] published an open letter, {calling on} <the mayor to resign>.", "written_statement"),
        ("[The mayor] {released the following statement}: <“It is safe.”>", "written_statement"),
        ("[The researchers] {say} <they were tired>.", "unstated"),
        ("In an email obtained by the Belmar Post, [he] {wrote} that <the cables were old>.", "leak"),
        ("In text messages reviewed by the Belmar Post, [he] {said} <the cables were old>.", "leak"),
        ("[The president] {said} in a video message that <the war was over>.", "broadcast"),
        ("[The president] {said} on her podcast that <the war was over>.", "broadcast"),
        ("Reached by phone, [the driver] {said} <the lights were off>.", "interview"),
        ("[The driver], reached at home on Monday, {said} <the lights were off>.", "interview"),
        ("In a phone call with the king, [the president] {said} <the war was over>.", "unstated"),
        ("In one email, [the engineer] {wrote} that <the cables were old>.", "written_statement"),
        ("[The firm] {said} in a statement on the leaked emails that <it was fair>.", "written_statement"),
        ("[Records reviewed by the Belmar Post] {show} <the cables were old>.", "unstated"),
        ("In his opinion, [the mayor] {said} <the bridge was safe>.", "unstated"),
        ("[The Belmar Post] {said} <the cables were old>.", "unstated"),
        ("[The mayor] {said} <the bridge was safe>.", "unstated"),
    ],
)
def test_the_channel_is_told_from_the_words_around_the_cue(text, channel):
    assert found(text)[1].channel == channel


@pytest.mark.parametrize(
    ("text", "interviewer"),
    [
        ("[The coach] {told} Radio Sol that <the striker would stay>.", "Radio Sol"),
        ("[The coach] {told} the Belmar Times on Monday that <the striker would stay>.", "the Belmar Times"),
        ("[The coach] {told} Ana Marn of Radio Sol that <the striker would stay>.", "Radio Sol"),
        ("[The coach] {told} the Star-Courier of Belmar last week that <the striker would stay>.", "the Star-Courier"),
        ("[The coach] {told} The Beacon that <the striker would stay>.", "The Beacon"),
        ("In a recent Radio Sol interview, [the coach] {said} <the striker would stay>.", "Radio Sol"),
        ('[The coach] {said} in another interview with "The Lookout" that <the striker would stay>.', "The Lookout"),
        (
            "The coach was asked about the striker in an interview published on Monday by the Belmar Times, "
            "in which [he] {said} <he would stay>.",
            "the Belmar Times",
        ),
        ("[The coach] {told} Tavria's Kurier newspaper that <the striker would stay>.", "Kurier newspaper"),
        ("[The coach] {told} the Harbour Post that <the striker would stay>.", "the Harbour Post"),
        ("In an interview  with Radio Sol, [the coach] {said} <the striker would stay>.", "Radio Sol"),
        ("[The coach] {said} on Radio Sol that <the striker would stay>.", "Radio Sol"),
        ("Speaking to Radio Sol, [the coach] {said} <the striker would stay>.", "Radio Sol"),
        (
            "Speaking from his sickbed to the broadcaster Radio Sol, [he] {said} <he would stay>.",
            "Radio Sol",
        ),
        (
            "Speaking on the radio programme First Light, [she] {said} <she would stay>.",
            "First Light",
        ),
        ("<The striker would stay>, [the coach] {explained} to Radio Sol.", "Radio Sol"),
        ("[The coach] {remarked} on the podcast Big Ring that <the striker would stay>.", "Big Ring"),
        ("[The coach] {told} WBLM-TV that <the striker would stay>.", "WBLM-TV"),
        ("In an interview with the TV channel Canal Sol, [he] {said} <he would stay>.", "Canal Sol"),
        ("[The coach] {said} on Radio Sol's Breakfast Hour that <the striker would stay>.", "Radio Sol"),
        ("[The coach] {told} K1 television that <the striker would stay>.", "K1"),
        (
            "[The coach] {said} during a talk Monday with Radio Sol anchor Ana Marn <the striker would stay>.",
            "Radio Sol",
        ),
        ("Asked by Radio Sol about it, [the coach] {said} <the striker would stay>.", "Radio Sol"),
        ("In a phone call with Radio Sol, [the coach] {said} <the striker would stay>.", "Radio Sol"),
        ("Asked by Ana Marn about it, [the coach] {said} <the striker would stay>.", None),
        ("[The coach], writing on Radio Sol, {said} <the striker would stay>.", None),
        ("[The coach] {described} to Ana Marn <how the striker left>.", None),
        ("[The coach] {said} on the Telegram channel Kompas that <the striker would stay>.", None),
        ("[The coach] {told} a local newspaper that <the striker would stay>.", "a local newspaper"),
        ("In an interview with a local newspaper, [he] {said} <he would stay>.", "a local newspaper"),
        ("[The coach] {told} Ana Marn that <the striker would stay>.", None),
        ("[The coach] {told} reporters that <the striker would stay>.", None),
    ],
)
def test_an_interviewer_is_an_outlet(text, interviewer):
    article, occasion = found(text)
    assert (occasion.interviewer and article.slice(occasion.interviewer)) == interviewer


def test_a_statement_to_an_outlet_keeps_the_outlet():
    article, occasion = found("[The coach] {told} Radio Sol in a statement that <the striker would stay>.")
    assert occasion.channel is Channel.WRITTEN_STATEMENT
    assert article.slice(occasion.interviewer) == "Radio Sol"


@pytest.mark.parametrize(
    ("text", "relays"),
    [
        ("[A letter seen by Radio Sol] {says} <the cables were old>.", ["Radio Sol"]),
        ("[The engineer] {said} <the cables were old>, according to the Belmar Times.", ["Belmar Times"]),
        ("In a story published by Radio Sol, [the engineer] {said} <the cables were old>.", ["Radio Sol"]),
        ("[His account of the raid, published in the Belmar Times], {says} <it was dark>.", ["the Belmar Times"]),
        ("[A video, shared by the Tavrian outlet Frontline 9], {shows} <a fire>.", ["Frontline 9"]),
        ("[The study], published in the Medical Journal of Tavria, {found} <no harm>.", []),
        ("[The engineer] {said} <the cables were old>.", []),
    ],
)
def test_an_outlet_that_passes_words_on_is_a_relay(text, relays):
    article, occasion = found(text)
    assert words(article, occasion.relays) == relays


@pytest.mark.parametrize(
    ("text", "upstream"),
    [
        (
            "[Radio Sol] {reported}, citing the interior ministry, that <the pass was closed>.",
            ["the interior ministry"],
        ),
        ("[Radio Sol], quoting two officials, {said} <the pass was closed>.", ["two officials"]),
        ("[Radio Sol] {reported} that <the pass was closed>, citing Ana Marn.", ["Ana Marn"]),
        ("According to [Radio Sol], which cited two dockers, <the pass was closed>.", ["two dockers"]),
        (
            "[Radio Sol] {reported}, citing what it called leaked figures, that <the pass was closed>.",
            ["leaked figures"],
        ),
        ("<The pass was closed>, {according to} [Radio Sol], which attributed the news to two aides.", ["two aides"]),
        ("[Radio Sol] {repeated} <the figure>, attributing it to “port sources”.", ["port sources"]),
        ("<“It is shut,”> Ana Marn {was quoted by} [Radio Sol] as saying.", ["Ana Marn"]),
        ("[The note] {claimed}, without citing any source, that <the clerk had left>.", []),
        ("[The clerk] {declined to say} <why>, citing several factors.", []),
        ("[The clerk] {declined to say} <why>, citing privacy rules.", []),
        ("[The clerk] {said} <the office would close>, citing a lack of staff.", []),
        ("[The clerk] {said} <the office would close>, citing her work after the Sept. 9 floods.", []),
        ("[Ana Marn] {said} <the pass was safe>, citing the release of two dockers.", []),
        ("[Ana Marn] {said} <the pass was safe>, citing its record under Mayor Brandt.", []),
        ("[The judge] {denied} <the request>, citing the First Amendment.", []),
        (
            "[Radio Sol] {said} <the pass was closed>, citing a press release by the ministry.",
            ["a press release by the ministry"],
        ),
        ("[Radio Sol] {said} <the pass was closed>, citing Gov. Ana Marn.", ["Gov. Ana Marn"]),
        ("[Radio Sol], citing U.S. officials, {said} <the pass was closed>.", ["U.S. officials"]),
    ],
)
def test_what_is_cited_is_upstream_unless_it_is_a_reason(text, upstream):
    article, occasion = found(text)
    assert words(article, occasion.upstream) == upstream


def test_the_occasion_of_another_speaker_is_not_taken():
    _, occasion = found("Ana Marn said in a statement that [the firm] {denied} <the charge>.")
    assert occasion.channel is Channel.UNSTATED
    _, occasion = found("[Ana Marn] {said} <the firm was late> and Teo Brandt said in a speech that it was not.")
    assert occasion.channel is Channel.UNSTATED


def test_words_inside_the_content_are_not_the_occasion():
    _, occasion = found("[Ana Marn] {said} <the firm had told Radio Sol in a statement that it was late>.")
    assert occasion == Occasion()


def test_reportedly_counts_only_without_a_source():
    article, occasion = found("<The pass was> {reportedly} <closed on Monday>.")
    assert article.slice(occasion.reported) == "reportedly"
    assert found("[The clerk] {said} <the pass was reportedly closed>.")[1].reported is None


def test_a_bare_quotation_has_no_occasion():
    assert found("<“It is over.”>")[1] == Occasion()


@pytest.mark.parametrize("text", ["", "said", '"', "a" * 5000, "told " * 1000, "in an interview with " * 500])
def test_any_text_has_an_occasion(text):
    article = document.read(text)
    attribution = Attribution((Span(0, 1),), cue=(Span(0, max(1, len(text))),))
    assert isinstance(occasion.find(article, attribution), Occasion)
