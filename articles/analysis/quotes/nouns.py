"""French nouns for people and bodies: what a title without a name may mean. Compiled for this project."""

import re

from articles.analysis.actors.data import DEMONYMS, ROLE_NOUNS
from articles.annotations import Gender

BODIES = frozenset(
    """
groupe entreprise société compagnie firme laboratoire club association ong syndicat fédération institution
organisation parti gouvernement ministère marque banque constructeur opérateur collectif festival théâtre
musée université école hôpital préfecture mairie commune ville commission parquet tribunal agence institut
formation structure maison écurie rédaction direction conseil collectivité magistrature autorité bureau
observatoire union ligue chaîne journal quotidien hebdomadaire site plateforme exécutif chancellerie
présidence diplomatie police gendarmerie armée enseigne équipe fabricant éditeur distributeur start-up
""".split()
)
"""Nouns that mean an organisation that was named before."""

_OF_THE_STATE = frozenset(
    """
gouvernement ministère université école hôpital préfecture mairie commune ville commission parquet tribunal
magistrature conseil collectivité exécutif chancellerie présidence police gendarmerie armée musée
théâtre festival observatoire
""".split()
)
"""Those among them that mean only what the text has called so."""


def is_named_so(noun: str) -> bool:
    """Whether a body may be called by a noun only where its name or the text says so: le ministère."""
    return noun in _OF_THE_STATE


KIN = frozenset(
    """
fils fille père mère frère sœur mari femme épouse époux oncle tante cousin cousine veuve veuf orphelin
orpheline
""".split()
)

OFFICES = frozenset(
    """
préfet préfète procureur procureure maire juge président présidente ministre arbitre expert experte coach
médecin directeur directrice patron patronne commissaire évêque curé rapporteur rapporteure greffier greffière
notaire gouverneur gouverneure ambassadeur ambassadrice recteur rectrice proviseur proviseure chancelier pape
""".split()
)
"""Nouns that a text may begin to speak of with *le*: they mean only whom it has called so."""

CHIEFS = {"gouvernement": "ministre", "exécutif": "ministre", "état": "président", "diplomatie": "ministre"}
"""Whose chief is called by another noun too."""

_SAME = tuple(
    frozenset(line.split())
    for line in """
cinéaste réalisateur réalisatrice metteur metteuse
avocat avocate conseil pénaliste bâtonnier bâtonnière
entraîneur entraîneuse coach technicien technicienne manager sélectionneur sélectionneuse
président présidente patron patronne dirigeant dirigeante
directeur directrice patron patronne dirigeant dirigeante
maire édile élu élue
député députée parlementaire élu élue
sénateur sénatrice parlementaire élu élue
procureur procureure magistrat magistrate
juge magistrat magistrate
chercheur chercheuse scientifique universitaire
écrivain écrivaine auteur auteure autrice romancier romancière
acteur actrice comédien comédienne
chanteur chanteuse artiste interprète
médecin docteur praticien praticienne
navigateur navigatrice skipper marin
coureur coureuse cycliste
émissaire envoyé envoyée médiateur médiatrice
""".strip().splitlines()
)
"""Nouns that a text calls one person by."""

_APART = tuple(
    tuple(frozenset(part.split()) for part in line.split("|"))
    for line in """
avocat avocate conseil|juge|procureur procureure|prévenu prévenue accusé accusée|plaignant|témoin|expert
entraîneur coach manager technicien|joueur joueuse attaquant gardien buteur capitaine|arbitre|président
cinéaste réalisateur réalisatrice|acteur actrice comédien comédienne|producteur productrice|scénariste
médecin chirurgien chirurgienne|infirmier infirmière|patient patiente
""".strip().splitlines()
)
"""Nouns of one scene that a text calls different people by."""

CIVILITIES = frozenset("m. mm. mme mlle me dr pr mgr monsieur madame maître professeur docteur".split())
"""What stands before a surname."""

CIVIL_GENDERS = {
    "m.": Gender.MASCULINE,
    "monsieur": Gender.MASCULINE,
    "mme": Gender.FEMININE,
    "mlle": Gender.FEMININE,
    "madame": Gender.FEMININE,
}
"""The gender that what stands before a surname gives it."""

_HUMAN_ENDINGS = (
    "teur",
    "trice",
    "eur",
    "euse",
    "ien",
    "ienne",
    "iste",
    "ier",
    "ière",
    "logue",
    "ant",
    "ante",
    "ent",
    "aire",
    "naute",
    "iatre",
    "crate",
    "phe",
    "ète",
)

_HUMAN = frozenset(
    """
maire ministre chef président présidente patron patronne élu élue député députée avocat avocate
capitaine médecin professeur professeure juge procureure poète élève athlète skipper pilote
sélectionneur coach star intéressé intéressée trentenaire quadragénaire quinquagénaire sexagénaire jeune
femme homme responsable cinéaste artiste scientifique diplomate magistrat magistrate candidat candidate
gagnant gagnante champion championne locataire adjoint adjointe syndicaliste secrétaire préfet préfète
roi reine prince princesse pape évêque soldat général colonel romancier prodige vainqueur lauréat
lauréate gamin gamine minot ado adolescent adolescente benjamin benjamine accusé accusée prévenu prévenue
victime témoin
""".split()
)


_TEAM = frozenset(
    """
demi ailier talonneur troisième-ligne deuxième-ligne première-ligne avant-centre numéro-dix arrière-droit
arrière-gauche libéro meneur buteur keeper recrue doublure remplaçant remplaçante
""".split()
)
"""Players, by where they stand."""

