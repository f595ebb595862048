"""Caveats in many wordings, read from plain text: what a later sentence says of a claim or of who made it, and what a source gains."""

import pytest

import credtag


def against(text):
    """Return what is said against the sources and claims of a text: (category, the source or "claim")."""
    frames = credtag.tag(text, publisher="The Harbour Post").frames()
    names = dict(zip(frames.sources.source_id, frames.sources.name, strict=True))
    rows = frames.evidence[frames.evidence.part == "caveat"]
    return {(str(row.code), names.get(row.source_id, "claim")) for row in rows.itertuples()}


@pytest.mark.parametrize(
    ("text", "category", "owner"),
    [
        (
            "Regulators were slow to act, the memo said. A spokeswoman for the authority called that characterization unfair and inaccurate.",
            "disputed",
            "claim",
        ),
        ("The prisoner was alone in the yard, his lawyer said. That is not how guards tell it.", "disputed", "claim"),
        (
            "A group calling itself Tin Moth said it had copied two million cards. Banerjee doubts that the group was involved.",
            "disputed",
            "claim",
        ),
        (
            "Lawyers for the engineer say the company hid the fault. The company strongly disputes that it hid the fault.",
            "disputed",
            "claim",
        ),
        ("Neighbours said the dog had bitten a child. The owner says that's a lie.", "disputed", "claim"),
        ("The colonel said the convoy was armed. Whether that is so is contested.", "disputed", "claim"),
        ("A former clerk said the mayor had taken cash. The mayor has always denied it.", "disputed", "claim"),
        (
            'A former clerk said the mayor had taken cash. "Completely false," the mayor told reporters.',
            "disputed",
            "claim",
        ),
        ("A former clerk said the mayor had taken cash. The mayor insists he never took a penny.", "disputed", "claim"),
        (
            "The army said the drones were a cover story. A blogger said troops had fled. Neither offered any proof.",
            "no_evidence",
            "claim",
        ),
        (
            "The messages were forged by a rival, Altamar said through its lawyers. It produced nothing in support of that.",
            "no_evidence",
            "claim",
        ),
        ("Tin Moth said it had copied two million cards; no data were published.", "no_evidence", "claim"),
        (
            "The agency said three saboteurs had been shot. It released no footage of the operation.",
            "no_evidence",
            "claim",
        ),
        ("The general said the plot was run from abroad. He has yet to show any proof.", "no_evidence", "claim"),
        ("The general said the plot was run from abroad. There is nothing to back this up.", "no_evidence", "claim"),
        (
            "The channel said a bridge had been blown up. The report could not be matched with any other account.",
            "not_verified",
            "claim",
        ),
        ("The channel said a bridge had been blown up. No other source has reported it.", "not_verified", "claim"),
        (
            "A clip said to show the governor was posted by Kurs. Where and when it was filmed is not known.",
            "not_verified",
            "claim",
        ),
        ("Kurs said the captain had fled. No second source could be found for this.", "not_verified", "claim"),
        (
            "A group calling itself Tin Moth, which has falsely claimed attacks before, said it had copied two million cards.",
            "track_record",
            "Tin Moth",
        ),
        (
            "The Mountain Guard, which has taken credit for attacks it did not commit, said it had fired the rockets.",
            "track_record",
            "Mountain Guard",
        ),
        (
            "The channel Harbour Whisper said dozens were ill. In 2022, the channel published a photograph of a train crash in another country and said it showed an attack on the port.",
            "track_record",
            "Harbour Whisper",
        ),
        (
            "Kurs, which announced the death of a bishop who is still alive, said the general was dead.",
            "track_record",
            "Kurs",
        ),
        ("Ana Sorin, who served two years for fraud, said the pass was shut.", "track_record", "Ana Sorin"),
        ("Ana Sorin, who has a conviction for fraud, said the pass was shut.", "track_record", "Ana Sorin"),
        ("Ana Sorin, who has apologised for two similar stories, said the pass was shut.", "track_record", "Ana Sorin"),
        (
            '"It is always the man on the bridge," Solveig Thorsen wrote. Thorsen is the commander\'s sister.',
            "interest",
            "Solveig Thorsen",
        ),
        ("Ana Sorin, the widow of one of the miners, said the company had lied.", "interest", "Ana Sorin"),
        (
            "The daily Morgenkurier, which belongs to Herrig's brother, reported that a clerk had backdated the stamp.",
            "interest",
            "Morgenkurier",
        ),
        (
            "The newspaper El Pregón said the boat had no engine. El Pregón belongs to the family of opposition leader Inés Barrantes.",
            "party_link",
            "El Pregón",
        ),
        (
            "Benvoglio, whose group is funded in part by the consortium that is building the telescope, said the signal was an error.",
            "interest",
            "Benvoglio",
        ),
        ("Biolull, a company that sells probiotic capsules, said they improve sleep.", "interest", "Biolull"),
        ("Olga Brun, who is named in his will, said the priest was innocent.", "interest", "Olga Brun"),
        (
            "Lev Aronson, whose daughter was among those freed, said the deal was the best possible.",
            "interest",
            "Lev Aronson",
        ),
        ("Saul Priddy, who is acting for the developer, said the field was dry.", "interest", "Saul Priddy"),
        (
            "Fay Kerslake, who does paid work for the port authority, said the sackings were right.",
            "interest",
            "Fay Kerslake",
        ),
        ("Gail Norris, boss of the losing bidder, said the contract was unfair.", "interest", "Gail Norris"),
        (
            "Ray Lomax, who has claimed 3 million from his insurers, said squatters lit the fire.",
            "interest",
            "Ray Lomax",
        ),
        ("Ian Croft MP, himself a landlord with 19 flats, said rent controls fail.", "interest", "Ian Croft MP"),
        ("State news media said the test had succeeded.", "state_control", "State news media"),
        ("TKR, Tavria's propaganda network, said the test had failed.", "state_control", "TKR"),
        (
            "The Workers' Daily, organ of the Revolutionary Socialist League, said 20,000 had marched.",
            "party_link",
            "the Workers' Daily",
        ),
        ("Al-Sanad, which belongs to the Brigade of the Oath, reported six dead.", "party_link", "Al-Sanad"),
        (
            "The Solidarity Foundation, a left-leaning research body, said the tax would cost 400.",
            "party_link",
            "Solidarity Foundation",
        ),
        (
            "Marengo is for sale, an agent said. Marengo president Ines Zubel insists that no offer has arrived.",
            "disputed",
            "claim",
        ),
        ("The channel quoted a doctor, whom it did not name, as saying that dozens were ill.", "anonymity", "a doctor"),
        ("One woman, who asked us not to name her, said the list did not exist.", "anonymity", "one woman"),
        ("Marta Liss, whose husband is the developer's architect, said rents would fall.", "interest", "Marta Liss"),
        ("Ana Sorin said the quarry was safe. Her brother works for the quarry.", "interest", "Ana Sorin"),
        (
            "Ana Sorin, who pleaded guilty in 2019 to lying to Congress, said the pass was shut.",
            "track_record",
            "Ana Sorin",
        ),
        ("Ana Sorin, who was jailed two years ago for fraud, said the pass was shut.", "track_record", "Ana Sorin"),
        ("A clerk said the mayor had taken cash. The mayor denies doing so.", "disputed", "claim"),
        (
            'The snow was set off, according to a post by White Mountain. Petra Nool said: "That is nonsense. It was the thaw."',
            "disputed",
            "claim",
        ),
        (
            '"This river is dead," said Tam Boyle. Ecologist Freya Lunn, who has counted fish there since May, begs to differ.',
            "disputed",
            "claim",
        ),
        (
            "A spokesman said the road was open. Lorry drivers stuck there since Monday tell a different story.",
            "disputed",
            "claim",
        ),
        (
            "Wages went unpaid, said the Helix Project. The office said that all wages had been sent. It called the report a smear.",
            "disputed",
            "claim",
        ),
        (
            "Jean Farge said an imam was paying gunmen. He was ordered to pay damages in May. The mosque said it was a lie.",
            "disputed",
            "claim",
        ),
    ],
)
def test_a_caveat_is_found_however_it_is_put(text, category, owner):
    assert (category, owner) in against(text)


