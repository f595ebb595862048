import time

import pytest
from attrs import evolve

import credtag
from credtag import attribution, chain, document, source
from credtag.attribution.occasions import occasion
from credtag.labels import Channel, CueType, Form, Naming, Role, Stance
from credtag.records import Attribution, Resolution, Span


def _span(text, words, start=0):
    i = text.index(words, start)
    return Span(i, i + len(words))


def said(text, source, cue, content, after=0, **labels):
    """Make the attribution whose parts are the given words, the first found after an offset."""
    return Attribution(
        (_span(text, content, after),),
        cue=(_span(text, cue, after),) if cue else (),
        source=(_span(text, source, after),) if source else (),
        cue_type=CueType.STATEMENT,
        **labels,
    )


def built(text, *attributions):
    """Build the chains, each as "name:channel" from the publisher on, an interviewer in brackets."""
    article = document.read(text, publisher="The Harbour Post")
    around = [None if a.inside is None else attributions[a.inside] for a in attributions]
    every = [evolve(a, occasion=occasion.find(article, a, o)) for a, o in zip(attributions, around, strict=True)]
    sources = source.resolve(article, every)
    return [" > ".join(map(_shown, links)) for links in chain.build(article, every, sources)]


def _shown(link):
    name = link.name or link.naming.value
    shown = f"{name}:{link.channel.value}"
    return f"[{shown}]" if link.role is Role.INTERVIEWER else shown


POST = "The Harbour Post:report"


def test_a_plain_statement_has_two_hops():
    text = "The dam is safe, Mayor Ana Sorin said."
    assert built(text, said(text, "Mayor Ana Sorin", "said", "The dam is safe")) == [f"{POST} > Ana Sorin:unstated"]


def test_an_outlet_spoken_to_is_an_interviewer():
    text = "The dam is safe, Ana Sorin told Radio Lumen."
    assert built(text, said(text, "Ana Sorin", "told", "The dam is safe")) == [
        f"{POST} > [Radio Lumen:broadcast] > Ana Sorin:interview"
    ]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("said on Radio Lumen", "Radio Lumen"),
        ('told Lumen TV\'s "First Light"', "Lumen TV"),
        ("told The Pavel Quill Show", "The Pavel Quill Show"),
    ],
)
def test_a_programme_broadcasts_what_it_is_told(words, name):
    text = f"The dam is safe, Ana Sorin {words}."
    assert built(text, said(text, "Ana Sorin", words.split()[0], "The dam is safe")) == [
        f"{POST} > [{name}:broadcast] > Ana Sorin:interview"
    ]


@pytest.mark.parametrize("words", ["told The Harbour Post", "said in an interview with The Harbour Post"])
def test_the_publisher_is_no_interviewer_of_its_own(words):
    text = f"The dam is safe, Ana Sorin {words}."
    assert built(text, said(text, "Ana Sorin", words.split()[0], "The dam is safe")) == [
        f"{POST} > Ana Sorin:interview"
    ]


@pytest.mark.parametrize(
    ("source", "cue", "channel"),
    [
        ("Matt Wells", "wrote", "written_statement"),
        ("Judge Ana Sorin", "wrote", "document"),
        ("Matt Wells", "said", "unstated"),
    ],
)
def test_what_is_written_without_an_occasion_is_a_statement_in_writing_or_a_ruling(source, cue, channel):
    text = f"{source} {cue} that the fee was lawful."
    name = source.removeprefix("Judge ")
    assert built(text, said(text, source, cue, "the fee was lawful")) == [f"{POST} > {name}:{channel}"]


def test_an_interviewer_is_carried_forward_until_another_occasion():
    text = (
        "The dam is safe, Ana Sorin told Radio Lumen. Sorin said the lake was low."
        " Sorin said in a statement that rain was near."
    )
    assert built(
        text,
        said(text, "Ana Sorin", "told", "The dam is safe"),
        said(text, "Sorin", "said", "the lake was low", 40),
        said(text, "Sorin", "said", "rain was near", 74),
    ) == [
        f"{POST} > [Radio Lumen:broadcast] > Ana Sorin:interview",
        f"{POST} > [Radio Lumen:broadcast] > Ana Sorin:interview",
        f"{POST} > Ana Sorin:written_statement",
    ]


def test_an_interviewer_is_carried_back_only_to_an_interview():
    text = (
        "The lake is low, Ana Sorin said. The dam is safe, Ana Sorin said in an interview on Monday."
        " Rain is near, Sorin told Radio Lumen."
    )
    assert built(
        text,
        said(text, "Ana Sorin", "said", "The lake is low"),
        said(text, "Ana Sorin", "said", "The dam is safe", 32),
        said(text, "Sorin", "told", "Rain is near", 91),
    ) == [
        f"{POST} > Ana Sorin:unstated",
        f"{POST} > [Radio Lumen:broadcast] > Ana Sorin:interview",
        f"{POST} > [Radio Lumen:broadcast] > Ana Sorin:interview",
    ]


def test_in_interviews_names_no_single_one():
    text = "In interviews, Ana Sorin said the lake was low. The dam is safe, Sorin told Radio Lumen."
    first, second = built(
        text,
        said(text, "Ana Sorin", "said", "the lake was low"),
        said(text, "Sorin", "told", "The dam is safe", 47),
    )
    assert first == f"{POST} > Ana Sorin:interview"
    assert second == f"{POST} > [Radio Lumen:broadcast] > Ana Sorin:interview"


def test_an_utterance_of_another_time_does_not_end_the_occasion():
    text = (
        "The dam is safe, Ana Sorin told Radio Lumen. The dam may fail, Sorin told the Belmar Times last year."
        " Sorin said rain was near."
    )
    chains = built(
        text,
        said(text, "Ana Sorin", "told", "The dam is safe"),
        said(text, "Sorin", "told", "The dam may fail", 45),
        said(text, "Sorin", "said", "rain was near", 101),
    )
    assert chains[1] == f"{POST} > [Belmar Times:report] > Ana Sorin:interview"
    assert chains[2] == chains[0] == f"{POST} > [Radio Lumen:broadcast] > Ana Sorin:interview"


def test_told_again_after_a_statement_is_the_same_occasion():
    text = "The dam is safe, Ana Sorin said in a statement to Radio Lumen. Sorin told Radio Lumen that rain was near."
    chains = built(
        text,
        said(text, "Ana Sorin", "said", "The dam is safe"),
        said(text, "Sorin", "told", "rain was near", 62),
    )
    assert chains == [f"{POST} > [Radio Lumen:broadcast] > Ana Sorin:written_statement"] * 2


def test_what_someone_wrote_is_not_carried_into_an_interview():
    text = "The dam is safe, Ana Sorin told Radio Lumen. “Rain is near,” Sorin wrote."
    chains = built(
        text,
        said(text, "Ana Sorin", "told", "The dam is safe"),
        said(text, "Sorin", "wrote", "“Rain is near,”", 45),
    )
    assert chains[1] == f"{POST} > Ana Sorin:written_statement"


def test_a_press_conference_is_carried_over_the_next_paragraphs_only():
    text = "\n\n".join(
        [
            "At a news conference, Mayor Ana Sorin said the dam was safe.",
            "Sorin said rain was near.",
            "It rained.",
            "It rained.",
            "It rained.",
            "Sorin said the lake was low.",
        ]
    )
    chains = built(
        text,
        said(text, "Mayor Ana Sorin", "said", "the dam was safe"),
        said(text, "Sorin", "said", "rain was near", 60),
        said(text, "Sorin", "said", "the lake was low", 100),
    )
    assert [c.rpartition(":")[2] for c in chains] == ["press_conference", "press_conference", "unstated"]


