import re

import pytest
from attrs import evolve

from credtag import caveats, document, source
from credtag.attribution.occasions import occasion
from credtag.caveats import lexicon
from credtag.labels import Category, Certainty, CueType
from credtag.records import Attribution, Span
from credtag.resources import table

_MARKS = {"[": "]", "{": "}", "<": ">"}


def read(text, publisher="The Harbour Post"):
    """Read a text whose attributions are marked, each closed by "|": [source], {cue}, <content>."""
    plain, opened = "", {}
    spans = {mark: [] for mark in _MARKS}
    found = []
    for piece in re.split(r"([\[\]{}<>|])", text):
        if piece in _MARKS:
            opened[piece] = len(plain)
        elif piece == "|":
            found.append(
                Attribution(
                    tuple(spans["<"]), cue=tuple(spans["{"]), source=tuple(spans["["]), cue_type=CueType.STATEMENT
                )
            )
            spans = {mark: [] for mark in _MARKS}
        elif piece and piece in "]}>":
            mark = {v: k for k, v in _MARKS.items()}[piece]
            spans[mark].append(Span(opened[mark], len(plain)))
        else:
            plain += piece
    article = document.read(plain, publisher=publisher, doc_id="d")
    every = [evolve(a, occasion=occasion.find(article, a)) for a in found]
    return article, every, source.resolve(article, every)


def found(text):
    """Return what is said against whom: (owner, category, certainty, asserted by)."""
    article, every, sources = read(text)
    return [
        (
            article.slice(every[c.attribution].span) if c.source_id is None else sources.get(c.source_id).name,
            c.category.value,
            c.certainty.value,
            c.asserted_by,
        )
        for c in caveats.find(article, every, sources)
    ]


HERE = "The Harbour Post"
SAID = "{said} <the pass was shut>.|"


# --------------------------------------------------------------------------- data


@pytest.mark.parametrize("n", range(len(table("lexicon/caveats.tsv"))))
def test_every_row_fires_on_its_example(n):
    raw, row = table("lexicon/caveats.tsv")[n], lexicon.rows()[n]
    article = document.read(raw["example"])
    words = {word for lower in article.lowers for word in (lower, lower.rpartition("-")[2])}
    assert row in lexicon.fitting(words & set(lexicon.triggers()))
    assert any(row.pattern.search(article.normal[s.start : s.end]) for s in article.sentences)


@pytest.mark.parametrize("n", range(len(table("lexicon/caveats_slots.tsv"))))
def test_every_slot_matches_in_its_example(n):
    row = table("lexicon/caveats_slots.tsv")[n]
    assert re.search(lexicon.slot(row["slot"]), row["example"])


@pytest.mark.parametrize("n", range(len(table("lexicon/certainty.tsv"))))
def test_every_certainty_is_told_on_its_example(n):
    row = table("lexicon/certainty.tsv")[n]
    before, words = re.split(r"(?=\b(?:ties to|group)\b)", row["example"], maxsplit=1)
    assert str(lexicon.certainty(before, words)[0]).lower() == row["certainty"]


@pytest.mark.parametrize("row", table("lexicon/caveats_words.tsv"), ids=lambda row: row["class"])
def test_every_class_of_words_has_an_example(row):
    assert set(row["words"].split()) & set(re.findall(r"\w+", row["example"]))


# --------------------------------------------------------------------------- attachment

LINKED = ("Kompas", "security_link")


@pytest.mark.parametrize(
    "text",
    [
        "[Kompas, which is close to the security forces], " + SAID,
        "<The pass is shut>, {according to} [a report by the Kompas channel, which has links to the security services].|",
        "[Kompas], a channel with close ties to the security forces, " + SAID,
        "[Kompas] (a channel linked to military intelligence) " + SAID,
        "[Kompas] — a channel linked to military intelligence — " + SAID,
        "[The FSB-linked channel Kompas] " + SAID,
        "The FSB-linked channel [Kompas] " + SAID,
        "[Kompas] " + SAID + " Kompas has ties to the secret police.",
        "Kompas is run by former officers of the intelligence service. [Kompas] " + SAID,
    ],
)
def test_a_link_is_bound_to_its_source_in_every_shape(text):
    assert [c[:2] for c in found(text)] == [LINKED]
    assert found(text)[0][2:] == ("asserted", HERE)


@pytest.mark.parametrize(
    ("clause", "certainty", "by"),
    [
        ("which is believed to have ties to the security services", "hedged", HERE),
        ("reportedly linked to the security services", "hedged", HERE),
        ("seen as close to the security services", "hedged", HERE),
        ("believed to be run by former officers of the National Security Committee", "hedged", HERE),
        ("which is run from exile by a former intelligence officer", "asserted", HERE),
        ("known for its ties to the security services", "reputed", HERE),
        ("widely seen as close to the security services", "reputed", HERE),
        ("which the opposition says is run by the security services", "attributed", "the opposition"),
        ("accused by the opposition of ties to the security services", "attributed", "the opposition"),
        ("which denies having ties to the security services", "denied", HERE),
    ],
)
def test_certainty_is_kept_as_it_is_put(clause, certainty, by):
    assert found(f"[Kompas, {clause}], {SAID}") == [(*LINKED, certainty, by)]


def test_the_span_of_a_relative_clause_leaves_its_pronoun_out():
    article, every, sources = read("[Kompas, which is believed to have ties to the police], " + SAID)
    (caveat,) = caveats.find(article, every, sources)
    assert article.slice(caveat.span) == "is believed to have ties to the police"


def test_a_sentence_of_its_own_with_an_anaphor():
    text = "[Radio Lumen] " + SAID + " It is believed to have ties to the security services."
    assert found(text) == [("Radio Lumen", "security_link", "hedged", HERE)]


def test_a_caveat_in_a_claim_is_its_speakers():
    text = "[Kompas] " + SAID + " <“Kompas is run by the secret police,”> [Ana Marn] {said}.|"
    assert found(text) == [(*LINKED, "attributed", "Ana Marn")]


@pytest.mark.parametrize(
    "text",
    [
        "[Kompas, which has no known links to the security services], " + SAID,
        "[Kompas, which is not linked to the security services], " + SAID,
        "[Moscow-based Kompas] " + SAID,
        "[The Russian newspaper Kompas] " + SAID,
        "[Police] {said} <the singer was believed to be dead>.|",
        "[The bank] " + SAID + " The bank was sanctioned by the United States last year.",
        "[Kompas] {reported} that <a bank linked to the security services had closed>.|",
        "[Ana Marn, the interior minister and a member of the Liberal party], " + SAID,
        "[The publicly funded broadcaster Radio Lumen] " + SAID,
        "[A source close to the security forces] " + SAID,
        "[Ana Marn, who has links to the police federation], " + SAID,
        "Ana Marn, the Belmar senator, campaigned with the mayor. [Marn] " + SAID,
        "The path links to the police station. [Ana Marn] " + SAID,
    ],
)
def test_decoys_are_no_caveats(text):
    assert found(text) == []


# --------------------------------------------------------------------------- categories


@pytest.mark.parametrize(
    ("text", "category", "certainty", "caps"),
    [
        ("[State-run broadcaster Radio Lumen] ", "state_control", "asserted", True),
        ("[Tavria's state news agency, Kurier], ", "state_control", "asserted", True),
        ("[Radio Lumen, which is controlled by the interior ministry], ", "state_control", "asserted", True),
        ("[The state-funded channel Radio Lumen] ", "state_control", "asserted", False),
        ("[The rebel-run health office] ", "party_link", "asserted", True),
        ("[The pro-government daily Kurier] ", "party_link", "asserted", False),
        ("[Radio Lumen, which is close to the ruling party], ", "party_link", "asserted", False),
        ("[Ana Marn, an analyst at the Belmar Centre, a liberal think tank], ", "party_link", "asserted", False),
        ("[Conservative economist Ana Marn] ", "party_link", "asserted", False),
        ("[Radio Lumen, which often cites anonymous police sources], ", "security_link", "asserted", False),
        ("[Kurier, a tabloid known for publishing false stories], ", "track_record", "reputed", True),
        ("[The tabloid Kurier] ", "track_record", "asserted", False),
        ("[Ana Marn, who has been called a charlatan by other doctors], ", "track_record", "attributed", True),
        ("[Ana Marn], who is suing the company, ", "interest", "asserted", False),
        ("[Ana Marn], who has campaigned for the mayor, ", "interest", "asserted", False),
        ("Marn ally [Teo Brandt] ", "interest", "asserted", False),
        ("[The outlawed group Northern Dawn] ", "designation", "asserted", False),
        ("[A clerk, who spoke on condition of anonymity], ", "anonymity", "asserted", False),
    ],
)
def test_categories_of_a_source(text, category, certainty, caps):
    article, every, sources = read(text + SAID)
    first = caveats.find(article, every, sources)[0]
    assert (first.category, first.certainty, first.caps) == (category, certainty, caps)
    assert first.source_id == sources.of(every[0].source[0]).source_id
    assert first.attribution is None


def test_a_designation_keeps_who_made_it():
    text = "[Radio Lumen, which Tavria has labelled a “foreign agent],” " + SAID
    assert found(text) == [("Radio Lumen", "designation", "attributed", "Tavria")]


def test_one_clause_gives_one_caveat_of_a_category():
    assert len(found("[Kurier, a tabloid known for publishing false stories], " + SAID)) == 1
    both = found("[Kurier, which is controlled by the army and has ties to the police], " + SAID)
    assert {c[1] for c in both} == {"state_control", "security_link"}


def test_a_named_speaker_is_not_anonymous():
    assert found("[Ana Marn] {said} <the clerk spoke on condition of anonymity>.|") == []


CLAIM = "the pass was shut"


