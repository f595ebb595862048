"""Sources: whom each phrase stands for. In the cases ``[ ]`` marks sources and ``{ }`` contents, in the order of the text."""

import re

import pytest

import credtag
from credtag.document import read
from credtag.labels import Kind, Naming
from credtag.records import Attribution, Occasion, Span, hull
from credtag.source import resolve


def attributed(marked, **about):
    """Return the document and its attributions; a source without a content reports the rest of its sentence."""
    text, spans, opened = "", [], []
    for piece in re.split(r"([\[\]{}])", marked):
        if piece in ("[", "{"):
            opened.append((piece, len(text)))
        elif piece in ("]", "}"):
            kind, start = opened.pop()
            spans.append((kind, Span(start, len(text))))
        else:
            text += piece
    document = read(text, doc_id="a", **about)
    sources = [s for kind, s in spans if kind == "["]
    contents = [s for kind, s in spans if kind == "{"]
    found = []
    for source in sources:
        end = document.sentences[document.sentence_at(source.start)].end
        content = next(
            (c for c in contents if not c.covers(source) and c.end <= end + 2 and c.start >= source.start - 200), None
        )
        outer = next((k for k, a in enumerate(found) if a.span.covers(source)), None)
        found.append(Attribution(content=(content or Span(source.end, end),), source=(source,), inside=outer))
    if not sources:
        found = [Attribution(content=(c,)) for c in contents]
    return document, found


def resolved(marked, **about):
    document, found = attributed(marked, **about)
    sources = resolve(document, found)
    return sources, [sources.get(sources.of(hull(a.source) if a.source else a.span).source_id) for a in found]