def test_a_hope_is_no_part_of_an_occasion():
    text = "The dam is safe, Ana Sorin told Radio Lumen. Sorin hopes that rain is near."
    hope = evolve(said(text, "Sorin", "hopes", "rain is near", 45), cue_type=CueType.EMOTION)
    chains = built(text, said(text, "Ana Sorin", "told", "The dam is safe"), hope)
    assert chains[1] == f"{POST} > Ana Sorin:unstated"


def test_a_relay_and_its_upstream():
    text = "Radio Lumen reported, citing the interior ministry, that the pass was shut."
    (shown,) = built(text, said(text, "Radio Lumen", "reported", "the pass was shut"))
    assert shown.startswith(f"{POST} > Radio Lumen:broadcast > ")
    assert shown.endswith("interior ministry:unstated")


@pytest.mark.parametrize("passed", ["first reported by", "published by"])
def test_an_outlet_that_had_the_words_first_is_a_relay(passed):
    text = f"In remarks {passed} Radio Lumen, Ana Sorin said the dam was safe."
    assert built(text, said(text, "Ana Sorin", "said", "the dam was safe")) == [
        f"{POST} > Radio Lumen:broadcast > Ana Sorin:unstated"
    ]


def test_the_finder_of_a_letter_is_a_relay_and_stays_one():
    text = "A letter seen by Radio Lumen says the dam is old. The letter says the lake is low."
    chains = built(
        text,
        said(text, "A letter seen by Radio Lumen", "says", "the dam is old"),
        said(text, "The letter", "says", "the lake is low", 49),
    )
    assert all(c.startswith(f"{POST} > Radio Lumen:broadcast > ") for c in chains)


def test_an_inner_claim_goes_through_the_outer_source():
    text = "Radio Lumen said Tavria's army had denied that the pass was shut."
    outer = said(text, "Radio Lumen", "said", "Tavria's army had denied that the pass was shut")
    inner = said(text, "Tavria's army", "had denied", "the pass was shut", inside=0)
    first, second = built(text, outer, inner)
    assert first == f"{POST} > Radio Lumen:broadcast"
    assert second.startswith(f"{POST} > Radio Lumen:broadcast > ")
    assert second.count(">") == 2


def test_an_inner_claim_of_the_same_source_has_the_same_chain():
    text = "Ana Sorin said she had promised that the dam would hold."
    outer = said(text, "Ana Sorin", "said", "she had promised that the dam would hold")
    inner = said(text, "she", "had promised", "the dam would hold", inside=0)
    assert built(text, outer, inner) == [f"{POST} > Ana Sorin:unstated"] * 2


def test_a_presupposed_claim_is_not_routed_through_who_asks():
    text = "Ana Sorin demanded an answer to Teo Brandt's claim that the dam is old."
    outer = said(
        text, "Ana Sorin", "demanded", "an answer to Teo Brandt's claim that the dam is old", stance=Stance.WANTS
    )
    inner = said(text, "Teo Brandt", "claim", "the dam is old", inside=0)
    assert built(text, outer, inner)[1] == f"{POST} > Teo Brandt:unstated"


@pytest.mark.parametrize(
    ("words", "source", "cue", "content", "routed"),
    [
        ("Teo Brandt's plan to close the dam would fail", "Teo Brandt's", "plan", "to close the dam", False),
        ("Teo Brandt's aim was to close the dam", "Teo Brandt's", "aim", "to close the dam", True),
        ("Teo Brandt had a plan to close the dam", "Teo Brandt", "plan", "to close the dam", True),
        ("reports that the dam is old were false", "", "reports", "the dam is old", False),
        ("there were fears that the dam is old", "", "fears", "the dam is old", True),
        ("she loathed what Teo Brandt called a raid", "Teo Brandt", "called", "a raid", False),
        ("Teo Brandt called it a raid", "Teo Brandt", "called", "a raid", True),
    ],
)
def test_an_act_that_is_only_spoken_of_is_not_routed_through_who_speaks_of_it(words, source, cue, content, routed):
    text = f"Ana Sorin said {words}."
    outer, inner = said(text, "Ana Sorin", "said", words), said(text, source, cue, content, 14, inside=0)
    assert ("Ana Sorin" in built(text, outer, inner)[1]) is routed


def test_words_that_are_quoted_in_part_are_presupposed_too():
    text = 'Clerks asked Ana Sorin why Teo Brandt had said the dam was "rotten."'
    content = 'why Teo Brandt had said the dam was "rotten."'
    outer = said(text, "Clerks", "asked", content, stance=Stance.ASKS, form=Form.MIXED)
    inner = said(text, "Teo Brandt", "had said", 'the dam was "rotten."', inside=0)
    assert built(text, outer, inner)[1] == f"{POST} > Teo Brandt:unstated"


@pytest.mark.parametrize(
    ("words", "stance"),
    [("that the council wants Teo Brandt to leave", "states"), ("to leave", "wants"), ("the mayor to leave", "wants")],
)
def test_only_who_is_told_to_do_something_is_wanted_to(words, stance):
    hearer = "" if words.startswith("the mayor") else "Radio Lumen "
    found = credtag.tag(f"Ana Sorin told {hearer}{words}.").frames().claims
    assert found[found.form != "narrated"].stance.iloc[0] == stance


@pytest.mark.parametrize(
    ("later", "kept"),
    [
        ("Sorin told the station that it would last.", True),
        ("Sorin told the FBI that it would last.", False),
        ("Sorin told one police officer that it would last.", False),
        ("In the same interview, Sorin said it would last.", True),
        ("In a separate interview, Sorin said it would last.", False),
        ('"It will last," Sorin said in a different media appearance.', False),
        ('"It will last," Sorin said on another occasion.', False),
        ("Sorin's criticism of the mayor was sharp.", False),
        ('"It will last," claims Sorin.', True),
        ("Sorin was in Belmar on Monday, holding a rally at the port. The mayor said it would last.", False),
        ("Teo Brandt held a rally at the port. Sorin said it would last.", True),
        ("Speaking later on the same show, Teo Brandt said it would last.", True),
        ("Teo Brandt, appearing on the same program, said it would last.", True),
        ("Teo Brandt said he would watch the same show again.", False),
    ],
)
def test_an_interviewer_is_kept_until_another_occasion_is_named(later, kept):
    found = credtag.tag(f"Mayor Ana Sorin told Radio Lumen that the dam was safe.\n\n{later}").frames().claims
    chain = found[found.form != "narrated"].chain.iloc[-1]
    assert ("Radio Lumen" in chain) is kept


def test_agentless_words_have_an_unspecified_link_without_identity():
    text = "The pass was reportedly shut."
    article = document.read(text, publisher="The Harbour Post")
    found = Attribution((Span(0, 12), Span(24, 28)), cue=(Span(13, 23),))
    found = evolve(found, occasion=occasion.find(article, found))
    ((_, link),) = chain.build(article, [found], source.resolve(article, [found]))
    assert (link.source_id, link.name, link.naming, link.role) == (None, None, Naming.UNSPECIFIED, Role.ORIGIN)
    assert article.slice(link.span) == "reportedly"


@pytest.mark.parametrize(
    ("outer", "owner"),
    [("the union's request to see the file", "the union's"), ("a request by the union to see the file", "the union")],
)
def test_a_request_that_is_turned_down_is_not_routed_through_who_turns_it_down(outer, owner):
    text = f"The board rejected {outer}."
    rejected = said(text, "The board", "rejected", outer, stance=Stance.DENIES)
    asked = said(text, owner, "request", "to see the file", inside=0)
    _, inner = built(text, rejected, asked)
    assert inner == f"{POST} > the union:unstated"