@pytest.mark.parametrize(
    ("text", "category", "certainty", "by"),
    [
        (
            "[The governor] " + SAID + " The claim could not be independently verified.",
            "not_verified",
            "asserted",
            HERE,
        ),
        (
            "[The governor] " + SAID + " The Harbour Post was unable to verify the claim.",
            "not_verified",
            "asserted",
            HERE,
        ),
        ("[The governor] " + SAID + " There was no independent confirmation.", "not_verified", "asserted", HERE),
        (
            "[The governor] {said}, without providing evidence, that <the pass was shut>.|",
            "no_evidence",
            "asserted",
            HERE,
        ),
        ("[The governor] {said} <the pass was shut>, but offered no proof.|", "no_evidence", "asserted", HERE),
        ("[The governor] " + SAID + " That is false.", "contradicted", "asserted", HERE),
        ("[The governor] falsely {claimed} that <the pass was shut>.|", "contradicted", "asserted", HERE),
        ("[The governor] " + SAID + " Public records show otherwise.", "contradicted", "attributed", "Public records"),
        ("[The governor] " + SAID + " The footage was independently verified.", "verified", "asserted", HERE),
        (
            "[The governor] " + SAID + " Mayor [Ana Marn] {dismissed} <the report> as “nonsense.”|",
            "disputed",
            "attributed",
            "Ana Marn",
        ),
    ],
)
def test_caveats_of_a_claim(text, category, certainty, by):
    assert found(text) == [(CLAIM, category, certainty, by)]


@pytest.mark.parametrize(
    "text",
    [
        "[The mayor] has not {said} <whether the pass is shut>.|",
        "[The mayor] {denied} that <she mishandled the information>.|",
        "The bill could not be passed. [The mayor] " + SAID,
        "False alarms are common. [The mayor] " + SAID,
    ],
)
def test_claims_without_caveats(text):
    assert found(text) == []


def test_only_headline_body_and_caption_count():
    text = "[Kompas] " + SAID + "\n\nAdvertisement: Kompas is run by the secret police."
    article, every, sources = read(text)
    assert len(caveats.find(article, every, sources)) == 1
    furniture = tuple(evolve(z, kind="furniture") for z in article.zones)
    assert caveats.find(evolve(article, zones=furniture), every, sources) == ()


def test_caveats_are_in_the_order_of_the_text_and_apart():
    text = "[Kurier, a tabloid known for publishing false stories], " + SAID + " The claim could not be verified."
    article, every, sources = read(text)
    spans = [c.span for c in caveats.find(article, every, sources)]
    assert spans == sorted(spans)
    assert {c.category for c in caveats.find(article, every, sources)} == {
        Category.TRACK_RECORD,
        Category.NOT_VERIFIED,
    }
    assert all(isinstance(c.certainty, Certainty) for c in caveats.find(article, every, sources))


@pytest.mark.parametrize(
    "unit", ["linked to the police ", "which ", "evidence, ", "could not be verified ", "-run ", "( "]
)
def test_any_text_takes_linear_time(unit):
    article = document.read("Kompas said so. " + unit * 3000)
    every = [Attribution((Span(12, 14),), cue=(Span(7, 11),), source=(Span(0, 6),))]
    assert isinstance(caveats.find(article, every, source.resolve(article, every)), tuple)


def test_the_contraction_of_an_anaphor_is_read():
    text = "[Ana Sorin] " + SAID + " She’s been pilloried for making dubious claims about the pass."
    assert [c[:3] for c in found(text)] == [("Ana Sorin", "track_record", "reputed")]


def test_who_paid_for_a_study_is_told_at_the_end_of_the_article():
    text = "[The study] " + SAID + " It rained." * 80 + " The study was funded by the makers of the pass."
    assert [c[1:3] for c in found(text)] == [("interest", "asserted")]


def test_research_on_false_information_is_no_record_of_it():
    assert found("[Ana Sorin, who has researched the spread of false information,] " + SAID) == []


def test_who_disputes_a_claim_is_told():
    article = document.read("The pass is shut, the mayor said, a claim that the council disputed.", publisher=HERE)
    said = Attribution((Span(0, 16),), cue=(Span(28, 32),), source=(Span(18, 27),))
    (caveat,) = caveats.find(article, [said], source.resolve(article, [said]))
    assert (caveat.category, caveat.certainty, caveat.attribution) == ("disputed", "attributed", 0)
    assert caveat.asserted_by == "the council"


# --------------------------------------------------------------------------- interest


@pytest.mark.parametrize(
    "clause",
    [
        ", the head of a super PAC backing Teo Brandt",
        ", who runs a committee opposing the bridge",
        ", a major donor to the Brandt campaign",
        ", who has donated thousands of dollars to Teo Brandt",
        ", a top Brandt fundraiser",
        ", a campaign surrogate for Brandt",
        ", who worked for Brandt's opponent in the last race",
        ", the plaintiff",
        ", who has filed a lawsuit against the builder",
        ", whom the builder fired in June",
        ", who Brandt, the builder, fired in June",
        ", who was fired by the builder in May",
        ", who was paid by the builder",
        ", who has received consulting fees from the builder",
        ", who owns shares in the builder",
        ", a staunch supporter of the mayor",
        ", a baker and Brandt supporter",
        ", herself a Brandt supporter",
        ", a close friend of Mr. Brandt's",
        ", who is supporting Mr. Brandt",
        ", who has long backed the mayor",
        ", who had previously endorsed Senator Teo Brandt",
        ", who ran a pro-Brandt super PAC",
        ", Brandt's longtime friend and neighbour",
        ", the only senator to endorse Brandt",
        ", who has a 4.4 percent stake in it",
        ", who has a seat on Noroil's board",
        ", a broker who represents sellers of quarries",
        ", who once worked for Senator Brandt",
        ", a leader of Mr. Brandt's veterans' coalition",
        ", who is close to the Brandts",
        ", the harbour master's sister",
        ", Brandt's niece",
        ", who is seeking a post in the mayor's office",
        ", a former aide to the mayor who looked after the pass",
    ],
)
def test_a_stake_in_what_is_said_is_an_interest(clause):
    assert found(f"[Ana Marn{clause}], {{said}} <the mayor had shut the pass>.|") == [
        ("Ana Marn", "interest", "asserted", HERE)
    ]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Brandt donor [Ana Marn] ", "Ana Marn"),
        ("Another Brandt ally, [Ana Marn], ", "Ana Marn"),
        ("An eager Brandt supporter, [Ana Marn] ", "Ana Marn"),
        ("[One Brandt supporter] ", "one Brandt supporter"),
        ("[Brandt's surrogates] ", "Brandt's surrogates"),
        ("A fired engineer, [Ana Marn], ", "Ana Marn"),
        ("The head of the super PAC backing Teo Brandt, [Ana Marn], ", "Ana Marn"),
        ("The case was brought by Northern Dawn. [Northern Dawn] ", "Northern Dawn"),
        ("Northern Dawn had sued after the road was closed. [Northern Dawn] ", "Northern Dawn"),
        ("Northern Dawn was started by a former aide to the mayor. [Northern Dawn] ", "Northern Dawn"),
        ("[Northern Dawn, a group that opposes the road], ", "Northern Dawn"),
    ],
)
def test_an_interest_is_bound_in_every_shape(text, owner):
    assert found(text + SAID) == [(owner, "interest", "asserted", HERE)]


@pytest.mark.parametrize(
    "clause",
    [
        ", a kidney donor",
        ", who has never donated to Brandt",
        ", who is not suing the builder",
        ", who was fired at by the police",
        ", who worked for a health campaign",
        ", who gave her kidney to the mayor",
        ", a former aide to the minister",
        ", a candidate for governor",
        ", a real estate investor in Belmar",
        ", the film critic of the Belmar Post",
        ", the envoy to a coalition fighting the rebels",
        ", whose schooling was paid for by the army",
        ", a fierce supporter of the nation",
        ", an American ally",
        ", a Belmar delegate",
        ", who never supported Brandt",
        ", who backed Proposition 12",
        ", an activist who was campaigning herself for the council",
        ", who campaigned for mayor",
        ", who gave an account to The Belmar Post",
        ", who has contributed to The Belmar Post",
    ],
)
def test_no_stake_is_no_interest(clause):
    assert found(f"[Ana Marn{clause}], {SAID}") == []


@pytest.mark.parametrize(
    "text",
    [
        "[Ana Marn, who owns forty hectares of the planned site], " + SAID,
        "[Ana Marn, whose firm, Dunmore, handles the gravel for the mine], " + SAID,
        "[Ana Marn] " + SAID + " Marn runs Dunmore, which competes with the operator.",
        "[Ana Marn], who leases land to the operator, " + SAID,
        "[Ana Marn, whose cottage overlooks the proposed mill], " + SAID,
        "[Ana Marn] " + SAID + " Viewers were not told that the engineer has been on a retainer from the mill.",
        "[Ana Marn] " + SAID + " She did not disclose that she advises the operator.",
        "[Ana Marn] " + SAID + " Her company was hired by the operator.",
        "[Ana Marn, one of the company's creditors], " + SAID,
        "Rival ferry owner [Ana Marn] " + SAID,
        "Having lost out on the contract, [Ana Marn] " + SAID,
        "Hoping to win the repair contract, [Ana Marn] " + SAID,
        "[Northern Dawn, which counts the operator among its clients], " + SAID,
        "[Northern Dawn, which relies on drillers for most of its income], " + SAID,
        "[Ana Marn], 61, whose garden adjoins the proposed mill, " + SAID,
        "[Ana Marn] " + SAID + " Marn leads the dockers' union, which is on strike.",
        "[Ana Marn], who would inherit the pass, " + SAID,
        "[Ana Marn] " + SAID + " Its maker pays her to give talks.",
        "[Ana Marn] " + SAID + " Casinos were the largest donors to her campaign.",
        "[Ana Marn] " + SAID + " It was built by her husband.",
        "[Ana Marn], whose contract he did not renew, " + SAID,
        "[Ana Marn], who faces trial herself, " + SAID,
        "[Ana Marn, founder of the company that makes it], " + SAID,
        "[Northern Dawn], which does not disclose its donors, " + SAID,
        "[Ana Marn], who had bought shares in the mine, " + SAID,
        "[Ana Marn, the dealer who sold it], " + SAID,
        "[Ana Marn] {said} on her podcast <that the pass was shut>.| The mill is the programme's largest advertiser.",
    ],
)
def test_a_stake_that_touches_the_matter_is_an_interest(text):
    assert [c[1] for c in found(text)] == ["interest"]