def names(marked, **about):
    return [s.name for s in resolved(marked, **about)[1]]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # names, surnames, titles
        (
            "[Belmar's Deputy Trade Minister Ana Sorin] said no. [Sorin] said so. [The minister] said so.",
            ["Ana Sorin"] * 3,
        ),
        ("[Sorin] said no. It rained. [Mayor Ana Sorin] said so.", ["Ana Sorin"] * 2),
        ("[The mayor of Belmar, Ana Sorin,] said no. [Mayor Sorin] said so.", ["Ana Sorin"] * 2),
        ("[Ana Sorin, 56, the mayor of Belmar,] said no. [The mayor] said so.", ["Ana Sorin"] * 2),
        ("[Sen. Ana Sorin (R-Belmar)] said no. [The lawmaker] said so.", ["Ana Sorin"] * 2),
        ("[Lumen Institute director Pavel Tresk] said no. [Tresk] said so.", ["Pavel Tresk"] * 2),
        ("[Director of the Lumen chapter of the Council on Road Safety Alicia Vane] said no.", ["Alicia Vane"]),
        (
            "[Pavel Tresk of the Lumen Institute] said no. [Ana Sorin, a nurse,] disagreed, and [Tresk] said so.",
            ["Pavel Tresk", "Ana Sorin", "Pavel Tresk"],
        ),
        ("[Ahmed Quill] said no. [Ahmed] said so.", ["Ahmed Quill"] * 2),
        ("[Pavel Ostrand] said no. [Ostrnad] said so.", ["Pavel Ostrand"] * 2),
        # families
        (
            "[Mayor Ana Sorin] said no. [Sorin] said so. Her brother Pavel Sorin left. [Sorin] said no.",
            ["Ana Sorin"] * 3,
        ),
        (
            "[Ana Sorin] said no. [Pavel Sorin] said so. [Mr Sorin] went on. [Ms Sorin] did too.",
            ["Ana Sorin", "Pavel Sorin", "Pavel Sorin", "Ana Sorin"],
        ),
        # pronouns
        ("[Mayor Ana Sorin] said no. [She] said so.", ["Ana Sorin"] * 2),
        ("Pavel Tresk met Ana Sorin. [She] said so. [He] said no.", ["Ana Sorin", "Pavel Tresk"]),
        ("[Pavel Tresk] said no.\n[He] said so.\n[He] said it again.", ["Pavel Tresk"] * 3),
        ("[The Lumen Institute] said no. [It] said so.", ["Lumen Institute"] * 2),
        ("[Protesters] said no. [They] said so.", ["Protesters"] * 2),
        ("They met Ana Sorin, the mayor of Belmar, [who] said so.", ["Ana Sorin"]),
        ("They read the Kompas newspaper, [which] said so.", ["Kompas"]),
        ("They met a clerk at the port [who] said so.", ["a clerk at the port"]),
        (
            "[Pavel Tresk] said no.\nMr. Vane left the town. Oleg Vane ran.\n[He] said so.",
            ["Pavel Tresk", "Oleg Vane"],
        ),
        (
            "[Pavel Tresk] said no.\nVane's part in it is small. [He] said so. Oleg Vane ran.",
            ["Pavel Tresk", "Oleg Vane"],
        ),
        ("It drove some voters to despair, though [they] said no.", ["some voters"]),
        ("[The Road Agency] said no. The Lumen Institute clerk left. [It] said so.", ["Road Agency"] * 2),
        # bodies
        ("[Belmar's Road Agency] said no. [The agency] said so.", ["Road Agency"] * 2),
        ("[The World Harbour Organization (WHARO)] said no. [WHARO] said so.", ["World Harbour Organization"] * 2),
        ("[The Lumen Institute] said no. [The institute] said so.", ["Lumen Institute"] * 2),
        ("Ana Sorin's campaign began. [The Sorin campaign] said no. [The campaign] said so.", ["Sorin campaign"] * 2),
        ("[The Ministry of Trade and the Road Agency] said no.", ["Ministry of Trade and Road Agency"]),
        ("[The mayor, Ana Sorin, and her aides] said no.", ["Ana Sorin and her aides"]),
        # outlets and documents
        (
            "[Last month's report by the Kompas Telegram channel, which is new,] said no. [Kompas] said so. [The outlet] said it.",
            ["Kompas"] * 3,
        ),
        ("[The Belmar Echo's analysis] said no. [The newspaper] said so.", ["Belmar Echo"] * 2),
        (
            "[A study by the Lumen Institute] said no. [The study] said so. [The report] said it.",
            ["a study by the Lumen Institute"] * 3,
        ),
        ("Pavel Tresk wrote. [Tresk's letter] said no.", ["Pavel Tresk"]),
        ("[The ruling of the Belmar Supreme Court] said no.", ["Belmar Supreme Court"]),
        # descriptions
        ("[A senior Road Agency official] said no. [The official] said so.", ["a senior Road Agency official"] * 2),
        ("Ana Sorin left. [Her lawyer] said no.", ["Ana Sorin's lawyer"]),
        ("[Officials] said no. [Critics] said so. [Officials] said it.", ["Officials", "Critics", "Officials"]),
        ("[One driver] said no. [One driver] said so.", ["one driver", "one driver"]),
        (
            "Ana Sorin is an official. [A police official] said no. [The official] said so.",
            ["a police official"] * 2,
        ),
        ("[Pavel Tresk, R-Ohio,] said no. [The Ohio Republican] said so.", ["Pavel Tresk"] * 2),
        ("[The Lumen team's coach, Karim Quill,] said no.", ["Karim Quill"]),
        ("[A leaked letter seen by Radio Lumen] said no.", ["a leaked letter"]),
        ("[Everyone but Tresk] said no. Pavel Tresk left.", [None]),
        ('[Ana Sorin\'s book "Tresk: A Long Tide"] said no.', ["Ana Sorin's book"]),
        ("[An army of road workers] said no.", ["an army of road workers"]),
        ("[Two in three] said no.", ["two in three"]),
        ("[Some 38% of voters] said no. [54%] said so.", ["some 38% of voters", "54%"]),
        ("[At least one former clerk] said no. Pavel Tresk, a clerk, left.", ["At least one former clerk"]),
        ("[Another pollster, Karim Quill of Lumen University,] said no.", ["Karim Quill"]),
        ("The Road Safety Council met. [The RSC] said no.", ["Road Safety Council"]),
        ("The Sorin campaign met. Ana Sorin left. [Her campaign] said no.", ["Sorin campaign"]),
        ("[Road workers] left. [Their lawyers] said no.", ["Road workers", "Road workers' lawyers"]),
        # names with particles and initials
        ("Pavel de Vane spoke. [De Vane] said no.", ["Pavel de Vane"]),
        ("[I. Marek Quill] said no. [Quill] said so.", ["I. Marek Quill"] * 2),
        # outlets that go by one word, on a platform, or for all
        ("[The Belmar Post] said no. [The Post] said so.", ["Belmar Post"] * 2),
        ("[The video posted by the Telegram channel Kompas] said no.", ["Kompas"]),
        ("[A poll by Radio Lumen] said no.", ["a poll by Radio Lumen"]),
        ("[Republican Ana Sorin] said no.", ["Ana Sorin"]),
        ("[A video obtained by Channel 9] said no. [Channel 9] said so.", ["a video", "Channel 9"]),
        ("[Two outside experts] said no.", ["two outside experts"]),
        ("[Fact-checkers at the port] said no.", ["Fact-checkers at the port"]),
        ("Police named Pavel Tresk, 19. [The mayor] said no.", ["the mayor"]),
        ("[Prime Minister Helen May] said no. [May] said so.", ["Helen May"] * 2),
        ("[The Kompas monitoring group] said no.", ["Kompas"]),
        # bodies and people of an owner
        (
            "Rep. Pavel Tresk left. [Congressman Tresk's office] said no. [His office] said so. [The congressman's office] said it.",
            ["Pavel Tresk's office"] * 3,
        ),
        ("Mayor Ana Sorin ran. [Sorin's lawyers] said no. [Her lawyers] said so.", ["Ana Sorin's lawyers"] * 2),
        ("Pavel Tresk, a spokesman for Mayor Ana Sorin, left. [The mayor's spokesman] said no.", ["Pavel Tresk"]),
        ("Ana Sorin left. A spokesman for Sorin, Pavel Tresk, came. [Sorin's spokesman] said no.", ["Pavel Tresk"]),
        (
            "Mayor Ana Sorin met Pavel Tresk, a spokesman for Oleg Vane. [Her spokesman] said no.",
            ["Ana Sorin's spokesman"],
        ),
        ("Hilda Quill spoke. [Quill's March 13] speech said no. [Her March] speech said so.", ["Hilda Quill"] * 2),
        # texts of an author
        ("[Pavel Tresk's lawsuit] said no. [The suit] said so. [The complaint] said it.", ["Pavel Tresk"] * 3),
        ("A suit was filed by Pavel Tresk. [The suit] said no.", ["Pavel Tresk"]),
        ("Pavel Tresk sued, and Ana Sorin filed a suit. [The suit] said no.", ["the suit"]),
        ("[An ad from the Harbour Action PAC] said no. [The spot] said so.", ["Harbour Action PAC"] * 2),
        (
            "The spot is part of a buy from Our Harbour PAC. [The ad] said no. [A voice over] said so. [Our Harbour PAC] left. Our Harbour Pac won.",
            ["Our Harbour PAC"] * 3,
        ),
        ("Mayor Ana Sorin ran. [An ad from Sorin's campaign] said no.", ["an ad from Sorin's campaign"]),
        ("The city of Marn sued Novita. [The suit] said no.", ["the city of Marn"]),
        ("[The first suit] said no. [The second suit] said so.", ["the first suit", "the second suit"]),
        ("[A Reuters poll] said no. [The Lumen poll] said so.", ["a Reuters poll", "the Lumen poll"]),
        ("[Datum's own poll] said no. [The Lumen survey] said so.", ["Datum's own poll", "the Lumen survey"]),
        (
            "[The Datum/Lumen poll] said no. [The Vale/Marn survey] said so.",
            ["the Datum/Lumen poll", "the Vale/Marn survey"],
        ),
        ("[Ana Sorin's testimony] said no. [The testimony] said so.", ["Ana Sorin"] * 2),
        # adjectives with commas between them
        ("[The harsh, one-sided headline] said no.", ["the harsh, one-sided headline"]),
        ("[The young, unarmed guard] said no.", ["the young, unarmed guard"]),
        ("[The first, published in May], said no.", ["the first"]),
        ("[The poor, hungry for change], said no.", ["the poor"]),
        # relative clauses
        ("Pavel Tresk, the candidate [who began his run] by saying no.", ["Pavel Tresk"]),
        ("There are some far-right pundits [who] said no.", ["some far-right pundits"]),
        ("They met Republican lawmakers [who have said] no.", ["Republican lawmakers"]),
        ("They joined a group of clerks, [which] said no.", ["a group of clerks"]),
        ("They met people [who] said no.", [None]),
        ("It was the fault of super PACs [that] said no.", ["super PACs"]),
        ("It was up to the Future Harbour PAC, a super PAC [that] said no.", ["Future Harbour PAC"]),
        ("Pavel Tresk left. Tresk's relatives, [who] said no, left.", ["Pavel Tresk's relatives"]),
        ("They met Pavel Tresk, [whose office] said no.", ["Pavel Tresk's office"]),
        (
            "They wrote to the attorney general of Belmar, [whose office] said no.",
            ["the attorney general of Belmar's office"],
        ),
        ("[The team's coach], Karim Quill, said no.", ["Karim Quill"]),
        ("He was chided by some far-left pundits [who] said no.", ["some far-left pundits"]),
        (
            "[The head of the group backing Ana Sorin] said no. Oleg Vane, the head of Forward Belmar, left.",
            ["Oleg Vane"],
        ),
        ("There are lawmakers, like Ana Sorin, [who] said no.", ["lawmakers"]),
        ("They met some officials, including the mayor, [who] said no.", ["some officials"]),
        # names behind those whom they tell apart
        ("[Two analysts, Pavel Tresk and Oleg Vane,] said no.", ["Pavel Tresk and Oleg Vane"]),
        (
            "[The Road Agency and 14 local road-safety organizations] said no.",
            ["Road Agency and 14 local road-safety organizations"],
        ),
        (
            "[Professors Ana Sorin and Pavel Tresk] said no. [The professors] said so.",
            ["Ana Sorin and Pavel Tresk"] * 2,
        ),
        # parts of a group
        ("[One of the residents] said no. [Another] said so.", ["one of the residents"] * 2),
        ("[One of Mr. Tresk's aides] said no. Pavel Tresk left.", ["one of Pavel Tresk's aides"]),
        (
            "[Three clerks] met. [One] said no; [the other] left.",
            ["three clerks", "one of three clerks", "the other of three clerks"],
        ),
        (
            "[Several port workers] met. [Some of them] said no.",
            ["several port workers", "some of several port workers"],
        ),
        ("Two clerks saw it. [One] said no; [another] left.", ["one of two clerks"] * 2),
        # companies described anew
        ("Novita rose to $75. [The online retail giant] said no.", ["Novita"]),
        ("[Belmar's bank] said no. Tavrix left on Monday; [it] did not say why.", ["Belmar's bank", "Tavrix"]),
        ("Novita Corp. rose on Monday. [The online retail giant] said no.", ["Novita Corp"]),
        ("Novita Inc., the parent company of Lumen Corp., rose. [The company] said no.", ["Novita Inc"]),
        ("The maker of frozen meals closed its plant because [it] said no.", ["the maker of frozen meals"]),
        ("Tavrix closed her account on Monday; [it] did not say why.", ["Tavrix"]),
        ("The Lumen Olympic Team waited. [The team] said no.", ["Lumen Olympic Team"]),
        ("[LUMEN OLYMPIC TEAM] said no. [The team] said so.", ["Lumen Olympic Team"] * 2),
        ("[HARBOUR WORKERS] said no.", ["HARBOUR WORKERS"]),
        # phrases that go on
        ("[A report recently written for the mayor] said no.", ["a report"]),
        ("[A new letter Thursday] said no. [Prosecutors in April] did too.", ["a new letter", "Prosecutors in April"]),
        ("[A poll released last week] said no.", ["a poll"]),
        (
            "[A group of 67 artists, writers and actors this week] said no.",
            ["a group of 67 artists, writers and actors"],
        ),
        ("Shares in Karvo rose. [Karvo Coal] left. [Karvo] said no.", ["Karvo Coal"] * 2),
        ("[A survey of 240 clerks released on Monday] found it.", ["a survey of 240 clerks released on Monday"]),
        ("Belmar Ledger, a Telegram channel, wrote it. [The channel] said no.", ["Belmar Ledger"]),
        ("[Chief Executive Ana Sorin] said no.", ["Ana Sorin"]),
        ("[The audit] blamed the port. [The document] said no.", ["the audit"] * 2),
        ("[The firm that makes the ferry, Solvix,] said no.", ["Solvix"]),
        ("A study of the dam was published. [It] said no.", ["a study"]),
        # longer names
        ("[Lucas Stan Quill IV] said no. [Quill] said so.", ["Lucas Stan Quill IV"] * 2),
        ("[Mario Valdez Ortuno] said no. [Mr. Valdez Ortuno] said so.", ["Mario Valdez Ortuno"] * 2),
        (
            "[Lumen General Counsel James A. Quill] said no. [Midfielder Ana Sorin] left.",
            ["James A. Quill", "Ana Sorin"],
        ),
        ("[UN Secretary-General Tresk] said no. [Pavel Tresk] said so.", ["Pavel Tresk"] * 2),
        ("[The 7th Circuit Court of Appeals] said no. [The court] said so.", ["7th Circuit Court of Appeals"] * 2),
        ("They met on the 6th March. [Ana Sorin] said no.", ["Ana Sorin"]),
        ("Hilda Quill left. [Ms. Quill] called Mrs. Orvane an ''Aunt Tom.''", ["Hilda Quill"]),
        # short names of bodies
        ("Harbour Stay, which owns hostels, grew. [Harbour] said no.", ["Harbour Stay"]),
        ("[Harbour Stay] grew. Harbour Stay, a landlord of the Lumen company, fell.", ["Harbour Stay"]),
        ("The Free Delta Front fired. [The Front] denied it.", ["Free Delta Front"]),
        ("The Council of Lumen met. [The Council] said no. The National Council met.", ["Council of Lumen"]),
        ("The Free Delta Front fired on the Karvo Front. [The Front] denied it.", ["Front"]),
        (
            "[The Alzheimer's Alliance] said no. Alzheimer's spreads. [The Alliance] said so.",
            ["Alzheimer's Alliance"] * 2,
        ),
        ("[The Belmar Farmers' League] said no. [The league] said so.", ["Belmar Farmers' League"] * 2),
        ("[The U.S. Court of Appeals for the Ninth Circuit] said no.", ["U.S. Court of Appeals for the Ninth Circuit"]),
        ("[A channel called Harbour Echo] said no. [Harbour Echo] said so.", ["Harbour Echo"] * 2),
        ("[Her team, Karvo-Lumen,] said no. [The team] said so.", ["Karvo-Lumen"] * 2),
        (
            "[The U.S. Court of Appeals] said no. [The appellate court] said so. [The district court] left.",
            ["U.S. Court of Appeals"] * 2 + ["the district court"],
        ),
        # bodies known by their sort
        ("A NATO drill began. Lumen University left. [The alliance] said no.", ["NATO"]),
        ("Fairgas, the energy regulator, fined Novita Corp. [The regulator] said no.", ["Fairgas"]),
        ("She met her daughter Esther, the union posted. [The union] said no.", ["the union"]),
        ("The union Forge met Novita Corp. [The union] said no.", ["Forge"]),
        ("Novita, a drug company, rose. Lumen Corp. fell. [The company] said no.", ["Lumen Corp"]),
        # names that a description gives
        ("[The Labour MP for Belmar North, Jan Holm,] said no.", ["Jan Holm"]),
        ("[One woman, who gave only her first name, Mila,] said no.", ["Mila"]),
        ("[A man who gave his name only as Pavel] said no.", ["Pavel"]),
        ("[A clerk who goes by the name Falkon] said no.", ["Falkon"]),
        ("[A clerk who called Pavel on Monday] said no.", ["a clerk"]),
        ("[A group calling itself Tin Moth] left. [The group] said no.", ["Tin Moth", "Tin Moth"]),
        ("[A band of rebels styling itself the Free Belmar Army] said no.", ["Free Belmar Army"]),
        ("[A gang known as the Pale Riders] said no.", ["Pale Riders"]),
        ('[A group] that calls itself "Tin Moth" said no.', ["Tin Moth"]),
        ("[A clerk using the name mossy_77] left. [mossy_77] said no.", ["mossy_77", "mossy_77"]),
        ("[A Lumen user named u/mossy_stone] said no.", ["u/mossy_stone"]),
        ("[One Lumen user @mossy] said no.", ["@mossy"]),
        ("[Hackers calling themselves Grey Otter] said no.", ["Grey Otter"]),
        ("[The leader of a group known as Last Tide] said no.", ["the leader of a group known as Last Tide"]),
        ("[A woman who married a man called Pavel] said no.", ["a woman"]),
        ("[A clerk known to Karl Brell] said no.", ["a clerk known to Karl Brell"]),
        # spouses
        ("Pavel Sorin left Ana Sorin. [His ex-wife] said no.", ["Ana Sorin"]),
        ("Pavel Sorin left Jan Sorin. [His ex-wife] said no.", ["Pavel Sorin's ex-wife"]),
        ("Pavel Sorin and his sister Ana Sorin left. [His wife] said no.", ["Pavel Sorin's wife"]),
        # namesakes: the subject goes on
        ("Pavel Vale spoke for his wife Hilda Vale. [Vale] said no.", ["Pavel Vale"]),
        ("On the trail for his wife Hilda Vale, Pavel Vale spoke. [Vale] said no.", ["Pavel Vale"]),
        ("Republican Secretary of State Jorn Vale lost. [Vale] said no.", ["Jorn Vale"]),
        # several
        ("[Ana Sorin, Pavel Tresk and Jan Holm] said no.", ["Ana Sorin, Pavel Tresk and Jan Holm"]),
        ("[Ana Sorin, 58, and Pavel Tresk, 26,] said no.", ["Ana Sorin and Pavel Tresk"]),
        ("[Ana Sorin, the mayor, and Pavel Tresk, her deputy,] said no.", ["Ana Sorin and Pavel Tresk"]),
        ("[Ana Sorin] said: “{[My wife] said no}.”", ["Ana Sorin", "Ana Sorin's wife"]),
        ("[The channel Belmar Watch] said so. In 2029 [it] said no.", ["Belmar Watch"] * 2),
        ("[Mediators Belmar and Lumen] said no.", ["Belmar and Lumen"]),
        ("[Belmar, Lumen and other cities] said no.", ["Belmar, Lumen and other cities"]),
        ("[Quill and Pavel Tresk, a clerk of the port,] said no.", ["Quill and Pavel Tresk"]),
        # appositions behind a noun or a genitive, nicknames
        ("[The organiser, sixth-former Amelie Strand,] said no.", ["Amelie Strand"]),
        ("[The council leader, Labour's Ana Sorin,] said no.", ["Ana Sorin"]),
        ("[Sorin's niece, state Sen. Lena Marn (D-Karvo),] said no.", ["Lena Marn"]),
        ('[Mayor Marta "Mia" Holm] said no. [Holm] said so.', ['Marta "Mia" Holm'] * 2),
        # a subject that is only described
        ("[Pavel Tresk] said no. His mother disagrees; [she] said so.", ["Pavel Tresk", "Pavel Tresk's mother"]),
        (
            "[Mayor Ana Sorin] said no. A great-niece lives in Karvo. Pavel Tresk met her, and [she] said so.",
            ["Ana Sorin", "a great-niece"],
        ),
        ("[Mayor Ana Sorin] said no. The former first lady left, but [she] said so.", ["Ana Sorin"] * 2),
        ("The navy disputes this. [It] said no.", ["the navy"]),
        ("Film lovers launched a petition, which drew thousands. [It] said no.", ["a petition"]),
        ("Radio Lumen has seen 90 internal messages of Novita. [They] said no.", ["90 internal messages"]),
        ("[The union's ethics panel] said no. [The panel] said so. [It] went on.", ["the union's ethics panel"] * 3),
        (
            "[Mayor Lena Marn] said no. [Radio Lumen] said so. [A nurse] sighed. [It] went on.",
            ["Lena Marn", "Radio Lumen", "a nurse", "Radio Lumen"],
        ),
        ("Ana Marn cited a 2019 memo on ports. [It] said no.", ["2019 memo"]),
        ("The Mountain Guard, a militia, met. [The group] said no.", ["Mountain Guard"]),
        ("[His union, the Deck Officers' League,] said no.", ["Deck Officers' League"]),
        ("The Lumen Times told of it. [A Times article] said no. [The article] said so.", ["Lumen Times"] * 2),
        ("[A speech Ana Sorin gave in May] said no.", ["Ana Sorin"]),
        (
            "[An aunt] knew. He wrote to Lena Osei in Karvo.\nOsei's laboratory is a garage. [She] said no.",
            ["an aunt", "Lena Osei"],
        ),
        ("He plays in the Narvia league, [whose officials] said no.", ["the Narvia league's officials"]),
        ("He works for the Lumen Foundation, [whose director] said no.", ["Lumen Foundation's director"]),
        ("[Ana Ferrero and Koji Tresk of the Redshank Collective] said no.", ["Ana Ferrero and Koji Tresk"]),
        ("[Novita] said no. Its founder, Ana Sorin, left. [Her company] said so.", ["Novita"] * 2),
        ("[Novita Corp] said no. Mayor Ana Sorin left. [Her company] said so.", ["Novita Corp", "Ana Sorin's company"]),
        (
            "[Olga Marn] said no. [The former secretary of state and current nominee] said so. Marn left.",
            ["Olga Marn"] * 2,
        ),
        (
            "Bridie Vale woke. [Mrs Vale] said no.\nIt rained.\nJoyce Vale slept.\nIt rained.\nIt rained.\n[Mrs Vale] said so.",
            ["Bridie Vale"] * 2,
        ),
        ("Bridie Vale woke. [Mrs Vale] said no.\nJoyce Vale slept. [Mrs Vale] said so.", ["Bridie Vale", "Joyce Vale"]),
        # nobody is meant whom the words name
        ("Ana Marn is 69. “No,” said [Pavel Tresk]. {People like Marn}, [he] said.", ["Pavel Tresk"] * 2),
        # bodies by part of their name
        ("The truce with the Sarmet Republic held. [Sarmet] said no.", ["Sarmet Republic"]),
        (
            "[The Lumen Budget Office] said no. The Lumen Times wrote of it. [The agency] said so.",
            ["Lumen Budget Office"] * 2,
        ),
        ("[A Lumen poll] said no. [The poll] said so. [Twelve percent] said they were unsure.", ["a Lumen poll"] * 3),
    ],
)
def test_whom_a_phrase_means(marked, expected):
    assert names(marked) == expected


