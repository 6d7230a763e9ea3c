"""Lines of a page that are not of the article: credits, share buttons, paywall and player remains."""

import re

_AGENCY = r"(?:l[’'])?(?:AFP|Agence France-Presse|Reuters|AP|Associated Press|ATS|Belga|ANP|DPA|EFE|agences?)"

_LINES = (
    # what a lost picture, player or advertisement leaves
    r"logo|image|photo|vidéo|audio|diaporama|infographie|illustration",
    r"publicité|annonce|fermer|menu|accueil|recherche",
    r"chargement(?: en cours)?[ .…]*|votre publicité|article suivant|article précédent|haut de page",
    # share and account buttons
    r"partager(?: (?:sur .{2,20}|cet article|l[’']article))?",
    r"imprimer|commenter|réagir|enregistrer|écouter|copier le lien",
    r"(?:sur )?(?:facebook|twitter|x|linkedin|whatsapp|telegram|bluesky|mastodon|instagram|messenger)",
    r"(?:par )?(?:e-?mail|courriel)",
    r"(?:s[’'](?:abonner|inscrire)|je m[’']abonne|se connecter|déjà abonné)\b.{0,60}",
    r"(?:\d+ )?(?:commentaires?|réactions?|partages?)",
    r"(?:cet )?article (?:est )?réservé (?:à nos|aux) abonnés.{0,40}",
    r"(?:inscrivez|abonnez)-vous\b.{0,100}",
    # signposts
    r"(?:à )?(?:lire|voir|écouter|découvrir|relire) (?:aussi|également|plus tard|ensuite)\b.{0,200}",
    r"(?:sur le même (?:sujet|thème)|les plus lus|à la une|nos derniers articles|newsletters?)\s?:?",
    # dates and durations
    r"(?:publié|mis à jour|modifié|posté) (?:le|hier|aujourd[’']hui|il y a)\b.{0,80}",
    r"(?:temps de )?lecture\s?:?\s?\d+\s?min(?:utes?)?\.?",
    # credits
    rf"\(?(?:avec |source\s?: ?)?{_AGENCY}(?:(?: et |, | avec |/){_AGENCY})*\)?\.?",
    r"(?:©|\(c\)|crédits?(?: photos?)?\s?:|photo\s?:|tous droits réservés).{0,120}",
)

_BOILERPLATE = re.compile("|".join(_LINES), re.IGNORECASE)


def is_boilerplate(line: str) -> bool:
    """Whether a paragraph is a remnant of the page around the article."""
    return _BOILERPLATE.fullmatch(" ".join(line.split())) is not None
