#!/usr/bin/env python3
"""Writes `reporting.txt` and `speakers.txt`: what the rules for quotations look words up in.

Both were written down for Parallax, here. The classes of reporting verbs follow those that the
literature agrees on in the main (see README.md); which verb goes where is this file's. Forms are made
by the rules of English spelling, irregular ones are given. Run it in its folder:

    python3 make_quotations.py
"""

# Lemma: class: flags. Flags say what may follow, besides words in quotation marks:
# t a that-clause, b a clause without `that`, p the same if a pronoun or an auxiliary shows it to be one,
# w a clause with `whether` or a question word, n it is a noun, r such a noun is a form of the verb too.
# Forms after `=` replace those made by rule.
VERBS = """
neutral
  say tb = say says said saying
  tell t = tell tells told telling
  state tp
  write tp = write writes wrote writing written
  report tp
  announce tp
  speak = speak speaks spoke speaking
  talk
  remark tp
  comment tp
  observe tp
  mention tp
  note tp
  reply tp
  answer tp
  respond tp
  add tp
  continue
  go on = go on,goes on,went on,going on
  quote
  put = put it,puts it,putting it
  read out = read out,reads out,reading out
  inform t
  relate t
  tweet tp
  post
assertive
  stress tp
  emphasise tp = emphasise emphasises emphasised emphasising emphasize emphasizes emphasized emphasizing
  underline tp
  underscore tp
  highlight t
  insist tp
  assert tp
  affirm tp
  reaffirm tp
  reiterate tp
  repeat t
  declare tp
  proclaim tp
  maintain tp
  argue tp
  contend tp
  make clear tp = make clear,makes clear,made clear,making clear,make it clear,makes it clear,made it clear,making it clear
  express t
  conclude tp
  predict tp
explaining
  explain tpw
  clarify t
  point out tp = point out,points out,pointed out,pointing out
  recall tp
  remind t
  elaborate
  illustrate
  outline
  reveal tp
  disclose t
describing
  describe
  find = find finds found finding
  call
  label = label labels labelled labelling labeled labeling
  term
  dub = dub dubs dubbed dubbing
  brand
  characterise = characterise characterises characterised characterising characterize characterizes characterized characterizing
  refer = refer refers referred referring
warning
  warn tp
  caution tp
  threaten t
  alert t
praising
  praise
  commend
  hail
  welcome
  applaud
  laud
  thank
  congratulate
  compliment
  salute
  boast tp
criticising
  criticise = criticise criticises criticised criticising criticize criticizes criticized criticizing
  accuse
  blame
  condemn
  denounce
  slam = slam slams slammed slamming
  lambast
  decry = decry decries decried decrying
  mock
  complain tp
  lament tp
  protest tp
  object t
denying
  deny tp = deny denies denied denying
  reject
  dismiss
  refute
  rebut = rebut rebuts rebutted rebutting
  downplay
  dispute
  contradict
  disagree
  counter tp
  rule out = rule out,rules out,ruled out,ruling out
promising
  promise tp
  vow tp
  pledge tp
  assure t
  reassure t
  guarantee t
  swear tp = swear swears swore swearing
urging
  urge t
  demand t
  call on = call on,calls on,called on,calling on
  call for = call for,calls for,called for,calling for
  propose t
  recommend t
  request t
  order t
  appeal
  plead = plead pleads pleaded pled pleading
  advise t
  suggest tp
asking
  ask w
  wonder w
  inquire w
  enquire w
  question w
admitting
  admit tp = admit admits admitted admitting
  acknowledge tp
  concede tp
  confess tp
  confirm tp
  agree tp
  accept t
  apologise = apologise apologises apologised apologising apologize apologizes apologized apologizing
claiming
  claim tp
  allege tp
  purport
opinion
  believe t
  think t = think thinks thought thinking
  hope t
  fear t
  expect t
  consider t
  feel t = feel feels felt feeling
manner
  shout t
  cry = cry cries cried crying
  whisper t
  joke tp
  quip = quip quips quipped quipping
  mutter t
  exclaim t
  sigh
  laugh
  snap = snap snaps snapped snapping
  chant
  recount t
"""

# Nouns of saying, with their class: `her claim that`, `Rutte's declaration that`.
NOUNS = """
neutral: statement statements remark remarks comment comments words message letter speech
assertive: declaration declarations assertion assertions insistence argument
explaining: explanation reminder description
warning: warning warnings threat threats
praising: praise
criticising: accusation accusations criticism complaint complaints
denying: denial denials
promising: promise promises pledge pledges vow assurance assurances
urging: call calls appeal demand demands plea suggestion proposal
asking: question
admitting: admission acknowledgement
claiming: claim claims allegation allegations
opinion: belief view
"""

