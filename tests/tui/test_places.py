"""What leads back: to the article, from collection to collection."""

from tests.tui.shelves import HALL, article
from tui.places import Places


def test_out_of_collections_one_by_one_then_to_the_article() -> None:
    assert (Places[str]().inner, Places[str]().leads_back) == (None, False)
    places = Places(collections=["dossier", "livre"])
    assert (places.inner, places.leads_back) == ("livre", True)
    assert places.leads_out_of("livre")
    assert not places.leads_out_of("dossier")
    assert places.out_of_inner() == "dossier"
    assert places.out_of_inner() is None
    assert places.inner == "dossier"
    places.article = (article(HALL), 2)
    assert places.leads_out_of("dossier")


def test_an_article_leads_to_the_list_that_has_it() -> None:
    assert Places(collections=["dossier"]).list_of_article is None
    assert Places(collections=["dossier"], is_of_list=True).list_of_article == "dossier"
    assert Places[str](is_of_list=True).list_of_article is None