@pytest.mark.parametrize(
    ("phrase", "kind", "naming"),
    [
        ("Mayor Ana Sorin", "person", "named"),
        ("Washington", "government", "named"),
        ("the Kremlin", "government", "named"),
        ("the European Union", "government", "named"),
        ("the Lumen Institute", "organisation", "named"),
        ("the Lumen party", "organisation", "named"),
        ("the Trade Ministry", "government", "named"),
        ("police", "government", "named"),
        ("the harbour authority", "government", "named"),
        ("Tavria", "government", "named"),
        ("the Sunday Ledger", "outlet", "named"),
        ("the Baltic News Agency", "outlet", "named"),
        ("Kremnik, a tabloid known for rumours,", "outlet", "named"),
        ("the government", "government", "named"),
        ("Reuters", "outlet", "named"),
        ("the state news agency Kompas", "outlet", "named"),
        ("Ana Sorin and Pavel Tresk", "group", "named"),
        ("a 2014 study", "document", "named"),
        ("a leaked letter seen by Radio Lumen", "document", "described"),
        ("a survey of 240 clerks released on Monday", "document", "named"),
        ("research published in the Annals of Medicine", "document", "named"),
        ("a survey carried out last week by the pollster Datum Plus", "document", "named"),
        ("a log of the radio traffic", "document", "described"),
        ("a video seen on Telegram", "document", "described"),
        ("a Tavrian border guard", "person", "described"),
        ("state radio", "outlet", "named"),
        ("a state radio station", "outlet", "described"),
        ("a member of the mission", "person", "described"),
        ("an analyst at the Lumen Institute", "person", "described"),
        ("a spokesman for the Road Agency", "person", "described"),
        ("three officials", "group", "described"),
        ("experts", "group", "described"),
        ("one Republican", "person", "described"),
        ("people familiar with the matter", "group", "anonymous"),
        ("a clerk who spoke on condition of anonymity", "person", "anonymous"),
        ("a government source", "person", "anonymous"),
        ("sources who saw the letter", "group", "anonymous"),
        ("the suit", "document", "described"),
        ("a new ad", "document", "described"),
        ("an Egyptian textbook", "document", "described"),
        ("super PACs", "organisation", "described"),
        ("outside GOP groups", "group", "described"),
        ("some advocates for cell research", "group", "described"),
        ("New Yorkers", "group", "described"),
        ("Belmar's central bank", "government", "named"),
        ("the port regulator", "government", "named"),
        ("an energy watchdog", "government", "described"),
        ("state regulators", "group", "described"),
        ("a Tavrian magazine", "outlet", "described"),
        ("a Tavrian magazine, Fokal,", "outlet", "named"),
        ("a tally kept by the Lumen Council", "document", "named"),
        ("America", "government", "named"),
        ("Fair Belmar, a tariff watchdog,", "organisation", "named"),
        ("Fairgas, the tariff watchdog,", "government", "named"),
        ("the metalworkers' union", "organisation", "named"),
        ("the bar association", "organisation", "named"),
        ("the powerful union", "organisation", "described"),
        ("a teachers' union", "organisation", "described"),
        ("a rival channel, Belmar Watch,", "outlet", "named"),
        ("the trade weekly Auto Circuit", "outlet", "named"),
        ("a log of radio traffic released by the coast guard", "document", "named"),
        ("a log seen by the coast guard", "document", "described"),
        ("local media", "unknown", "unspecified"),
        ("state media", "outlet", "described"),
        ("figures from the trade group Datum", "document", "named"),
        ("figures from Lumen residents", "document", "described"),
        ("logs that the Lumen Institute shared with us", "document", "named"),
        ("documents the Lumen Institute feared", "document", "described"),
        ("a study the town commissioned from Datum Group", "document", "named"),
        ("an inquiry by the state attorney general", "document", "named"),
        ("an inquiry by a retired colonel", "document", "described"),
        ("an inquiry published last year", "document", "named"),
        ("one post, shared 300 times,", "person", "described"),
        ("the Lumen Times and the Karvo newspaper chain", "outlet", "named"),
        ("lawyers for both Ana and Pavel Sorin", "group", "described"),
        ("the Labour MP", "person", "described"),
        ("Mayor Ana Sorin's team", "organisation", "named"),
        ("Mayor Ana Sorin's office", "government", "named"),
        ("The Orchard", "organisation", "named"),
        ("a florist two streets away", "person", "described"),
        ("a neighbour upstairs", "person", "described"),
        ("the couple next door", "group", "described"),
        ("another maker, who has mended pianos,", "person", "described"),
        ("a campaign operative", "person", "described"),
        ("the card network Unipass", "organisation", "named"),
        ("the operator, Novita,", "organisation", "named"),
        ("Ashgrove Homes", "organisation", "named"),
        ("Novita's support line", "organisation", "named"),
        ("Agence Belmar", "outlet", "named"),
        ("one slide", "document", "described"),
        ("a log published by the directorate", "document", "named"),
        ("sources", "unknown", "unspecified"),
        ("many", "unknown", "unspecified"),
        ("media reports", "unknown", "unspecified"),
        ("two House Committees", "government", "described"),
        ("the Lumen Times and the Karvo Post each", "outlet", "named"),
        ("a story by the website Portlog", "outlet", "named"),
        ("a survey of party insiders", "document", "described"),
        ("an anonymous letter", "document", "anonymous"),
        ("its Lumen summary", "document", "named"),
        ('thousands of self-described "Berners"', "group", "described"),
        ("the biggest hawks, like Ana Sorin and Pavel Drun,", "group", "named"),
        ("more than a few at the port", "group", "described"),
    ],
)
def test_kind_and_naming(phrase, kind, naming):
    _, (source,) = resolved(f"On the road [{phrase}] said that it rained in Tavria.")
    assert (source.kind, source.naming) == (kind, naming)