_NO_ROLES = frozenset("ancien ancienne premier première numéro arrière milieu garde membre".split())


def is_human(noun: str) -> bool:
    """Whether a noun, in small letters, means a person: by the lists, or by its ending (-teur, -iste)."""
    if noun in _HUMAN or noun in _TEAM or (noun in ROLE_NOUNS and noun not in _NO_ROLES):
        return True
    return noun.endswith(_HUMAN_ENDINGS) and noun not in _THINGS and not noun.endswith("ment")


_DEMONYM = re.compile(r"[A-ZÉ].+(?:ais|aise|ois|oise|ien|ienne|éen|éenne|ain|aine)")


def is_demonym(word: str) -> bool:
    """Whether a word with its capital calls somebody by where they come from: l'Irlandais."""
    return word[:1].isupper() and (word.lower() in DEMONYMS or _DEMONYM.fullmatch(word) is not None)


def mean_one(noun: str, other: str) -> bool:
    """Whether two nouns may mean one person: they are the same, or a text changes between them."""
    return noun == other or any(noun in group and other in group for group in _SAME)


def are_apart(noun: str, others: frozenset[str]) -> bool:
    """Whether somebody called by `others` is not who is called by a noun: the lawyer is not the judge."""
    return any(
        noun in part and not others & part and any(others & rest for rest in scene if rest is not part)
        for scene in _APART
        for part in scene
    )


_VOICES = frozenset(
    """
grand-père grand-mère grand-oncle arrière-grand-mère arrière-grand-père parent ami amie voisin voisine élève
enfant garçon gars dame monsieur habitant habitante riverain riveraine copain copine camarade compagne
compagnon collègue proche entourage allié alliée défenseuse défenseur adversaire partisan partisane client
cliente passant passante paysan paysanne artisan artisane marin ouvrier ouvrière cadre expert experte commis
avocat rival rivale maman papa époux curé moine guide gardien otage porte-parole membre majorité opposition
sénat assemblée parlement état région département pays cour comité académie rectorat ambassade office
fondation coopérative cabinet chambre centre service délégation confédération coordination
intersyndicale observateur quidam mécontent mécontente interlocuteur auteure autrice écrivain écrivaine
chercheur chercheuse philosophe sociologue psychologue juriste économiste proviseur rectrice recteur
consœur confrère confrères pompier témoin soignant soignante aïeul aïeule ancêtre militant militante
internaute usager usagère délégué déléguée rapporteure maçon représentant représentante accusation défense
inspection patronat clergé famille vétéran fan supporteur supporter touriste étranger étrangère
""".split()
)
"""Nouns for people and bodies beside those above, in the singular."""

DOCUMENTS = frozenset(
    """
communiqué enquête étude rapport sondage note lettre texte document message tweet post courriel
entretien interview bilan avis analyse décompte calcul calculs chiffres données estimation
estimations propos mots mot formule expression déclaration témoignage récit source sources entourage
proche proches
""".split()
)
"""Nouns for what somebody wrote or said."""

_STUDIES = frozenset(
    """
communiqué enquête étude rapport sondage note lettre texte document message tweet courriel avis analyse
arrêté décret jugement charte notice circulaire expertise audit brochure tract pétition article source
baromètre journal revue
""".split()
)

_THINGS = frozenset(
    """
valeur couleur chaleur hauteur longueur largeur douleur fleur cœur peur erreur faveur honneur bonheur malheur
moteur ordinateur secteur facteur ascenseur tracteur compteur réacteur intérieur extérieur vapeur rigueur
vigueur ampleur lueur odeur saveur humeur terreur horreur fureur fraîcheur épaisseur profondeur pesanteur
grandeur lenteur splendeur rumeur tumeur heure vecteur radiateur projecteur téléviseur minceur sueur pudeur
torpeur stupeur ardeur laideur rancœur serveur teneur commentaire salaire horaire anniversaire itinéraire
affaire inventaire calendrier quartier chantier janvier février papier fichier courrier métier panier dossier
escalier clavier sentier poirier pommier gibier palier pilier terrier atelier collier fumier foyer loyer
instant restaurant volant carburant montant courant diamant croissant gant néant avant couchant levant
vent argent accent talent cent continent incident accident précédent inconvénient équivalent excédent
coefficient serpent ingrédient bien lien soutien entretien maintien chien quotidien liste piste
catastrophe paragraphe triomphe strophe apostrophe cicatrice matrice planète comète lumière rivière matière
manière carrière frontière bière prière poussière barrière rizière croisière crinière tanière glacière
première dernière dernier premier particulier collectivité ordinaire contraire exemplaire vocabulaire primaire
horizon sommaire
""".split()
)
"""Nouns that end as those for people do."""


def can_speak(noun: str) -> bool:
    """Whether a noun, in small letters, means what has words of its own: people, bodies, studies."""
    return means_people(noun) or any(form in BODIES or form in _STUDIES for form in _singulars(noun))


def means_people(noun: str) -> bool:
    """Whether a noun, in small letters, means somebody, or a body of people that is called by no thing."""
    return any(form in _VOICES or form in KIN or is_human(form) for form in _singulars(noun))


def _singulars(noun: str) -> tuple[str, ...]:
    return (noun, noun.removesuffix("s"), noun.removesuffix("x"))
