"""A page of a newspaper, with everything that stands around an article."""

TITLE = "À Valbrune, la halle rouvre après dix ans"

PAGE = f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>{TITLE} - Le Courrier de Valbrune</title>
<meta property="og:site_name" content="Le Courrier de Valbrune">
<meta property="og:title" content="{TITLE}">
<meta name="author" content="Maëlle Tardieu">
<meta property="article:published_time" content="2024-03-12T08:30:00+01:00">
<link rel="icon" href="/favicon.ico"><link rel="stylesheet" href="/style.css">
<script src="/suivi.js"></script><style>p {{ color: red }}</style></head><body>
<div id="cookie-banner" class="cookie-consent"><p>Nous utilisons des cookies pour mieux vous servir.</p>
<button>Tout accepter</button></div>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<header><h1>{TITLE}</h1></header>
<main><article>
<p class="chapo">Fermée depuis 2014, la halle du marché a accueilli samedi ses premiers clients.</p>
<p>«&nbsp;C’est une fête&#8239;!&nbsp;», sourit <b>Odile Garance</b>, maraîchère. Elle attendait ce jour.</p>
<h2>Un chantier de longue haleine</h2>
<p>Les travaux ont coûté 3,2&nbsp;millions d’euros, selon <a href="/m">la mairie</a>.<br>Ils ont duré.</p>
<figure><img src="/halle.jpg"></figure>
<ul><li>Du poisson le mardi</li><li>Des fleurs le samedi</li></ul>
<p>Le conseil municipal votera en avril la suite du projet, qui prévoit une passerelle sur le fleuve.</p>
<p>Partager sur Facebook</p>
</article>
<aside><h3>À lire aussi</h3><a href="/x">Une autre histoire</a></aside></main>
<footer><p>Mentions légales</p></footer>
</body></html>
"""

TEXT = [
    TITLE,
    "Fermée depuis 2014, la halle du marché a accueilli samedi ses premiers clients.",
    "«\u00a0C’est une fête\u202f!\u00a0», sourit Odile Garance, maraîchère. Elle attendait ce jour.",
    "Un chantier de longue haleine",
    "Les travaux ont coûté 3,2\u00a0millions d’euros, selon la mairie. Ils ont duré.",
    "Du poisson le mardi",
    "Des fleurs le samedi",
    "Le conseil municipal votera en avril la suite du projet, qui prévoit une passerelle sur le fleuve.",
    "Partager sur Facebook",
]
"""The paragraphs of the article in it."""