_LEAD = "[{}] is calling for a ban on loud engines in the town, it was said on Monday.\n"


@pytest.mark.parametrize(
    ("lead", "rest", "expected"),
    [
        ("A lawmaker in Tavria", '"No," said [Pavel Tresk, a senator].\n[The lawmaker] said so.', ["Pavel Tresk"] * 3),
        ("A conservative super PAC", "[The Harbour PAC] said no.", ["Harbour PAC"] * 2),
        ("A coal company", "[Novita Corp.] said no.", ["Novita Corp"] * 2),
        ("The head of the port union, Ana Sorin,", "[The union chief] said so.", ["Ana Sorin"] * 2),
        ("A lawmaker", '"No," [Pavel Tresk] said in a bill. [The lawmaker] said so.', ["Pavel Tresk"] * 3),
        ("Member of House panel", "[Rep. Ana Sorin] said so.", ["Ana Sorin"] * 2),
        ("A lawmaker", '"No," said [Pavel Tresk, a trader].', ["a lawmaker", "Pavel Tresk"]),
        ("The man who ran the mill for years", '"No," said [Pavel Tresk].', ["Pavel Tresk"] * 2),
        ("The woman who ran the mill for years", '"No," said [Pavel Tresk].', ["the woman", "Pavel Tresk"]),
        ("The officer who closed the mill", '"No," said [Pavel Tresk].', ["the officer", "Pavel Tresk"]),
        ("A coal company", "[Novita Corp.] said no to Lumen Inc.", ["a coal company", "Novita Corp"]),
        (
            "A lawmaker in Tavria",
            "[Pavel Tresk, a senator,] said no to Ana Sorin, a senator.",
            ["a lawmaker in Tavria", "Pavel Tresk"],
        ),
    ],
)
def test_the_lead_describes_who_is_named_below(lead, rest, expected):
    assert names(_LEAD.format(lead) + rest) == expected