@pytest.mark.parametrize(
    "clause",
    [
        ", who owns a farm",
        ", whose firm makes furniture",
        ", whose team competes in the second league",
        ", who was hired by the school",
        ", whose garden borders the river",
        ", who lives next door",
        ", who has applied for asylum",
        ", who chairs the finance committee",
        ", a friend of the victim",
        ", who lost her house in the flood",
        ", whose passport the office had renewed",
        ", a spokeswoman for the company that makes tyres",
        ", who does not disclose her age",
        ", who had bought bread",
        ", who went to school with the victim",
        ", whose house stands next to it",
    ],
)
def test_what_does_not_touch_the_matter_is_no_interest(clause):
    assert found(f"[Ana Marn{clause}], {SAID}") == []


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("[Ana Marn] " + SAID + " Colleagues describe her as a serial liar.", "track_record"),
        ("Discredited healer [Ana Marn] " + SAID, "track_record"),
        ("Known for making up quotes, [the Belmar Star] " + SAID, "track_record"),
        ("[Ana Marn], who was wrong about the last two floods, " + SAID, "track_record"),
        ("[Ana Marn], who has given three different versions of that night, " + SAID, "track_record"),
        ("[Ana Marn, whose doctorate was revoked over copied passages], " + SAID, "track_record"),
        ("[A nurse] " + SAID + " Her name is being withheld.", "anonymity"),
    ],
)
def test_a_record_or_a_withheld_name_is_told_afterwards_too(text, category):
    assert [c[1] for c in found(text)] == [category]


@pytest.mark.parametrize(
    "text",
    [
        "[Ana Marn] " + SAID + " The team has a poor record away from home.",
        "[Northern Dawn] " + SAID + " It is funded by private donations.",
        "[Ana Marn], whose forecasts came true, " + SAID,
        "[Ana Marn], who has given three talks on that night, " + SAID,
        "[Ana Marn], whose passport was revoked, " + SAID,
    ],
)
def test_no_record_of_falsehood_and_no_stake(text):
    assert found(text) == []


# --------------------------------------------------------------------------- leanings and control


@pytest.mark.parametrize(
    ("text", "category", "certainty", "caps"),
    [
        ("A conservative super PAC, [Northern Dawn], ", "party_link", "asserted", False),
        ("[Northern Dawn, an outside Republican group], ", "party_link", "asserted", False),
        ("[Far-right commentators] ", "party_link", "asserted", False),
        ("[Ana Marn of the liberal Centre for Tax Justice] ", "party_link", "asserted", False),
        ("The hard-line daily [Kurier] ", "party_link", "asserted", False),
        ("The Z-channel [Kompas] ", "party_link", "asserted", False),
        ("[Ana Marn, described by rivals as a pro-Kremlin blogger], ", "party_link", "attributed", False),
        ("The party newspaper [Kurier] ", "party_link", "asserted", True),
        ("[Kurier, the official newspaper of the Harvest Party], ", "party_link", "asserted", True),
        ("The Kremlin-backed channel [Kompas] ", "state_control", "asserted", False),
        ("The government mouthpiece [Kurier] ", "state_control", "asserted", True),
        ("[Kurier, the army's main newspaper], ", "state_control", "asserted", True),
        ("[Kurier, which critics call a Kremlin mouthpiece], ", "state_control", "attributed", True),
        ("[The Revolutionary Guards-affiliated agency Kurier] ", "security_link", "asserted", True),
        ("[Kompas, which critics call a conspiracy website], ", "track_record", "attributed", True),
        ("[Ana Marn, who admitted inventing an attack], ", "track_record", "asserted", True),
        ("[Kompas, whose reports have often proved false], ", "track_record", "asserted", True),
        ("[Ana Marn, who has repeatedly made false claims], ", "track_record", "asserted", True),
        ("[Kompas, charged by the junta with spreading false news], ", "track_record", "attributed", True),
        ("[Kompas, which has retracted several false stories], ", "track_record", "asserted", False),
    ],
)
def test_what_a_source_is_called(text, category, certainty, caps):
    article, every, sources = read(text + SAID)
    assert [(c.category, c.certainty, c.caps) for c in caveats.find(article, every, sources)] == [
        (category, certainty, caps)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[Conservative lawmakers] ",
        "[Ana Marn, a liberal arts professor], ",
        "[Ana Marn, a Liberal party member], ",
        "[The UN-backed government] ",
        "[Ana Marn, a Republican activist], ",
        "Ana Marn spoke at the conservative Belmar Institute. [Marn] ",
        "[Ana Marn], an expert on fake news, ",
        "[Kompas, a site that tracks false stories], ",
        "[Ana Marn, who has debunked false claims], ",
        "[Ana Marn, whose son was convicted of lying to the police], ",
        "[Ana Marn, who was cleared of lying to the police], ",
    ],
)
def test_what_says_nothing_of_a_source(text):
    assert found(text + SAID) == []


# --------------------------------------------------------------------------- links that others assert


@pytest.mark.parametrize(
    ("clause", "certainty", "by"),
    [
        (
            "which the government has accused of working for a foreign intelligence agency",
            "attributed",
            "the government",
        ),
        ("accused by prosecutors of spying for Tavria", "attributed", "prosecutors"),
        ("which officials say is funded by the military intelligence directorate", "attributed", "officials"),
        ("described by the opposition as a front for the security services", "attributed", "the opposition"),
        ("said by Western officials to be run by the GRU", "attributed", "Western officials"),
        ("long suspected of working with the security services", "hedged", HERE),
        ("the news agency of the Revolutionary Guards", "asserted", HERE),
        ("whose owner is a former KGB officer", "asserted", HERE),
    ],
)
def test_who_asserts_a_link_is_kept(clause, certainty, by):
    assert found(f"[Kompas, {clause}], {SAID}") == [(*LINKED, certainty, by)]


@pytest.mark.parametrize(
    "clause",
    [
        "which is not accused of working for the security services",
        "the lawyer of a man accused of spying for Tavria",
        "whose husband was accused of spying",
        "who accused the firm of working for the secret police",
        "who was accused of stealing from the police",
        "who worked for the police for ten years",
        "who is wanted by the security services",
        "a former intelligence officer",
    ],
)
def test_links_of_somebody_else_are_no_caveats(clause):
    assert found(f"[Ana Marn, {clause}], {SAID}") == []


def test_the_words_of_a_link_are_whole():
    article, every, sources = read("[Kompas, which is funded by the military intelligence directorate], " + SAID)
    (caveat,) = caveats.find(article, every, sources)
    assert article.slice(caveat.span) == "is funded by the military intelligence directorate"


@pytest.mark.parametrize(
    "text",
    [
        "[Ana Marn, the mayor], {spoke} of <the pass> at a forum sponsored by the builder.|",
        "According to [a complaint filed by the harbour office], <the pass was shut>.|",
        "Even for a conspiracy theorist like Marn this was odd. [Marn] " + SAID,
        "A super PAC aimed at unseating [Teo Brandt] {said} <the pass was shut>.|",
    ],
)
def test_remarks_are_bound_to_nobody_that_they_do_not_describe(text):
    assert found(text) == []


def test_what_is_quoted_is_said_by_its_speaker():
    text = "[Kompas] " + SAID + " <“The conspiracy website Kompas made it up,”> [Ana Marn] {said}.|"
    assert found(text) == [("Kompas", "track_record", "attributed", "Ana Marn")]


def test_an_adverb_is_no_part_of_who_disputes_a_claim():
    text = "[Ana Marn] {said} <the pass was shut>,| a claim that the council strongly disputes."
    assert found(text) == [(CLAIM, "disputed", "attributed", "the council")]


# --------------------------------------------------------------------------- what a remark means

SHIP = "[Tavria] {said} <it had sunk the ship>.| "
LOST = "[Sorland] {said} <it had lost none>.| "


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "[Kompas] {published a memo in which} <the port was shut>.| <“We are ready,”> [the mayor] {said}.| "
            "The memo could not be verified.",
            ["the port was shut"],
        ),
        (
            "[Kompas] {posted a video} <showing a fire>.| [The mayor] {said} <it was calm>.| The video could not be verified.",
            ["showing a fire"],
        ),
        (SHIP + LOST + "Tavria's figures could not be confirmed.", ["it had sunk the ship"]),
        (SHIP + LOST + "The claim could not be verified.", ["it had lost none"]),
        (SHIP + LOST + "Neither claim could be independently verified.", ["it had sunk the ship", "it had lost none"]),
        (
            SHIP + "[Tavria] {said} <it had lost none>.| The claims could not be verified.",
            ["it had sunk the ship", "it had lost none"],
        ),
        (SHIP + LOST + "The Harbour Post could not verify Tavria's claim.", ["it had sunk the ship"]),
        (
            "[Ana Marn] {said} <the pass was shut>.| [The army] {said} <it was open>.| Her account could not be verified.",
            [CLAIM],
        ),
    ],
)
def test_a_remark_is_bound_by_its_noun(text, claims):
    rows = found(text)
    assert sorted(r[0] for r in rows) == sorted(claims)
    assert {r[1:] for r in rows} == {("not_verified", "asserted", HERE)}


