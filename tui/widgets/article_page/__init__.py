"""The article itself, in parts by what they do."""

from tui.widgets.article_page.page import ArticlePage

__all__ = ["ArticlePage"]