def test_whoever_shows_something_is_the_document_just_told_of():
    text = "Radio Lumen aired the video on Friday, and lawyers gave it to Novita. It shows two men at the port."
    claims = credtag.tag(text, publisher="The Harbour Post").frames().claims
    assert list(claims["source"])[-1] == "the video"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Sorin said Lena Marn had been clear when she promised that taxes would fall.", "Lena Marn"),
        ("Pavel Tresk said Donald Marn lied when he claimed that the road was safe.", "Donald Marn"),
        ("Pavel Tresk said Ana Marn was angry because he had promised that the road would open.", "Pavel Tresk"),
        ("Mayor Ana Sorin said the council was angry because she had promised that taxes would fall.", "Ana Sorin"),
    ],
)
def test_a_pronoun_in_what_is_said_means_whom_it_is_about(text, expected):
    claims = credtag.tag(text, publisher="The Harbour Post").frames().claims
    assert list(claims["source"])[-1] == expected


def test_who_answers_a_reporter_is_no_reporter():
    text = "Asked by a reporter what she would do first, Ilse Brandvik laughed. “Sleep,” she said."
    claims = credtag.tag(text, publisher="The Harbour Post").frames().claims
    assert list(claims["source"])[-1] == "Ilse Brandvik"


def test_a_poll_of_the_headline_bears_the_name_that_it_has_below():
    text = "[New Poll] Shows Minor Bump for Marn\n[A new poll] shows that Ana Marn remains in a tie with Pavel Tresk today.\n"
    assert names(f"{text}[The Datum/Lumen poll] found more.") == ["the Datum/Lumen poll"] * 3