@pytest.mark.parametrize(
    ("answer", "by"),
    [
        ("[The council] {has called} <the report speculation>.|", "the council"),
        ("[The council] {described} <the report as “pure fiction.”>|", "the council"),
        ("<All of the claims are false>, [the council] {said}.|", "the council"),
        ("<“That is a lie,”> [Teo Brandt] {said}.|", "Teo Brandt"),
        ("<“There is no basis for these claims,”> {said} [Teo Brandt].|", "Teo Brandt"),
        ("[Teo Brandt] {denied} <it>.|", "Teo Brandt"),
        ("[Teo Brandt] {rejected} <that>.|", "Teo Brandt"),
        ("[Teo Brandt] {called} <her claims absurd>.|", "Teo Brandt"),
        ("[Teo Brandt] {rejected} <the claim that the pass was shut>.|", "Teo Brandt"),
    ],
)
def test_an_explicit_denial_disputes_the_claim_before_it(answer, by):
    assert found("[Ana Marn] " + SAID + " " + answer) == [(CLAIM, "disputed", "attributed", by)]


@pytest.mark.parametrize(
    "answer",
    [
        "[Teo Brandt] {did not deny} <the claim>.|",
        "[Teo Brandt] {called} <the report helpful>.|",
        "[Teo Brandt] {called} <the pass a disaster>.|",
        "[The court] {dismissed} <the charges against a sailor>.|",
        "[Ana Marn] {denied} <the accusation>.|",
        "[Ana Marn's office] {dismissed} <the report>.|",
        "[Teo Brandt] {rejected} <the claim that a bridge was built>.|",
        "[Teo Brandt] {said} <the mayor's claims were unfounded>.|",
        "[Teo Brandt] {said} <her stance on the lawsuit was wrong>.|",
        "[Teo Brandt] {said} <“They shut bridges too. That is wrong.”>|",
        "<“That is a false choice,”> [Teo Brandt] {said}.|",
    ],
)
def test_what_answers_another_claim_disputes_nothing(answer):
    assert found("[Ana Marn] " + SAID + " " + answer) == []


def test_an_accusation_is_answered_where_it_is_made():
    text = (
        "[Kompas, which the council accused of ties to the GRU], "
        + SAID
        + " [Kurier's editor] {rejected} <the accusation>.|"
    )
    assert [c[1] for c in found(text)] == ["security_link"]
    text = "[Ana Marn] {accused} <the firm of lying>.| " + LOST + "[The firm] {rejected} <the accusation>.|"
    assert found(text) == [("the firm of lying", "disputed", "attributed", "the firm")]


def test_a_relative_clause_can_deny_the_claim():
    text = "[Ana Marn] {said} <the pass was shut>,| which the council today denies."
    assert found(text) == [(CLAIM, "disputed", "attributed", "the council")]


@pytest.mark.parametrize(
    "remark",
    [
        "But it turns out that it was open.",
        "In reality, it was open.",
        "But police records show that it was open.",
        "An analysis by the Belmar Post found no sign of this.",
        "That is not true: it was open.",
        "That claim is false.",
        "There is no evidence of that.",
    ],
)
def test_what_follows_a_claim_can_contradict_it(remark):
    assert found("[The governor] " + SAID + " " + remark) == [(CLAIM, "contradicted", "asserted", HERE)]


@pytest.mark.parametrize(
    "remark",
    [
        "In fact, she hopes to see it soon.",
        "Records show that it was built in May.",
        "It was not true that everyone had some.",
        "It rained. But it turns out that the sun shone.",
        "The court found no fault with the builder.",
    ],
)
def test_what_does_not_speak_of_a_claim_contradicts_nothing(remark):
    assert found("[The governor] " + SAID + " " + remark) == []


def test_a_review_that_finds_nothing_bears_out_a_denial():
    text = "[The governor] {said} <there was no leak>.| A review by the council found no leak."
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "[The governor] " + SAID + " He offered no details to support the claim.",
        "[The governor] " + SAID + " No evidence was provided.",
        "[Kompas] " + SAID + " It cited no sources.",
        "[Kompas] {reported}, citing no sources, that <the pass was shut>.|",
        "[The governor] {claimed} without basis that <the pass was shut>.|",
        "Without evidence, [the governor] {claimed} that <the pass was shut>.|",
        "[Ana Marn] " + SAID + " She did not provide evidence, and [the council] {called} <the pass safe>.|",
    ],
)
def test_a_claim_without_evidence(text):
    assert found(text) == [(CLAIM, "no_evidence", "asserted", HERE)]


@pytest.mark.parametrize(
    "text",
    [
        "[The governor] {said} <the pass was shut> without evidence of a slide.|",
        "[The governor] " + SAID + " No evidence was produced at the trial.",
        "[Teo Brandt] {said} <the mayor offered no proof>.|",
        "[The governor] " + SAID + " He did not elaborate.",
    ],
)
def test_other_evidence_is_not_the_claims(text):
    assert found(text) == []


def test_a_claim_that_is_ridiculed_is_disputed():
    assert found("[The governor] " + SAID + " The claim was widely ridiculed.") == [
        (CLAIM, "disputed", "asserted", HERE)
    ]


@pytest.mark.parametrize(
    "unit", ["The memo could not be verified. ", "Neither claim was verified. ", "a former aide to Kompas, "]
)
def test_many_remarks_take_linear_time(unit):
    article = document.read("Kompas said so. " + unit * 2000)
    every = [Attribution((Span(12, 14),), cue=(Span(7, 11),), source=(Span(0, 6),))]
    assert isinstance(caveats.find(article, every, source.resolve(article, every)), tuple)


@pytest.mark.parametrize(
    "certain",
    ["is a close ally of the mayor", "is an investor in the company", "is director of the liberal Belmar Institute"],
)
def test_what_a_source_is_can_be_the_main_statement(certain):
    assert [c[0] for c in found(f"[Ana Marn] {SAID} She {certain}.")] == ["Ana Marn"]


def test_the_agent_of_a_passive_is_not_its_subject():
    text = "[Kompas] " + SAID + " <Kompas> {has been accused by} [the council] of <working for the secret police>.|"
    assert found(text) == [("Kompas", "security_link", "attributed", "the council")]


@pytest.mark.parametrize(
    "text",
    [
        "Two in three Republican-leaning voters now view [Ana Marn] well. [Marn] " + SAID,
        "[The Republicans, who have blocked a number of Democratic-backed bills], " + SAID,
        "[Kurier] (which is not known as Republican-leaning) " + SAID,
        "[Ana Marn, president of Belmar Pro-Choice Action], " + SAID,
        "[The mayor] " + SAID + " She hopes to win, even if the returns suggest otherwise.",
        "[Court records] {show} <the pass was shut>,| though public records indicate it was not.",
        "[The governor] " + SAID + " Prosecutors offered no evidence.",
        "[The governor] " + SAID + " The court has produced no evidence in the case of a sailor.",
    ],
)
def test_more_decoys(text):
    assert found(text) == []


def test_who_gave_no_evidence_is_the_source():
    text = "[Governor Ana Marn] " + SAID + " The governor has offered no evidence."
    assert found(text) == [(CLAIM, "no_evidence", "asserted", HERE)]


def test_the_words_of_a_caveat_end_before_the_full_stop():
    article, every, sources = read("[Ana Marn] " + SAID + " She is suing the company.")
    (caveat,) = caveats.find(article, every, sources)
    assert article.slice(caveat.span) == "is suing the company"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "[The rebels] {said} <14 people had died>.| [The army] {denied} <responsibility>.| The toll could not be verified.",
            [("14 people had died", "not_verified")],
        ),
        (
            SHIP + LOST + "Neither side's claims could be verified.",
            [("it had sunk the ship", "not_verified"), ("it had lost none", "not_verified")],
        ),
        ("[Ana Marn] " + SAID + " Residents spoke too. Their accounts could not be verified.", []),
        ("[Ana Marn] " + SAID + " Her identity could not be verified.", []),
        (
            "<“There was no fire,”> [the army] {said}.| But [photographs verified by Radio Lumen] {showed} <a fire>.|",
            [("“There was no fire,”", "contradicted"), ("a fire", "verified")],
        ),
        (
            "[Ana Marn] " + SAID + " [Officials] {said} <there is no evidence to support that claim>.|",
            [(CLAIM, "disputed")],
        ),
        ("[The governor] " + SAID + " That is misleading: it was open at night.", [(CLAIM, "disputed")]),
        (
            "[Kompas] {released an ad} <saying the pass was shut>.| [Ana Marn] {called} <the ad “a lie.”>|",
            [("saying the pass was shut", "disputed")],
        ),
        ("[Teo Brandt] " + SAID + " <“It's misleading to imply that,”> [Ana Marn] {said}.|", []),
        ("[Ana Marn, who was sued over the road, a charge she has always denied], " + SAID, []),
    ],
)
def test_remarks_in_the_news(text, rows):
    assert sorted(r[:2] for r in found(text)) == sorted(rows)


@pytest.mark.parametrize(
    ("clause", "category"),
    [
        ("who has received $2 million from drug makers", "interest"),
        ("which was set up by the mining company", "interest"),
        ("which was paid for by the Sugar Council", "interest"),
        ("which is close to the defence ministry", "party_link"),
        ("a super PAC allied with the mayor", "party_link"),
        ("a veteran Republican strategist", "party_link"),
        ("a conservative research firm", "party_link"),
        ("the centre-left think tank of that name", "party_link"),
        ("a channel that Tavria's prosecutor has declared “undesirable”", "designation"),
        ("who was once jailed for spying for Sorland", "security_link"),
        ("who pleaded guilty to fraud", "track_record"),
        ("which was forced to retract a story", "track_record"),
    ],
)
def test_flags_in_the_news(clause, category):
    article, every, sources = read(f"[Kompas, {clause}], {SAID}")
    assert [(c.category, c.caps) for c in caveats.find(article, every, sources)] == [(category, False)]


def test_a_relative_clause_in_an_apposition_is_about_the_name_before_it():
    text = "{According to} [Kompas], an outlet that the army says is run by the GRU, <the pass was shut>.|"
    assert found(text) == [(*LINKED, "attributed", "the army")]


