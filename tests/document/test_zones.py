"""Zones: what is headline, byline, dateline, body, caption, credit, appeal or furniture."""

import re

import pytest

from credtag.document import appeal, read
from credtag.resources import table

LEAD = "The harbour of Marn will reopen in May after two years of work on its wall, Mayor Ana Sorin said on Monday."
MORE = "Ships will land there again before the summer, and the council has set aside two million crowns for it."


def zones(*paragraphs: str) -> list[tuple[str, str]]:
    article = read("\n".join(paragraphs))
    return [(zone.kind.value, article.slice(zone.span).strip()) for zone in article.zones]


BODY = ("body", f"{LEAD}\n{MORE}")


def test_plain_body_is_body():
    assert zones(LEAD, MORE) == [BODY]
    assert zones(LEAD) == [("body", LEAD)]
    assert zones("The port will close") == [("body", "The port will close")]


def test_a_lead_that_announces_what_we_know_is_body():
    lead = "The court threw out the fraud conviction of a former treasurer, ordering a new trial. Here is what we know."
    assert zones(lead, MORE) == [("body", f"{lead}\n{MORE}")]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("headline", "Marn harbour to reopen in May"),
        ("headline", "Marn Harbour Will Reopen in May, Mayor Says."),
        ("headline", "Harbour of Marn to reopen in May."),
        ("byline", "By Ana Sorin and Pavel Tresk"),
        ("byline", "By ANA SORIN, Staff Writer | The Harbour Post"),
        ("dateline", "Friday, July 21, 2031"),
        ("dateline", "Updated 3:40 p.m. ET, March 3, 2031"),
        ("dateline", "3 March 2031"),
        ("credit", "Photo: Ana Sorin / Marn Press"),
        ("credit", "Ana Sorin via Getty Images."),
        ("credit", "Ana Sorin / Reuters."),
        ("furniture", "Advertisement"),
    ],
)
def test_a_line_before_the_body(kind, line):
    assert zones(line, LEAD, MORE) == [(kind, line), BODY]


def test_two_lines_of_headline():
    assert zones("Harbour to reopen; ", "Council sets aside two million.", LEAD)[0] == (
        "headline",
        "Harbour to reopen; \nCouncil sets aside two million.",
    )


@pytest.mark.parametrize(
    "lead",
    [
        "MARN (Reuters) - ",
        "MARN, March 3 (AP) — ",
        "PORT MARN, Va. -- ",
        "Marn, Tresk — ",
        "(CNN) — ",
        "MARN — ",
        "Marn (dpa) - ",
    ],
)
def test_a_dateline_leads_the_first_paragraph(lead):
    assert zones(lead + LEAD, MORE) == [("dateline", lead.strip()), BODY]
    assert read(lead + LEAD).sentences[1].start == len(lead)


@pytest.mark.parametrize("line", ["Ana Sorin — a lawyer — won.", "Marn-born Tresk left.", "It rained - A lot."])
def test_a_dash_alone_makes_no_dateline(line):
    assert zones(line, MORE)[-1][0] == "body"
    assert not [kind for kind, _ in zones(line, MORE) if kind == "dateline"]


def test_subheadings_are_headlines_and_lists_are_body():
    assert zones(LEAD, "What comes next", MORE)[1] == ("headline", "What comes next")
    assert zones(LEAD, "Open the gate", "Mend the wall", "Pay the crew", MORE) == [
        ("body", f"{LEAD}\nOpen the gate\nMend the wall\nPay the crew\n{MORE}")
    ]
    assert zones(LEAD, MORE, f"THE COST OF IT ALL — {MORE}")[1:] == [
        ("headline", "THE COST OF IT ALL —"),
        ("body", MORE),
    ]


def test_a_caption_ends_in_its_credit():
    assert zones(LEAD, "The harbour at dawn. Image: Ana Sorin.", MORE) == [
        ("body", LEAD),
        ("caption", "The harbour at dawn."),
        ("credit", "Image: Ana Sorin."),
        ("body", MORE),
    ]


