"""Which language a text is in."""

import subprocess
import sys

import pytest

from articles import paths
from articles.language import detected_language

OTHERS = {
    "es": "Los vecinos del barrio se reunieron el jueves en la plaza para hablar de la panadería que cierra. "
    "La dueña dijo que no había pan para todos y que la culpa era de los precios.",
    "it": "Gli abitanti del quartiere si sono riuniti giovedì in piazza per parlare del forno che chiude. "
    "La padrona ha detto che non c'era pane per tutti e che la colpa era dei prezzi.",
    "ca": "Els veïns del barri es van reunir dijous a la plaça per parlar de la fleca que tanca. "
    "La mestressa va dir que no hi havia pa per a tots els qui en volen, i que la culpa era dels preus.",
    "pt": "Os moradores do bairro reuniram-se na quinta-feira na praça para falar da padaria que fecha. "
    "A dona disse que não havia pão para todos e que a culpa era dos preços.",
    "ro": "Locuitorii cartierului s-au adunat joi în piață ca să vorbească despre brutăria care se închide. "
    "Patroana a spus că nu era pâine pentru toți și că de vină erau prețurile.",
    "en": "The people of the quarter met on Thursday in the square to talk about the bakery that closes. "
    "Its owner said that there was no bread for all and that prices were to blame.",
    "de": "Die Leute aus dem Viertel trafen sich am Donnerstag auf dem Platz, um über die Bäckerei zu reden, "
    "die schließt. Die Besitzerin sagte, es gebe nicht Brot für alle, schuld seien die Preise.",
}


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages_are_told_from_french(code: str) -> None:
    assert detected_language(OTHERS[code]) == code


def test_french_is_french() -> None:
    for path in paths.samples().glob("*.txt"):
        assert detected_language(path.read_text(encoding="utf-8")) == "fr"


def test_a_few_letters_say_nothing() -> None:
    assert detected_language("Bonjour.") is None


def test_plain_french_loads_no_model() -> None:
    text = "Le boulanger est parti dans la nuit avec les clés, et c’est du pain qui manque aux voisins."
    code = f"""
import sys
from articles.language import detected_language
assert detected_language({text!r}) == "fr"
assert "py3langid" not in sys.modules
assert "numpy" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)