@pytest.mark.parametrize(
    "clause",
    [
        "which exposed a front for the security services",
        "who studies groups linked to the GRU",
        "which was hacked by a group linked to the GRU",
        "who met a channel run by the GRU",
        "who blames channels known for spreading false stories",
        "who said the paper had published false stories",
        "who was tortured by the secret police",
        "whose book on the KGB won a prize",
        "a victim of a smear run by the security services",
        "a site that debunks conspiracy theories",
    ],
)
def test_what_a_source_does_to_others_is_not_held_against_it(clause):
    assert found(f"[Ana Marn, {clause}], {SAID}") == []


# --------------------------------------------------------------------------- denials in other words

SHELLED = "[The army] {said} <the Northern Front had shelled a clinic>.| "


@pytest.mark.parametrize(
    ("answer", "by"),
    [
        ("[Teo Brandt] {rejected} <that criticism>.|", "Teo Brandt"),
        ("[Opponents] {questioned} <that number>.|", "Opponents"),
        ("[Teo Brandt] {called} <the report a forgery>.|", "Teo Brandt"),
        ("[Teo Brandt] {called} <the claim “flat-out fiction.”>|", "Teo Brandt"),
        ("[Teo Brandt] {denied} <that the pass had been shut>.|", "Teo Brandt"),
        ("[Teo Brandt] {denied} <saying so>.|", "Teo Brandt"),
        ("[The ministry] {said} <it had no record of any such order>.|", "the ministry"),
        ("[Teo Brandt] {rejected} <Marn's claim>.|", "Teo Brandt"),
        ("[Teo Brandt] {took issue with} <that assessment>.|", "Teo Brandt"),
        ("[Teo Brandt] {called} <her account “a fairy tale.”>|", "Teo Brandt"),
        ("[Teo Brandt] {said} <this was not the case>.|", "Teo Brandt"),
        ("[Teo Brandt] {insisted} <that it was untrue>.|", "Teo Brandt"),
        ("<“None of that is true,”> [Teo Brandt] {said}.|", "Teo Brandt"),
        ("<“That never happened,”> [Teo Brandt] {said}.|", "Teo Brandt"),
        ("[Teo Brandt] {begged to differ}: <the road was dry>.|", "Teo Brandt"),
        ("The builder has always denied this.", "The builder"),
        ("[Teo Brandt] {contradicted} <her>.|", "Teo Brandt"),
        ("[The council] {said} <it had found no evidence that the pass was ever shut>.|", "the council"),
        ("That is not how Teo Brandt remembers it.", "Teo Brandt"),
        ("The defence sees it differently.", "The defence"),
        ("The company's lawyers gave a very different account.", "The company's lawyers"),
        ("Teo Brandt, though, is silent, but his wife said otherwise.", "his wife"),
    ],
)
def test_a_denial_in_other_words_disputes_the_claim_before_it(answer, by):
    assert found("[Ana Marn] " + SAID + " " + answer) == [(CLAIM, "disputed", "attributed", by)]


@pytest.mark.parametrize(
    ("text", "claim", "by"),
    [
        (
            "[Kompas] {said} <hospital staff had been told to keep quiet>.| It rained. "
            "[Teo Brandt] {denied} <that his staff had been told to keep quiet>.|",
            "hospital staff had been told to keep quiet",
            "Teo Brandt",
        ),
        (
            "[A nurse] {said} <planes had been held back for a parade>.| "
            "[The ministry] {denied} <reports that planes had been held back>.|",
            "planes had been held back for a parade",
            "the ministry",
        ),
        (SHELLED + "[The Northern Front] {denied} <responsibility>.|", "the Northern Front had shelled a clinic", None),
        (
            "[The Courier] {said} <the firm had been warned about its tyres>.| [Ana Marn] {said} <the road was wet>.| "
            "[The firm] {denied} <that it had received any such warning>.|",
            "the firm had been warned about its tyres",
            "the firm",
        ),
        (
            "[Ana Marn] "
            + SAID
            + " "
            + "[Teo Brandt] {said} <it rained>.| " * 4
            + "[The council] {dismissed} <Ana Marn's claim>.|",
            CLAIM,
            "the council",
        ),
        ("[Ana Marn] " + SAID[:-2] + ",| an allegation rejected by the council.", CLAIM, "the council"),
        ("[Ana Marn] " + SAID[:-2] + " -| a point that engineers have disputed.", CLAIM, "engineers"),
        (
            "[Kompas] {quoted Ana Marn as saying} <the pass was shut>.| [Marn] {said} <she had been misquoted>.|",
            CLAIM,
            "Ana Marn",
        ),
        (
            LOST + "[Ana Marn] {said} <the pass was shut>;| [the council] {described} <that as untrue>.|",
            CLAIM,
            "the council",
        ),
    ],
)
def test_a_denial_is_known_by_what_it_takes_up(text, claim, by):
    assert found(text) == [(claim, "disputed", "attributed", by or "Northern Front")]


@pytest.mark.parametrize(
    "text",
    [
        SHELLED + "[Teo Brandt] {denied} <that he had taken bribes>.|",
        SHELLED + "[Teo Brandt] {denied} <wrongdoing>.|",
        SHELLED + "[The army] {denied} <having any such guns>.|",
        SHELLED + "[Teo Brandt] {denied} <making the order>.|",
        SHELLED + "[Teo Brandt] {questioned} <the witness>.|",
        SHELLED + "[The keeper] {rejected} <the shot>.|",
        SHELLED + "[Teo Brandt] {rejected} <the army's offer>.|",
        SHELLED + "[Teo Brandt] {took issue with} <the schedule>.|",
        SHELLED + "[Teo Brandt] {rejected} <the notion that a fair could be held>.|",
        SHELLED + "[The council] {said} <it had found no evidence that the dam leaks>.|",
        SHELLED + "[The court] {rejected} <the argument>.|",
        SHELLED + "That is not what the mayor hopes for.",
        SHELLED + "Each town celebrates differently.",
        SHELLED + "Nobody denied it.",
        SHELLED + "The rebels neither confirmed nor denied this.",
        SHELLED + "The rebels have yet to deny it.",
        SHELLED + "[Teo Brandt] {said} <it was wrong to hide>.|",
        SHELLED + "<“She is lying in bed,”> [Teo Brandt] {said}.|",
        SHELLED + "The clinic offers a different kind of care.",
        "[Teo Brandt] {denied} <that the clinic had been shelled>.| " + SHELLED,
    ],
)
def test_a_denial_of_something_else_disputes_nothing(text):
    assert found(text) == []


# --------------------------------------------------------------------------- contradicted and not verified in other words


@pytest.mark.parametrize(
    ("text", "category"),
    [
        (
            "[Kompas] {reported} <the pass was shut>,| a report that proved false when a lorry came through.",
            "contradicted",
        ),
        ("[The governor] {said} <the pass was shut>,| a claim that later turned out to be untrue.", "contradicted"),
        ("[The governor] {said} <the pass was shut>,| when in fact it was open.", "contradicted"),
        ("[The governor] " + SAID + " RATING: False.", "contradicted"),
        ("[The governor] " + SAID + " Not so: it was open.", "contradicted"),
        ("[The governor] {said} <the pass was shut>,| a claim not supported by police data.", "contradicted"),
        ("[The governor] {said} <the pass was shut>,| despite records showing that it was open.", "contradicted"),
        ("[The governor] {said} <the pass was shut>,| an assertion the council called absurd.", "disputed"),
        ("[Kompas] " + SAID + " The footage could not be geolocated.", "not_verified"),
        ("[Kompas] " + SAID + " The Harbour Post has not been able to confirm this.", "not_verified"),
        ("[The governor] " + SAID + " We rate this claim mostly false.", "contradicted"),
        ("[The governor] " + SAID + " That comment is a lie.", "contradicted"),
        ("[Kompas] " + SAID + " The picture was in fact taken in Tavria.", "contradicted"),
        ("[Kompas] " + SAID + " The footage was filmed two years earlier.", "contradicted"),
        ("<The pass was shut>, [geologists] {said} in a preprint that has not been peer reviewed.|", "not_verified"),
        ("[Kompas] " + SAID + " The authenticity of the memo has never been established.", "not_verified"),
    ],
)
def test_a_claim_is_marked_in_other_words(text, category):
    first = next(row for row in found(text) if row[1] == category)
    assert first[0].lower() == CLAIM


@pytest.mark.parametrize(
    "remark",
    [
        "A false rating cost the bank its licence.",
        "The verdict: a false start.",
        "The picture was taken in Tavria.",
        "The paper was peer reviewed.",
        "It was a story that was told in Tavria.",
        "In fact, the road was wet.",
        "We rate the hotel highly.",
    ],
)
def test_a_claim_is_not_marked(remark):
    assert found("[The governor] " + SAID + " " + remark) == []


@pytest.mark.parametrize(
    ("rating", "category"),
    [("{rated} <that claim “mostly true.”>|", "verified"), ("{deemed} <the statement false>.|", "contradicted")],
)
def test_who_checks_a_claim_is_told(rating, category):
    assert found("[Ana Marn] " + SAID + " [The checkers] " + rating) == [
        (CLAIM, category, "attributed", "the checkers")
    ]


@pytest.mark.parametrize(
    "words", ["something the council denied", "a charge that the council has faced and has always denied"]
)
def test_who_has_always_denied_it_is_told(words):
    assert found(f"[Ana Marn] {{said}} <the pass was shut>,| {words}.") == [
        (CLAIM, "disputed", "attributed", "the council")
    ]


def test_an_adverb_apart_contradicts():
    assert found("[Ana Marn] {said} - falsely - that <the pass was shut>.|") == [
        (CLAIM, "contradicted", "asserted", HERE)
    ]


def test_a_report_that_proved_false_tells_against_its_outlet():
    rows = found("[Radio Lumen] {reported} <the pass was shut>,| a report that proved false.")
    assert {row[:2] for row in rows} == {("Radio Lumen", "track_record"), (CLAIM, "contradicted")}
    assert [r[1] for r in found("[Ana Marn] {said} <the pass was shut>,| a claim that proved false.")] == [
        "contradicted"
    ]


# --------------------------------------------------------------------------- interest, control and record in other words