@pytest.mark.parametrize(
    "text",
    [
        "A former clerk said the mayor had taken cash. The mayor rejected calls to resign.",
        "A former clerk said the mayor had taken cash. The clerk said otherwise in 2019.",
        "The coach said the team was tired. Fans are unhappy with the tickets.",
        "The museum said the painting was stolen. It published no catalogue.",
        "Radio Sol said the pass was shut. An officer would neither confirm nor deny the report.",
        "Ana Sorin, who won a libel suit against the paper, said the pass was shut.",
        "Ana Sorin, whose father was jailed for fraud, said the pass was shut.",
        "Ana Sorin, the wife of a farmer, said the rain had come late.",
        "Ana Sorin, whose sister is a nurse, said the rain had come late.",
        "The general's son said the pass was shut.",
        "The state police said the road was open.",
        "Ana Sorin, whose brother is a teacher, said the pass was shut.",
        "Prosecutor Ana Sorin, who charged the banker with fraud, said the pass was shut.",
        "Ana Sorin said the pass was shut. The union insisted on a rise in pay.",
    ],
)
def test_what_only_looks_like_a_caveat_is_none(text):
    assert against(text) == set()


def test_neither_means_both_claims():
    text = "The army said the drones were a cover story. A blogger said troops had fled. Neither offered any proof."
    evidence = credtag.tag(text, publisher="The Harbour Post").frames().evidence
    assert evidence[evidence.code == "no_evidence"].claim_id.nunique() == 2
