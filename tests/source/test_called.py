"""By what name, kind and naming sources go: long forms, descriptions beside names, shares of those asked, the author's kin."""

import pytest

import credtag


def origins(text, **about):
    """Return name, kind and naming of the origin of each claim that has a source."""
    claims = credtag.tag(text, publisher="The Harbour Post", **about).frames().claims
    told = claims[claims["form"] != "narrated"]
    names = [None if name != name else name for name in told["source"]]
    return list(zip(names, told["source_kind"], told["naming"], strict=True))


ALLIANCE = ("Alliance to Rebuild Our Harbours", "organisation", "named")
POLL = ("a poll by Datum Research", "document", "named")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an acronym in brackets tells how far a name reaches
        ("The Alliance to Rebuild Our Harbours (AROH) said no.", ALLIANCE),
        ("The event organizer Alliance to Rebuild Our Harbours (AROH) met. AROH said no.", ALLIANCE),
        ("The Alliance to Rebuild Our Harbours (AROH) met. The alliance said no.", ALLIANCE),
        ("The Fund of Young Readers and Writers (FYRW) met. FYRW said no.", ("Fund of Young Readers and Writers", "organisation", "named")),
        ("The Committee for a Better Harbour said no.", ("Committee for a Better Harbour", "organisation", "named")),
        ("The Lumen Institute moved (SEE below). It said no.", ("Lumen Institute", "organisation", "named")),
        # what stands beside a name
        ("Hadrin himself said no. Colin Hadrin left.", ("Colin Hadrin", "person", "named")),
        ("Owner Mel Benedek said no.", ("Mel Benedek", "person", "named")),
        ("Club legend Phil Dobrin himself said no.", ("Phil Dobrin", "person", "named")),
        ("Former Gov. Bill Ridder of New Mexico said no.", ("Bill Ridder", "person", "named")),
        ("The head of the mission, Belmarian lawmaker Aino Kestra, said no.", ("Aino Kestra", "person", "named")),
        ("Politico Magazine said no.", ("Politico Magazine", "outlet", "named")),
        ("She runs a press firm, Corbeck Stane. Later Corbeck Stane said it was late.", ("Corbeck Stane", "organisation", "named")),
        ("She told the firm, Pavel Tresk said.", ("Pavel Tresk", "person", "named")),
        ("Ardeltis Medical fell. Ardeltis said no.", ("Ardeltis Medical", "organisation", "named")),
        ("Merla Wines left. Wimes said no.", ("Merla Wines", "person", "named")),
        ("The man, a baker who is identified only as Javid for fear of reprisals, said it was late.", ("Javid", "person", "anonymous")),
        ("The International Labour Bureau said no.", ("International Labour Bureau", "organisation", "named")),
        # more and less of a description
        ("Ana Sorin and her aides said no.", ("Ana Sorin and her aides", "group", "named")),
        ("Ana Sorin wrote a study. She and her colleagues said no.", ("Ana Sorin and her colleagues", "group", "named")),
        ("Both sides said no.", ("both sides", "group", "described")),
        ("Others in the harbour community said no.", ("Others in the harbour community", "group", "described")),
        ("Head office said no.", ("Head office", "organisation", "described")),
        ("Karvia's general staff said no.", ("Karvia's general staff", "government", "named")),
        ("A team led by Jan Holm at the Lumen Institute said no.", ("a team led by Jan Holm at the Lumen Institute", "group", "described")),
        ("A manager, who spoke on condition that he not be identified, said no.", ("a manager", "person", "anonymous")),
        ("One dressing-room insider said no.", ("one dressing-room insider", "person", "anonymous")),
        ("Government calls report lies\nThe government of Aman Dolat said no.", ("the government of Aman Dolat", "government", "named")),
        # documents
        ("Polling averages show a lead.", ("Polling averages", "document", "described")),
        ("An affidavit filed with the court says no.", ("an affidavit filed with the court", "document", "named")),
        ("A tally published by Clear Count shows a gap.", ("a tally", "document", "named")),
        ("A tally seen by Clear Count shows a gap.", ("a tally", "document", "described")),
        ("The paper, published in Annals of Lumen Sleep, concluded that it was cold.", ("the paper", "document", "named")),
        # shares of those asked are the poll just told of
        ("In a poll by Datum Research, 54 percent said they were cold.", POLL),
        ("A poll by Datum Research found no change. Another 19 per cent said no.", POLL),
        ("A poll by Datum Research came out. Some 58 percent of those asked said no.", POLL),
        ("A poll by Datum Research came out. Some 58% of voters said no.", ("some 58% of voters", "group", "described")),
        ("Nearly eight of 10 voters said no.", ("Nearly eight of 10 voters", "group", "described")),
        ("About eight out of 10 said no.", ("About eight out of 10", "group", "described")),
        # who is taken up
        ("A team in Marn said yes. The same group said no.", ("a team in Marn", "group", "described")),
        ("Two clerks said yes. A third said no.", ("one of two clerks", "person", "described")),
        ("The newsletter Orbit Letter began. The Lumen Echo asked. The newsletter said no.", ("Orbit Letter", "outlet", "named")),
        ("The think tank Institute for Open Work met. The think tank said no.", ("Institute for Open Work", "organisation", "named")),
        ("My father said no.", ("my father", "person", "described")),
    ],
)  # fmt: skip
def test_what_a_source_is_called(text, expected):
    assert origins(text)[-1] == expected