@pytest.mark.parametrize(
    ("text", "category", "certainty"),
    [
        ("[Ana Marn, the attorney general of Tavria], one of the states suing the agency, ", "interest", "asserted"),
        ("[Ana Marn, whose firm is the broker of the builder], ", "interest", "asserted"),
        ("[Ana Marn, who has been short-selling the builder], ", "interest", "asserted"),
        ("[Northern Dawn, a group bankrolled by the mayor's cousin], ", "interest", "asserted"),
        ("[Ana Marn, who signed a brief in support of the appeal], ", "interest", "asserted"),
        ("[Ana Marn], who was dismissed last year, ", "interest", "asserted"),
        ("[Kurier, a paper owned by the brother of the minister], ", "interest", "asserted"),
        ("Ana Marn has previously received fees from the builder. [Marn] ", "interest", "asserted"),
        ("Ana Marn is not independent. [Marn] ", "interest", "asserted"),
        ("Ana Marn holds shares in the builder. [Marn] ", "interest", "asserted"),
        ("[Ana Marn], who sits on the board of the builder, ", "interest", "asserted"),
        ("[Ana Marn], whose consultancy advises the builder, ", "interest", "asserted"),
        ("[Radio Lumen, the voice of the Harvest Party], ", "party_link", "asserted"),
        ("[Radio Lumen], whose owner sits on the ruling party's committee, ", "party_link", "asserted"),
        ("[Radio Lumen], which takes its orders from the ministry, ", "state_control", "asserted"),
        ("[Radio Lumen, the government's main news outlet], ", "state_control", "asserted"),
        ("[Radio Lumen], which has been caught faking footage, ", "track_record", "asserted"),
        ("Radio Lumen has twice retracted stories about the dam. [Radio Lumen] ", "track_record", "asserted"),
        ("[Radio Lumen], which was set up with money from the embassy, ", "state_control", "asserted"),
        (
            "[Radio Lumen], which according to a judge was set up with money from the embassy, ",
            "state_control",
            "attributed",
        ),
        ("[Radio Lumen, which is run by the Front's political wing], ", "party_link", "asserted"),
        ("[Radio Lumen], which has been forced to correct two stories, ", "track_record", "asserted"),
        ("Radio Lumen has been spectacularly wrong. [Radio Lumen] ", "track_record", "asserted"),
    ],
)
def test_a_source_is_marked_in_other_words(text, category, certainty):
    assert [row[1:3] for row in found(text + SAID)] == [(category, certainty)]


@pytest.mark.parametrize(
    "text",
    [
        "[Ana Marn, whose father was dismissed last year], ",
        "[Ana Marn, who studies conflicts of interest], ",
        "[Ana Marn, the owner of an independent clinic], ",
        "[Ana Marn], who signed a letter of intent with the council, ",
        "[Ana Marn, a customer of the bank], ",
        "[Ana Marn], who sits on the board of education, ",
        "[Ana Marn], who serves on the board of the hospital, ",
        "[Ana Marn], who was caught speeding, ",
        "[Ana Marn], whose firm makes boats, ",
        "[Ana Marn, an adviser to the governor], ",
        "Ana Marn has campaigned for years. [Marn] ",
        "Ana Marn has never accused her ally of theft. [Marn] ",
        "The clinic was built with money from the government. [Ana Marn] ",
        "Lawyers called Ana Marn to speak about a fraud. [Marn] ",
        "Ana Marn called the fraud a disgrace. [Marn] ",
        "Teo Brandt slept. Ana Marn called him a liar. [Marn] ",
    ],
)
def test_a_source_is_not_marked(text):
    assert found(text + SAID) == []


def test_what_is_said_of_a_firm_is_told_of_who_speaks_from_it():
    text = "[Ana Marn, an analyst at Belmar Securities], " + SAID + " Belmar is the builder's broker."
    assert found(text) == [("Ana Marn", "interest", "asserted", HERE)]
    assert found("[Ana Marn, an analyst at Belmar Securities], " + SAID + " Borvik is the builder's broker.") == []


def test_who_is_called_something_is_not_who_calls():
    text = "[The senator] {called} <Ana Marn “a serial fabulist.”>| [Marn] " + SAID
    assert found(text) == [("Ana Marn", "track_record", "attributed", "the senator")]
    text = "Dr. Ana Marn's dubious medical advice has cost lives. [Marn] " + SAID
    assert [row[1:3] for row in found(text)] == [("track_record", "asserted")]


def test_whom_a_spouse_campaigns_for_is_an_interest():
    text = "[Teo Brandt] {said} at a campaign stop in Belmar for his wife that <the pass was shut>.|"
    assert found(text) == [("Teo Brandt", "interest", "asserted", HERE)]


def test_she_is_a_woman():
    text = "[Anna Marn] " + SAID + " [Peter Brandt] " + SAID + " She is a paid consultant for the builder."
    assert [row[0] for row in found(text)] == ["Anna Marn"]


# --------------------------------------------------------------------------- schemes of the news


def marked(remark, claim="the pass was shut"):
    """Return what a remark behind the governor's claim says of it: (category, certainty, asserted by)."""
    return [row[1:] for row in found(f"[The governor] {{said}} <{claim}>.| {remark}") if row[0] == claim]


@pytest.mark.parametrize(
    "remark",
    [
        "The Harbour Post has not been able to establish when it was shut.",
        "This newspaper could not substantiate the claim.",
        "The Harbour Post tried and failed to corroborate the report.",
        "We had no way to check the statement.",
        "There was no confirmation of the closure from any other quarter.",
        "It was not clear whether the report was true.",
        "The report remains unconfirmed.",
    ],
)
def test_what_the_publisher_could_not_check(remark):
    assert marked(remark) == [("not_verified", "asserted", HERE)]


def test_what_another_outlet_could_not_check():
    claim = "[The governor] {said} <the pass was shut>,| "
    assert found(claim + "a claim Radio Lumen could not corroborate.") == [
        ("the pass was shut", "not_verified", "attributed", "Radio Lumen")
    ]
    assert found(claim + "a claim that this magazine could not verify.")[0][2:] == ("asserted", HERE)


@pytest.mark.parametrize(
    "remark",
    [
        "He pointed to no study.",
        "He has never produced a single witness.",
        "Asked for one name, he gave none.",
        "Pressed for evidence, the governor declined.",
        "He refused to name his sources.",
        "He would not say where the figure came from.",
        "He put forward nothing to substantiate this.",
        "The statement contains no data, and none were supplied.",
        "The governor would not share any figures.",
        "No documents were produced.",
    ],
)
def test_what_was_said_without_grounds(remark):
    assert ("no_evidence", "asserted", HERE) in marked(remark)


@pytest.mark.parametrize(
    ("remark", "by"),
    [
        ("Drivers disagree: it was open all day.", "drivers"),
        ("[Teo Brandt] {rejects} <that out of hand>.|", "Teo Brandt"),
        ("[Teo Brandt] {rubbished} <the remark>.|", "Teo Brandt"),
        ("Two rival groups question the dating, arguing that it is too early.", "two rival groups"),
        ("[Teo Brandt] {says} <the allegation has no basis in fact>.|", "Teo Brandt"),
        ("[His critics] {say} <it was not>.|", "the governor's critics"),
        ("[Teo Brandt] {insisted} <it had not been shut>.|", "Teo Brandt"),
        ("[The council] {does not recognise} <that account>.|", "the council"),
        ("[The council] {waved away} <the remark>.|", "the council"),
        ("<“Utter nonsense,”> [Teo Brandt] {said}.|", "Teo Brandt"),
        ("That account is disputed by the water board.", "the water board"),
        ("[Teo Brandt] {accused} <him of lying>.|", "Teo Brandt"),
        ("Teo Brandt's version is different.", "Teo Brandt"),
        ("The claim drew a sharp denial from the council.", "the council"),
        ("[The council] {found} <no record of such an order>.|", "the council"),
    ],
)
def test_what_others_dispute(remark, by):
    rows = marked(remark)
    assert [(category, certainty, (who or "").lower()) for category, certainty, who in rows] == [
        ("disputed", "attributed", by.lower())
    ]


@pytest.mark.parametrize(
    ("claim", "remark", "certainty", "by"),
    [
        ("the pass was shut", "It was not; lorries drove through.", "asserted", HERE),
        ("the pass was shut", "Tracking data indicate otherwise.", "attributed", "Tracking data"),
        ("the pass was shut", "Photographs taken on Monday appear to contradict him.", "hedged", HERE),
        ("the pass was shut", "Records seen by this newspaper tell a different story.", "asserted", HERE),
        ("thefts had tripled", "Police records show a fall of 9 percent.", "attributed", "Police records"),
        ("the town was calm", "A Harbour Post reporter there saw barricades burning.", "asserted", HERE),
        ("the law banned bells", "No such law exists.", "asserted", HERE),
        ("the inn was for sale", "The listing is a fabrication.", "asserted", HERE),
    ],
)
def test_what_contradicts_a_claim(claim, remark, certainty, by):
    assert marked(remark, claim) == [("contradicted", certainty, by)]


@pytest.mark.parametrize(
    ("remark", "certainty", "by"),
    [
        ("Receipts seen by the Harbour Post back him up.", "asserted", HERE),
        ("Satellite pictures bear out the claim.", "attributed", "Satellite pictures"),
        ("The Harbour Post geolocated the video to the eastern slope.", "asserted", HERE),
        ("That is true.", "asserted", HERE),
        ("[Two neighbours] {corroborated} <his account>.|", "attributed", "two neighbours"),
    ],
)
def test_what_bears_a_claim_out(remark, certainty, by):
    assert marked(remark) == [("verified", certainty, by)]


@pytest.mark.parametrize(
    "remark",
    [
        "The keeper was not to be beaten.",
        "The board rejected the offer of 41 crowns as too low.",
        "Two reporters were denied entry.",
        "A judge denied bail to two brothers.",
        "The council voted to reject the plan.",
        "Election officials verified 48,000 signatures.",
        "The party supports the plan.",
        "A photograph shows the pass in the snow.",
        "[55 percent of voters] {say} <it was not>.|",
        "Police gave no further details.",
        "He was the first to deny entry to lorries.",
        "Sales figures show a rise.",
        "They met on the areas where they disagree.",
        "The paper could not find a buyer.",
    ],
)
def test_what_marks_no_claim(remark):
    assert marked(remark) == []


