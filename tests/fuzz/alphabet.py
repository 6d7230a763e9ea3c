"""Bytes as French: each byte is a word or a sign, so that what is tried looks like an article."""

_WORDS = """
Le La Les L’ le la les l’ un une des de du d’ à au en dans par pour sur avec sans selon que qu’ qui et ou
mais ne pas se s’ il elle ils elles on je nous t-il a-t-elle a ont est était sont dit déclare affirme
assure estime confie explique raconte lance répond annonce précise déclaré affirmé ajouté expliqué
poursuit-il conclut-elle souligne maire ministre présidente directeur député porte-parole mairie ville
conseil gouvernement société syndicat entreprise Claire Jean Odile Garance Roux Martin Valbrune Paris
Lyon France Assemblée Comité SNCF ONU CGT Mme M. MM. Dr Me p. art. n° etc. cf. J.-C. 1er 3 12 2021 17h30
4,5 % € lundi mars hier demain ainsi cependant puis alors Photo Partager Avec AFP Lire aussi Publié
Source phrase mots message rapport communiqué œuvre été cœur là où ça
""".split()

_SIGNS = [
    *".,;:!?…()[]{}«»“”„\"'’‹›–—-*•/<>&#@|\\`_^~=+$",
    *("« ", " »", "...", "?!", " !", " ?", ">>", "<<", "[...]", "(…)", "1.", "a)", "--", "1)"),
    *("\n- ", "\n— ", "\n", "\n\n", "\n\n\n", "\t", " ", "  ", "\u00a0", "\u202f", "\u2028", "\x85", "\v"),
    *("\x1b[31m", "\x1b]52;c;eA==\x07", "\x9b2J", "\x00", "\x7f"),
    *("\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\u0301", "\u0301" * 40, "\u0345"),
    *("😀", "👩\u200d👩\u200d👧", "🇫🇷", "\ud800", "\udfff", "\uffff", "\U000e0001"),
    *("[red]", "[/]", "[link=x]", "[@click=app.quit]", "{0}", "%s", "../"),
    *("ﬁ", "İ", "ß", "ǆ", "漢", "ع", "א"),
]

TOKENS = (*(f"{word} " for word in _WORDS), *_SIGNS)


def text_of(data: bytes) -> str:
    """The text that the bytes stand for."""
    return "".join(TOKENS[byte % len(TOKENS)] for byte in data)