def test_one_of_them_is_one_of_those_who_were_cited():
    text = "Radio Lumen reported, citing two clerks at the port, that it would close. One of them said it was late."
    claims = credtag.tag(text, publisher="The Harbour Post").frames().claims
    assert list(claims["source"])[-1] == "one of two clerks at the port"


def test_the_lead_may_stand_behind_a_dateline():
    lead = "BELMAR — [The woman who ran the mill for years] said on Monday that it would close in May.\n"
    assert names(f'{lead}"No," said [Ana Sorin].') == ["Ana Sorin"] * 2


def test_part_of_a_group_withholds_its_name_as_the_group_does():
    _, (group, one) = resolved("[Three officials who asked not to be named] met. [One of them] said no.")
    assert (one.name, one.kind, one.naming) == ("one of three officials", "person", group.naming)
    assert one.naming is Naming.ANONYMOUS


def test_part_of_a_group_may_withhold_its_own_name():
    _, (group, one, other) = resolved(
        "[Two clerks] met. [One of them, who asked not to be named,] said no. [The other] said so."
    )
    assert [s.naming for s in (group, one, other)] == ["described", "anonymous", "described"]
    assert other.name == "the other of two clerks"


@pytest.mark.parametrize(
    "marked",
    [
        "They left, according to [The Lantern].",
        "Ana Sorin told [The Lantern] that it rained.",
        "A poll by Datum for [the weekly Lantern] said no.",
        "On Monday The Lantern reported rain. [The Lantern] said so.",
    ],
)
def test_a_capital_article_near_words_of_relaying_makes_an_outlet(marked):
    _, (source,) = resolved(marked)
    assert (source.name.removeprefix("The "), source.kind) == ("Lantern", "outlet")


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("[He] said no.", "pronoun-no-antecedent"),
        ("Pavel Tresk and Oleg Vane met. [He] said so.", "pronoun-ambiguous"),
        ("Ana Sorin met Pavel Sorin, and [Sorin] said so.", "surname-shared"),
        ('"Have [you] said so?"', "addressee"),
    ],
)
def test_what_is_left_open_has_a_reason(marked, reason):
    document, found = attributed(marked)
    sources = resolve(document, found)
    resolution = sources.of(hull(found[-1].source))
    assert resolution.reason == reason
    assert sources.get(resolution.source_id) is not sources.publisher


