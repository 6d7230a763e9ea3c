"""Sentences of French texts: what splits, what does not, and what holds for any text at all."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.segment import sentences
from articles.spans import Span, trimmed

NEWS = [
    ["Le préfet a réagi mardi.", "Il promet une enquête."],
    ["À Lyon, rien ne bouge.", "Écoutez-les !", "Ça suffit ?", "Œuvrons.", "12 rues sont fermées."],
    ["Le maire refuse : « Pas question » ; l'opposition, elle, s'en amuse.", "Fin."],
    ["M. Lenoir (PS, Isère) et Mme C. Royer ont signé.", "MM. Roy et Petit s'abstiennent."],
    ["Il a quitté le PS.", "Olivier Roche aussi."],
    ["Le Dr. Vidal, le Pr. Roux et Mgr. Aubin siègent.", "Me Berthe plaide."],
    ["Selon V. Poutine, J.-P. Durand et A. R. Holm, tout va bien."],
    ["J.-Y. Le Drian a vu A. Le Bihan.", "Il a aussi vu le juge B.", "Le dossier est clos."],
    ["Ch. de Gaulle et Ph. Noiret n'y sont pour rien."],
    ["Le meeting commence à 18 h 30.", "Les portes ouvrent à 17 h.", "Paul y sera."],
    ["Elle arrive mardi 1er.", "Marie suit."],
    ["Ils étaient sept.", "Le huitième dormait."],
    ["L'accord du 12 sept. 2019 court jusqu'au 3 janv. 2031."],
    ["La commune compte 1.800 habitants et 11,6 km de routes.", "Le budget est de 3.5 millions."],
    ["Elle vend des pommes, des poires, etc.", "Les clients reviennent."],
    ["Les pommes, les poires, etc. sont vendues."],
    ["La S.N.C.F. a réagi.", "Il accuse la S.N.C.F.", "Le trafic reprend."],
    ["Le rapport de la S.N.C.F. Voyages est public."],
    ["LE CHEF A PARLÉ.", "M. DUPONT RIT !", "ET ALORS ?"],
    ["Le site service-public.fr répond, dit-il.", "Selon exemple.com.", "Paul en doute."],
    ["Écrire à jean.roc@mairie.fr ou voir https://exemple.fr/a.b?c=D.", "Merci."],
    ["Ouvrez notes.txt avec Node.js ou ASP.Net."],
    ["iPhone en baisse.", "iPad en hausse."],
    ["Un titre sans point"],
    ["Nous y étions.", "Avec nos agences"],
    ["Il a été élu.[1]", "Elle a perdu.²", "Le reste a suivi.12", "Les autres aussi."],
    ["Il roule à 90 km/h.", "Paul dort.", "Elle est née à N.", "Il y est."],
    ["On a entendu un voisin, Sofiane R.", "Deux témoins, dont sa sœur, l'ont contredit."],
    ["On juge Lina M.", "Deux témoins ont parlé.", "Elle est arrivée avec Théo M.", "Le juge attend."],
    ["On juge Lina M. Roux.", "Mardi M. Roux viendra.", "Le soir M. Deux-Ponts viendra."],
    ["La police cherche Théo V.", "Placé en foyer, il a fui."],
    ["L'avocat est venu avec Lina D.", "Mardi, elle sera jugée."],
    ["C'est le frère de Théo V.", "Visiblement ému, il pleure.", "Seul Théo V.", "Me Roux défend Lina D."],
    ["Il a lu Arthur C. Clarke, Robert F. Dorémus et Selon V. André, tout va bien."],
    ["Otto Dix et O. Dix, J. Huit-Pierre et Paul K. Roux ont exposé."],
    ["Elle l'a écrit sur X.", "Jeanne Roux présidera la séance."],
    ["La vidéo a été publiée sur le réseau X.", "Roux a démenti."],
    ["Le club compte sur X. Bertrand pour gagner, et sur X. Roux."],
    ["Il habite au 3 bd. Carnot, env. 2 km plus loin.", "La ville est calme."],
]

QUOTES = [
    ["« Venez ! », dit-il.", "« Venez ! » lance-t-elle.", "Et tous vinrent."],
    ["« Nous partons.", "Demain », dit-il."],
    ["Elle parle : « Il pleut.", "Rentrons. »", "Paul sort."],
    ["« Ah ! dit-il.", "Vous voilà ! »", "Il s'effaça."],
    ["Un « Assez ! » jeté depuis le balcon fit rire."],
    ["«Oui.»", "«Non !»", "Il rit."],
    ["« Rien », dit-elle.", "« Rien du tout. »"],
    ["On cria « Au feu ! », puis « À l'aide ! » et plus rien."],
    ["“Je pars”, écrit-il.", "“Je reviens.”", "Fin."],
    ['"Je pars.', 'Je reviens", dit-il.', '"Demain, sans doute."', "Il sort."],
    ['Il dit : " Oui. "', '" Non ", répond-elle.', 'L\'"Aurore" brille.'],
    ['Le mot "fin".', 'Le mot "fin."', "La suite."],
    ["Il cria : 'Venez !' et partit.", "'Bon.'", "Elle reste."],
    ["« Le “oui” l'emporte. »", "Le «non» aussi."],
    ["« Et Marie ?", "— Elle dort. »", "Un silence."],
    ["Rien ne vint.", "« ... et voilà », conclut-il."],
    ["« Il a trahi.", "(...) Nous partons. »", "Elle partit."],
    ["« Il part. (…) »", "Elle reste."],
    ["« Tout passe. » (Roc, 1942).", "« Rien ne reste ! » (Le Matin)", "Elle sourit."],
    ["Il a vu “Où va le facteur ?”, hier soir."],
    ["« Pourquoi ? »", "« Parce que. »"],
]

BRACKETS = [
    ["(Rires.)", "Il a raison.", "(Il se lève.", "Il sort.)", "Rideau."],
    ["Les auteurs (cf. p. 3. et suiv.) en doutent.", "Nous aussi."],
    ["Il a vu (enfin !) Marie (qui dormait. Ou presque.) dans le train.", "Bien."],
    ["Oui. (rires)", "Je l'admets."],
    ["Il a tout dit (ou presque).", "Elle [la juge] s'est tue [sic !] Paul aussi."],
    ["Prix : 12 €.", "(Existe en rouge.)", "Fin."],
    ["Une parenthèse ( jamais fermée.", "Elle ne retient rien.", "Rien."],
    ["Le texte saute [...] une page.", "[…] Le reste est là."],
]

STOPS = [
    ["Quoi ?!", "Non !!!", "Vraiment... ?", "Oui ! !", "Bon."],
    ["Il hésita... puis vint.", "Elle attendait…", "Rien."],
    ["Il a payé... 300 euros !", "300 euros !"],
    ["Il est fini.", "Le train part !"],
    ["Voyons ; voyons : rien."],
    ["Bravo ! :)", "À lundi."],
    ["¿ Qué ?", "¡ Si !", "— Non."],
]

NOVEL = [
    ["— Venez ! dit-il.", "— Déjà ?", "– Il le faut.", "- Adieu !"],
    ["— Diable ! grogna Mme Loriot, où sont mes clés ?", "— Moi ! dit-il."],
    ["Le tsar – quelle faute ! – céda.", "Il – enfin ! – se tut."],
    ["Hé bien ! oui…", "M. le curé ?", "Votre dévoué, H. de B."],
    ["César meurt en 44 av. J.-C.", "Rome bascule."],
    ["De 52 av. J.-C. à l'an 14 apr. J.-C. on se battit."],
    ["Louis XIV.", "Charles X.", "Il abdique."],
    ["Au XIXe s. on lisait.", "Au XXe s.", "Les choses changent."],
]

LAW_AND_SCIENCE = [
    ["Vu l'art. 3, l'art. L. 123-4 et le no. 7, p. 12, vol. II, chap. IV.", "Le juge statue."],
    ["C'est de l'art.", "Paul aime le col.", "Nadia attaque."],
    ["Art. 3. – Le présent décret entre en vigueur.", "Le ministre signe."],
    ["II. Le contexte est connu.", "Il est rude."],
    ["La S.A.R.L. Dupuis, au n° 5, doit 12 c. de loyer ; elle paiera."],
    ["Selon Martin et al. (2020), E. coli croît.", "Cf. fig. 2.", "Les souches (S. aureus, etc.) meurent."],
    ["Il pèse 5 kg.", "Robert court 3 km.", "Il fait 20 °C.", "Marie rit."],
    ["Il prend de la vitamine C.", "Paul suit le plan B.", "Marie l'ignore."],
    ["Éd. La Salamandre, coll. Folio, 310 p., 21,90 €.", "En 2019 éd. Minerve."],
    ["Ouvert lun. 3 et mar. 4.", "Fermé le dim.", "Entrée libre."],
]

COOKING_AND_MAIL = [
    ["Mélangez 200 g. de beurre et 3 c. à s. de sucre.", "Enfournez 20 min.", "Servez !", "4 parts."],
    ["Les étapes : 1. Couper ; 2. Cuire ; 3. Servir.", "Il en reste 3.", "Le reste est perdu."],
    ["1. Couper le pain.", "Le beurrer.", "2. Servir."],
    ["RDV à 9 h.", "Bien à vous, P. Roc"],
    ["N.B. : Le bureau ferme.", "P.-S. Je t'embrasse."],
    ["Le F.C. Nord gagne (3-1).", "But de M'Bala, 45e+2 !", "Il reste 2 min.", "Nord 3."],
]

SPACED = [*NEWS, *QUOTES, *BRACKETS, *STOPS, *NOVEL, *LAW_AND_SCIENCE, *COOKING_AND_MAIL]

LISTS = [
    ["1. Ouvrir la boîte.", "2. Visser", "3. Fermer"],
    ["1) ouvrir", "2) fermer"],
    ["Deux cas :", "a) le maire signe ;", "b) le maire refuse."],
    ["— Oui.", "— Non !", "— Peut-être"],
    ["- Venez !", "- Non."],
    ["Il dit :", "– Je viens.", "– Moi aussi."],
]

BULLETS = [
    (
        "Ingrédients :\n- 200 g de farine ;\n- trois œufs ;\n- du sel.",
        "200 g de farine ; | trois œufs ; | du sel.",
    ),
    ("Il faudra choisir\n• partir\n• rester.\nMais non", "partir | rester. | Mais non"),
    ("• Deux routes sont coupées. Une rouvrira.", "Deux routes sont coupées. | Une rouvrira."),
    ("▪Le pont est fermé.", "Le pont est fermé."),
    ("On propose :\n* un répit", "un répit"),
    ("– Le pont de l'Isle", "Le pont de l'Isle"),
    ("Il dit : «\n• partir »", "Il dit : « | • partir »"),
    ("* * *", "* * *"),
    ("•", "•"),
    ("*Le pont* est fermé.", "*Le pont* est fermé."),
    ("-5 °C à Brest", "-5 °C à Brest"),
]

GLUED = [
    ["Il est fini.", "Le train part."],
    ["Est-ce oui?", "Non."],
    ["«Fin.»", "Et puis «Non.»", "«Oui.»"],
    ["Elle part.", "«Enfin», dit-il."],
]

HARD_WRAPPED = [
    "Il y avait ce jour-là douze enfants en\n12 rangs dans la cour.",
    "Un mot\n– dit-il – puis rien.",
    "Le fils de M.\nLeroy et l'élève\u00a0de\u202fMme\tRoc.",
]


def split(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in sentences(text, [trimmed(text, 0, len(text))])]


@pytest.mark.parametrize("expected", SPACED, ids=" ".join)
def test_sentences_of_a_paragraph(expected: list[str]) -> None:
    assert split(" ".join(expected)) == expected


@pytest.mark.parametrize("expected", SPACED, ids=" ".join)
def test_a_line_break_is_a_space(expected: list[str]) -> None:
    wrapped = re.sub(r" (?=[^\W\d])", "\n", " ".join(expected))
    assert [found.replace("\n", " ") for found in split(wrapped)] == expected


@pytest.mark.parametrize("expected", LISTS, ids=" ".join)
def test_each_list_item_is_apart(expected: list[str]) -> None:
    assert split("\n".join(expected)) == expected


@pytest.mark.parametrize(("text", "expected"), BULLETS)
def test_a_bullet_is_of_the_list_and_not_of_the_sentence(text: str, expected: str) -> None:
    found = split(text)
    assert found[-len(expected.split(" | ")) :] == expected.split(" | ")


@pytest.mark.parametrize("expected", GLUED, ids=" ".join)
def test_a_missing_space_hides_no_sentence(expected: list[str]) -> None:
    assert split("".join(expected)) == expected


@pytest.mark.parametrize("sentence", HARD_WRAPPED)
def test_a_wrapped_line_starts_no_sentence(sentence: str) -> None:
    assert split(sentence) == [sentence]


def test_no_break_spaces_are_spaces() -> None:
    text = "«\u00a0Venez\u202f!\u00a0» dit-il.\u00a0M.\u00a0Roc rit\u202f!\tElle sort."
    assert split(text) == ["«\u00a0Venez\u202f!\u00a0» dit-il.", "M.\u00a0Roc rit\u202f!", "Elle sort."]


def test_sentences_know_their_paragraph() -> None:
    text = "Titre\n\nUn. Deux.\n\nTrois."
    spans = [Span(0, 5), Span(7, 16), Span(18, 24)]
    assert [(s.paragraph, s.span.of(text)) for s in sentences(text, spans)] == [
        (0, "Titre"),
        (1, "Un."),
        (1, "Deux."),
        (2, "Trois."),
    ]


def test_straight_quotes_left_open_say_nothing_of_the_next_paragraph() -> None:
    first, second = '"Un. Deux', 'Il dit " oui. " Trois.'
    text = f"{first}\n\n{second}"
    spans = [Span(0, len(first)), Span(len(first) + 2, len(text))]
    assert [s.span.of(text) for s in sentences(text, spans)] == ['"Un.', "Deux", 'Il dit " oui. "', "Trois."]


def test_no_paragraph_no_sentence() -> None:
    assert sentences("Un.", []) == ()
    assert sentences("", [Span(0, 0)]) == ()
    assert sentences(" \n ", [Span(0, 3)]) == ()


MARKS = "«»“”‘’\"'.!?…()[]–—-:;,•·*_°1205 \n\t\u00a0\u202faAéÉLM"
BULLET = "•▪‣◦·*-–"
PIECES = ["...", "(...)", "M. ", "J.-C.", " Le ", "etc. ", "S.N.", "n° "]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from([*MARKS, *PIECES])).map("".join))

REPEATED_MARKS = ["«", '"', "(", ".", "! ", "()", "(. ", "( . ", ' "', '. "', ". (", ".)", " …", ". —"]
REPEATED_WORDS = ["a", ". ", "M. ", "A.", "A. ", "1.", "1. ", ". (a) ", "…a", "-a", "S.N.", "a.Le ", ": 1. "]
REPEATED_LINES = [".[1]", "\n- a", " \n", "1) \n", "Un. ", "km/h. "]


def check(text: str, paragraphs: list[Span]) -> None:
    found = sentences(text, paragraphs)
    assert all(len(sentence.span) for sentence in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for index, paragraph in enumerate(paragraphs):
        own = [sentence.span for sentence in found if sentence.paragraph == index]
        assert all(paragraph.covers(span) for span in own)
        assert all(span == trimmed(text, span.start, span.end) for span in own)
        left_out = [a.end for a in (Span(0, paragraph.start), *own)]
        gaps = [text[end : span.start] for end, span in zip(left_out, own, strict=False)]
        assert all(gap.strip() in ("", *BULLET) for gap in gaps)
        last = own[-1].end if own else paragraph.start
        assert not text[last : paragraph.end].strip()


def laid_out(blocks: list[str]) -> tuple[str, list[Span]]:
    """The blocks as the paragraphs of one text."""
    spans = []
    start = 0
    for block in blocks:
        inner = trimmed(block, 0, len(block))
        spans.append(Span(start + inner.start, start + inner.end))
        start += len(block) + 2
    return "\n\n".join(blocks), spans


@given(st.lists(TEXTS, max_size=4))
@settings(deadline=None)
def test_sentences_cover_their_paragraphs_in_order(blocks: list[str]) -> None:
    check(*laid_out(blocks))


@given(st.lists(TEXTS, max_size=4))
@settings(deadline=None)
def test_a_paragraph_alone_has_the_same_sentences(blocks: list[str]) -> None:
    text, paragraphs = laid_out(blocks)
    together = [sentence.span.of(text) for sentence in sentences(text, paragraphs)]
    assert together == [found for block in blocks for found in split(block)]


@pytest.mark.parametrize("unit", [*REPEATED_MARKS, *REPEATED_WORDS, *REPEATED_LINES])
def test_a_long_paragraph_takes_no_longer_than_its_length(unit: str) -> None:
    """200 kB of each: what is quadratic would hang here."""
    text = unit * (200_000 // len(unit))
    check(text, [trimmed(text, 0, len(text))])


@pytest.mark.parametrize(
    ("before", "after"), [("x.", "A"), ("x. A", ". B" * 500), ("(", ". )"), ('" a', '. "')]
)
def test_a_long_gap_is_not_read_again_and_again(before: str, after: str) -> None:
    text = before + " " * 200_000 + after
    check(text, [trimmed(text, 0, len(text))])