def test_a_body_sentence_that_mentions_an_agency_stays_body():
    for line in (
        "The mayor sued Getty Images.",
        "The firm said that the post had broken its terms of service, and that its privacy policy would change.",
        "She told her story on video: it was long.",
        "He donated to the fund, Reuters said.",
        "Supporters were urged to donate and to become members of the club, the mayor said.",
        '"We need your help. Please donate what you can," the mayor told the crowd on Monday night.',
    ):
        assert zones(LEAD, line, MORE) == [("body", f"{LEAD}\n{line}\n{MORE}")]


# --------------------------------------------------------------------------- boxes

LINKS = ["Related stories", "Marn bridge may close in May, mayor says", "Is the wall of the harbour safe?"]


def test_the_lines_under_a_heading_of_links_are_furniture():
    box = "\n".join(LINKS)
    assert zones(LEAD, *LINKS, MORE) == [("body", LEAD), ("furniture", box), ("body", MORE)]
    assert zones(LEAD, MORE, *LINKS) == [BODY, ("furniture", box)]


def test_the_line_between_links_and_article_is_its_headline():
    assert zones(*LINKS, "Harbour of Marn to reopen in May", LEAD, MORE) == [
        ("furniture", "\n".join(LINKS)),
        ("headline", "Harbour of Marn to reopen in May"),
        BODY,
    ]


def test_a_form_is_furniture_from_its_first_line_to_its_last():
    form = ["Sign up for our briefing", "All the news of the port, sent by our editor.", "Enter your email address"]
    assert zones(LEAD, *form, MORE) == [("body", LEAD), ("furniture", "\n".join(form)), ("body", MORE)]


def test_a_heading_of_links_alone_takes_no_body():
    for heading in ("Read more", "More on this story"):
        assert zones(LEAD, heading, MORE) == [("body", LEAD), ("furniture", heading), ("body", MORE)]


@pytest.mark.parametrize("row", table("lexicon/boxes.tsv"), ids=lambda row: row["example"])
def test_every_line_of_a_box_fires(row):
    example = row["example"].lower()
    whole = re.fullmatch(rf"(?:{row['pattern']}) ?[:.!]*", example)
    assert whole if row["part"] == "list" else re.match(row["pattern"], example)
    box = {
        "list": [row["example"], "Marn bridge to close"],
        "form": [row["example"], "The port in brief.", "Sign up"],
        "end": ["Sign up for our briefing", "The port in brief.", row["example"]],
    }[row["part"]]
    assert ("body", LEAD) in zones(LEAD, *box, MORE)
    assert ("body", MORE) in zones(LEAD, *box, MORE)


# --------------------------------------------------------------------------- appeals

APPEAL = [
    "A Message from The Harbour Post:",
    "Dear readers,",
    "These are hard times for us. Paper costs more every month, and our press is old.",
    "Your gift, no matter how small, helps. Please donate today from just $3.",
    "Prices rose again last week in the whole of the port.",
    "Thank you for standing with us.",
    "Maybe later",
]


def test_an_appeal_goes_on_to_its_last_line_and_the_article_after_it_is_body():
    message = "\n".join(APPEAL)
    assert zones(LEAD, *APPEAL) == [("body", LEAD), ("appeal", message)]
    assert zones(LEAD, *APPEAL, MORE, LEAD) == [("body", LEAD), ("appeal", message), ("body", f"{MORE}\n{LEAD}")]


def test_an_appeal_names_the_publisher_unless_it_is_given():
    text = "\n".join([LEAD, *APPEAL])
    assert read(text).publisher == "The Harbour Post"
    assert read(text, publisher="Marn Press").publisher == "Marn Press"
    assert read(text.replace("The Harbour Post", "the Editor")).publisher is None


def test_a_message_in_the_news_is_no_appeal():
    assert zones(LEAD, "A message from Mars", MORE)[1][0] != "appeal"


