"""Where the reader has been: in the article that was read last, in collections, one in another."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from articles.article import Article

Listing = TypeVar("Listing")


@dataclass
class Places(Generic[Listing]):
    """What leads back. `article` was left at its sentence; `is_of_list` where the inner collection has it."""

    article: tuple[Article, int] | None = None
    collections: list[Listing] = field(default_factory=list)
    is_of_list: bool = False

    @property
    def inner(self) -> Listing | None:
        """The collection entered last, in which one is, or from which the library was gone to."""
        return self.collections[-1] if self.collections else None

    @property
    def list_of_article(self) -> Listing | None:
        """The collection that an article leads back to; None where that is the library."""
        return self.inner if self.is_of_list else None

    @property
    def leads_back(self) -> bool:
        """Whether the library leads back to anything."""
        return bool(self.collections) or self.article is not None

    def leads_out_of(self, collection: Listing) -> bool:
        """Whether a collection leads back to another one, or to an article."""
        return collection in self.collections[1:] or self.article is not None

    def out_of_inner(self) -> Listing | None:
        """Go out of the innermost collection; the one that it is in, None where it is in none, and stays."""
        if len(self.collections) < 2:
            return None
        self.collections.pop()
        return self.collections[-1]