def test_an_outlet_and_a_document_speak_in_their_own_voice():
    text = "The Belmar Times reported that the dam is old. A report by the auditors says the lake is low."
    chains = built(
        text,
        said(text, "The Belmar Times", "reported", "the dam is old"),
        said(text, "A report by the auditors", "says", "the lake is low"),
    )
    assert chains[0].endswith(":report")
    assert chains[1].endswith(":document")


def test_the_publisher_as_witness_is_a_chain_of_one():
    text = "The Harbour Post saw smoke over the dam. The Harbour Post has learned that the dam is old."
    article = document.read(text, publisher="The Harbour Post")
    every = [
        said(text, "The Harbour Post", "saw", "smoke over the dam"),
        said(text, "The Harbour Post", "has learned", "the dam is old", 40),
    ]
    every = [evolve(a, occasion=occasion.find(article, a)) for a in every]
    (saw,), (learned,) = chain.build(article, every, source.resolve(article, every))
    assert (saw.channel, learned.channel) == (Channel.OBSERVATION, Channel.REPORT)
    assert saw.stated


@pytest.mark.parametrize(
    ("source", "cue", "channel"),
    [
        ("The Harbour Post", "has found", Channel.OBSERVATION),
        ("The Harbour Post", "identified", Channel.OBSERVATION),
        ("A Harbour Post investigation", "found", Channel.OBSERVATION),
        ("The Harbour Post", "reported", Channel.REPORT),
    ],
)
def test_the_publisher_has_seen_what_it_found(source, cue, channel):
    claims = credtag.tag(f"{source} {cue} that the dam is old.", publisher="The Harbour Post").claims
    assert [link.channel for link in claims[0].chain] == [channel]


@pytest.mark.parametrize(
    ("told", "chain"),
    [
        ("dismissed a Radio Lumen report in which", "Radio Lumen:broadcast > clerks:unstated"),
        ("dismissed a report in which", "clerks:unstated"),
        ("recalled a meeting in which", "Ana Sorin:unstated > clerks:unstated"),
    ],
)
def test_what_is_said_in_a_report_was_not_said_by_who_tells_of_the_report(told, chain):
    text = f"Ana Sorin {told} clerks said the dam was safe."
    content = text.partition(" ")[2].partition(" ")[2].partition(" ")[2][:-1]
    outer = said(text, "Ana Sorin", told.partition(" ")[0], content, form=Form.INDIRECT)
    inner = said(text, "clerks", "said", "the dam was safe", inside=0)
    assert built(text, outer, inner)[1] == f"{POST} > {chain}"


@pytest.mark.parametrize(
    ("occasion", "chain"),
    [
        ("At a round-table interview on Monday with Radio Lumen", "[Radio Lumen:broadcast] > Ana Sorin:interview"),
        ("In a recent issue of the Belmar Review", "Belmar Review:report > Ana Sorin:unstated"),
        ("In a note to her 300 Instagram followers", "Ana Sorin:social_post"),
        ("With no wish to see the followers", "Ana Sorin:unstated"),
    ],
)
def test_issues_and_followers_tell_how_words_came(occasion, chain):
    text = f"{occasion}, Ana Sorin said the dam was safe."
    assert built(text, said(text, "Ana Sorin", "said", "the dam was safe")) == [f"{POST} > {chain}"]


def test_a_letter_is_of_all_who_sent_it():
    text = "Mayor Ana Sorin and Governor Pavel Drun sent a letter. The letter said the dam was safe."
    (links,) = built(text, said(text, "The letter", "said", "the dam was safe", 50))
    assert "Ana Sorin and Pavel Drun" in links


@pytest.mark.parametrize(
    "written",
    [
        "“The clerk said the pier was old,” Ana Sorin wrote.",
        "“The clerk said the pier was old,” wrote Ana Sorin.",
        "Ana Sorin wrote that the clerk said the pier was old.",
    ],
)
def test_a_letter_is_of_who_wrote_and_of_nobody_quoted_in_it(written):
    claims = credtag.tag(f"{written} The letter said the dam was safe.").claims
    assert claims[-1].chain[-1].name == "Ana Sorin"


def test_a_dateline_is_no_source():
    text = "The dam\n\nMARN -- The dam is old.\n\nThe letter was late. It said the dam was safe."
    assert "MARN" not in built(text, said(text, "It", "said", "the dam was safe", 50))[0]


def test_a_narrated_claim_is_the_publishers():
    text = "The dam is old."
    article = document.read(text, publisher="The Harbour Post")
    narrated = Attribution((Span(0, 14),), form=Form.NARRATED)
    ((link,),) = chain.build(article, [narrated], source.resolve(article, []))
    assert (link.role, link.name, link.stated) == (Role.PUBLISHER, "The Harbour Post", False)


def test_a_carried_interviewer_is_not_stated():
    text = "The dam is safe, Ana Sorin told Radio Lumen. Sorin said the lake was low."
    article = document.read(text, publisher="The Harbour Post")
    every = [
        said(text, "Ana Sorin", "told", "The dam is safe"),
        said(text, "Sorin", "said", "the lake was low", 40),
    ]
    every = [evolve(a, occasion=occasion.find(article, a)) for a in every]
    first, second = chain.build(article, every, source.resolve(article, every))
    assert [link.stated for link in first] == [False, True, True]
    assert [link.stated for link in second] == [False, False, True]


def test_an_unresolved_phrase_never_raises():
    text = "The dam is safe, she said."
    article = document.read(text)
    found = said(text, "she", "said", "The dam is safe")
    sources = evolve(source.resolve(article, [found]), resolutions=(Resolution(Span(0, 3), None),))
    ((publisher, origin),) = chain.build(article, [found], sources)
    assert publisher.name is None
    assert origin.naming is Naming.UNSPECIFIED


@pytest.mark.parametrize(
    ("outlet", "channel"),
    [
        ("broadcaster Kanal", "broadcast"),
        ("state television channel Kanal 5", "broadcast"),
        ("the newspaper Dnes", "report"),
        ("the legal newsletter Dnes", "report"),
        ("the technology site Dnes", "report"),
        ("Agence Dnes", "report"),
    ],
)
def test_an_outlet_that_the_article_introduces_is_an_interviewer(outlet, channel):
    text = f"Ana Sorin told {outlet} that the dam was safe."
    name = outlet if outlet.startswith("Agence") else "Kanal 5" if "5" in outlet else outlet.split()[-1]
    assert built(text, said(text, "Ana Sorin", "told", "the dam was safe")) == [
        f"{POST} > [{name}:{channel}] > Ana Sorin:interview"
    ]


def test_an_outlet_once_introduced_is_known_later():
    text = "The broadcaster RTK showed the dam. Ana Sorin told RTK the dam was safe."
    assert built(text, said(text, "Ana Sorin", "told", "the dam was safe")) == [
        f"{POST} > [RTK:broadcast] > Ana Sorin:interview"
    ]


def test_the_last_word_of_an_outlet_is_known_once_its_whole_name_was_read():
    text = "The Marlow Chronicle asked. The dam leaks, according to papers seen by the Chronicle."
    (links,) = built(text, said(text, "papers seen by the Chronicle", "according to", "The dam leaks"))
    assert "Chronicle" in links


def test_sources_that_an_outlet_cites_are_a_link_without_a_name():
    text = "Radio Lumen reported, citing three sources, that the dam was safe."
    assert built(text, said(text, "Radio Lumen", "reported", "the dam was safe")) == [
        f"{POST} > Radio Lumen:broadcast > unspecified:unstated"
    ]