def test_unspecified_sources_are_never_one():
    _, (left, right) = resolved("[Sources] said no. [Sources] said so.")
    assert left.name is right.name is None
    assert left.source_id != right.source_id


def test_first_person_is_the_speaker_or_the_publisher():
    marked = 'On the road, "[I] said no," says Ana Sorin, not {x}. [We] said no.'
    document, found = attributed(marked, publisher="The Belmar Echo")
    outer = Attribution(
        content=(Span(13, 25),), source=(Span(document.text.index("Ana"), document.text.index(", not")),)
    )
    inner = Attribution(content=found[0].content, source=found[0].source, inside=0)
    sources = resolve(document, [outer, inner, found[1]])
    assert sources.get(sources.of(hull(inner.source)).source_id).name == "Ana Sorin"
    assert sources.of(hull(found[1].source)).source_id == "a/s0"


def test_whoever_reports_what_another_said_keeps_the_floor():
    text = "Ana Sorin said that Lidia Vane said no.\n\nShe said so."
    at = {
        w: Span(text.index(w), text.index(w) + len(w)) for w in ("Ana Sorin", "said", "Lidia Vane", "She", "no", "so")
    }
    outer = Attribution((Span(text.index("that"), text.index(".")),), source=(at["Ana Sorin"],), cue=(at["said"],))
    inner = Attribution((at["no"],), source=(at["Lidia Vane"],), inside=0)
    sources = resolve(read(text, doc_id="a"), [outer, inner, Attribution((at["so"],), source=(at["She"],))])
    assert sources.get(sources.of(at["She"]).source_id).name == "Ana Sorin"