@pytest.mark.parametrize("row", table("lexicon/appeals.tsv"), ids=lambda row: row["example"])
def test_every_phrase_of_an_appeal_fires(row):
    example = row["example"].lower()
    if row["part"] == "cue":
        assert re.search(rf"\b(?:{row['pattern']})", example)
        assert appeal._strength(row["example"], read(row["example"]).paragraphs[0]) >= 1
    else:
        assert re.fullmatch(rf"(?:{row['pattern']}) ?[:,.]*", example)


@pytest.mark.parametrize("row", table("lexicon/zones.tsv"), ids=lambda row: row["example"])
def test_every_pattern_of_a_zone_fires(row):
    assert (row["zone"], row["example"]) == (row["zone"], row["example"].strip())
    found = dict(zones(LEAD, row["example"], MORE, LEAD))
    assert row["zone"] in found
    pattern = re.compile(row["pattern"], re.IGNORECASE)
    whole = {"is": pattern.fullmatch, "opens": pattern.match}.get(row["place"], pattern.search)
    assert whole(row["example"])


def test_a_list_of_links_ends_where_the_gap_widens():
    page = f"{LEAD}\n\nRelated stories\nMarn bridge may close\nIs the wall safe?\n\nWhat comes next\n\n{MORE}"
    kinds = [(zone.kind.value, read(page).slice(zone.span).strip()) for zone in read(page).zones]
    assert kinds == [
        ("body", LEAD),
        ("furniture", "Related stories\nMarn bridge may close\nIs the wall safe?"),
        ("headline", "What comes next"),
        ("body", MORE),
    ]


def test_a_line_close_to_the_paragraph_below_a_list_of_links_is_its_heading():
    page = read(f"{LEAD}\n\nRead also\n\nMarn bridge may close\n\nWhat comes next\n{MORE}")
    assert [(z.kind.value, page.slice(z.span).strip()) for z in page.zones][1:] == [
        ("furniture", "Read also\n\nMarn bridge may close"),
        ("headline", "What comes next"),
        ("body", MORE),
    ]


@pytest.mark.parametrize(
    ("box", "kind"),
    [
        ("Tide Tables\nWhat you need to know, every day.\nEnter your email\nSUBSCRIBE", "furniture"),
        ("ab/cde (Marn Press, Lumen)", "credit"),
    ],
)
def test_the_headline_above_a_box_stays_a_headline(box, kind):
    page = read(f"Mayor asks how safe the wall of the harbour is;\n{box}\n\n{LEAD}\n\n{MORE}\n\n{LEAD}")
    assert [z.kind.value for z in page.zones][:2] == ["headline", kind]
    assert page.slice(page.zones[1].span).strip() == box


def test_lines_that_stand_close_to_the_last_line_of_a_form_are_of_it():
    form = "Tide Tables\nWhat the port talks about, every day.\nEnter your email\nSUBSCRIBE"
    article = read(f"{LEAD}\n\n{form}\n\n{MORE}\n\n{LEAD}")
    assert [article.slice(z.span).strip() for z in article.zones if z.kind.value == "furniture"] == [form]


def test_what_a_form_promises_is_of_it():
    form = ["Tide Tables", "What you need to know, every day.", "Enter your email", "SUBSCRIBE"]
    assert zones(LEAD, *form, MORE) == [("body", LEAD), ("furniture", "\n".join(form)), ("body", MORE)]
    heard = "You could hear it in the town, on the wall and far out at sea, fishermen of Marn remember."
    assert zones(LEAD, heard, *form[2:], MORE)[0] == ("body", f"{LEAD}\n{heard}")