def test_a_body_whose_name_begins_like_an_outlets_is_no_interviewer():
    text = "The dam is safe, Ana Sorin told the National Association of Harbours."
    assert built(text, said(text, "Ana Sorin", "told", "The dam is safe")) == [f"{POST} > Ana Sorin:unstated"]


@pytest.mark.parametrize(
    ("source", "cue", "channel"),
    [
        ("The Supreme Court", "said", "document"),
        ("A federal appeals court", "rejected", "document"),
        ("A federal judge", "ruled", "document"),
        ("A federal judge", "said", "unstated"),
        ("A court clerk", "said", "unstated"),
    ],
)
def test_a_court_speaks_by_its_rulings(source, cue, channel):
    text = f"{source} {cue} the ban was lawful."
    (found,) = built(text, said(text, source, cue, "the ban was lawful"))
    assert found.rpartition(":")[2] == channel


def test_a_ruling_is_carried_on():
    text = "Judge Ana Sorin ruled the dam was safe. She said nobody had checked it."
    parts = ("Judge Ana Sorin", "ruled", "the dam was safe"), ("She", "said", "nobody had checked it")
    assert built(text, *(said(text, *words) for words in parts))[1] == f"{POST} > Ana Sorin:document"


@pytest.mark.parametrize(
    ("outlet", "channel"),
    [
        ("Radio Lumen", "broadcast"),
        ("The broadcaster RTK", "broadcast"),
        ("Harbour Watch, a Telegram channel,", "social_post"),
        ("The Telegram channel Kompas", "social_post"),
        ("The Belmar Herald", "report"),
        ("The Belmar Letter, a newsletter,", "report"),
        ("The Harbour Post", "report"),
    ],
)
def test_an_outlet_speaks_by_its_medium(outlet, channel):
    text = f"{outlet} said the dam was safe."
    (found,) = built(text, said(text, outlet, "said", "the dam was safe"))
    assert found.rpartition(":")[2] == channel


@pytest.mark.parametrize(
    ("asked", "channel"),
    [
        ("Only 52 percent of voters", "poll"),
        ("Nearly eight of 10 voters", "poll"),
        ("A majority of voters", "poll"),
        ("Two of the drivers", "unstated"),
        ("A majority of ministers", "unstated"),
    ],
)
def test_a_share_of_those_asked_answers_a_poll(asked, channel):
    text = f"{asked} said the dam was safe."
    (found,) = built(text, said(text, asked, "said", "the dam was safe"))
    assert found.rpartition(":")[2] == channel


def test_who_told_the_speaker_gave_no_interview():
    text = '"A clerk told me the dam was safe," Ana Sorin said.'
    outer = said(text, "Ana Sorin", "said", '"A clerk told me the dam was safe,"')
    inner = said(text, "A clerk", "told", "the dam was safe", inside=0)
    assert built(text, outer, inner)[1] == f"{POST} > Ana Sorin:unstated > a clerk:unstated"


def test_a_reply_is_given_where_the_question_was_put():
    text = "In the Commons, Ivo Marn asked who had paid. Petra Holm told him the files were lost."
    parts = ("Ivo Marn", "asked", "who had paid"), ("Petra Holm", "told", "the files were lost")
    assert built(text, *(said(text, *words) for words in parts))[1] == f"{POST} > Petra Holm:speech"


def test_the_publisher_in_short_is_no_interviewer():
    text = "The dam is safe, Ana Sorin told the Post."
    assert built(text, said(text, "Ana Sorin", "told", "The dam is safe")) == [f"{POST} > Ana Sorin:interview"]


def test_an_outlet_in_its_report_speaks_in_its_own_voice():
    text = "In its report, the Belmar Herald said the dam was safe."
    found = said(text, "the Belmar Herald", "said", "the dam was safe")
    assert built(text, found)[0].endswith("Belmar Herald:report")


def test_an_outlet_is_known_by_its_first_name():
    text = "Fox News showed the dam. Ana Sorin told Fox the dam was safe."
    assert built(text, said(text, "Ana Sorin", "told", "the dam was safe")) == [
        f"{POST} > [Fox News:report] > Ana Sorin:interview"
    ]


@pytest.mark.parametrize(
    ("told", "chain"),
    [
        ("a Tavrian magazine", "[a Tavrian magazine:report] > Ana Sorin:interview"),
        ("the researchers", "[the researchers:report] > Ana Sorin:interview"),
        ("the agency", "Ana Sorin:unstated"),
        ("the council", "Ana Sorin:unstated"),
    ],
)
def test_an_outlet_that_is_only_described_asks_too(told, chain):
    text = f"Ana Sorin told {told} that the dam was safe."
    assert built(text, said(text, "Ana Sorin", "told", "the dam was safe")) == [f"{POST} > {chain}"]


def test_an_event_before_which_something_was_said_is_not_its_occasion():
    text = "Workers held a press conference shortly after Ana Sorin said the dam was safe."
    assert built(text, said(text, "Ana Sorin", "said", "the dam was safe")) == [f"{POST} > Ana Sorin:unstated"]


@pytest.mark.parametrize(
    ("speaker", "channel"), [("The presenter", "broadcast"), ("A voice-over", "broadcast"), ("The tenor", "unstated")]
)
def test_a_presenter_speaks_on_air(speaker, channel):
    text = f"{speaker} said the dam was safe."
    (found,) = built(text, said(text, speaker, "said", "the dam was safe"))
    assert found.rpartition(":")[2] == channel


@pytest.mark.parametrize(
    ("scene", "channel"),
    [
        ("Ana Sorin held a news conference in Belmar.", "press_conference"),
        ("Ana Sorin took questions from reporters.", "press_conference"),
        ("Ana Sorin took the stand on Monday.", "testimony"),
        ("First on the stand was Ana Sorin.", "testimony"),
        ("Ana Sorin testified before a Senate committee.", "testimony"),
        ("Ana Sorin addressed a rally in Belmar.", "speech"),
        ("Ana Sorin spoke briefly on the courthouse steps.", "speech"),
        ("Ana Sorin took to the steps of City Hall.", "speech"),
        ("Ana Sorin gave nothing away at her press conference.", "press_conference"),
        ("We spoke by phone to Ana Sorin, a nurse.", "interview"),
        ("Ana Sorin spoke to us on Monday.", "interview"),
        ("Ana Sorin left before we spoke to Ivo Marn.", "unstated"),
        ("Ana Sorin stood by as Ivo Marn took the stage.", "unstated"),
        ("Ivo Marn took the stage before Ana Sorin did.", "unstated"),
        ("Ana Sorin arrived at a rally in Belmar.", "unstated"),
    ],
)
def test_a_scene_tells_how_its_speaker_speaks(scene, channel):
    text = f"{scene} The dam is safe, Ana Sorin said."
    found = said(text, "Ana Sorin", "said", "The dam is safe", after=len(scene))
    assert built(text, found) == [f"{POST} > Ana Sorin:{channel}"]


def test_a_scene_does_not_hold_for_another_time():
    text = "Ana Sorin took the stand. In 2031, Ana Sorin said the dam was safe."
    found = said(text, "Ana Sorin", "said", "the dam was safe", after=26)
    assert built(text, found) == [f"{POST} > Ana Sorin:unstated"]