# --------------------------------------------------------------------------- schemes


@pytest.mark.parametrize(
    ("text", "category", "certainty"),
    [
        ("Bankrolled by the royal court, [Kurier] " + SAID, "state_control", "asserted"),
        ("[Kurier] " + SAID + " The newspaper belongs to the government.", "state_control", "asserted"),
        ("[Kurier] " + SAID + " Its editor is appointed by the cabinet.", "state_control", "asserted"),
        ("[Kurier, whose editor is named by royal decree], " + SAID, "state_control", "asserted"),
        ("[Kurier] (a government newspaper) " + SAID, "state_control", "asserted"),
        ("[Kurier, which denies being owned by the emirate], " + SAID, "state_control", "denied"),
        (
            "[Kurier] " + SAID + " The newspaper's editor rejects suggestions that the palace dictates what it prints.",
            "state_control",
            "denied",
        ),
        ("[Kurier] " + SAID + " The ministry of trade owns Kurier.", "state_control", "asserted"),
        ("[Kurier] is understood to be run from inside the security service. " + SAID, "security_link", "hedged"),
        ("[Kurier, whose founder is a retired intelligence officer], " + SAID, "security_link", "asserted"),
        (
            "[Kurier, a site that two exiled clerks say is run by the secret police], " + SAID,
            "security_link",
            "attributed",
        ),
        ("[Kurier, whose editors deny having any links to the secret police], " + SAID, "security_link", "denied"),
        ("[Kurier, an arm of the Harvest party], " + SAID, "party_link", "asserted"),
        ("[Kurier, said to be bankrolled by the Harvest party], " + SAID, "party_link", "hedged"),
        ("[Kurier, seen as sympathetic to the opposition Dawn Front], " + SAID, "party_link", "hedged"),
        ("Banned in Tavria since May, [Kurier] " + SAID, "designation", "asserted"),
        (
            "Branded an “extremist group” by the ministry last week, the charity [Kurier] " + SAID,
            "designation",
            "attributed",
        ),
        ("[Kurier] " + SAID + " The treasury blacklisted Kurier in May.", "designation", "asserted"),
        ("[Kurier, which is on the ministry's sanctions list], " + SAID, "designation", "asserted"),
        ("[Ana Marn] " + SAID + " Two of her earlier papers were retracted.", "track_record", "asserted"),
        (
            "[Ana Marn] " + SAID + " In two earlier trials her evidence was thrown out as fabricated.",
            "track_record",
            "asserted",
        ),
        ("[Kurier, notorious for passing off old pictures as new], " + SAID, "track_record", "reputed"),
        ("[Kurier, reprimanded by the press council for making up quotations], " + SAID, "track_record", "asserted"),
        ("[Ana Marn, branded “a habitual liar” by a judge], " + SAID, "track_record", "attributed"),
        ("[Ana Marn], who has always denied faking old papers, " + SAID, "track_record", "denied"),
        ("[Ana Marn, who has predicted a crash every year], " + SAID, "track_record", "asserted"),
        ("[Ana Marn] " + SAID + " She admitted in court that she had lied.", "track_record", "asserted"),
        ("[Ana Marn, who was promised a shorter sentence for her testimony], " + SAID, "interest", "asserted"),
        ("[Ana Marn, who may profit if the pass is shut], " + SAID, "interest", "hedged"),
        ("[Ana Marn, who runs a rival mine], " + SAID, "interest", "asserted"),
        ("[Ana Marn] " + SAID + " Her brother built it.", "interest", "asserted"),
        ("[Ana Marn] " + SAID + " She has been married to the owner for ten years.", "interest", "asserted"),
        ("[Ana Marn] " + SAID + " The builder is her largest client.", "interest", "asserted"),
        ("[Ana Marn] " + SAID + " <She has never had a penny from the builder>, [Marn] {said}.|", "interest", "denied"),
        ("[Ana Marn, who owns the plot next door], " + SAID, "interest", "asserted"),
        ("[Ana Marn, who would earn a commission on the sale], " + SAID, "interest", "asserted"),
        (
            "[Kurier] " + SAID + " Scholars call the newspaper a mouthpiece of the government.",
            "state_control",
            "attributed",
        ),
        ("[Kurier], which critics accuse of parroting the government line, " + SAID, "state_control", "attributed"),
        ("[Ana Marn], an informant for the secret police, " + SAID, "security_link", "asserted"),
        (
            "[Ana Marn] " + SAID + " Several colleagues say she reports to the secret police.",
            "security_link",
            "asserted",
        ),
        ("[Kurier, which last year announced a peace that never came], " + SAID, "track_record", "asserted"),
        ("[Ana Marn, stripped of her doctorate for plagiarism], " + SAID, "track_record", "asserted"),
        ("[Ana Marn, who received a lighter sentence for her testimony], " + SAID, "interest", "asserted"),
        ("[Ana Marn], who is trying to sell it, " + SAID, "interest", "asserted"),
        ("[Northern Dawn, which gets most of its income from builders], " + SAID, "interest", "asserted"),
        ("[A clerk who did not want his name used] " + SAID, "anonymity", "asserted"),
        ("[A sergeant, who gave only his call sign], " + SAID, "anonymity", "asserted"),
    ],
)
def test_a_scheme_is_read_in_its_attachments(text, category, certainty):
    assert [(c[1], c[2]) for c in found(text)] == [(category, certainty)]


@pytest.mark.parametrize(
    "text",
    [
        "[The roads office, an arm of the ministry], " + SAID,
        "[Ana Marn, a professor at the state university], " + SAID,
        "[Ana Marn, the lawyer of a firm owned by the army], " + SAID,
        "[Ana Marn] " + SAID + " The government newspaper was on the table.",
        "[Ana Marn], who has invented a new pump, " + SAID,
        "[Ana Marn, whose husband teaches there], " + SAID,
        "[Ana Marn], who sells fruit near the pass, " + SAID,
        "[Ana Marn], managing partner of the bank, " + SAID,
        "[Ana Marn] " + SAID + " The council banned cars from the pass.",
        "[Ana Marn, who was accused of inflating prices], " + SAID,
        "[Ana Marn], from the moderate wing of the party, " + SAID,
        "[Northern Dawn], which is funded by private donations, " + SAID,
        "[Ana Marn], who would make millions of people pay, " + SAID,
        "The firm was controlled by his brother, Ana Marn. [Marn] " + SAID,
        "[Ana Marn] " + SAID + " She may benefit from a mild winter.",
    ],
)
def test_the_decoys_of_a_scheme_are_no_caveats(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("claim", "remark", "category"),
    [
        ("a picture showed the pass", "It was taken in another country in 2014.", "contradicted"),
        ("he had never met the banker", "A photograph shows the two at dinner.", "contradicted"),
        ("the council had approved the road", "The council has never approved it.", "contradicted"),
        ("a man of that name had served", "Army files list no soldier of that name.", "contradicted"),
        ("the pass was shut", "In fact, [Teo Brandt] {said}, <it was open>.|", None),
        ("the pass was shut", "Neighbours tell another story.", "disputed"),
        ("the pass was shut", "The auditors found otherwise.", "disputed"),
        ("the pass was shut", "The statistics office disputes this.", "disputed"),
        ("the pass was shut", "Biologists reject the idea.", "disputed"),
        ("the pass was shut", "Drivers beg to differ.", "disputed"),
        ("the pass was shut", "[Teo Brandt] {said} <the road had done no such thing>.|", "disputed"),
        ("the pass was shut", "It is not known when the clip was filmed.", "not_verified"),
        ("the pass was shut", "There is no way of checking his account.", "not_verified"),
        ("the pass was shut", "The governor has yet to offer a shred of proof.", "no_evidence"),
        ("the pass was shut", "The governor could not cite a single case.", "no_evidence"),
        ("the pass was shut", "[The army] {admitted} <as much>.|", "verified"),
        ("the pass was shut", "The cellar matched his description.", "verified"),
        ("the pass was shut", "It is hard to say whether that is so.", "not_verified"),
        ("the pass was shut", "No reporter has been able to check this.", "not_verified"),
        ("the pass was shut", "There is only his word for it.", "not_verified"),
        ("the pass was shut", "Pressed for proof, he walked away.", "no_evidence"),
        ("the pass was shut", "Nothing in the report supports the idea.", "no_evidence"),
        ("the pass was shut", "Two other laboratories reached the same conclusion.", "verified"),
        ("the pass was shut", "Satellite pictures have proved him right.", "verified"),
        ("the pass was shut", "The army's tests have borne out his complaint.", "verified"),
        ("the pass was shut", "No official has backed his account.", None),
        ("the pass was shut", "He offered neither proof nor witnesses.", "no_evidence"),
        ("the pass was shut", "The council has never approved the budget.", None),
        ("the pass was shut", "The board has yet to confirm the date of the sale.", None),
        ("the pass was shut", "Pressed for details, he spoke of a rockfall.", None),
        ("the pass was shut", "Rescuers have not been tested by such a fall before.", None),
        ("the pass was shut", "The photograph was taken from another angle by a child.", None),
        ("the pass was shut", "The mayor declined to offer her own figure.", None),
        ("the pass was shut", "The governor declined to give a figure.", None),
        ("the pass was shut", "It was not clear when the road would open.", None),
    ],
)
def test_what_takes_up_a_claim(claim, remark, category):
    assert [row[0] for row in marked(remark, claim)] == ([] if category is None else [category])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Kompas, said to be a sideline of Serbian intelligence], " + SAID, ("security_link", "hedged", HERE)),
        ("[Kompas, a site set up by the special services], " + SAID, ("security_link", "asserted", HERE)),
        (
            "[Kompas, which two officials tie to military intelligence], " + SAID,
            ("security_link", "attributed", "two officials"),
        ),
        (
            "[Kompas] " + SAID + " Diplomats believe the channel is run by the FSB.",
            ("security_link", "attributed", "Diplomats"),
        ),
        ("[Ana Marn, a former KGB officer], " + SAID, ("security_link", "asserted", HERE)),
        ("[Kompas, nationalised in 2016], " + SAID, ("state_control", "asserted", HERE)),
        ("[Kompas, which is not independent of the royal court], " + SAID, ("state_control", "asserted", HERE)),
        ("[Kompas] " + SAID + " The ministry vets its bulletins.", ("state_control", "asserted", HERE)),
        ("[The ruling party's newspaper, Kompas], " + SAID, ("party_link", "asserted", HERE)),
        ("[Kompas, which the rebels own], " + SAID, ("party_link", "asserted", HERE)),
    ],
)
def test_who_stands_behind_a_source_is_told_in_many_ways(text, expected):
    assert expected in {c[1:] for c in found(text)}