def test_sentences_between_headline_and_dateline_are_of_the_headline():
    deck = "Wall is done, but nobody knows who will pay."
    assert zones("Harbour of Marn to reopen.", deck, f"MARN, Ostrel - {LEAD}")[0] == (
        "headline",
        f"Harbour of Marn to reopen.\n{deck}",
    )
    assert zones("Harbour of Marn to reopen.", deck, LEAD) == [
        ("headline", "Harbour of Marn to reopen."),
        ("body", f"{deck}\n{LEAD}"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "The editors of the newsletter said that subscribers had left.",
        "We do not know who will pay, and you do not know either.",
        '"Sign up to our newsletter," the mayor told the crowd, and it laughed.',
        "The US has asked its members for a free trial of the site.",
        "The union asked its readers to comment on the story.",
    ],
)
def test_a_sentence_about_pages_and_readers_is_body(line):
    assert zones(LEAD, line, MORE) == [("body", f"{LEAD}\n{line}\n{MORE}")]


def test_an_appeal_begins_where_the_page_begins_to_speak_of_itself():
    message = [
        "You have come to the end, which tells us that you care what happens here.",
        "Our work is open to all, but it is not cheap to make. Please consider making a donation to us.",
        "Count me in",
    ]
    assert zones(LEAD, MORE, *message) == [BODY, ("appeal", "\n".join(message))]


def test_short_lines_of_a_transcript_are_body():
    text = (
        "Debate over the harbour toll in the town hall of Marn\n\nThe mayor and her rival met on Thursday evening.\n\n"
        "HOLM: Mr. Tresk?\n\nTRESK: The mayor knows that the debt was paid.\n\nHOLM: Is that so?\n\nIt is."
    )
    assert [zone.kind.value for zone in read(text).zones] == ["headline", "body"]


@pytest.mark.parametrize(
    "question",
    [
        "For our readers who do not know you, could you tell them how to subscribe to your paper?",
        "How did you come to sign up for the race?",
        "Why did you subscribe to that view?",
    ],
)
def test_a_question_of_an_interview_is_no_request_to_the_reader(question):
    answer = "\n\nI did so in May, when the port had been closed for a year and nobody cared.\n\n"
    text = f"Interview with Ana Sorin\n\n{question}{answer}Do you like it here?{answer}Would you stay?{answer}"
    assert [zone.kind.value for zone in read(text).zones] == ["headline", "body"]
    alone = f"The port of Marn\n\nThe port was closed in May.{answer}{question}{answer}"
    assert "furniture" in [zone.kind.value for zone in read(alone).zones]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Jana Holm is a senior editor at The Harbour Post.", "byline"),
        ("Jana Holm, a former pilot, writes on ports and is the author of two books.", "byline"),
        ("Ana Sorin is a former editor of the Marn Courier.", "body"),  # of whom the article speaks
        ("Jana Holm is a fisherwoman in Marn.", "body"),
    ],
)
def test_a_last_paragraph_about_who_wrote_the_article_is_byline(line, kind):
    assert [found for found, words in zones(LEAD, MORE, line) if line in words] == [kind]


def test_capitals_that_run_into_a_paragraph_are_a_heading():
    heading = "FERRIES TO MARN STOP RUNNING"
    assert zones(LEAD, MORE, f"{heading} Two ferries will be sold.") == [
        BODY,
        ("headline", heading),
        ("body", "Two ferries will be sold."),
    ]
    line = "The EU, the UN and NATO will meet in Marn in May."
    assert zones(LEAD, MORE, line) == [("body", f"{LEAD}\n{MORE}\n{line}")]


def test_a_source_in_brackets_behind_a_paragraph_is_a_credit():
    assert zones(LEAD, f"{MORE} [Marn Press]") == [BODY, ("credit", "[Marn Press]")]
    assert zones(LEAD, f'{MORE} "It [Marn] is old," Sorin said.')[-1][0] == "body"


def test_a_dash_without_spaces_ends_a_dateline_before_an_article():
    assert zones(f"MARN—{LEAD}", MORE)[0] == ("dateline", "MARN—")
    assert zones(f"MERS-CoV is back, and {LEAD}", MORE)[0][0] == "body"