@pytest.mark.parametrize(
    ("cue", "content", "chain"),
    [
        ("attributed", "the news", "Belmar Herald:report > two clerks:unstated"),
        ("cited", "two clerks", "Belmar Herald:report > two clerks:unstated"),
        ("noted", "the smoke", "Belmar Herald:report"),
    ],
)
def test_a_report_is_traced_to_whom_the_next_sentence_cites(cue, content, chain):
    rest = " to two clerks" if content == "the news" else ""
    text = f"The Belmar Herald said the dam was safe. It {cue} {content}{rest}."
    parts = ("The Belmar Herald", "said", "the dam was safe"), ("It", cue, content)
    assert built(text, *(said(text, *words) for words in parts))[0] == f"{POST} > {chain}"


def test_who_is_cited_as_saying_something_else_is_not_behind_the_report_before():
    text = "The Belmar Herald said the dam was safe. It cited a clerk as saying the pier was old."
    parts = ("The Belmar Herald", "said", "the dam was safe"), ("It", "cited", "the pier was old")
    first, second = built(text, *(said(text, *words) for words in parts))
    assert (first, second) == (f"{POST} > Belmar Herald:report", f"{POST} > Belmar Herald:report > a clerk:unstated")


def test_an_inner_claim_keeps_the_order_of_the_outer_chain():
    text = "Ivo Marn said the dam was safe, the Belmar Herald reported, quoting a clerk."
    outer = said(text, "the Belmar Herald", "reported", "Ivo Marn said the dam was safe")
    inner = said(text, "Ivo Marn", "said", "the dam was safe", inside=0)
    assert built(text, outer, inner)[1] == f"{POST} > Belmar Herald:report > a clerk:unstated > Ivo Marn:unstated"


@pytest.mark.parametrize(
    ("source", "chain"),
    [
        ("Ana Sorin", "Ana Sorin:unstated"),
        ("Radio Lumen", "Radio Lumen:broadcast > statistics:document"),
    ],
)
def test_a_person_who_cites_papers_speaks_for_herself(source, chain):
    text = f"{source} said, citing statistics, that the dam was safe."
    assert built(text, said(text, source, "said", "the dam was safe")) == [f"{POST} > {chain}"]


def test_a_source_that_tells_where_it_spoke_keeps_its_interviewer():
    text = "Ana Sorin said she had been misquoted: she had told Radio Lumen the dam was safe."
    outer = said(text, "Ana Sorin", "said", "she had been misquoted: she had told Radio Lumen the dam was safe")
    inner = said(text, "she", "had told", "the dam was safe", after=39, inside=0)
    assert built(text, outer, inner)[1] == f"{POST} > [Radio Lumen:broadcast] > Ana Sorin:interview"


def test_who_is_cited_is_behind_the_source_past_an_apposition():
    text = "Radio Lumen cited Ivo Marn, a chemist, as saying that the dam was safe."
    assert built(text, said(text, "Radio Lumen", "cited", "the dam was safe")) == [
        f"{POST} > Radio Lumen:broadcast > Ivo Marn:unstated"
    ]


def test_an_inner_claim_has_no_occasion_outside_the_content_that_holds_it():
    text = "Radio Lumen reported that the pilot had refused to fly, quoting a clerk."
    outer = said(text, "Radio Lumen", "reported", "the pilot had refused to fly")
    inner = said(text, "the pilot", "had refused", "to fly", inside=0)
    assert built(text, outer, inner)[1] == (f"{POST} > Radio Lumen:broadcast > a clerk:unstated > the pilot:unstated")


@pytest.mark.parametrize(
    ("again", "chain"),
    [
        ("told the newspaper", "[Belmar Lantern:report] > Ana Sorin:interview"),
        ("told the council", "Ana Sorin:unstated"),
        ("told a newspaper", "[a newspaper:report] > Ana Sorin:interview"),
    ],
)
def test_an_outlet_is_known_by_what_it_is_called_later(again, chain):
    text = f"The pier is old, Ana Sorin told the Belmar Lantern. The dam is safe, Sorin {again}."
    parts = ("Ana Sorin", "told", "The pier is old"), ("Sorin", "told", "The dam is safe", 52)
    assert built(text, *(said(text, *words) for words in parts))[1] == f"{POST} > {chain}"


def test_a_body_is_no_outlet_because_a_newspaper_is_told_more():
    text = "The pier is old, Ana Sorin told the Belmar Council. The dam is safe, Sorin told the newspaper."
    assert built(text, said(text, "Ana Sorin", "told", "The pier is old")) == [f"{POST} > Ana Sorin:unstated"]


@pytest.mark.parametrize(
    ("cue", "relayed"), [("added", True), ("also said", True), ("said", False), ("had promised", False)]
)
def test_a_relay_is_carried_on_for_what_is_added(cue, relayed):
    text = f"The dam is safe, Ana Sorin said in a letter seen by Radio Lumen. Sorin {cue} that the pier was old."
    parts = ("Ana Sorin", "said", "The dam is safe"), ("Sorin", cue, "the pier was old", 65)
    assert ("Radio Lumen" in built(text, *(said(text, *words) for words in parts))[1]) is relayed


@pytest.mark.parametrize(
    ("asked", "chain"),
    [
        ("four in ten", "a poll by Ostrava Research:poll"),
        ("54 per cent of respondents", "a poll by Ostrava Research:poll"),
        ("four members", "four members:unstated"),
    ],
)
def test_a_share_of_those_asked_has_the_poll_for_its_source(asked, chain):
    text = f"A poll by Ostrava Research found that most backed the dam, but {asked} said the pier was old."
    parts = ("A poll by Ostrava Research", "found", "most backed the dam"), (asked, "said", "the pier was old")
    assert built(text, *(said(text, *words) for words in parts))[1] == f"{POST} > {chain}"


@pytest.mark.parametrize(("found", "channel"), [("a leaked memo", "leak"), ("a report", "written_statement")])
def test_one_of_the_papers_that_leaked_is_leaked_too(found, channel):
    text = f"The dam is safe, according to {found}. In one email, Ana Sorin wrote that the pier was old."
    parts = (found, "according to", "The dam is safe"), ("Ana Sorin", "wrote", "the pier was old")
    assert built(text, *(said(text, *words) for words in parts))[1] == f"{POST} > Ana Sorin:{channel}"


@pytest.mark.parametrize(
    ("cue", "channel"), [("urged", "interview"), ("called on", "interview"), ("wants", "unstated")]
)
def test_what_is_urged_is_uttered_on_the_same_occasion_but_no_wish_is(cue, channel):
    text = f"The dam is safe, Ana Sorin told The Harbour Post. Sorin {cue} the council to close the pier."
    wish = said(text, "Sorin", cue, "the council to close the pier", after=50)
    every = said(text, "Ana Sorin", "told", "The dam is safe"), evolve(wish, cue_type=CueType.INTENTION)
    assert built(text, *every)[1] == f"{POST} > Ana Sorin:{channel}"


@pytest.mark.parametrize(("lead", "channel"), [("", "written_statement"), ("It turned sour after ", "unstated")])
def test_what_only_dates_something_is_on_no_standing_occasion(lead, channel):
    text = f"The dam is safe, Ana Sorin said in a statement. {lead}Sorin called the mayor a fraud."
    parts = ("Ana Sorin", "said", "The dam is safe"), ("Sorin", "called", "the mayor a fraud", 48)
    assert built(text, *(said(text, *words) for words in parts))[1] == f"{POST} > Ana Sorin:{channel}"


@pytest.mark.parametrize(("cue", "channel"), [("found", "document"), ("said", "unstated")])
def test_what_researchers_find_they_have_put_on_paper(cue, channel):
    text = f"The researchers {cue} that the pier was old."
    assert built(text, said(text, "The researchers", cue, "the pier was old")) == [
        f"{POST} > the researchers:{channel}"
    ]


