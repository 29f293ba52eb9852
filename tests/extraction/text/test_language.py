"""A language is told by its small words, or not at all."""

from __future__ import annotations

import pytest

from positions.extraction.text.language import NAMES, SMALL_WORDS, language_of

TEXTS = {
    "en": "The board will rebuild the weir in the autumn, it said on Monday. “Nobody asked us”, "
    "said Mara Example, who leads the anglers of the river.",
    "de": "Der Verband baut die Staustufe im Herbst um, wie er am Montag bestätigte. Niemand hat "
    "uns gefragt, und die Anlage ist für die Fische eine Treppe ohne Wasser.",
    "fr": "La reconstruction du barrage commencera dans les prochains mois, a dit le conseil "
    "lundi. Personne ne nous a consultés sur ce projet, qui est une erreur.",
    "es": "La reconstrucción de la presa comenzará en otoño, según confirmó el consejo el lunes. "
    "Nadie nos preguntó por el río, que no tiene agua.",
    "it": "La ricostruzione della diga comincerà in autunno, ha detto il consiglio lunedì. Nessuno "
    "ci ha chiesto niente del fiume, che non è più un fiume.",
    "pt": "A reconstrução da barragem vai começar no outono, confirmou o conselho na segunda. "
    "Ninguém nos perguntou nada do rio, que não tem uma escada.",
    "nl": "De verbouwing van de stuw begint in de herfst, zei de raad op maandag. Niemand heeft "
    "het ons gevraagd, en dat is niet goed voor de vissers.",
    "sv": "Ombyggnaden av dammen börjar i höst, sade styrelsen på måndagen. Ingen har frågat oss "
    "om det, och det är inte bra för fisket.",
    "da": "Ombygningen af dæmningen begynder til efteråret, sagde bestyrelsen. Der er ingen, der "
    "har spurgt os om det, og det er ikke godt for fiskerne.",
    "pl": "Przebudowa jazu zacznie się jesienią, jak potwierdził zarząd. Nikt nas nie zapytał o "
    "zdanie, a to jest schodek bez wody i nie ma na co czekać.",
}


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_each_language_is_recognised(code: str) -> None:
    assert language_of(TEXTS[code]) == code


def test_a_few_words_numbers_and_mixed_texts_tell_nothing() -> None:
    assert language_of("Die Welt der Fische") == ""
    assert language_of("12 34 " * 100) == ""
    assert language_of("Example Works Network Northern Chapter " * 10) == ""


def test_each_language_but_english_has_a_name() -> None:
    assert NAMES.keys() == SMALL_WORDS.keys() - {"en"} == TEXTS.keys() - {"en"}