VOWELS = "aeiou"


def forms(verb):
    """The forms of a regular verb."""
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    if verb.endswith("y") and verb[-2] not in VOWELS:
        third = verb[:-1] + "ies"
        return [verb, third, verb[:-1] + "ied", verb + "ing"]
    if verb.endswith("ee"):
        return [verb, third, verb + "d", verb + "ing"]
    if verb.endswith("e"):
        return [verb, third, verb + "d", verb[:-1] + "ing"]
    return [verb, third, verb + "ed", verb + "ing"]


def reporting():
    seen = {}
    kind = None
    for line in VERBS.splitlines():
        if not line.strip():
            continue
        if not line.startswith(" "):
            kind = line.strip()
            continue
        head, _, given = line.strip().partition(" = ")
        words = head.split()
        flags = words.pop() if set(words[-1]) <= set("tbpw") else ""
        lemma = " ".join(words)
        made = given.split(",") if "," in given else given.split() or forms(lemma)
        for form in made:
            assert form not in seen, form
            seen[form] = lemma
        yield f"{lemma}:{kind}:{flags}:{','.join(made)}"
    for line in NOUNS.strip().splitlines():
        kind, _, nouns = line.partition(":")
        groups = {}
        for noun in nouns.split():
            singular = noun[:-1] if noun.endswith("s") and noun[:-1] in groups else noun
            groups.setdefault(singular, []).append(noun)
        for lemma, made in groups.items():
            yield f"{lemma}:{kind}:n:{','.join(made)}"
    yield "according to:neutral::according to"