def test_the_newspaper_that_is_told_is_the_one_named_before():
    text = "The Belmar Herald said the pier was old. The dam is safe, Ana Sorin told the newspaper."
    parts = ("The Belmar Herald", "said", "the pier was old"), ("Ana Sorin", "told", "The dam is safe", 40)
    assert built(text, *(said(text, *words) for words in parts))[1] == (
        f"{POST} > [Belmar Herald:report] > Ana Sorin:interview"
    )


def test_the_newspaper_that_is_told_more_is_not_the_one_named_last():
    text = (
        "The pier is old, Ana Sorin told the Belmar Lantern. The Belmar Herald said the lake was low."
        " The dam is safe, Sorin told the newspaper."
    )
    parts = (
        ("Ana Sorin", "told", "The pier is old"),
        ("The Belmar Herald", "said", "the lake was low"),
        ("Sorin", "told", "The dam is safe", 90),
    )
    assert "Belmar Lantern" in built(text, *(said(text, *words) for words in parts))[2]


@pytest.mark.parametrize(
    ("lead", "cue", "interviewed"),
    [
        ("", "said", True),
        ("At one point, ", "said", True),
        ("Later in the interview, ", "said", True),
        ("On Sunday, ", "said", True),
        ("On Friday, ", "said", False),
        ("In 2009, ", "said", False),
        ("While campaigning in Belmar, ", "said", False),
        ("On the campaign trail, ", "said", False),
        ("In a phone call with Pavel Holm, ", "said", False),
        ("At a party in Belmar, ", "said", False),
        ("Speaking after the vote, ", "said", False),
        ("In her book, ", "said", False),
        ("", "constantly said", False),
        ("", "told aides", False),
    ],
)
def test_an_interview_is_over_where_another_occasion_is_named_whatever_it_is(lead, cue, interviewed):
    text = f"The dam is safe, Ana Sorin told Radio Lumen on Sunday.\n\n{lead}Sorin {cue} that rain was near."
    again = said(text, "Sorin", cue.replace(" aides", ""), "rain was near", 50)
    chains = built(text, said(text, "Ana Sorin", "told", "The dam is safe"), again)
    assert ("[Radio Lumen" in chains[1]) is interviewed


def test_another_occasion_holds_to_the_end_of_its_paragraph():
    text = (
        "The dam is safe, Ana Sorin told Radio Lumen.\n\nIn an earlier interview with the Belmar Post, Sorin said rain was near."
        " Sorin said the lake was low.\n\nSorin said it was late."
    )
    chains = built(
        text,
        said(text, "Ana Sorin", "told", "The dam is safe"),
        said(text, "Sorin", "said", "rain was near", 90),
        said(text, "Sorin", "said", "the lake was low", 118),
        said(text, "Sorin", "said", "it was late", 148),
    )
    assert ["Belmar Post" in links for links in chains] == [False, True, True, False]
    assert ["Radio Lumen" in links for links in chains] == [True, False, False, True]


@pytest.mark.parametrize(
    ("scene", "asked"),
    [
        ("Ana Sorin sat down with Radio Lumen on Monday.", True),
        ("Radio Lumen sat down with Mayor Ana Sorin on Monday.", True),
        ("In an exclusive interview with Radio Lumen, Ana Sorin broke her silence.", True),
        ("During a Radio Lumen town hall, a clerk asked Ana Sorin about the dam.", True),
        ("Ana Sorin, who lost her seat, opened up to Radio Lumen.", True),
        ("Ana Sorin went after him on Monday during a Radio Lumen panel with Jana Holm.", True),
        ("Ana Sorin left the room while a clerk spoke to Radio Lumen.", False),
        ("Ana Sorin had once sat down with Radio Lumen.", False),
        ("Ana Sorin sat down with the council on Monday.", False),
    ],
)
def test_an_interview_that_the_story_tells_of_holds_for_who_gives_it(scene, asked):
    text = f"{scene}\n\nSorin said the dam was safe.\n\nSorin said rain was near."
    first, second = (
        said(text, "Sorin", "said", words, len(scene) + n)
        for words, n in (("the dam was safe", 0), ("rain was near", 30))
    )
    expected = f"{POST} > [Radio Lumen:broadcast] > Ana Sorin:interview" if asked else f"{POST} > Ana Sorin:unstated"
    assert built(text, first, second) == [expected, expected]


@pytest.mark.parametrize(("rest", "asked"), [("to defend the dam", True), ("on Monday", True), ("as a clerk", False)])
def test_a_title_in_quotation_marks_on_which_somebody_appears_is_a_programme(rest, asked):
    text = f'Ana Sorin appeared on "Belmar & Friends" {rest}. Sorin said rain was near.'
    (links,) = built(text, said(text, "Sorin", "said", "rain was near", 40))
    assert ("[Belmar & Friends" in links) is asked


def test_a_post_between_the_words_of_an_interview_does_not_end_it():
    text = (
        "The dam is safe, Ana Sorin told Radio Lumen.\n\nSorin tweeted that it was early. Sorin said it was late."
        "\n\nSorin said rain was near."
    )
    chains = built(
        text,
        said(text, "Ana Sorin", "told", "The dam is safe"),
        said(text, "Sorin", "tweeted", "it was early", 40),
        said(text, "Sorin", "said", "it was late", 75),
        said(text, "Sorin", "said", "rain was near", 100),
    )
    assert ["Radio Lumen" in links for links in chains] == [True, False, False, True]


def test_who_answers_a_question_gives_the_interview():
    text = "During a Radio Lumen town hall, Pavel Holm had a question for Ana Sorin. Holm said he was cold. Sorin said rain was near."
    chains = built(
        text,
        said(text, "Holm", "said", "he was cold", 70),
        said(text, "Sorin", "said", "rain was near", 90),
    )
    assert ["Radio Lumen" in links for links in chains] == [False, True]


def test_an_interviewer_is_not_taken_over_from_another_interview():
    text = (
        "In an interview with a biographer, Ana Sorin said rain was near. The dam is safe, Sorin told Radio Lumen."
        " In an interview with a historian, Sorin said it was late."
    )
    chains = built(
        text,
        said(text, "Ana Sorin", "said", "rain was near"),
        said(text, "Sorin", "told", "The dam is safe", 45),
        said(text, "Sorin", "said", "it was late", 106),
    )
    assert ["Radio Lumen" in links for links in chains] == [False, True, False]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("in an interview with Coastal Today with Rita Holm", "Coastal Today"),
        ('on the podcast "Deep Water"', "Deep Water"),
        ("in an interview with Norland's loyal network RTK", "RTK"),
        ("in a meeting with the editorial board of the Belmar Times", "Belmar Times"),
        ("in an exclusive with Radio Lumen", "Radio Lumen"),
        ("on CBS This Morning", "CBS"),
        ("in an interview with “Radio Lumen”", "Radio Lumen"),
    ],
)
def test_an_interviewer_is_known_by_how_it_is_introduced(words, name):
    text = f"Ana Sorin said {words} that rain was near."
    assert f"[{name}:" in built(text, said(text, "Ana Sorin", "said", "rain was near"))[0]


