"""The language of the command line: chosen before the commands are imported, which look their help up."""

import gettext
import os

from articles import config, paths, wording


def choose() -> None:
    """Speak the configured language, else that of the locale.

    Click asks gettext's global domain, which is made ours. A configuration that is wrong is complained
    about by the commands that load it.
    """
    wording.use(config.language(paths.config_file()))
    os.environ["LANGUAGE"] = wording.language_in_use()
    gettext.bindtextdomain(wording.DOMAIN, wording.LOCALE)
    gettext.textdomain(wording.DOMAIN)
