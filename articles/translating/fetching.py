"""Getting a language pack from where Argos Translate offers it, asked for by the reader."""

from collections.abc import Callable
from threading import Event

from articles import paths
from articles.errors import EnregardError
from articles.translating import catalogue, download
from articles.translating.catalogue import Offer
from articles.translating.download import Progress
from articles.translating.installing import install_from_file
from articles.translating.packs import Pack
from articles.translation import Pair
from articles.wording import _


def fetch_and_install(
    pair: Pair,
    *,
    tell: Callable[[Progress], None] = lambda progress: None,
    stop: Event | None = None,
    trust: Callable[[Offer, str], bool] = lambda offer, digest: False,
) -> Pack:
    """Download the newest pack of a direction and install it.

    The index says what is newest; where it cannot be had, the pinned pack is. `trust` is asked, with the
    file's SHA-256, about a pack that is not pinned. Raises Cancelled, or EnregardError with what to do.
    """
    offer = _newest(pair, stop)
    target = paths.downloads() / f"{offer.name}.argosmodel"
    try:
        download.download(offer.links, target, size=offer.size, digest=offer.digest, tell=tell, stop=stop)
    except download.Unavailable as error:
        raise EnregardError(error.what, _or_from_a_file(error.hint)) from error
    try:
        if offer.digest is None and not trust(offer, catalogue.digest_of(target)):
            what = _("{name} was not installed").format(name=offer.name)
            raise EnregardError(what, _("its content is not known and nobody vouched for it"))
        pack = install_from_file(target, pair)
    except BaseException:
        if offer.digest is None:
            target.unlink(missing_ok=True)
        raise
    target.unlink(missing_ok=True)
    return pack


def _newest(pair: Pair, stop: Event | None) -> Offer:
    try:
        listed = catalogue.offers(download.page(catalogue.index_link(), stop))
    except download.Cancelled:
        raise
    except EnregardError:
        listed = ()
    offer = catalogue.newest(pair, (*listed, *catalogue.PINNED))
    if offer is None:
        what = _("no pack for {direction} is known").format(direction=pair)
        raise EnregardError(what, _or_from_a_file(_("try again later")))
    return offer


def _or_from_a_file(hint: str) -> str:
    return _("{hint}, or get its .argosmodel file elsewhere, and: enregard packs install FILE").format(
        hint=hint
    )