@pytest.mark.parametrize(
    "found",
    [
        "a letter seen by the Belmar Times",
        "a letter published by the Belmar Times",
        "an email obtained by the Belmar Times",
    ],
)
def test_the_finder_of_a_paper_is_behind_all_that_is_read_out_of_it(found):
    noun = found.split()[1]
    text = (
        f"The dam is safe, Ana Sorin said in {found}. In the {noun}, Sorin said rain was near. “It is late,” she added."
        " Sorin told reporters that it was cold."
    )
    chains = built(
        text,
        said(text, "Ana Sorin", "said", "The dam is safe"),
        said(text, "Sorin", "said", "rain was near", 60),
        said(text, "she", "added", "“It is late,”", 90),
        said(text, "Sorin", "told", "it was cold", 120),
    )
    assert ["Belmar Times" in links for links in chains] == [True, True, True, False]


def test_a_quotation_without_a_cue_goes_on_with_the_occasion():
    text = "The dam is safe, Ana Sorin said in a letter seen by Radio Lumen. “It is late.” It was."
    quotation = Attribution((_span(text, "“It is late.”"),), form=Form.DIRECT)
    chains = built(text, said(text, "Ana Sorin", "said", "The dam is safe"), quotation)
    assert chains[1] == f"{POST} > Ana Sorin:document"


@pytest.mark.parametrize(
    ("told", "asked"), [("CBS This Morning", True), ("“Dawn in Belmar”", True), ("the BBC Trust", False)]
)
def test_who_is_told_is_a_station_by_its_programme(told, asked):
    text = f"Ana Sorin told {told} that rain was near."
    assert ("[" in built(text, said(text, "Ana Sorin", "told", "rain was near"))[0]) is asked


@pytest.mark.parametrize(
    ("scene", "asked"),
    [
        ("Her comments came in an interview with Radio Lumen.", True),
        ("She made the remarks in an interview with Radio Lumen.", True),
        ("Sorin's remarks came in an interview with Radio Lumen.", True),
        ("Sorin gave an interview to Radio Lumen.", False),
    ],
)
def test_a_sentence_behind_words_may_tell_where_they_were_spoken(scene, asked):
    text = f"“The dam is safe,” Ana Sorin said.\n\n{scene}\n\nSorin said rain was near."
    first, second = built(
        text,
        said(text, "Ana Sorin", "said", "“The dam is safe,”"),
        said(text, "Sorin", "said", "rain was near", text.rindex("Sorin")),
    )
    assert ("Radio Lumen" in first, "Radio Lumen" in second) == (asked, True)


def test_a_pronoun_gives_an_interview_where_it_has_one_name_before_it():
    text = "Ana Sorin won. She sat down with Radio Lumen. Sorin said rain was near."
    assert "[Radio Lumen:" in built(text, said(text, "Sorin", "said", "rain was near", 45))[0]
    text = "Ana Sorin beat Pavel Holm. She sat down with Radio Lumen. Sorin said rain was near. Holm said it was late."
    parts = ("Sorin", "said", "rain was near", 58), ("Holm", "said", "it was late", 83)
    assert not any("Radio Lumen" in links for links in built(text, *(said(text, *words) for words in parts)))


def test_then_is_the_occasion_told_last_and_no_new_one():
    text = "In a speech in August, Ana Sorin said the dam was safe. “Rain is near,” she said then."
    chains = built(
        text,
        said(text, "Ana Sorin", "said", "the dam was safe"),
        said(text, "she", "said then", "“Rain is near,”", 55),
    )
    assert chains == [f"{POST} > Ana Sorin:speech"] * 2


def test_what_somebody_wrote_at_the_time_does_not_end_an_interview():
    text = (
        "The dam is safe, Ana Sorin told Radio Lumen.\n\nIn a subsequent note to staff, Sorin said rain was near.\n\n"
        "“It is late,” Sorin wrote at the time.\n\nSorin said it was cold."
    )
    chains = built(
        text,
        said(text, "Ana Sorin", "told", "The dam is safe"),
        said(text, "Sorin", "said", "rain was near", 70),
        said(text, "Sorin", "wrote", "“It is late,”", 90),
        said(text, "Sorin", "said", "it was cold", text.rindex("Sorin")),
    )
    assert ["Radio Lumen" in links for links in chains] == [True, False, False, True]


def test_many_interviews_told_of_afterwards_take_linear_time():
    text = "Ana Sorin said the pier was old. Her comments came in an interview with Radio Lumen.\n\n" * 4000
    tagger = credtag.Tagger(extract=attribution.by_rules)
    began = time.process_time()
    assert len(tagger.tag(text).claims) >= 4000
    assert time.process_time() - began < 8  # three times as long if each looks through all


@pytest.mark.parametrize(
    ("occasion", "channel"),
    [
        ("at a news conference", "press_conference"),
        ("at a recent news conference", "unstated"),
        ("in a speech last week", "speech"),
        ("at an earlier hearing", "unstated"),
    ],
)
def test_an_occasion_of_the_past_holds_for_its_paragraph_only(occasion, channel):
    text = f"The dam is safe, Ana Sorin said {occasion}.\n\nSorin said the pier was old."
    first = said(text, "Ana Sorin", "said", "The dam is safe")
    second = said(text, "Sorin", "said", "the pier was old", text.index("\n"))
    assert built(text, first, second)[1] == f"{POST} > Ana Sorin:{channel}"


@pytest.mark.parametrize(("verb", "channel"), [("found", "document"), ("asked", "unstated")])
def test_a_panel_decides_in_writing(verb, channel):
    text = f"An arbitration panel {verb} that the dam was safe."
    (found,) = built(text, said(text, "An arbitration panel", verb, "the dam was safe"))
    assert found.rpartition(":")[2] == channel


@pytest.mark.parametrize(
    ("words", "links"),
    [
        ('On Monday\'s episode of "The Pavel Quill Show," Ana Sorin said', "[Pavel Quill Show:broadcast]"),
        ("In an interview published on Friday by the Belmar Times, Ana Sorin said", "[Belmar Times:report]"),
        ("Speaking to the local newspaper, the Belmar Times, Ana Sorin said", "[Belmar Times:report]"),
        ("Ana Sorin told listeners of Radio Lumen", "[Radio Lumen:broadcast]"),
        ("Ana Sorin told the French-language channel Kor", "[Kor:report]"),
        ("During her time on Radio Lumen, Ana Sorin said", None),
    ],
)
def test_a_programme_and_a_paper_ask_in_many_words(words, links):
    text = f"{words} that the dam was safe."
    cue = "told" if "told" in words else "said"
    (chain_,) = built(text, said(text, "Ana Sorin", cue, "the dam was safe"))
    asked = [link for link in chain_.split(" > ") if link.startswith("[")]
    assert asked == ([links] if links else [])


def test_who_tells_the_reporter_more_tells_no_other_outlet():
    text = "The dam is safe, Ana Sorin told Radio Lumen. Rain is near, she told me."
    first, second = said(text, "Ana Sorin", "told", "The dam is safe"), said(text, "she", "told", "Rain is near", 44)
    assert built(text, first, second)[1] == f"{POST} > Ana Sorin:interview"


@pytest.mark.parametrize(
    ("sources", "credited"), [("sources", True), ("a source", True), ("officials", False), ("Ana Sorin", False)]
)
def test_bare_sources_behind_the_report_of_an_outlet_are_its_own(sources, credited):
    text = f"Radio Lumen reports that the dam is safe. Rain is near, {sources} said."
    first = said(text, "Radio Lumen", "reports", "the dam is safe")
    second = said(text, sources, "said", "Rain is near", 41)
    assert ("Radio Lumen" in built(text, first, second)[1]) is credited