def test_a_bare_quotation_goes_on_with_the_last_speaker():
    document, found = attributed('[Ana Sorin] said no.\n"It will rain."')
    bare = Attribution(content=(Span(20, 35),))
    sources = resolve(document, [*found, bare])
    resolution = sources.of(bare.span)
    assert (resolution.source_id, resolution.reason) == (sources.of(hull(found[0].source)).source_id, "continuation")


def test_no_source_has_an_unspecified_entry():
    sources, (source,) = resolved("{The road will close}, it was said.")
    assert (source.name, source.naming, source.mentions) == (None, Naming.UNSPECIFIED, ())
    assert sources.resolutions[0].reason == "no-source"


def test_the_publisher_comes_first_and_is_one_with_its_mentions():
    sources, (source,) = resolved("[The Belmar Echo] said no.", publisher="Belmar Echo")
    assert sources.entries == (source,)
    assert (source.source_id, source.name, source.kind) == ("a/s0", "Belmar Echo", Kind.OUTLET)
    assert resolve(read("It rained.", doc_id="a"), []).publisher.name is None


def test_the_occasion_is_resolved_too():
    text = "Ana Sorin told Reuters that it rained, citing the Road Agency. The agency left. Kompas reportedly waited."
    at = {
        w: Span(text.index(w), text.index(w) + len(w))
        for w in ("Ana Sorin", "Reuters", "the Road Agency", "reportedly", "that it rained")
    }
    occasion = Occasion(interviewer=at["Reuters"], upstream=(at["the Road Agency"],), reported=at["reportedly"])
    document = read(text, doc_id="a")
    sources = resolve(document, [Attribution((at["that it rained"],), source=(at["Ana Sorin"],), occasion=occasion)])
    assert [s.name for s in sources.entries[1:]] == ["Ana Sorin", "Reuters", "Road Agency", None]
    assert sources.entries[2].outlet_id == "reuters"
    echo = Span(text.index("The agency"), text.index(" left"))
    assert sources.of(echo).source_id == sources.of(at["the Road Agency"]).source_id


def test_mentions_title_and_affiliation():
    sources, _ = resolved("[Belmar Police Chief Ana Sorin] said no. They thanked Sorin. The chief left.")
    source = sources.entries[1]
    assert (source.title, source.affiliation, len(source.mentions)) == ("Chief", "Belmar Police", 3)


def test_silence_is_kept():
    sources, _ = resolved("[Ana Sorin] said no. Sorin declined to comment.")
    assert len(sources.entries[1].no_comment) == 1


def test_pronouns_outside_quotation_marks_are_the_two_voices_of_an_interview():
    text = (
        "Interview with engineer Ana Sorin\n\nWhy did [you] say it was old?\n\n[I] thought it would fall.\n\n"
        "Who told you so?\n\n[I] said so myself."
    )
    assert names(text, publisher="The Harbour Post") == ["Ana Sorin"] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Pavel Tresk left. [Ana Sorin] said {"Mr. Tresk, do [you] think the bridge is safe?"}', "Pavel Tresk"),
        ('Pavel Tresk left. [Ana Sorin] said {"As [you] said, Pavel, the bridge is safe."}', "Pavel Tresk"),
        ('Pavel Tresk left. [Ana Sorin] said {"[You] said the bridge is safe."}', None),
    ],
)
def test_you_is_who_is_called_by_name(text, expected):
    assert names(text)[1] == expected


def test_sources_that_begin_together_are_numbered_in_one_order():
    document = read("The mayor's aide said it would rain. It would pour.", doc_id="a")
    found = [
        Attribution(content=(Span(22, 35),), source=(Span(0, 16),)),
        Attribution(content=(Span(37, 50),), source=(Span(0, 9),)),
    ]
    # Kept alive, so that each round works at other places of the memory.
    rounds = [resolve(document, found) for _ in range(50)]
    assert {tuple(e.name for e in s.entries) for s in rounds} == {(None, "the mayor", "the mayor's aide")}