SPEAKERS = {
    # Words before a name that say what somebody is, and heads of what people are called.
    "role": """
        president vice-president vicepresident premier minister ministers chancellor secretary secretary-general
        general chief chiefs chairman chairwoman chair chairperson commissioner commissioners ambassador envoy governor
        mayor senator congressman congresswoman representative deputy mp mep king queen prince princess pope bishop
        archbishop cardinal rabbi imam judge justice prosecutor lawyer attorney sheriff officer captain colonel
        major lieutenant sergeant admiral marshal commander director manager ceo founder owner boss coach trainer
        skipper professor doctor dr mr mrs ms miss sir lady lord dame rev father sister brother engineer treasurer
        head leader leaders spokesman spokeswoman spokesperson spokespeople speaker official officials executive
        superintendent inspector constable sen rep gov gen lt col capt sgt adm prof
        """,
    # Other people.
    "person": """
        politician politicians diplomat diplomats lawmaker lawmakers legislator legislators member members analyst
        analysts expert experts economist economists scientist scientists researcher researchers author authors
        writer novelist journalist journalists reporter editor columnist critic critics activist activists
        campaigner campaigners protester protesters supporter supporters opponent opponents ally allies rival rivals
        veteran soldier soldiers aide aides adviser advisers advisor advisors source sources witness witnesses
        resident residents neighbour neighbours neighbor neighbors survivor survivors victim victims worker workers
        farmer farmers fisherman fishermen teacher teachers student students nurse nurses geologist historian
        biologist physicist climatologist epidemiologist student driver pilot widow mother son daughter wife husband
        parent parents friend friends colleague colleagues man woman men women people boy girl child children
        designer singer actor actress artist director player players candidate candidates voter voters citizen
        citizens owner tenant tenants trader traders investor investors shareholder shareholders negotiator negotiators
        mediator observer observers inspector inspectors investigator investigators auditor auditors delegate delegates
        representatives ambassadors governors mayors senators deputies judges prosecutors lawyers officers commanders
        directors managers doctors professors patient patients guest guests host crew passenger passengers refugee
        refugees migrant migrants others some many predecessor predecessors successor successors counterpart counterparts deputy curator
        curators
        """,
    # Bodies that speak.
    "body": """
        government governments ministry ministries department agency agencies commission council parliament congress
        senate court courts police army military navy union unions alliance party parties company companies firm bank
        banks group groups organisation organization office service committee board coastguard embassy administration
        authority authorities regulator team club university institute institution institutions association federation
        foundation charity church hospital airline newspaper channel network broadcaster headquarters opposition
        coalition cabinet kremlin pentagon nato eu un who imf opec nasa cia fbi bbc cnn reuters
        union states house nations times press forum initiative fund society league assembly tribunal kingdom republic
        force forces guard media consortium corporation corp inc ltd plc treasury duma bundestag senate
        """,
    # Papers that `according to` may name.
    "paper": """
        report reports statement statements study studies survey surveys poll polls data figures document documents
        letter letters article articles records record transcript memo leak analysis assessment assessments estimate
        estimates statistics magazine website agenda declaration
        """,
    # Countries and capitals, which speak for their governments, and other places that a name may end in.
    "place": """
        afghanistan albania algeria argentina armenia australia austria azerbaijan bangladesh belarus belgium bolivia
        brazil britain bulgaria cambodia canada chile china colombia croatia cuba cyprus czechia denmark ecuador egypt
        england estonia ethiopia europe finland france georgia germany ghana greece greenland hungary iceland india
        indonesia iran iraq ireland israel italy japan jordan kazakhstan kenya korea kosovo kuwait latvia lebanon libya
        lithuania luxembourg macedonia malaysia malta mexico moldova mongolia montenegro morocco myanmar nepal
        netherlands nigeria norway oman pakistan palestine panama peru philippines poland portugal qatar romania russia
        scotland serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tanzania
        thailand tunisia turkey türkiye turkiye uganda ukraine us usa uk uae venezuela vietnam wales yemen zimbabwe
        africa asia america americas arctic atlantic pacific
        washington moscow kyiv kiev beijing brussels london paris berlin rome madrid lisbon warsaw bucharest budapest
        vienna prague athens ankara tehran jerusalem cairo delhi tokyo seoul pyongyang taipei oslo stockholm helsinki
        copenhagen dublin bern belgrade sofia kabul baghdad damascus riyadh doha ottawa canberra minsk tbilisi
        sea ocean bay gulf strait river mountains island islands city street avenue airport
        """,
    # Small words within a name.
    "particle": "de del della di da dos du la le van von der den ten ter bin ibn al el y",
    # Days, months, times: with a capital, but no name of anybody.
    "time": """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december today yesterday tomorrow christmas easter
        """,
    # Some common first names, for `he` and `she`.
    "he": """
        adam alan albert alex alexander alexei ali amos andrei andrew andrzej anders anthony anton antonio arthur ben
        benjamin bernard bill bob boris brian bruno carl carlos charles chris christian christopher daniel david
        desmond dieter dmitri dmitry donald edward emmanuel eric erik ernst fernando francis francisco frank franz
        fred friedrich gabriel gary george gerhard giorgio giovanni grigory hans harry hassan heinrich henri henrik
        henry hugo ian ibrahim igor ismail ivan ivo jack jacob jacques jakub james jan jean jens jeremy jim joe johan
        john jonas jonathan jorge jose joseph juan julian karl keir ken kevin kofi konstantin lars lech leo leonid
        lloyd louis luca luis luke manfred manuel marcel marco marek mario mark markus martin mateusz matteo matthew
        michael michel miguel mike mikhail milos mohamed mohammed muhammad narendra nicolas nicusor nigel nikolai
        olaf oleg oliver oscar otto pablo paolo pascal patrick paul paulo pavel pedro peter petr philip pierre
        radek rafael ralph ramzan recep richard robert roberto roger roland rolf ronald salem sam samuel scott sebastian
        sergei sergey sergio simon stefan stephen steve steven thomas tim tom tomas tony victor viktor vincent
        vladimir volodymyr volodymir walter werner william wolfgang xavier yevgeny yuri
        """,
    "she": """
        agnes alice alicia alina amanda amelia amina amy ana andrea angela anita anna anne annalena antonia barbara
        beata beatrice beth carla carmen carol caroline catherine cecilia charlotte chiara christina christine claire
        clara claudia cristina daniela diana dora dorothy edith elena elisabeth elizabeth ella ellen emily emma
        erika esther eva evelyn fatima fiona frances gabriela giorgia gloria grace hanna hannah heidi helen helena
        helga ines ingrid irene irina iris isabel jana jane janet jennifer jessica joan joanna julia julie kaja kamala
        karen karin kate katherine katya laura lena leyla linda lisa louise lucia lucy magdalena maia margaret margrethe
        maria marie marina marta martha mary maya mette michelle miriam monica nadia nancy natalia nicola nina nora
        olga olivia patricia paula petra rachel rebecca rita roberta rosa rose ruth sandra sanna sara sarah silvia
        simone sofia sonia sophie stella susan sylvia tanya tatiana teresa theresa tina ursula valentina vera veronica
        victoria viola virginia yulia yvonne zuzana
        """,
}


def speakers():
    for name, words in SPEAKERS.items():
        yield f"{name}:{' '.join(dict.fromkeys(words.split()))}"


for file, lines in {"reporting.txt": reporting(), "speakers.txt": speakers()}.items():
    with open(file, "w", encoding="utf-8", newline="\n") as out:
        for line in lines:
            out.write(line + "\n")