@pytest.mark.parametrize(
    ("praised", "told", "channel"),
    [
        ("praised the crew", "told a rally", "speech"),
        ("has long praised the crew", "told a rally", "unstated"),
        ("praised the crew on Facebook", "told a rally", "social_post"),
        ("praised the crew", "told her son", "unstated"),
    ],
)
def test_words_are_spoken_where_others_of_their_sentence_are(praised, told, channel):
    text = f"Ana Sorin {praised} and {told} that the dam was safe."
    parts = (
        said(text, "Ana Sorin", praised.partition(" the crew")[0], "the crew"),
        said(text, "Ana Sorin", "told", "the dam was safe"),
    )
    assert built(text, *parts)[0] == f"{POST} > Ana Sorin:{channel}"


@pytest.mark.parametrize(("verb", "channel"), [("wrote to the mayor", "document"), ("wrote", "written_statement")])
def test_who_writes_to_somebody_writes_a_letter(verb, channel):
    text = f"Ana Sorin {verb} that the dam was safe."
    assert built(text, said(text, "Ana Sorin", "wrote", "the dam was safe")) == [f"{POST} > Ana Sorin:{channel}"]


@pytest.mark.parametrize(("speaker", "channel"), [("A reporter", "press_conference"), ("A tenant", "unstated")])
def test_a_reporter_asks_at_a_press_conference(speaker, channel):
    text = f"{speaker} asked whether the dam was safe."
    question = said(text, speaker, "asked", "whether the dam was safe")
    assert built(text, evolve(question, cue_type=CueType.QUESTION))[0].rpartition(":")[2] == channel


@pytest.mark.parametrize(
    ("occasion", "name"),
    [
        ("In an interview on The Long Pier, a podcast about the sea,", "The Long Pier"),
        ("In an interview with the October issue of Marquee,", "Marquee"),
        ("In an interview with Marquee magazine,", "Marquee"),
        ("Speaking on Lumen FM on Monday,", "Lumen FM"),
        ("Speaking to the newsroom Lantern,", "Lantern"),
        ("Speaking to Coral, a charity for sailors,", None),
        ("In the thorny issue of Karvia,", None),
    ],
)
def test_an_outlet_is_introduced_by_what_it_prints_or_is(occasion, name):
    text = f"{occasion} Ana Sorin said the dam was safe."
    (found,) = built(text, said(text, "Ana Sorin", "said", "the dam was safe"))
    assert (found.count(">") == 2, name or "") == (
        name is not None,
        found[found.find("[") + 1 :].partition(":")[0] if name else "",
    )


def test_a_magazine_is_called_by_its_kind_after_its_issue_was_named():
    text = "In the latest issue of Marquee, Ana Sorin said the dam was safe. The pier is old, Sorin told the magazine."
    parts = ("Ana Sorin", "said", "the dam was safe"), ("Sorin", "told", "The pier is old", 64)
    assert built(text, *(said(text, *words) for words in parts)) == [
        f"{POST} > Marquee:report > Ana Sorin:unstated",
        f"{POST} > [Marquee:report] > Ana Sorin:interview",
    ]


@pytest.mark.parametrize(
    "found", ["that the weekly Lantern printed after the flood", "obtained last month by the Belmar Ledger"]
)
def test_who_printed_or_obtained_a_letter_is_a_relay(found):
    text = f"In a letter {found}, Ana Sorin said the dam was safe."
    (chain_,) = built(text, said(text, "Ana Sorin", "said", "the dam was safe"))
    assert chain_.endswith(":report > Ana Sorin:document")


@pytest.mark.parametrize(("owner", "channel"), [("her", "unstated"), ("the", "document")])
def test_what_somebody_thinks_of_a_thing_is_no_paper(owner, channel):
    text = f"In {owner} assessment of the pier, Ana Sorin said the dam was safe."
    assert built(text, said(text, "Ana Sorin", "said", "the dam was safe")) == [f"{POST} > Ana Sorin:{channel}"]


def test_the_name_of_a_programme_is_no_other_time():
    text = (
        "The pier is old, Ana Sorin said in a statement. "
        'Speaking on Radio Lumen\'s "This Week," Sorin said the dam was safe. The bank is dry, Sorin said.'
    )
    parts = (
        ("Ana Sorin", "said", "The pier is old"),
        ("Sorin", "said", "the dam was safe", 48),
        ("Sorin", "said", "The bank is dry", 110),
    )
    assert (
        built(text, *(said(text, *words) for words in parts))[2]
        == f"{POST} > [Radio Lumen:broadcast] > Ana Sorin:interview"
    )


@pytest.mark.parametrize(("cue", "relayed"), [("also said", True), ("said", False)])
def test_whom_an_outlet_reports_or_cites_it_passes_on_for_what_is_added(cue, relayed):
    text = f"The Belmar Ledger reported that a clerk had told Radio Lumen the dam was safe. The clerk {cue} the pier was old."
    outer = said(text, "The Belmar Ledger", "reported", "a clerk had told Radio Lumen the dam was safe")
    inner = said(text, "a clerk", "had told", "the dam was safe", inside=0)
    more = said(text, "The clerk", cue, "the pier was old")
    links = f"{'Belmar Ledger:report > ' if relayed else ''}[Radio Lumen:broadcast] > a clerk:interview"
    assert built(text, outer, inner, more)[2] == f"{POST} > {links}"
    text = f"Radio Lumen, citing two clerks, said the dam was safe. The clerks {cue} the pier was old."
    cited = said(text, "Radio Lumen", "said", "the dam was safe"), said(text, "The clerks", cue, "the pier was old")
    assert ("Radio Lumen" in built(text, *cited)[1]) is relayed


@pytest.mark.parametrize(("where", "relayed"), [("In the message", True), ("In a message", False), ("In May", False)])
def test_words_in_a_paper_come_through_who_found_it_whoever_wrote_them(where, relayed):
    text = f"An email seen by Radio Lumen says the dam was safe. {where}, a clerk wrote that the pier was old."
    parts = ("An email seen by Radio Lumen", "says", "the dam was safe"), ("a clerk", "wrote", "the pier was old")
    assert ("Radio Lumen" in built(text, *(said(text, *words) for words in parts))[1]) is relayed


@pytest.mark.parametrize(("cue_type", "channel"), [(CueType.BELIEF, "interview"), (CueType.EMOTION, "unstated")])
def test_a_belief_is_told_in_an_interview_and_a_hope_is_not(cue_type, channel):
    text = "The dam is safe, Ana Sorin told The Harbour Post. She suspects that the pier is old."
    view = evolve(said(text, "She", "suspects", "the pier is old"), cue_type=cue_type)
    assert built(text, said(text, "Ana Sorin", "told", "The dam is safe"), view)[1] == f"{POST} > Ana Sorin:{channel}"


def test_who_is_told_of_in_a_quotation_does_not_say_it():
    text = 'Police questioned the driver. "The officer asked me whether the dam was safe," he said.'
    outer = said(text, "he", "said", '"The officer asked me whether the dam was safe,"')
    inner = said(text, "The officer", "asked", "whether the dam was safe", inside=0)
    assert built(text, outer, inner)[1].endswith(" > the officer:unstated")
    assert "officer" not in built(text, outer, inner)[0]


@pytest.mark.parametrize(
    ("lead", "channel"), [("Asked whether the bank had moved since,", "interview"), ("Years before,", "unstated")]
)
def test_what_a_question_tells_of_is_no_other_time_of_its_answer(lead, channel):
    text = f"The pier is old, Ana Sorin told The Harbour Post. {lead} she replied that the dam was safe."
    parts = ("Ana Sorin", "told", "The pier is old"), ("she", "replied", "the dam was safe")
    assert built(text, *(said(text, *words) for words in parts))[1] == f"{POST} > Ana Sorin:{channel}"
