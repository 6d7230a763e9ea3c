"""The translator of this machine: found, kept while its pack stays as it is, and let go."""

import threading
from functools import lru_cache
from typing import TYPE_CHECKING

from articles import config, paths
from articles.errors import EnregardError
from articles.translation import FRENCH_ENGLISH, Translator
from articles.wording import _, reason

if TYPE_CHECKING:
    from articles.config import TranslationOptions
    from articles.translating.client import TranslatorProcess
    from articles.translating.packs import Pack


def installed_translator() -> Translator | None:
    """The translator of the newest French to English pack on this machine, or None.

    Its model is loaded once, for whatever is translated. Raises EnregardError where the folder of the packs
    cannot be looked into or made.
    """
    options = config.load(paths.config_file()).translation
    pack = _newest_pack()
    return None if pack is None else _translator(pack, options, _modified(pack))


class Engine:
    """The same translator in a process of its own; several threads may ask for it.

    Where the pack has changed there is a new one, and the former goes once its work is done.
    """

    def __init__(self) -> None:
        self._finding = threading.Lock()
        self._key: object = None
        self._started: list[TranslatorProcess] = []
        self._is_closed = False

    def translator(self) -> Translator | None:
        """The translator of the newest pack, as `installed_translator` has it.

        Raises EnregardError too after `close`.
        """
        from articles.translating.client import TranslatorProcess, stopped

        options = config.load(paths.config_file()).translation
        pack = _newest_pack()
        if pack is None:
            return None
        key = (pack, options, _modified(pack))
        with self._finding:
            if self._is_closed:
                raise stopped(_("its process has ended"))
            if key != self._key:
                for former in self._started:
                    former.let_go()
                self._started.append(
                    TranslatorProcess(pack, options, idle_seconds=config.idle_seconds(options))
                )
                self._key = key
            return self._started[-1]

    def close(self) -> None:
        """End the process for good; what is being translated is given up."""
        with self._finding:
            self._is_closed = True
            for translator in self._started:
                translator.close()


@lru_cache(maxsize=1)
def _translator(pack: "Pack", options: "TranslationOptions", _modified: int) -> Translator:
    from articles.translating.argos import ArgosTranslator

    return ArgosTranslator(pack, options)


def _newest_pack() -> "Pack | None":
    from articles.translating import packs

    try:
        return packs.pack_for(FRENCH_ENGLISH)
    except OSError as error:
        what = _("language packs cannot be looked for ({reason})").format(reason=reason(error))
        raise EnregardError(what, _("check your home folder and its permissions")) from error


def _modified(pack: "Pack") -> int:
    try:
        return (pack.model / "model.bin").stat().st_mtime_ns
    except OSError:
        return 0