@pytest.mark.parametrize(
    "clause",
    [
        "a report published by the ministry",
        "a member of the intelligence committee",
        "a book written by a former spy",
        "which connects right-of-centre workers",
        "a bank with a branch in Moscow",
    ],
)
def test_what_is_published_or_joined_is_no_control(clause):
    assert found(f"[Kompas, {clause}], {SAID}") == []


@pytest.mark.parametrize(
    "text",
    [
        "[Ana Marn], two of whose papers were retracted, {said} <the pass was shut>.|",
        "[Ana Marn], whose war diaries turned out to be forged, {said} <the pass was shut>.|",
        "[Ana Marn], found guilty in 2013 of forging a log, {said} <the pass was shut>.|",
        "[Ana Marn], fined twice for an invented interview, {said} <the pass was shut>.|",
        "[Ana Marn], whose last five predictions came to nothing, {said} <the pass was shut>.|",
        "[Ana Marn], who once had to apologise for an invented interview, {said} <the pass was shut>.|",
        "<The pass was shut>, [Ana Marn] {said}, a blogger with a reputation for making things up.|",
    ],
)
def test_who_was_wrong_before(text):
    assert [c[:2] for c in found(text)] == [("Ana Marn", "track_record")]


@pytest.mark.parametrize(
    "text",
    [
        "[Ana Marn], whose son was convicted of perjury, {said} <the pass was shut>.|",
        "[Ana Marn] {said} <the pass was shut>.| The council fined a builder for false claims.",
        "[Ana Marn], who predicted a thaw, {said} <the pass was shut>.|",
    ],
)
def test_who_was_not_wrong_before(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "[Ana Marn, whose husband sits on the builder's board], " + SAID,
        "[Ana Marn, who will pocket a commission if the sale goes through], " + SAID,
        "[Ana Marn], who hopes to unseat the mayor, " + SAID,
        "[Ana Marn, a golfing partner of the nominee], " + SAID,
        "[Ana Marn, the singer's mother], " + SAID,
        "[Ana Marn, hired by the bus company], " + SAID,
        "[Ana Marn], who has sold her story to a tabloid, " + SAID,
        "[Ana Marn] " + SAID + " The airport pays for her laboratory.",
        "[Ana Marn] " + SAID + " Her study was paid for by the company.",
        "[Ana Marn], who earns her living selling boilers, " + SAID,
    ],
)
def test_a_stake_of_ones_own_or_of_ones_kin_is_an_interest(text):
    assert {c[1] for c in found(text)} == {"interest"}


@pytest.mark.parametrize(
    "clause",
    [
        ", who sells fruit near the pass",
        ", who would lose her post if identified",
        ", who is married to a banker",
        ", whose father was dismissed last year",
        ", a fan of the singer",
        ", paid by the hour",
    ],
)
def test_a_life_is_no_interest(clause):
    assert found(f"[Ana Marn{clause}], {SAID}") == []


@pytest.mark.parametrize(
    ("claim", "remark", "category"),
    [
        ("900 people had come", "Police counted 90.", "disputed"),
        ("900 people had come", "Police put the turnout at 90.", "disputed"),
        ("900 people had come", "Gate logs list 90.", "contradicted"),
        ("900 people had come", "Police counted 920.", None),
        ("900 people had come", "The club logged 12 goals in May.", None),
        ("thefts had doubled", "They have fallen for three years.", "contradicted"),
        ("the clerk had been threatened", "Inspectors found no trace of it.", "contradicted"),
        ("the council had met in secret", "[The clerk] {says} <the meeting never happened>.|", "disputed"),
        ("the pass would be sold", "[Ana Sorin] {laughed} <it off>.|", "disputed"),
        ("the pass was closed", "<Not so>, {says} [Ana Sorin].|", "disputed"),
        ("the pass was closed", "Ana Sorin laughed at a joke about the weather.", None),
    ],
)
def test_another_number_or_a_plain_no_opposes_a_claim(claim, remark, category):
    rows = found(f"[Governor Ivo Brandt] {{said}} <that {claim}>.| {remark}")
    assert [row[1] for row in rows] == ([category] if category else [])


@pytest.mark.parametrize(
    "text",
    [
        "[Kompas, which the interior ministry has proscribed], " + SAID,
        "[Kompas, labelled an agent of foreign influence by the council], " + SAID,
        "[Kompas, on the ministry's register of foreign agents], " + SAID,
        "[Ana Marn], whose assets the treasury froze in June, " + SAID,
        "[Ana Marn], banned from entering Tavria, " + SAID,
        "[Kompas] " + SAID + " The ministry put Kompas on its blacklist in May.",
    ],
)
def test_a_list_or_a_label_is_a_designation(text):
    assert {c[1] for c in found(text)} == {"designation"}


@pytest.mark.parametrize("clause", ["on the waiting list", "barred from entering the hall", "whose assets grew"])
def test_other_lists_are_no_designation(clause):
    assert found(f"[Kompas, {clause}], {SAID}") == []


@pytest.mark.parametrize(
    ("remark", "category"),
    [
        ("again without figures", "no_evidence"),
        ("and a count by the auditors bore him out", "verified"),
    ],
)
def test_what_is_added_behind_a_cue_is_the_publishers(remark, category):
    text = f"<The pass was shut>, [Teo Brandt] {{said}}, <{remark}>.|"
    assert [c[1:] for c in found(text)] == [(category, "asserted", HERE)]


def test_a_forecast_is_told_behind_a_pronoun():
    text = "[Ana Marn] {said} <the pass was shut>.| Her last five predictions came to nothing."
    assert found(text) == [("Ana Marn", "track_record", "asserted", HERE)]


def test_what_should_be_denied_is_not():
    assert found("[Ana Marn] " + SAID + " [Teo Brandt] {said} <the council must rebut the claim>.|") == []


@pytest.mark.parametrize(
    "remark",
    [
        "Marn is wrong.",
        "She was flatly mistaken.",
        "Marn exaggerated when she talked to the board.",
        "Her account does not stand up to scrutiny.",
        "So far, it isn't happening.",
        "But police results show an open road.",
        "An aide later acknowledged that Marn misspoke.",
        "She later walked back her remarks.",
        "Contrary to Marn's claims, the road was open.",
        "The actual figure was closer to five.",
        "The files undercut what Marn told the board.",
    ],
)
def test_a_claim_can_be_said_to_be_wrong(remark):
    text = "[Ana Marn] " + SAID + " " + remark
    assert [c[:3] for c in found(text)] == [(CLAIM, "contradicted", "asserted")]


@pytest.mark.parametrize(
    "remark",
    [
        "[Teo Brandt] {said} <the road must not go wrong>.|",
        "The actual reason is unknown.",
        "Teo Brandt is wrong.",
        "[Teo Brandt] {said} <he would verify that the road was in fact closing>.|",
        "[Teo Brandt] {said} <it would dispel any doubts that people had>.|",
    ],
)
def test_other_errors_contradict_no_claim(remark):
    assert found("[Ana Marn] " + SAID + " " + remark) == []


def test_who_is_said_to_be_wrong_made_the_claim():
    text = "[Ana Marn] {said} <the pass was shut>.| [Teo Brandt] {said} <it rained>.| <Ana Marn is wrong>, {said} [Kurt Voll].|"
    assert found(text) == [(CLAIM, "disputed", "attributed", "Kurt Voll")]


@pytest.mark.parametrize(
    ("remark", "hits"),
    [
        ("There is no evidence that a guard closed the pass.", ["no_evidence"]),
        ("There is no evidence of rain.", []),
        ("There is no indication that this will happen.", []),
    ],
)
def test_there_is_no_evidence_for_what_was_claimed(remark, hits):
    text = "[Ana Marn] {said} <a guard had closed the pass>.| " + remark
    assert [c[1] for c in found(text)] == hits


@pytest.mark.parametrize("clause", ["who cannot be trusted", "who lied to voters", "who pleaded guilty to wire fraud"])
def test_a_source_can_be_said_to_be_dishonest(clause):
    assert [c[:2] for c in found(f"[Ana Marn, {clause}], {SAID}")] == [("Ana Marn", "track_record")]


@pytest.mark.parametrize(
    "text",
    [
        "[Kompas] " + SAID + " [The editor] {rejects} <suggestions that the palace pays for what it prints>.|",
        "<[The police] found no evidence of a break-in at the shop>, {said} [Ana Marn].|",
    ],
)
def test_nobody_is_denied_who_claimed_nothing_of_the_kind(text):
    assert [c for c in found(text) if c[1] == "disputed"] == []


@pytest.mark.parametrize(
    ("remark", "category"),
    [
        ("(It was not.)", "contradicted"),
        ('[The council] {called} <that report Friday a "bald-faced lie">.|', "disputed"),
    ],
)
def test_short_answers_to_a_claim(remark, category):
    assert [c[:2] for c in found("[Ana Marn] " + SAID + " " + remark)] == [(CLAIM, category)]