def test_the_author_of_the_page_is_who_my_father_is_of():
    assert origins("My father said no.", authors=["Ana Vale"]) == [("Ana Vale's father", "person", "described")]
    assert len(origins("My father said no.", authors=[" "])) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # names that other mentions complete
        ("Karvo Tresk left. Later Karvo said it was late.", ("Karvo Tresk", "person", "named")),
        ("Karvo Tresk left for Karvo. Officials in Karvo said it was late.", ("Officials in Karvo", "group", "described")),
        ("wikiTide is a site which sells books. It said it would grow.", ("wikiTide", "organisation", "named")),
        ("Colonel's Notebook, a channel, claimed that it fell.", ("Colonel's Notebook", "outlet", "named")),
        ("The outlet Frontline 24 said it was late.", ("Frontline 24", "outlet", "named")),
        ("Season-ticket holder Gary Moss on the Terrace forum said it was late.", ("Gary Moss", "person", "named")),
        ("Former clerk Ana Sorin of the Lumen Institute said it was late.", ("Ana Sorin", "person", "named")),
        # groups and reports
        ("Two members of the journal's board said it was late.", ("two members of the journal's board", "group", "described")),
        ("The consortium said it was late. Novita Group left.", ("the consortium", "organisation", "described")),
        # pronouns for those whom the words before only describe, or who became the subject since
        ("Observers from the port were more careful. In a statement they called it fair.", ("Observers from the port", "group", "described")),
        ("We met a nurse who saw the fire; she said it was late.", ("a nurse", "person", "described")),
        ("Ana Sorin met a nurse who saw the fire; she said it was late.", ("Ana Sorin", "person", "named")),
        ("The Road Ministry called it sound. Novita Group fell. It said the fine was high.", ("Novita Group", "organisation", "named")),
        ("Novita Group called it sound. Karvia's parliament met. It said the fine was high.", ("Karvia's parliament", "government", "named")),
        ("Novita Group called it sound. Shares in Tavrix Oil fell. It said the fine was high.", ("Novita Group", "organisation", "named")),
        # sorts of bodies and the heads that their names have
        ("The Institute for Open Work met. The think tank said it was late.", ("Institute for Open Work", "organisation", "named")),
        ("Lumen Rovers lost. Novita Group paid. The club said it was late.", ("Lumen Rovers", "organisation", "named")),
        ("Three brands, among them Novita, said it was late.", ("three brands", "organisation", "named")),
        ("Three brands left. Three brands said no. A fourth, Harbour Nord, said it was late.", ("Harbour Nord", "organisation", "named")),
        ("The state-run agency TarimInform said it was late.", ("TarimInform", "outlet", "named")),
        ("He told Parliament no. The opposition has called for an inquiry into what it says is theft.", ("the opposition", "group", "described")),
        ("The police union said it was late.", ("the police union", "organisation", "named")),
        ("Novita Group lost money, according to its latest accounts.", ("Novita Group's latest accounts", "document", "named")),
        ("The Lumen Review wrote of it. The paper, published in Annals of Lumen Sleep, concluded that it was cold.", ("the paper", "document", "named")),
        ("The group Friends of the Bay said it was late.", ("Friends of the Bay", "organisation", "named")),
        ("Friends of the mayor said it was late.", ("Friends of the mayor", "group", "described")),
        ("Activists from Clean Rivers Now met. Clean Rivers Now said it was late.", ("Clean Rivers Now", "organisation", "named")),
        ("The Lumen Fishermen's Association said it was late.", ("Lumen Fishermen's Association", "organisation", "named")),
        ("The U.N. refugee agency said it was late.", ("the U.N. refugee agency", "government", "named")),
        ("Marn County Sheriff's Office met Sheriff Bo Brell. The sheriff's office said it was late.", ("Marn County Sheriff's Office", "government", "named")),
        # documents that the text identified before they spoke
        ("The council published a log on Monday. The log shows that it was cold.", ("the log", "document", "named")),
        ("A log published by the directorate is long. The log shows that it was cold.", ("the log", "document", "named")),
        ("A clerk read a log on the train. The log shows that it was cold.", ("the log", "document", "described")),
        ("A man found a letter in the attic on Monday. The letter says that it was cold.", ("a letter", "document", "described")),
        ("The release notes for Quill 4.2 say that it was cold.", ("the release notes for Quill 4.2", "document", "named")),
        # texts, consultants and all of them
        ("A video posted by Pavel Tresk shows a fire.", ("Pavel Tresk", "person", "named")),
        ("A video posted on Telegram by Pavel Tresk shows a fire.", ("Pavel Tresk", "person", "named")),
        ("A post by the mayor said it was late.", ("the mayor", "person", "described")),
        ("Jan Holm met his consultant, Mara Vint. His consultant said it was late.", ("Mara Vint", "person", "named")),
        ("Jan Holm hired a consultant. His consultant said it was late.", ("Jan Holm's consultant", "person", "described")),
        ("Two clerks and a nurse said no. All three said it was late.", ("two clerks and a nurse", "group", "described")),
        ("A 42-year-old teacher said no. The 42-year-old said it was late.", ("a 42-year-old teacher", "person", "described")),
        ("Ana Sorin said it was late. Pavel Tresk told reporters that it was early. Both said they would vote.", ("Ana Sorin and Pavel Tresk", "group", "named")),
        ("Sen. Ana Sorin said it was late. Sen. Pavel Tresk told reporters that it was early. Both senators said they would vote.", ("Ana Sorin and Pavel Tresk", "group", "named")),
        ("Clerk Ana Sorin said it was late. Sen. Pavel Tresk told reporters that it was early. Both senators said they would vote.", ("both senators", "group", "described")),
        ("Novita said sales were weak. The company said it was late.", ("Novita", "organisation", "named")),
        ("Mr. Novit said sales were weak. The company said it was late.", ("the company", "organisation", "described")),
        ("Shares in Tavrix fell. Novita Group said sales were weak. The company said it was late.", ("Novita Group", "organisation", "named")),
        ("Milo Varga said he was happy. The 24-year-old said it was cold.", ("Milo Varga", "person", "named")),
        ("Mayor-elect Uma Kraft left. The mayor-elect said it was late.", ("Uma Kraft", "person", "named")),
        ("Scientists at Lumen University found that it melts. The team said it was late.", ("Scientists at Lumen University", "group", "described")),
        ("The defense said it was late.", ("the defense", "group", "described")),
        ("Our mother believes he is ill.", ("our mother", "person", "described")),
        ("The World Bank and the IMF met. The World Bank said growth would slow. The fund said it was late.", ("IMF", "organisation", "named")),
        ("Two clerks, who declined to give their names, said it was late.", ("two clerks", "group", "anonymous")),
        # acronyms with stops, firms with names like a group's, surnames that are also titles
        ("The Marine Safety Commission met. The M.S.C. said it was late.", ("Marine Safety Commission", "government", "named")),
        ("His employer, Larkmead Coaches, said it was early. The company said it was late.", ("Larkmead Coaches", "organisation", "named")),
        ("Her publisher, Tresk & Vale, said it was late.", ("Tresk & Vale", "organisation", "named")),
        ("Its owner, Karl Brell, said it was late.", ("Karl Brell", "person", "named")),
        ("Howard Dean left. Later Dean said it was late.", ("Howard Dean", "person", "named")),
        ("Adam Baker met Stephen King. King said it was late.", ("Stephen King", "person", "named")),
        ("Victoria Police said it was late.", ("Victoria Police", "government", "named")),
        # who a union, a bloc or an agency is
        ("A union representing cabin crews said it was late. The Association of Cabin Crews met.", ("Association of Cabin Crews", "organisation", "named")),
        ("A union for pilots said it was late. The Guild of Smiths met.", ("a union for pilots", "organisation", "described")),
        ("After vote, bloc says it will pay\n\nThe European Union grew on Friday, after a long night in Karvo.", ("European Union", "government", "named")),
        ("The Karvo Times met the Weather Bureau. The agency said it was late.", ("Weather Bureau", "government", "named")),
        ("The Lumen court met. The agency said it was late.", ("the agency", "government", "named")),
        ("The Road Service met. Officials at Customs Inquiries, a division of the Harbour Authority, said no. The agency said it was late.", ("Customs Inquiries", "organisation", "named")),
        ("The Road Service met. An official with Lumen Customs said it was early. The agency said it was late.", ("Lumen Customs", "government", "named")),
        # short forms, appositions, tellings and the names that descriptions carry
        ("The Karvo County Board of Elections met. The Board of Elections said it was late.", ("Karvo County Board of Elections", "government", "named")),
        ("The Karvo Supreme Court met. The Supreme Court said it was late.", ("Supreme Court", "government", "named")),
        ("Another marcher, 19-year-old Karl Brell, said it was late.", ("Karl Brell", "person", "named")),
        ("Ana Sorin told of it. According to her account, it was late.", ("Ana Sorin", "person", "named")),
        ("Karvo News Service said it was late.", ("Karvo News Service", "outlet", "named")),
        ("The Karvo Weather Service met. The Kremlin press service said it was late.", ("the Kremlin press service", "government", "named")),
        ("Visas go to Lumen citizens, who say it is late.", ("Lumen citizens", "group", "described")),
        # whose someone or something is
        ("A minister, who asked not to be identified, said colleagues wanted Ana Sorin to go. Her office called it late gossip.", ("Ana Sorin's office", "government", "named")),
        ("Karl Brell left. His physician, Ivo Born, wrote it. His physician said it was late.", ("Ivo Born", "person", "named")),
        ("The country's drug regulator has paid, it said on Friday.", ("the country's drug regulator", "government", "named")),
        ("John Dorn, a senator, left. The former first lady and senator said it was late.", ("the former first lady and senator", "person", "described")),
        # whom the lead describes is who speaks first, not whom the speaker's description names
        ("A former clerk wants the mayor to open a long inquiry\n\nA former clerk of the port wants the mayor to open a long inquiry.\n\n\"It is late,\" said Karl Brell, who served in Pavel Dorn's years.\n\nThe former clerk said it was late.", ("Karl Brell", "person", "named")),
        # deputies
        ("Pavel Dorn, the minister, left. Dorn's deputy, Ivo Brell, said no. The deputy minister said it was late.", ("Ivo Brell", "person", "named")),
        ("Pavel Dorn, the minister, left. The deputy minister said it was late.", ("the deputy minister", "person", "described")),
        ("Deputy Trade Minister Ana Sorin met Pavel Dorn, the minister. The deputy minister said no. The minister said it was late.", ("Pavel Dorn", "person", "named")),
        # of what someone is something
        ("Police spokesman Karl Brell said no. The spokesman for the army said it was late.", ("the spokesman for the army", "person", "described")),
        ("Karl Brell, a spokesman for the army, said no. The army spokesman said it was late.", ("Karl Brell", "person", "named")),
        ("UN spokesman Karl Brell said no. The spokesman for the United Nations said it was late.", ("Karl Brell", "person", "named")),
        ("Mayor Karl Brell said no. The mayor of Belmar said it was late.", ("Karl Brell", "person", "named")),
        ("Karl Brell, the mayor of Karvo, said no. The mayor of Belmar said it was late.", ("the mayor of Belmar", "person", "described")),
        ("Karl Brell, director of the Lumen Institute, said no. The director of the institute said it was late.", ("Karl Brell", "person", "named")),
        ("President Karl Brell of Karvia met President Ana Sorin of Lumen. The Karvian president said it was late.", ("Karl Brell", "person", "named")),
        ("The US ambassador, Lena Marn, and the Russian ambassador, Oleg Drun, met. The US ambassador said it was late.", ("Lena Marn", "person", "named")),
        ("Defence Minister Karl Brell and Trade Minister Ana Sorin met. The trade minister said it was late.", ("Ana Sorin", "person", "named")),
        ("Defence Minister Karl Brell and Trade Minister Ana Sorin met. The health minister said it was late.", ("the health minister", "person", "described")),
        ("A spokesman for the army said no. The spokesman for the police said yes. The army spokesman said it was late.", ("a spokesman for the army", "person", "described")),
        # callings before a name
        ("Pastor Ana Sorin left. The pastor said it was late.", ("Ana Sorin", "person", "named")),
        ("Dr. Ana Sorin left. The doctor said it was late.", ("Ana Sorin", "person", "named")),
        ("Dr. Ana Sorin left. The doctor at the clinic said it was late.", ("the doctor at the clinic", "person", "described")),
        ("Sister Ana Sorin left. The sister said it was late.", ("the sister", "person", "described")),
        # kinds and naming of bodies
        ("The United Nations Security Council said it was late.", ("United Nations Security Council", "organisation", "named")),
        ("Many European countries said it was late.", ("many European countries", "group", "described")),
        ("The mission of the Southern Forum said it was late.", ("the mission of the Southern Forum", "organisation", "named")),
        ("The monitoring mission said it was late.", ("the monitoring mission", "organisation", "named")),
        ("The board of the museum said it was late.", ("the board of the museum", "organisation", "described")),
        # who spoke in the lead without a word on who that is
        ("Ivo Axel asked Karl Born on Friday to tell the whole town the truth.\n\n\"It is late,\" Marn's former strategist said.", ("Ivo Axel", "person", "named")),
        ("Ivo Axel asked Karl Born on Friday to tell the whole town the truth.\n\n\"It is late,\" Born's former wife said.", ("Karl Born's former wife", "person", "described")),
        ("Ivo Axel, a clerk, asked Karl Born on Friday to tell the whole town.\n\n\"It is late,\" Marn's former strategist said.", ("Marn's former strategist", "person", "described")),
        # companies, clubs and groups
        ("Novita Group met the Karvo Workers Union. The union said no. The company said it was late.", ("Novita Group", "organisation", "named")),
        ("A spokesman for Novita said no. The company said it was late.", ("Novita", "organisation", "named")),
        ("A spokesman for Ana Sorin said no. The company said it was late.", ("the company", "organisation", "described")),
        ("Human Rights Now accused Karvia of theft. The group said it was late.", ("Human Rights Now", "organisation", "named")),
        ("Xanthos Garcia Lopez said no. The company said it was late.", ("the company", "organisation", "described")),
        ("Novita, a carmaker, met Tavrix, a chipmaker. The carmaker said it was late.", ("Novita", "organisation", "named")),
        ("Karvo FC beat Belmar Rovers. The club said it was late.", ("Karvo FC", "organisation", "named")),
        ("St. Ann's Hospital said it was late.", ("St. Ann's Hospital", "organisation", "named")),
        # a speaker and whom the speech names
        ('Ana Sorin left. "I saw Maria Tresk," she said.', ("Ana Sorin", "person", "named")),
        ('"I saw Maria Tresk," she said.', (None, "person", "described")),
        ('"The town was cold," wrote Ana Sorin. "Maria Tresk left it. She said it was late."', ("Maria Tresk", "person", "named")),
        ("Tresk left for Marn.\nThe dog barked. He said it was late. Tresk said no.", ("Tresk", "person", "named")),
    ],
)  # fmt: skip
def test_who_is_meant(text, expected):
    assert origins(text)[-1] == expected


def test_reports_from_a_place_are_unspecified():
    assert [naming for _, _, naming in origins("Reports in Spain said it was late.")] == ["unspecified"]
